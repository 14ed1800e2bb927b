"""The bar of deadlines: what is due, a stop that is planned, a case that a person closes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTime

from agora_console.domain.session import Phase, Session
from agora_console.ui.session.case_bar import CaseBar
from agora_console.ui.session.case_words import clock_time, deadline_lines, next_time
from tests.gui import session_stage as stage

NOW = stage.BEGIN + 100.0


@pytest.fixture
def bar(qtbot: object) -> Iterator[CaseBar]:
    made = CaseBar()
    yield made
    made.deleteLater()


class Wishes:
    """What the bar asks for."""

    def __init__(self, bar: CaseBar) -> None:
        self.plans: list[float | None] = []
        self.closed = 0
        bar.plan_requested.connect(self.plans.append)
        bar.close_requested.connect(self._on_close)

    def _on_close(self) -> None:
        self.closed += 1


def without_sid() -> Session:
    return stage.recording(sid="", phase=Phase.UNKNOWN, cause="It runs without a sid.")


def test_a_stop_is_planned_for_the_next_time_a_clock_shows_it(bar: CaseBar) -> None:
    wishes = Wishes(bar)
    bar.show_session(stage.recording(), NOW)
    in_an_hour = datetime.fromtimestamp(NOW + 3600, UTC).astimezone()
    bar.propose(QTime(in_an_hour.hour, in_an_hour.minute))
    bar.plan.click()
    assert wishes.plans == []  # it has to be held, as every stop
    bar.plan.held.emit()
    assert wishes.plans == [in_an_hour.replace(second=0, microsecond=0).timestamp()]


def test_a_stop_in_an_hour_is_proposed_once_for_each_recording(bar: CaseBar) -> None:
    def proposed() -> tuple[int, int]:
        return bar.at.time().hour(), bar.at.time().minute()

    bar.show_session(stage.recording(), NOW)
    assert proposed() == clock_time(NOW + 3600)
    bar.propose(QTime(4, 5))
    bar.show_session(stage.recording(), NOW + 600)
    assert proposed() == (4, 5)
    bar.show_session(stage.recording(id="another"), NOW + 600)
    assert proposed() == clock_time(NOW + 4200)


def test_while_the_window_is_locked_no_stop_is_planned_and_it_says_why(bar: CaseBar) -> None:
    bar.show_session(stage.recording(), NOW, "", "Locked.")
    assert not bar.plan.isEnabled()
    assert bar.plan.toolTip() == "Locked."
    bar.show_session(stage.recording(stop_planned_at=NOW + 60), NOW, "", "Locked.")
    assert bar.forget.isEnabled()
    bar.show_session(stage.recording(), NOW)
    assert bar.plan.isEnabled()


def test_a_plan_says_what_a_sleep_would_do_to_it_and_can_be_taken_back(bar: CaseBar) -> None:
    wishes = Wishes(bar)
    bar.show_session(stage.recording(stop_planned_at=NOW + 60), NOW)
    assert "It is stopped in 1:00." in bar.words.text()
    assert "While this machine sleeps" in bar.words.text()
    bar.forget.click()
    assert wishes.plans == [None]


def test_a_time_that_has_passed_today_is_meant_for_tomorrow() -> None:
    here = datetime.fromtimestamp(NOW, UTC).astimezone()
    assert 0 < next_time(here.hour, here.minute, NOW) - NOW <= 25 * 3600


def test_an_open_case_is_closed_by_holding(bar: CaseBar) -> None:
    wishes = Wishes(bar)
    bar.show_session(without_sid(), NOW)
    assert not bar.close_case.isHidden()
    assert bar.plan.isHidden()
    bar.close_case.click()
    assert wishes.closed == 0
    bar.close_case.held.emit()
    assert wishes.closed == 1


@pytest.mark.parametrize("session", [stage.recording(), stage.recording(over=True)])
def test_no_case_is_offered_where_agora_answers_or_all_is_over(
    bar: CaseBar, session: Session
) -> None:
    bar.show_session(session, NOW)
    assert bar.close_case.isHidden()


def test_a_console_that_only_shows_offers_nothing(bar: CaseBar) -> None:
    bar.show_session(stage.recording(), NOW, "Another one owns it.")
    assert bar.plan.isHidden()
    bar.show_session(without_sid(), NOW, "Another one owns it.")
    assert bar.close_case.isHidden()


def test_what_has_a_card_of_its_own_is_not_said_twice() -> None:
    session = stage.recording(token_expires_at=NOW + 60, missing_since=NOW - 30)
    (line,) = deadline_lines(session, NOW)
    assert "counts as ended in 1:00" in line
