"""The files of a session as a table that stays quick with 100 000 of them.

It sorts and filters by itself, in slices: what is shown stays as it is until the new order is
known, and is then changed by the least there is to say. A proxy model would rebuild its whole
mapping at every reset, which takes seconds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QFont

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow, Files, FileState, Key, Origin
from agora_console.domain.files.view import Change, Filter, Sorting, View, plan
from agora_console.domain.slices import PIECE
from agora_console.ui.look import times
from agora_console.ui.session.files_words import bytes_text, kind_text, state_text, state_tip
from agora_console.ui.session.rows_model import Index, Role
from agora_console.ui.slices import Slices

_NOWHERE = QModelIndex()

NO_FILES = Files(Origin("", "", "mix", ""))


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


_KEYS: Final[dict[FileColumn, Key]] = {
    FileColumn.NAME: "name",
    FileColumn.KIND: "kind",
    FileColumn.TRACK: "track",
    FileColumn.UID: "person",
    FileColumn.STARTS: "at",
    FileColumn.STARTS_UTC: "at",
    FileColumn.SIZE: "size",
    FileColumn.STATE: "state",
}


class FilesModel(QAbstractTableModel):
    """`set_files` takes the whole list; what is shown is `order`, positions in it.

    `settled` tells that everything that was asked for is shown. `about_to_move` comes before rows
    change their places; it carries whether the model is reset, so that some of them may go.
    """

    settled = Signal()
    about_to_move = Signal(bool)

    def __init__(
        self, name_font: QFont | None = None, parent: QObject | None = None, *, piece: int = PIECE
    ) -> None:
        super().__init__(parent)
        self._view = View(NO_FILES, [])
        self._wanted: tuple[Files, Filter, Sorting | None] = (NO_FILES, Filter(), None)
        self._slices = Slices(self)
        self._piece = piece
        self._name_font = name_font

    @property
    def files(self) -> Files:
        """The whole list, whatever is filtered."""
        return self._view.files

    @property
    def filtered(self) -> bool:
        """Whether a filter may hide files."""
        return bool(self._view.filter)

    @property
    def busy(self) -> bool:
        """Whether something that was asked for is not shown yet."""
        return self._slices.busy

    def file(self, index: Index) -> FileRow | None:
        """The file of an index; None for an invalid one."""
        return self._view.files[self._view.order[index.row()]] if index.isValid() else None

    @property
    def order(self) -> Sequence[int]:
        """What is shown: positions in `files`, as they are sorted."""
        return self._view.order

    def set_files(self, files: Files) -> None:
        """Show `files`: one insertion where the list grew, one change where values changed."""
        _, wanted, sorting = self._wanted
        self._want(files, wanted, sorting)

    def set_filter(
        self, text: str, kind: FileKind | None = None, state: FileState | None = None
    ) -> None:
        """Show only files of `kind` and `state` whose name, track or UID contains `text`."""
        files, _, sorting = self._wanted
        self._want(files, Filter(text.strip().casefold(), kind, state), sorting)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 returns to the order in which the files came."""
        descending = order is Qt.SortOrder.DescendingOrder
        key = _KEYS.get(FileColumn(column)) if column >= 0 else None
        files, wanted, _ = self._wanted
        self._want(files, wanted, Sorting(key, descending) if key else None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._view.order)

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

    def _want(self, files: Files, wanted: Filter, sorting: Sorting | None) -> None:
        """Work out what has to change; what was being worked out is not wanted any more."""
        if (files, wanted, sorting) == self._wanted:
            return
        self._wanted = (files, wanted, sorting)
        self._slices.start(plan(self._view, files, wanted, sorting, self._piece), self._apply)

    def _apply(self, change: Change) -> None:
        if change.anew:
            self.about_to_move.emit(True)
            self.beginResetModel()
            self._view = change.view
            self.endResetModel()
        else:
            self._view = replace(change.view, order=list(change.order))
            self._tell(change)
        self.settled.emit()

    def _tell(self, change: Change) -> None:
        if change.altered is not None:
            first, last = change.altered
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(FileColumn) - 1))
        for row, numbers in change.inserted:
            self.beginInsertRows(_NOWHERE, row, row + len(numbers) - 1)
            self._view.order[row:row] = numbers
            self.endInsertRows()
        if self._view.order != change.view.order:
            self._move(change.view)

    def _move(self, view: View) -> None:
        """The same rows in another order."""
        self.about_to_move.emit(False)
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        numbers = [self._view.order[index.row()] for index in held]
        self._view = view
        if held:
            rows = {n: row for row, n in enumerate(view.order)}
            moved = [
                self.index(rows[n], index.column()) for n, index in zip(numbers, held, strict=True)
            ]
            self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()

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
