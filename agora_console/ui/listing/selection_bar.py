"""SelectionBar: how many rows of the list are chosen, and what can be done with all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.wrapping import WrappingRow


class SelectionBar(QFrame):
    """In sight while more than one recording is chosen. It stops nothing: Stop… asks first."""

    ask_requested = Signal()
    tickets_requested = Signal()
    stop_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection")
        self._said = label("", "title")
        self.ask = self._button(self.tr("Ask now"), self.tr("Ask Agora for the status of each"))
        self.tickets = self._button(
            self.tr("Export tickets…"), self.tr("Save the ids of each, without keys, as text")
        )
        self.stop = self._button(
            self.tr("Stop…"), self.tr("Shows which ones, and is then held for a second")
        )
        tint(self.stop, "stop", "danger", 0.9)
        self.clear = self._button(self.tr("Clear"), self.tr("Choose one row again (Esc)"))
        self.clear.setProperty("kind", "link")
        self.ask.clicked.connect(self.ask_requested)
        self.tickets.clicked.connect(self.tickets_requested)
        self.stop.clicked.connect(self.stop_requested)
        self.clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.9), em(self, 0.5), em(self, 0.9), em(self, 0.5))
        column.setSpacing(em(self, 0.4))
        column.addWidget(self._said)
        row = WrappingRow(None, em(self, 0.4))
        for button in self.buttons():
            row.addWidget(button)
        column.addLayout(row)
        self.hide()

    def buttons(self) -> tuple[QPushButton, ...]:
        """Its buttons, in their order."""
        return (self.ask, self.tickets, self.stop, self.clear)

    def show_chosen(self, count: int, *, asked: bool, ticketed: bool, stopped: bool) -> None:
        """Say how many, and offer what at least one of them allows."""
        self._said.setText(self.tr("{0} chosen").format(count))
        self.ask.setEnabled(asked)
        self.tickets.setEnabled(ticketed)
        self.stop.setEnabled(stopped)
        self.setVisible(count > 1)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        return button
