"""Deadlines are data: what ends by itself, when, and in how many seconds."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.deadlines import deadlines
from agora_console.domain.session import Phase, Session
from tests.support.sessions import make_session

NOW = 10_000.0


def session(**changes: Any) -> Session:
    return make_session(**{"config": {"clientRequest": {}}, "created_at": NOW - 100, **changes})


def left(session: Session) -> dict[str, float]:
    return {each.name: each.left for each in deadlines(session, NOW)}


STARTED: dict[str, Any] = {"sid": "5f" * 16, "started_at": NOW - 18, "acquired_at": NOW - 20}
RECORDING: dict[str, Any] = {**STARTED, "phase": Phase.RECORDING, "confirmed_at": NOW - 10}
CONTROL = 72 * 3600 - 18


def test_a_resource_has_to_be_started_within_five_minutes() -> None:
    assert left(session(acquired_at=NOW - 20)) == {"resource": 280}
    assert left(session()) == {}


def test_a_start_has_to_be_confirmed_within_ninety_seconds() -> None:
    assert left(session(**STARTED)) == {"confirm": 72, "control": CONTROL}
    adopted = session(**{**STARTED, "started_at": None, "adopted_at": NOW - 60})
    assert left(adopted) == {"confirm": 30}


def test_a_recording_can_be_controlled_for_as_long_as_was_ordered() -> None:
    assert left(session(**RECORDING)) == {"control": CONTROL}
    config = {"clientRequest": {}, "acquire": {"resourceExpiredHour": 1}}
    assert left(session(**RECORDING, config=config)) == {"control": 3582}


def test_a_404_has_its_ninety_seconds_but_not_for_ids_that_were_typed() -> None:
    missing = {**RECORDING, "missing_since": NOW - 41}
    assert left(session(**missing)) == {"recover": 49, "control": CONTROL}
    assert "recover" not in left(session(**missing, ids_typed=True))


def test_credentials_end() -> None:
    config = {"clientRequest": {"storageConfig": {"stsExpiration": int(NOW) + 600}}}
    found = left(session(**RECORDING, config=config, token_expires_at=NOW + 60))
    assert found == {"token": 60, "sts": 600, "control": CONTROL}


@pytest.mark.parametrize("value", [0, None, "soon", True])
def test_an_expiry_that_is_none_is_no_deadline(value: object) -> None:
    config = {"clientRequest": {"storageConfig": {"stsExpiration": value}}}
    assert "sts" not in left(session(**RECORDING, config=config))


def test_the_planned_stop_is_one_of_them_and_the_next_comes_first() -> None:
    found = deadlines(session(**RECORDING, stop_planned_at=NOW + 5), NOW)
    assert [each.name for each in found] == ["stop", "control"]
    assert (found[0].at, found[0].left, found[0].sentence) == (NOW + 5, 5, "It is stopped in 0:05.")


def test_a_planned_stop_that_is_under_way_is_no_deadline_any_more() -> None:
    sent = session(**RECORDING, stop_planned_at=NOW - 1, stop_sent_at=NOW)
    assert left(sent) == {"control": CONTROL}


def test_a_deadline_that_has_passed_says_for_how_long() -> None:
    passed = deadlines(session(**RECORDING, token_expires_at=NOW - 90), NOW)[0]
    assert passed.left == -90
    assert passed.sentence.startswith("The token ended 1:30 ago")


def test_what_is_over_has_no_deadlines() -> None:
    assert deadlines(session(**RECORDING, over=True), NOW) == ()
