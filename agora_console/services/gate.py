"""Gate: the one way from a person's wish to a stop. Lock, consent and debounce are judged here.

Whoever lets a person stop something shows in a `Consent` how the person meant it; nothing else in
the program calls `Recordings.stop`, but for a command that ends the recording which it began.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from agora_console.domain.evidence.status import stop_holds
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.events import Event
from agora_console.services.start.orders import RefusedError, StartOrder

DEBOUNCE = 2.0
"""Seconds after an order in which another one for the same session does nothing."""

ALL_WORDS = "stop all"
"""What is typed to stop everything; the number of the recordings will do as well."""


class Means(StrEnum):
    """How a person has shown that a stop is meant; the value is what the journal says."""

    HELD = "held for a second"
    TYPED = "confirmed by typing"
    COMMAND = "by a command"


@dataclass(frozen=True, slots=True)
class Consent:
    """That a stop is meant. `typed` is what was typed; only a command may pass the lock."""

    means: Means
    typed: str = ""
    despite_lock: bool = False


HELD = Consent(Means.HELD)


class Stoppable(Protocol):
    """What is behind the gate: `services.recordings.Recordings`."""

    def get(self, session_id: str) -> Session | None: ...

    def stop(self, session_id: str, how: str = "") -> None: ...

    def stopping(self, session_id: str) -> bool: ...

    def plan_stop(self, session_id: str, moment: float | None) -> None: ...

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None: ...

    def update(self, session_id: str, change: Mapping[str, Any]) -> None: ...


class Plannable(Protocol):
    """What is behind the gate for starts to come: `services.planned_start.PlannedStarts`."""

    def plan(self, order: StartOrder, at: float, token_seconds: int = 0) -> str: ...

    def move(self, plan_id: str, at: float) -> None: ...

    def cancel(self, plan_id: str) -> None: ...

    def start_now(self, plan_id: str) -> None: ...


class Now(Protocol):
    """The clock, as far as the gate needs it; seconds that never jump."""

    def now(self) -> float: ...


class Gate:
    """Locked or not, and what passes. `changed` tells that the lock was turned.

    `keep` writes the lock down, so that a crash does not unlock a show; it may raise.
    """

    def __init__(
        self,
        recordings: Stoppable,
        clock: Now,
        *,
        locked: bool = False,
        keep: Callable[[bool], None] = lambda locked: None,
        planned: Plannable | None = None,
    ) -> None:
        self.changed: Event[None] = Event()
        self._recordings = recordings
        self._clock = clock
        self._locked = locked
        self._keep = keep
        self._planned = planned
        self._ordered: dict[str, float] = {}

    @property
    def locked(self) -> bool:
        """True while nothing is stopped and nothing on air is changed."""
        return self._locked

    @property
    def reason(self) -> str:
        """Why nothing passes, and how that is ended; empty while the gate is open."""
        return f"{_LOCKED.sentence} {_LOCKED.action}" if self._locked else ""

    @property
    def refusal(self) -> Problem:
        """What is said to somebody who finds the gate locked."""
        return _LOCKED

    def lock(self) -> None:
        """Let nothing pass from now on. Raises SettingsError when it cannot be written down."""
        self._turn(True)

    def unlock(self) -> None:
        """Let orders pass again. Raises SettingsError when it cannot be written down."""
        self._turn(False)

    def order(self, session_id: str, consent: Consent) -> bool:
        """Stop a recording; False when a stop for it is under way already.

        Raises RefusedError when the gate is locked, when something else than the channel was
        typed, or when the recording cannot be stopped.
        """
        self._check_lock(consent)
        session = self._recordings.get(session_id)
        if session is None:
            raise _refused(Problem("There is no such recording in the journal."))
        if consent.means is Means.TYPED and consent.typed != session.cname:
            raise _refused(
                Problem(
                    f"“{consent.typed}” is not the name of the channel “{session.cname}”.",
                    holds="Nothing was stopped.",
                )
            )
        return self._pass(session, consent)

    def order_all(self, session_ids: Sequence[str], consent: Consent) -> tuple[Problem, ...]:
        """Stop each of these recordings; what kept single ones from being stopped.

        Raises RefusedError when none may be stopped: locked, or something wrong was typed.
        """
        self._check_lock(consent)
        if consent.means is Means.TYPED and not means_all(consent.typed, len(session_ids)):
            raise _refused(
                Problem(
                    f"“{consent.typed}” is neither {len(session_ids)} nor “{ALL_WORDS}”.",
                    holds="Nothing was stopped.",
                )
            )
        problems: list[Problem] = []
        for session_id in session_ids:
            session = self._recordings.get(session_id)
            if session is None or session.closed:
                continue
            try:
                self._pass(session, consent)
            except RefusedError as refused:
                problems.extend(refused.problems)
        return tuple(problems)

    def plan_stop(self, session_id: str, moment: float | None) -> None:
        """Have a recording stopped at `moment` (seconds since the epoch), or never with None.

        Raises RefusedError when it cannot be planned. A locked gate lets a plan be dropped only.
        """
        if self._locked and moment is not None:
            raise _refused(_LOCKED)
        self._recordings.plan_stop(session_id, moment)

    def plan_start(self, order: StartOrder, at: float, token_seconds: int = 0) -> str:
        """Have a recording started at `at` (seconds since the epoch); the id of the plan.

        Raises RefusedError when the gate is locked or it cannot be planned, SettingsError when it
        cannot be written down.
        """
        return self._plans().plan(order, at, token_seconds)

    def move_start(self, plan_id: str, at: float) -> None:
        """Start it at another time; raises as `plan_start` does."""
        self._plans().move(plan_id, at)

    def drop_start(self, plan_id: str) -> None:
        """Forget a planned start; raises as `plan_start` does. A locked show keeps its plans."""
        self._plans().cancel(plan_id)

    def start_planned(self, plan_id: str) -> None:
        """Start it now instead of at its time; raises as `plan_start` does."""
        self._plans().start_now(plan_id)

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        """Send a layout. Raises RefusedError when the gate is locked or it cannot be sent."""
        if self._locked:
            raise _refused(_LOCKED)
        self._recordings.update_layout(session_id, layout)

    def update(self, session_id: str, change: Mapping[str, Any]) -> None:
        """Send a change. Raises RefusedError when the gate is locked or it cannot be sent."""
        if self._locked:
            raise _refused(_LOCKED)
        self._recordings.update(session_id, change)

    def _pass(self, session: Session, consent: Consent) -> bool:
        now = self._clock.now()
        last = self._ordered.get(session.id)
        if last is not None and now - last < DEBOUNCE:
            return False
        if self._recordings.stopping(session.id) or stop_holds(session):
            return False
        self._recordings.stop(session.id, consent.means.value)
        self._ordered[session.id] = now
        return True

    def _plans(self) -> Plannable:
        if self._locked:
            raise _refused(_LOCKED)
        if self._planned is None:
            raise _refused(Problem("No start can be planned here."))
        return self._planned

    def _check_lock(self, consent: Consent) -> None:
        if self._locked and not consent.despite_lock:
            raise _refused(_LOCKED_FOR_COMMANDS if consent.means is Means.COMMAND else _LOCKED)

    def _turn(self, locked: bool) -> None:
        if locked is self._locked:
            return
        self._locked = locked
        try:
            self._keep(locked)
        finally:
            self.changed.emit(None)


def means_all(typed: str, count: int) -> bool:
    """Whether what was typed says that all of `count` recordings are meant."""
    return typed.strip().lower() == ALL_WORDS or typed.strip() == str(count)


def _refused(problem: Problem) -> RefusedError:
    return RefusedError((problem,))


_LOCKED = Problem(
    "Locked: no stop, no layout and no other change can be ordered.",
    rule="locked",
    holds="What records goes on; a start or stop that was planned before still comes.",
    action="To unlock, hold Ctrl+L or the LOCKED button at the top for a second.",
)
_LOCKED_FOR_COMMANDS = Problem(
    "The console is locked: nothing was stopped.",
    rule="locked",
    holds="The recording goes on.",
    action="Unlock it in the window (hold Ctrl+L), or add --despite-lock.",
)
