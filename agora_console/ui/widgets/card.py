"""Card: a framed group with a title, the unit that pages are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.labels import ElidedLabel, label


class Card(QFrame):
    """A frame with `header` (title at the left, your widgets at the right) and `body`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.header = QHBoxLayout()
        self.body = QVBoxLayout()
        self._title = label(title, "title")
        self._title.setFont(scaled(self._title.font(), 1.05, bold=True))
        self._hint = ElidedLabel()
        self._hint.setProperty("role", "muted")
        self._hint.hide()
        if not title:
            self._title.hide()
        self.header.addWidget(self._title)
        self.header.addWidget(self._hint)
        self.header.addStretch(1)
        self.header.setSpacing(em(self, 0.6))
        self.body.setSpacing(em(self, 0.7))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(em(self, 1.2), em(self, 1), em(self, 1.2), em(self, 1.1))
        outer.setSpacing(em(self, 0.8))
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Change the title; an empty one hides it."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self.setAccessibleName(title)

    def set_hint(self, text: str) -> None:
        """Small muted text beside the title; empty hides it."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
