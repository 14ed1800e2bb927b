"""Adopting: going on with sessions that another run, or another desk, left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from agora_console.domain.evidence.facts import Refused
from agora_console.domain.intake.ticket import Ticket
from agora_console.domain.session import Phase, Session
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.sessions.ticket_meaning import taken_over
from agora_console.services.start.starting import was_cut_off
from agora_console.services.tasks import Tasks
from agora_console.services.watching.watch import Watcher
from agora_console.settings.projects import Project

RECOVER_WITHIN = 120.0
"""Seconds for which the end of a start or a stop that was cut off is waited for."""

Work = Coroutine[Any, Any, None]


class Adopter:
    """Takes sessions up where they were left. `settle` finds out what became of a start that was
    cut off; `stop` goes on with a stop, and says why.
    """

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        watcher: Watcher,
        *,
        settle: Callable[[str], Work],
        stop: Callable[[str, str], Work],
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._watcher = watcher
        self._settle = settle
        self._stop = stop

    async def take_up_all(self) -> None:
        """Take up every session that is not over, as after a crash. Raises JournalError."""
        for session in self._book.sessions():
            if not session.closed:
                await self._take_up(session, at_once=True)

    async def recover(self, session: Session) -> bool:
        """Go on with one; True when a start or a stop was gone on with, False when none was cut
        off. Raises JournalError.
        """
        work = await self._take_up(session, at_once=False)
        if work is None:
            return False
        await self.wait_for(work)
        return True

    async def wait_for(self, work: Awaitable[Any]) -> None:
        """Wait for the end of what goes on, but not for ever; it is not ended by that."""
        going = asyncio.ensure_future(work)
        patience = asyncio.ensure_future(self._clock.sleep(RECOVER_WITHIN))
        await asyncio.wait({going, patience}, return_when=asyncio.FIRST_COMPLETED)
        patience.cancel()
        if not isinstance(work, asyncio.Future):
            going.cancel()

    async def take_over(self, ticket: Ticket, project: Project | None, *, at_once: bool) -> str:
        """Take over a recording that was started elsewhere; its session id.

        Raises RefusedError, JournalError.
        """
        known = [each for each in self._book.sessions() if each.sid == ticket.sid]
        session = taken_over(ticket, project, known, self._clock.now())
        if session not in known:
            await self._book.take_in(session)
            await self._book.note(session.id, "Adopted from a ticket.")
        if not session.over:
            self._watcher.watch(session.id, at_once=at_once)
        return session.id

    async def _take_up(self, session: Session, *, at_once: bool) -> asyncio.Task[None] | None:
        """Go on with a session where another run left it; the task that does it, if one does."""
        if self._tasks.running(f"start:{session.id}") or self._tasks.running(f"stop:{session.id}"):
            return None
        if session.start_sent_at is None or (not session.sid and not was_cut_off(session)):
            why = "The console ended before start was sent: nothing was started."
            await self._book.apply(session.id, Refused(self._clock.now(), why))
        elif session.sid:
            self._watcher.watch(session.id, at_once=at_once)
            if session.stop_sent_at is not None and session.stop_accepted_at is None:
                again = self._stop(session.id, "The stop goes on after a restart.")
                return self._tasks.start(f"stop:{session.id}", again)
        elif session.phase is not Phase.UNKNOWN:  # that it runs without a sid is settled
            return self._tasks.start(f"start:{session.id}", self._settle(session.id))
        return None
