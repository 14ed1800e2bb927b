"""Every test below this folder leaves no widget behind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFont, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from agora_console.ui.look.theme import Theme


@pytest.fixture(autouse=True)
def _widgets_really_gone(request: pytest.FixtureRequest) -> Iterator[None]:
    """Carry out what `deleteLater` only promised.

    No event loop ends between two tests, so that nothing else would; and each theme of the next
    test goes through every widget that is left.
    """
    yield
    if "qapp" in request.fixturenames:
        _let_go_of_keys()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _let_go_of_keys() -> None:
    """A shortcut sent to a window leaves its Ctrl held, and the next click would add to it."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        window = QWindow()
        window.create()
        QTest.keyRelease(window, Qt.Key.Key_Control)
        window.destroy()


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    """The dark theme, for tests that do not choose another one."""
    return Theme(qapp, "dark")


@pytest.fixture
def type_factor(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[float]:
    """The application's font so many times as large (by indirect parametrization)."""
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * request.param)
    qapp.setFont(large)
    yield request.param
    qapp.setFont(before)
