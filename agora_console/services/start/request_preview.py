"""What acquire and start would send, by the same functions that send it, with secrets hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from pydantic import SecretStr

from agora_console.api.wire import acquire_body, start_body
from agora_console.domain.secrets import StartSecrets

HIDDEN = "••••••••"
"""What stands for a secret."""


def request_preview(
    cname: str, uid: str, document: Mapping[str, Any], secrets: StartSecrets
) -> dict[str, dict[str, Any]]:
    """The bodies of `acquire` and `start` for a config document.

    Raises ValueError, with a sentence, for a document that cannot be made a request of.
    """
    given = {field.name for field in fields(secrets) if getattr(secrets, field.name) is not None}
    masked = StartSecrets(**{name: SecretStr(HIDDEN) for name in given})
    return {
        "acquire": acquire_body(cname, uid, document),
        "start": start_body(cname, uid, document, masked),
    }
