"""What ticks, blinks and runs costs nothing where nobody sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agora_console.ui.caret import Caret
from agora_console.ui.listing.letters import Letters
from agora_console.ui.widgets.labels import label, say
from agora_console.ui.widgets.running import RunningLabel
from agora_console.ui.widgets.sentences import Sentences


class Outside(QWidget):
    """Holds one part in a layout, and counts how often that has to be done anew."""

    def __init__(self, part: QWidget) -> None:
        super().__init__()
        self.laid_out = 0
        QVBoxLayout(self).addWidget(part)

    def event(self, event: QEvent) -> bool:
        self.laid_out += event.type() is QEvent.Type.LayoutRequest
        return super().event(event)


def laid_out_by(outside: Outside, change: Callable[[], None]) -> bool:
    """Whether a change is told to who lays the part out."""
    settle()
    before = outside.laid_out
    change()
    settle()
    return outside.laid_out > before


def settle() -> None:
    """Let what follows from a layout happen as well."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()


def test_digits_that_run_move_nothing_around_them(qtbot: QtBot) -> None:
    timer = RunningLabel()
    outside = Outside(timer)
    qtbot.addWidget(outside)
    timer.say("00:59:59")
    outside.show()
    assert not laid_out_by(outside, lambda: timer.say("01:00:00"))
    assert timer.text() == "01:00:00"
    assert laid_out_by(outside, lambda: timer.say("100:00:00"))
    assert timer.width() == timer.sizeHint().width()
    outside.setStyleSheet("QLabel { font-size: 40px; }")
    assert timer.height() == timer.sizeHint().height() >= 40


def test_a_sentence_of_the_same_height_moves_nothing_around_it(qtbot: QtBot) -> None:
    first, second = label("Asked 1 s ago.", wrap=True), label("", wrap=True)
    outside = Outside(Sentences(first, second))
    qtbot.addWidget(outside)
    second.hide()
    outside.resize(300, 300)
    outside.show()
    assert not laid_out_by(outside, lambda: say(first, "Asked 2 s ago."))
    assert laid_out_by(outside, lambda: say(first, "Asked again. " * 30))
    assert laid_out_by(outside, second.show)
    assert second.y() == first.height() > 0


def test_a_running_timer_is_measured_as_wide_as_it_is(qtbot: QtBot) -> None:
    letters = Letters(QFont())
    exact = QFontMetricsF(QFont())
    for text in ("00:00:00", "asked 12 s ago · next in 107 s", "asked 13 s ago · next in 106 s"):
        assert letters.width(text) == pytest.approx(exact.horizontalAdvance(text), abs=0.5)
    assert letters.cut("asked 12 s ago", 1000) == "asked 12 s ago"
    assert letters.cut("asked 12 s ago", 40).endswith("…")


def test_a_caret_blinks_until_it_has_rested_and_again_when_it_moves(
    qtbot: QtBot, qapp: QGuiApplication
) -> None:
    hints = qapp.styleHints()
    usual = hints.cursorFlashTime()
    caret = Caret(qapp, rest_ms=10)
    field = QLineEdit()
    qtbot.addWidget(field)
    try:
        field.show()
        field.activateWindow()
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        qtbot.waitUntil(lambda: hints.cursorFlashTime() == 0)
        caret._rest.setInterval(3_600_000)
        qtbot.keyClicks(field, "a")
        assert hints.cursorFlashTime() == usual > 0
    finally:
        caret.deleteLater()
        hints.setCursorFlashTime(usual)
