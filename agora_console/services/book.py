"""Book: every session of this data folder in memory, and the one way to change one.

A change is written to the journal before anybody is told of it. Calls for one session may come
from several tasks at once; the value in memory moves first and the journal's single worker keeps
the order, so no fact is judged on an old value.
"""

from __future__ import annotations

from dataclasses import asdict

from agora_console.api.exchange import Exchange
from agora_console.domain.evidence import judge
from agora_console.domain.facts import Fact
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.writer import AsyncJournal
from agora_console.services.clock import Clock
from agora_console.services.events import Event


class Book:
    """All sessions, oldest first. `changed` tells one session, already on disk."""

    def __init__(self, journal: AsyncJournal, clock: Clock) -> None:
        self.changed: Event[Session] = Event()
        self._journal = journal
        self._clock = clock
        self._sessions: dict[str, Session] = {}

    async def load(self) -> None:
        """Read every session of the journal; raises JournalError."""
        for session in await self._journal.sessions():
            self._sessions[session.id] = session

    def sessions(self) -> tuple[Session, ...]:
        """Every session, in the order in which they were begun."""
        return tuple(self._sessions.values())

    def get(self, session_id: str) -> Session | None:
        """The session of that id, or None."""
        return self._sessions.get(session_id)

    def __getitem__(self, session_id: str) -> Session:
        return self._sessions[session_id]

    def place(self, session: Session) -> None:
        """Take a new session in, so that its channel and UID are taken; nobody is told yet."""
        self._sessions[session.id] = session

    async def write(self, session_id: str) -> Session:
        """Write a session down; it is on disk when this returns. Raises JournalError."""
        session = self._sessions[session_id]
        await self._journal.save(session, self._state_entry(session))
        self.changed.emit(session)
        return session

    def drop(self, session_id: str) -> None:
        """Forget a session that could not be written down and of which nothing was sent."""
        self._sessions.pop(session_id, None)

    async def apply(self, session_id: str, fact: Fact) -> Session:
        """Judge one fact, write the result down, tell it. Raises JournalError.

        When the journal fails, the new value stays in memory: what is known is not forgotten.
        """
        before = self._sessions[session_id]
        after = judge(before, fact)
        if after is before:
            return before
        self._sessions[session_id] = after
        moved = after.phase is not before.phase or after.last_status != before.last_status
        try:
            await self._journal.save(after, self._state_entry(after) if moved else None)
        finally:
            self.changed.emit(self._sessions[session_id])
        return self._sessions[session_id]

    def schedule(self, session_id: str, at: float | None) -> None:
        """Say when the session is asked next; kept in memory, for the eye only."""
        session = self._sessions[session_id].model_copy(update={"next_ask_at": at})
        self._sessions[session_id] = session
        self.changed.emit(session)

    async def note_exchange(self, session_id: str, exchange: Exchange) -> None:
        """Append a request with its answer to the time line. Raises JournalError."""
        answer = exchange.error if exchange.http is None else f"HTTP {exchange.http}"
        text = f"{exchange.operation}: {answer}"
        detail = {**asdict(exchange), "host": exchange.host}
        await self._journal.append(
            Entry(session_id, exchange.at, "request", "console", text, detail)
        )

    async def note(self, session_id: str, text: str) -> None:
        """Append what the operator ordered to the time line. Raises JournalError."""
        await self._journal.append(
            Entry(session_id, self._clock.now(), "operator", "console", text)
        )

    async def entries(self, session_id: str, limit: int = 500) -> list[Entry]:
        """The time line of a session, newest first. Raises JournalError."""
        return await self._journal.entries(session_id, limit)

    def _state_entry(self, session: Session) -> Entry:
        detail = {"phase": session.phase.value, "status": session.last_status, "over": session.over}
        return Entry(session.id, self._clock.now(), "state", "console", session.cause, detail)
