"""The tray: honest in icon and words, the way to a stop and never the stop itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from agora_console.domain.session import Session
from agora_console.ui.tray import MOST, Tray, TrayState, tray_state
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import NOW, WindowConsole, full_house, session
from tests.gui.session_stage import recording, starting, unknown
from tests.gui.whole_window import space, whole_window


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole(*full_house())


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        yield made


@pytest.fixture
def tray(window: MainWindow) -> Tray:
    """Not shown: there is no tray on this platform, and the rest of it does not need one."""
    made = Tray(window.theme, window, demo=False)
    space(window).guards.use_tray(made)
    return made


def entries(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def entry(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(text))


def submenu(tray: Tray) -> QMenu:
    return tray.stop_menu


STATES: dict[str, tuple[tuple[Session, ...], int, TrayState]] = {
    "nothing": ((), 0, TrayState("outline", "neutral", "nothing is recording")),
    "recording": ((recording(NOW),), 0, TrayState("record", "rec", "1 recording")),
    "starting": ((starting(),), 0, TrayState("refresh", "neutral", "1 starting or ending")),
    "alarm": ((recording(NOW),), 1, TrayState("warning", "amber", "1 recording, 1 alarm")),
    "alarms, nothing live": ((), 2, TrayState("warning", "amber", "2 alarms")),
    "unknown": (
        (recording(NOW), unknown()),
        1,
        TrayState("question", "amber", "1 recording, 1 unknown, may record, 1 alarm"),
    ),
}


@pytest.mark.parametrize("name", STATES)
def test_it_shows_the_worst_and_claims_no_more_than_is_proven(name: str) -> None:
    live, alarms, expected = STATES[name]
    assert tray_state(live, alarms, NOW) == expected


def test_planned_starts_are_named_with_the_state() -> None:
    shown = tray_state((recording(NOW),), 0, NOW, planned=2)
    assert shown == TrayState("record", "rec", "1 recording, 2 starts planned")
    assert tray_state((), 0, NOW, planned=1).text == "nothing is recording, 1 start planned"


def test_its_menu_names_what_is_live(tray: Tray) -> None:
    said = entries(tray.menu)
    assert said[0] == "Show the window"
    assert said[1] == "keynote-a  ·  REC"
    assert said[-1] == "Quit…"
    assert "unknown, may record" in tray.icon.toolTip()


def test_stop_opens_the_question_in_the_window_and_stops_nothing(
    window: MainWindow, tray: Tray, console: WindowConsole
) -> None:
    entry(submenu(tray), "keynote-a").trigger()
    page = space(window).session
    assert page.session_id == "keynote-a"
    assert page.confirm.asking
    assert page.confirm.line.hasFocus()
    entry(submenu(tray), "All of them").trigger()
    assert space(window).guards.stop_all.dialog is not None
    assert console.recordings.wishes == []


def test_locked_it_offers_no_stop_and_says_why(tray: Tray, console: WindowConsole) -> None:
    console.gate.lock()
    stop = submenu(tray)
    assert stop.title() == "Stop… (locked)"
    assert not stop.isEnabled()
    assert tray.icon.toolTip().endswith("locked")


def test_quit_asks_as_the_window_does(window: MainWindow, tray: Tray) -> None:
    asked = QSignalSpy(window.close_requested)
    entry(tray.menu, "Quit").trigger()
    assert asked.count() == 1


def test_a_session_is_shown(window: MainWindow, tray: Tray) -> None:
    window.showMinimized()
    entry(tray.menu, "breakout-3").trigger()
    assert space(window).session.session_id == "breakout-3"
    assert not window.isMinimized()


def test_many_are_not_all_named(tray: Tray) -> None:
    many = [session(f"s{number}", recording(NOW)) for number in range(MOST + 8)]
    tray.show_state(many, 0, NOW, locked=False)
    assert "and 8 more" in entries(tray.menu)


def test_nothing_is_drawn_again_that_is_the_same(tray: Tray, console: WindowConsole) -> None:
    live = [session("one", recording(NOW))]
    tray.show_state(live, 0, NOW, locked=False)
    before = tray.menu.actions()
    tray.show_state(live, 0, NOW + 1, locked=False)
    assert tray.menu.actions() == before
