"""A recording that was started elsewhere becomes a session here: written first, then watched."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.intake.ticket import NOT_ASKED_YET, Ticket, TicketError, make_ticket
from agora_console.domain.session import Phase
from agora_console.journal.errors import JournalError
from agora_console.services.console import Console
from agora_console.services.opening import DEMO_PROJECT
from agora_console.services.start.orders import RefusedError
from tests.flow.stage import Stage, console_on, stage


async def ticket_of_a_recording(it: Stage) -> Ticket:
    session = await it.confirmed()
    return it.console.recordings.ticket(session.id)


def beside(it: Stage, console: Console) -> Stage:
    """The same Agora, seen from another desk."""
    return Stage(it.simulator, console)


async def test_an_adopted_recording_is_watched_stopped_and_its_files_listed(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it, console_on(it.simulator, tmp_path / "other") as console:
        ticket = await ticket_of_a_recording(it)
        other = beside(it, console)
        session_id = await console.recordings.adopt_ticket(ticket, DEMO_PROJECT)
        assert other.session(session_id).cause == NOT_ASKED_YET
        assert other.session(session_id).config == it.console.recordings.sessions()[0].config
        await other.until(session_id, lambda s: s.phase is Phase.RECORDING)
        console.recordings.stop(session_id)
        session = await other.until(session_id, lambda s: s.over)
        assert session.phase is Phase.FILES_LISTED
        assert session.files
        assert it.simulator.recordings[ticket.sid].ended_at is not None
        lines = [entry.text for entry in await console.recordings.entries(session_id)]
        assert "Adopted from a ticket." in lines


async def test_an_adopted_recording_is_in_the_journal_before_anybody_asks(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        ticket = await ticket_of_a_recording(it)
        asked = it.ledger_calls("query")
        async with console_on(it.simulator, tmp_path / "other") as console:
            session_id = await console.recordings.adopt_ticket(ticket, DEMO_PROJECT, at_once=False)
            assert it.ledger_calls("query") == asked
        async with console_on(it.simulator, tmp_path / "other") as console:
            found = await beside(it, console).until(
                session_id, lambda s: s.phase is Phase.RECORDING
            )
            assert found.adopted_at is not None


async def test_the_same_ticket_twice_is_one_session(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        ticket = await ticket_of_a_recording(it)
        (own,) = it.console.recordings.sessions()
        assert await it.console.recordings.adopt_ticket(ticket, DEMO_PROJECT) == own.id
        assert len(it.console.recordings.sessions()) == 1


async def test_one_that_is_over_here_stays_over(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        ticket = await ticket_of_a_recording(it)
        (own,) = it.console.recordings.sessions()
        it.console.recordings.stop(own.id)
        await it.until(own.id, lambda s: s.over)
        assert await it.console.recordings.adopt_ticket(ticket, DEMO_PROJECT) == own.id
        assert it.session(own.id).over


@pytest.mark.parametrize(
    ("changes", "project", "words"),
    [
        ({"app_id": "b" * 32}, DEMO_PROJECT, "The ticket is of App ID"),
        ({"uid": "7"}, DEMO_PROJECT, "known here with other ids"),
        ({}, "nobody", "no project"),
    ],
)
async def test_a_ticket_that_does_not_fit_is_refused_with_a_sentence(
    changes: dict[str, Any], project: str, words: str, tmp_path: Path
) -> None:
    async with stage(tmp_path) as it:
        ticket = replace(await ticket_of_a_recording(it), **changes)
        before = it.console.recordings.sessions()
        with pytest.raises(RefusedError) as refused:
            await it.console.recordings.adopt_ticket(ticket, project)
        assert words in refused.value.problems[0].sentence
        assert [each.id for each in it.console.recordings.sessions()] == [before[0].id]


async def test_typed_ids_that_agora_never_knew_are_mended_by_the_right_ones(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path) as it, console_on(it.simulator, tmp_path / "other") as console:
        ticket = await ticket_of_a_recording(it)
        other = beside(it, console)
        typed = {"sid": ticket.sid, "resourceId": "WRONG", "cname": ticket.cname, "mode": "mix"}
        wrong = make_ticket({**typed, "uid": ticket.uid})
        session_id = await console.recordings.adopt_ticket(wrong, DEMO_PROJECT)
        await other.until(session_id, lambda s: s.trouble_count > 0)
        assert await console.recordings.adopt_ticket(ticket, DEMO_PROJECT) == session_id
        session = await other.until(session_id, lambda s: s.phase is Phase.RECORDING)
        assert session.resource_id == ticket.resource_id


async def test_a_console_that_only_shows_adopts_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        ticket = await ticket_of_a_recording(it)
        (session,) = it.console.recordings.sessions()
        async with console_on(it.simulator, tmp_path / "data") as second:
            assert second.beside_owner
            assert second.recordings.get(session.id) is not None
            with pytest.raises(RefusedError, match="only shows"):
                await second.recordings.adopt_ticket(ticket, DEMO_PROJECT)
            with pytest.raises(RefusedError, match="only shows"):
                await second.recordings.recover(session.id)


async def test_a_journal_that_cannot_be_written_adopts_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(tmp_path) as it, console_on(it.simulator, tmp_path / "other") as console:
        ticket = await ticket_of_a_recording(it)
        asked = it.ledger_calls("query")

        async def refuse(*_: object) -> None:
            raise JournalError("The disk is full.")

        monkeypatch.setattr(console._book._journal, "save", refuse)
        with pytest.raises(JournalError):
            await console.recordings.adopt_ticket(ticket, DEMO_PROJECT)
        assert console.recordings.sessions() == ()
        assert it.ledger_calls("query") == asked


async def test_a_recording_without_a_sid_has_no_ticket(tmp_path: Path) -> None:
    async with stage(tmp_path, "conflict:start") as it:
        session_id = it.console.recordings.start(it.order())
        await it.until(session_id, lambda s: s.over)
        with pytest.raises(TicketError, match="has no ticket"):
            it.console.recordings.ticket(session_id)
