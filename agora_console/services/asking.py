"""Asking: one query and what its answer, or its absence, proves."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from agora_console.api.errors import (
    ApiError,
    Exiting,
    NoAnswer,
    NotCompleted,
    NoWorker,
    RateLimited,
    ServerFault,
    Unreachable,
    Unreadable,
)
from agora_console.api.replies import QueryReply
from agora_console.domain.facts import AskFailed, Missing, StatusSeen
from agora_console.domain.session import Session
from agora_console.services.agora import Agora, handle
from agora_console.services.book import Book
from agora_console.services.clock import Clock
from agora_console.services.words import sentence

_KINDS: tuple[tuple[tuple[type[ApiError], ...], Missing], ...] = (
    ((NoWorker,), Missing.NO_WORKER),
    ((Exiting,), Missing.EXITING),
    ((NoAnswer, Unreachable), Missing.SILENCE),
    ((ServerFault, NotCompleted, RateLimited, Unreadable), Missing.SERVER),
)


class Asker:
    """Sends queries; never two calls for one session at the same time, and control calls first."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._turns: dict[str, asyncio.Lock] = {}
        self._asking: dict[str, asyncio.Task[QueryReply]] = {}

    @asynccontextmanager
    async def control(self, session_id: str) -> AsyncIterator[None]:
        """The right to change a session at Agora; a query that is on its way gives way."""
        if (query := self._asking.get(session_id)) is not None:
            query.cancel()
        async with self._turn(session_id):
            yield

    async def ask(self, session_id: str, agora: Agora) -> Session:
        """Ask for the status once; the session as it was when the query gave way to a control call.

        Raises JournalError.
        """
        async with self._turn(session_id):
            session = self._book[session_id]
            if session.over:
                return session
            fact = await self._query(session, agora)
        return await self._book.apply(session_id, fact) if fact else self._book[session_id]

    async def _query(self, session: Session, agora: Agora) -> StatusSeen | AskFailed | None:
        task = asyncio.ensure_future(agora.query(handle(session)))
        self._asking[session.id] = task
        try:
            await asyncio.wait({task})
        finally:
            del self._asking[session.id]
            task.cancel()
        if task.cancelled():
            return None
        try:
            reply = task.result()
        except ApiError as error:
            why = sentence(error, session.phase)
            return AskFailed(self._clock.now(), _kind(error), why)
        return StatusSeen(self._clock.now(), reply.status, reply.files)

    def _turn(self, session_id: str) -> asyncio.Lock:
        return self._turns.setdefault(session_id, asyncio.Lock())


def _kind(error: ApiError) -> Missing:
    for kinds, missing in _KINDS:
        if isinstance(error, kinds):
            return missing
    return Missing.REFUSED
