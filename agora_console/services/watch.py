"""Watching: one task per live session that asks when it is due, or when somebody wants to know."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable

from agora_console.domain.facts import TimePassed
from agora_console.domain.session import Session
from agora_console.services.agora import AgoraFor
from agora_console.services.asking import Asker
from agora_console.services.book import Book
from agora_console.services.cadence import next_wait
from agora_console.services.clock import Clock
from agora_console.services.tasks import Tasks

JITTER = 0.1
"""Share of a wait by which questions are spread, so that sessions do not ask in step."""


class Watcher:
    """Keeps every live session asked. `report` is told what keeps a session from being asked."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        asker: Asker,
        agora_for: AgoraFor,
        report: Callable[[Session, Exception], None],
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._asker = asker
        self._agora_for = agora_for
        self._report = report
        self._pokes: dict[str, asyncio.Event] = {}

    def watch(self, session_id: str, *, at_once: bool = False) -> None:
        """Begin to watch; nothing happens when the session is watched already."""
        if not self._tasks.running(f"watch:{session_id}"):
            self._pokes[session_id] = asyncio.Event()
            self._tasks.start(f"watch:{session_id}", self._run(session_id, at_once))
        elif at_once:
            self.poke(session_id)

    def poke(self, session_id: str) -> None:
        """Ask now instead of when it is due."""
        if (event := self._pokes.get(session_id)) is not None:
            event.set()

    async def _run(self, session_id: str, at_once: bool) -> None:
        asked = 0
        poke = self._pokes[session_id]
        if at_once:
            poke.set()
        try:
            while True:
                session = self._book[session_id]
                wait = next_wait(session, asked)
                if wait is None:
                    return
                await self._pause(session_id, wait, poke)
                before = self._book[session_id]
                after = await self._ask(before)
                asked = asked + 1 if after.phase is before.phase else 0
        finally:
            self._pokes.pop(session_id, None)

    async def _ask(self, session: Session) -> Session:
        try:
            agora = await self._agora_for(session)
            return await self._asker.ask(session.id, agora)
        except Exception as error:  # noqa: BLE001 - one failing question must not end the watching
            self._report(session, error)
            return await self._book.apply(session.id, TimePassed(self._clock.now()))

    async def _pause(self, session_id: str, wait: float, poke: asyncio.Event) -> None:
        wait *= 1.0 + random.uniform(-JITTER, JITTER)
        if not poke.is_set():
            self._book.schedule(session_id, self._clock.now() + wait)
            sleep = asyncio.ensure_future(self._clock.sleep(wait))
            poked = asyncio.ensure_future(poke.wait())
            try:
                await asyncio.wait({sleep, poked}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                sleep.cancel()
                poked.cancel()
        poke.clear()
