"""When a session is asked next."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.session import Phase, Session
from agora_console.services.watching.cadence import calm, next_wait, urgency
from tests.support.sessions import make_session


def session(phase: Phase, idle: int = 300, **changes: Any) -> Session:
    return make_session(idle, sid="ab" * 16, phase=phase, **changes)


def wait(session: Session, asked: int, now: float = 10.0, *, lively: bool = False) -> float | None:
    return next_wait(session, asked, now, lively=lively)


def test_the_first_question_comes_five_seconds_after_the_sid() -> None:
    assert wait(session(Phase.UNCONFIRMED), 0) == 5


def test_the_way_to_the_confirmation_stays_within_its_ninety_seconds() -> None:
    waits = [wait(session(Phase.UNCONFIRMED), asked) for asked in range(6)]
    assert waits == [5, 5, 10, 15, 15, 15]


def test_a_storing_recording_is_asked_every_two_minutes() -> None:
    assert wait(session(Phase.RECORDING, last_status=5), 7) == 120


@pytest.mark.parametrize("idle", [5, 30, 100, 149])
def test_a_question_always_comes_before_the_idle_time_is_over(idle: int) -> None:
    seconds = wait(session(Phase.RECORDING, idle=idle, last_status=5), 7)
    assert seconds is not None
    assert seconds * 1.1 < idle


def test_a_recording_that_stores_nothing_yet_is_asked_more_often() -> None:
    assert wait(session(Phase.RECORDING, last_status=4), 3) == 15


@pytest.mark.parametrize(("count", "seconds"), [(1, 5), (2, 10), (3, 15), (4, 30), (9, 30)])
def test_trouble_backs_off(count: int, seconds: float) -> None:
    assert wait(session(Phase.UNKNOWN, trouble_count=count), 0) == seconds


def test_an_end_is_awaited_closely() -> None:
    assert wait(session(Phase.STOPPING), 0) == 3
    assert wait(session(Phase.UPLOADING), 9) == 30


def test_what_counts_as_not_started_is_still_asked() -> None:
    assert wait(session(Phase.FAILED), 0) == 5
    assert wait(session(Phase.FAILED), 9) == 60


@pytest.mark.parametrize(
    "changes", [{"over": True}, {"sid": ""}, {"phase": Phase.OUT_OF_REACH}], ids=str
)
def test_nothing_is_asked_where_no_answer_can_come(changes: dict[str, object]) -> None:
    assert wait(session(Phase.RECORDING).model_copy(update=changes), 0) is None


# --- what else decides ---------------------------------------------------------------


def test_the_end_of_the_ninety_seconds_is_not_missed() -> None:
    unconfirmed = session(Phase.UNCONFIRMED, started_at=0.0)
    assert wait(unconfirmed, 9, now=82.0) == 8.0
    assert wait(unconfirmed, 9, now=91.0) == 15.0


def test_a_page_is_never_alone_so_its_idle_time_hurries_nobody() -> None:
    assert wait(session(Phase.RECORDING, idle=30, last_status=5, mode="web"), 7) == 120


def test_after_a_change_it_is_asked_more_often_for_a_while() -> None:
    recording = session(Phase.RECORDING, last_status=5)
    assert wait(recording, 7, lively=True) == 10
    assert wait(session(Phase.STOPPING), 0, lively=True) == 3


def test_long_trouble_is_asked_less_often() -> None:
    assert wait(session(Phase.UNKNOWN, trouble_count=21), 0) == 60


def test_an_end_that_was_concluded_from_404_alone_is_looked_for_twice_more() -> None:
    ended = session(Phase.ENDED, over=True, ended_at=500.0, missing_at=500.0)
    assert [wait(ended, asked) for asked in range(3)] == [60, 240, None]
    assert wait(ended.model_copy(update={"missing_at": None}), 0) is None


def test_only_a_recording_of_which_all_is_well_is_calm() -> None:
    assert calm(session(Phase.RECORDING))
    assert not calm(session(Phase.RECORDING, cause="On hold."))
    assert not calm(session(Phase.RECORDING, trouble_count=1))
    assert not calm(session(Phase.UNKNOWN))


def test_where_most_is_at_stake_is_asked_first() -> None:
    phases = [Phase.RECORDING, Phase.FAILED, Phase.UNKNOWN, Phase.STOPPING, Phase.UNCONFIRMED]
    ordered = sorted((session(phase) for phase in phases), key=urgency)
    assert [each.phase for each in ordered] == [
        Phase.UNCONFIRMED,
        Phase.STOPPING,
        Phase.UNKNOWN,
        Phase.RECORDING,
        Phase.FAILED,
    ]
    old, fresh = (session(Phase.RECORDING, last_status_at=at) for at in (5.0, 9.0))
    assert urgency(old) < urgency(fresh)
