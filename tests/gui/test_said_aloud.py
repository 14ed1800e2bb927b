"""What a screen reader is told beside the focus: by whom, how urgently, and in which words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from agora_console.ui.speech import saying
from agora_console.ui.speech.saying import announce
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole, full_house
from tests.gui.whole_window import SMALL, space, whole_window

CTRL = Qt.KeyboardModifier.ControlModifier
Told = list[tuple[QObject, str, QAccessible.AnnouncementPoliteness]]


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Told:
    """What is announced. Qt hands it to the system alone, which nobody here can ask."""
    heard: Told = []

    class Ear(QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:
            assert isinstance(event, QAccessibleAnnouncementEvent)
            heard.append((event.object(), event.message(), event.politeness()))

    monkeypatch.setattr(saying, "QAccessible", Ear)
    return heard


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    with whole_window(qtbot, qapp, WindowConsole(*full_house()), SMALL) as made:
        yield made


def test_the_window_speaks_for_all_that_is_in_it(window: MainWindow, told: Told) -> None:
    dialog = QDialog(window)
    inside = QLabel(dialog)
    announce(inside, "calm")
    announce(inside, "alarm", urgent=True)
    polite, assertive = (
        QAccessible.AnnouncementPoliteness.Polite,
        QAccessible.AnnouncementPoliteness.Assertive,
    )
    assert told == [(window, "calm", polite), (window, "alarm", assertive)]


def test_what_has_no_focus_is_said(window: MainWindow, told: Told) -> None:
    palette = space(window).operate.palette

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, CTRL)
    assert told == []  # the focus tells it
    QTest.keyClicks(palette.field, "stop")
    assert told[-1][1] == palette.model.rows[0].spoken
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert told[-1][1] == palette.model.rows[1].spoken
    QTest.keyClicks(palette.field, "#####")
    assert told[-1][1] == "Nothing is called that."
    palette.dismiss()

    space(window).guards.alarms.acknowledge(
        [alarm.key for alarm in space(window).console.alarms.waiting()]
    )
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    assert told[-1][1] == "No alarms"

    window.topbar.lock.set_locked(True)
    assert told[-1][1] == "Locked"


def test_the_rows_reached_by_ctrl_and_a_number_are_not_chosen_together(window: MainWindow) -> None:
    for key in (Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(window.windowHandle(), key, CTRL)
        assert len(window.sidebar.chosen_keys()) == 1


def test_what_folds_is_a_button_that_says_whether_it_is_open(qtbot: QtBot) -> None:
    fold = FoldButton("Advanced")
    qtbot.addWidget(fold)
    fold.set_about("sound quality")
    spoken = QAccessible.queryAccessibleInterface(fold)
    with qtbot.waitSignal(fold.toggled) as opened:
        fold.click()
    assert opened.args == [True]
    assert spoken.role() is QAccessible.Role.Button
    assert spoken.text(QAccessible.Text.Description) == "Open. sound quality"
    fold.setChecked(False)
    assert spoken.text(QAccessible.Text.Description) == "Folded. sound quality"


def test_an_id_that_is_copied_is_said_whole(qtbot: QtBot) -> None:
    label = CopyLabel("sid")
    qtbot.addWidget(label)
    label.set_value("f46d81eb9e3aad8e5e6373ac82132417")
    button = next(iter(label.findChildren(QToolButton)))
    assert button.accessibleDescription() == label.value()
