"""SessionLines: a short list of recordings with their states, for a question about them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from agora_console.domain.session import Session
from agora_console.ui.look.looks import look
from agora_console.ui.look.metrics import em, tabular
from agora_console.ui.look.times import elapsed
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.labels import ElidedLabel, label

MOST_ROWS = 8


class SessionLines(QWidget):
    """At most eight rows, and how many more there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._more = label("", "muted")
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(em(self, 1.2))
        self._rows.setVerticalSpacing(em(self, 0.5))
        self._rows.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        column.addLayout(self._rows)
        column.addWidget(self._more)

    def show_sessions(self, sessions: Sequence[Session], now: float) -> None:
        """List these."""
        count = len(sessions)
        while len(self._lines) < min(count, MOST_ROWS):
            self._lines.append(_Line(self._rows, len(self._lines)))
        for number, line in enumerate(self._lines):
            line.show_session(sessions[number] if number < count else None, now)
        self._more.setText(self.tr("and {0} more").format(count - MOST_ROWS))
        self._more.setHidden(count <= MOST_ROWS)


class _Line:
    """One session: channel, mode and UID, state, time."""

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
        self._time.setText(elapsed(now - begin) if begin else "")
