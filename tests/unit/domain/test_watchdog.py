"""The decision of a watchdog, case by case."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.evidence.facts import (
    AskFailed,
    Missing,
    StatusSeen,
    StopRefused,
    StopSent,
    WatchdogKeysForgotten,
    WatchdogStoodDown,
)
from agora_console.domain.evidence.judge import judge
from agora_console.domain.guards import Pair, Watchdog
from agora_console.domain.session import FileEntry, Phase, Session
from agora_console.domain.watchdog import LATE, UNWATCHED, Step, decide
from tests.support.sessions import make_session

BEGIN = 10_000.0
GONE = BEGIN + 1_000.0
ENDED = GONE + 95.0
DUE = ENDED + 60.0
DOG = Watchdog(times=3, cool_down=60)
FILE = FileEntry(file_name="a.m3u8")


def lost(**changes: Any) -> Session:
    """A recording that ended in 404 for longer than a move takes."""
    values: dict[str, Any] = {
        "phase": Phase.ENDED,
        "over": True,
        "since": ENDED,
        "ended_at": ENDED,
        "resource_id": "resource",
        "sid": "sid",
        "start_sent_at": BEGIN,
        "started_at": BEGIN,
        "confirmed_at": BEGIN + 5,
        "last_status": 5,
        "last_status_at": GONE - 100,
        "missing_since": GONE,
        "missing_at": ENDED,
        "last_answer": Missing.NO_WORKER.value,
        "last_answer_at": ENDED,
        "watchdog": DOG,
    }
    return make_session(**{**values, **changes})


def other(**changes: Any) -> Session:
    """Another recording of the same channel, which goes on."""
    return make_session(**{"id": "s2", "uid": "6002", "sid": "other", **changes})


def step(session: Session, now: float, *others: Session) -> Step:
    return decide(session, None, (session, *others), now).step


EXITED_ABNORMALLY: dict[str, Any] = {
    "phase": Phase.FAILED,
    "last_status": 20,
    "missing_since": None,
    "missing_at": None,
}
NEVER_READY: dict[str, Any] = {
    "phase": Phase.FAILED,
    "confirmed_at": None,
    "last_status": 2,
}
ASKED_AGAIN = {"last_answer_at": DUE + 1}


def page(hours: int) -> dict[str, Any]:
    """A page recording that is to last so many hours at most."""
    service = {"serviceName": "web_recorder_service", "serviceParam": {"maxRecordingHour": hours}}
    request = {"extensionServiceConfig": {"extensionServices": [service]}}
    return {"mode": "web", "config": {"mode": "web", "clientRequest": request}}


HOUR_AGO = GONE - 3600.0
"""A page recording of one hour that began then has ended as it was ordered."""

LOSSES: dict[str, dict[str, Any]] = {
    "404 of a page before its time": {
        **ASKED_AGAIN,
        **page(2),
        "started_at": HOUR_AGO,
        "last_status_at": GONE - 100,
    },
    "an end of a page without any time": {
        **EXITED_ABNORMALLY,
        **page(1),
        "ended_at": None,
        "missing_at": ENDED,
    },
    "a page of which nobody knows when it began": {
        **ASKED_AGAIN,
        **page(1),
        "started_at": None,
    },
    "404 for longer than a move": ASKED_AGAIN,
    "404 before anything was stored": {
        **ASKED_AGAIN,
        "last_status": 4,
        "config": {"clientRequest": {"recordingConfig": {"maxIdleTime": 3600}}},
    },
    "404 of a page, which is never idle": {**ASKED_AGAIN, "mode": "web", "last_status": 4},
    "status 4 again, with files": {**ASKED_AGAIN, "last_status": 4, "files": (FILE,)},
    "status 20": EXITED_ABNORMALLY,
    "never ready": {**NEVER_READY, **ASKED_AGAIN},
    "an end without its time": {**EXITED_ABNORMALLY, "ended_at": None, "missing_at": ENDED},
    "a successor that was refused": {
        "phase": Phase.FAILED,
        "sid": "",
        "predecessor_id": "s0",
        "restarts": 1,
        "missing_at": None,
        "missing_since": None,
    },
}

NO_LOSSES: dict[str, tuple[dict[str, Any], str]] = {
    "stopped": ({"stop_sent_at": GONE}, "it was stopped"),
    "stopped, files listed": ({"phase": Phase.FILES_LISTED}, "it was stopped"),
    "nothing recorded": ({"phase": Phase.NOTHING_RECORDED}, "it was stopped"),
    "refused": ({"phase": Phase.FAILED, "sid": ""}, "nothing was started"),
    "status 6 before": ({"last_status": 6}, "ended in order"),
    "status 8 before": ({"last_status": 8}, "ended in order"),
    "501 before": ({"ending_at": GONE}, "ended in order"),
    "nothing stored, idle": ({"last_status": 4}, "nothing was ever stored"),
    "a page at its end": ({**page(1), "started_at": HOUR_AGO}, "its longest time, 1 h, was"),
    "a page at its end, with a status": (
        {**page(1), **EXITED_ABNORMALLY, "started_at": ENDED - 3590.0},
        "its longest time",
    ),
}

NOT_NOW: dict[str, tuple[dict[str, Any], str]] = {
    "so often already": ({"restarts": 3}, "3 times, which is the most"),
    "once already": (
        {"restarts": 1, "watchdog": Watchdog(times=1)},
        "started again once, which is the most",
    ),
    "after the planned end": ({"watchdog": Watchdog(until=ENDED)}, "has passed"),
    "nobody looked": ({"last_status_at": GONE - UNWATCHED - 1}, "nobody looked for 15:01"),
    "nobody looked, and nothing stored": (
        {"last_status_at": GONE - UNWATCHED - 1, "last_status": 4},
        "nobody looked for",
    ),
}


@pytest.mark.parametrize("case", LOSSES)
def test_a_loss_is_made_good_after_the_cool_down(case: str) -> None:
    session = lost(**LOSSES[case])
    assert step(session, ENDED) is Step.WAIT
    assert step(session, DUE - 0.1) is Step.WAIT
    assert step(session, DUE + 1) is Step.START
    assert decide(session, None, (), ENDED).at == DUE


@pytest.mark.parametrize("case", NO_LOSSES)
def test_what_is_no_loss_is_not(case: str) -> None:
    changes, words = NO_LOSSES[case]
    decision = decide(lost(**changes), None, (), DUE + 1)
    assert decision.step is Step.OFF
    assert words in decision.sentence


@pytest.mark.parametrize("case", NOT_NOW)
def test_a_loss_that_is_not_made_good_is_told(case: str) -> None:
    changes, words = NOT_NOW[case]
    decision = decide(lost(**changes), None, (), ENDED)
    assert decision.step is Step.GIVE_UP
    assert words in decision.sentence


@pytest.mark.parametrize("phase", [each for each in Phase if each not in (Phase.ENDED,)])
def test_what_is_not_over_is_left_alone(phase: Phase) -> None:
    session = lost(phase=phase, over=False, ended_at=None)
    decision = decide(session, None, (), DUE + 1)
    assert decision.step is Step.ARMED
    assert "3 of 3 times left" in decision.sentence


def test_the_last_one_says_that_it_is_the_last() -> None:
    session = lost(over=False, restarts=3)
    assert "which is the most" in decide(session, None, (), BEGIN).sentence
    assert "1 of 3 times left" in decide(lost(over=False, restarts=2), None, (), BEGIN).sentence


def test_without_a_watchdog_nothing_is_done() -> None:
    assert step(lost(watchdog=None), DUE + 1) is Step.OFF


def test_one_that_is_off_says_why() -> None:
    session = judge(lost(), WatchdogStoodDown(ENDED, "It was switched off."))
    again = judge(session, WatchdogStoodDown(ENDED, "Another reason."))
    assert decide(again, None, (), DUE + 1).sentence == "It was switched off."
    assert judge(lost(watchdog=None), WatchdogStoodDown(ENDED, "Why.")).watchdog is None


def test_keys_are_forgotten_once() -> None:
    session = judge(lost(), WatchdogKeysForgotten(ENDED))
    assert session.watchdog is not None
    assert session.watchdog.forgotten
    assert judge(session, WatchdogKeysForgotten(ENDED)) is session
    assert judge(lost(watchdog=None), WatchdogKeysForgotten(ENDED)).watchdog is None


def test_a_loss_that_has_a_successor_is_made_good() -> None:
    decision = decide(lost(), other(), (), DUE + 1)
    assert decision.step is Step.OFF
    assert "with UID 6002" in decision.sentence


def test_agora_is_asked_once_more_before_a_second_one_is_started() -> None:
    assert step(lost(), DUE + 1) is Step.ASK
    assert step(lost(last_answer="server", last_answer_at=DUE + 1), DUE + 2) is Step.ASK
    assert step(lost(last_answer_at=None), DUE + 2) is Step.ASK
    assert step(lost(last_answer_at=DUE + 1), DUE + 2) is Step.START


def test_an_old_loss_is_left_to_a_person() -> None:
    assert step(lost(), DUE + LATE) is Step.ASK
    decision = decide(lost(), None, (), DUE + LATE + 1)
    assert decision.step is Step.GIVE_UP
    assert "the loss is 16:01 old" in decision.sentence


@pytest.mark.parametrize(
    ("changes", "doubled"),
    [
        ({}, True),
        ({"over": True, "created_at": ENDED + 1}, True),
        ({"over": True, "created_at": ENDED - 1}, False),
        ({"over": True, "created_at": ENDED + 1, "sid": ""}, False),
        ({"cname": "elsewhere"}, False),
        ({"mode": "individual"}, False),
        ({"app_id": "b" * 32}, False),
        ({"pair": Pair(id="s1", role="B")}, False),
        ({"pair": Pair(id="s1", role="A")}, True),
        ({"pair": Pair(id="s9", role="B")}, True),
    ],
)
def test_a_live_recording_of_the_channel_is_never_doubled(
    changes: dict[str, Any], doubled: bool
) -> None:
    session = lost(pair=Pair(id="s1", role="A"), last_answer_at=DUE)
    found = step(session, DUE + 1, other(**changes))
    assert found is (Step.GIVE_UP if doubled else Step.START)


def test_a_stop_that_was_ordered_switches_it_off_for_good() -> None:
    session = lost(over=False, phase=Phase.RECORDING, ended_at=None)
    session = judge(session, StopSent(GONE))
    session = judge(session, StopRefused(GONE, "Refused."))
    assert session.stop_sent_at is None
    assert "a stop was ordered here" in decide(session, None, (), GONE).sentence


def test_agora_calling_it_ending_is_kept_in_mind_until_it_is_back() -> None:
    session = lost(over=False, phase=Phase.RECORDING, ended_at=None)
    session = judge(session, AskFailed(GONE, Missing.EXITING, "501"))
    session = judge(session, AskFailed(GONE + 5, Missing.NO_WORKER, "404"))
    assert session.ending_at == GONE
    back = judge(session, StatusSeen(GONE + 9, 5))
    assert back.ending_at is None
    assert step(judge(session, AskFailed(GONE + 99, Missing.NO_WORKER, "404")), DUE) is Step.OFF
