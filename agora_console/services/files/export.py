"""The file list of a recording as CSV or JSON, and the atomic write of either."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import math
import os
import secrets
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import Any, Final, Literal

from agora_console.domain.files.rows import FileRow, Looked, collect
from agora_console.domain.session import Session
from agora_console.domain.slices import GivingWay, finish

Kind = Literal["csv", "json"]

HandOn = Callable[[FileRow], FileRow]
"""Takes each row before it is written and returns it."""

CSV_HEADER: Final = (
    "file_name",
    "track_type",
    "uid",
    "slice_start_utc",
    "slice_start_local",
    "is_playable",
    "mixed_all_user",
    "kind",
    "size_bytes",
    "state",
    "path",
)

# A spreadsheet takes a cell that begins with one of these for a formula and runs it.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")

# Where the files are; the keys to the bucket are never part of a session, and are not named here.
_PLACE_KEYS: Final = ("vendor", "region", "bucket", "fileNamePrefix")


def files_csv(
    session: Session,
    looked: Looked | None = None,
    *,
    zone: tzinfo | None = None,
    hand_on: HandOn = lambda row: row,
) -> str:
    """Every known file by RFC 4180 (CRLF, quotes where needed), one header line, UTF-8.

    Times are ISO 8601 with milliseconds, in UTC and in `zone` (None: the zone of this computer).
    `state` is a word of `FileState`, `size_bytes` what `looked` found. What nobody said stays
    empty. A cell a spreadsheet would run gets an apostrophe in front.
    """
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(CSV_HEADER)
    files = map(hand_on, finish(collect(session, looked)))
    rows.writerows([_inert(cell) for cell in _cells(file, zone)] for file in files)
    return out.getvalue()


def files_json(
    session: Session, looked: Looked | None = None, *, hand_on: HandOn = lambda row: row
) -> str:
    """Ids, `uploadingStatus`, the place in the bucket and the files, in Agora's own key names.

    `kind`, `size` (bytes), `state` and `path` are the console's. `sliceStartTime` is in
    milliseconds since the epoch, as in Agora's replies; what nobody said is left out.
    """
    document = {
        "cname": session.cname,
        "uid": session.uid,
        "mode": session.mode,
        "resourceId": session.resource_id,
        "sid": session.sid,
        "uploadingStatus": session.uploading.value if session.uploading else None,
        "storage": _place(session),
        "files": [_file(file) for file in map(hand_on, finish(collect(session, looked)))],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


async def export_files(
    session: Session, kind: Kind, path: Path, looked: Looked | None = None
) -> None:
    """Write the file list of `session` to `path`, all of it off the loop; raises OSError."""
    make = files_csv if kind == "csv" else files_json
    text = await asyncio.to_thread(make, session, looked, hand_on=GivingWay())
    await write_export(path, text)


async def write_export(path: Path, content: str | bytes) -> None:
    """Write `content` (text as UTF-8) off the loop; an existing file is replaced whole or not.

    Raises OSError when the folder cannot be written; the old file is then untouched.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    await asyncio.to_thread(_write_atomically, path, data)


def _write_atomically(path: Path, data: bytes) -> None:
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with part.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            part.chmod(path.stat().st_mode & 0o777)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _cells(file: FileRow, zone: tzinfo | None) -> tuple[str, ...]:
    start = _moment(file)
    entry = file.entry
    return (
        entry.file_name if entry else file.name,
        file.track,
        file.uid,
        _iso(start) if start else "",
        _iso(start.astimezone(zone)) if start else "",
        _yes_no(entry.is_playable if entry else None),
        _yes_no(entry.mixed_all_user if entry else None),
        file.kind.value if file.kind else "",
        "" if file.size is None else str(file.size),
        file.state.value,
        file.path,
    )


def _inert(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


def _yes_no(value: bool | None) -> str:
    return "" if value is None else str(value).lower()


def _moment(file: FileRow) -> datetime | None:
    """When the file begins; None where nobody said, or said a time that no calendar has."""
    try:
        return datetime.fromtimestamp(file.at or math.nan, UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _place(session: Session) -> dict[str, Any]:
    storage = session.client_request.get("storageConfig")
    if not isinstance(storage, dict):
        return {}
    return {key: storage[key] for key in _PLACE_KEYS if key in storage}


def _file(file: FileRow) -> dict[str, Any]:
    start = _moment(file)
    entry = file.entry
    values = {
        "fileName": entry.file_name if entry else file.name,
        "trackType": file.track or None,
        "uid": file.uid or None,
        "mixedAllUser": entry.mixed_all_user if entry else None,
        "isPlayable": entry.is_playable if entry else None,
        "sliceStartTime": round(start.timestamp() * 1000) if start else None,
        "sliceStartUtc": _iso(start) if start else None,
        "kind": file.kind.value if file.kind else None,
        "size": file.size,
        "state": file.state.value,
        "path": file.path,
    }
    return {key: value for key, value in values.items() if value is not None}
