"""A disk that takes nothing more is told, and what was written before stays."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from agora_console.journal.errors import JournalError, in_words
from agora_console.journal.store import Journal
from tests.unit.journal.samples import entry, files, python, session

# A process that may not write beyond a size meets, in its own files, what a full disk does.
FILL = """
import resource
journal = Journal.open(path)
journal.save(session(sid="sid"), entry())
log = path.with_name(path.name + "-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (log, resource.RLIM_INFINITY))
try:
    journal.save(session(sid="another", files=files(1000)), entry())
except JournalError as error:
    print(error)
print([each.sid for each in journal.sessions()], flush=True)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
journal.save(session(sid="another", files=files(1000)), entry())
"""


@pytest.mark.skipif(os.name != "posix", reason="file size limits of POSIX")
def test_a_file_that_cannot_grow_is_told_and_works_again_when_it_can(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    with python(FILL, path) as child:
        said, _ = child.communicate(timeout=30)

    sentence, sids = said.splitlines()
    assert "the disk is full, failing or gone" in sentence
    assert sids == "['sid']"
    assert child.returncode == 0
    journal = open_journal()
    assert journal.sessions() == [session(sid="another", files=files(1000))]
    assert len(journal.entries("one")) == 2


def test_a_database_that_finds_no_room_is_told(journal: Journal) -> None:
    journal.save(session(sid="sid"))
    pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
    journal._db.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(JournalError, match="is full") as failed:
        journal.save(session(sid="another", files=files(5000)), entry())

    assert "Free some space" in failed.value.problem.action
    assert [each.sid for each in journal.sessions()] == ["sid"]


def test_another_program_that_holds_the_file_is_told(journal: Journal, path: Path) -> None:
    journal._db.execute("PRAGMA busy_timeout = 10")
    viewer = sqlite3.connect(path, isolation_level=None)
    viewer.execute("BEGIN IMMEDIATE")

    with pytest.raises(JournalError, match="busy"):
        journal.save(session())

    viewer.close()
    journal.save(session())


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_IOERR_FSYNC, "failing or gone"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "cannot be written"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "busy"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "is damaged"),
    ],
)
def test_each_kind_of_failure_has_its_sentence(code: int, words: str) -> None:
    error = sqlite3.OperationalError("in SQLite's words")
    error.sqlite_errorcode = code

    with pytest.raises(JournalError, match=words) as failed, in_words(Path("journal")):
        raise error

    assert "Recordings that run go on" in failed.value.problem.holds


def test_what_nobody_foresaw_is_told_with_its_text() -> None:
    with pytest.raises(JournalError, match="failed") as failed, in_words(Path("journal")):
        raise sqlite3.ProgrammingError("some nonsense")

    assert failed.value.problem.detail == "some nonsense"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "is full"), (errno.EDQUOT, "is full"), (errno.EROFS, "cannot be written")],
)
def test_what_the_file_system_says_is_told(number: int, words: str) -> None:
    with pytest.raises(JournalError, match=words), in_words(Path("journal")):
        raise OSError(number, os.strerror(number))
