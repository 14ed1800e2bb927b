"""Rows of the session list: what they say, where they stand. Needs no Qt."""

from __future__ import annotations

import pytest

from agora_console.domain.guards import Pair, Role
from agora_console.domain.session import Phase, Session
from agora_console.ui.session_rows import (
    Counts,
    Section,
    age,
    clock_time,
    count,
    in_order,
    local_date,
    section_of,
    session_row,
)

NOW = 1_790_000_000.0
DAY = 86_400.0


def session(phase: Phase = Phase.RECORDING, **changes: object) -> Session:
    values: dict[str, object] = {
        "id": "one",
        "project_id": "p",
        "app_id": "a",
        "api_url": "https://api.agora.io",
        "cname": "keynote-a",
        "uid": "527841",
        "mode": "mix",
        "config": {},
        "created_at": NOW - 200,
        "phase": phase,
        "since": NOW - 100,
        "started_at": NOW - 110,
        "start_sent_at": NOW - 111,
        "last_status": 5,
        "last_status_at": NOW - 12,
        "last_answer_at": NOW - 12,
    }
    return Session.model_validate(values | changes)


def test_a_live_row_says_mode_uid_age_and_time_since_the_confirmation() -> None:
    row = session_row(session(confirmed_at=NOW - 6127), NOW)
    assert (row.title, row.line) == ("keynote-a", "mix · uid 527841 · asked 12 s ago")
    assert row.elapsed == "01:42:07"
    assert row.look is not None
    assert row.look.word == "REC"


def test_a_session_that_was_never_asked_says_so() -> None:
    row = session_row(session(last_status_at=None, last_answer_at=None), NOW)
    assert row.line.endswith("not asked yet")


def test_the_time_of_one_that_is_over_stands_still() -> None:
    over = session(Phase.ENDED, over=True, confirmed_at=NOW - 3600, ended_at=NOW - 3000)
    assert session_row(over, NOW).elapsed == session_row(over, NOW + 50).elapsed == "00:10:00"


def test_one_that_was_never_sent_has_no_time() -> None:
    assert (
        session_row(session(Phase.INTENT, started_at=None, start_sent_at=None), NOW).elapsed == ""
    )


@pytest.mark.parametrize("phase", [Phase.UNKNOWN, Phase.OUTCOME_UNKNOWN, Phase.OUT_OF_REACH])
def test_what_may_still_record_is_live_however_old_it_is(phase: Phase) -> None:
    old = session(phase, created_at=NOW - 30 * DAY)
    assert section_of(old, local_date(NOW)) is Section.LIVE


def test_what_is_over_is_of_today_or_older() -> None:
    today = local_date(NOW)
    assert section_of(session(over=True, created_at=NOW), today) is Section.TODAY
    assert section_of(session(over=True, created_at=NOW - 2 * DAY), today) is Section.OLDER


def test_a_new_live_session_does_not_move_the_others() -> None:
    first, second = session(id="1", created_at=1.0), session(id="2", created_at=2.0)
    assert in_order([second, first]) == [first, second]


def test_of_those_that_are_over_the_newest_comes_first() -> None:
    first, second = (session(id=str(n), created_at=float(n), over=True) for n in (1, 2))
    assert in_order([first, second]) == [second, first]


@pytest.mark.parametrize("over", [False, True])
def test_the_recorders_of_a_pair_stand_together_and_say_so(over: bool) -> None:
    def one(key: str, at: float, role: Role | None = None) -> Session:
        pair = Pair(id="1", role=role) if role else None
        return session(id=key, created_at=at, over=over, pair=pair)

    mixed = [one("1", 1.0, "A"), one("0", 2.0), one("3", 3.0, "B"), one("4", 4.0, "A")]
    order = [each.id for each in in_order(mixed)]
    assert order == (["0", "4", "1", "3"] if over else ["1", "4", "3", "0"])
    assert "B of A/B" in session_row(mixed[2], NOW).line
    assert "of A/B" not in session_row(mixed[1], NOW).line


def test_a_row_is_found_by_channel_uid_and_state() -> None:
    row = session_row(session(), NOW)
    assert row.matches(["keynote", "rec"])
    assert row.matches(["527841"])
    assert not row.matches(["keynote", "failed"])


def test_a_row_says_everything_to_assistive_technology() -> None:
    spoken = session_row(session(confirmed_at=NOW - 60), NOW).spoken
    assert spoken.startswith("keynote-a, REC, mix · uid 527841 · asked 12 s ago, 00:01:00")


def test_only_a_proven_recording_is_counted_as_one() -> None:
    sessions = [
        session(),
        session(Phase.UNKNOWN),
        session(Phase.STARTING),
        session(Phase.FAILED, over=True),
    ]
    assert count(sessions, NOW) == Counts(recording=1, open=3, attention=1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (-5, "0 s"),
        (0, "0 s"),
        (99.9, "99 s"),
        (100, "100 s"),
        (120, "2 min"),
        (7199, "119 min"),
        (7200, "2 h"),
        (200_000, "2 d"),
    ],
)
def test_ages_are_short(seconds: float, words: str) -> None:
    assert age(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-1, "00:00:00"), (59.9, "00:00:59"), (360_000, "100:00:00")]
)
def test_a_timer_has_hours_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert clock_time(seconds) == shown
