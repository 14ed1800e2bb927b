"""PlanDialog: when the draft is to be started, and what is said of that in advance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, Severity
from agora_console.ui.dialogs.growing import grow
from agora_console.ui.look.metrics import em
from agora_console.ui.plans import words
from agora_console.ui.plans.time_field import TimeField
from agora_console.ui.widgets.labels import label


class PlanDialog(QDialog):
    """Not modal. `planned` carries a moment in seconds since the epoch, `moved` follows changes."""

    planned = Signal(float)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setModal(False)
        self.setWindowTitle(self.tr("Plan the start"))
        self._what = label("", "title", wrap=True, size=1.2)
        self.at = TimeField()
        asked = label(self.tr("Start at"), "muted")
        asked.setBuddy(self.at)
        self._problem = label("", "danger", wrap=True)
        self._keys = label("", "muted", wrap=True)
        self.plan = QPushButton(self.tr("Plan the start"))
        self.plan.setProperty("kind", "primary")
        self.plan.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Plan nothing (Esc)"))
        self.cancel.setAutoDefault(False)
        time = QHBoxLayout()
        time.setSpacing(em(self, 0.6))
        time.addWidget(asked)
        time.addWidget(self.at)
        time.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.plan)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.8), em(self, 1.5), em(self, 1.8), em(self, 1.5))
        column.setSpacing(em(self, 1.0))
        column.addWidget(self._what)
        column.addLayout(time)
        column.addWidget(self._problem)
        column.addWidget(label(words.conditions(), wrap=True))
        column.addWidget(self._keys)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self, 46))
        self.at.dateTimeChanged.connect(self.moved)
        self.plan.clicked.connect(lambda: self.planned.emit(self.moment()))
        self.cancel.clicked.connect(self.reject)

    def propose(self, value: QDateTime) -> None:
        """Show a moment; nothing is planned by that."""
        self.at.propose(value)

    def moment(self) -> float:
        """What the field says, in seconds since the epoch."""
        return words.moment(self.at.dateTime())

    def show_order(self, what: str, problems: Sequence[Problem]) -> None:
        """Say what would be started, and what keeps it from being planned."""
        wrong = [each for each in problems if each.severity is Severity.ERROR]
        self._what.setText(what)
        said = wrong[0].sentence if wrong else ""
        more = self.tr(" And {0} more problems in the draft.").format(len(wrong) - 1)
        self._problem.setText(said + (more if len(wrong) > 1 else ""))
        self._problem.setVisible(bool(wrong))
        self.plan.setEnabled(not wrong)
        self.plan.setToolTip(said)
        grow(self)

    def show_keys(self, *, run_only: bool) -> None:
        """Say where its secrets wait."""
        self._keys.setText(words.where_keys_are(run_only))
        grow(self)
