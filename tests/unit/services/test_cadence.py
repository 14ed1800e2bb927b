"""When a session is asked next."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.session import Phase, Session
from agora_console.services.cadence import next_wait
from tests.support.sessions import make_session


def session(phase: Phase, idle: int = 300, **changes: Any) -> Session:
    return make_session(idle, sid="ab" * 16, phase=phase, **changes)


def test_the_first_question_comes_five_seconds_after_the_sid() -> None:
    assert next_wait(session(Phase.UNCONFIRMED), 0) == 5


def test_the_way_to_the_confirmation_stays_within_its_ninety_seconds() -> None:
    waits = [next_wait(session(Phase.UNCONFIRMED), asked) for asked in range(6)]
    assert waits == [5, 5, 10, 15, 15, 15]


def test_a_storing_recording_is_asked_every_two_minutes() -> None:
    assert next_wait(session(Phase.RECORDING, last_status=5), 7) == 120


@pytest.mark.parametrize("idle", [5, 30, 100, 149])
def test_a_question_always_comes_before_the_idle_time_is_over(idle: int) -> None:
    wait = next_wait(session(Phase.RECORDING, idle=idle, last_status=5), 7)
    assert wait is not None
    assert wait * 1.1 < idle


def test_a_recording_that_stores_nothing_yet_is_asked_more_often() -> None:
    assert next_wait(session(Phase.RECORDING, last_status=4), 3) == 15


@pytest.mark.parametrize(("count", "wait"), [(1, 5), (2, 10), (3, 15), (4, 30), (9, 30)])
def test_trouble_backs_off(count: int, wait: float) -> None:
    assert next_wait(session(Phase.UNKNOWN, trouble_count=count), 0) == wait


def test_an_end_is_awaited_closely() -> None:
    assert next_wait(session(Phase.STOPPING), 0) == 3
    assert next_wait(session(Phase.UPLOADING), 9) == 30


def test_what_counts_as_not_started_is_still_asked() -> None:
    assert next_wait(session(Phase.FAILED), 0) == 5
    assert next_wait(session(Phase.FAILED), 9) == 60


@pytest.mark.parametrize(
    "changes", [{"over": True}, {"sid": ""}, {"phase": Phase.OUT_OF_REACH}], ids=str
)
def test_nothing_is_asked_where_no_answer_can_come(changes: dict[str, object]) -> None:
    assert next_wait(session(Phase.RECORDING).model_copy(update=changes), 0) is None
