"""What can be done with the layout in Next, why it cannot, and what became of the last take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.wrapping import WrappingRow


class TakeBar(QWidget):
    """Always in sight below the layouts, with the cues at its left. It decides nothing."""

    def __init__(self, cues: QWidget) -> None:
        super().__init__()
        self.send = QPushButton(self.tr("Take"))
        self.send.setProperty("kind", "primary")
        self.undo_take = QPushButton(self.tr("Undo take"))
        self.undo_take.setToolTip(self.tr("Send what was on air before the last take again"))
        self.undo = QPushButton(self.tr("Undo changes"))
        self.undo.setToolTip(self.tr("Show what is on air again"))
        self.bring_back = QPushButton(self.tr("Bring back what was in Next"))
        self.bring_back.setProperty("kind", "link")
        self.why_not = label("", "muted", wrap=True)
        self.result = label("", wrap=True)
        buttons = QWidget()
        row = WrappingRow(buttons, em(self, 0.6))
        for button in (self.bring_back, self.undo, self.undo_take, self.send):
            row.addWidget(button)
        line = QHBoxLayout()
        line.setSpacing(em(self, 1.2))
        line.addWidget(cues, 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.3))
        column.addWidget(self.result)
        column.addWidget(self.why_not)
        column.addLayout(line)

    def say(self, sentence: str, role: str) -> None:
        """Show what became of the last take; "" shows nothing."""
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        restyle(self.result, "role", role)

    def allow(self, why_not: str) -> None:
        """Offer Take, or say why it cannot be."""
        self.send.setEnabled(not why_not)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))

    def show_cue_key(self, number: int) -> None:
        """Say which key takes what is in Next; 0 for none."""
        keys = self.tr(" (Ctrl+F{0})").format(number) if number else ""
        self.send.setToolTip(self.tr("Send the whole layout in Next to Agora{0}").format(keys))
