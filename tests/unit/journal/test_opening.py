"""Who may write, who only reads, and what each one is told."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from agora_console.journal import opening
from agora_console.journal.lock import OwnerLock, owner
from agora_console.journal.opening import _make_shrinkable, open_file
from agora_console.journal.rows import SESSION_COLUMNS, session_row
from agora_console.journal.schema import STEPS, version
from agora_console.journal.store import Journal, JournalError
from tests.unit.journal.samples import entry, python, session

NEXT_STEP = "CREATE TABLE later (note TEXT)"
HOLD = """
journal = Journal.open(path)
journal.save(session())
print("open", flush=True)
sys.stdin.readline()
"""


def with_version(path: Path, number: int) -> None:
    """Make the file look like one of another version."""
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {number}")


def test_a_new_journal_is_made_with_its_folder(journal: Journal, path: Path) -> None:
    assert path.is_file()
    assert journal.read_only_reason == ""
    assert journal.notes == ()


def test_commits_are_made_durable(journal: Journal) -> None:
    settings = [
        journal._db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "page_size", "foreign_keys")
    ]

    assert settings == ["wal", 2, 8192, 1]  # 2 is FULL


# --- two consoles ------------------------------------------------------------------


def test_a_second_journal_shows_and_does_not_write(
    journal: Journal, open_journal: Callable[[], Journal]
) -> None:
    second = open_journal()
    journal.save(session(), entry())

    assert second.sessions() == [session()]
    assert second.entries("one") == [entry()]
    with pytest.raises(JournalError, match="This one only shows"):
        second.save(session(sid="sid"))


def test_a_second_process_reads_and_is_told_who_writes(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    with python(HOLD, path) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "open\n"

        second = open_journal()
        assert f"process {first.pid}" in second.read_only_reason
        assert second.sessions() == [session()]

        first.communicate("end\n")
    assert open_journal().read_only_reason == ""


def test_a_killed_process_leaves_no_lock_behind(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    with python(HOLD, path) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.kill()
        first.wait()

        journal = open_journal()

    assert journal.read_only_reason == ""
    assert journal.sessions() == [session()]


def test_an_owner_that_left_no_number_is_still_an_owner(tmp_path: Path) -> None:
    lock = OwnerLock.take(tmp_path / "lock")
    assert lock is not None
    assert owner(tmp_path / "lock") == os.getpid()
    (tmp_path / "lock").write_text("")

    assert OwnerLock.take(tmp_path / "lock") is None
    assert owner(tmp_path / "lock") is None
    lock.release()


def test_a_journal_of_an_unnamed_owner_is_shown(
    journal: Journal, path: Path, open_journal: Callable[[], Journal]
) -> None:
    path.with_name(f"{path.name}.lock").write_text("")

    assert open_journal().read_only_reason.startswith("Another Agora Console uses")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: with_version(path, len(STEPS) + 1),
        lambda path: path.write_bytes(b"nonsense" * 1000),
        lambda path: path.rename(path.with_name("elsewhere")),
    ],
    ids=["version", "damage", "absence"],
)
def test_beside_an_owner_whose_journal_cannot_be_read_nothing_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[Path], None]
) -> None:
    monkeypatch.setattr(opening, "OWNER_READY_S", 0.0)
    path = tmp_path / "journal.sqlite3"
    Journal.open(path).close()
    lock = OwnerLock.take(path.with_name(f"{path.name}.lock"))
    assert lock is not None
    spoil(path)

    with pytest.raises(JournalError, match="this one cannot read"):
        Journal.open(path)
    lock.release()


def test_beside_an_owner_that_is_not_ready_yet_it_waits(
    path: Path, monkeypatch: pytest.MonkeyPatch, open_journal: Callable[[], Journal]
) -> None:
    Journal.open(path).close()
    lock = OwnerLock.take(path.with_name(f"{path.name}.lock"))
    assert lock is not None
    elsewhere = path.rename(path.with_name("elsewhere"))
    with monkeypatch.context() as owner_works:
        owner_works.setattr(time, "sleep", lambda seconds: elsewhere.rename(path))

        assert "This one only shows" in open_journal().read_only_reason
    lock.release()


def test_of_consoles_that_are_opened_at_once_one_writes_and_the_others_show(path: Path) -> None:
    code = """
sys.stdin.readline()
journal = Journal.open(path)
print(len(journal.sessions()), journal.read_only_reason, flush=True)
sys.stdin.readline()
"""
    consoles = [python(code, path) for _ in range(4)]
    said = []
    for line in ("begin\n", "end\n"):
        for console in consoles:
            assert console.stdin is not None
            console.stdin.write(line)
            console.stdin.flush()
        said += [console.stdout.readline().strip() for console in consoles if console.stdout]
    for console in consoles:
        console.communicate(timeout=20)

    assert said.count("0") == 1
    assert sum("This one only shows" in line for line in said) == 3


def test_a_lock_that_cannot_be_written_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int, text: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "write", full)
        with pytest.raises(OSError, match="No space"):
            OwnerLock.take(tmp_path / "lock")

    lock = OwnerLock.take(tmp_path / "lock")
    assert lock is not None
    lock.release()


# --- versions ------------------------------------------------------------------------


def test_a_newer_journal_is_shown_and_not_written(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    first = open_journal()
    first.save(session())
    first.close()
    with_version(path, len(STEPS) + 1)

    newer = open_journal()

    assert "newer Agora Console" in newer.read_only_reason
    assert newer.sessions() == [session()]
    with pytest.raises(JournalError, match="newer Agora Console"):
        newer.append(entry())


def test_an_older_journal_is_copied_before_it_is_changed(path: Path, journal: Journal) -> None:
    journal.save(session())
    journal.close()

    file = open_file(path, (*STEPS, NEXT_STEP))
    taken = version(file.db)
    file.close()

    copy = path.with_name(f"journal.schema-{len(STEPS)}.sqlite3")
    with closing(sqlite3.connect(copy)) as db:
        assert (version(db), taken) == (len(STEPS), len(STEPS) + 1)
        assert db.execute("SELECT id FROM session").fetchall() == [("one",)]
    assert not path.with_name(f"{copy.name}.part").exists()


def test_a_step_that_fails_leaves_the_journal_as_it_was(path: Path, journal: Journal) -> None:
    journal.save(session())
    journal.close()

    with pytest.raises(JournalError):
        open_file(path, (*STEPS, "CREATE TABLE later (note TEXT); SELECT nonsense FROM nowhere"))

    again = Journal.open(path)
    assert again.sessions() == [session()]
    assert again._db.execute("SELECT * FROM sqlite_master WHERE name = 'later'").fetchall() == []
    again.close()


def test_a_step_that_cannot_even_begin_changes_nothing(path: Path) -> None:
    with pytest.raises(JournalError):
        open_file(path, ("COMMIT; CREATE nonsense",))


# --- places that do not work ---------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    with pytest.raises(JournalError, match="cannot be written") as failed:
        Journal.open(tmp_path / "data" / "journal.sqlite3")

    assert "--data-dir" in failed.value.problem.action


def test_a_journal_that_is_a_folder_is_told(path: Path) -> None:
    path.mkdir(parents=True)

    with pytest.raises(JournalError, match="cannot be written"):
        Journal.open(path)


def test_a_journal_that_another_program_keeps_to_itself_is_told(
    path: Path, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.close()
    monkeypatch.setattr(opening, "BUSY_S", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as viewer:
        viewer.execute("PRAGMA locking_mode = EXCLUSIVE")
        viewer.execute("BEGIN EXCLUSIVE")

        with pytest.raises(JournalError, match="busy"):
            Journal.open(path)


def test_a_journal_that_cannot_be_locked_is_shown(
    path: Path, open_journal: Callable[[], Journal]
) -> None:
    first = open_journal()
    first.save(session())
    first.close()
    lock = path.with_name(f"{path.name}.lock")
    lock.unlink()
    lock.mkdir()

    journal = open_journal()

    assert "cannot be written" in journal.read_only_reason
    assert journal.sessions() == [session()]
    with pytest.raises(JournalError, match="cannot be written"):
        journal.append(entry())


DENIED = """
if os.getuid() == 0:  # permissions mean nothing to root
    os.setuid(65534)
journal = Journal.open(path)
print([each.id for each in journal.sessions()], journal.read_only_reason)
try:
    journal.append(entry())
except JournalError as error:
    print(error)
journal.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("folder_mode", [0o555, 0o777], ids=["folder", "file"])
def test_what_is_not_writable_is_shown_with_what_only_the_log_holds(folder_mode: int) -> None:
    """A process was killed, so the session stands in the log alone, which may not be touched."""
    with TemporaryDirectory(dir="/tmp") as name:
        path = Path(name, "journal.sqlite3")
        with python(HOLD, path) as first:
            assert first.stdout is not None
            first.stdout.readline()
            first.kill()
        for file in path.parent.iterdir():
            file.chmod(0o444)
        path.with_name(f"{path.name}.lock").chmod(0o666)
        path.parent.chmod(folder_mode)

        with python(DENIED, path) as child:
            shown, _ = child.communicate(timeout=20)
        path.parent.chmod(0o700)

    assert shown.startswith("['one'] The journal")
    assert shown.count("cannot be written") == 2


# --- taking over ---------------------------------------------------------------------


def test_a_journal_beside_its_owner_owns_the_file_when_that_one_ends(
    open_journal: Callable[[], Journal],
) -> None:
    owner_ = open_journal()
    owner_.save(session())
    second = open_journal()
    assert not second.own()
    assert second.read_only_reason
    assert second.moved()
    assert not second.moved()
    owner_.save(session("two"))
    assert second.moved()
    owner_.close()
    assert second.own()
    assert (second.read_only_reason, second.beside_owner) == ("", False)
    second.save(session("three"))
    assert [each.id for each in second.sessions()] == ["one", "three", "two"]
    assert second.own()  # it does already


def test_a_take_over_that_fails_lets_the_lock_go(
    open_journal: Callable[[], Journal], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = open_journal(), open_journal()
    first.close()

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("no")

    with monkeypatch.context() as broken:
        broken.setattr("agora_console.journal.opening._owned", refuse)
        with pytest.raises(JournalError):
            second.own()
    assert second.own()


def test_a_journal_of_the_first_schema_is_copied_and_becomes_shrinkable(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.executescript(f"PRAGMA journal_mode = WAL; BEGIN; {STEPS[0]}; COMMIT")
        db.execute("PRAGMA user_version = 1")
        insert = f"INSERT INTO session ({', '.join(SESSION_COLUMNS)}) VALUES ({'?, ' * 12} ?)"
        db.execute(insert, session_row(session()))
    opened = Journal.open(path)
    assert opened.sessions() == [session()]
    assert opened._db.execute("PRAGMA auto_vacuum").fetchone() == (2,)
    assert version(opened._db) == len(STEPS)
    assert path.with_name("journal.schema-1.sqlite3").is_file()
    opened.close()


def test_without_room_to_be_written_anew_a_journal_stays_as_large_as_it_is(path: Path) -> None:
    class Full:
        def execute(self, statement: str) -> Full:
            if statement == "VACUUM":
                raise sqlite3.OperationalError("database or disk is full")
            return self

        def fetchone(self) -> tuple[int]:
            return (0,)

    _make_shrinkable(Full())  # type: ignore[arg-type]
