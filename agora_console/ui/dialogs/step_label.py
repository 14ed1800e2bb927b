"""StepLabel: number and name of one step of the way to a project, and whether it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.labels import label


class StepLabel(QWidget):
    """`1  App ID`, with a mark in front once the step is done."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self._name = self.tr("{0}  {1}").format(number, name)
        self._mark = QLabel()
        text = label(self._name, "title")
        text.setFont(scaled(text.font(), 1.05, bold=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, em(self, 0.3), 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(text)
        row.addWidget(self._mark)
        row.addStretch(1)
        self.set_done(False)

    def set_done(self, done: bool) -> None:
        """Mark the step as done, or not."""
        tint(self._mark, "check" if done else "blank", "green", 1.1)
        self.setAccessibleName(self.tr("{0}, done").format(self._name) if done else self._name)

    @property
    def done(self) -> bool:
        """Whether it is marked as done."""
        return self.accessibleName() != self._name
