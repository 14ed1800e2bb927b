"""QuitDialog: what becomes of the recordings when the window closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from agora_console.domain.session import Session
from agora_console.ui.dialogs.ending_dialog import EndingDialog
from agora_console.ui.dialogs.growing import grow
from agora_console.ui.widgets.labels import label


class QuitDialog(EndingDialog):
    """Leave running (the default), stop all (held), or stay (`rejected`, also by Esc).

    `stop_all_chosen` carries the Consent. After `show_stopping` it stays open and shows how the
    recordings end; `show_sessions` updates it.
    """

    leave_chosen = Signal()
    stop_all_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Leave Agora Console?"))
        self._stopping = False
        self.leave = QPushButton(self.tr("Leave running"))
        self.leave.setProperty("kind", "primary")
        self.leave.setDefault(True)
        self.leave.setToolTip(self.tr("Close the window; Agora goes on recording (Enter)"))
        self.stop_all.setToolTip(self.tr("Hold for one second: stops every recording, then leaves"))
        self.stay = QPushButton(self.tr("Cancel"))
        self.stay.setToolTip(self.tr("Go on working (Esc)"))
        self.stay.setAutoDefault(False)
        self.words.setText(
            self.tr(
                "Closing the window stops nothing. Agora records and bills until each recording is "
                "stopped, or until its channel has been empty for its idle time. Nobody watches "
                "meanwhile; when you open the console again it finds them and goes on."
            )
        )
        self.plans = label("", "amber", wrap=True)
        self.plans.hide()
        self.lay_out(self.stay, self.leave)
        self.body.insertWidget(self.body.indexOf(self.words) + 1, self.plans)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.card.ordered.connect(self.stop_all_chosen)
        self.stay.clicked.connect(self.reject)

    def show_sessions(
        self,
        sessions: Sequence[Session],
        now: float,
        *,
        stoppable: int,
        locked: str,
        planned: int = 0,
    ) -> None:
        """List what may be recording, and whether all of that can be stopped."""
        count = len(sessions)
        self.heading.setText(
            self.tr("1 recording goes on when you leave")
            if count == 1
            else self.tr("{0} recordings go on when you leave").format(count)
        )
        if planned and not self._stopping:
            self.plans.setText(
                self.tr("Planned starts: {0}. None comes while no console runs.").format(planned)
            )
        self.plans.setVisible(bool(planned))
        self.lines.show_sessions(sessions, now)
        self.card.show_state(stoppable, locked, ordered=self._stopping)
        grow(self)

    def show_stopping(self) -> None:
        """Say that the stop is on its way, and that leaving now leaves what has not ended."""
        self._stopping = True
        self.setWindowTitle(self.tr("Stopping"))
        self.words.setText(
            self.tr(
                "Stop is on its way to Agora. The window closes by itself when nothing records "
                "any more. If you leave now, what has not ended yet may go on recording."
            )
        )
        self.leave.setText(self.tr("Leave now"))
        self.stay.setText(self.tr("Stay"))

    def _on_leave_clicked(self) -> None:
        self.leave_chosen.emit()
        self.accept()
