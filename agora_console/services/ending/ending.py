"""Ending: a stop now, a stop at a planned moment, and a person's word that it is over."""

from __future__ import annotations

import asyncio
from functools import partial

from agora_console.api.policy import RetryPolicy
from agora_console.domain.durations import duration
from agora_console.domain.evidence.facts import CaseClosed, StopPlanned
from agora_console.domain.session import Phase
from agora_console.services.agora import AgoraFor
from agora_console.services.clock import Clock
from agora_console.services.ending.planning import Planner
from agora_console.services.ending.stopping import Stopper
from agora_console.services.sessions.book import Book
from agora_console.services.start.keeper import Keeper
from agora_console.services.tasks import Tasks
from agora_console.services.watching.asking import Asker
from agora_console.services.watching.troubles import Troubles
from agora_console.services.watching.watch import Watcher


class Ender:
    """Runs stops, each under the task `stop:<id>`. Whether one is allowed is judged before."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        asker: Asker,
        agora_for: AgoraFor,
        policy: RetryPolicy,
        keeper: Keeper,
        watcher: Watcher,
        troubles: Troubles,
    ) -> None:
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._agora_for = agora_for
        self._keeper = keeper
        self._watcher = watcher
        self._troubles = troubles
        self._stopper = Stopper(book, clock, asker, policy)
        self._planner = Planner(book, clock, tasks, self._stop_as_planned)

    def begin(self, session_id: str, why: str) -> None:
        """A stop waits for no change that is repeated: it goes first, and ends what was changed."""
        for change in (f"layout:{session_id}", f"update:{session_id}"):
            if self._tasks.running(change):
                self._tasks.cancel(change)
                why = f"{why} A change on its way was given up for it."
        self._tasks.start(f"stop:{session_id}", self.stop(session_id, why))

    def running(self, session_id: str) -> bool:
        """True while a stop is sent, and again as long as nothing proves the end."""
        return self._tasks.running(f"stop:{session_id}")

    async def ended(self, session_id: str) -> None:
        """Return when no stop is sent any more, with or without an end."""
        await self._tasks.ended(f"stop:{session_id}")

    async def stop(self, session_id: str, why: str) -> None:
        """Send stop until the end is proven; `why` is the line in the time line."""
        await self._troubles.guard(session_id, partial(self._stop, session_id, why))

    def plan(self, session_id: str, moment: float | None) -> None:
        """Write down when it is stopped (seconds since the epoch); None: not any more."""
        work = partial(self._plan, session_id, moment)
        self._tasks.start(f"plan:{session_id}", self._troubles.guard(session_id, work))

    def look_at_plans(self) -> None:
        """Carry out what is due, and wait for the rest; for plans that another run left."""
        self._planner.look()

    def close(self, session_id: str) -> asyncio.Task[None]:
        """Write down that a person says it is over."""
        work = self._troubles.guard(session_id, partial(self._close, session_id))
        return self._tasks.start(f"close:{session_id}", work)

    async def _stop(self, session_id: str, why: str) -> None:
        # A journal that cannot be written must not keep a recording running.
        await self._troubles.guard(session_id, partial(self._book.note, session_id, why))
        agora = await self._agora_for(self._book[session_id])
        session = await self._stopper.run(session_id, agora)
        if session.phase in (Phase.UNKNOWN, Phase.OUT_OF_REACH):
            self._troubles.say(session_id, session.cause)
        if not session.over:
            self._watcher.watch(session_id, at_once=True)

    def _stop_as_planned(self, session_id: str, why: str) -> None:
        if self._book[session_id].stoppable and not self.running(session_id):
            self.begin(session_id, why)

    async def _plan(self, session_id: str, moment: float | None) -> None:
        now = self._clock.now()
        said = f"in {duration(moment - now)}" if moment is not None else "not any more"
        await self._book.apply(session_id, StopPlanned(now, moment))
        await self._book.note(session_id, f"Planned to stop: {said}.")
        self._planner.look()

    async def _close(self, session_id: str) -> None:
        words = "Case closed: the operator says, “I have made sure that it is over.”"
        await self._book.note(session_id, words)
        await self._book.apply(session_id, CaseClosed(self._clock.now()))
        await self._keeper.drop(session_id)
