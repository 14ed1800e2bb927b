"""Asking: one query and what its answer, or its absence, proves."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from agora_console.api.budget import Priority
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
from agora_console.api.replies import QueryReply, ServiceState
from agora_console.domain.evidence.facts import AskFailed, Missing, StatusSeen
from agora_console.domain.evidence.status import presumed_over
from agora_console.domain.page import PageService, PushTarget
from agora_console.domain.session import FileEntry, Session
from agora_console.domain.slices import common
from agora_console.services.agora import Agora, handle
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.words import sentence

_KINDS: tuple[tuple[tuple[type[ApiError], ...], Missing], ...] = (
    ((NoWorker,), Missing.NO_WORKER),
    ((Exiting,), Missing.EXITING),
    ((NoAnswer, Unreachable), Missing.SILENCE),
    ((ServerFault, NotCompleted, Unreadable), Missing.SERVER),
    ((RateLimited,), Missing.NOT_ASKED),
)


_MANY = 1000
"""From so many files on, they are compared in another thread."""


class Asker:
    """Sends queries; never two calls for one session at the same time, and control calls first."""

    def __init__(self, book: Book, clock: Clock) -> None:
        self._book = book
        self._clock = clock
        self._turns: dict[str, asyncio.Lock] = {}
        self._asking: dict[str, asyncio.Task[QueryReply]] = {}
        self._controls: Counter[str] = Counter()

    @asynccontextmanager
    async def control(self, session_id: str) -> AsyncIterator[None]:
        """The right to change a session at Agora; a query on its way, or waiting, gives way."""
        self._controls[session_id] += 1
        try:
            if (query := self._asking.get(session_id)) is not None:
                query.cancel()
            async with self._turn(session_id):
                yield
        finally:
            self._controls[session_id] -= 1

    async def ask(self, session_id: str, agora: Agora, *, ordered: bool = False) -> Session:
        """Ask for the status once; the session as it was when the query gave way to a control call.

        `ordered`: a person waits for the answer, so it goes before the questions of the calendar.
        Raises JournalError.
        """
        async with self._turn(session_id):
            session = self._book[session_id]
            if self._controls[session_id] or (session.over and not presumed_over(session)):
                return session
            priority = Priority.CONTROL if ordered else Priority.POLL
            fact = await self._query(session, agora, priority)
        return await self._book.apply(session_id, fact) if fact else self._book[session_id]

    async def _query(
        self, session: Session, agora: Agora, priority: Priority
    ) -> StatusSeen | AskFailed | None:
        task = asyncio.ensure_future(agora.query(handle(session), priority=priority))
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
        if len(reply.files) > _MANY:
            files = await asyncio.to_thread(grown, session.files, reply.files)
            reply = replace(reply, files=files)
        return _seen(self._clock.now(), reply)

    def _turn(self, session_id: str) -> asyncio.Lock:
        return self._turns.setdefault(session_id, asyncio.Lock())


def grown(known: tuple[FileEntry, ...], told: tuple[FileEntry, ...]) -> tuple[FileEntry, ...]:
    """The files as they are told; those at the beginning that were known are the same ones.

    Who compares both lists then does so in no time.
    """
    same = common(known, told)
    if same == len(known) == len(told):
        return known
    return (*known[:same], *told[same:])


def _seen(at: float, reply: QueryReply) -> StatusSeen:
    return StatusSeen(
        at,
        reply.status,
        reply.files,
        left=tuple(each.service_name for each in reply.services if each.state.lower() == "exit"),
        on_hold=any(each.onhold for each in reply.services),
        services=tuple(_service(each) for each in reply.services),
    )


def _service(told: ServiceState) -> PageService:
    outputs = tuple(PushTarget(rtmp_url=each.rtmp_url, status=each.status) for each in told.outputs)
    return PageService(
        service_name=told.service_name, state=told.state, onhold=told.onhold, outputs=outputs
    )


def _kind(error: ApiError) -> Missing:
    for kinds, missing in _KINDS:
        if isinstance(error, kinds):
            return missing
    return Missing.REFUSED
