"""The gate: what passes, what is refused in words, and what is no second order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.gate import DEBOUNCE, HELD, Consent, Gate, Means, means_all
from agora_console.services.start.orders import RefusedError
from agora_console.settings.errors import SettingsError
from tests.support.sessions import make_session
from tests.unit.services.bench import StillClock, running

BY_COMMAND = Consent(Means.COMMAND)


@dataclass
class Behind:
    """What lies behind the gate: it writes down what has passed."""

    known: dict[str, Session] = field(default_factory=dict)
    passed: list[tuple[str, str]] = field(default_factory=list)
    layouts: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    plans: list[tuple[str, float | None]] = field(default_factory=list)
    under_way: set[str] = field(default_factory=set)
    refuses: set[str] = field(default_factory=set)

    def get(self, session_id: str) -> Session | None:
        return self.known.get(session_id)

    def stop(self, session_id: str, how: str = "") -> None:
        if session_id in self.refuses:
            raise RefusedError((Problem(f"{session_id} cannot be stopped."),))
        self.passed.append((session_id, how))

    def stopping(self, session_id: str) -> bool:
        return session_id in self.under_way

    def plan_stop(self, session_id: str, moment: float | None) -> None:
        self.plans.append((session_id, moment))

    def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        self.layouts.append(session_id)

    def update(self, session_id: str, change: Mapping[str, Any]) -> None:
        self.changes.append(session_id)

    @property
    def stopped(self) -> list[str]:
        return [session_id for session_id, _ in self.passed]


@pytest.fixture
def behind() -> Behind:
    return Behind({key: running(id=key, cname=f"channel {key}") for key in ("a", "b", "c")})


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def gate(behind: Behind, clock: StillClock) -> Gate:
    return Gate(behind, clock)


def refusal(error: pytest.ExceptionInfo[RefusedError]) -> str:
    (problem,) = error.value.problems
    return f"{problem.sentence} {problem.holds} {problem.action}"


def test_what_was_held_passes_and_the_journal_says_how(gate: Gate, behind: Behind) -> None:
    assert gate.order("a", HELD)
    assert behind.passed == [("a", "held for a second")]


def test_the_typed_name_has_to_be_that_of_the_channel(gate: Gate, behind: Behind) -> None:
    with pytest.raises(RefusedError) as error:
        gate.order("a", Consent(Means.TYPED, "channel b"))
    assert "“channel b” is not the name of the channel “channel a”. Nothing was stopped." in (
        refusal(error)
    )
    assert gate.order("a", Consent(Means.TYPED, "channel a"))
    assert behind.passed == [("a", "confirmed by typing")]


def test_a_recording_that_nobody_knows_is_refused(gate: Gate) -> None:
    with pytest.raises(RefusedError):
        gate.order("gone", HELD)


class TestDebounce:
    async def test_a_second_order_right_after_the_first_does_nothing(
        self, gate: Gate, behind: Behind, clock: StillClock
    ) -> None:
        gate.order("a", HELD)
        assert not gate.order("a", HELD)
        assert not gate.order("a", Consent(Means.TYPED, "channel a"))
        assert behind.stopped == ["a"]
        await clock.sleep(DEBOUNCE)
        assert gate.order("a", HELD)  # the first may have been refused by Agora

    def test_it_is_of_one_recording_alone(self, gate: Gate, behind: Behind) -> None:
        gate.order("a", HELD)
        gate.order("b", HELD)
        assert behind.stopped == ["a", "b"]

    def test_while_one_is_being_stopped_another_order_does_nothing(
        self, gate: Gate, behind: Behind
    ) -> None:
        behind.under_way.add("a")
        assert not gate.order("a", HELD)
        assert behind.stopped == []

    def test_an_accepted_stop_is_not_sent_again(self, gate: Gate, behind: Behind) -> None:
        behind.known["a"] = running(id="a", stop_sent_at=990.0, stop_accepted_at=991.0)
        assert not gate.order("a", HELD)

    def test_what_outlives_an_accepted_stop_may_be_stopped_again(
        self, gate: Gate, behind: Behind
    ) -> None:
        behind.known["a"] = running(
            id="a",
            stop_sent_at=900.0,
            stop_accepted_at=901.0,
            stop_answered_at=901.0,
            last_status=5,
            last_status_at=940.0,
        )
        assert gate.order("a", HELD)

    def test_a_refused_order_may_be_given_again_at_once(self, gate: Gate, behind: Behind) -> None:
        behind.refuses.add("a")
        with pytest.raises(RefusedError):
            gate.order("a", HELD)
        behind.refuses.clear()
        assert gate.order("a", HELD)


class TestLock:
    @pytest.mark.parametrize("consent", [HELD, Consent(Means.TYPED, "channel a"), BY_COMMAND])
    def test_nothing_passes_while_it_is_locked(
        self, gate: Gate, behind: Behind, consent: Consent
    ) -> None:
        gate.lock()
        with pytest.raises(RefusedError) as one:
            gate.order("a", consent)
        with pytest.raises(RefusedError) as every:
            gate.order_all(["a", "b"], consent)
        assert "lock" in refusal(one)
        assert "nlock" in refusal(one)  # how to unlock is said as well
        assert "lock" in refusal(every)
        assert behind.stopped == []

    def test_no_change_is_sent(self, gate: Gate, behind: Behind) -> None:
        gate.lock()
        with pytest.raises(RefusedError, match="Locked"):
            gate.update("a", {})
        gate.unlock()
        gate.update("a", {})
        assert behind.changes == ["a"]

    def test_no_layout_is_sent(self, gate: Gate, behind: Behind) -> None:
        gate.lock()
        with pytest.raises(RefusedError):
            gate.update_layout("a", {})
        gate.unlock()
        gate.update_layout("a", {})
        assert behind.layouts == ["a"]

    def test_no_stop_is_planned_and_one_that_was_can_be_dropped(
        self, gate: Gate, behind: Behind
    ) -> None:
        gate.plan_stop("a", 2_000.0)
        gate.lock()
        with pytest.raises(RefusedError):
            gate.plan_stop("b", 2_000.0)
        gate.plan_stop("a", None)
        assert behind.plans == [("a", 2_000.0), ("a", None)]

    def test_only_a_command_that_says_so_passes(self, gate: Gate, behind: Behind) -> None:
        gate.lock()
        with pytest.raises(RefusedError) as error:
            gate.order("a", BY_COMMAND)
        assert "--despite-lock" in refusal(error)
        gate.order("a", Consent(Means.COMMAND, despite_lock=True))
        assert behind.passed == [("a", "by a command")]
        assert gate.locked

    def test_unlocked_it_lets_pass_again(self, gate: Gate, behind: Behind) -> None:
        gate.lock()
        gate.unlock()
        gate.order("a", HELD)
        assert behind.stopped == ["a"]
        assert gate.reason == ""

    def test_turning_it_is_told_and_kept_once(self, behind: Behind, clock: StillClock) -> None:
        kept: list[bool] = []
        told: list[bool] = []
        gate = Gate(behind, clock, keep=kept.append)
        gate.changed.subscribe(lambda _: told.append(gate.locked))
        gate.lock()
        gate.lock()
        gate.unlock()
        assert kept == told == [True, False]

    def test_a_lock_that_cannot_be_kept_holds_all_the_same(
        self, behind: Behind, clock: StillClock
    ) -> None:
        def broken(locked: bool) -> None:
            raise SettingsError("The file cannot be written.", "Make room.")

        gate = Gate(behind, clock, keep=broken)
        told: list[bool] = []
        gate.changed.subscribe(lambda _: told.append(gate.locked))
        with pytest.raises(SettingsError):
            gate.lock()
        assert gate.locked
        assert told == [True]


class TestAll:
    def test_each_is_stopped_once(self, gate: Gate, behind: Behind) -> None:
        gate.order("a", HELD)
        assert gate.order_all(["a", "b", "c"], HELD) == ()
        assert behind.stopped == ["a", "b", "c"]

    def test_one_that_cannot_be_stopped_does_not_keep_the_others(
        self, gate: Gate, behind: Behind
    ) -> None:
        behind.refuses.add("b")
        problems = gate.order_all(["a", "b", "c"], HELD)
        assert [problem.sentence for problem in problems] == ["b cannot be stopped."]
        assert behind.stopped == ["a", "c"]

    def test_what_is_over_or_gone_is_passed_by(self, gate: Gate, behind: Behind) -> None:
        behind.known["b"] = make_session(id="b", over=True)
        assert gate.order_all(["a", "b", "gone"], HELD) == ()
        assert behind.stopped == ["a"]

    @pytest.mark.parametrize("typed", ["3", " 3 ", "stop all", "Stop All "])
    def test_the_number_or_the_words_confirm_it(
        self, gate: Gate, behind: Behind, typed: str
    ) -> None:
        gate.order_all(["a", "b", "c"], Consent(Means.TYPED, typed))
        assert behind.stopped == ["a", "b", "c"]

    @pytest.mark.parametrize("typed", ["", "2", "stop", "all", "yes", "33"])
    def test_anything_else_stops_nothing(self, gate: Gate, behind: Behind, typed: str) -> None:
        with pytest.raises(RefusedError) as error:
            gate.order_all(["a", "b", "c"], Consent(Means.TYPED, typed))
        assert f"“{typed}” is neither 3 nor “stop all”." in refusal(error)
        assert behind.stopped == []
        assert not means_all(typed, 3)
