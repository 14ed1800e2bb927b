"""What may leave the journal: the provably over, after its time, and nothing else."""

from __future__ import annotations

import pytest

from agora_console.domain.evidence.moves import END
from agora_console.domain.retention import DAY, LEAP, may_go
from agora_console.domain.session import Phase, Session
from tests.support.sessions import make_session

NOW = 1_000 * DAY


def session(phase: Phase, ended_days_ago: float, *, over: bool, id_: str = "old") -> Session:
    ended = NOW - ended_days_ago * DAY
    return make_session(
        id=id_, phase=phase, since=ended, over=over, ended_at=ended, created_at=ended - 60
    )


FRESH = session(Phase.RECORDING, 0, over=False, id_="fresh")


def gone(*sessions: Session, days: float = 90, now: float = NOW) -> list[str]:
    return [each.id for each in may_go((*sessions, FRESH), days, now)]


@pytest.mark.parametrize("phase", sorted(END))
def test_what_is_provably_over_goes_after_its_time(phase: Phase) -> None:
    assert gone(session(phase, 91, over=True)) == ["old"]
    assert gone(session(phase, 89, over=True)) == []


@pytest.mark.parametrize("phase", list(Phase))
def test_what_is_not_provably_over_stays_for_ever(phase: Phase) -> None:
    assert gone(session(phase, 999, over=False)) == []


def test_an_end_whose_time_is_not_known_proves_too_little() -> None:
    assert gone(make_session(id="old", phase=Phase.ENDED, over=True, ended_at=None)) == []


def test_zero_days_keep_everything() -> None:
    assert gone(session(Phase.ENDED, 999, over=True), days=0) == []


def test_the_oldest_goes_first() -> None:
    two = [session(Phase.ENDED, age, over=True, id_=str(age)) for age in (100, 300)]
    assert gone(*two) == ["300", "100"]


def test_a_clock_that_is_a_year_ahead_empties_nothing() -> None:
    yesterday = session(Phase.ENDED, 1, over=True)
    assert may_go((yesterday,), 90, NOW + 365 * DAY) == []
    assert may_go((yesterday,), 20, NOW + LEAP) == [yesterday]


def test_an_empty_journal_has_nothing_to_lose() -> None:
    assert may_go((), 90, NOW) == []
