"""A damaged journal is set aside untouched, and what can be read of it goes into a fresh one.

Killed at any moment, the next start either begins again or finishes: the damaged file stays in its
place until the fresh one is complete.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from agora_console.domain.session import Session
from agora_console.journal.rows import SESSION_COLUMNS, insert_into, session_row
from agora_console.journal.schema import STEPS, migrate, version

_LOGS = ("-wal", "-shm")
"""What SQLite keeps beside a database; the first holds the latest commits."""

_TABLES = {"session": "rowid", "file": "session_id, position", "entry": "number"}
"""Tables, and the order in which they lie in the file."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """Where the damaged file is now, and how much was read from it."""

    aside: Path
    sessions: int
    files: int
    entries: int


def healthy(db: sqlite3.Connection) -> bool:
    """Whether SQLite finds no damage in the structure; raises sqlite3.DatabaseError on some."""
    return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def set_aside(path: Path) -> Path:
    """Copy the damaged file with its log, before SQLite closes it and cleans the log up."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%fZ")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    for suffix in ("", *_LOGS):
        source = path.with_name(path.name + suffix)
        if source.exists():
            target = aside.with_name(aside.name + suffix)
            shutil.copy2(source, target)
            _to_disk(target)
    return aside


def rescue(path: Path, aside: Path, steps: Sequence[str] = STEPS) -> Rescue:
    """Replace the damaged journal at `path`, of which `set_aside` has made a copy.

    Raises OSError or sqlite3.Error when that fails.
    """
    unfinished = path.with_name(path.name + ".rescue")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as fresh:
        _salvage(path, fresh, steps)
        _carve(aside, fresh)
        counts = {t: fresh.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in _TABLES}
    _to_disk(unfinished)
    unfinished.replace(_rescued(path))
    finish(path)
    return Rescue(aside, counts["session"], counts["file"], counts["entry"])


def finish(path: Path) -> None:
    """Put a complete fresh journal into its place; nothing happens when there is none."""
    rescued = _rescued(path)
    if rescued.exists():
        for log in _LOGS:  # the damaged file's log must not be applied to the fresh one
            path.with_name(path.name + log).unlink(missing_ok=True)
        rescued.replace(path)


def _rescued(path: Path) -> Path:
    return path.with_name(path.name + ".rescued")


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


# --- what SQLite can still read ------------------------------------------------


def _salvage(path: Path, fresh: sqlite3.Connection, steps: Sequence[str]) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as broken:
        broken.text_factory = lambda raw: raw.decode("utf-8", "replace")
        migrate(fresh, path, steps[: _steps_taken(broken) or len(steps)])
        for table, order in _TABLES.items():
            _copy_rows(broken, fresh, table, order)
    migrate(fresh, path, steps)


def _steps_taken(broken: sqlite3.Connection) -> int:
    try:
        return version(broken)
    except sqlite3.DatabaseError:  # not even the header is left
        return 0


def _copy_rows(
    broken: sqlite3.Connection, fresh: sqlite3.Connection, table: str, order: str
) -> None:
    """Read a table from both ends, each as far as the damage."""
    backwards = ", ".join(f"{column} DESC" for column in order.split(", "))
    for direction in (order, backwards):
        fresh.execute("BEGIN")
        for row in _until_damage(broken, f"SELECT * FROM {table} ORDER BY {direction}"):
            places = ", ".join("?" * len(row))
            fresh.execute(f"INSERT OR IGNORE INTO {table} VALUES ({places})", row)
        fresh.execute("COMMIT")


def _until_damage(broken: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from broken.execute(query)
    except sqlite3.DatabaseError:
        return


# --- what only the bytes tell --------------------------------------------------


def _carve(aside: Path, fresh: sqlite3.Connection) -> None:
    """Find sessions in the bytes of the file and its log; the latest text of each one counts."""
    known = {row[0] for row in fresh.execute("SELECT id FROM session")}
    found: dict[str, Session] = {}
    for suffix in ("", "-wal"):
        source = aside.with_name(aside.name + suffix)
        for session in _texts(source.read_bytes()) if source.exists() else ():
            other = found.get(session.id)
            if session.id not in known and (other is None or _latest(session) >= _latest(other)):
                found[session.id] = session
    insert = insert_into("session", SESSION_COLUMNS)
    fresh.executemany(insert, [session_row(session) for session in found.values()])


def _texts(raw: bytes) -> Iterator[Session]:
    text = raw.decode("utf-8", "replace")
    decoder = json.JSONDecoder()
    for start in re.finditer(r'\{"id":"', text):
        try:
            document, _ = decoder.raw_decode(text, start.start())
            yield Session.model_validate(document)
        except (ValueError, RecursionError):  # half overwritten, or not ours
            continue


def _latest(session: Session) -> float:
    return max(session.created_at, session.since, session.last_answer_at or 0.0)
