"""The bar of deadlines: what ends by itself, a planned stop, and an open case to be closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTimeEdit, QVBoxLayout, QWidget

from agora_console.domain.open_case import is_open_case
from agora_console.domain.session import Phase, Session
from agora_console.ui.look import times
from agora_console.ui.look.metrics import em, inset
from agora_console.ui.session.case_words import clock_time, deadline_lines, next_time
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import hint, label, say

_ENDING = frozenset({Phase.STOPPING, Phase.UPLOADING})

PROPOSED_AFTER = 3600.0
"""Seconds from now to the stop that is proposed."""


class CaseBar(QWidget):
    """Says what is due. `plan_requested` carries the moment of a stop, or None to forget it."""

    plan_requested = Signal(object)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._shown = 0.0, ""
        self.words = label("", "muted", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.at = QTimeEdit()
        self.at.setDisplayFormat(times.CLOCK_FIELD)
        inset(self.at)
        self.at.setAccessibleName(self.tr("Stop at"))
        self.at.setAccessibleDescription(self.tr("Local time"))
        self.at_label = label(self.tr("Stop at"), "muted")
        self.at_label.setBuddy(self.at)
        # A stop to come is as dangerous a click as one now, and passes the same gate.
        self.plan = HoldButton(
            self.tr("Hold to plan a stop"),
            confirm_key=Qt.Key.Key_P,
            confirm_text=self.tr("Press P to plan it, Esc to go on"),
        )
        self.plan.setProperty("kind", "")
        self.forget = QPushButton(self.tr("Do not stop it then"))
        self.forget.setProperty("kind", "link")
        self.close_case = HoldButton(
            self.tr("Hold to close the case"),
            confirm_key=Qt.Key.Key_C,
            confirm_text=self.tr("Press C to close, Esc to leave it open"),
        )
        self.close_case.setToolTip(
            self.tr("You have made sure that it is over. It is shown as your word, not as a proof.")
        )
        self.plan.held.connect(self._on_plan_held)
        self.forget.clicked.connect(lambda: self.plan_requested.emit(None))
        self.close_case.held.connect(self.close_requested)
        self._lay_out()

    def show_session(
        self, session: Session, now: float, read_only: str = "", locked: str = ""
    ) -> None:
        """Show what is due at `now`; without the means to change it where `read_only` says why.

        While `locked` says why, no stop is planned; one that is planned can be forgotten.
        """
        self._now = now
        if session.id != self._shown:
            self._shown = session.id
            hour, minute = clock_time(now + PROPOSED_AFTER)
            self.propose(QTime(hour, minute))
        self.plan.setEnabled(not locked)
        hint(self.plan, locked)
        planned = session.stop_planned_at is not None
        lines = " ".join(deadline_lines(session, now))
        say(self.words, lines)
        self.words.setVisible(bool(lines))
        can_plan = session.stoppable and session.phase not in _ENDING and not read_only
        can_plan = can_plan and session.live and session.phase is not Phase.OUT_OF_REACH
        self.forget.setVisible(can_plan and planned)
        for part in (self.at_label, self.at, self.plan):
            part.setVisible(can_plan and not planned)
        self.close_case.setVisible(is_open_case(session) and not read_only)
        self.setVisible(bool(lines) or can_plan or not self.close_case.isHidden())

    def propose(self, moment: QTime) -> None:
        """Put a time into the field; it is sent when the button beside it is held."""
        self.at.setTime(moment)

    def _on_plan_held(self) -> None:
        wanted = self.at.time()
        self.plan_requested.emit(next_time(wanted.hour(), wanted.minute(), self._now))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        tools = QHBoxLayout()
        tools.setSpacing(em(self, 0.6))
        tools.addWidget(self.at_label)
        tools.addWidget(self.at)
        tools.addWidget(self.plan)
        tools.addWidget(self.forget)
        tools.addStretch(1)
        tools.addWidget(self.close_case)
        column.addWidget(self.words)
        column.addLayout(tools)
