"""Rows of the session list: what they say, where they stand. Needs no Qt."""

from __future__ import annotations

from datetime import date

import pytest

from agora_console.domain.guards import Pair, Role
from agora_console.domain.planned_start import PlannedStart
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.services.values import Sort
from agora_console.ui.listing.session_rows import (
    Counts,
    RowBook,
    Tally,
    age,
    in_order,
    local_date,
    midnight,
    plan_of,
    plan_row,
    session_row,
)
from agora_console.ui.look.times import elapsed

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


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("started", ["calm", "late", "young"]),
        ("attention", ["late", "calm", "young"]),
        ("newest", ["young", "late", "calm"]),
        ("channel", ["young", "calm", "late"]),
        ("state", ["late", "calm", "young"]),
    ],
)
def test_live_sessions_in_every_order(sort: Sort, expected: list[str]) -> None:
    table = [
        session(id="late", cname="c", created_at=2.0, phase=Phase.UNKNOWN),
        session(id="young", cname="a", created_at=3.0),
        session(id="calm", cname="b", created_at=1.0),
    ]
    ordered = in_order(table, sort, lambda each: look(each, NOW))
    assert [each.id for each in ordered] == expected


def test_a_day_begins_at_midnight() -> None:
    today = local_date(NOW)
    assert local_date(midnight(today)) == today
    assert local_date(midnight(today) - 1) < today
    assert midnight(date.min) == 0.0


def test_a_plan_counts_down_and_has_a_key_of_its_own() -> None:
    plan = PlannedStart(
        id="p", at=NOW + 3661, project_id="p", cname="gala", uid="7", config={"mode": "mix"}
    )
    row = plan_row(plan, NOW, "Alpha")
    assert plan_of(row.key) == "p"
    assert plan_of("p") == ""
    assert (row.title, row.elapsed) == ("gala", "−01:01:01")
    assert row.look is not None
    assert row.look.word == "PLANNED"
    assert row.matches(["planned", "alpha"])
    missed = plan_row(plan.model_copy(update={"trouble": "Nobody was there."}), NOW)
    assert missed.look is not None
    assert (missed.look.word, missed.elapsed) == ("START MISSED", "")


def test_a_row_is_made_once_a_moment_for_all_who_show_it() -> None:
    book = RowBook(lambda project_id: f"project {project_id}")
    live, over = session(), session(id="two", over=True)
    assert book.row(live, NOW) is book.row(live, NOW)
    assert book.row(live, NOW + 1) is not book.row(live, NOW)
    assert book.row(over, NOW + 1) is book.row(over, NOW)
    assert book.row(live, NOW).matches(["project"])
    book.forget("two")
    assert book.row(over, NOW).title == "keynote-a"


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
    tally = Tally()
    for number, each in enumerate(sessions[:3]):
        one = each.model_copy(update={"id": str(number)})
        tally.take(one, look(one, NOW))
    assert tally.counts() == Counts(recording=1, open=3, attention=1)
    tally.take(sessions[3].model_copy(update={"id": "1"}), None)  # the unknown one is known now
    tally.drop("0")
    tally.drop("never seen")
    assert tally.counts() == Counts(recording=0, open=2, attention=0)


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
    assert elapsed(seconds) == shown
