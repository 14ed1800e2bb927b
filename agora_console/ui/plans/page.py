"""PlanPage: one planned start - when, what, and how it is changed or given up."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.planned_start import PlannedStart, plan_look
from agora_console.ui.look.looks import said_look
from agora_console.ui.look.metrics import em, scaled, tabular
from agora_console.ui.look.times import both, elapsed
from agora_console.ui.plans import words
from agora_console.ui.plans.time_field import TimeField
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.chip import StateChip
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.wrapping import WrappingRow


class PlanPage(QWidget):
    """Each wish carries the id of the plan; `move_requested` also the moment."""

    move_requested = Signal(str, float)
    drop_requested = Signal(str)
    start_requested = Signal(str)
    draft_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.plan_id = ""
        self.notice = Notice()
        self._channel = label("", "title", size=1.5)
        self.chip = StateChip()
        self._what = label("", "muted", wrap=True)
        self._left = label("", "title")
        self._left.setFont(tabular(scaled(self._left.font(), 2.6, bold=True)))
        self._left.setAccessibleName(self.tr("Time until the start"))
        self._sentence = label("", wrap=True)
        self._conditions = label(words.conditions(), "muted", wrap=True)
        self._keys = label("", "muted", wrap=True)
        self.at = TimeField()
        self.move_button = QPushButton(self.tr("Change the time"))
        self.start = QPushButton(self.tr("Start now"))
        self.start.setToolTip(self.tr("Start this recording at once instead of at its time"))
        self.drop = HoldButton(
            self.tr("Hold to give up the plan"),
            confirm_key=Qt.Key.Key_G,
            confirm_text=self.tr("Press G to give it up, Esc to keep it"),
        )
        self.edit = QPushButton(self.tr("Put into the draft"))
        self.edit.setToolTip(self.tr("Copies channel, UID and config; the plan stays as it is"))
        self._lay_out()
        self.move_button.clicked.connect(
            lambda: self.move_requested.emit(self.plan_id, words.moment(self.at.dateTime()))
        )
        self.start.clicked.connect(lambda: self.start_requested.emit(self.plan_id))
        self.drop.held.connect(lambda: self.drop_requested.emit(self.plan_id))
        self.edit.clicked.connect(lambda: self.draft_requested.emit(self.plan_id))

    def show_plan(self, plan: PlannedStart, now: float, project: str, refused: str = "") -> None:
        """Show a plan at `now`; `refused` says why it cannot be changed at present."""
        if plan.id != self.plan_id:
            self.plan_id = plan.id
            self.notice.clear()
            self.at.propose(words.proposed(now) if plan.trouble else _shown(plan.at))
        self.chip.set_look(said_look(plan_look(plan, now)))
        self._channel.setText(plan.cname)
        parts = (plan.mode, f"uid {plan.uid}", project)
        self._what.setText(" · ".join(part for part in parts if part))
        self._left.setText("" if plan.trouble else f"−{elapsed(plan.at - now)}")
        self._left.setVisible(not plan.trouble)
        at = self.tr("Planned for {0}.").format(both(plan.at))
        self._sentence.setText(f"{said(plan.trouble)} {at}".strip())
        restyle(self._sentence, "role", "amber" if plan.trouble else "")
        self._keys.setText(words.where_keys_are(plan.run_only))
        for button in (self.move_button, self.start, self.drop):
            button.setEnabled(not refused)
            if refused:
                button.setToolTip(said(refused))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.8))
        head.addWidget(self._channel)
        head.addWidget(self.chip)
        head.addStretch(1)
        card = Card(self.tr("Planned start"))
        for part in (self._left, self._sentence, self._conditions, self._keys):
            card.body.addWidget(part)
        asked = label(self.tr("Start at"), "muted")
        asked.setBuddy(self.at)
        row = WrappingRow(None, em(self, 0.6))
        tools = (asked, self.at, self.move_button, self.start, self.edit, self.drop)
        for tool in tools:
            row.addWidget(tool)
        card.body.addLayout(row)
        scrolled = Scrolled()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
        column = QVBoxLayout(scrolled.inner)
        edge = em(self, 1.4)
        column.setContentsMargins(edge, em(self, 1), edge, em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.notice)
        column.addLayout(head)
        column.addWidget(self._what)
        column.addWidget(card)
        column.addStretch(1)
        self.setFocusProxy(self.at)


def _shown(at: float) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(at))
