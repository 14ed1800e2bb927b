"""Notice: a Problem as a bar in the page, a sentence first and the raw answer folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.problems import Problem
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.speech.saying import announce
from agora_console.ui.speech.spoken import said_problem
from agora_console.ui.widgets.field import SEVERITY_ICONS, SEVERITY_ROLES
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.widgets.labels import label, restyle

_DETAIL_LINES = 6


class Notice(QFrame):
    """What happened, what still holds, the one thing to do; hidden while there is nothing.

    `dismissed` says that the person closed it, `fix_requested` carries the Fix that was pressed.
    """

    dismissed = Signal()
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._problem: Problem | None = None
        self._icon = QLabel()
        self._sentence = _selectable(label("", "title", wrap=True))
        self._rest = _selectable(label("", wrap=True))
        self._fix = QPushButton()
        self._fold = FoldButton(self.tr("Details"))
        self._detail: QPlainTextEdit | None = None
        self._copy = QToolButton()
        self._copy.setText(self.tr("Copy details"))
        self._copy.setProperty("kind", "link")
        self._close = QToolButton()
        self._close.setProperty("kind", "flat")
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        tint(self._close, "close", "muted", 1.0)
        self._lay_out()
        self._fix.clicked.connect(self._on_fix_clicked)
        self._fold.toggled.connect(self._on_fold_toggled)
        self._copy.clicked.connect(self._on_copy_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self.clear()

    def problem(self) -> Problem | None:
        """What is shown."""
        return self._problem

    def show_problem(self, problem: Problem) -> None:
        """Show a problem; the same one again changes nothing."""
        if problem == self._problem:
            return
        self._problem = problem
        problem = said_problem(problem)
        restyle(self, "severity", problem.severity.value)
        tint(self._icon, SEVERITY_ICONS[problem.severity], SEVERITY_ROLES[problem.severity], 1.35)
        self._sentence.setText(problem.sentence)
        rest = " ".join(part for part in (problem.holds, problem.action) if part)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        self._fix.setVisible(problem.fix is not None)
        self._fix.setText(problem.fix.label if problem.fix else "")
        if self._detail is not None:
            self._detail.setPlainText(problem.detail)
        self._fold.setVisible(bool(problem.detail))
        self._fold.setChecked(False)
        self._on_fold_toggled(False)
        self.setAccessibleName(problem.sentence)
        self.setAccessibleDescription(rest)
        self.show()
        announce(self, f"{problem.sentence} {rest}".strip())

    def clear(self) -> None:
        """Hide it and forget the problem."""
        self._problem = None
        self.hide()

    def _make_detail(self) -> QPlainTextEdit:
        """Made when somebody wants to see it; Tab comes to it before it goes on."""
        detail = QPlainTextEdit()
        detail.setReadOnly(True)
        detail.setTabChangesFocus(True)
        detail.setFont(mono(self.font(), 0.92))
        detail.setMaximumHeight(detail.fontMetrics().lineSpacing() * _DETAIL_LINES + em(self, 1))
        detail.setAccessibleName(self.tr("Details of the problem"))
        self._text.addWidget(detail)
        QWidget.setTabOrder(self._copy, detail)
        return detail

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.5))
        buttons.addWidget(self._fix)
        buttons.addWidget(self._fold)
        buttons.addWidget(self._copy)
        buttons.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(em(self, 0.3))
        text.addWidget(self._sentence)
        text.addWidget(self._rest)
        text.addLayout(buttons)
        self._text = text
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.9), em(self, 0.7), em(self, 0.7), em(self, 0.7))
        row.setSpacing(em(self, 0.7))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_fold_toggled(self, open_: bool) -> None:
        self._copy.setVisible(open_)
        if open_ and self._detail is None and self._problem is not None:
            self._detail = self._make_detail()
            self._detail.setPlainText(said_problem(self._problem).detail)
        if self._detail is not None:
            self._detail.setVisible(open_)

    def _on_copy_clicked(self) -> None:
        if self._problem is not None:
            shown = said_problem(self._problem)
            said = (shown.sentence, shown.holds, shown.detail)
            QGuiApplication.clipboard().setText("\n".join(part for part in said if part))

    def _on_fix_clicked(self) -> None:
        if self._problem is not None and self._problem.fix is not None:
            self.fix_requested.emit(self._problem.fix)

    def _on_close_clicked(self) -> None:
        self.clear()
        self.dismissed.emit()


def _selectable(made: QLabel) -> QLabel:
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
