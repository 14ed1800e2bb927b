"""StopAllDialog: which recordings "stop all" means, and the hold that does it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from agora_console.domain.session import Session
from agora_console.ui.dialogs.ending_dialog import EndingDialog
from agora_console.ui.dialogs.growing import grow


class StopAllDialog(EndingDialog):
    """Not modal: the window stays usable. `ordered` carries the Consent; it shows what becomes.

    `chosen` is how many rows somebody has chosen; 0 means all recordings.
    """

    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None, chosen: int = 0) -> None:
        super().__init__(parent)
        self.setModal(False)
        all_ = self.tr("Stop all recordings")
        self.setWindowTitle(self.tr("Stop the chosen recordings") if chosen else all_)
        self._chosen = chosen
        self._done = False
        self.stop_all.setToolTip(self.tr("Hold for one second: stops every recording listed here"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Stop nothing (Esc)"))
        self.cancel.setDefault(True)
        self.card.by_number = bool(chosen)
        self.lay_out(self.cancel)
        self.card.ordered.connect(self.ordered)
        self.cancel.clicked.connect(self.reject)

    def show_sessions(self, sessions: Sequence[Session], now: float, locked: str) -> None:
        """List what can be stopped; once it was ordered, what has not ended yet."""
        count = len(sessions)
        self.heading.setText(self._title_of(count))
        self.words.setText(self._text_of(count))
        self.lines.show_sessions(sessions, now)
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
        if self._chosen:
            return self.tr("Stop these {0} recordings?").format(count)
        return self.tr("Stop all {0} recordings?").format(count)

    def _text_of(self, count: int) -> str:
        if self._done:
            return self.tr("Stop is on its way to Agora, and is repeated until the end is proven.")
        if not count:
            return ""
        said = self.tr(
            "A recording that is stopped cannot go on; a new one is a start of its own. Hold the "
            "button for a second, or press Space on it and type the number."
        )
        if count < self._chosen:
            left = self._chosen - count
            left_out = self.tr("Of the {0} chosen, {1} cannot be stopped or have ended.")
            said = f"{left_out.format(self._chosen, left)} {said}"
        return said
