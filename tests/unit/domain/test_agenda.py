"""The agenda, and what is put into it: nothing changes by time alone before its moment."""

from __future__ import annotations

import itertools
import math
from typing import Any

import pytest

from agora_console.domain import alarms, states
from agora_console.domain.agenda import Agenda
from agora_console.domain.session import Phase, Session
from tests.support.sessions import make_session

BEGIN = 10_000.0
SENT: dict[str, Any] = {
    "resource_id": "resource",
    "acquired_at": BEGIN,
    "start_sent_at": BEGIN,
    "sid": "sid",
    "started_at": BEGIN,
    "since": BEGIN,
}
RECORDS: dict[str, Any] = {**SENT, "phase": Phase.RECORDING, "confirmed_at": BEGIN}

SESSIONS = {
    "starting": make_session(phase=Phase.STARTING, acquired_at=BEGIN),
    "not confirmed": make_session(**SENT, phase=Phase.UNCONFIRMED),
    "never answered": make_session(**RECORDS),
    "in the channel": make_session(**RECORDS, last_status=4, last_status_at=BEGIN + 100),
    "adopted, start not known": make_session(
        **{**RECORDS, "started_at": None}, last_status=5, last_status_at=BEGIN
    ),
    "short idle time": make_session(5, **RECORDS, last_status=5, last_status_at=BEGIN),
    "token and stop": make_session(
        **RECORDS,
        last_status=5,
        last_status_at=BEGIN,
        token_expires_at=BEGIN + 1_000,
        stop_planned_at=BEGIN + 300,
        sts_expires_at=BEGIN + 2_000,
    ),
    "not found": make_session(**SENT, phase=Phase.UNKNOWN, missing_since=BEGIN + 10),
    "over": make_session(**SENT, phase=Phase.ENDED, over=True),
}
SPAN = [*range(0, 1_200, 5), *range(1_200, 3_000, 60), 71 * 3600 - 1, 71 * 3600 + 1, 80 * 3600]


@pytest.mark.parametrize("name", sorted(SESSIONS))
def test_a_state_looks_the_same_until_its_next_turn(name: str) -> None:
    session = SESSIONS[name]

    def shown(now: float) -> tuple[object, ...]:
        look = states.look(session, now)
        return look.word, look.shape, look.tone, look.attention

    for before, after in itertools.pairwise(BEGIN + each for each in SPAN):
        if after < states.next_turn(session, before):
            assert shown(before) == shown(after), (before, after)


@pytest.mark.parametrize("name", sorted(SESSIONS))
def test_nothing_is_worth_an_alarm_before_its_next_moment(name: str) -> None:
    session = SESSIONS[name]
    for before, after in itertools.pairwise(BEGIN + each for each in SPAN):
        if after < alarms.next_moment(session, before):
            assert kinds(session, before) == kinds(session, after), (before, after)


def kinds(session: Session, now: float) -> set[alarms.Kind]:
    return {each.kind for each in alarms.conditions(session, now)}


def test_what_time_does_not_touch_has_no_moment() -> None:
    over = SESSIONS["over"]
    assert states.next_turn(over, BEGIN) == alarms.next_moment(over, BEGIN) == math.inf


def test_each_key_is_due_once_and_the_earliest_first() -> None:
    agenda = Agenda()
    for key, at in (("late", 20.0), ("soon", 5.0), ("at once", 1.0)):
        agenda.put(key, at)
    assert agenda.due(0.5) == []
    assert agenda.due(5.0) == ["at once", "soon"]
    assert agenda.due(5.0) == []
    assert agenda.due(100.0) == ["late"]


def test_only_the_last_moment_of_a_key_counts() -> None:
    agenda = Agenda()
    for at in (5.0, 30.0, 30.0):
        agenda.put("moved", at)
    agenda.put("dropped", 5.0)
    agenda.put("dropped", math.inf)
    agenda.put("never put", math.inf)
    assert agenda.due(10.0) == []
    assert agenda.due(30.0) == ["moved"]
