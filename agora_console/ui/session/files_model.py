"""The files of a session as a table that stays quick with 100 000 of them.

It sorts and filters by itself. A proxy model would rebuild its whole mapping at every reset, which
takes seconds; here a list that only grew is an insertion, whatever is sorted or filtered.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from agora_console.domain.file_names import FileKind
from agora_console.domain.files import FileRow, FileState
from agora_console.ui import times
from agora_console.ui.session.files_words import bytes_text, kind_text, state_text, state_tip
from agora_console.ui.session.rows_model import Index, Role

_NOWHERE = QModelIndex()

_FEW = 64
"""So many new files are put in their sorted places one by one: a view then keeps its selection
as it is. Sorting all anew costs it seconds when 100 000 rows are chosen."""


class FileColumn(IntEnum):
    """The columns, left to right."""

    NAME = 0
    KIND = 1
    TRACK = 2
    UID = 3
    STARTS = 4
    STARTS_UTC = 5
    SIZE = 6
    STATE = 7


_KEYS: Final[dict[FileColumn, Callable[[FileRow], Any]]] = {
    FileColumn.NAME: attrgetter("name"),
    FileColumn.KIND: lambda file: file.kind or "",
    FileColumn.TRACK: attrgetter("track"),
    FileColumn.UID: lambda file: (len(file.uid), file.uid),  # as numbers, without failing on others
    FileColumn.STARTS: lambda file: file.at or 0.0,
    FileColumn.STARTS_UTC: lambda file: file.at or 0.0,
    FileColumn.SIZE: lambda file: -1 if file.size is None else file.size,
    FileColumn.STATE: attrgetter("state"),
}


class FilesModel(QAbstractTableModel):
    """`set_files` takes the whole list; what is shown is `order`, positions in it."""

    def __init__(self, name_font: QFont | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FileRow, ...] = ()
        self._order: list[int] = []
        self._needle = ""
        self._kind: FileKind | None = None
        self._state: FileState | None = None
        self._sorting: tuple[FileColumn, bool] | None = None  # column, descending
        self._name_font = name_font

    @property
    def files(self) -> tuple[FileRow, ...]:
        """The whole list, whatever is filtered."""
        return self._files

    @property
    def filtered(self) -> bool:
        """Whether a filter may hide files."""
        return bool(self._needle or self._kind or self._state)

    def file(self, index: Index) -> FileRow | None:
        """The file of an index; None for an invalid one."""
        return self._files[self._order[index.row()]] if index.isValid() else None

    def shown(self) -> list[FileRow]:
        """What the filter lets through, as it is sorted."""
        return [self._files[n] for n in self._order]

    def set_files(self, files: Sequence[FileRow]) -> None:
        """Show `files`: one insertion where the list grew, one change where values changed."""
        new = tuple(files)
        if new is self._files:
            return
        old = self._files
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        if head + tail < len(old):
            self._replace(new)
            return
        grown = len(new) - len(old)
        if tail:
            self._order = [n + grown if n >= head else n for n in self._order]
            # What is new is not shown yet, so it does not matter what stands there.
            self._files = old[:head] + new[head : head + grown] + old[head:]
        else:
            self._files = old + new[len(old) :]
        self._update(new, head, grown)
        self._add(range(head, head + grown))

    def set_filter(
        self, text: str, kind: FileKind | None = None, state: FileState | None = None
    ) -> None:
        """Show only files of `kind` and `state` whose name, track or UID contains `text`."""
        wanted = (text.strip().casefold(), kind, state)
        if wanted == (self._needle, self._kind, self._state):
            return
        self.beginResetModel()
        self._needle, self._kind, self._state = wanted
        self._order = self._wanted(range(len(self._files)))
        self._order.sort(**self._sort_arguments())
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 returns to the order in which the files came."""
        descending = order is Qt.SortOrder.DescendingOrder
        self._sorting = (FileColumn(column), descending) if column >= 0 else None
        self._resort()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(FileColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        if not 0 <= section < len(FileColumn):
            return None
        return (
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("Track"),
            self.tr("UID"),
            self.tr("Starts"),
            self.tr("Starts (UTC)"),
            self.tr("Size"),
            self.tr("State"),
        )[section]

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        file = self.file(index)
        if file is None:
            return None
        column = FileColumn(index.column())
        if role == Role.DisplayRole:
            return self._text(file, column)
        if role == Role.ToolTipRole:
            return self._tip(file, column)
        if role == Role.FontRole and column is FileColumn.NAME:
            return self._name_font
        return None

    # --- changes ---------------------------------------------------------------

    def _update(self, new: tuple[FileRow, ...], head: int, grown: int) -> None:
        """Take over changed values of files that are known already."""
        old, added = self._files, range(head, head + grown)
        self._files = new
        changed = {n for n, file in enumerate(old) if not (file is new[n] or file == new[n])}
        if not changed:
            return
        if self.filtered:  # a value that changed may fit the filter now, or fit no more
            order = [n for n in self._wanted(range(len(new))) if n not in added]
            if sorted(order) != sorted(self._order):
                self.beginResetModel()
                self._order = sorted(order, **self._sort_arguments())
                self.endResetModel()
                return
        rows = [row for row, n in enumerate(self._order) if n in changed]
        if rows:
            right = len(FileColumn) - 1
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], right))
            self._resort()

    def _add(self, numbers: range) -> None:
        shown = self._wanted(numbers)
        if self._sorting is not None and len(shown) > _FEW:
            self._insert(len(self._order), shown)
            self._resort()
        elif self._sorting is not None:
            for number in shown:
                self._insert(self._place(number), [number])
        else:
            self._insert(bisect_left(self._order, numbers.start), shown)

    def _insert(self, row: int, numbers: list[int]) -> None:
        if numbers:
            self.beginInsertRows(_NOWHERE, row, row + len(numbers) - 1)
            self._order[row:row] = numbers
            self.endInsertRows()

    def _place(self, number: int) -> int:
        """The row at which a file belongs by the sorting: equal ones stand as they came."""
        column, descending = self._sorting or (FileColumn.NAME, False)
        key, files = _KEYS[column], self._files
        wanted, low, high = key(files[number]), 0, len(self._order)
        while low < high:
            middle = (low + high) // 2
            other = self._order[middle]
            there = key(files[other])
            before = there < wanted if descending else wanted < there
            if before or (there == wanted and number < other):
                high = middle
            else:
                low = middle + 1
        return low

    def _replace(self, new: tuple[FileRow, ...]) -> None:
        self.beginResetModel()
        self._files = new
        self._order = self._wanted(range(len(new)))
        self._order.sort(**self._sort_arguments())
        self.endResetModel()

    def _resort(self) -> None:
        order = sorted(sorted(self._order), **self._sort_arguments())
        if order == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        numbers = [self._order[index.row()] for index in held]
        self._order = order
        if held:
            rows = {n: row for row, n in enumerate(order)}
            moved = [
                self.index(rows[n], index.column()) for n, index in zip(numbers, held, strict=True)
            ]
            self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

    def _wanted(self, numbers: Iterable[int]) -> list[int]:
        if not self.filtered:
            return list(numbers)
        files = self._files
        return [n for n in numbers if self._fits(files[n])]

    def _fits(self, file: FileRow) -> bool:
        return (
            (self._kind is None or file.kind is self._kind)
            and (self._state is None or file.state is self._state)
            and self._needle in f"{file.name}\n{file.track}\n{file.uid}".casefold()
        )

    def _sort_arguments(self) -> dict[str, Any]:
        """For list.sort: stable, and equal files stay in the order they came, either way up."""
        if self._sorting is None:
            return {}
        column, descending = self._sorting
        key, files = _KEYS[column], self._files
        return {"key": lambda n: key(files[n]), "reverse": descending}

    # --- cells -----------------------------------------------------------------

    def _text(self, file: FileRow, column: FileColumn) -> str:
        match column:
            case FileColumn.NAME:
                return file.name
            case FileColumn.KIND:
                return kind_text(file.kind)
            case FileColumn.TRACK:
                return file.track.replace("_and_", " + ") or "—"
            case FileColumn.UID:
                return file.uid or "—"
            case FileColumn.SIZE:
                return "—" if file.size is None else bytes_text(file.size)
            case FileColumn.STATE:
                return state_text(file.state)
        if not file.at:
            return "—"
        return times.day_clock(file.at) if column is FileColumn.STARTS else times.utc_plain(file.at)

    def _tip(self, file: FileRow, column: FileColumn) -> str | None:
        match column:
            case FileColumn.NAME:
                return file.path
            case FileColumn.UID if file.uid == "0":
                return self.tr("0: everybody in one file")
            case FileColumn.STARTS | FileColumn.STARTS_UTC if file.at:
                return times.both(file.at)
            case FileColumn.SIZE if file.size is not None:
                return self.tr("{0} bytes").format(file.size)
            case FileColumn.STATE:
                return state_tip(file)
            case _:
                return None


def _common(old: Sequence[FileRow], new: Sequence[FileRow]) -> int:
    """How many files both begin with, by name."""
    count = 0
    for a, b in zip(old, new, strict=False):
        if a is not b and a.name != b.name:
            break
        count += 1
    return count
