"""One recording from start to end without a window: start, confirm, wait, stop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from agora_console.domain.problems import Problem
from agora_console.domain.session import CONFIRM_WITHIN, Phase, Session
from agora_console.domain.states import look
from agora_console.services.clock import Clock
from agora_console.services.errands.telling import problem_facts
from agora_console.services.events import Say
from agora_console.services.recordings import Recordings
from agora_console.services.start.orders import StartOrder

STOP_WITHIN = 180.0
"""Seconds for which the end of a recording is waited for after stop."""

REFUSED_AGAIN = 5.0
"""Seconds after a refused stop from which on an answer is reason enough to send it again; twice as
long after each further one."""

SID_WITHIN = 180.0
"""Seconds for which a start that is not answered is sent again before the run gives it up."""

STOPPED = frozenset({Phase.FILES_LISTED, Phase.SAFE, Phase.IN_BACKUP, Phase.ENDED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the run. `good` is True only if it was confirmed and stopped."""

    session: Session
    good: bool
    sentence: str


class SingleRun:
    """Drives one recording and says each step; `halt` ends the waiting early."""

    def __init__(self, recordings: Recordings, clock: Clock, say: Say) -> None:
        self._recordings = recordings
        self._clock = clock
        self._say = say
        self._moved = asyncio.Event()
        self._halted = asyncio.Event()
        self._session_id = ""
        self._failed = False
        self._said: tuple[object, ...] = ()

    def halt(self) -> None:
        """Stop the recording now instead of at the end of its time."""
        self._halted.set()
        self._moved.set()

    async def run(self, order: StartOrder, seconds: float | None, session_id: str = "") -> Outcome:
        """Record for `seconds` from the confirmation, or until `halt`.

        Raises RefusedError when nothing may be sent.
        """
        return await self.follow(self._recordings.start(order, session_id), seconds)

    async def follow(self, session_id: str, seconds: float | None) -> Outcome:
        """Go on with a recording that was ordered already, perhaps in another process."""
        with self._following(session_id):
            await self._until_settled()
            if self._confirmed:
                await self._hold(seconds)
            return await self._finish()

    async def end(self, session_id: str, within: float, order: Callable[[str], object]) -> Outcome:
        """Order the stop of a recording and follow it to its end, or for `within` seconds.

        It is not followed further than to a refusal. What `order` raises is raised.
        """
        with self._following(session_id):
            order(session_id)
            sent = asyncio.ensure_future(self._recordings.stop_ended(session_id))
            sent.add_done_callback(lambda _: self._moved.set())
            try:
                await self._until(lambda: self.session.over or self._gave_up(), within)
            finally:
                sent.cancel()
        session = self.session
        return Outcome(session, session.over, self._told_of(session))

    @property
    def session(self) -> Session:
        """The session as it stands."""
        session = self._recordings.get(self._session_id)
        if session is None:
            raise LookupError("The session could not be written to the journal.")
        return session

    @property
    def _confirmed(self) -> bool:
        return self.session.confirmed_at is not None

    @contextmanager
    def _following(self, session_id: str) -> Iterator[None]:
        self._session_id = session_id
        unsubscribe = (
            self._recordings.changed.subscribe(self._on_changed),
            self._recordings.told.subscribe(self._on_told),
        )
        try:
            yield
        finally:
            for each in unsubscribe:
                each()

    def _gave_up(self) -> bool:
        """True when nothing is sent any more, and nothing says that Agora goes on ending it."""
        ending = self.session.phase in (Phase.STOPPING, Phase.UPLOADING) and not self._failed
        return not ending and not self._recordings.stopping(self._session_id)

    async def _until_settled(self) -> None:
        """Wait for the sid, and from then on for the confirmation, or for what rules one out."""
        ended = asyncio.ensure_future(self._recordings.start_ended(self._session_id))
        ended.add_done_callback(lambda _: self._moved.set())
        try:
            await self._until(lambda: self._is_answered() or self._may_call_off(), SID_WITHIN)
            # What is on its way already has to be waited for: without its sid it cannot be stopped.
            if self._may_call_off() and not await self._recordings.call_off(self._session_id):
                await self._until(self._is_answered, SID_WITHIN)
        finally:
            ended.cancel()
        if self.session.sid:
            await self._until(self._is_settled, CONFIRM_WITHIN + 60.0)

    def _may_call_off(self) -> bool:
        return self._halted.is_set() and self.session.phase is not Phase.INTENT

    def _is_answered(self) -> bool:
        """Whether the start has brought a sid, or brings none any more."""
        session = self.session
        # A start without an answer is sent again, and the next answer may bring the sid.
        given_up = not self._recordings.starting(self._session_id)
        return (
            session.over
            or bool(session.sid)
            or (given_up and session.phase in (Phase.OUTCOME_UNKNOWN, Phase.UNKNOWN))
        )

    def _is_settled(self) -> bool:
        session = self.session
        return (
            session.over
            or session.confirmed_at is not None
            or session.phase is Phase.FAILED
            or self._halted.is_set()
        )

    async def _hold(self, seconds: float | None) -> None:
        confirmed = self.session.confirmed_at or self._clock.now()
        await self._until(
            lambda: self.session.over or self._halted.is_set(),
            None if seconds is None else confirmed + seconds - self._clock.now(),
        )

    async def _finish(self) -> Outcome:
        session = self.session
        if not session.over and session.stoppable:
            session = await self._stopped()
        stopped = session.over and session.stop_sent_at is not None and session.phase in STOPPED
        good = session.confirmed_at is not None and stopped
        return Outcome(session, good, self._told_of(session))

    async def _stopped(self) -> Session:
        """Stop it, and again where the stop was refused and Agora answers for it later.

        The run is an order to stop: nobody else may be there to give it once more.
        """
        end, rest = self._clock.now() + STOP_WITHIN, REFUSED_AGAIN
        while not self.session.over and (left := end - self._clock.now()) > 0:
            self._recordings.stop(self._session_id)
            await self._until(partial(self._over_or_answers, rest), left)
            rest *= 2
        return self.session

    def _over_or_answers(self, rest: float) -> bool:
        session = self.session
        refused, seen = session.stop_refused_at, session.last_status_at
        if session.over:
            return True
        if refused is None or seen is None or self._recordings.stopping(session.id):
            return False
        return session.phase is Phase.RECORDING and seen - refused >= rest

    def _told_of(self, session: Session) -> str:
        sentence = look(session, self._clock.now()).sentence or session.cause
        if not session.live:
            return sentence
        return f"Not proven to be over; it may still record. {sentence}"

    async def _until(self, fact: Callable[[], bool], seconds: float | None) -> None:
        """Wait until `fact` holds, or `seconds` of the clock have passed."""
        timer = asyncio.ensure_future(self._clock.sleep(seconds)) if seconds is not None else None
        try:
            while not fact() and not (timer is not None and timer.done()):
                self._moved.clear()
                moved = asyncio.ensure_future(self._moved.wait())
                waits = {moved} if timer is None else {moved, timer}
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                moved.cancel()
        finally:
            if timer is not None:
                timer.cancel()

    def _on_told(self, problem: Problem) -> None:
        if problem.rule == f"session:{self._session_id}":
            self._failed = True
            self._say("problem", problem_facts(problem))

    def _on_changed(self, session: Session) -> None:
        if session.id != self._session_id:
            return
        self._moved.set()
        now = (session.phase, session.last_status, session.resource_id, session.sid)
        if now == self._said:
            return
        self._said = now
        shown = look(session, self._clock.now())
        self._say(
            "state",
            {
                "phase": session.phase.value,
                "word": shown.word,
                "sentence": shown.sentence,
                "status": session.last_status,
                "session": session.id,
                "resourceId": session.resource_id,
                "sid": session.sid,
            },
        )
