"""A table of rows, newest first, that changes by the least there is to say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: what its cells say, and in which roles besides the text."""

    title: str
    text: Callable[[Row], str]
    tip: Callable[[Row], str] | None = None
    roles: Callable[[Row, int], Any] | None = None
    right: bool = False


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Immutable rows in columns. `set_rows` finds out what is new by comparing from the bottom."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown, newest first."""
        return self._rows

    def row(self, index: Index) -> Row | None:
        """The row of an index; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show `rows`: what is new above, what has changed, nothing for what stayed."""
        new, old = tuple(rows), self._rows
        kept = _common_tail(old, new)
        before, after = len(old) - kept, len(new) - kept
        if after > before:
            self.beginInsertRows(_NOWHERE, 0, after - before - 1)
            self._rows = new[: after - before] + old
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(_NOWHERE, 0, before - after - 1)
            self._rows = old[before - after :]
            self.endRemoveRows()
        self._rows = new
        self._tell_changed(max(0, after - before), after - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        if role == Role.DisplayRole:
            return self._columns[section].title
        if role == Role.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        match role:
            case Role.DisplayRole:
                return column.text(row)
            case Role.ToolTipRole:
                return column.tip(row) if column.tip else None
            case Role.TextAlignmentRole:
                return _alignment(column)
            case _:
                return column.roles(row, role) if column.roles else None

    def _tell_changed(self, first: int, last: int) -> None:
        if last >= first:
            right = len(self._columns) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, right))


def _common_tail(old: tuple[Row, ...], new: tuple[Row, ...]) -> int:
    count = 0
    for before, after in zip(reversed(old), reversed(new), strict=False):
        if before is not after and before != after:
            break
        count += 1
    return count


def _alignment(column: Column[Any]) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
