"""How a journal is opened: owned, beside its owner, as a copy, or recovered from damage."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from agora_console.domain.problems import Problem, Severity
from agora_console.journal.errors import JournalError, damaged, in_words
from agora_console.journal.lock import OwnerLock, owner
from agora_console.journal.rescue import Rescue, finish, healthy, rescue, set_aside
from agora_console.journal.schema import PAGE_SIZE, STEPS, migrate, version

log = logging.getLogger(__name__)

BUSY_S = 5.0
"""Seconds for which another program may hold the file, as a backup does."""

SHRINKABLE = 2
"""SQLite's number for a file that gives its free pages back when it is told to."""

OWNER_READY_S = 5.0
"""Seconds in which a console that has just been started has its journal ready."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A connection, what comes with it, and what a person must be told of it.

    `read_only_reason` is a sentence where nothing may be written, else empty; `beside_owner` says
    that this is so because another process owns the journal.
    """

    db: sqlite3.Connection
    lock: OwnerLock | None = None
    read_only_reason: str = ""
    beside_owner: bool = False
    notes: tuple[Problem, ...] = ()
    copy: tempfile.TemporaryDirectory[str] | None = None

    def close(self) -> None:
        """Close the file and let the next one own it."""
        self.db.close()
        if self.lock is not None:
            self.lock.release()
        if self.copy is not None:
            self.copy.cleanup()


def open_file(path: Path, steps: Sequence[str] = STEPS) -> OpenFile:
    """Open the journal at `path`, new where there is none, and own it if nobody else does.

    Raises JournalError when there is neither a journal to show nor a place for a new one.
    """
    lock_path = path.with_name(path.name + ".lock")
    with in_words(path):
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = OwnerLock.take(lock_path)
        except OSError:
            if not path.is_file():
                raise
            return _copy(path)
        if lock is None:
            return _beside_owner(path, owner(lock_path), steps)
        try:
            return _owned(path, lock, steps)
        except BaseException:
            lock.release()
            raise


def take_over(path: Path, steps: Sequence[str] = STEPS) -> OpenFile | None:
    """Own the journal at `path` if nobody does any more; None while somebody does.

    Raises JournalError.
    """
    with in_words(path):
        lock = OwnerLock.take(path.with_name(path.name + ".lock"))
        if lock is None:
            return None
        try:
            return _owned(path, lock, steps)
        except BaseException:
            lock.release()
            raise


def _owned(path: Path, lock: OwnerLock, steps: Sequence[str]) -> OpenFile:
    if not _may_write(path):
        return _copy(path, lock)
    finish(path)
    notes: tuple[Problem, ...] = ()
    db = _connect(path)
    try:
        if _sound(db, steps):
            if version(db) > len(steps):
                return OpenFile(_query_only(db), lock, read_only_reason=_newer(path))
        else:
            aside = set_aside(path)
            db.close()
            notes = (_recovered(rescue(path, aside, steps)),)
            db = _connect(path)
        _prepare(db)
        migrate(db, path, steps)
        _make_shrinkable(db)
    except BaseException:
        db.close()
        raise
    return OpenFile(db, lock, notes=notes)


def _beside_owner(path: Path, pid: int | None, steps: Sequence[str]) -> OpenFile:
    who = "Another Agora Console" if pid is None else f"Another Agora Console (process {pid})"
    deadline = time.monotonic() + OWNER_READY_S
    while (db := _of_version(path, len(steps))) is None:
        if time.monotonic() > deadline:
            raise JournalError(
                f"{who} uses the data folder {path.parent}, with a journal that this one cannot "
                "read.",
                action="Close it, then open this one again.",
            )
        time.sleep(0.02)  # the owner may be making, migrating or recovering it
    reason = f"{who} uses the data folder {path.parent}. This one only shows."
    return OpenFile(_query_only(db), read_only_reason=reason, beside_owner=True)


def _of_version(path: Path, wanted: int) -> sqlite3.Connection | None:
    """A connection for reading; None when the file is not there or not of that version."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        db = sqlite3.connect(uri, uri=True, timeout=BUSY_S, isolation_level=None)
    except sqlite3.OperationalError:
        return None
    try:
        if version(db) == wanted:
            return db
    except sqlite3.DatabaseError:
        pass
    db.close()
    return None


def _copy(path: Path, lock: OwnerLock | None = None) -> OpenFile:
    """SQLite cannot read a database whose log it may not touch, so it reads a copy of both."""
    folder = tempfile.TemporaryDirectory(prefix="agora-console-")
    try:
        for suffix in ("", "-wal"):
            source = path.with_name(path.name + suffix)
            if source.exists():
                shutil.copyfile(source, Path(folder.name, source.name))
    except BaseException:
        folder.cleanup()
        raise
    reason = (
        f"The journal {path} cannot be written, so this console only shows. Make the file and its "
        "folder writable for you, or choose another one with --data-dir."
    )
    db = _query_only(_connect(Path(folder.name, path.name)))
    return OpenFile(db, lock, read_only_reason=reason, copy=folder)


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_S, isolation_level=None)


def _query_only(db: sqlite3.Connection) -> sqlite3.Connection:
    db.execute("PRAGMA query_only = ON")
    return db


def _prepare(db: sqlite3.Connection) -> None:
    """What makes a commit durable. `fullfsync` is what fsync means on macOS."""
    for setting in (
        f"page_size = {PAGE_SIZE}",
        f"auto_vacuum = {SHRINKABLE}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "fullfsync = ON",
        "checkpoint_fullfsync = ON",
        "foreign_keys = ON",
    ):
        db.execute(f"PRAGMA {setting}")


def _make_shrinkable(db: sqlite3.Connection) -> None:
    """A file of an older version has to be written anew once, before it can become smaller."""
    if db.execute("PRAGMA auto_vacuum").fetchone()[0] == SHRINKABLE:
        return
    try:
        db.execute(f"PRAGMA auto_vacuum = {SHRINKABLE}")
        db.execute("VACUUM")
    except sqlite3.OperationalError as error:  # no room for a second copy: it stays as large
        log.info("The journal cannot become smaller for now: %s", error)


def _may_write(path: Path) -> bool:
    try:
        path.open("rb+").close()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _sound(db: sqlite3.Connection, steps: Sequence[str]) -> bool:
    """False for a damaged file; one of a newer version is not ours to judge."""
    try:
        return version(db) > len(steps) or healthy(db)
    except sqlite3.DatabaseError as error:
        if damaged(error):
            return False
        raise


def _newer(path: Path) -> str:
    return (
        f"The journal {path} was made by a newer Agora Console. This one only shows; "
        "install the newer version to go on."
    )


def _recovered(done: Rescue) -> Problem:
    return Problem(
        f"The journal was damaged. Recovered: {done.sessions} sessions, {done.files} files, "
        f"{done.entries} lines of their time lines.",
        severity=Severity.WARNING,
        rule="journal",
        holds="Recordings that run go on at Agora.",
        action=f"Keep the damaged file, it is untouched: {done.aside}",
    )
