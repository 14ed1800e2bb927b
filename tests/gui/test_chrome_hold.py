"""The guard before every stop: only holding fires, and only once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from agora_console.ui.widgets.hold import HoldButton

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def button(qtbot: QtBot) -> Iterator[HoldButton]:
    window = QWidget()
    made = HoldButton("Hold to stop", 80, confirm_key=Qt.Key.Key_S)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made.setFocus()
    yield made
    window.close()


def test_holding_fires_once(button: HoldButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.held):
        qtbot.mousePress(button, LEFT)
    qtbot.mouseRelease(button, LEFT)
    qtbot.mousePress(button, LEFT)
    assert not button.holding
    qtbot.mouseRelease(button, LEFT)


def test_letting_go_early_does_nothing(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(10_000)
    with qtbot.assertNotEmitted(button.held):
        qtbot.mousePress(button, LEFT)
        qtbot.waitUntil(lambda: button.progress > 0)
        qtbot.mouseRelease(button, LEFT)
    assert button.progress == 0


def test_a_click_does_nothing(button: HoldButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(button.held):
        qtbot.mouseClick(button, LEFT)
    assert not button.holding


def test_leaving_the_button_withdraws(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(10_000)
    qtbot.mousePress(button, LEFT)
    qtbot.waitUntil(lambda: button.progress > 0)
    QTest.mouseMove(button, QPoint(-50, -50))
    qtbot.waitUntil(lambda: button.progress == 0)


def test_time_in_which_the_window_was_frozen_is_not_holding(
    button: HoldButton, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    button.set_hold_ms(1000)
    qtbot.mousePress(button, LEFT)
    monkeypatch.setattr(button._clock, "restart", lambda: 5000, raising=False)
    with qtbot.assertNotEmitted(button.held):
        button._on_fill_timeout()
    assert button.progress < 0.1
    qtbot.mouseRelease(button, LEFT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_is_asked_again(button: HoldButton, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(button.held):
        qtbot.keyClick(button, key)
        assert button.asking
        qtbot.keyClick(button, key)
    with qtbot.waitSignal(button.held):
        qtbot.keyClick(button, Qt.Key.Key_S)


def test_the_confirming_key_alone_does_nothing(button: HoldButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(button.held):
        qtbot.keyClick(button, Qt.Key.Key_S)


def test_escape_withdraws(button: HoldButton, qtbot: QtBot) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
    qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert not button.asking
    with qtbot.assertNotEmitted(button.held):
        qtbot.keyClick(button, Qt.Key.Key_S)


def test_losing_the_focus_withdraws(button: HoldButton, qtbot: QtBot) -> None:
    qtbot.keyClick(button, Qt.Key.Key_Space)
    button.clearFocus()
    assert not button.asking


def test_a_hot_key_fires_when_it_is_held(button: HoldButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.held):
        button.begin_key_hold()


def test_letting_the_hot_key_go_withdraws(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(10_000)
    button.begin_key_hold()
    qtbot.waitUntil(lambda: button.progress > 0)
    QTest.keyRelease(button.window().windowHandle(), Qt.Key.Key_Greater)
    qtbot.waitUntil(lambda: button.progress == 0)
    assert not button.holding


def test_a_repeat_that_looks_like_letting_go_goes_on(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(10_000)
    button.begin_key_hold()
    qtbot.waitUntil(lambda: button.progress > 0)
    QTest.keyRelease(button.window().windowHandle(), Qt.Key.Key_L)
    button.begin_key_hold()
    before = button.progress
    qtbot.waitUntil(lambda: button.progress > before + 0.008)  # longer than the grace
    assert button.holding


def test_keys_that_were_let_go_fire_nothing(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(70)  # would be full within the grace
    with qtbot.assertNotEmitted(button.held):
        button.begin_key_hold()
        QTest.keyRelease(button.window().windowHandle(), Qt.Key.Key_L)
        qtbot.waitUntil(lambda: not button.holding)


def test_keys_that_are_held_on_fire_once(button: HoldButton, qtbot: QtBot) -> None:
    with qtbot.waitSignal(button.held):
        button.begin_key_hold()
    button.begin_key_hold()
    assert not button.holding


def test_a_disabled_button_cannot_be_held(button: HoldButton, qtbot: QtBot) -> None:
    button.setEnabled(False)
    qtbot.mousePress(button, LEFT)
    button.begin_key_hold()
    assert not button.holding
    qtbot.mouseRelease(button, LEFT)


def test_being_disabled_withdraws(button: HoldButton, qtbot: QtBot) -> None:
    button.set_hold_ms(10_000)
    qtbot.mousePress(button, LEFT)
    qtbot.waitUntil(lambda: button.progress > 0)
    button.setEnabled(False)
    assert button.progress == 0


def test_it_says_how_it_works(button: HoldButton) -> None:
    assert button.accessibleName() == "Hold to stop"
    assert "Space" in button.accessibleDescription()
