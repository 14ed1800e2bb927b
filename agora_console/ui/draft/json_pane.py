"""JsonPane: the config as JSON to type, and below it what is wrong with the line of the cursor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from agora_console.domain.intake.json_places import nearest, places
from agora_console.domain.intake.recognise import write_document
from agora_console.domain.problems import Fix, Problem
from agora_console.ui.draft.json_editor import LONGEST, JsonEditor, Mark
from agora_console.ui.draft.json_fault import FAULT, json_fault
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.taken_words import left_out
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.notice import Notice

_BACK = "json:back"


class JsonPane(Card):
    """A view of the draft's config. `fix_requested` carries the Fix of a problem, `left` says that
    the text is finished and may be judged, `brought` carries a pasted cURL line.
    """

    fix_requested = Signal(object)
    left = Signal()
    brought = Signal(str)

    def __init__(self, model: DraftModel) -> None:
        super().__init__()
        self._model = model
        self._told: Problem | None = None
        self.set_title(self.tr("Config as JSON"))
        self.set_hint(self.tr("what was set, without secrets"))
        self.format = QPushButton(self.tr("Format"))
        self.format.setToolTip(self.tr("Write it anew: one key a line, two blanks a level"))
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy the config, as CONFIG.json has it"))
        self.editor = JsonEditor()
        self.editor.setAccessibleName(self.tr("Config as JSON"))
        self.editor.setMinimumHeight(em(self, 10))
        self.notice = Notice()
        for button in (self.format, self.copy):
            self.header.addWidget(button)
        self.body.addWidget(self.editor, 1)
        self.body.addWidget(self.notice)
        self.setFocusProxy(self.editor)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.format.clicked.connect(self._model.discard_text)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.editor.typed.connect(self._model.type_json)
        self.editor.left_out.connect(self._on_left_out)
        self.editor.refused.connect(self._on_refused)
        self.editor.brought.connect(self.brought)
        self.editor.cursorPositionChanged.connect(self._say)
        self.notice.fix_requested.connect(self._on_fix_requested)
        self.notice.dismissed.connect(self._on_dismissed)
        self._model.text_changed.connect(self._show)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Mark each problem where it stands in the text."""
        self.editor.set_marks(self._error() or self._findings(problems))
        self._say()

    def reveal(self, problem: Problem) -> bool:
        """Put the cursor where a problem stands; False when it stands nowhere in the text."""
        marks = self._error() or self._findings([problem])
        if marks:
            self.editor.go_to(marks[0].start)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(marks)

    def _error(self) -> list[Mark]:
        fault = self._model.fault
        if fault is None:
            return []
        text = self.editor.text()
        start = 0
        for _ in range(fault.line - 1):
            start = text.find("\n", start) + 1
        start = min(start + max(fault.column - 1, 0), len(text))
        back = Fix(self.tr("Back to what could be read last"), _BACK)
        (problem,) = json_fault(self._model)
        shown = Problem(problem.sentence, rule=FAULT, holds=problem.holds, fix=back)
        return [Mark(start, start, shown, whole_line=True)]

    def _findings(self, problems: Sequence[Problem]) -> list[Mark]:
        if self._model.fault is not None:
            return []
        found = places(self.editor.text())
        marks = []
        for problem in problems:
            place = nearest(found, problem.path) if problem.path else None
            if place is not None:
                marks.append(Mark(place.start, place.end, problem))
        return marks

    def _show(self) -> None:
        """Show what others did to the config; what is typed here is there already."""
        self.editor.show_text(self._model.json_text())

    def _say(self) -> None:
        mark = self.editor.mark_of_line(self.editor.line())
        error = self._error()
        if error:
            self.notice.show_problem(error[0].problem)
        elif mark is not None:
            self.notice.show_problem(mark.problem)
        elif self._told is not None:
            self.notice.show_problem(self._told)
        else:
            self.notice.clear()

    def _on_left_out(self, names: tuple[str, ...]) -> None:
        self._told = left_out(names)
        self._say()

    def _on_dismissed(self) -> None:
        self._told = None

    def _on_refused(self, length: int) -> None:
        said = self.tr("The text has {0} characters; a config has a few thousand, at most {1}.")
        holds = self.tr("Nothing was pasted.")
        self._told = Problem(said.format(length, LONGEST), holds=holds)
        self._say()

    def _on_fix_requested(self, fix: Fix) -> None:
        if fix.path == _BACK:
            self._model.discard_text()
            self.left.emit()
        else:
            self.fix_requested.emit(fix)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(write_document(self._model.config()) + "\n")
