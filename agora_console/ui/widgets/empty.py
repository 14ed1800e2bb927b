"""EmptyState: what a place says, and what can be done, while there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.labels import label


class EmptyState(QWidget):
    """A title, a sentence and buttons in the middle; `actions` are (text, function) pairs."""

    def __init__(
        self,
        title: str,
        sentence: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = label(title, "title", wrap=True)
        self._title.setFont(scaled(self._title.font(), 1.25, bold=True))
        self._sentence = label(sentence, "muted", wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        for text in (self._title, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = [_button(text, function) for text, function in actions]
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.6))
        row.addStretch(1)
        for index, button in enumerate(self.buttons):
            if index == 0:
                button.setProperty("kind", "primary")
            row.addWidget(button)
        row.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(em(self, 1), em(self, 1), em(self, 1), em(self, 1))
        column = QVBoxLayout()
        outer.addStretch(1)
        outer.addLayout(column, 4)
        outer.addStretch(1)
        column.setSpacing(em(self, 0.7))
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addStretch(3)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def set_text(self, title: str, sentence: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)


def _button(text: str, function: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked: function())
    return button
