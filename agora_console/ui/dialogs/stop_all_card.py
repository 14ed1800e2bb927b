"""StopAllCard: hold to stop everything, or type how many that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.services.gate import ALL_WORDS, HELD, Consent, Means
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.confirm import ConfirmLine
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import label


class StopAllCard(QWidget):
    """`ordered` carries the Consent; `asked` says that there is a line to type in now.

    The button is handed out, to stand where its dialog wants it.

    What is said of the lock and the line to type in stand here. With `by_number` only the number
    is asked for, because not all are meant.
    """

    ordered = Signal(object)
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.by_number = False
        self.button = HoldButton(self.tr("Hold to stop all"))
        self.button.setAutoDefault(False)
        self.line = ConfirmLine()
        self.line.cancel.hide()  # the dialog has one
        self._why_not = label("", "amber", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        column.addWidget(self._why_not)
        column.addWidget(self.line)
        self.button.held.connect(lambda: self.ordered.emit(HELD))
        self.button.confirm_requested.connect(self.ask)
        self.line.confirmed.connect(lambda typed: self.ordered.emit(Consent(Means.TYPED, typed)))
        self.show_state(0, "")

    def show_state(self, count: int, locked: str, *, ordered: bool = False) -> None:
        """`locked` says why nothing can be stopped; `ordered` that it has been."""
        if count != self._count or locked or ordered:
            self.line.withdraw()  # another number is another order
        self._count = count
        self.button.setEnabled(bool(count) and not locked and not ordered)
        self._why_not.setText(locked)
        self._why_not.setVisible(bool(locked))
        self.setVisible(bool(locked) or self.line.asking)

    def ask(self) -> None:
        """Have it confirmed by typing."""
        number = str(self._count)
        if self.by_number:
            asked = self.tr("Type {0}, the number of the recordings:").format(number)
            self.line.ask(asked, (number,), self.tr("Stop them"))
        else:
            asked = self.tr("Type {0}, the number of the recordings, or “{1}”:")
            asked = asked.format(number, ALL_WORDS)
            self.line.ask(asked, (number, ALL_WORDS), self.tr("Stop all"))
        self.show()
        self.asked.emit()
