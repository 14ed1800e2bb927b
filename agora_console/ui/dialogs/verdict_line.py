"""VerdictLine: a button that proves something, and what it proved."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label, restyle

_MARKS = {"muted": "refresh", "green": "check", "amber": "warning", "danger": "error"}


class VerdictLine(QWidget):
    """`button` asks, `say` answers; `role` is muted, green, amber or danger."""

    def __init__(self, text: str, tip: str, indent: float = 0.0) -> None:
        super().__init__()
        self.button = QPushButton(text)
        self.button.setAutoDefault(False)
        self.button.setToolTip(tip)
        self._mark = QLabel()
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addSpacing(em(self, indent))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.button, 0, top)
        row.addWidget(self._mark, 0, top)
        row.addWidget(self._text, 1)
        self.clear()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def say(self, role: str, text: str, *, busy: bool = False) -> None:
        """Say what the proof has shown, or with `busy` that it runs."""
        self.button.setEnabled(not busy)
        tint(self._mark, _MARKS[role], role, 1.2)
        restyle(self._text, "role", role)
        self._text.setText(text)
        self._mark.show()
        self.button.setAccessibleDescription(text)

    def clear(self) -> None:
        """Say nothing: what was proved of other values proves nothing of these."""
        self.button.setEnabled(True)
        self._mark.hide()
        self._text.clear()
        self.button.setAccessibleDescription("")
