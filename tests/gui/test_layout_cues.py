"""Cues: layouts under F1 to F8, prepared in Next and taken whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from agora_console.domain.evidence.facts import LayoutAccepted
from agora_console.domain.evidence.judge import judge
from agora_console.domain.session import Session
from agora_console.services.values import Cue, SettingsError
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.layout_tab import LayoutTab
from agora_console.ui.session.page import SessionPage
from agora_console.ui.window import MainWindow
from tests.gui import session_stage as stage
from tests.gui.chrome_stage import WindowConsole, session
from tests.gui.session_stage import BEGIN, Stage

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
STARTED = {"mixedVideoLayout": 2, "maxResolutionUid": "1001", "backgroundColor": "#101828"}
GRID = {"mixedVideoLayout": 1, "backgroundColor": "#101828"}
PANEL = {
    "mixedVideoLayout": 3,
    "layoutConfig": [{"x_axis": 0.0, "y_axis": 0.0, "width": 0.5, "height": 1.0}],
}
WRONG = {"mixedVideoLayout": 3}
CUES = (
    Cue(number=1, name="Grid", layout=GRID),
    Cue(number=2, name="Panel", layout=PANEL),
    Cue(number=5, name="Wrong", layout=WRONG),
)
Open = Callable[..., SessionPage]


@pytest.fixture
def on() -> Stage:
    made = Stage(stage.recording())
    made.settings.cues.kept["p-1"] = CUES
    return made


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, on: Stage) -> SessionPage:
    with theme.bare():
        page = SessionPage(on.console, theme)
    qtbot.addWidget(page)
    page.resize(980, 720)
    page.show_session("s-1")
    page.show_tab(page.layout_tab)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def tab_of(page: SessionPage) -> LayoutTab:
    return page.layout_tab


def press(page: SessionPage, key: Qt.Key, keys: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(page.windowHandle(), key, keys)


def accepted(page: SessionPage, on: Stage, layout: dict[str, Any]) -> Session:
    session = on.recordings.known["s-1"]
    made = judge(session, LayoutAccepted(on.clock.now() + 1.0, layout))
    on.recordings.known["s-1"] = made
    page.apply(on.tick(made))
    return made


def sent(on: Stage) -> list[Any]:
    return [wish[2] for wish in on.recordings.wishes if wish[0] == "layout"]


def in_next(page: SessionPage) -> dict[str, Any]:
    return tab_of(page).form.document()


def shown(page: SessionPage) -> list[str]:
    return [button.text() for button in tab_of(page).cues.buttons if button.isVisible()]


def test_the_cues_of_the_project_are_in_sight(page: SessionPage) -> None:
    assert shown(page) == ["F1  Grid", "F2  Panel", "F5  Wrong"]


def test_a_key_prepares_and_sends_nothing(page: SessionPage, on: Stage) -> None:
    press(page, Qt.Key.Key_F2)
    assert in_next(page) == PANEL
    assert sent(on) == []
    changed = {change.key for change in tab_of(page).changes.model.rows}
    assert changed == {"mixedVideoLayout", "maxResolutionUid", "backgroundColor", "layoutConfig"}
    assert tab_of(page).send.isEnabled()
    assert "Ctrl+F2" in tab_of(page).send.toolTip()


def test_a_key_works_from_the_table_too(page: SessionPage) -> None:
    press(page, Qt.Key.Key_F2)
    table = tab_of(page).form.regions.table
    table.setFocus()
    table.selectRow(0)
    press(page, Qt.Key.Key_F1)
    assert in_next(page) == GRID


def test_ctrl_takes_the_cue_whole(page: SessionPage, on: Stage) -> None:
    press(page, Qt.Key.Key_F1, CTRL)
    assert sent(on) == [GRID]


def test_only_one_take_is_on_its_way(page: SessionPage, on: Stage) -> None:
    press(page, Qt.Key.Key_F1, CTRL)
    press(page, Qt.Key.Key_F2, CTRL)
    press(page, Qt.Key.Key_F2, CTRL)
    assert sent(on) == [GRID]
    assert in_next(page) == PANEL
    assert tab_of(page).why_not.text() == "Sent; waiting for Agora's answer."
    accepted(page, on, GRID)
    press(page, Qt.Key.Key_F2, CTRL)
    assert sent(on) == [GRID, PANEL]


def test_a_cue_that_agora_would_refuse_is_not_taken(page: SessionPage, on: Stage) -> None:
    press(page, Qt.Key.Key_F5, CTRL)
    assert sent(on) == []
    assert tab_of(page).why_not.text() == "Agora would refuse this layout; see the fields."
    row = tab_of(page).form.row_of("layoutConfig")
    assert row is not None
    problem = row.problem()
    assert problem is not None
    assert problem.sentence == "The custom layout (3) has no regions."


def test_undo_take_sends_what_was_on_air_before(page: SessionPage, on: Stage) -> None:
    tab = tab_of(page)
    assert not tab.undo_take.isEnabled()
    press(page, Qt.Key.Key_F1, CTRL)
    assert not tab.undo_take.isEnabled()
    accepted(page, on, GRID)
    QTest.mouseClick(tab.undo_take, LEFT)
    assert sent(on) == [GRID, STARTED]
    accepted(page, on, STARTED)
    assert in_next(page) == STARTED
    QTest.mouseClick(tab.undo_take, LEFT)  # and back again
    assert sent(on)[-1] == GRID


def test_what_was_made_by_hand_is_brought_back(page: SessionPage) -> None:
    tab = tab_of(page)
    tab.form.set_document({"mixedVideoLayout": 0, "backgroundColor": "#336699"})
    press(page, Qt.Key.Key_F1)
    press(page, Qt.Key.Key_F2)
    assert tab.bar.bring_back.isVisible()
    QTest.mouseClick(tab.bar.bring_back, LEFT)
    assert in_next(page) == {"mixedVideoLayout": 0, "backgroundColor": "#336699"}
    assert not tab.bar.bring_back.isVisible()


def test_what_is_in_next_is_kept_under_the_next_free_key(page: SessionPage, on: Stage) -> None:
    tab = tab_of(page)
    layout = {"mixedVideoLayout": 0}
    tab.form.set_document(layout)
    QTest.mouseClick(tab.cues.keep, LEFT)
    assert QApplication.focusWidget() is tab.cues.name
    assert tab.cues.name.text() == "Floating"
    QTest.keyClicks(tab.cues.name, "Everybody")
    QTest.keyClick(tab.cues.name, Qt.Key.Key_Return)
    assert shown(page)[2] == "F3  Everybody"
    assert on.settings.cues.kept["p-1"][2] == Cue(number=3, name="Everybody", layout=layout)
    assert not tab.cues.name.isVisible()


def test_escape_keeps_nothing(page: SessionPage, on: Stage) -> None:
    tab = tab_of(page)
    QTest.mouseClick(tab.cues.keep, LEFT)
    QTest.keyClick(tab.cues.name, Qt.Key.Key_Escape)
    QTest.keyClick(tab.cues.name, Qt.Key.Key_Return)
    assert on.settings.cues.kept["p-1"] == CUES


def entry(page: SessionPage, number: int, text: str) -> None:
    menu = tab_of(page).cues.menu_of(number)
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_a_cue_is_replaced_and_removed(page: SessionPage, on: Stage) -> None:
    tab = tab_of(page)
    tab.form.set_document({"mixedVideoLayout": 0})
    entry(page, 1, "Keep what is in Next here")
    assert tab.cues.name.text() == "Grid"
    QTest.keyClick(tab.cues.name, Qt.Key.Key_Return)
    assert on.settings.cues.kept["p-1"][0].layout == {"mixedVideoLayout": 0}
    entry(page, 1, "Remove this cue")
    assert shown(page) == ["F2  Panel", "F5  Wrong"]
    assert len(on.settings.cues.kept["p-1"]) == 2


def test_with_eight_cues_there_is_no_key_left(page: SessionPage) -> None:
    tab = tab_of(page)
    tab.set_cues([Cue(number=n, name=f"Cue {n}", layout=GRID) for n in range(1, 9)])
    assert not tab.cues.keep.isVisible()
    assert tab.cues.free() == 0


def test_a_cue_that_cannot_be_kept_is_said(page: SessionPage, on: Stage) -> None:
    on.settings.cues.refuse = SettingsError("The file cannot be written.", "Make room.")
    entry(page, 1, "Remove this cue")
    problem = page.notice.problem()
    assert problem is not None
    assert problem.sentence == "The file cannot be written."


def test_a_key_without_a_cue_is_free(page: SessionPage) -> None:
    before = in_next(page)
    press(page, Qt.Key.Key_F3)
    press(page, Qt.Key.Key_F3, CTRL)
    assert in_next(page) == before
    assert tab_of(page).uses_key(5)
    assert not tab_of(page).uses_key(3)
    page.show_tab(page.files)
    assert not tab_of(page).uses_key(5)


def test_out_of_sight_the_keys_do_nothing(page: SessionPage, on: Stage) -> None:
    page.show_tab(page.files)
    press(page, Qt.Key.Key_F1, CTRL)
    assert sent(on) == []


def test_a_locked_window_takes_nothing_and_says_so(page: SessionPage, on: Stage) -> None:
    tab = tab_of(page)
    on.gate.lock()
    press(page, Qt.Key.Key_F1, CTRL)
    assert sent(on) == []
    assert tab.why_not.text() == on.gate.reason
    on.gate.unlock()
    assert tab.send.isEnabled()


def test_every_cue_button_has_a_name_and_a_tooltip_with_its_keys(page: SessionPage) -> None:
    cues = tab_of(page).cues
    assert cues.buttons[1].accessibleName() == "Cue 2: Panel"
    assert cues.buttons[1].toolTip() == "F2 puts Panel into Next, Ctrl+F2 takes it"
    visible = [each for each in cues.findChildren(QPushButton) if each.isVisible()]
    assert all(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in visible)


def test_the_cue_in_next_is_marked(page: SessionPage) -> None:
    press(page, Qt.Key.Key_F2)
    marked = [button.property("chosen") for button in tab_of(page).cues.buttons[:2]]
    assert marked == [False, True]


def test_an_accepted_take_is_said_with_its_time(page: SessionPage, on: Stage) -> None:
    press(page, Qt.Key.Key_F1, CTRL)
    at = accepted(page, on, GRID).layout_at
    assert at is not None
    assert at > BEGIN
    assert tab_of(page).result.text().startswith("Agora accepted the layout at")


def test_f5_asks_but_where_it_belongs_to_a_cue(
    qtbot: QtBot, theme: Theme, qapp: QApplication
) -> None:
    console = WindowConsole(session("live", stage.recording()))
    window = MainWindow(theme, demo=False)
    qtbot.addWidget(window, before_close_func=lambda widget: widget.finish())
    with qtbot.waitActive(window):
        window.show()
    window.attach(console.as_console())
    window.select_session("live")
    assert window.workspace is not None
    page = window.workspace.session
    page.show_tab(page.layout_tab)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    assert console.recordings.wishes == [("ask", "live")]
    page.layout_tab.set_cues([Cue(number=5, name="Grid", layout=GRID)])
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    assert in_next(page) == GRID
    page.show_tab(page.files)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F5)
    assert console.recordings.wishes == [("ask", "live")] * 2
    window.detach()
