"""One recording with guards from start to end without a window.

What is started in place of a lost recording is followed like the first; a second recorder is
stopped with it.
"""

from __future__ import annotations

from agora_console.domain.guards import partner_of
from agora_console.domain.session import Session
from agora_console.domain.watchdog import Step
from agora_console.services.console import Console
from agora_console.services.errands.single_run import STOP_WITHIN, Outcome, SingleRun
from agora_console.services.errands.telling import session_facts
from agora_console.services.events import Say
from agora_console.services.start.orders import StartOrder

_PENDING = (Step.WAIT, Step.ASK, Step.START)


class GuardedRun(SingleRun):
    """Drives a recording, and whatever is started in its place, as one."""

    def __init__(self, console: Console, say: Say) -> None:
        super().__init__(console.recordings, console.clock, say)
        self._console = console
        self._ends_at: float | None = None

    async def run(self, order: StartOrder, seconds: float | None, session_id: str = "") -> Outcome:
        """Record for `seconds` from the first confirmation, or until `halt`.

        Raises RefusedError when nothing may be sent.
        """
        return await self.follow(self._console.guarded.start(order, session_id), seconds)

    async def follow(self, session_id: str, seconds: float | None) -> Outcome:
        """Go on with a recording that was ordered already, perhaps in another process."""
        while True:
            with self._following(session_id):
                await self._until_settled()
                await self._hold_until_the_end(seconds)
                successor = await self._successor()
                if successor is None:
                    return await self._finish()
            session_id = successor.id

    async def _hold_until_the_end(self, seconds: float | None) -> None:
        """Hold a recording; the time counts from the first confirmation of all."""
        if not self._confirmed:
            return
        now = self._clock.now()
        if self._ends_at is None and seconds is not None:
            self._ends_at = (self.session.confirmed_at or now) + seconds
        await self._until(
            lambda: self.session.over or self._halted.is_set(),
            None if self._ends_at is None else max(0.0, self._ends_at - now),
        )

    async def _successor(self) -> Session | None:
        """Who has taken the place of a lost recording; None when nobody will."""
        dogs, session = self._console.watchdogs, self.session
        if not session.over:
            return None
        left = None if self._ends_at is None else max(0.0, self._ends_at - self._clock.now())
        unsubscribe = self._recordings.changed.subscribe(lambda _: self._moved.set())
        try:
            await self._until(lambda: self._halted.is_set() or not self._is_pending(), left)
        finally:
            unsubscribe()
        successor = dogs.successor(session.id)
        if successor is None and self._is_pending():  # its time is over before the cool-down is
            dogs.stand_down(session.id)
        return successor

    def _is_pending(self) -> bool:
        return self._console.watchdogs.decision(self.session).step in _PENDING

    async def _finish(self) -> Outcome:
        """Stop the recording and the other one of its pair, which has no say in the outcome."""
        outcome = await super()._finish()
        partner = partner_of(outcome.session, self._recordings.sessions())
        if partner is not None:
            if partner.stoppable:
                self._recordings.stop(partner.id)
                unsubscribe = self._recordings.changed.subscribe(lambda _: self._moved.set())
                try:
                    await self._until(lambda: self._now(partner).over, STOP_WITHIN)
                finally:
                    unsubscribe()
            facts = session_facts(self._now(partner), self._clock.now())
            self._say("second", facts)
        return outcome

    def _now(self, session: Session) -> Session:
        return self._recordings.get(session.id) or session
