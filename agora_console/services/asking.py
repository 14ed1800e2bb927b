"""Asking: one query and what its answer, or its absence, proves."""

from __future__ import annotations

import asyncio

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
    """Sends queries; never two calls for one session at the same time."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._turns: dict[str, asyncio.Lock] = {}

    def turn(self, session_id: str) -> asyncio.Lock:
        """The right to call Agora for one session; stop and updateLayout take it too."""
        return self._turns.setdefault(session_id, asyncio.Lock())

    async def ask(self, session_id: str, agora: Agora) -> Session:
        """Ask for the status once. Raises JournalError."""
        async with self.turn(session_id):
            session = self._book[session_id]
            if session.over:
                return session
            try:
                reply = await agora.query(handle(session))
            except ApiError as error:
                kind = _kind(error)
                why = sentence(error, session.phase)
                fact: StatusSeen | AskFailed = AskFailed(self._clock.now(), kind, why)
            else:
                fact = StatusSeen(self._clock.now(), reply.status, reply.files)
        return await self._book.apply(session_id, fact)


def _kind(error: ApiError) -> Missing:
    for kinds, missing in _KINDS:
        if isinstance(error, kinds):
            return missing
    return Missing.REFUSED
