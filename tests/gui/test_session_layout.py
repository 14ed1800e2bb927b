"""Sending another layout while a recording runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.ui.look import times
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.layout_diff import Kind
from agora_console.ui.session.layout_tab import LayoutTab
from agora_console.ui.session.page import SessionPage
from tests.gui import session_stage as stage
from tests.gui.session_stage import BEGIN, Stage
from tests.gui.shown import shown_session

Open = Callable[[Stage], SessionPage]
BEST_FIT = {"mixedVideoLayout": 1, "backgroundColor": "#101828"}
REFUSED = Problem(
    "Agora refuses the request.",
    path="layout",
    rule="session:s-1",
    holds="The layout on air is what it was.",
)


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Open:
    """Show the first session of a stage with its Layout tab in sight."""
    return partial(shown_session, qtbot, theme, tab="layout_tab")


def choose(tab: LayoutTab, name: str) -> None:
    """Press the segment of a layout, as a person does."""
    segment = next(s for s in tab.form.layout_choice.widget.children() if text_of(s) == name)
    segment.click()  # type: ignore[attr-defined]


def text_of(thing: Any) -> str:
    return str(thing.text()) if hasattr(thing, "text") else ""


def accepted(layout: dict[str, Any], at: float) -> Session:
    return stage.recording(layout=layout, layout_at=at)


def test_the_form_begins_with_what_is_on_air_and_there_is_nothing_to_send(
    open_page: Open,
) -> None:
    tab = open_page(Stage(stage.recording())).layout_tab
    assert tab.form.document()["mixedVideoLayout"] == 2
    assert not tab.send.isEnabled()
    assert tab.why_not.text() == "This is what is on air."
    assert {change.kind for change in tab.changes.model.rows} == {Kind.KEPT}


def test_a_new_layout_is_sent_whole(open_page: Open) -> None:
    on = Stage(stage.recording())
    tab = open_page(on).layout_tab
    choose(tab, "Best fit")
    changed = {change.key: change.kind for change in tab.changes.model.rows}
    assert changed == {
        "mixedVideoLayout": Kind.CHANGED,
        "maxResolutionUid": Kind.RESET,
        "backgroundColor": Kind.KEPT,
    }
    QTest.mouseClick(tab.send, Qt.MouseButton.LeftButton)
    assert on.recordings.wishes == [("layout", "s-1", BEST_FIT)]
    assert not tab.send.isEnabled()
    assert tab.why_not.text() == "Sent; waiting for Agora's answer."


def test_an_accepted_layout_is_on_air_and_said_to_be(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    choose(page.layout_tab, "Best fit")
    page.layout_tab.send.click()
    at = on.clock.now() + 1.0
    page.apply(on.tick(accepted(BEST_FIT, at)))
    tab = page.layout_tab
    assert tab.result.text() == f"Agora accepted the layout at {times.clock(at)}."
    assert tab.why_not.text() == "This is what is on air."
    assert {change.kind for change in tab.changes.model.rows} == {Kind.KEPT}
    assert page.status.preview.accessibleDescription().startswith("Layout best fit")


def test_a_refused_layout_says_why_and_can_be_sent_again(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    choose(page.layout_tab, "Best fit")
    page.layout_tab.send.click()
    on.recordings.told.emit(REFUSED)
    tab = page.layout_tab
    assert tab.result.text() == "Agora refuses the request. The layout on air is what it was."
    assert tab.send.isEnabled()
    assert not page.notice.isVisible()


def test_another_failure_is_not_taken_for_the_answer_to_the_layout(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    choose(page.layout_tab, "Best fit")
    page.layout_tab.send.click()
    other = Problem("The status could not be asked.", rule="session:s-1")
    on.recordings.told.emit(other)
    assert page.notice.problem() == other
    assert page.layout_tab.result.text() == ""
    assert page.layout_tab.why_not.text() == "Sent; waiting for Agora's answer."


def test_an_acceptance_has_the_last_word_over_other_news(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    choose(page.layout_tab, "Best fit")
    page.layout_tab.send.click()
    on.recordings.told.emit(Problem("The status could not be asked.", rule="session:s-1"))
    page.apply(on.tick(accepted(BEST_FIT, BEGIN + 6013.0)))
    assert page.layout_tab.result.text().startswith("Agora accepted the layout")


def test_a_layout_that_the_console_refuses_at_once_says_why(open_page: Open) -> None:
    on = Stage(stage.recording())
    tab = open_page(on).layout_tab
    on.recordings.refuse = RefusedError((Problem("A layout is on its way."),))
    choose(tab, "Best fit")
    tab.send.click()
    assert tab.result.text() == "A layout is on its way."
    assert tab.send.isEnabled()


def test_what_is_typed_stays_while_the_recording_goes_on(open_page: Open) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    choose(page.layout_tab, "Floating")
    page.apply(on.tick(stage.recording(asked=BEGIN + 6020.0)))
    assert page.layout_tab.form.document()["mixedVideoLayout"] == 0


def test_a_layout_from_elsewhere_is_followed_unless_something_was_typed(
    open_page: Open,
) -> None:
    on = Stage(stage.recording())
    page = open_page(on)
    page.apply(on.tick(accepted(BEST_FIT, BEGIN + 6013.0)))
    assert page.layout_tab.form.document() == BEST_FIT
    choose(page.layout_tab, "Floating")
    page.apply(on.tick(accepted({"mixedVideoLayout": 1}, BEGIN + 6014.0)))
    assert page.layout_tab.form.document()["mixedVideoLayout"] == 0


def test_undo_returns_to_what_is_on_air(open_page: Open) -> None:
    tab = open_page(Stage(stage.recording())).layout_tab
    choose(tab, "Best fit")
    tab.undo.click()
    assert tab.form.document()["mixedVideoLayout"] == 2
    assert not tab.undo.isEnabled()


def test_a_layout_that_agora_would_refuse_is_not_sent(open_page: Open, qtbot: QtBot) -> None:
    on = Stage(stage.recording())
    tab = open_page(on).layout_tab
    line: QLineEdit = tab.form.color.widget
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "reddish")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert tab.form.document()["backgroundColor"] == "reddish"
    assert not tab.send.isEnabled()
    assert tab.why_not.text() == "Agora would refuse this layout; see the fields."
    tab.send.click()
    assert on.recordings.wishes == []


def test_the_preview_is_drawn_for_as_many_people_as_wanted(open_page: Open) -> None:
    tab = open_page(Stage(stage.recording())).layout_tab
    choose(tab, "Best fit")
    tab.people.set_value(9)
    assert len(tab.next.rects()) == 9
    assert tab.next.accessibleDescription() != tab.air.accessibleDescription()


def test_another_session_begins_with_its_own_layout(open_page: Open) -> None:
    other = accepted({"mixedVideoLayout": 0}, BEGIN).model_copy(update={"id": "s-2"})
    on = Stage(stage.recording(), other)
    page = open_page(on)
    choose(page.layout_tab, "Best fit")
    page.layout_tab.send.click()
    page.show_session("s-2")
    assert page.layout_tab.form.document() == {"mixedVideoLayout": 0}
    assert page.layout_tab.result.text() == ""
    assert page.layout_tab.why_not.text() == "This is what is on air."


@pytest.mark.parametrize(
    ("session", "reason"),
    [
        (stage.files_listed(), "The recording is over."),
        (stage.stopping(), "The recording is being stopped."),
        (stage.starting(), "The recording has no sid yet, so it cannot be changed."),
    ],
)
def test_where_nothing_can_be_sent_the_reason_is_in_text(
    open_page: Open, session: Session, reason: str
) -> None:
    tab = open_page(Stage(session)).layout_tab
    choose(tab, "Best fit")
    assert not tab.send.isEnabled()
    assert tab.why_not.isVisible()
    assert tab.why_not.text() == reason


def test_a_mode_without_a_layout_has_no_tab_for_it(open_page: Open) -> None:
    apart = stage.snapshots_only().model_copy(update={"id": "s-2"})
    page = open_page(Stage(stage.recording(), apart))
    page.show_session("s-2")
    assert not page.tabs.isTabVisible(page.tabs.indexOf(page.changes.layout))
    assert page.tabs.currentWidget() is not page.changes.layout
    page.show_session("s-1")
    assert page.tabs.isTabVisible(page.tabs.indexOf(page.changes.layout))
