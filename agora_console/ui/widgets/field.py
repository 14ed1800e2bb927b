"""FieldRow: caption, editor, unit and hint, and below them what is wrong with the value."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.speech.spoken import said_problem
from agora_console.ui.widgets.labels import label, restyle

LABEL_EMS = 9.5
"""Width of the caption column in em, so that the rows of a form stand in line."""

TIGHT = 39.0
"""Below this width of a form, in em, captions stand above: large type on a small screen."""

SEVERITY_ROLES = {
    Severity.ERROR: "danger",
    Severity.WARNING: "amber",
    Severity.NOTE: "muted",
}
SEVERITY_ICONS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


class FieldRow(QWidget):
    """One field of a form. `fix_requested` carries the Fix whose button was pressed.

    What most rows never show is made when it is: a hint, and what is wrong.
    """

    fix_requested = Signal(object)

    def __init__(
        self,
        caption: str,
        editor: QWidget,
        unit: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._problem: Problem | None = None
        self._caption = self._make_caption(caption)
        self._dot = _SentDot()
        self._unit = unit
        self._hint: QLabel | None = None
        self._trouble: _Trouble | None = None
        self._line = QHBoxLayout()
        self._line.setSpacing(em(self, 0.6))
        self._line.addWidget(editor)
        if unit:
            self._line.addWidget(label(unit, "muted"))
        self._stretches = int(editor.sizePolicy().horizontalPolicy() in _NARROW)
        if self._stretches:
            self._line.addStretch(1)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.7))
        grid.setVerticalSpacing(em(self, 0.2))
        grid.addLayout(self._line, 1, 2)
        grid.setColumnStretch(2, 1)
        self._stacked: bool | None = None
        self.set_stacked(False)
        self.set_hint(hint)

    def add_widget(self, widget: QWidget) -> None:
        """Put another widget behind the editor, before the free space."""
        self._line.insertWidget(self._line.count() - self._stretches, widget)

    def set_problem(self, problem: Problem | None) -> None:
        """Show what is wrong, with its fix as a button; None clears it."""
        if problem == self._problem:
            return
        self._problem = problem
        if self._trouble is None:
            self._trouble = self._make_trouble()
        self._trouble.show_problem(problem)
        restyle(self.editor, "problem", problem.severity.value if problem else "")
        self._describe()

    def problem(self) -> Problem | None:
        """What is shown as wrong."""
        return self._problem

    def set_caption(self, caption: str) -> None:
        """Change the caption, and with it what the editor is called."""
        if self.editor.accessibleName() == self._caption.text():
            self.editor.setAccessibleName(caption)
        self._caption.setText(caption)

    def set_sent(self, sent: bool) -> None:
        """Mark that the value is set and part of the request."""
        if self._dot.set_sent(sent):
            self._describe()

    def set_stacked(self, stacked: bool) -> None:
        """Put the caption above the editor, or beside it."""
        if stacked is self._stacked:
            return
        self._stacked = stacked
        for part in (self._caption, self._dot):
            self._grid.removeWidget(part)
        side = Qt.AlignmentFlag.AlignLeft if stacked else Qt.AlignmentFlag.AlignRight
        self._caption.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        width = em(self, LABEL_EMS)
        self._caption.setMinimumWidth(0 if stacked else width)
        self._caption.setMaximumWidth(_UNLIMITED if stacked else width)
        row, column = (0, 2) if stacked else (1, 0)
        self._grid.addWidget(self._caption, row, column)
        self._grid.addWidget(self._dot, row, 1)

    def set_hint(self, text: str) -> None:
        """Change the muted line below the editor; empty hides it."""
        if self._hint is None and text:
            self._hint = label("", "muted", wrap=True)
            self._grid.addWidget(self._hint, 3, 2)
        if self._hint is not None:
            self._hint.setText(text)
            self._hint.setVisible(bool(text))
        self._describe()

    def _make_trouble(self) -> _Trouble:
        made = _Trouble()
        made.fix_requested.connect(self.fix_requested)
        here = self.window()  # the list of a combo box is a window of its own
        inside = (each for each in self.findChildren(QWidget) if each.window() is here)
        stops = [each for each in inside if _is_stop(each)]
        self._grid.addWidget(made, 2, 2)
        if stops:  # or Tab would come to it after all that was there before
            QWidget.setTabOrder(stops[-1], made.button)
        return made

    def _make_caption(self, caption: str) -> QLabel:
        made = label(caption, "muted", wrap=True)
        made.setBuddy(self.editor)
        if not self.editor.accessibleName():
            self.editor.setAccessibleName(caption)
        return made

    def _describe(self) -> None:
        hint = self._hint.text() if self._hint is not None else ""
        said = [self._unit, hint, self._dot.accessibleName()]
        if self._problem is not None:
            said.insert(0, said_problem(self._problem).sentence)
        self.editor.setAccessibleDescription(
            ". ".join(text.removesuffix(".") for text in said if text)
        )


class _SentDot(QLabel):
    """A small dot that says "this one is sent"."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(em(self, 0.6))
        self._sent: bool | None = None
        self.set_sent(False)

    def set_sent(self, sent: bool) -> bool:
        """True when that is new."""
        if sent is self._sent:
            return False
        self._sent = sent
        self.setToolTip(self.tr("Set, and sent with the request") if sent else "")
        self.setAccessibleName(self.tr("sent") if sent else "")
        tint(self, "sent" if sent else "blank", "link", 0.5)
        return True


class _Trouble(QWidget):
    """Icon, sentence and fix below an editor."""

    fix_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._icon = QLabel()
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._fix: Fix | None = None
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.35))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1000)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)

    def show_problem(self, problem: Problem | None) -> None:
        self.setVisible(problem is not None)
        self._fix = problem.fix if problem else None
        if problem is None:
            return
        problem = said_problem(problem)
        role = SEVERITY_ROLES[problem.severity]
        tint(self._icon, SEVERITY_ICONS[problem.severity], role, 1.1)
        restyle(self._text, "role", role)
        self._text.setText(problem.sentence)
        self._text.setMaximumWidth(
            self._text.fontMetrics().horizontalAdvance(problem.sentence) + em(self, 0.5)
        )
        self.button.setVisible(problem.fix is not None)
        self.button.setText(problem.fix.label if problem.fix else "")

    def _on_button_clicked(self) -> None:
        if self._fix is not None:
            self.fix_requested.emit(self._fix)


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def stack(root: QWidget, stacked: bool) -> None:
    """Put the captions of every row below `root` above their editors, or beside them."""
    for row in root.findChildren(FieldRow):
        row.set_stacked(stacked)


_NARROW = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
_UNLIMITED = 16_777_215  # Qt's own figure for a size without a limit
