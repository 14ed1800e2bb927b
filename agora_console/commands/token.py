"""token: build one for a recorder, or read any without a key."""

from __future__ import annotations

import json
import os
import time
from datetime import UTC, datetime
from typing import Any

from pydantic import SecretStr

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, UnusableError
from agora_console.commands.printing import show
from agora_console.commands.reading import STDIN, read_text
from agora_console.domain.durations import duration
from agora_console.services.start.tokens import TokenError, TokenInfo, build_token, read_token


def run_token_build(arguments: Arguments) -> int:
    """Print a token with the privilege to join; raises UnusableError with a sentence."""
    app_id, certificate = os.environ.get("AGORA_APP_ID", ""), _certificate()
    seconds = int(arguments.life_seconds)
    try:
        token = build_token(app_id, certificate, arguments.channel, arguments.uid, seconds)
    except TokenError as error:
        raise UnusableError(str(error)) from None
    show(token)
    return DONE


def run_token_read(arguments: Arguments) -> int:
    """Print what a token says of itself; raises UnusableError with a sentence."""
    text = read_text(STDIN).strip() if arguments.token == STDIN else arguments.token
    try:
        info = read_token(text)
    except TokenError as error:
        raise UnusableError(str(error)) from None
    facts = _facts(info)
    if arguments.json:
        show(json.dumps(facts, indent=2))
    else:
        show("\n".join(f"{name:12}{_words(value)}" for name, value in facts.items()))
    return DONE


def _certificate() -> SecretStr:
    certificate = os.environ.get("AGORA_APP_CERTIFICATE", "")
    if not certificate:
        raise UnusableError("Set AGORA_APP_ID and AGORA_APP_CERTIFICATE to build a token.")
    return SecretStr(certificate)


def _facts(info: TokenInfo) -> dict[str, Any]:
    left = info.usable_until - time.time()
    return {
        "version": info.version,
        "appId": info.app_id,
        "channel": info.channel,
        "uid": info.uid,
        "issued": _utc(info.issued_at),
        "expires": _utc(info.expires_at),
        "left": duration(left) if left > 0 else "expired",
        "privileges": {
            f"{service.name}: {name}": _utc(until)
            for service in info.services
            for name, until in service.privileges.items()
        },
    }


def _utc(moment: float | None) -> str | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _words(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} until {until}" for name, until in value.items())
    return "not named in this token" if value is None else str(value)
