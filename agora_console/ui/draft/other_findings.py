"""Problems that no field of the form stands for, such as keys it does not know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.problems import Problem
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.notice import Notice

_SHOWN = 5


class OtherFindings(QWidget):
    """A notice for each of the first problems; hidden while there is none."""

    fix_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._notices: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.5))
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""
        shown = problems[:_SHOWN]
        while len(self._notices) < len(shown):
            notice = Notice()
            notice.fix_requested.connect(self.fix_requested)
            self._notices.append(notice)
            self._column.addWidget(notice)
        for notice, problem in zip(self._notices, shown, strict=False):
            notice.show_problem(problem)
        for notice in self._notices[len(shown) :]:
            notice.clear()
        self.setVisible(bool(shown))
