"""Rows of fields, in a card or without one, and which problem stands in which row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from agora_console.domain.problems import Problem, Severity
from agora_console.ui.draft.fields import Field
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.field import FieldRow

if TYPE_CHECKING:
    from agora_console.ui.draft.folded import Advanced

_ORDER = list(Severity)


class Rows(QObject):
    """The rows of one part of a form.

    `left`: a value is finished and may be judged. `fix_requested` carries the Fix of a row.
    `grown`: rows were made that were not there before.
    """

    left = Signal()
    fix_requested = Signal(object)
    grown = Signal()

    def __init__(self, model: DocumentModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._fields: list[tuple[Field, FieldRow]] = []
        self._paths: list[tuple[str, FieldRow]] = []
        self._sections: list[Advanced] = []
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

    def fold(self, section: Advanced) -> None:
        """Take in rows that are folded away; a section stands for its paths before it is built."""
        self._sections.append(section)
        section.left.connect(self.left)
        section.fix_requested.connect(self.fix_requested)
        section.grown.connect(self.grown)

    def fields(self) -> tuple[Field, ...]:
        """Every field that has been made, in the order of the form."""
        folded = (field for section in self._sections for field in section.rows.fields())
        return (*(field for field, _ in self._fields), *folded)

    def sections(self) -> tuple[Advanced, ...]:
        """What is folded away here."""
        return tuple(self._sections)

    def paths_of_rows(self) -> Iterable[tuple[FieldRow, tuple[str, ...]]]:
        """Each row with the paths that it stands for."""
        for row in dict.fromkeys(row for _, row in self._paths):
            yield row, tuple(path for path, its_row in self._paths if its_row is row)

    def row_of(self, path: str) -> FieldRow | None:
        """The row that shows `path`: the nearest one at it or above it that is not put away."""
        section = self._section_of(path)
        if section is not None:
            return section.rows.row_of(path)
        above = [
            (each, row) for each, row in self._paths if _covers(each, path) and not _put_away(row)
        ]
        return max(above, key=lambda pair: len(pair[0]))[1] if above else None

    def show_problems(self, problems: Sequence[Problem], prefix: str = "") -> tuple[Problem, ...]:
        """Show each problem in its row, the gravest first; returns those that have none here.

        `prefix` is where the document of these rows lies in the one that was judged.
        """
        left_over = []
        found: dict[FieldRow, Problem] = {}
        folded: dict[Advanced, list[Problem]] = {section: [] for section in self._sections}
        for problem in sorted(problems, key=lambda problem: _ORDER.index(problem.severity)):
            path = _below(prefix, problem.path)
            section = self._section_of(path)
            if section is not None:
                folded[section].append(problem)
                continue
            row = self.row_of(path)
            if row is None:
                left_over.append(problem)
            else:
                found.setdefault(row, problem)
        for section, inside in folded.items():
            section.show_problems(inside, prefix)
        for row in {row for _, row in self._paths}:
            row.set_problem(found.get(row))
        return tuple(left_over)

    def refresh(self) -> None:
        """Mark which rows are part of the request."""
        for row in {row for _, row in self._fields}:
            self._mark(row)

    def _section_of(self, path: str) -> Advanced | None:
        return next((each for each in self._sections if each.covers(path)), None)

    def _mark(self, row: FieldRow) -> None:
        row.set_sent(any(field.is_set for field, its_row in self._fields if its_row is row))

    def _offer_default(self, row: FieldRow, fields: Sequence[Field]) -> None:
        action = QAction(self.tr("Leave it to Agora"), row)
        action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for field in fields:
            action.triggered.connect(field.unset)
        row.addAction(action)
        row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        row.customContextMenuRequested.connect(lambda at: _show_menu(row, action, at))


class FormCard(Card):
    """A card of rows. `left`, `fix_requested` and `grown` are those of its rows.

    `modes` are those in which there is anything in it.
    """

    modes: tuple[str, ...] = ("mix", "individual", "web")

    left = Signal()
    fix_requested = Signal(object)
    grown = Signal()

    def __init__(self, title: str, model: DocumentModel) -> None:
        super().__init__(title)
        self.rows = Rows(model, self)
        self.rows.left.connect(self.left)
        self.rows.fix_requested.connect(self.fix_requested)
        self.rows.grown.connect(self.grown)

    def add_section(self, section: Advanced) -> Advanced:
        """Put folded rows at the end of the card."""
        self.body.addWidget(section)
        self.rows.fold(section)
        return section

    def add_row(self, row: FieldRow, *fields: Field, optional: bool = True) -> FieldRow:
        """Put a row at the end of the card."""
        self.body.addWidget(row)
        return self.rows.add(row, *fields, optional=optional)

    def uncover(self, row: FieldRow) -> None:
        """Unfold what a row of the card is folded away in."""
        for section in self.rows.sections():
            if section.isAncestorOf(row):
                section.open()

    def fields(self) -> tuple[Field, ...]:
        """Every field of the card."""
        return self.rows.fields()

    def row_of(self, path: str) -> FieldRow | None:
        """The row in which a problem at `path` stands."""
        return self.rows.row_of(path)

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        """Show what belongs here; returns what does not."""
        return self.rows.show_problems(problems)


def _show_menu(row: FieldRow, action: QAction, at: QPoint) -> None:
    menu = QMenu(row)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(action)
    menu.popup(row.mapToGlobal(at))


def _put_away(row: QWidget) -> bool:
    """True for a row that was hidden, and not merely for one that has never been seen yet."""
    return row.isHidden() and row.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _covers(above: str, path: str) -> bool:
    return path == above or path.startswith((f"{above}.", f"{above}["))


def _below(prefix: str, path: str) -> str:
    """`path` as seen from `prefix`; "" for what does not lie below it."""
    if not prefix:
        return path
    return path.removeprefix(f"{prefix}.") if path.startswith(f"{prefix}.") else ""
