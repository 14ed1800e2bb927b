"""Journal: sessions, their files and their time lines in one SQLite file.

There is no list call at Agora, so this file is the only list of recordings in existence. Whatever
`save` and `append` have returned for is on the disk, through a crash and through a power cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from agora_console.domain.session import FileEntry, Session
from agora_console.domain.slices import common
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError, in_words
from agora_console.journal.guard import refuse_secrets
from agora_console.journal.opening import OpenFile, open_file, take_over
from agora_console.journal.rows import (
    ADD_ENTRY,
    ADD_FILE,
    ENTRY_COLUMNS,
    PUT_SESSION,
    SESSION_COLUMNS,
    entry_of,
    entry_row,
    file_of,
    file_row,
    session_of,
    session_row,
)

__all__ = ["Entry", "Journal", "JournalError"]

SHRINK_PAGES = 256
"""Pages of the file that are given back at once: some milliseconds of work."""

KEPT_PAGES = 64
"""Free pages that stay in the file for what comes next."""

Change = tuple[str, Iterable[tuple[Any, ...]]]
"""A statement and the rows that it is carried out with."""


class Journal:
    """An open journal, for one thread. Every method but `close` raises JournalError.

    `read_only_reason` is a sentence when somebody else owns the file, when it cannot be written or
    when a newer version made it: then reading works and writing is refused. `beside_owner` is True
    for the first of these. `notes` is what a person must be told of the opening.
    """

    def __init__(self, path: Path, file: OpenFile) -> None:
        self.path = path
        self._closed = False
        self._use(file)

    @classmethod
    def open(cls, path: Path) -> Journal:
        """Open the journal at `path`, new where there is none, and own it if nobody else does.

        A damaged file is set aside and what can be read of it recovered.
        """
        return cls(path, open_file(path))

    def _use(self, file: OpenFile) -> None:
        self.read_only_reason = file.read_only_reason
        self.beside_owner = file.beside_owner
        self.notes = file.notes
        self._file = file
        self._db = file.db
        self._files: dict[str, tuple[FileEntry, ...]] = {}
        self._data_version = 0

    def close(self) -> None:
        """Close the file and let the next one own it; harmless when done twice."""
        if not self._closed:
            self._closed = True
            self._file.close()

    # --- writing ---------------------------------------------------------------

    def save(self, session: Session, *entries: Entry) -> None:
        """Write a session as it now is, and with it lines of its time line, all or none.

        On the disk when it returns. A secret in the session refuses the whole call. A secret in
        an entry refuses that entry alone, after the session was written: an id that cost money is
        not given up for a faulty line.
        """
        refuse_secrets(session.config, "config")
        refuse_secrets(session.layout, "layout")
        refuse_secrets([session.cause, session.last_answer], "session")
        leak: JournalError | None = None
        lines = []
        for entry in entries:
            try:
                refuse_secrets([entry.text, entry.detail], "entry")
                lines.append(entry_row(entry))
            except JournalError as error:
                leak = error
        changes: list[Change] = [(PUT_SESSION, [session_row(session)])]
        if self._files.get(session.id) is not session.files:
            changes += self._files_changed(session)
        changes.append((ADD_ENTRY, lines))
        self._write(changes)
        self._files[session.id] = session.files
        if leak is not None:
            raise leak

    def append(self, entry: Entry) -> None:
        """Add one line to a time line; on the disk when it returns."""
        refuse_secrets([entry.text, entry.detail], "entry")
        self._write([(ADD_ENTRY, [entry_row(entry)])])

    def remove(self, session_id: str) -> None:
        """Remove a session that is over, with its files and its time line.

        One that is not over stays: JournalError.
        """
        self._write(
            [
                ("DELETE FROM entry WHERE session_id = ?", [(session_id,)]),
                ("DELETE FROM session WHERE id = ?", [(session_id,)]),
            ]
        )
        self._files.pop(session_id, None)

    def shrink(self, pages: int = SHRINK_PAGES) -> bool:
        """Give so many free pages of the file back; True when there are more."""
        self._must_be_open()
        if self.read_only_reason:
            return False
        with in_words(self.path):
            before = self._free_pages()
            if before > KEPT_PAGES:
                self._db.execute(f"PRAGMA incremental_vacuum({pages})").fetchall()
            after = self._free_pages()
        return KEPT_PAGES < after < before

    def _free_pages(self) -> int:
        return int(self._db.execute("PRAGMA freelist_count").fetchone()[0])

    def _files_changed(self, session: Session) -> list[Change]:
        """Write only what differs: a list of 100 000 files mostly grows at its end."""
        known = self._files.get(session.id, ())
        same = common(known, session.files)
        added = (
            file_row(session.id, position, file)
            for position, file in enumerate(session.files[same:], same)
        )
        cut = "DELETE FROM file WHERE session_id = ? AND position >= ?"
        return [(cut, [(session.id, same)]), (ADD_FILE, added)]

    def _write(self, changes: Iterable[Change]) -> None:
        """Make all changes or none, in their order; on the disk when it returns."""
        self._must_be_open()
        if self.read_only_reason:
            raise JournalError(self.read_only_reason)
        db = self._db
        with in_words(self.path):
            try:
                db.execute("BEGIN IMMEDIATE")
                for statement, rows in changes:
                    db.executemany(statement, rows)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise

    # --- beside an owner ---------------------------------------------------------

    def own(self) -> bool:
        """Own the file if its owner has ended; True when this journal may write from now on.

        Also True where it may not write for another reason, which `read_only_reason` then says.
        """
        self._must_be_open()
        if not self.beside_owner:
            return True
        file = take_over(self.path)
        if file is None:
            return False
        self._file.close()
        self._use(file)
        return True

    def moved(self) -> bool:
        """Whether the owner has written anything since the last call."""
        self._must_be_open()
        with in_words(self.path):
            now = int(self._db.execute("PRAGMA data_version").fetchone()[0])
        before, self._data_version = self._data_version, now
        return now != before

    # --- reading ---------------------------------------------------------------

    def sessions(self) -> list[Session]:
        """Every session with its files, in the order in which they were begun."""
        self._must_be_open()
        with in_words(self.path):
            names = ", ".join(SESSION_COLUMNS)
            rows = self._db.execute(f"SELECT {names} FROM session ORDER BY created_at, id")
            found = [dict(zip(SESSION_COLUMNS, row, strict=True)) for row in rows]
            files = self._all_files()
        sessions = [session_of(row, tuple(files.get(row["id"], ()))) for row in found]
        self._files = {session.id: session.files for session in sessions}
        return sessions

    def entries(self, session_id: str, limit: int = 500) -> list[Entry]:
        """The time line of a session, newest first, at most `limit` lines."""
        self._must_be_open()
        names = ", ".join(ENTRY_COLUMNS)
        query = (
            f"SELECT {names} FROM entry WHERE session_id = ? ORDER BY at DESC, number DESC LIMIT ?"
        )
        with in_words(self.path):
            rows = self._db.execute(query, (session_id, limit)).fetchall()
        return [entry_of(row) for row in rows]

    def _all_files(self) -> dict[str, list[FileEntry]]:
        files: dict[str, list[FileEntry]] = {}
        query = "SELECT session_id, file_name, json FROM file ORDER BY session_id, position"
        for session_id, name, text in self._db.execute(query):
            files.setdefault(session_id, []).append(file_of(name, text))
        return files

    def _must_be_open(self) -> None:
        if self._closed:
            raise JournalError("The journal is closed.")
