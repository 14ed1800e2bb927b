"""The bar below the form: how many problems, the first of them in words, and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from agora_console.domain.problems import Problem, Severity
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.field import SEVERITY_ICONS, SEVERITY_ROLES
from agora_console.ui.widgets.labels import ElidedLabel, label

NARROW = 46.0
"""Below this width, in em, the preflight is in the menu alone."""


class StartBar(QFrame):
    """`start_requested`, `preflight_requested`, and `problem_chosen` with the Problem to see."""

    start_requested = Signal()
    preflight_requested = Signal()
    problem_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._first: Problem | None = None
        self._errors = _Count(Severity.ERROR)
        self._warnings = _Count(Severity.WARNING)
        self.sentence = ElidedLabel()
        self.show_first = QPushButton(self.tr("Show"))
        self.show_first.setProperty("kind", "link")
        self.show_first.setToolTip(self.tr("Go to the field"))
        self.show_first.clicked.connect(self._on_show_first_clicked)
        self.preflight = QPushButton(self.tr("Preflight…"))
        self.preflight.setToolTip(
            self.tr("Go or no-go: asks what can be asked before a start (Ctrl+Shift+P)")
        )
        self.preflight.clicked.connect(self.preflight_requested)
        self.start = QPushButton(self.tr("Start recording"))
        self.start.setProperty("kind", "primary")
        self.start.clicked.connect(self.start_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.4), em(self, 0.7), em(self, 1.4), em(self, 0.7))
        row.setSpacing(em(self, 0.7))
        for widget in (self._errors, self._warnings):
            row.addWidget(widget)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.show_first)
        row.addWidget(self.preflight)
        row.addWidget(self.start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large type on a small screen leaves room for one word, and that is Start."""
        super().resizeEvent(event)
        self.preflight.setVisible(self.width() >= em(self, NARROW))

    def show_problems(self, problems: Sequence[Problem], *, ready: str, blocked: str = "") -> None:
        """Show the verdict; `ready` is said when nothing is wrong, `blocked` when Start waits."""
        errors = [each for each in problems if each.severity is Severity.ERROR]
        warnings = [each for each in problems if each.severity is Severity.WARNING]
        self._errors.show_count(len(errors), self.tr("problem"), self.tr("problems"))
        self._warnings.show_count(len(warnings), self.tr("warning"), self.tr("warnings"))
        self._first = next(iter([*errors, *warnings]), None)
        verdict = blocked or (said(self._first.sentence) if self._first else ready)
        self.sentence.setText(verdict)
        self.sentence.setAccessibleName(verdict)
        self.show_first.setVisible(self._first is not None and bool(self._first.path))
        reason = blocked or (said(errors[0].sentence) if errors else "")
        self.start.setEnabled(not reason)
        keys = self.tr("Ctrl+Enter")
        self.start.setToolTip(
            self.tr("{0} ({1})").format(reason or self.tr("acquire and start"), keys)
        )
        self.start.setAccessibleDescription(reason or keys)

    def _on_show_first_clicked(self) -> None:
        if self._first is not None:
            self.problem_chosen.emit(self._first)


class _Count(QWidget):
    """Icon, number and word; hidden while there is nothing to count."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        role = SEVERITY_ROLES[severity]
        icon = QLabel()
        tint(icon, SEVERITY_ICONS[severity], role, 1.15)
        self._text = label("", role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.35))
        row.addWidget(icon)
        row.addWidget(self._text)
        self.hide()

    def show_count(self, count: int, one: str, many: str) -> None:
        self._text.setText(f"{count} {one if count == 1 else many}")
        self.setVisible(count > 0)
