"""Planned starts: carried out at their time, or not at all without a person.

A plan is on disk, its config without secrets, and survives a crash; its secrets wait in the keyring
like those of a start on its way. While the machine sleeps or no console runs on the data folder
nothing is started. Who is late by more than `GRACE` does not start: a recording that is billed must
not begin by surprise. The same holds where the clock of the machine was set, so that it cannot be
told whether its time has come, and where a secret is gone that it was planned with. Then the plan
stands as missed, and an alarm asks a person.

The session of a plan has the id of the plan. So one plan has one recording: whoever carries it out
twice, even across a crash, means the same session.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pydantic import SecretStr

from agora_console.domain.alarms import Alarm, Kind
from agora_console.domain.planned_start import (
    GRACE,
    PlannedStart,
    clock_was_set,
    missed,
    moment_trouble,
    read_plans,
    written,
)
from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.secrets import StartSecrets, given
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.failures import problem_of
from agora_console.services.recordings import Recordings
from agora_console.services.setup.projects import Projects
from agora_console.services.start.checking import token_end
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.orders import RefusedError, StartOrder
from agora_console.services.start.second import GuardedStart
from agora_console.services.start.start_input import without_secrets
from agora_console.services.start.start_keys import with_stored_keys, with_tokens
from agora_console.services.tasks import Tasks
from agora_console.services.watching.alarms import Alarms

TASK = "planned starts"

STS_RULE = "X22"
"""The rule of the linter about temporary storage credentials."""

LOOK = 60.0
"""Seconds after which a long wait looks at the clock of the machine again."""


class Kept(Protocol):
    """Where the plans are written down: `settings.store.Settings`."""

    def planned(self) -> list[Any]: ...

    def save_planned(self, planned: list[dict[str, Any]]) -> None: ...


@dataclass(frozen=True, slots=True)
class StartMeans:
    """What a start is made of."""

    recordings: Recordings
    guarded: GuardedStart
    projects: Projects
    keeper: Keeper
    alarms: Alarms
    remember: Callable[[SecretStr], None]


class PlannedStarts:
    """Keeps the plans and carries them out. Only the gate calls what changes them.

    `changed` follows every change of which plans there are and how they stand; `notes` say what a
    person must know of the file.
    """

    def __init__(self, kept: Kept, means: StartMeans, clock: Clock, tasks: Tasks) -> None:
        self.changed: Event[None] = Event()
        self._kept = kept
        self._means = means
        self._clock = clock
        self._tasks = tasks
        self._plans, self.notes = read_plans(kept.planned())
        self._under_way: set[str] = set()
        self._on_duty = False

    def all(self) -> tuple[PlannedStart, ...]:
        """The plans that wait for their time or for a person, the next one first."""
        waiting = (plan for plan in self._plans.values() if plan.id not in self._under_way)
        return tuple(sorted(waiting, key=lambda plan: (plan.at, plan.made_at)))

    def get(self, plan_id: str) -> PlannedStart | None:
        """The plan of that id, or None."""
        return self._plans.get(plan_id)

    def check(self, order: StartOrder, at: float) -> tuple[Problem, ...]:
        """Everything that is wrong with starting `order` at `at` (seconds since the epoch)."""
        now = self._clock.now()
        found = list(self._means.recordings.check(order))
        if (why := moment_trouble(at, now)) is not None:
            found.insert(0, why)
        else:
            found[:0] = self._too_short_then(order, at, found)
        ends = token_end(order)
        if ends is not None and now < ends <= at:
            found.insert(0, Problem("The token ends before that time.", path="token"))
        wanted = (order.project.id, order.cname, order.uid)
        if any((plan.project_id, plan.cname, plan.uid) == wanted for plan in self._plans.values()):
            found.insert(
                0,
                Problem(
                    f"Recorder UID {order.uid} is planned for {order.cname} already.",
                    path="uid",
                    action="Change that plan, or use another UID.",
                ),
            )
        return tuple(found)

    def _too_short_then(
        self, order: StartOrder, at: float, found: Iterable[Problem]
    ) -> list[Problem]:
        """Temporary storage credentials that are good enough now, and are not when it starts."""
        if any(problem.rule == STS_RULE for problem in found):
            return []
        then = self._means.recordings.check(order, at)
        return [
            replace(problem, sentence=f"At that time: {problem.sentence}")
            for problem in then
            if problem.rule == STS_RULE
        ]

    def plan(self, order: StartOrder, at: float, token_seconds: int = 0) -> str:
        """Have `order` started at `at`; the id of the plan. Raises RefusedError, SettingsError."""
        self._check_owner()
        problems = self.check(order, at)
        if has_errors(problems):
            raise RefusedError(problems)
        order = without_secrets(order)
        for _, secret in given(order.secrets):
            self._means.remember(secret)
        plan = PlannedStart(
            id=uuid.uuid4().hex,
            at=at,
            project_id=order.project.id,
            cname=order.cname,
            uid=order.uid,
            config=dict(order.config),
            guards=dict(order.guards),
            token_seconds=token_seconds,
            made_at=self._clock.now(),
            held=tuple(name for name, _ in given(order.secrets)),
        )
        self._put(plan)
        self._tasks.start(f"plan:{plan.id}", self._keep_secrets(plan.id, order.secrets))
        self.look()
        return plan.id

    def move(self, plan_id: str, at: float) -> None:
        """Start it at another time. Raises RefusedError, SettingsError."""
        self._check_owner()
        plan = self._waiting(plan_id)
        if (why := moment_trouble(at, self._clock.now())) is not None:
            raise RefusedError((why,))
        self._put(plan.model_copy(update={"at": at, "trouble": ""}))
        self._cease(plan_id, "It is planned for another time.")
        self.look()

    def cancel(self, plan_id: str) -> None:
        """Forget a plan. Raises RefusedError, SettingsError."""
        self._check_owner()
        self._waiting(plan_id)
        self._drop(plan_id)
        self._cease(plan_id, "The plan was given up.")
        self._tasks.start(f"plan:{plan_id}", self._means.keeper.drop(plan_id))
        self.look()

    def start_now(self, plan_id: str) -> None:
        """Start it at once, because a person says so. Raises RefusedError."""
        self._check_owner()
        plan = self._waiting(plan_id)
        self._cease(plan_id, "A person has started it.")
        self._begin(plan, by_person=True)

    def read_again(self) -> None:
        """Know what an owner that has ended had planned, moved or given up."""
        self._plans, self.notes = read_plans(self._kept.planned())
        self.changed.emit(None)

    def take_up(self) -> None:
        """Go on with the plans of an earlier run; called once the sessions are known."""
        if self._means.recordings.read_only:
            return
        self._on_duty = True
        for plan in tuple(self._plans.values()):
            if self._means.recordings.get(plan.id) is not None:
                self._forget_started(plan.id)
        self.look()

    def look(self) -> None:
        """Begin to wait, or wait anew, because the plans have changed."""
        if self._on_duty and any(not plan.trouble for plan in self.all()):
            self._tasks.start(TASK, self._run())
        else:
            self._tasks.cancel(TASK)

    async def _run(self) -> None:
        while plans := [plan for plan in self.all() if not plan.trouble]:
            plan, now, wall = plans[0], self._clock.now(), self._clock.wall()
            if (left := plan.at - max(now, wall)) > 0:
                await self._clock.sleep(min(left, LOOK))
            elif why := self._why_not(plan):
                self._fail(plan, why)
            elif plan.at > now:
                await self._clock.sleep(plan.at - now)
            else:
                self._begin(plan)

    def _why_not(self, plan: PlannedStart) -> str:
        """Why a plan whose time has come is not carried out without a person."""
        now, wall = self._clock.now(), self._clock.wall()
        if (late := min(now, wall) - plan.at) > GRACE:
            return missed(late)
        return clock_was_set(wall - now) if abs(wall - now) > GRACE else ""

    def _begin(self, plan: PlannedStart, *, by_person: bool = False) -> None:
        self._under_way.add(plan.id)
        self.changed.emit(None)
        self._tasks.start(f"planned:{plan.id}", self._carry_out(plan, by_person=by_person))

    async def _carry_out(self, plan: PlannedStart, *, by_person: bool) -> None:
        """Start it once; what keeps it from starting is written down with the plan."""
        await self._tasks.ended(f"plan:{plan.id}")  # its secrets may still be on their way
        try:
            order = await self._order(plan)
            # The keyring may have waited for its password, and the machine have slept meanwhile.
            if not by_person and (why := self._why_not(plan)):
                self._under_way.discard(plan.id)
                self._fail(plan, why)
                return
            self._means.guarded.start(order, plan.id)
        except Exception as error:  # noqa: BLE001 - whatever fails becomes a sentence and an alarm
            self._under_way.discard(plan.id)
            self._fail(plan, f"{problem_of(error).sentence} Nothing was sent.")
            return
        await self._means.recordings.start_ended(plan.id)
        self._under_way.discard(plan.id)
        if self._means.recordings.get(plan.id) is None:
            self._fail(plan, "The recording could not be written down. Nothing was sent.")
        else:
            self._forget_started(plan.id)

    async def _order(self, plan: PlannedStart) -> StartOrder:
        project = self._means.projects.get(plan.project_id)
        if project is None:
            raise LookupError("The project of this plan is not known here any more.")
        try:
            secrets = await self._means.keeper.get(plan.id)
        except LookupError:
            secrets = StartSecrets()
        order = StartOrder(project, plan.cname, plan.uid, plan.config, secrets, plan.guards)
        if secrets.sts_token is None:  # temporary keys and their token belong together
            order = await with_stored_keys(self._means.projects, order)
        order = await with_tokens(self._means.projects, order, plan.token_seconds)
        here = [name for name, _ in given(order.secrets)]
        if gone := [_words(name) for name in plan.held if name not in here]:
            raise LookupError(f"Gone since it was planned: {', '.join(gone)}. Plan it again.")
        return order

    async def _keep_secrets(self, plan_id: str, secrets: StartSecrets) -> None:
        plan = self._plans[plan_id]
        lasting = await self._means.keeper.hold(plan_id, plan.project_id, secrets)
        if not lasting and plan_id in self._plans:
            self._put(self._plans[plan_id].model_copy(update={"run_only": True}))

    def _fail(self, plan: PlannedStart, why: str) -> None:
        now = self._clock.now()
        self._plans[plan.id] = plan.model_copy(update={"trouble": why})
        self._write_down()
        self._means.alarms.call(
            Alarm(session_id=plan.id, cname=plan.cname, kind=Kind.MISSED, since=now, sentence=why),
            now,
        )
        self.changed.emit(None)

    def _cease(self, plan_id: str, outcome: str) -> None:
        self._means.alarms.cease(plan_id, Kind.MISSED, outcome, self._clock.now())

    def _forget_started(self, plan_id: str) -> None:
        self._plans.pop(plan_id, None)
        self._write_down()
        self.changed.emit(None)

    def _put(self, plan: PlannedStart) -> None:
        before = dict(self._plans)
        self._plans[plan.id] = plan
        self._save(before)

    def _drop(self, plan_id: str) -> None:
        before = dict(self._plans)
        del self._plans[plan_id]
        self._save(before)

    def _save(self, before: dict[str, PlannedStart]) -> None:
        """Write the plans down; what cannot be written is not planned."""
        try:
            self._kept.save_planned(written(self._plans.values()))
        except Exception:
            self._plans = before
            raise
        self.changed.emit(None)

    def _write_down(self) -> None:
        """The same where nobody waits for it: a plan that is carried out twice is one session."""
        try:
            self._kept.save_planned(written(self._plans.values()))
        except Exception as error:  # noqa: BLE001 - it is told; the next run settles it by the id
            self._means.recordings.told.emit(problem_of(error))

    def _waiting(self, plan_id: str) -> PlannedStart:
        plan = self._plans.get(plan_id)
        if plan is None or plan_id in self._under_way:
            raise RefusedError.because("This plan is being carried out, or is gone.")
        return plan

    def _check_owner(self) -> None:
        if self._means.recordings.read_only:
            raise RefusedError.because(self._means.recordings.read_only)


def _words(name: str) -> str:
    return "RTMP address" if name == "rtmp_url" else name.replace("_", " ")
