"""The table of the files: what is chosen stays chosen and in sight, however the rows move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget

from agora_console.ui.session.files_model import FilesModel
from agora_console.ui.session.tables import Table

_MANY = 200
"""From so many chosen rows on, Qt would take seconds to follow each to its new place."""

_Flag = QItemSelectionModel.SelectionFlag
_Hint = QAbstractItemView.ScrollHint


class FilesTable(Table):
    """Ctrl+C copies the names of the chosen files."""

    def __init__(
        self,
        model: FilesModel,
        name: str,
        widths: Sequence[float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, name, widths, parent=parent)
        self._files = model
        self._kept: _Kept | None = None
        model.about_to_move.connect(self._on_about_to_move)
        model.settled.connect(self._on_settled)

    def copy_selection(self) -> str:
        """Copy the names of the chosen rows; returns the text (empty: none chosen)."""
        text = "\n".join(map(self._name, self.chosen_rows()))
        if text:
            QGuiApplication.clipboard().setText(text)
        return text

    def _name(self, row: int) -> str:
        return self._files.files.names[self._files.order[row]]

    def _on_about_to_move(self, anew: bool) -> None:
        rows = self.chosen_rows()
        if not anew and len(rows) < _MANY:
            return  # Qt follows them
        current, top = self.currentIndex().row(), self.rowAt(0)
        in_sight = current >= 0 and top <= current <= self._last_row()
        self._kept = _Kept(
            names=set(map(self._name, rows)),
            current=self._name(current) if current >= 0 else "",
            top=self._name(top) if top > 0 and not in_sight else "",
            in_sight=in_sight,
        )
        self.selectionModel().reset()

    def _last_row(self) -> int:
        row = self.rowAt(self.viewport().height() - 1)
        return row if row >= 0 else self._files.rowCount() - 1

    def _on_settled(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        wanted = kept.names | {kept.current, kept.top}
        names, order = self._files.files.names, self._files.order
        rows = {name: row for row, n in enumerate(order) if (name := names[n]) in wanted}
        chosen = sorted(row for name, row in rows.items() if name in kept.names)
        model, choice = self._files, self.selectionModel()
        selection = QItemSelection()
        last = model.columnCount() - 1
        for first, end in _stretches(chosen):
            selection.select(model.index(first, 0), model.index(end, last))
        choice.select(selection, _Flag.ClearAndSelect)
        if kept.current in rows:
            index = model.index(rows[kept.current], 0)
            choice.setCurrentIndex(index, _Flag.NoUpdate)
            if kept.in_sight:
                self.scrollTo(index)
        if kept.top in rows:
            self.scrollTo(model.index(rows[kept.top], 0), _Hint.PositionAtTop)


class _Kept:
    """What was chosen and in sight, by name; `top` where that is what counts."""

    def __init__(self, names: set[str], current: str, top: str, *, in_sight: bool) -> None:
        self.names = names
        self.current = current
        self.top = top
        self.in_sight = in_sight


def _stretches(rows: Sequence[int]) -> Iterable[tuple[int, int]]:
    """First and last of rows that stand together."""
    if not rows:
        return
    first = rows[0]
    for row, after in pairwise((*rows, rows[-1] + 2)):
        if after != row + 1:
            yield first, row
            first = after
