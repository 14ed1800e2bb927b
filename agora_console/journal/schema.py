"""Tables of the journal, as numbered steps; `PRAGMA user_version` counts the steps taken."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

PAGE_SIZE = 8192
"""Bytes; a session fits into one page, so that it can be read even from a damaged file."""

_FIRST = """
-- `json` is the whole session but its files. The other columns repeat what must stay readable,
-- by eye and by every later version: what finds a recording at Agora and whether it is over.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    project_id TEXT NOT NULL,
    app_id TEXT NOT NULL,
    api_url TEXT NOT NULL,
    cname TEXT NOT NULL,
    uid TEXT NOT NULL,
    mode TEXT NOT NULL,
    resource_id TEXT NOT NULL,
    sid TEXT NOT NULL,
    phase TEXT NOT NULL,
    over INTEGER NOT NULL,
    created_at REAL NOT NULL,
    json TEXT NOT NULL
);
CREATE TABLE file (
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    file_name TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (session_id, position)
) WITHOUT ROWID;
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    session_id TEXT NOT NULL,
    at REAL NOT NULL,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    text TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX entry_by_session ON entry (session_id, at);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are only added'); END;
CREATE TRIGGER entry_outlives_its_recording BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM session WHERE id = OLD.session_id AND over = 0)
BEGIN SELECT RAISE(ABORT, 'the session is not over'); END;
CREATE TRIGGER session_outlives_its_recording BEFORE DELETE ON session WHEN OLD.over = 0
BEGIN SELECT RAISE(ABORT, 'the session is not over'); END;
"""

_SECOND = """
-- Nothing of the tables changes. The text of a session may say now that a person closed its case,
-- and when it is to be stopped. An older program would hide the one and forget the other, so it may
-- only show such a journal.
"""

STEPS: tuple[str, ...] = (_FIRST, _SECOND)
"""SQL that leads from schema n to n + 1. A step that was ever released is never changed."""


def version(db: sqlite3.Connection) -> int:
    """How many steps the file has taken; 0 for a new one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection, path: Path, steps: Sequence[str] = STEPS) -> None:
    """Take the steps that are missing, each whole or not at all, after a copy of the file."""
    taken = version(db)
    if 0 < taken < len(steps):
        _copy(db, path.with_name(f"{path.stem}.schema-{taken}{path.suffix}"))
    for number, step in enumerate(steps[taken:], taken + 1):
        try:
            db.executescript(f"BEGIN IMMEDIATE;{step};PRAGMA user_version = {number};COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def _copy(db: sqlite3.Connection, target: Path) -> None:
    """Copy the whole database; an unfinished copy never bears the name of a finished one."""
    unfinished = target.with_name(target.name + ".part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        db.backup(copy)
        # One self-contained file: the copy must not need a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    unfinished.replace(target)
