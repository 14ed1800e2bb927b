"""Sessions, files and entries as rows, and back. What cannot be read in full is not hidden."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, get_args

from agora_console.domain.session import FileEntry, Mode, Phase, Session
from agora_console.journal.entries import Entry

SESSION_COLUMNS = (
    "id",
    "project_id",
    "app_id",
    "api_url",
    "cname",
    "uid",
    "mode",
    "resource_id",
    "sid",
    "phase",
    "over",
    "created_at",
    "json",
)
FILE_COLUMNS = ("session_id", "position", "file_name", "json")
ENTRY_COLUMNS = ("session_id", "at", "kind", "source", "text", "detail")

_DETAIL = json.JSONEncoder(default=str)


def insert_into(table: str, columns: tuple[str, ...]) -> str:
    """The SQL that adds a row."""
    places = ", ".join("?" * len(columns))
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"


def put_into(table: str, columns: tuple[str, ...]) -> str:
    """The SQL that adds a row, or changes the one that has the same first column."""
    key, *others = columns
    changes = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f"{insert_into(table, columns)} ON CONFLICT ({key}) DO UPDATE SET {changes}"


PUT_SESSION = put_into("session", SESSION_COLUMNS)
ADD_FILE = insert_into("file", FILE_COLUMNS)
ADD_ENTRY = insert_into("entry", ENTRY_COLUMNS)


def session_row(session: Session) -> tuple[Any, ...]:
    """The values of SESSION_COLUMNS; the files go into a table of their own."""
    return (
        session.id,
        _plain(session.project_id),
        _plain(session.app_id),
        _plain(session.api_url),
        _plain(session.cname),
        _plain(session.uid),
        session.mode,
        _plain(session.resource_id),
        _plain(session.sid),
        session.phase.value,
        session.over,
        session.created_at,
        _session_json(session.model_copy(update={"files": ()}) if session.files else session),
    )


def session_of(row: Mapping[str, Any], files: tuple[FileEntry, ...]) -> Session:
    """The session of a row; one whose text cannot be read is rebuilt from its ids."""
    try:
        session = Session.from_json(row["json"])
    except ValueError:
        session = _from_ids(row)
    return session.model_copy(update={"files": files}) if files else session


def file_row(session_id: str, position: int, file: FileEntry) -> tuple[Any, ...]:
    """The values of FILE_COLUMNS."""
    return session_id, position, _plain(file.file_name), json.dumps(file.known())


def file_of(file_name: str, text: str) -> FileEntry:
    """The file of a row, its name at the least."""
    try:
        return FileEntry.read(json.loads(text))
    except ValueError:
        return FileEntry(file_name=file_name)


def entry_row(entry: Entry) -> tuple[Any, ...]:
    """The values of ENTRY_COLUMNS."""
    detail = _DETAIL.encode(dict(entry.detail)) if entry.detail else "{}"
    return entry.session_id, entry.at, entry.kind, entry.source, _plain(entry.text), detail


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry of a row."""
    *columns, text = row
    try:
        detail = json.loads(text)
    except ValueError:
        detail = {"unreadable": text}
    return Entry(**dict(zip(ENTRY_COLUMNS, (*columns, detail), strict=True)))


def _session_json(session: Session) -> str:
    """The JSON of a session, whatever a garbled reply has put into it."""
    try:
        return session.to_json()
    except ValueError:  # half of a surrogate pair: JSON can escape it, UTF-8 cannot hold it
        return json.dumps(session.model_dump(exclude_defaults=True))


def _plain(text: str) -> str:
    """A text that SQLite takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def _from_ids(row: Mapping[str, Any]) -> Session:
    phases = {phase.value for phase in Phase}
    return Session(
        id=row["id"],
        project_id=row["project_id"],
        app_id=row["app_id"],
        api_url=row["api_url"],
        cname=row["cname"],
        uid=row["uid"],
        mode=row["mode"] if row["mode"] in get_args(Mode) else "mix",
        config={},
        created_at=row["created_at"],
        since=row["created_at"],
        phase=Phase(row["phase"]) if row["phase"] in phases else Phase.UNKNOWN,
        cause="The journal's text of this session cannot be read; its ids are complete.",
        over=bool(row["over"]),
        resource_id=row["resource_id"],
        start_sent_at=row["created_at"] if row["resource_id"] else None,
        sid=row["sid"],
        started_at=row["created_at"] if row["sid"] else None,
    )
