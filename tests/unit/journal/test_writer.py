"""The journal on its own thread: one order, nothing dropped, a clean end."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from agora_console.journal.store import Journal, JournalError
from agora_console.journal.writer import AsyncJournal
from tests.unit.journal.samples import entry, session


@pytest.fixture
async def journal(path: Path) -> AsyncIterator[AsyncJournal]:
    opened = await AsyncJournal.open(path)
    yield opened
    await opened.close()


async def test_what_is_saved_is_read_again(journal: AsyncJournal) -> None:
    await journal.save(session(), entry())
    await journal.append(entry(at=1001.0))

    assert await journal.sessions() == [session()]
    assert [each.at for each in await journal.entries("one")] == [1001.0, 1000.0]


async def test_a_journal_that_was_not_opened_opens_itself(path: Path) -> None:
    journal = AsyncJournal(path)
    assert (journal.path, journal.read_only_reason, journal.notes) == (path, "", ())

    await journal.save(session())

    assert await journal.sessions() == [session()]
    await journal.close()


async def test_why_nothing_can_be_written_is_known_after_opening(
    journal: AsyncJournal, path: Path
) -> None:
    second = await AsyncJournal.open(path)

    assert journal.read_only_reason == ""
    assert "This one only shows" in second.read_only_reason
    with pytest.raises(JournalError, match="only shows"):
        await second.save(session())
    await second.close()


@pytest.fixture
def damaged_path(path: Path) -> Path:
    path.parent.mkdir()
    path.write_text("no journal" * 1000)
    return path


async def test_notes_of_the_opening_are_known(damaged_path: Path) -> None:
    journal = await AsyncJournal.open(damaged_path)

    assert "damaged" in journal.notes[0].sentence
    await journal.close()


async def test_an_opening_that_fails_leaves_no_thread(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    with pytest.raises(JournalError):
        await AsyncJournal.open(tmp_path / "data" / "journal.sqlite3")

    assert not [thread for thread in threading.enumerate() if thread.name.startswith("journal")]


async def test_an_opening_that_failed_is_tried_again(tmp_path: Path) -> None:
    obstacle = tmp_path / "data"
    obstacle.write_text("a file")
    journal = AsyncJournal(obstacle / "journal.sqlite3")
    with pytest.raises(JournalError):
        await journal.sessions()
    obstacle.unlink()

    assert await journal.sessions() == []
    await journal.close()


async def test_calls_are_carried_out_in_the_order_in_which_they_were_made(
    journal: AsyncJournal,
) -> None:
    await asyncio.gather(*(journal.append(entry(text=str(number))) for number in range(100)))

    lines = await journal.entries("one")

    assert [int(line.text) for line in reversed(lines)] == list(range(100))


async def test_what_was_handed_over_is_written_though_nobody_waits_for_it(
    journal: AsyncJournal,
) -> None:
    writing = journal.save(session(sid="sid"))
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing

    assert [each.sid for each in await journal.sessions()] == ["sid"]


async def test_a_failure_that_nobody_waits_for_complains_of_nothing(
    journal: AsyncJournal, path: Path
) -> None:
    """Whoever waited may have been cancelled; the next call says what is wrong."""
    second = await AsyncJournal.open(path)
    second.save(session())
    await second.sessions()
    gc.collect()  # asyncio would say here that nobody has asked what became of it
    await second.close()


async def test_closing_writes_what_was_handed_over(path: Path) -> None:
    journal = await AsyncJournal.open(path)
    writing = [journal.save(session(str(number))) for number in range(50)]
    await journal.close()
    await asyncio.gather(*writing)

    again = Journal.open(path)
    assert len(again.sessions()) == 50
    again.close()


async def test_a_closed_journal_says_so(journal: AsyncJournal) -> None:
    await journal.close()
    await journal.close()

    with pytest.raises(JournalError, match="closed"):
        await journal.sessions()


async def test_the_loop_goes_on_while_the_disk_is_slow(
    journal: AsyncJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = threading.Event()
    save = Journal.save
    monkeypatch.setattr(Journal, "save", lambda self, *rest: (disk.wait(10), save(self, *rest))[1])

    writing = journal.save(session())
    await asyncio.sleep(0)
    assert not writing.done()
    disk.set()
    await writing

    assert await journal.sessions() == [session()]


def test_it_works_on_the_loop_of_a_window(path: Path, qapp: object) -> None:
    import qasync

    async def use() -> list[str]:
        journal = await AsyncJournal.open(path)
        await journal.save(session(sid="sid"))
        sids = [each.sid for each in await journal.sessions()]
        await journal.close()
        return sids

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(qapp)) as runner:
        assert runner.run(use()) == ["sid"]
