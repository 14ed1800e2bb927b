"""Rotating the temporary credentials (STS) of a storage while it is recorded into (API update)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from agora_console.domain.session import Session
from agora_console.domain.vendors import VENDORS, vendor

_MILLISECONDS = 10**11


def why_not_rotatable(session: Session) -> str:
    """Why the storage credentials of a recording cannot be renewed; empty where they can."""
    storage = _storage(session)
    owner = vendor(storage.get("vendor"))
    if owner is None or not owner.sts:
        takers = ", ".join(each.name for each in VENDORS if each.sts)
        return f"Only recordings into {takers} take temporary credentials."
    if "stsExpiration" not in storage:
        return "This recording was started with lasting keys, and these cannot be changed on air."
    if session.over:
        return "This recording is over."
    if not session.stoppable:
        return "The sid of this recording is not known, so Agora cannot be told which one."
    return ""


def rotation(session: Session, keys: Mapping[str, str], expires: int | None) -> dict[str, Any]:
    """The `clientRequest` of an update with new credentials: `storageConfig`, whole as Agora wants.

    `keys` has accessKey, secretKey and stsToken; `expires` is in seconds since the epoch.
    """
    given = {key: value for key, value in keys.items() if value}
    end = {} if expires is None else {"stsExpiration": expires}
    kept = {key: value for key, value in _storage(session).items() if key != "stsExpiration"}
    return {"storageConfig": {**kept, **given, **end}}


def moment_of(text: str) -> int | None:
    """The end of a credential as a vendor writes it: ISO 8601, or a number since 1970; else None.

    A time without a zone is UTC, a number above 10^11 is in milliseconds.
    """
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) < 16:
        number = int(text)
        return number // 1000 if number > _MILLISECONDS else number
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


def _storage(session: Session) -> Mapping[str, Any]:
    storage = session.client_request.get("storageConfig")
    return storage if isinstance(storage, dict) else {}
