"""What is worth an alarm: one row a condition, and nothing about a recording that is well."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.alarms import (
    GRAVE,
    TITLES,
    Alarm,
    Condition,
    Kind,
    conditions,
    grouped,
    outcome,
)
from agora_console.domain.session import FileEntry, Phase, Session
from tests.support.sessions import make_session

NOW = 10_000.0
LIVE: dict[str, Any] = {
    "resource_id": "resource",
    "acquired_at": NOW - 1000,
    "start_sent_at": NOW - 1000,
    "sid": "sid",
    "started_at": NOW - 999,
}
RECORDS: dict[str, Any] = {
    **LIVE,
    "phase": Phase.RECORDING,
    "since": NOW - 990,
    "confirmed_at": NOW - 990,
    "last_status": 5,
    "last_status_at": NOW - 10,
}
STOPPED: dict[str, Any] = {"stop_sent_at": NOW - 20, "stop_accepted_at": NOW - 19}


def live(**changes: Any) -> Session:
    return make_session(**{**RECORDS, **changes})


def kinds(session: Session, now: float = NOW) -> set[Kind]:
    return {each.kind for each in conditions(session, now)}


WELL = {
    "written down": make_session(phase=Phase.INTENT),
    "starting": make_session(phase=Phase.STARTING, acquired_at=NOW - 5),
    "not confirmed yet": live(
        phase=Phase.UNCONFIRMED, confirmed_at=None, started_at=NOW - 89, last_status=2
    ),
    "recording": live(),
    "for a short time without a file": live(last_status=4, since=NOW - 59),
    "with a file though status 4": live(last_status=4, files=(FileEntry(file_name="x"),)),
    "being stopped": live(phase=Phase.STOPPING, **STOPPED),
    "uploading": live(phase=Phase.UPLOADING, **STOPPED),
    "files listed": live(phase=Phase.FILES_LISTED, over=True, **STOPPED),
    "ended by a stop": live(phase=Phase.ENDED, over=True, **STOPPED),
    "closed by a person": live(phase=Phase.DISMISSED, token_expires_at=NOW),
    "planned stop far off": live(stop_planned_at=NOW + 61),
    "token far off": live(token_expires_at=NOW + 901),
}

WRONG: dict[str, tuple[Session, set[Kind]]] = {
    "not confirmed within 90 s": (
        live(phase=Phase.UNCONFIRMED, confirmed_at=None, started_at=NOW - 90),
        {Kind.LATE},
    ),
    "not seen to be ready in time": (
        live(phase=Phase.FAILED, confirmed_at=None, cause="Status 2 after 90 s."),
        {Kind.LATE},
    ),
    "never ready": (live(phase=Phase.FAILED, confirmed_at=None, over=True), {Kind.FAILED}),
    "failed": (live(phase=Phase.FAILED, cause="It never got ready."), {Kind.FAILED}),
    "refused": (make_session(phase=Phase.FAILED, over=True, cause="401"), {Kind.FAILED}),
    "unknown": (live(phase=Phase.UNKNOWN, cause="404"), {Kind.UNKNOWN}),
    "start not answered": (
        make_session(phase=Phase.OUTCOME_UNKNOWN, start_sent_at=NOW, acquired_at=NOW),
        {Kind.UNKNOWN},
    ),
    "no answer for long": (live(last_status_at=NOW - 391), {Kind.UNKNOWN}),
    "leaving by itself": (live(phase=Phase.STOPPING, cause="501"), {Kind.LOST}),
    "ended by itself": (live(phase=Phase.ENDED, over=True, cause="404"), {Kind.LOST}),
    "files listed without a stop": (live(phase=Phase.FILES_LISTED, over=True), {Kind.LOST}),
    "in backup without a stop": (
        live(phase=Phase.IN_BACKUP, over=True),
        {Kind.LOST, Kind.BACKUP},
    ),
    "in backup": (live(phase=Phase.IN_BACKUP, over=True, **STOPPED), {Kind.BACKUP}),
    "nothing recorded": (live(phase=Phase.NOTHING_RECORDED, over=True, **STOPPED), {Kind.NOTHING}),
    "out of reach": (live(phase=Phase.OUT_OF_REACH), {Kind.OUT_OF_REACH}),
    "records with trouble": (live(cause="On hold."), {Kind.TROUBLE}),
    "no file for long": (live(last_status=4, since=NOW - 61), {Kind.NOT_STORING}),
    "token near": (live(token_expires_at=NOW + 900), {Kind.TOKEN}),
    "planned stop near": (live(stop_planned_at=NOW + 60), {Kind.PLANNED}),
    "token ended": (live(token_expires_at=NOW - 5), {Kind.TOKEN}),
    "control window near": (live(started_at=NOW + 3600 - 72 * 3600), {Kind.CONTROL}),
    "start soon too old": (
        make_session(phase=Phase.OUTCOME_UNKNOWN, start_sent_at=NOW, acquired_at=NOW - 240),
        {Kind.UNKNOWN, Kind.RESOURCE},
    ),
    "storage credentials near": (
        live(config={"clientRequest": {"storageConfig": {"stsExpiration": NOW + 60}}}),
        {Kind.STS},
    ),
}


@pytest.mark.parametrize("name", WELL)
def test_what_is_well_raises_nothing(name: str) -> None:
    assert conditions(WELL[name], NOW) == ()


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_named(name: str) -> None:
    session, expected = WRONG[name]
    assert kinds(session) == expected


@pytest.mark.parametrize("name", WRONG)
def test_a_sentence_does_not_move_with_the_time(name: str) -> None:
    session, _ = WRONG[name]
    assert conditions(session, NOW) == conditions(session, NOW + 0.5)


def test_a_deadline_says_when_it_is() -> None:
    (found,) = conditions(live(token_expires_at=NOW + 60), NOW)
    assert found == Condition(
        Kind.TOKEN, "The recorder may have to leave the channel then.", NOW + 60
    )


def test_a_recorder_that_agora_may_be_moving_has_until_the_move_is_over() -> None:
    (found,) = conditions(live(phase=Phase.UNKNOWN, missing_since=NOW - 30), NOW)
    assert found.until == NOW + 60
    (typed,) = conditions(live(phase=Phase.UNKNOWN, missing_since=NOW - 30, ids_typed=True), NOW)
    assert typed.until is None


def test_every_kind_has_a_title() -> None:
    assert set(TITLES) == set(Kind)


@pytest.mark.parametrize(
    ("session", "said"),
    [
        (live(), "It records: Agora has confirmed that."),
        (live(token_expires_at=NOW + 5), "It records: Agora has confirmed that."),
        (live(phase=Phase.ENDED, over=True, cause="Stopped."), "It is over. Stopped."),
        (live(phase=Phase.DISMISSED, cause="By hand."), "The case is closed. By hand."),
        (
            live(phase=Phase.STOPPING, cause="Stop sent.", **STOPPED),
            "It is STOPPING now. Stop sent.",
        ),
    ],
)
def test_what_became_of_it_is_said(session: Session, said: str) -> None:
    assert outcome(session, NOW, Kind.UNKNOWN) == said


def test_a_late_confirmation_says_how_late() -> None:
    late = live(started_at=NOW - 200, confirmed_at=NOW - 70)
    assert outcome(late, NOW, Kind.LATE) == "It records: confirmed 2:10 after the start."


def alarm(name: str, kind: Kind = Kind.UNKNOWN, **changes: Any) -> Alarm:
    values: dict[str, Any] = {
        "session_id": name,
        "cname": name,
        "kind": kind,
        "since": NOW,
        "sentence": "404",
    }
    return Alarm(**{**values, **changes})


class TestGroups:
    def test_a_thousand_alike_are_one(self) -> None:
        (group,) = grouped([alarm(str(number)) for number in range(1000)])
        assert len(group.alarms) == 1000

    def test_a_few_stay_single(self) -> None:
        assert len(grouped([alarm(name) for name in "abc"])) == 3

    def test_what_has_ceased_is_not_mixed_with_what_has_not(self) -> None:
        ceased = [alarm(f"r{number}", resolved_at=NOW) for number in range(4)]
        open_ones = [alarm(f"o{number}") for number in range(4)]
        groups = grouped([*ceased, *open_ones])
        assert [len(group.alarms) for group in groups] == [4, 4]
        assert groups[0].first.resolved_at is None

    def test_the_gravest_and_then_the_newest_come_first(self) -> None:
        assert Kind.LOST in GRAVE
        old, new = alarm("old"), alarm("new", since=NOW + 5)
        ceased = alarm("ceased", Kind.LOST, resolved_at=NOW + 9)
        lost = alarm("lost", Kind.LOST, since=NOW - 100)
        order = [group.first.cname for group in grouped([old, ceased, new, lost])]
        assert order == ["lost", "new", "old", "ceased"]


def test_an_alarm_is_known_by_its_session_and_kind() -> None:
    alarm = Alarm(session_id="s1", cname="gala", kind=Kind.LOST, since=NOW, sentence="It ended.")
    assert (alarm.key, alarm.waiting) == (("s1", Kind.LOST), True)
