"""Book: every session of this data folder in memory, and the one way to change one.

A change is written to the journal before anybody is told of it. Calls for one session may come
from several tasks at once; the value in memory moves first and the journal's single worker keeps
the order, so no fact is judged on an old value.

When the journal cannot be written, what a request depends on is not sent; what is learned is kept,
told, and written as soon as that is possible.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from agora_console.api.exchange import Exchange
from agora_console.domain.evidence.facts import AcquireSent, Fact, ResourceReceived, StartSent
from agora_console.domain.evidence.judge import judge
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.sessions.backlog import Backlog

MOST_ENTRIES = 5000
"""Lines of a time line that are read: of a day and a half with a question every half minute."""

_NO_PLAN = {"next_ask_at": None, "next_stop_at": None}


class Book:
    """All sessions, oldest first. `changed` tells one session, already on disk; `removed` the id of
    one that is not there any more.

    `backlog` has what is known and is not on the disk, because the journal could not be written.
    """

    def __init__(self, journal: AsyncJournal, clock: Clock) -> None:
        self.changed: Event[Session] = Event()
        self.removed: Event[str] = Event()
        self.backlog = Backlog(journal)
        self._journal = journal
        self._clock = clock
        self._sessions: dict[str, Session] = {}
        self._handed_over: dict[str, asyncio.Future[None]] = {}

    async def load(self) -> None:
        """Read every session of the journal, and tell what has changed; raises JournalError."""
        found = await self._journal.sessions()
        for session_id in self._sessions.keys() - {session.id for session in found}:
            self._forget(session_id)
        for session in found:
            # What another run had planned to ask is not planned any more.
            planned = session.next_ask_at is not None or session.next_stop_at is not None
            read = session.model_copy(update=_NO_PLAN) if planned else session
            if not session.over:
                self._clock.not_before(max(session.since, session.last_answer_at or 0.0))
            if self._sessions.get(session.id) != read:
                self._sessions[session.id] = read
                self.changed.emit(read)

    def sessions(self) -> tuple[Session, ...]:
        """Every session, in the order in which they were begun."""
        return tuple(self._sessions.values())

    def get(self, session_id: str) -> Session | None:
        """The session of that id, or None."""
        return self._sessions.get(session_id)

    def __getitem__(self, session_id: str) -> Session:
        return self._sessions[session_id]

    def place(self, session: Session, *facts: Fact) -> None:
        """Take a new session in, so that its channel and UID are taken; nobody is told yet.

        `facts` are what follows at once. The journal has it all in hand from now on; `write`
        waits for that.
        """
        after, lines = self._judge(session, facts)
        self._sessions[session.id] = after
        self._handed_over[session.id] = self._journal.save(
            after, self._state_entry(session), *lines
        )

    async def write(self, session_id: str) -> Session:
        """Write a session down; it is on disk when this returns. Raises JournalError."""
        session = self._sessions[session_id]
        handed_over = self._handed_over.pop(session_id, None)
        await (handed_over or self._journal.save(session, self._state_entry(session)))
        self.changed.emit(session)
        return session

    async def take_in(self, session: Session) -> None:
        """Take in a session that came from elsewhere, new or corrected. Raises JournalError."""
        before = self._sessions.get(session.id)
        self._sessions[session.id] = session
        try:
            await self.write(session.id)
        except JournalError:
            if before is None:
                self.drop(session.id)
            else:
                self._sessions[session.id] = before
            raise

    async def remove(self, session_id: str) -> None:
        """Remove a session that is over, and everything of it. Raises JournalError."""
        await self._journal.remove(session_id)
        self._forget(session_id)

    def _forget(self, session_id: str) -> None:
        del self._sessions[session_id]
        self.removed.emit(session_id)

    def drop(self, session_id: str) -> None:
        """Forget a session that could not be written down and of which nothing was sent."""
        self._sessions.pop(session_id, None)

    async def apply(self, session_id: str, *facts: Fact) -> Session:
        """Judge facts in their order, write the result down at once, tell it.

        Raises JournalError, with the session as it was, where one of them has to be on the disk
        before the next request is sent.
        """
        before = self._sessions[session_id]
        after, lines = self._judge(before, facts)
        if after is before:
            return before
        self._sessions[session_id] = after
        may_wait = not any(_is_first_on_disk(before, fact) for fact in facts)
        try:
            await self.backlog.save(after, *lines, may_wait=may_wait)
        except JournalError:
            if not may_wait:
                self._sessions[session_id] = before
            raise
        finally:
            self.changed.emit(self._sessions[session_id])
        return self._sessions[session_id]

    def _judge(self, session: Session, facts: Iterable[Fact]) -> tuple[Session, list[Entry]]:
        """The session after some facts, and a line for each that moves it."""
        lines: list[Entry] = []
        for fact in facts:
            before, session = session, judge(session, fact)
            if session.phase is not before.phase or session.last_status != before.last_status:
                lines.append(self._state_entry(session))
        return session, lines

    def schedule(self, session_id: str, at: float | None) -> None:
        """Say when the session is asked next; kept in memory, for the eye only."""
        self._plan(session_id, next_ask_at=at)

    def schedule_stop(self, session_id: str, at: float | None) -> None:
        """Say when the stop of the session is sent again; kept in memory, for the eye only."""
        self._plan(session_id, next_stop_at=at)

    def _plan(self, session_id: str, **plan: float | None) -> None:
        session = self._sessions[session_id].model_copy(update=plan)
        self._sessions[session_id] = session
        self.changed.emit(session)

    async def note_exchange(self, session_id: str, exchange: Exchange) -> None:
        """Append a request with its answer to the time line."""
        answer = exchange.error if exchange.http is None else f"HTTP {exchange.http}"
        text = f"{exchange.operation}: {answer}"
        detail = {**asdict(exchange), "host": exchange.host}
        await self.backlog.append(
            Entry(session_id, exchange.at, "request", "console", text, detail)
        )

    async def note(self, session_id: str, text: str, source: str = "console") -> None:
        """Append what the operator did to the time line, and where."""
        await self.backlog.append(Entry(session_id, self._clock.now(), "operator", source, text))

    async def remark(
        self, session_id: str, source: str, text: str, detail: Mapping[str, Any]
    ) -> None:
        """Append what `source` has found to the time line."""
        await self.backlog.append(
            Entry(session_id, self._clock.now(), "note", source, text, detail)
        )

    async def entries(self, session_id: str, limit: int = MOST_ENTRIES) -> list[Entry]:
        """The time line of a session, newest first. Raises JournalError."""
        return await self._journal.entries(session_id, limit)

    def _state_entry(self, session: Session) -> Entry:
        detail = {"phase": session.phase.value, "status": session.last_status, "over": session.over}
        return Entry(session.id, self._clock.now(), "state", "console", session.cause, detail)


def _is_first_on_disk(session: Session, fact: Fact) -> bool:
    """Whether a fact must not be lost, because a request follows that may start a recording."""
    if isinstance(fact, StartSent):
        sent, acquired = session.start_sent_at, session.acquired_at or 0.0
        return sent is None or sent < acquired
    return isinstance(fact, AcquireSent | ResourceReceived)
