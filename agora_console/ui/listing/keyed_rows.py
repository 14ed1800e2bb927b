"""KeyedRows: a list that is put into another order with as few moves as a view can follow."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex

from agora_console.ui.listing.session_rows import Row

Index = QModelIndex | QPersistentModelIndex

MOVES = 12
"""Rows that are moved one by one; of more of them all that differs is taken out and put in."""


class KeyedRows(QAbstractListModel):
    """Rows that are known by their keys.

    While they are arranged anew `arranging` is True, so that a view does not take the moving of its
    current row for a choice.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arranging = False
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def index_of(self, key: str) -> QModelIndex:
        """The index of a row by its key; invalid while it is not among the rows."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place)

    def key_at(self, index: Index) -> str:
        """The key of a row."""
        return self._rows[index.row()].key

    def rearrange(self, wanted: list[Row]) -> None:
        """Have the rows of `wanted`, in that order; one that stays keeps what it says."""
        self.arranging = True
        self._drop({row.key for row in wanted})
        if self._out_of_place(wanted) > MOVES:
            self._drop(self._at_both_ends(wanted))
        self._place(wanted)
        self._places = {row.key: number for number, row in enumerate(self._rows)}
        self.arranging = False

    def _out_of_place(self, wanted: list[Row]) -> int:
        """How many of the rows that stay would have to move, at most."""
        present = {row.key for row in self._rows}
        staying = [row.key for row in wanted if row.key in present]
        return sum(row.key != key for row, key in zip(self._rows, staying, strict=True))

    def _at_both_ends(self, wanted: list[Row]) -> set[str]:
        """The rows above and below the part in which the order differs."""
        present = {row.key for row in self._rows}
        now = [row.key for row in self._rows]
        staying = [row.key for row in wanted if row.key in present]
        differs = [number for number, key in enumerate(now) if staying[number] != key]
        return {*now[: differs[0]], *now[differs[-1] + 1 :]}

    def _drop(self, keys: set[str]) -> None:
        """Remove every other row, each run of them at once, from the end."""
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].key in keys:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].key not in keys:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _place(self, wanted: list[Row]) -> None:
        """Insert the rows that are missing and move those that stand elsewhere."""
        present = {row.key for row in self._rows}
        number = 0
        while number < len(wanted):
            if number < len(self._rows) and self._rows[number].key == wanted[number].key:
                number += 1
            elif wanted[number].key in present:
                self._move(wanted[number].key, number)
                number += 1
            else:
                end = number
                while end < len(wanted) and wanted[end].key not in present:
                    end += 1
                self.beginInsertRows(QModelIndex(), number, end - 1)
                self._rows[number:number] = wanted[number:end]
                self.endInsertRows()
                number = end

    def _move(self, key: str, target: int) -> None:
        source = next(n for n in range(target, len(self._rows)) if self._rows[n].key == key)
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()
