"""One medium: everybody, only some people, or all but some."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem
from agora_console.ui.look.metrics import em
from agora_console.ui.session.subscription import Choice, Whom, read_uids
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.segmented import SegmentedControl


class WhomRow(QWidget):
    """`changed` follows each change, `left` says that the UIDs are finished."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.whom = SegmentedControl(
            [
                (Whom.EVERYBODY, self.tr("Everybody")),
                (Whom.ONLY, self.tr("Only")),
                (Whom.ALL_BUT, self.tr("All but")),
            ],
            name,
        )
        self.uids = QLineEdit()
        self.uids.setPlaceholderText(self.tr("1001, 1002"))
        self.uids.setAccessibleName(self.tr("{0}: UIDs").format(name))
        self._first = FieldRow(name, self.whom)
        self._second = FieldRow(self.tr("UIDs"), self.uids, hint=self.tr("32 at most"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        column.addWidget(self._first)
        column.addWidget(self._second)
        self.whom.value_changed.connect(self._on_whom_changed)
        self.uids.textEdited.connect(lambda _: self.changed.emit())
        self.uids.editingFinished.connect(self.left)
        self._show_uids()

    def choice(self) -> Choice:
        """What is chosen; UIDs that were typed stay in sight for the other lists."""
        whom = Whom(str(self.whom.value()))
        return Choice(whom, () if whom is Whom.EVERYBODY else read_uids(self.uids.text()))

    def set_choice(self, choice: Choice) -> None:
        """Show a choice."""
        with QSignalBlocker(self):
            self.whom.set_value(choice.whom)
            self.uids.setText(", ".join(choice.uids))
        self._show_uids()

    def set_problem(self, problem: Problem | None) -> None:
        """Say what Agora would refuse."""
        (self._first if self._second.isHidden() else self._second).set_problem(problem)
        (self._second if self._second.isHidden() else self._first).set_problem(None)

    def problem(self) -> Problem | None:
        """What is shown as wrong."""
        return self._second.problem() or self._first.problem()

    def _on_whom_changed(self) -> None:
        self._show_uids()
        self.changed.emit()
        self.left.emit()

    def _show_uids(self) -> None:
        self._second.setVisible(self.whom.value() != Whom.EVERYBODY)
