"""Watching: every live session is asked when it is due, all of them within the request budget.

One task keeps the calendar. It also notices that the machine slept, because more time has passed
than it waited, and that the network is back, because somebody answers again: then those whose
state has become doubtful are asked at once, the most doubtful first.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agora_console.domain.evidence.facts import AskFailed, Missing
from agora_console.domain.session import Session
from agora_console.journal.errors import JournalError
from agora_console.services.agora import AgoraFor
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.tasks import Tasks
from agora_console.services.watching.asking import Asker
from agora_console.services.watching.cadence import LIVELY, calm, next_wait, urgency
from agora_console.services.watching.slots import Slots

log = logging.getLogger(__name__)

JITTER = 0.1
"""Share of a wait by which questions are spread, so that sessions do not ask in step."""

AT_A_TIME = 64
"""Questions on their way at most: half of the connections that there are; orders need some."""

HEARTBEAT = 5.0
"""Seconds that the calendar rests at most: so late is a sleep of the machine noticed."""

SLEPT = 20.0
"""Seconds of delay that no busy machine explains."""


@dataclass(slots=True)
class _Plan:
    """When one session is asked. `slot` is the time that it holds in the calendar."""

    due: float
    slot: float | None = None
    asked: int = 0
    lively_until: float = 0.0
    asking: bool = False
    again: bool = False
    """Asked on its way already, before something happened that makes its answer old."""
    ordered: bool = False
    """A person waits for the answer."""
    hastened: bool = False


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
        self._plans: dict[str, _Plan] = {}
        self._slots: defaultdict[str, Slots] = defaultdict(Slots)
        self._moved = asyncio.Event()
        self._asking = 0

    def watch(self, session_id: str, *, at_once: bool = False) -> None:
        """Begin to watch; one that is watched already is asked now if `at_once` says so."""
        if session_id in self._plans:
            if at_once:
                self.poke(session_id)
            return
        self._plans[session_id] = _Plan(due=self._clock.now())
        if at_once:
            self._place(session_id, 0.0, is_calm=False)
        else:
            self._replan(session_id)
        if not self._tasks.running("watch"):
            self._tasks.start("watch", self._run())

    def poke(self, session_id: str) -> None:
        """Ask now instead of when it is due, and more often for a while."""
        plan = self._plans.get(session_id)
        if plan is None:
            return
        plan.lively_until = self._clock.now() + LIVELY
        plan.ordered = True
        if plan.asking:
            plan.again = True
            return
        self._give_back(session_id, plan)
        self._set_due(session_id, plan, self._clock.now())

    def ask_all(self) -> None:
        """Ask every watched session as soon as the budget allows, the most doubtful first."""
        self._hasten(list(self._plans))

    # --- the calendar --------------------------------------------------------------------

    async def _run(self) -> None:
        while self._plans:
            self._ask_those_due()
            await self._rest()

    def _ask_those_due(self) -> None:
        now = self._clock.now()
        due = [
            (plan.due, session_id)
            for session_id, plan in self._plans.items()
            if plan.due <= now and not plan.asking
        ]
        for _, session_id in sorted(due):
            plan = self._plans[session_id]
            if self._asking >= AT_A_TIME and not plan.ordered:
                continue
            self._asking += 1
            plan.asking = True
            self._tasks.start(f"ask:{session_id}", self._ask(session_id, plan))
        for slots in self._slots.values():
            slots.forget(now)

    async def _rest(self) -> None:
        """Wait for the next question, a change of plan, or the heartbeat."""
        begin = self._clock.now()
        due = [plan.due for plan in self._plans.values() if not plan.asking]
        wait = HEARTBEAT
        if due and self._asking < AT_A_TIME:
            wait = min(max(0.0, min(due) - begin), HEARTBEAT)
        self._moved.clear()
        rest = asyncio.ensure_future(self._clock.sleep(wait))
        moved = asyncio.ensure_future(self._moved.wait())
        try:
            await asyncio.wait({rest, moved}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            rest.cancel()
            moved.cancel()
        late = self._clock.now() - begin - wait
        if late > SLEPT:
            log.info("Nothing ran for %.0f s: every session is asked at once.", late)
            self.ask_all()

    def _hasten(self, session_ids: Iterable[str]) -> None:
        """Bring these forward to now. Those who have been brought forward keep their place."""
        chosen = []
        for session_id in session_ids:
            plan = self._plans[session_id]
            if plan.asking:
                plan.again = True
            elif not plan.hastened and plan.due > self._clock.now():
                self._give_back(session_id, plan)
                chosen.append(session_id)
        for session_id in sorted(chosen, key=lambda each: urgency(self._book[each])):
            self._plans[session_id].hastened = True
            self._place(session_id, 0.0, is_calm=False)

    def _replan(self, session_id: str) -> None:
        """Plan the next question of a session, or leave off when there is none."""
        plan, session, now = self._plans[session_id], self._book[session_id], self._clock.now()
        wait = next_wait(session, plan.asked, now, lively=now < plan.lively_until)
        if wait is None:
            del self._plans[session_id]
            if session.next_ask_at is not None:
                self._book.schedule(session_id, None)
            return
        wait *= 1.0 + random.uniform(-JITTER, JITTER)
        self._place(session_id, wait, is_calm=calm(session))

    def _place(self, session_id: str, wait: float, *, is_calm: bool) -> None:
        plan = self._plans[session_id]
        plan.slot = self._calendar(session_id).take(self._clock.now() + wait, calm=is_calm)
        self._set_due(session_id, plan, plan.slot)

    def _set_due(self, session_id: str, plan: _Plan, at: float) -> None:
        plan.due = at
        self._book.schedule(session_id, at)
        self._moved.set()

    def _give_back(self, session_id: str, plan: _Plan) -> None:
        if plan.slot is not None:
            self._calendar(session_id).give_back(plan.slot)
            plan.slot = None

    def _calendar(self, session_id: str) -> Slots:
        return self._slots[self._book[session_id].app_id]

    # --- one question --------------------------------------------------------------------

    async def _ask(self, session_id: str, plan: _Plan) -> None:
        ordered, plan.ordered = plan.ordered, False
        plan.again = plan.hastened = False
        plan.slot = None
        before = self._book[session_id]
        try:
            after = await self._answer(before, ordered)
        finally:
            plan.asking = False
            self._asking -= 1
        plan.asked = plan.asked + 1 if after.phase is before.phase else 0
        if plan.again:
            self._set_due(session_id, plan, self._clock.now())
        else:
            self._replan(session_id)
        self._moved.set()
        silence = Missing.SILENCE.value
        if before.last_answer == silence and after.last_answer not in (silence, _NOT_ASKED):
            self._hasten(i for i in self._plans if self._book[i].last_answer == silence)

    async def _answer(self, session: Session, ordered: bool) -> Session:
        """The session after one question; whatever fails must not end the watching."""
        first = session.last_answer != _NOT_ASKED
        try:
            agora = await self._agora_for(session)
            return await self._asker.ask(session.id, agora, ordered=ordered)
        except JournalError as error:
            self._report(session, error)
        except Exception as error:  # noqa: BLE001 - no keys, no project, no address, or a mistake
            if first:
                self._report(session, error)
            await self._not_asked(session.id, error)
        return self._book[session.id]

    async def _not_asked(self, session_id: str, error: Exception) -> None:
        why = f"Agora cannot be asked. {error}"
        try:
            await self._book.apply(session_id, AskFailed(self._clock.now(), Missing.NOT_ASKED, why))
        except JournalError as unwritten:
            self._report(self._book[session_id], unwritten)


_NOT_ASKED = Missing.NOT_ASKED.value
