"""An exchange as a cURL command that a person can run in a POSIX shell."""

from __future__ import annotations

import itertools
import json
import shlex
from collections.abc import Mapping
from typing import Any

from agora_console.api.exchange import Exchange
from agora_console.api.redact import MASK
from agora_console.domain.secrets import Credentials, Secret, StartSecrets

VARIABLES = {
    "accessKey": "AGORA_STORAGE_ACCESS_KEY",
    "secretKey": "AGORA_STORAGE_SECRET_KEY",
    "stsToken": "AGORA_STORAGE_STS_TOKEN",
    "token": "AGORA_TOKEN",
    "secret": "AGORA_CHANNEL_SECRET",
    "salt": "AGORA_CHANNEL_SALT",
    "rtmpUrl": "AGORA_RTMP_URL",
}
"""Environment variable that stands for the value of a secret key."""

_USER = '"$AGORA_CUSTOMER_ID:$AGORA_CUSTOMER_SECRET"'


def curl(
    exchange: Exchange,
    credentials: Credentials | None = None,
    secrets: StartSecrets | None = None,
) -> str:
    """The request as a command. Secrets are read from environment variables.

    Only when `credentials` or `secrets` are given, on a person's explicit choice, their values
    stand in the text.
    """
    user = _USER if credentials is None else shlex.quote(_pair(credentials))
    parts = [f"curl --request {exchange.method} {shlex.quote(exchange.url)}", f"--user {user}"]
    if exchange.request:
        body = shell_body(exchange.request, secrets or StartSecrets())
        parts += ["--header 'Content-Type: application/json'", f"--data-raw {body}"]
    return " \\\n  ".join(parts)


def _pair(credentials: Credentials) -> str:
    return f"{credentials.customer_id}:{credentials.customer_secret.get_secret_value()}"


def _values(secrets: StartSecrets) -> dict[str, Secret | None]:
    return {
        "accessKey": secrets.access_key,
        "secretKey": secrets.secret_key,
        "stsToken": secrets.sts_token,
        "token": secrets.token,
        "secret": secrets.channel_secret,
        "salt": secrets.salt,
        "rtmpUrl": secrets.rtmp_url,
    }


def shell_body(request: str, secrets: StartSecrets) -> str:
    """The body as one word of a POSIX shell; a secret that is not given is read from a variable."""
    values = _values(secrets)
    try:
        body = json.loads(request)
    except ValueError:
        return shlex.quote(request)
    mark = next(mark for n in itertools.count() if (mark := f"@{n}@") not in request)
    text = json.dumps(_filled(body, values, mark), ensure_ascii=False, separators=(",", ":"))
    # Between two marks stands the name of a variable.
    words = enumerate(text.split(mark))
    return "".join(f'"${{{word}}}"' if n % 2 else shlex.quote(word) for n, word in words)


def _filled(value: Any, values: Mapping[str, Secret | None], mark: str) -> Any:
    if isinstance(value, dict):
        return {key: _member(key, item, values, mark) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, values, mark) for item in value]
    return value


def _member(key: str, item: Any, values: Mapping[str, Secret | None], mark: str) -> Any:
    if key not in VARIABLES or not isinstance(item, str) or MASK not in item:
        return _filled(item, values, mark)
    given = values.get(key)
    return given.get_secret_value() if given is not None else mark + VARIABLES[key] + mark
