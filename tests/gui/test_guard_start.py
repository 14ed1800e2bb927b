"""Start cannot fire twice, however it is pressed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole, WindowRecordings
from tests.gui.whole_window import whole_window

CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton


class Slow(WindowRecordings):
    """Takes orders, and the session does not appear: the draft stays in sight."""


@pytest.fixture
def console() -> WindowConsole:
    made = WindowConsole()
    made.use(Slow())
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, console) as made:
        assert made.workspace is not None
        made.workspace.draft.model.set("cname", "town-hall")
        made.workspace.draft.judge.judge()
        yield made


def start_button(window: MainWindow) -> QPushButton:
    assert window.workspace is not None
    return window.workspace.draft.bar.start


def double_click(window: MainWindow) -> None:
    button = start_button(window)
    QTest.mouseClick(button, LEFT)
    QTest.mouseDClick(button, LEFT)
    QTest.mouseClick(button, LEFT)


def keys_held(window: MainWindow) -> None:
    handle = window.windowHandle()
    QTest.keyPress(handle, Qt.Key.Key_Return, CTRL)
    for _ in range(5):
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, CTRL, "", True)
        QApplication.sendEvent(handle, repeat)
    QTest.keyRelease(handle, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(handle, Qt.Key.Key_Return, CTRL)


def space_and_click(window: MainWindow) -> None:
    button = start_button(window)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return, CTRL)


@pytest.mark.parametrize("twice", [double_click, keys_held, space_and_click])
def test_start_fires_once(
    window: MainWindow, console: WindowConsole, twice: Callable[[MainWindow], None]
) -> None:
    twice(window)
    assert [order.cname for order in console.recordings.orders] == ["town-hall"]


def test_the_keys_do_not_repeat(window: MainWindow) -> None:
    assert not window.commands.start.autoRepeat()
