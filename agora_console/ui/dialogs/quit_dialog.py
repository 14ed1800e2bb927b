"""QuitDialog: what becomes of the recordings when the window closes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.session import Session
from agora_console.domain.states import look
from agora_console.ui.metrics import em, tabular
from agora_console.ui.session_rows import clock_time
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import ElidedLabel, label

_MOST_ROWS = 8


class QuitDialog(QDialog):
    """Leave running (the default), stop all (held), or stay (`rejected`, also by Esc).

    After "stop all" it stays open and shows how the recordings end; `show_sessions` updates it.
    """

    leave_chosen = Signal()
    stop_all_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Leave Agora Console?"))
        self._title = label("", "title", wrap=True, size=1.2)
        self._text = label("", wrap=True)
        self._lines: list[_Line] = []
        self._more = label("", "muted")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(em(self, 1.2))
        self._rows.setVerticalSpacing(em(self, 0.5))
        self._rows.setColumnStretch(0, 1)
        self.leave = QPushButton(self.tr("Leave running"))
        self.leave.setProperty("kind", "primary")
        self.leave.setDefault(True)
        self.leave.setToolTip(self.tr("Close the window; Agora goes on recording (Enter)"))
        self.stop_all = HoldButton(self.tr("Hold to stop all"))
        self.stop_all.setToolTip(self.tr("Hold for one second: stops every recording, then leaves"))
        self.stop_all.setAutoDefault(False)
        self.stay = QPushButton(self.tr("Cancel"))
        self.stay.setToolTip(self.tr("Go on working (Esc)"))
        self.stay.setAutoDefault(False)
        self._lay_out()
        self.leave.clicked.connect(self._on_leave_clicked)
        self.stop_all.held.connect(self._on_stop_all_held)
        self.stay.clicked.connect(self.reject)

    def show_sessions(self, sessions: Sequence[Session], now: float) -> None:
        """List what may be recording."""
        count = len(sessions)
        self._title.setText(
            self.tr("1 recording goes on when you leave")
            if count == 1
            else self.tr("{0} recordings go on when you leave").format(count)
        )
        while len(self._lines) < min(count, _MOST_ROWS):
            self._lines.append(_Line(self._rows, len(self._lines)))
        for number, line in enumerate(self._lines):
            line.show_session(sessions[number] if number < count else None, now)
        self._more.setText(self.tr("and {0} more").format(count - _MOST_ROWS))
        self._more.setHidden(count <= _MOST_ROWS)

    def _lay_out(self) -> None:
        self._text.setText(
            self.tr(
                "Closing the window stops nothing. Agora records and bills until each recording is "
                "stopped, or until its channel has been empty for its idle time. Nobody watches "
                "meanwhile; when you open the console again it finds them and goes on."
            )
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        buttons.addWidget(self.stop_all)
        buttons.addStretch(1)
        buttons.addWidget(self.stay)
        buttons.addWidget(self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.8), em(self, 1.5), em(self, 1.8), em(self, 1.5))
        column.setSpacing(em(self, 1.1))
        column.addWidget(self._title)
        column.addLayout(self._rows)
        column.addWidget(self._more)
        column.addWidget(self._text)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self, 52))
        self.setTabOrder(self.leave, self.stay)
        self.setTabOrder(self.stay, self.stop_all)
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave_clicked(self) -> None:
        self.leave_chosen.emit()
        self.accept()

    def _on_stop_all_held(self) -> None:
        self.setWindowTitle(self.tr("Stopping"))
        self._text.setText(
            self.tr(
                "Stop is on its way to Agora. The window closes by itself when nothing records "
                "any more. If you leave now, what has not ended yet may go on recording."
            )
        )
        self.stop_all.setEnabled(False)
        self.leave.setText(self.tr("Leave now"))
        self.stay.setText(self.tr("Stay"))
        self.stop_all_chosen.emit()


class _Line:
    """One session in the list: channel, mode and UID, state, time."""

    def __init__(self, grid: QGridLayout, row: int) -> None:
        self._name = ElidedLabel()
        self._name.setProperty("role", "title")
        self._name.setMinimumWidth(em(self._name, 8))
        self._what = label("", "muted")
        self._chip = StateChip()
        self._time = label("")
        self._time.setFont(tabular(self._time.font()))
        self._widgets = (self._name, self._what, self._chip, self._time)
        for column, widget in enumerate(self._widgets):
            grid.addWidget(widget, row, column)

    def show_session(self, session: Session | None, now: float) -> None:
        for widget in self._widgets:
            widget.setHidden(session is None)
        if session is None:
            return
        begin = session.confirmed_at or session.started_at
        self._name.setText(session.cname)
        self._what.setText(f"{session.mode} · uid {session.uid}")
        self._chip.set_look(look(session, now))
        self._time.setText(clock_time(now - begin) if begin else "")
