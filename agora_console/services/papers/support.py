"""The support bundle: what somebody else needs to understand a recording, and no secret."""

from __future__ import annotations

import asyncio
import io
import json
import platform
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

from agora_console import __version__
from agora_console.api.exchange import Exchange
from agora_console.api.redact import Redactor
from agora_console.domain.config import take_secrets
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.services.files.export import write_export
from agora_console.services.papers.har import har, utc

_PACKAGES = ("pyside6-essentials", "httpx", "pydantic", "keyring", "qasync")

_README = """\
Support bundle of Agora Console

session.json   ids, times (UTC), state and config of the recording
timeline.json  what happened, oldest first
requests.har   every request with its answer (HAR 1.2; browsers open it)
versions.json  program, Python, libraries, system

Customer secret, storage keys, tokens and channel secrets are not in it: they are kept in the
keyring only, and were looked for once more when this was written.
Channel name, UIDs, App ID, bucket and file names are in it. Read it before you send it.
"""


def bundle(
    session: Session,
    entries: Sequence[Entry],
    redactor: Redactor,
    *,
    now: float,
    versions: Mapping[str, str],
) -> bytes:
    """The bundle as a zip archive; `now` is in seconds since the epoch (UTC)."""
    exchanges = [exchange_of(entry) for entry in entries if entry.kind == "request"]
    oldest_first = sorted(entries, key=lambda entry: entry.at)
    files = {
        "README.txt": _README,
        "session.json": _json(_facts(session, now), redactor),
        "timeline.json": _json([_line(entry) for entry in oldest_first], redactor),
        "requests.har": har(exchanges, redactor),
        "versions.json": _json(dict(versions), redactor),
    }
    out = io.BytesIO()
    moment = datetime.fromtimestamp(now, UTC).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, moment), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


async def write_bundle(
    path: Path, session: Session, entries: Sequence[Entry], redactor: Redactor, now: float
) -> None:
    """Write the bundle to `path`, all of it off the loop; raises OSError."""

    def make() -> bytes:
        return bundle(session, entries, redactor, now=now, versions=versions())

    await write_export(path, await asyncio.to_thread(make))


def versions() -> dict[str, str]:
    """Program, Python, system and libraries; no name of a machine or a person."""
    found = {name: _version(name) for name in _PACKAGES}
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return {"Agora Console": __version__, "Python": platform.python_version(), **found} | {
        "system": system
    }


def exchange_of(entry: Entry) -> Exchange:
    """The exchange that a request entry tells; what it does not say stays empty."""
    detail = entry.detail
    http, code, latency = (detail.get(key) for key in ("http", "code", "latency_ms"))
    attempt, sent = detail.get("attempt"), detail.get("at")
    return Exchange(
        at=float(sent) if isinstance(sent, int | float) else entry.at,
        operation=_text(detail.get("operation")) or entry.text,
        method=_text(detail.get("method")) or "GET",
        base_url=_text(detail.get("base_url")),
        path=_text(detail.get("path")),
        attempt=attempt if isinstance(attempt, int) else 1,
        request=_text(detail.get("request")),
        http=http if isinstance(http, int) else None,
        code=code if isinstance(code, int) else None,
        latency_ms=float(latency) if isinstance(latency, int | float) else 0.0,
        request_id=_text(detail.get("request_id")),
        reply=_text(detail.get("reply")),
        error=_text(detail.get("error")),
    )


def _facts(session: Session, now: float) -> dict[str, Any]:
    facts = session.model_dump(mode="json", by_alias=True)
    config, _ = take_secrets(session.config)
    times = {key: utc(value) for key, value in facts.items() if _is_moment(key, value)}
    return {"writtenAt": utc(now), **facts, **times, "config": config}


def _is_moment(key: str, value: object) -> bool:
    named = key.endswith("_at") or key.endswith("_since") or key == "since"
    return named and isinstance(value, float)


def _line(entry: Entry) -> dict[str, Any]:
    line: dict[str, Any] = {"at": utc(entry.at), "kind": entry.kind, "source": entry.source}
    # The bodies are in the archive of requests.
    return {**line, "text": entry.text, "detail": _without_bodies(entry.detail)}


def _without_bodies(detail: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in detail.items() if key not in ("request", "reply")}


def _json(value: Any, redactor: Redactor) -> str:
    return json.dumps(redactor.json(value), ensure_ascii=False, indent=2) + "\n"


def _text(value: object) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False)


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"
