"""What is saved comes back whole, and nothing else is touched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from agora_console.domain.session import FileEntry, Phase, Session, Uploading
from agora_console.journal.entries import Entry
from agora_console.journal.errors import SecretRefusedError
from agora_console.journal.store import Journal, JournalError
from tests.unit.journal.samples import entry, files, session

FULL = session(
    phase=Phase.UPLOADING,
    since=1300.0,
    cause="Agora took the stop.",
    resource_id="resource",
    acquired_at=1001.0,
    start_sent_at=1002.0,
    sid="sid",
    started_at=1003.0,
    confirmed_at=1010.0,
    last_status=5,
    last_status_at=1250.0,
    last_answer="In progress",
    last_answer_at=1250.0,
    next_ask_at=1310.0,
    trouble_since=1290.0,
    trouble_count=2,
    layout={"mixedVideoLayout": 1},
    layout_at=1100.0,
    stop_sent_at=1299.0,
    ended_at=1301.0,
    uploading=Uploading.BACKUPED,
    files=files(3),
)


def written(journal: Journal, values: Session) -> int:
    """How many rows it takes to save a session."""
    before = journal._db.total_changes
    journal.save(values)
    return journal._db.total_changes - before


def test_a_session_comes_back_as_it_was(journal: Journal) -> None:
    journal.save(FULL)

    assert journal.sessions() == [FULL]


def test_a_session_comes_back_after_the_journal_was_closed(
    open_journal: Callable[[], Journal],
) -> None:
    first = open_journal()
    first.save(FULL)
    first.close()

    assert open_journal().sessions() == [FULL]


def test_what_finds_a_recording_stands_in_columns_of_its_own(journal: Journal, path: Path) -> None:
    journal.save(FULL)

    with closing(sqlite3.connect(path)) as db:
        row = db.execute("SELECT resource_id, sid, cname, uid, mode, phase, over FROM session")
        assert row.fetchone() == ("resource", "sid", "town-hall", "4711", "mix", "uploading", 0)


def test_saving_again_replaces_the_session(journal: Journal) -> None:
    journal.save(session())
    journal.save(FULL)

    assert journal.sessions() == [FULL]


def test_sessions_come_in_the_order_in_which_they_were_begun(journal: Journal) -> None:
    for name, begun in (("late", 3.0), ("early", 1.0), ("middle", 2.0)):
        journal.save(session(name, created_at=begun))

    assert [each.id for each in journal.sessions()] == ["early", "middle", "late"]


def test_a_session_and_its_entry_are_written_together(journal: Journal) -> None:
    journal.save(session(), entry())

    assert journal.entries("one") == [entry()]


def test_an_entry_that_cannot_be_written_takes_the_session_with_it(journal: Journal) -> None:
    nobody = Entry(None, 1.0, "note", "test", "Whose?")  # type: ignore[arg-type]

    with pytest.raises(JournalError):
        journal.save(session(), nobody)

    assert journal.sessions() == []


def test_a_time_line_is_read_newest_first_and_cut_to_its_limit(journal: Journal) -> None:
    for at in (10.0, 30.0, 20.0):
        journal.append(entry(at=at))

    assert [each.at for each in journal.entries("one", limit=2)] == [30.0, 20.0]


def test_of_two_entries_of_one_moment_the_later_one_is_newer(journal: Journal) -> None:
    journal.append(entry(text="first"))
    journal.append(entry(text="second"))

    assert [each.text for each in journal.entries("one")] == ["second", "first"]


def test_a_time_line_holds_the_entries_of_its_session_only(journal: Journal) -> None:
    journal.append(entry("one"))
    journal.append(entry("other"))

    assert journal.entries("other") == [entry("other")]


def test_the_time_line_is_read_by_its_index(journal: Journal) -> None:
    query = "EXPLAIN QUERY PLAN SELECT * FROM entry WHERE session_id = 'one' ORDER BY at, number"

    plan = " ".join(row[3] for row in journal._db.execute(query))

    assert "entry_by_session" in plan
    assert "TEMP B-TREE" not in plan


# --- files ---------------------------------------------------------------------


def test_every_field_of_a_file_is_kept(journal: Journal) -> None:
    file = files(1)[0]
    assert set(file.known()) == set(FileEntry._fields)

    journal.save(session(files=(file,)))

    assert journal.sessions()[0].files == (file,)


def test_files_are_not_written_again_while_they_stay_the_same(journal: Journal) -> None:
    many = session(files=files(1000))
    journal.save(many)

    assert written(journal, many.model_copy(update={"last_status": 5})) == 1


def test_of_a_list_that_grows_only_the_new_files_are_written(journal: Journal) -> None:
    journal.save(session(files=files(1000)))

    assert written(journal, session(files=files(1002))) == 3


def test_of_a_list_that_differs_the_rest_is_written_again(journal: Journal) -> None:
    journal.save(session(files=files(4)))
    changed = (*files(2), *files(1, start=7))

    journal.save(session(files=changed))

    assert journal.sessions()[0].files == changed


def test_files_of_a_session_that_was_not_read_yet_are_replaced(
    open_journal: Callable[[], Journal],
) -> None:
    first = open_journal()
    first.save(session(files=files(4)))
    first.close()

    second = open_journal()
    second.save(session(files=files(2, start=9)))

    assert second.sessions()[0].files == files(2, start=9)


def test_after_reading_files_are_known_and_not_written_again(
    open_journal: Callable[[], Journal],
) -> None:
    first = open_journal()
    first.save(session(files=files(100)))
    first.close()

    second = open_journal()
    (read,) = second.sessions()

    assert written(second, read) == 1


def test_files_that_could_not_be_written_are_written_the_next_time(journal: Journal) -> None:
    nobody = Entry(None, 1.0, "note", "test", "Whose?")  # type: ignore[arg-type]
    with pytest.raises(JournalError):
        journal.save(session(files=files(3)), nobody)

    journal.save(session(files=files(3)))

    assert journal.sessions()[0].files == files(3)


def test_a_hundred_thousand_files_are_kept(journal: Journal) -> None:
    long = session(files=files(100_000))

    journal.save(long)

    assert journal.sessions() == [long]


# --- what may not happen ---------------------------------------------------------


def test_an_entry_is_never_changed(journal: Journal) -> None:
    journal.append(entry())

    with pytest.raises(sqlite3.IntegrityError, match="only added"):
        journal._db.execute("UPDATE entry SET text = 'something else'")


@pytest.mark.parametrize("table", ["session", "entry"])
def test_nothing_is_removed_of_a_session_that_may_still_record(
    journal: Journal, table: str
) -> None:
    journal.save(session(), entry())

    with pytest.raises(sqlite3.IntegrityError, match="not over"):
        journal._db.execute(f"DELETE FROM {table}")


def test_a_session_that_is_over_can_be_removed_with_all_that_belongs_to_it(
    journal: Journal,
) -> None:
    journal.save(session(over=True, files=files(2)), entry())

    journal._db.execute("DELETE FROM entry WHERE session_id = 'one'")
    journal._db.execute("DELETE FROM session WHERE id = 'one'")

    assert journal._db.execute("SELECT count(*) FROM file").fetchone() == (0,)


def test_a_secret_in_the_config_is_refused_and_nothing_written(journal: Journal) -> None:
    leaky = session(config={"clientRequest": {"storageConfig": {"secretKey": "hush-hush"}}})

    with pytest.raises(
        SecretRefusedError, match=r"config\.clientRequest\.storageConfig\.secretKey"
    ):
        journal.save(leaky)

    assert journal.sessions() == []


@pytest.mark.parametrize("field", ["cause", "last_answer"])
def test_a_secret_in_what_agora_said_is_refused(journal: Journal, field: str) -> None:
    with pytest.raises(SecretRefusedError):
        journal.save(session(**{field: 'Agora said {"token": "hush-hush"}'}))


def test_a_secret_in_an_entry_is_refused_and_the_ids_are_still_written(journal: Journal) -> None:
    leaky = Entry("one", 1.0, "request", "agora", "start", {"token": "hush-hush"})

    with pytest.raises(SecretRefusedError) as refused:
        journal.save(session(sid="sid"), leaky)

    assert "hush-hush" not in str(refused.value)
    assert [each.sid for each in journal.sessions()] == ["sid"]
    assert journal.entries("one") == []


def test_a_secret_alone_is_refused(journal: Journal) -> None:
    with pytest.raises(SecretRefusedError):
        journal.append(Entry("one", 1.0, "request", "agora", 'body: {"salt":"hush-hush"}'))

    assert journal.entries("one") == []


# --- what is garbled ---------------------------------------------------------------


def test_half_a_character_in_a_reply_does_not_cost_the_session(journal: Journal) -> None:
    odd = FileEntry(file_name="file\ud800.ts")
    garbled = session(sid="sid", last_answer="half \udfff", files=(odd,))

    journal.save(garbled, entry(text="half \ud800"))

    assert journal.sessions() == [garbled]
    assert journal.entries("one")[0].text == "half ?"


def test_a_detail_that_is_not_json_is_written_as_text(journal: Journal) -> None:
    journal.append(Entry("one", 1.0, "note", "test", "", {"where": Path("data")}))

    assert journal.entries("one")[0].detail == {"where": "data"}


def test_a_session_whose_text_cannot_be_read_is_rebuilt_from_its_ids(journal: Journal) -> None:
    journal.save(FULL)
    journal._db.execute('UPDATE session SET json = \'{"phase": "from the future"}\'')

    (rebuilt,) = journal.sessions()

    assert rebuilt.stoppable
    assert (rebuilt.resource_id, rebuilt.sid, rebuilt.cname) == ("resource", "sid", "town-hall")
    assert rebuilt.phase is Phase.UPLOADING
    assert rebuilt.files == FULL.files
    assert "cannot be read" in rebuilt.cause


def test_a_session_of_an_unknown_mode_and_phase_is_rebuilt_too(journal: Journal) -> None:
    journal.save(session())
    journal._db.execute("UPDATE session SET json = '', mode = 'hologram', phase = 'dreaming'")

    (rebuilt,) = journal.sessions()

    assert (rebuilt.mode, rebuilt.phase, rebuilt.live) == ("mix", Phase.UNKNOWN, False)


def test_a_file_whose_text_cannot_be_read_keeps_its_name(journal: Journal) -> None:
    journal.save(session(files=files(1)))
    journal._db.execute("UPDATE file SET json = '?'")

    assert journal.sessions()[0].files == (FileEntry(file_name="sid_town-hall_0.ts"),)


def test_an_entry_whose_detail_cannot_be_read_is_still_shown(journal: Journal) -> None:
    journal._db.execute("INSERT INTO entry VALUES (1, 'one', 1.0, 'note', 'test', 'Said.', '{')")

    (line,) = journal.entries("one")

    assert (line.text, line.detail) == ("Said.", {"unreadable": "{"})


# --- the end -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "use",
    [
        lambda journal: journal.save(session()),
        lambda journal: journal.append(entry()),
        lambda journal: journal.sessions(),
        lambda journal: journal.entries("one"),
    ],
)
def test_a_closed_journal_says_so(journal: Journal, use: Callable[[Journal], object]) -> None:
    journal.close()
    journal.close()

    with pytest.raises(JournalError, match="closed"):
        use(journal)


def test_a_closed_journal_leaves_one_file_and_the_lock(journal: Journal, path: Path) -> None:
    journal.save(session())
    journal.close()

    assert sorted(each.name for each in path.parent.iterdir()) == [path.name, f"{path.name}.lock"]
