"""ConfirmLine: something dangerous is confirmed by typing its name, in the page and not over it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label


class ConfirmLine(QFrame):
    """Hidden until `ask`; `confirmed` carries what was typed, once it is what was asked for.

    Esc and Cancel withdraw, and the focus goes back to where it came from.
    """

    confirmed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("severity", "error")
        self._expected: tuple[str, ...] = ()
        self._before: QWidget | None = None
        self._question = label("", "title", wrap=True)
        self.line = QLineEdit()
        self.line.setMinimumWidth(em(self, 8))
        self._question.setBuddy(self.line)
        self.act = QPushButton()
        self.act.setProperty("kind", "danger")
        self.act.setAutoDefault(False)
        tint(self.act, "stop", "danger", 0.9)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Stop nothing (Esc)"))
        self._lay_out()
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self._on_entered)
        self.act.clicked.connect(self._on_entered)
        self.cancel.clicked.connect(self.withdraw)
        self.hide()

    @property
    def asking(self) -> bool:
        """True while it waits for what is to be typed."""
        return not self.isHidden()

    def ask(self, question: str, expected: Sequence[str], action: str) -> None:
        """Ask for one of `expected` to be typed; `action` stands on the button."""
        if not self.asking:
            self._before = self.window().focusWidget()
        self._expected = tuple(expected)
        self._question.setText(question)
        self.line.clear()
        self.line.setAccessibleName(question)
        self.act.setText(action)
        self.act.setToolTip(self.tr("Possible as soon as it is typed (Enter)"))
        self._on_text_changed()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def withdraw(self) -> None:
        """Ask no more; nothing has happened."""
        if not self.asking:
            return
        back = self._before if self.isAncestorOf(self.window().focusWidget()) else None
        self._before = None
        self.line.clear()
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.withdraw()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # a dialog would take them
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.5))
        row.addWidget(self.line, 1)
        row.addWidget(self.act)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.9), em(self, 0.7), em(self, 0.9), em(self, 0.7))
        column.setSpacing(em(self, 0.5))
        column.addWidget(self._question)
        column.addLayout(row)

    def _on_text_changed(self) -> None:
        self.act.setEnabled(self.line.text() in self._expected)

    def _on_entered(self) -> None:
        typed = self.line.text()
        if typed in self._expected:
            self.withdraw()
            self.confirmed.emit(typed)
