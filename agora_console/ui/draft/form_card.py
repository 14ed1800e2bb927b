"""Rows of fields, in a card or without one, and which problem stands in which row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from agora_console.domain.problems import Problem, Severity
from agora_console.ui.draft.fields import Field
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.field import FieldRow

_ORDER = list(Severity)


class Rows(QObject):
    """The rows of one part of a form.

    `left`: a value is finished and may be judged. `fix_requested` carries the Fix of a row.
    """

    left = Signal()
    fix_requested = Signal(object)

    def __init__(self, model: DocumentModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fields: list[tuple[Field, FieldRow]] = []
        self._paths: list[tuple[str, FieldRow]] = []
        model.changed.connect(self.refresh)

    def add(self, row: FieldRow, *fields: Field, optional: bool = True) -> FieldRow:
        """Take a row in that shows `fields`; an optional one can be left to Agora again."""
        for field in fields:
            self._fields.append((field, row))
            field.left.connect(self.left)
            self.claim(row, field.path)
        if optional:
            self._offer_default(row, fields)
        row.fix_requested.connect(self.fix_requested)
        self._mark(row)
        return row

    def claim(self, row: FieldRow, path: str) -> None:
        """Let problems at `path` and below it stand in `row`."""
        self._paths.append((path, row))

    def fields(self) -> tuple[Field, ...]:
        """Every field, in the order of the form."""
        return tuple(field for field, _ in self._fields)

    def row_of(self, path: str) -> FieldRow | None:
        """The row that shows `path`: the nearest one at it or above it."""
        above = [(each, row) for each, row in self._paths if _covers(each, path)]
        return max(above, key=lambda pair: len(pair[0]))[1] if above else None

    def show_problems(self, problems: Sequence[Problem], prefix: str = "") -> tuple[Problem, ...]:
        """Show each problem in its row, the gravest first; returns those that have none here.

        `prefix` is where the document of these rows lies in the one that was judged.
        """
        left_over = []
        found: dict[FieldRow, Problem] = {}
        for problem in sorted(problems, key=lambda problem: _ORDER.index(problem.severity)):
            row = self.row_of(_below(prefix, problem.path))
            if row is None:
                left_over.append(problem)
            else:
                found.setdefault(row, problem)
        for row in {row for _, row in self._paths}:
            row.set_problem(found.get(row))
        return tuple(left_over)

    def refresh(self) -> None:
        """Mark which rows are part of the request."""
        for row in {row for _, row in self._fields}:
            self._mark(row)

    def _mark(self, row: FieldRow) -> None:
        row.set_sent(any(field.is_set for field, its_row in self._fields if its_row is row))

    def _offer_default(self, row: FieldRow, fields: Sequence[Field]) -> None:
        action = QAction(self.tr("Leave it to Agora"), row)
        action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for field in fields:
            action.triggered.connect(field.unset)
        row.addAction(action)
        menu = QMenu(row)
        menu.addAction(action)
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda at: menu.popup(row.mapToGlobal(at)))


class FormCard(Card):
    """A card of rows. `left` and `fix_requested` are those of its rows."""

    left = Signal()
    fix_requested = Signal(object)

    def __init__(self, title: str, model: DocumentModel) -> None:
        super().__init__(title)
        self.rows = Rows(model, self)
        self.rows.left.connect(self.left)
        self.rows.fix_requested.connect(self.fix_requested)

    def add_row(self, row: FieldRow, *fields: Field, optional: bool = True) -> FieldRow:
        """Put a row at the end of the card."""
        self.body.addWidget(row)
        return self.rows.add(row, *fields, optional=optional)

    def fields(self) -> tuple[Field, ...]:
        """Every field of the card."""
        return self.rows.fields()

    def row_of(self, path: str) -> FieldRow | None:
        """The row in which a problem at `path` stands."""
        return self.rows.row_of(path)

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Show what belongs here; returns what does not."""
        return self.rows.show_problems(problems)


def _covers(above: str, path: str) -> bool:
    return path == above or path.startswith((f"{above}.", f"{above}["))


def _below(prefix: str, path: str) -> str:
    """`path` as seen from `prefix`; "" for what does not lie below it."""
    if not prefix:
        return path
    return path.removeprefix(f"{prefix}.") if path.startswith(f"{prefix}.") else ""
