"""The book: on the disk before it is told, and never forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from agora_console.domain.evidence.facts import (
    AcquireSent,
    ResourceReceived,
    SidReceived,
    StartSent,
    StatusSeen,
    TimePassed,
)
from agora_console.domain.session import Phase
from agora_console.journal.errors import JournalError
from agora_console.services.sessions.book import Book
from tests.support.sessions import make_session
from tests.unit.services.bench import StillClock, bench, running
from tests.unit.services.test_backlog import writable


async def test_what_is_told_is_on_the_disk(tmp_path: Path) -> None:
    async with bench(tmp_path, running(last_status=4)) as it:
        await it.book.apply(it.session.id, StatusSeen(1_000.0, 5))
        assert it.told[-1] == await it.on_disk()
        assert it.told[-1].last_status == 5


async def test_a_fact_that_changes_nothing_is_not_told(tmp_path: Path) -> None:
    async with bench(tmp_path, running()) as it:
        told = len(it.told)
        await it.book.apply(it.session.id, TimePassed(1_000.0))
        assert len(it.told) == told


async def test_what_has_to_be_on_the_disk_first_is_taken_back_when_it_is_not(
    tmp_path: Path,
) -> None:
    """Else the request that depends on it would be sent, and forgotten in a crash."""
    async with bench(tmp_path, make_session(phase="starting")) as it:
        writable(it.journal, yes=False)
        with pytest.raises(JournalError):
            await it.book.apply(it.session.id, ResourceReceived(1_000.0, "resource"))
        assert it.session.resource_id == ""
        writable(it.journal, yes=True)


async def test_what_belongs_together_is_written_at_once_with_a_line_for_each_move(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path) as it:
        sent = AcquireSent(1_000.0), ResourceReceived(1_001.0, "resource"), StartSent(1_002.0)
        told = len(it.told)
        await it.book.apply(it.session.id, *sent, SidReceived(1_003.0, "sid"))
        assert [each.sid for each in it.told[told:]] == ["sid"]
        assert await it.on_disk() == it.session
        lines = await it.book.entries(it.session.id)
        assert [line.detail["phase"] for line in lines] == ["unconfirmed", "starting", "intent"]


async def test_a_session_is_handed_over_when_it_is_placed_and_told_when_it_is_written(
    tmp_path: Path,
) -> None:
    async with bench(tmp_path) as it:
        it.book.place(make_session(id="other"), AcquireSent(1_000.0))
        assert "other" in [each.id for each in await it.journal.sessions()]
        assert "other" not in [each.id for each in it.told]
        session = await it.book.write("other")
        assert (session.phase, it.told[-1]) == (Phase.STARTING, session)
        lines = await it.book.entries("other")
        assert [line.detail["phase"] for line in lines] == ["starting", "intent"]


async def test_what_is_learned_is_kept_although_it_cannot_be_written(tmp_path: Path) -> None:
    async with bench(tmp_path, running(last_status=4)) as it:
        writable(it.journal, yes=False)
        session = await it.book.apply(it.session.id, StatusSeen(1_000.0, 5))
        assert session.last_status == 5
        assert it.told[-1].last_status == 5
        assert it.book.backlog.holds(session.id)
        writable(it.journal, yes=True)
        assert await it.book.backlog.catch_up()
        assert (await it.on_disk()).last_status == 5


async def test_another_run_finds_every_session_and_no_plan_of_the_last_one(tmp_path: Path) -> None:
    async with bench(tmp_path, running(next_ask_at=5_000.0, since=4_000.0)) as it:
        clock = StillClock(now=1.0)
        book = Book(it.journal, clock)
        await book.load()
        (found,) = book.sessions()
        assert found == running(since=4_000.0)
        assert found.next_ask_at is None
        assert clock.now() == 4_000.0  # no time of it lies in the future


async def test_a_session_that_cannot_be_taken_in_is_not_there(tmp_path: Path) -> None:
    async with bench(tmp_path) as it:
        writable(it.journal, yes=False)
        with pytest.raises(JournalError):
            await it.book.take_in(make_session(id="other"))
        with pytest.raises(JournalError):
            await it.book.take_in(it.session.model_copy(update={"sid": "typed"}))
        writable(it.journal, yes=True)
        assert it.book.get("other") is None
        assert it.session.sid == ""


async def test_one_of_which_nothing_was_sent_can_be_dropped(tmp_path: Path) -> None:
    async with bench(tmp_path) as it:
        it.book.drop("s1")
        it.book.drop("unheard-of")
        assert it.book.sessions() == ()


async def test_orders_and_states_stand_in_the_time_line_newest_first(tmp_path: Path) -> None:
    async with bench(tmp_path, running(last_status=4)) as it:
        await it.book.apply(it.session.id, StatusSeen(1_000.0, 5))
        await it.book.note(it.session.id, "Stop ordered.")
        lines = await it.book.entries(it.session.id)
        assert [line.kind for line in lines] == ["operator", "state", "state"]
        assert lines[0].text == "Stop ordered."
        assert lines[1].detail == {"phase": Phase.RECORDING.value, "status": 5, "over": False}


async def test_the_next_question_is_for_the_eye_and_not_written(tmp_path: Path) -> None:
    async with bench(tmp_path, running()) as it:
        it.book.schedule(it.session.id, 1_010.0)
        assert it.told[-1].next_ask_at == 1_010.0
        assert (await it.on_disk()).next_ask_at is None
