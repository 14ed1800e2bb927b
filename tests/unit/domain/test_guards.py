"""Guards as they are ordered: what is wrong with them, what they cost, what they become."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.guard_rules import check_guards
from agora_console.domain.guards import (
    Pair,
    Watchdog,
    are_partners,
    partner_of,
    second_key,
    second_uid_of,
    successor_key,
    watchdog_of,
)
from agora_console.domain.problems import Severity
from agora_console.domain.session import Session
from tests.support.sessions import make_session


def errors(guards: dict[str, Any]) -> list[str]:
    return [
        each.sentence for each in check_guards(guards, "527841") if each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("watchdog", "sentence", "fix"),
    [
        ({"times": 0}, "The watchdog starts again 1 to 10 times, not 0.", 1),
        ({"times": 11}, "The watchdog starts again 1 to 10 times, not 11.", 10),
        ({"times": "x"}, "The watchdog starts again 1 to 10 times, not x.", 1),
        ({"times": True}, "The watchdog starts again 1 to 10 times, not True.", 1),
        ({"coolDown": 9}, "10 to 3600 seconds before it starts again, not 9.", 10),
        ({"coolDown": 3601}, "10 to 3600 seconds before it starts again, not 3601.", 3600),
        ({"hours": 721}, "The watchdog is on duty for 1 to 720 hours, not 721.", 720),
    ],
)
def test_a_value_out_of_range_is_said_with_its_fix(
    watchdog: dict[str, Any], sentence: str, fix: int
) -> None:
    (problem,) = check_guards({"watchdog": watchdog}, "527841")
    assert sentence in problem.sentence
    assert problem.fix is not None
    assert problem.fix.value == fix
    assert problem.fix.path == problem.path == f"guards.watchdog.{next(iter(watchdog))}"


@pytest.mark.parametrize(
    "watchdog",
    [
        {},
        {"on": False, "times": 99},
        {"times": 1},
        {"times": 10, "coolDown": 10, "hours": 1},
        {"coolDown": 3600},
        None,
        "x",
    ],
)
def test_what_is_in_range_is_no_problem(watchdog: object) -> None:
    assert check_guards({"watchdog": watchdog}, "527841") == ()


@pytest.mark.parametrize(
    ("uid", "words"),
    [
        ("", "is empty"),
        ("abc", "is not a whole number"),
        ("4294967296", "is above"),
        ("527841", "of the first one"),
    ],
)
def test_the_second_recorder_needs_a_uid_of_its_own(uid: str, words: str) -> None:
    (error,) = errors({"second": {"uid": uid}})
    assert words in error


def test_a_second_recorder_says_what_it_costs() -> None:
    (note,) = check_guards({"second": {"uid": "6002"}}, "527841")
    assert note.severity is Severity.NOTE
    assert "twice as much" in note.sentence


def test_no_guards_are_no_problem() -> None:
    assert check_guards({}, "527841") == ()
    assert watchdog_of({}, 0.0) is None
    assert second_uid_of({}) is None
    assert second_uid_of({"second": {"on": False, "uid": "1"}}) is None
    assert watchdog_of({"watchdog": {"on": False}}, 0.0) is None


def test_a_document_becomes_an_order() -> None:
    assert watchdog_of({"watchdog": {}}, 100.0) == Watchdog(times=3, cool_down=60)
    ordered = {"watchdog": {"times": 5, "coolDown": 30, "hours": 2}}
    assert watchdog_of(ordered, 100.0) == Watchdog(times=5, cool_down=30, until=7300.0)
    assert second_uid_of({"second": {"uid": "6002"}}) == "6002"
    assert second_uid_of({"second": {"uid": 6002}}) == "6002"
    assert second_uid_of({"second": {}}) == ""


def test_the_ids_of_those_who_follow_are_settled_by_the_first() -> None:
    assert successor_key("s1") == successor_key("s1")
    keys = (successor_key("s1"), second_key("s1"), successor_key("s2"), second_key("s2"))
    assert len({*keys}) == 4


def of_pair(key: str, role: str, pair: str = "a") -> Session:
    return make_session(id=key, pair=Pair(id=pair, role="A" if role == "A" else "B"))


def test_the_partner_is_the_newest_of_the_other_role() -> None:
    first, second, third = of_pair("a", "A"), of_pair("b", "B"), of_pair("b2", "B")
    strangers = (make_session(id="x"), of_pair("y", "B", "other"))
    everybody = (*strangers, first, second, third)
    assert partner_of(first, everybody) == third
    assert partner_of(third, everybody) == first
    assert partner_of(strangers[0], everybody) is None
    assert partner_of(strangers[1], everybody) is None
    assert not are_partners(second, third)


def test_a_session_of_an_older_journal_has_no_guards() -> None:
    text = make_session().to_json()
    assert "watchdog" not in text
    assert "pair" not in text
    read = Session.from_json(text)
    assert (read.watchdog, read.pair, read.predecessor_id, read.restarts) == (None, None, "", 0)


def test_guards_come_back_out_of_the_journal() -> None:
    session = make_session(
        watchdog=Watchdog(times=2, until=9.0, off="Why."),
        pair=Pair(id="s1", role="B"),
        predecessor_id="s0",
        restarts=1,
        ending_at=4.0,
    )
    assert Session.from_json(session.to_json()) == session
