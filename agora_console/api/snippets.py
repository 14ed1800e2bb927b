"""An exchange as an HTTPie command and as a Python script; no secret ever stands in them."""

from __future__ import annotations

import json
import math
import shlex
from typing import Any

from agora_console.api.curl import VARIABLES, shell_body
from agora_console.api.exchange import Exchange
from agora_console.api.redact import MASK
from agora_console.domain.secrets import StartSecrets

_AUTH = '"$AGORA_CUSTOMER_ID:$AGORA_CUSTOMER_SECRET"'
_STEP = "    "


def httpie(exchange: Exchange) -> str:
    """The request as a command for HTTPie 3 in a POSIX shell; secrets come from variables."""
    parts = [f"http --ignore-stdin --auth {_AUTH}"]
    if exchange.request:
        parts.append(f"--raw {shell_body(exchange.request, StartSecrets())}")
    parts.append(f"{exchange.method} {shlex.quote(exchange.url)}")
    if exchange.request:
        parts.append("'Content-Type: application/json'")
    return " \\\n  ".join(parts)


def httpx_script(exchange: Exchange) -> str:
    """The request as a Python 3 script that needs httpx alone; secrets come from variables."""
    lines = [
        "import os",
        "",
        "import httpx",
        "",
        "reply = httpx.request(",
        f"    {exchange.method!r},",
        f"    {exchange.url!r},",
        '    auth=(os.environ["AGORA_CUSTOMER_ID"], os.environ["AGORA_CUSTOMER_SECRET"]),',
        *_body(exchange.request),
        "    timeout=40.0,",
        ")",
        "print(reply.status_code, reply.text)",
        "",
    ]
    return "\n".join(lines)


def _body(request: str) -> list[str]:
    if not request:
        return []
    try:
        body = json.loads(request)
    except ValueError:  # cut, or never JSON: as it is
        header = '    headers={"Content-Type": "application/json"},'
        return [f"    content={request.encode()!r},", header]
    return [f"    json={_literal(body, _STEP)},"]


def _literal(value: Any, indent: str, key: str = "") -> str:
    """A JSON value as Python source; what was masked under a secret key as its variable."""
    deeper = indent + _STEP
    match value:
        case dict() if value:
            rows = (f"{name!r}: {_literal(item, deeper, name)}," for name, item in value.items())
        case list() if value:
            rows = (f"{_literal(item, deeper)}," for item in value)
        case str() if key in VARIABLES and MASK in value:
            return f'os.environ["{VARIABLES[key]}"]'
        case float() if not math.isfinite(value):
            return f"float({str(value)!r})"
        case _:
            return repr(value)
    inner = "".join(f"\n{deeper}{row}" for row in rows)
    open_, close = "{}" if isinstance(value, dict) else "[]"
    return f"{open_}{inner}\n{indent}{close}"
