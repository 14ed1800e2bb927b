"""The command palette: everything is found by typing, and nothing is stopped from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from agora_console.ui.palette.choices import MOST, Choice, ChoicesModel, found
from agora_console.ui.palette.fuzzy import score
from agora_console.ui.palette.palette import Palette
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole, full_house
from tests.gui.whole_window import SMALL, space, whole_window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*full_house())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console, SMALL) as made:
        yield made


def opened(window: MainWindow) -> Palette:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, CTRL)
    palette = space(window).operate.palette
    assert palette.isVisible()
    return palette


def titles(palette: Palette) -> list[str]:
    return [choice.title for choice in palette.model.rows]


# --- the search ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("", "anything"),
        ("key", "keynote-a"),
        ("kna", "keynote-a"),
        ("REC", "rec"),
        ("dark theme", "Theme: Dark"),
        ("527", "mix · uid 527841"),
    ],
)
def test_letters_in_their_order_are_found(query: str, text: str) -> None:
    assert score(query, text) is not None


@pytest.mark.parametrize(("query", "text"), [("yek", "key"), ("key x", "keynote"), ("a", "")])
def test_letters_that_are_not_there_are_not_found(query: str, text: str) -> None:
    assert score(query, text) is None


@pytest.mark.parametrize(
    ("query", "better", "worse"),
    [
        ("st", "Start recording", "Forget it"),
        ("nr", "New recording", "Unread"),
        ("tick", "a tick", "to kick"),
        ("rec", "trec rec", "trrec"),
    ],
)
def test_beginnings_and_runs_are_better(query: str, better: str, worse: str) -> None:
    assert (score(query, better) or 0) > (score(query, worse) or 0)


def test_a_title_goes_before_what_stands_beside_it_and_the_impossible_last() -> None:
    ordered = [
        Choice("Stop it", possible=False),
        Choice("Other", "stop"),
        Choice("Stop"),
    ]
    assert [choice.title for choice in found(ordered, "stop")] == ["Stop", "Other", "Stop it"]
    assert len(found([Choice(f"c{n}") for n in range(220)], "c")) == MOST


def test_the_model_is_one(qapp: QApplication) -> None:
    model = ChoicesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    for titles_ in (("a", "b"), ("b",), (), ("c", "a", "d")):
        model.set_rows([Choice(title, possible=title != "d") for title in titles_])
    assert tester.model() is model
    assert model.flags(model.index(2, 0)) == Qt.ItemFlag.ItemNeverHasChildren
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "c"


# --- in the window -----------------------------------------------------------------


def actions_of(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from actions_of(inner)
        elif action.isVisible() and not action.isSeparator():
            yield action


def test_every_command_of_the_menu_is_offered_once(window: MainWindow) -> None:
    palette = opened(window)
    offered = titles(palette)
    commands = window.commands
    places = actions_of(commands.goto) if commands.goto else iter(())
    apart = {*places, commands.palette, commands.stop, commands.open_menu}
    menus = [
        action.text()
        for action in window.topbar.menu_button.menu().actions()
        if isinstance(action.menu(), QMenu)
    ]
    bare = [
        next((t.removeprefix(f"{each}: ") for each in menus if t.startswith(f"{each}: ")), t)
        for t in offered
    ]
    wanted = [
        action.text()
        for action in actions_of(window.topbar.menu_button.menu())
        if action not in apart
    ]
    for action in actions_of(window.topbar.menu_button.menu()):
        assert bare.count(action.text()) == wanted.count(action.text()), action.text()
    assert len(set(offered)) == len(offered)


@pytest.mark.parametrize("query", ["keynote", "knote rec", "keynote 527841"])
def test_a_recording_is_found_by_channel_uid_and_state_and_shown(
    window: MainWindow, query: str
) -> None:
    window.select_session("panel-2")
    palette = opened(window)
    QTest.keyClicks(palette.field, query)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert space(window).session.session_id == "keynote-a"


def test_a_state_finds_those_that_are_in_it(window: MainWindow) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.field, "nothing recorded")
    assert titles(palette)[0] == "panel-2"


def test_a_command_is_run_with_the_keyboard_alone(window: MainWindow) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.field, "theme")
    light = titles(palette).index("Theme: Light")
    for _ in range(light - palette.list.currentIndex().row()):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.theme.choice == "light"


def test_what_is_not_possible_now_is_not_run(window: MainWindow) -> None:
    window.select_session("panel-2")
    assert not window.commands.start.isEnabled()
    palette = opened(window)
    QTest.keyClicks(palette.field, "start recording")
    assert palette.model.rows[0].detail == "not possible now"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_stop_leads_to_the_stop_button_and_stops_nothing(
    window: MainWindow, console: WindowConsole
) -> None:
    window.select_session("panel-2")
    palette = opened(window)
    QTest.keyClicks(palette.field, "stop keynote")
    assert titles(palette)[0] == "Stop keynote-a…"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    page = space(window).session
    assert page.session_id == "keynote-a"
    assert page.stop_button.hasFocus()
    assert not page.stop_button.asking
    assert console.recordings.wishes == []


def test_escape_and_a_second_press_go_back_to_where_one_was(window: MainWindow) -> None:
    window.sidebar.filter.setFocus()
    palette = opened(window)
    assert palette.field.hasFocus()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.sidebar.filter.hasFocus()
    opened(window)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, CTRL)
    assert not palette.isVisible()


def test_going_elsewhere_closes_it(window: MainWindow) -> None:
    palette = opened(window)
    window.sidebar.list.setFocus()
    assert not palette.isVisible()


def test_nothing_found_is_said(window: MainWindow) -> None:
    palette = opened(window)
    QTest.keyClicks(palette.field, "zzzz")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_it_stays_inside_a_window_that_shrinks(window: MainWindow) -> None:
    palette = opened(window)
    window.resize(700, 420)
    QApplication.sendPostedEvents()
    assert window.rect().contains(palette.geometry())
