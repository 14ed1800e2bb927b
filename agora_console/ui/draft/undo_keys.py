"""UndoKeys: Ctrl+Z and its like go to the draft, wherever in the page somebody types."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from agora_console.ui.draft.model import DraftModel

_CTRL_Y = QKeySequence("Ctrl+Y")
_TYPED_INTO = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class UndoKeys(QObject):
    """Hears the keys of whatever has the focus in `page`, before it does.

    `typed_in` gives the widgets whose text is the draft's. Another line, such as that of a key
    that is never part of the draft, keeps an undo of its own.
    """

    def __init__(
        self, page: QWidget, model: DraftModel, typed_in: Callable[[], Iterable[QWidget]]
    ) -> None:
        super().__init__(page)
        self._page = page
        self._model = model
        self._typed_in = typed_in
        self._window: QWindow | None = None

    def listen(self) -> None:
        """Follow the focus of the window that the page is in by now."""
        window = self._page.window().windowHandle()
        if window is not None and window is not self._window:
            self._window = window
            window.focusObjectChanged.connect(self._on_focus_object_changed)
            self._on_focus_object_changed(window.focusObject())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        step = self._step(event) if isinstance(event, QKeyEvent) else None
        if step is None or not self._is_ours(watched):
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            step()
        return True

    def _on_focus_object_changed(self, focused: QObject | None) -> None:
        if isinstance(focused, QWidget) and self._page.isAncestorOf(focused):
            focused.installEventFilter(self)

    def _step(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self._model.undo
        keys = QKeySequence(event.keyCombination())
        again = event.matches(QKeySequence.StandardKey.Redo) or keys == _CTRL_Y
        return self._model.redo if again else None

    def _is_ours(self, watched: QObject) -> bool:
        if not isinstance(watched, QWidget) or not self._page.isAncestorOf(watched):
            return False
        if not isinstance(watched, _TYPED_INTO) or watched.isReadOnly():
            return True
        return any(widget is watched or widget.isAncestorOf(watched) for widget in self._typed_in())
