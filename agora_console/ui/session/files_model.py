"""The files of a session as a table that stays quick with 100 000 of them.

It sorts and filters by itself. A proxy model would rebuild its whole mapping at every reset, which
takes seconds; here a list that only grew is an insertion, whatever is sorted or filtered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from agora_console.domain.session import FileEntry
from agora_console.ui import times
from agora_console.ui.session.files_words import bytes_text
from agora_console.ui.session.rows_model import Index, Role

_NOWHERE = QModelIndex()

_FEW = 64
"""So many new files are put in their sorted places one by one: a view then keeps its selection
as it is. Sorting all anew costs it seconds when 100 000 rows are chosen."""


class FileColumn(IntEnum):
    """The columns, left to right."""

    NAME = 0
    TRACK = 1
    UID = 2
    STARTS = 3
    STARTS_UTC = 4
    PLAYABLE = 5
    IN_BUCKET = 6


_KEYS: Final[dict[FileColumn, Callable[[FileEntry], Any]]] = {
    FileColumn.NAME: lambda file: file.file_name,
    FileColumn.TRACK: lambda file: file.track_type,
    FileColumn.UID: lambda file: (len(file.uid), file.uid),  # as numbers, without failing on others
    FileColumn.STARTS: lambda file: file.slice_start_time or 0.0,
    FileColumn.STARTS_UTC: lambda file: file.slice_start_time or 0.0,
    FileColumn.PLAYABLE: lambda file: -1 if file.is_playable is None else int(file.is_playable),
}


class FilesModel(QAbstractTableModel):
    """`set_files` takes the whole list; what is shown is `order`, positions in it."""

    def __init__(self, name_font: QFont | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files: tuple[FileEntry, ...] = ()
        self._order: list[int] = []
        self._needle = ""
        self._sorting: tuple[FileColumn, bool] | None = None  # column, descending
        self._name_font = name_font
        self._sizes: Mapping[str, int] | None = None

    @property
    def files(self) -> tuple[FileEntry, ...]:
        """The whole list as Agora gave it."""
        return self._files

    @property
    def needle(self) -> str:
        """What the list is filtered by; empty shows everything."""
        return self._needle

    def file(self, index: Index) -> FileEntry | None:
        """The file of an index; None for an invalid one."""
        return self._files[self._order[index.row()]] if index.isValid() else None

    def set_files(self, files: Sequence[FileEntry]) -> None:
        """Show `files`: one insertion where the list grew, one change where values changed."""
        new = tuple(files)
        if new is self._files:
            return
        if len(new) >= len(self._files) and _same_names(self._files, new):
            self._update(new)
            self._append(new)
        elif new != self._files:
            self._replace(new)

    def set_sizes(self, sizes: Mapping[str, int] | None) -> None:
        """Show what the bucket holds: bytes by name without folders; None while nobody looked."""
        if sizes is self._sizes:
            return
        self._sizes = sizes
        if self._order:
            last = len(self._order) - 1
            column = FileColumn.IN_BUCKET
            self.dataChanged.emit(self.index(0, column), self.index(last, column))
        if self._sorting is not None and self._sorting[0] is FileColumn.IN_BUCKET:
            self._resort()

    def _size(self, file: FileEntry) -> int:
        """Bytes in the bucket, -1 for a file that is not there or that nobody looked for."""
        return (self._sizes or {}).get(file.file_name.rpartition("/")[2], -1)

    def _key(self, column: FileColumn) -> Callable[[FileEntry], Any]:
        return self._size if column is FileColumn.IN_BUCKET else _KEYS[column]

    def set_filter(self, text: str) -> None:
        """Show only files whose name, track or UID contains `text`, in capitals or not."""
        needle = text.strip().casefold()
        if needle == self._needle:
            return
        self.beginResetModel()
        self._needle = needle
        self._order = self._wanted(range(len(self._files)))
        self._order.sort(**self._sort_arguments())
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 returns to the order in which Agora lists the files."""
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
            self.tr("Track"),
            self.tr("UID"),
            self.tr("Starts"),
            self.tr("Starts (UTC)"),
            self.tr("Playable"),
            self.tr("In bucket"),
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

    def _update(self, new: tuple[FileEntry, ...]) -> None:
        """Take over changed values of files that are known already."""
        old = self._files
        changed = {n for n, file in enumerate(old) if not _equal(file, new[n])}
        if not changed:
            self._files = new[: len(old)]
            return
        if self._needle:  # a value that changed may fit the filter now, or fit no more
            self._replace(new[: len(old)])
            return
        self._files = new[: len(old)]
        rows = [row for row, n in enumerate(self._order) if n in changed]
        right = len(FileColumn) - 1
        self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], right))
        self._resort()

    def _append(self, new: tuple[FileEntry, ...]) -> None:
        shown = self._wanted(range(len(self._files), len(new)), new)
        if self._sorting is not None and len(shown) <= _FEW:
            self._files = new
            for number in shown:
                self._insert(self._place(number), [number])
            return
        self._files = new
        self._insert(len(self._order), shown)
        self._resort()

    def _insert(self, row: int, numbers: list[int]) -> None:
        if numbers:
            self.beginInsertRows(_NOWHERE, row, row + len(numbers) - 1)
            self._order[row:row] = numbers
            self.endInsertRows()

    def _place(self, number: int) -> int:
        """The row at which a file belongs by the sorting: behind those that are equal to it."""
        if self._sorting is None:
            return len(self._order)
        column, descending = self._sorting
        key, files = self._key(column), self._files
        wanted, low, high = key(files[number]), 0, len(self._order)
        while low < high:
            middle = (low + high) // 2
            there = key(files[self._order[middle]])
            if there < wanted if descending else wanted < there:
                high = middle
            else:
                low = middle + 1
        return low

    def _replace(self, new: tuple[FileEntry, ...]) -> None:
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

    def _wanted(
        self, numbers: Sequence[int], files: tuple[FileEntry, ...] | None = None
    ) -> list[int]:
        if not self._needle:
            return list(numbers)
        source = self._files if files is None else files
        return [n for n in numbers if self._needle in _haystack(source[n])]

    def _sort_arguments(self) -> dict[str, Any]:
        """For list.sort: stable, and equal files stay in Agora's order either way up."""
        if self._sorting is None:
            return {}
        column, descending = self._sorting
        key, files = self._key(column), self._files
        return {"key": lambda n: key(files[n]), "reverse": descending}

    # --- cells -----------------------------------------------------------------

    def _text(self, file: FileEntry, column: FileColumn) -> str:
        match column:
            case FileColumn.NAME:
                return file.file_name
            case FileColumn.TRACK:
                return file.track_type.replace("_and_", " + ") or "—"
            case FileColumn.UID:
                return file.uid or "—"
            case FileColumn.PLAYABLE:
                return self._playable(file)
            case FileColumn.IN_BUCKET:
                return self._in_bucket(file)
        at = file.slice_start_time
        if not at:
            return "—"
        return times.day_clock(at) if column is FileColumn.STARTS else times.utc_plain(at)

    def _playable(self, file: FileEntry) -> str:
        match file.is_playable:
            case None:
                return "—"
            case True:
                return self.tr("yes")
            case _:
                return self.tr("no")

    def _in_bucket(self, file: FileEntry) -> str:
        if self._sizes is None:
            return "—"
        size = self._size(file)
        return self.tr("missing") if size < 0 else bytes_text(size)

    def _tip(self, file: FileEntry, column: FileColumn) -> str | None:
        match column:
            case FileColumn.NAME:
                return file.file_name
            case FileColumn.UID if file.uid == "0" and file.mixed_all_user:
                return self.tr("0: everybody in one file")
            case FileColumn.STARTS | FileColumn.STARTS_UTC if file.slice_start_time:
                return times.both(file.slice_start_time)
            case _:
                return None


def _same_names(old: tuple[FileEntry, ...], new: tuple[FileEntry, ...]) -> bool:
    pairs = zip(old, new, strict=False)
    return all(a is b or a.file_name == b.file_name for a, b in pairs)


def _equal(first: FileEntry, second: FileEntry) -> bool:
    # Ten times as quick as comparing the models themselves, which matters 100 000 times over.
    return first is second or first.__dict__ == second.__dict__


def _haystack(file: FileEntry) -> str:
    return f"{file.file_name}\n{file.track_type}\n{file.uid}".casefold()
