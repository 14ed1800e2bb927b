"""What the journal does not take waits, in its newest state and in its order, until it does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError, SecretRefusedError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.sessions.backlog import Backlog, trouble, unwritten_ids
from tests.unit.journal.samples import entry, session


class Ledger:
    """What the backlog has told."""

    def __init__(self, backlog: Backlog) -> None:
        self.troubles: list[JournalError] = []
        self.mended = 0
        backlog.trouble.subscribe(self.troubles.append)
        backlog.mended.subscribe(self._on_mended)

    def _on_mended(self, _: None) -> None:
        self.mended += 1


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[AsyncJournal, Backlog, Ledger]]:
    journal = await AsyncJournal.open(folder / "journal.sqlite3")
    backlog = Backlog(journal)
    yield journal, backlog, Ledger(backlog)
    await journal.close()


def writable(journal: AsyncJournal, *, yes: bool) -> None:
    """Let the journal refuse, or take, what is written from now on."""
    assert journal._journal is not None
    execute = journal._journal._db.execute
    switch = f"PRAGMA query_only = {'OFF' if yes else 'ON'}"
    journal._worker.submit(execute, switch).result(timeout=10)


async def kept(journal: AsyncJournal) -> list[Session]:
    return await journal.sessions()


async def test_what_the_journal_takes_does_not_wait(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, ledger):
        await backlog.save(session(), entry())
        assert not backlog.holds("one")
        assert await kept(journal) == [session()]
        assert await backlog.catch_up()
        assert (ledger.troubles, ledger.mended) == ([], 0)


async def test_a_session_is_written_later_as_it_is_then(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, ledger):
        writable(journal, yes=False)
        await backlog.save(session(sid="sid"))
        await backlog.save(session(sid="sid", cause="It records."))
        assert backlog.holds("one")
        assert not await backlog.catch_up()
        writable(journal, yes=True)
        assert await backlog.catch_up()
        assert not backlog.holds("one")
        assert await kept(journal) == [session(sid="sid", cause="It records.")]
        assert len(ledger.troubles) == 1
        assert ledger.mended == 1


async def test_a_newer_session_that_is_written_leaves_nothing_to_wait_for(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, _):
        writable(journal, yes=False)
        await backlog.save(session())
        writable(journal, yes=True)
        await backlog.save(session(sid="sid"))
        assert not backlog.holds("one")
        await backlog.catch_up()
        assert await kept(journal) == [session(sid="sid")]


async def test_what_may_not_wait_is_refused_and_not_written_later(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, ledger):
        await backlog.save(session())
        writable(journal, yes=False)
        with pytest.raises(JournalError):
            await backlog.save(session(start_sent_at=1001.0), may_wait=False)
        writable(journal, yes=True)
        await backlog.catch_up()
        assert await kept(journal) == [session()]
        assert ledger.troubles == []


async def test_a_write_that_nobody_waits_for_any_more_is_not_forgotten(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, _):
        writable(journal, yes=False)
        saving = asyncio.ensure_future(backlog.save(session(sid="sid")))
        await asyncio.sleep(0)
        saving.cancel()
        with pytest.raises(asyncio.CancelledError):
            await saving
        writable(journal, yes=True)
        await backlog.catch_up()
        assert await kept(journal) == [session(sid="sid")]


async def test_lines_wait_in_their_order(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, _):
        writable(journal, yes=False)
        await backlog.save(session(), entry(text="first"))
        await backlog.append(entry(text="second"))
        await backlog.append(entry(text="third"))
        writable(journal, yes=True)
        await backlog.catch_up()
        lines = await journal.entries("one")
        assert [line.text for line in lines] == ["third", "second", "first"]


async def test_what_may_not_be_written_waits_for_nothing(tmp_path: Path) -> None:
    leak = Entry("one", 1000.0, "note", "test", "Leaks.", {"secretKey": "plain-to-read"})
    async with opened(tmp_path) as (_, backlog, ledger):
        with pytest.raises(SecretRefusedError):
            await backlog.append(leak)
        with pytest.raises(SecretRefusedError):
            await backlog.save(session(), leak)
        assert ledger.troubles == []


async def test_a_person_reads_what_goes_on_and_which_ids_to_note(tmp_path: Path) -> None:
    async with opened(tmp_path) as (journal, backlog, ledger):
        writable(journal, yes=False)
        await backlog.save(session(resource_id="resource", sid="sid"))
        assert "can be stopped" in trouble(ledger.troubles[0]).holds
        told = unwritten_ids(session(resource_id="resource", sid="sid"))
        assert "resourceId resource, sid sid" in told.holds
        assert told.rule == "session:one"
