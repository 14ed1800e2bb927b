"""StopAllDialog: which recordings "stop all" means, and the hold that does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.session import Session
from agora_console.ui.dialogs.growing import grow
from agora_console.ui.dialogs.session_lines import SessionLines
from agora_console.ui.dialogs.stop_all_card import StopAllCard
from agora_console.ui.metrics import em
from agora_console.ui.widgets.labels import label


class StopAllDialog(QDialog):
    """Not modal: the window stays usable. `ordered` carries the Consent; it shows what becomes."""

    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setModal(False)
        self.setWindowTitle(self.tr("Stop all recordings"))
        self._done = False
        self._title = label("", "title", wrap=True, size=1.2)
        self._text = label("", wrap=True)
        self._lines = SessionLines()
        self.card = StopAllCard()
        self.stop_all = self.card.button
        self.stop_all.setToolTip(self.tr("Hold for one second: stops every recording listed here"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop nothing (Esc)"))
        self.cancel.setDefault(True)
        self._lay_out()
        self.card.ordered.connect(self.ordered)
        self.card.asked.connect(lambda: grow(self))
        self.cancel.clicked.connect(self.reject)

    def show_sessions(self, sessions: Sequence[Session], now: float, locked: str) -> None:
        """List what can be stopped; once it was ordered, what has not ended yet."""
        count = len(sessions)
        self._title.setText(self._title_of(count))
        self._text.setText(self._text_of(count))
        self._lines.show_sessions(sessions, now)
        self.stop_all.set_caption(self.tr("Hold to stop {0}").format(count))
        self.stop_all.setVisible(not self._done and count > 0)
        self.card.show_state(count, "" if self._done else locked, ordered=self._done)
        grow(self)

    def show_ordered(self) -> None:
        """From now on it only shows how the recordings end."""
        self._done = True
        self.cancel.setText(self.tr("Close"))
        self.cancel.setToolTip(self.tr("Close this list; what was ordered goes on (Esc)"))

    def _title_of(self, count: int) -> str:
        if self._done:
            if not count:
                return self.tr("Every one of them has ended")
            if count == 1:
                return self.tr("1 has not ended yet")
            return self.tr("{0} have not ended yet").format(count)
        if not count:
            return self.tr("There is nothing that could be stopped")
        if count == 1:
            return self.tr("Stop 1 recording?")
        return self.tr("Stop all {0} recordings?").format(count)

    def _text_of(self, count: int) -> str:
        if self._done:
            return self.tr("Stop is on its way to Agora, and is repeated until the end is proven.")
        if not count:
            return ""
        return self.tr(
            "A recording that is stopped cannot go on; a new one is a start of its own. Hold the "
            "button for a second, or press Space on it and type the number."
        )

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        buttons.addWidget(self.stop_all)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.8), em(self, 1.5), em(self, 1.8), em(self, 1.5))
        column.setSpacing(em(self, 1.1))
        column.addWidget(self._title)
        column.addWidget(self._lines)
        column.addWidget(self._text)
        column.addWidget(self.card)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self, 52))
        self.setTabOrder(self.cancel, self.stop_all)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
