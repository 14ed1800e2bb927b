"""EndingDialog: what "stop all" and leaving have in common - the recordings, and the hold."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.dialogs.growing import grow
from agora_console.ui.dialogs.session_lines import SessionLines
from agora_console.ui.dialogs.stop_all_card import StopAllCard
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label


class EndingDialog(QDialog):
    """A heading, the recordings that are meant, what is said of them, and how they are stopped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.heading = label("", "title", wrap=True, size=1.2)
        self.words = label("", wrap=True)
        self.lines = SessionLines()
        self.card = StopAllCard()
        self.stop_all = self.card.button
        self.card.asked.connect(lambda: grow(self))

    def lay_out(self, *buttons: QPushButton) -> None:
        """Put it together; the last of the buttons beside the hold has the focus at first."""
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.7))
        row.addWidget(self.stop_all)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.body = column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.8), em(self, 1.5), em(self, 1.8), em(self, 1.5))
        column.setSpacing(em(self, 1.1))
        for part in (self.heading, self.lines, self.words, self.card):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(em(self, 52))
        stops = (*reversed(buttons), self.stop_all)
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        stops[0].setFocus(Qt.FocusReason.OtherFocusReason)
