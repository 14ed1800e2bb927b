"""A damaged journal gives back what can be read, and the damaged file is kept."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from agora_console.domain.session import Phase, Session
from agora_console.journal import rescue as rescuing
from agora_console.journal.schema import PAGE_SIZE
from agora_console.journal.store import Journal, JournalError
from tests.unit.journal.samples import entry, files, python, session

SESSIONS = 40
LEAF = 13


@pytest.fixture
def full(path: Path) -> list[Session]:
    """A closed journal of some pages; what it holds."""
    journal = Journal.open(path)
    for number in range(SESSIONS):
        journal.save(
            session(str(number), created_at=float(number), sid=f"sid-{number}", cause="x" * 900),
            entry(str(number)),
        )
    journal.save(session("files", created_at=99.0, files=files(5)))
    sessions = journal.sessions()
    journal.close()
    return sessions


def overwrite(path: Path, start: int, length: int = PAGE_SIZE) -> bytes:
    """Damage a file; returns what is then in it."""
    with path.open("rb+") as file:
        file.seek(start)
        file.write(b"\xa5" * length)
    return path.read_bytes()


def page_of(path: Path, table: str, nth: int = 1) -> int:
    """Where in the file the `nth` leaf of a table begins, or its only one."""
    with closing(sqlite3.connect(path)) as db:
        found = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
        root = int(found.fetchone()[0])
    content = path.read_bytes()
    if content[(root - 1) * PAGE_SIZE] == LEAF:
        return (root - 1) * PAGE_SIZE
    children = content[(root - 1) * PAGE_SIZE + 12 :]
    cell = int.from_bytes(children[2 * nth : 2 * nth + 2])
    begin = (root - 1) * PAGE_SIZE + cell
    return (int.from_bytes(content[begin : begin + 4]) - 1) * PAGE_SIZE


def aside(path: Path) -> Path:
    """The damaged file that was set aside."""
    (found,) = path.parent.glob("journal.damaged-*.sqlite3")
    return found


def test_one_damaged_page_costs_at_most_what_it_held(
    path: Path, full: list[Session], open_journal: Callable[[], Journal]
) -> None:
    damaged = overwrite(path, page_of(path, "session"))

    journal = open_journal()

    found = journal.sessions()
    assert SESSIONS - 10 <= len(found) - 1 < SESSIONS
    assert all(each in full for each in found)
    assert found[-1].files == files(5)
    assert len(journal.entries("0")) == 1
    assert aside(path).read_bytes() == damaged


def test_the_person_is_told_what_came_back_and_where_the_damaged_file_is(
    path: Path, full: list[Session], open_journal: Callable[[], Journal]
) -> None:
    overwrite(path, page_of(path, "entry"))

    journal = open_journal()

    (note,) = journal.notes
    assert f"Recovered: {len(full)} sessions, 5 files, 0 lines" in note.sentence
    assert str(aside(path)) in note.action


def test_a_recovered_journal_is_used_like_any_other(
    path: Path, full: list[Session], open_journal: Callable[[], Journal]
) -> None:
    overwrite(path, page_of(path, "session"))
    first = open_journal()
    first.save(session("new", created_at=200.0))
    before = first.sessions()
    first.close()

    second = open_journal()

    assert second.notes == ()
    assert second.sessions() == before


def test_without_a_header_the_sessions_are_found_in_the_bytes(
    path: Path, full: list[Session], open_journal: Callable[[], Journal]
) -> None:
    overwrite(path, 0, 200)

    found = open_journal().sessions()

    assert found == [each.model_copy(update={"files": ()}) for each in full]


def test_of_several_texts_of_a_session_the_latest_counts(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    begun = session(phase=Phase.STARTING, since=1001.0, cause="half { a brace")
    later = session(phase=Phase.RECORDING, since=1002.0, sid="sid")
    text = '{"id":"broken"' + later.to_json() + begun.to_json() + '{"id":"x","config":' + "[" * 9000
    path.parent.mkdir()
    path.write_bytes(b"not a database" + b"\0" * 4000 + text.encode())

    assert open_journal().sessions() == [later]


def test_the_log_is_read_as_well(path: Path, open_journal: Callable[[], Journal]) -> None:
    """What was committed last may stand in the log alone."""
    code = """
journal = Journal.open(path)
journal.save(session(sid="sid"))
os.kill(os.getpid(), signal.SIGKILL)
"""
    with python(code, path) as child:
        child.wait()
    overwrite(path, 0, 4096)
    logged = overwrite(path.with_name(f"{path.name}-wal"), 0, 32)

    assert [each.sid for each in open_journal().sessions()] == ["sid"]
    assert aside(path).with_name(f"{aside(path).name}-wal").read_bytes() == logged


def test_a_file_that_was_never_a_journal_is_kept_and_told(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    path.parent.mkdir()
    path.write_text("dear diary, " * 1000)

    journal = open_journal()

    assert journal.sessions() == []
    assert "Recovered: 0 sessions" in journal.notes[0].sentence
    assert aside(path).read_text().startswith("dear diary")


def test_damage_found_while_it_is_open_is_told(path: Path, full: list[Session]) -> None:
    journal = Journal.open(path)
    overwrite(path, page_of(path, "session"))
    journal._db.execute("PRAGMA shrink_memory")  # what was read before is forgotten

    with pytest.raises(JournalError, match="is damaged") as failed:
        journal.sessions()

    assert "open it again" in failed.value.problem.action
    journal.close()


def test_a_rescue_that_was_cut_off_before_its_last_step_is_finished(
    path: Path, full: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    overwrite(path, page_of(path, "session"))
    with monkeypatch.context() as cut:
        cut.setattr(rescuing, "finish", lambda path: None)
        rescuing.rescue(path, rescuing.set_aside(path))
    path.with_name(f"{path.name}-wal").write_bytes(b"the log of the damaged file")

    journal = Journal.open(path)

    assert journal.notes == ()
    assert len(journal.sessions()) > SESSIONS - 10
    journal.close()


def test_a_rescue_that_was_cut_off_earlier_begins_again(
    path: Path, full: list[Session], open_journal: Callable[[], Journal]
) -> None:
    overwrite(path, page_of(path, "session"))
    path.with_name(f"{path.name}.rescue").write_bytes(b"half a fresh journal")

    assert len(open_journal().sessions()) > SESSIONS - 10


def test_a_rescue_without_room_leaves_the_damaged_file_in_its_place(
    path: Path, full: list[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    damaged = overwrite(path, page_of(path, "session"))

    def no_room(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copy2", no_room)
    with pytest.raises(JournalError, match="is full"):
        Journal.open(path)

    assert path.read_bytes() == damaged
