"""Corners of the time line in which an answer, or its absence, is judged."""

from __future__ import annotations

from typing import Any

from agora_console.domain.evidence.facts import AskFailed, Missing, StatusSeen, TimePassed
from agora_console.domain.evidence.judge import judge
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from tests.support.sessions import make_session

BEGIN = 1_000.0


def started(**changes: Any) -> Session:
    values: dict[str, Any] = {
        "phase": Phase.UNCONFIRMED,
        "resource_id": "r",
        "acquired_at": BEGIN,
        "start_sent_at": BEGIN,
        "sid": "5f" * 16,
        "started_at": BEGIN,
        "since": BEGIN,
    }
    return make_session(**{**values, **changes})


def missing(session: Session, *moments: float) -> Session:
    for moment in moments:
        session = judge(session, AskFailed(BEGIN + moment, Missing.NO_WORKER, "404"))
    return session


def test_the_end_of_the_ninety_seconds_counts_for_whoever_has_just_looked() -> None:
    looked = started(last_status=2, last_status_at=BEGIN + 80)
    assert judge(looked, TimePassed(BEGIN + 91)).phase is Phase.FAILED


def test_one_that_was_stopped_before_it_got_ready_has_ended_and_not_failed() -> None:
    session = missing(started(stop_sent_at=BEGIN + 4), 5, 60, 120)
    assert (session.phase, session.over) == (Phase.ENDED, True)


def test_one_that_comes_back_without_ever_being_confirmed_is_confirmed_by_that() -> None:
    session = missing(started(), 5, 60, 120)
    assert session.over
    session = judge(session, StatusSeen(BEGIN + 130, 4))
    assert (session.phase, session.over) == (Phase.RECORDING, False)
    assert session.confirmed_at == BEGIN + 130


def test_behind_the_window_of_a_move_nothing_is_said_to_recover() -> None:
    session = started(phase=Phase.UNKNOWN, missing_since=BEGIN, missing_at=BEGIN)
    assert "Recovering" in look(session, BEGIN + 89).sentence
    assert "Recovering" not in look(session, BEGIN + 91).sentence
