"""Recordings of which no question can prove the end: what is said of them, and who closes them."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.evidence.facts import (
    AskFailed,
    CaseClosed,
    Missing,
    StatusSeen,
    StopAccepted,
    StopPlanned,
    StopRefused,
    StopSent,
)
from agora_console.domain.evidence.judge import judge
from agora_console.domain.open_case import is_open_case, what_is_known, why_not_closable
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from tests.support.sessions import make_session

NOW = 10_000.0
HOUR = 3600.0

WITHOUT_SID: dict[str, Any] = {
    "phase": Phase.UNKNOWN,
    "resource_id": "r",
    "acquired_at": NOW - 61,
    "start_sent_at": NOW - 60,
    "cause": "It runs without a sid.",
}
WITH_SID: dict[str, Any] = {**WITHOUT_SID, "sid": "5f" * 16, "started_at": NOW - 59}

OPEN = [
    WITHOUT_SID,
    {**WITHOUT_SID, "phase": Phase.OUTCOME_UNKNOWN},
    {**WITH_SID, "phase": Phase.OUT_OF_REACH},
    {**WITH_SID, "ids_typed": True},
    {**WITH_SID, "last_answer": Missing.REFUSED.value},
    {**WITH_SID, "last_answer": Missing.NOT_ASKED.value, "phase": Phase.STOPPING},
]
ANSWERED = [
    ({**WITH_SID, "phase": Phase.RECORDING}, "Agora still answers"),
    ({**WITH_SID, "last_answer": Missing.SILENCE.value}, "Agora still answers"),
    ({**WITHOUT_SID, "phase": Phase.STARTING}, "Agora still answers"),
    ({**WITH_SID, "phase": Phase.ENDED, "over": True}, "is over"),
    ({**WITHOUT_SID, "phase": Phase.DISMISSED}, "closed already"),
    ({"phase": Phase.INTENT}, "Nothing was started"),
]


def closed(session: Session) -> Session:
    return judge(session, CaseClosed(NOW))


@pytest.mark.parametrize("values", OPEN)
def test_where_no_answer_is_to_be_expected_a_person_closes_the_case(values: dict[str, Any]) -> None:
    session = make_session(**values)
    assert is_open_case(session)
    assert why_not_closable(session) == ""
    assert "close the case" in look(session, NOW).sentence
    after = closed(session)
    assert after.phase is Phase.DISMISSED
    assert after.closed


@pytest.mark.parametrize(("values", "why"), ANSWERED)
def test_where_an_answer_can_come_it_is_waited_for(values: dict[str, Any], why: str) -> None:
    session = make_session(**values)
    assert why in why_not_closable(session)
    assert closed(session) is session
    assert what_is_known(session, NOW) == ""


def test_a_claim_is_shown_as_one_and_never_as_an_end() -> None:
    session = closed(make_session(**WITHOUT_SID))
    assert not session.over
    assert not session.live
    shown = look(session, NOW)
    assert (shown.word, shown.attention) == ("CLOSED, NOT PROVEN", False)
    assert "A person has made sure" in shown.sentence
    assert "Agora never said so" in shown.sentence


@pytest.mark.parametrize("kind", [kind for kind in Missing if kind is not Missing.EXITING])
def test_no_missing_answer_changes_a_claim(kind: Missing) -> None:
    session = closed(make_session(**WITH_SID, ids_typed=True))
    after = judge(session, AskFailed(NOW + 5, kind, "no"))
    assert (after.phase, after.cause) == (Phase.DISMISSED, session.cause)


def test_what_agora_says_counts_more_than_a_claim() -> None:
    session = closed(make_session(**WITH_SID, ids_typed=True))
    back = judge(session, StatusSeen(NOW + 5, 5))
    assert (back.phase, back.closed) == (Phase.RECORDING, False)


def test_a_claim_becomes_a_proof_by_404_for_longer_than_a_move() -> None:
    session = closed(make_session(**{**WITH_SID, "confirmed_at": NOW - 50}, last_answer="refused"))
    for seconds in (5, 60, 120):
        session = judge(session, AskFailed(NOW + seconds, Missing.NO_WORKER, "no"))
    assert (session.phase, session.over) == (Phase.ENDED, True)


def test_time_says_what_it_can_and_proves_no_end() -> None:
    session = make_session(**WITHOUT_SID)
    assert what_is_known(session, NOW).startswith("The start was sent 1:00 ago. When you have")
    later = what_is_known(session, NOW - 60 + 73 * HOUR)
    assert "Its control window ended 1:00:00 ago" in later


def test_a_page_recording_says_what_its_longest_time_means() -> None:
    request = {
        "extensionServiceConfig": {
            "extensionServices": [
                {"serviceName": "rtmp_publish_service"},
                {"serviceName": "web_recorder_service", "serviceParam": {"maxRecordingHour": 2}},
            ]
        }
    }
    page = make_session(**WITHOUT_SID, mode="web", config={"clientRequest": request})
    assert "By its longest time it ends in 1:59:00." in what_is_known(page, NOW)
    assert "should have ended 1:00:00 ago" in what_is_known(page, NOW - 60 + 3 * HOUR)
    for broken in ({}, {"extensionServiceConfig": {"extensionServices": None}}):
        unsaid = make_session(**WITHOUT_SID, mode="web", config={"clientRequest": broken})
        assert "longest time" not in what_is_known(unsaid, NOW)


# --- planned stop ----------------------------------------------------------------------


RECORDING: dict[str, Any] = {**WITH_SID, "phase": Phase.RECORDING, "cause": ""}


def test_a_planned_stop_is_part_of_the_session_and_can_be_taken_back() -> None:
    planned = judge(make_session(**RECORDING), StopPlanned(NOW, NOW + 60))
    assert (planned.stop_planned_at, planned.phase) == (NOW + 60, Phase.RECORDING)
    assert Session.from_json(planned.to_json()).stop_planned_at == NOW + 60
    assert judge(planned, StopPlanned(NOW, None)).stop_planned_at is None


def test_a_stop_that_is_refused_uses_the_plan_up() -> None:
    session = judge(make_session(**RECORDING), StopPlanned(NOW, NOW + 60))
    session = judge(session, StopSent(NOW + 60))
    assert session.stop_planned_at == NOW + 60
    session = judge(session, StopRefused(NOW + 61, "no"))
    assert (session.stop_sent_at, session.stop_planned_at) == (None, None)


def test_what_is_over_takes_no_plan() -> None:
    over = judge(
        judge(make_session(**RECORDING), StopSent(NOW)), StopAccepted(NOW, None)
    ).model_copy(update={"over": True})
    assert judge(over, StopPlanned(NOW, NOW + 60)) is over


def test_a_stop_that_waits_says_when_it_is_sent_again() -> None:
    session = make_session(**WITH_SID, next_stop_at=NOW + 9)
    assert "The stop is sent again in 0:09." in look(session, NOW).next
