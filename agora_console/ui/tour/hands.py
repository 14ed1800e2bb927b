"""Hands: find a control by the name that a screen reader would say, and use it as a person does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QTabBar,
    QWidget,
)

from agora_console.ui.widgets.hold import HoldButton

W = TypeVar("W", bound=QWidget)

PATIENCE = 90.0
"""Seconds of real time for which a fact is waited for."""

GLANCE = 0.02
"""Seconds between two looks at a fact."""


class TourError(Exception):
    """The tour did not find or see what it needs; the text says what."""


class Hands:
    """Operates what is visible below `root`; `patience` is in seconds of real time."""

    def __init__(self, root: QWidget, patience: float = PATIENCE) -> None:
        self.root = root
        self._patience = patience

    def find(self, kind: type[W], name: str) -> W:
        """The visible control of that kind and name; raises TourError."""
        found = self.seen(kind, name)
        if found is None:
            raise TourError(f"there is no visible {kind.__name__} called {name!r}")
        return found

    def seen(self, kind: type[W], name: str) -> W | None:
        """The visible control of that kind and name, None when there is none."""
        for widget in self.root.findChildren(kind):
            if name in (widget.accessibleName(), _text(widget)) and widget.isVisible():
                return widget
        return None

    def type_into(self, name: str, text: str) -> None:
        """Replace what stands in a line by `text`, key by key, and leave it; "" empties it."""
        line = self.find(QLineEdit, name)
        self._reach(line)
        line.setFocus(Qt.FocusReason.TabFocusReason)
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Backspace)
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Tab)

    def press(self, name: str) -> None:
        """Click a button, also a segment ("Recording mode: Individual")."""
        button = self.find(QAbstractButton, name)
        self._reach(button)
        if not button.isEnabled():
            raise TourError(f"{name!r} is disabled")
        at = button.rect().center()
        if isinstance(button, QCheckBox):  # it may be wider than what can be clicked of it
            at.setX(at.y())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=at)

    def choose(self, name: str, entry: str) -> None:
        """Choose an entry of the menu that a button opens."""
        button = self.find(QPushButton, name)
        self._reach(button)
        menu = button.menu()
        actions = menu.actions() if isinstance(menu, QMenu) else []
        action = next((each for each in actions if each.text() == entry), None)
        if action is None or not (button.isEnabled() and action.isEnabled()):
            raise TourError(f"{entry!r} cannot be chosen from {name!r}")
        action.trigger()

    def pick(self, name: str, text: str) -> None:
        """Choose an entry of a list by its text, with the keyboard."""
        combo = self.find(QComboBox, name)
        self._reach(combo)
        index = combo.findText(text, Qt.MatchFlag.MatchContains)
        if index < 0:
            raise TourError(f"{name!r} does not offer {text!r}")
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        while combo.currentIndex() != index:
            before = combo.currentIndex()
            key = Qt.Key.Key_Down if before < index else Qt.Key.Key_Up
            QTest.keyClick(combo, key)
            if combo.currentIndex() == before:
                raise TourError(f"{text!r} cannot be reached in {name!r}")

    def open_tab(self, name: str) -> None:
        """Show the tab whose title begins with `name`."""
        for bar in self.root.findChildren(QTabBar):
            for index in range(bar.count()):
                there = bar.isVisible() and bar.isTabVisible(index)
                if there and bar.tabText(index).startswith(name):
                    QTest.mouseClick(
                        bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center()
                    )
                    return
        raise TourError(f"there is no tab called {name!r}")

    async def hold(self, name: str, reached: Callable[[], bool]) -> None:
        """Hold a button down until `reached`."""
        button = self.find(HoldButton, name)
        self._reach(button)
        QTest.mousePress(button, Qt.MouseButton.LeftButton, pos=button.rect().center())
        try:
            await self.until(reached, f"{name!r} was held and nothing happened")
        finally:
            if button.isVisible():
                QTest.mouseRelease(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    async def until(self, fact: Callable[[], bool], failure: str) -> None:
        """Wait until `fact` holds; raises TourError with `failure` when patience ends."""
        end = time.monotonic() + self._patience
        while not fact():
            if time.monotonic() > end:
                raise TourError(failure)
            await asyncio.sleep(GLANCE)

    def _reach(self, widget: QWidget) -> None:
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget)
            parent = parent.parentWidget()


def _text(widget: QWidget) -> str:
    return widget.text().replace("&", "") if isinstance(widget, QAbstractButton) else ""
