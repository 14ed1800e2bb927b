"""Caret: it blinks while somebody writes, and stands still afterwards.

A blink wakes the program and paints the field twice a second, for as long as the window is left
open on the draft. It blinks again as soon as the caret moves.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

REST_MS = 5000
"""Milliseconds after its last move for which the caret blinks: long enough to be found."""


class Caret(QObject):
    """Belongs to the application. Where the system has carets that never blink, nothing is done."""

    def __init__(self, application: QGuiApplication, rest_ms: int = REST_MS) -> None:
        super().__init__(application)
        self._hints = application.styleHints()
        self._usual = self._hints.cursorFlashTime()
        self._rest = QTimer(self, singleShot=True, interval=rest_ms)
        self._rest.timeout.connect(self._on_rest_timeout)
        application.focusObjectChanged.connect(self._on_moved)
        # Follows every move of the caret in whatever has the focus, and no blink.
        application.inputMethod().cursorRectangleChanged.connect(self._on_moved)

    def _on_moved(self) -> None:
        if self._usual <= 0:
            return
        self._rest.start()
        if self._hints.cursorFlashTime() != self._usual:
            self._hints.setCursorFlashTime(self._usual)

    def _on_rest_timeout(self) -> None:
        self._hints.setCursorFlashTime(0)
