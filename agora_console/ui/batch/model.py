"""BatchModel: the table of channels. Every edit can be undone; nothing that was started changes."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QUndoCommand, QUndoStack

from agora_console.domain.states import Look
from agora_console.services.start.batch import MOST
from agora_console.services.start.table_text import Line
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.spec_fields import named

Index = QModelIndex | QPersistentModelIndex
LOOK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Look of a line."""


class Column(IntEnum):
    """The columns, from left to right."""

    CHANNEL = 0
    UID = 1
    PREFIX = 2
    PRESET = 3
    STATE = 4


_FIELDS = {
    Column.CHANNEL: "cname",
    Column.UID: "uid",
    Column.PREFIX: "prefix",
    Column.PRESET: "preset",
}


@dataclass(frozen=True, slots=True)
class Item:
    """One line under a key that stays its own whatever is typed into it."""

    key: str
    line: Line


class BatchModel(QAbstractTableModel):
    """The last line is always empty, so that there is one to type into.

    `suggest` gives a recorder UID that nobody uses; `fixed` says of a key that its line was sent.
    """

    def __init__(
        self,
        suggest: Callable[[], str],
        fixed: Callable[[str], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._suggest = suggest
        self._fixed = fixed
        self._items: list[Item] = [_fresh(Line())]
        self._looks: dict[str, Look] = {}
        self.undo = QUndoStack(self)
        self._titles = {
            Column.CHANNEL: self.tr("Channel"),
            Column.UID: self.tr("Recorder UID"),
            Column.PREFIX: named(f"{STORAGE}.fileNamePrefix"),
            Column.PRESET: self.tr("Preset"),
            Column.STATE: self.tr("State"),
        }

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self._titles[Column(section)]
        return str(section + 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], Column(index.column())
        look = None if item.line.empty else self._looks.get(item.key)
        if role == LOOK_ROLE:
            return look
        if column is Column.STATE:
            return _of_look(look, role)
        text = getattr(item.line, _FIELDS[column])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[column]}: {text}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or index.column() == Column.STATE:
            return flags
        sent = self._fixed(self._items[index.row()].key)
        return flags if sent else flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        item, name = self._items[index.row()], _FIELDS[Column(index.column())]
        text = str(value).strip()
        if getattr(item.line, name) == text:
            return True
        line = self._completed(replace(item.line, **{name: text}), name)
        items = [replace(item, line=line) if each is item else each for each in self._items]
        self._do(items, self.tr("Change a line"))
        return True

    def items(self) -> list[Item]:
        """The lines in which something is typed."""
        return [item for item in self._items if not item.line.empty]

    def load(self, lines: Iterable[Line]) -> None:
        """Take these lines, without an undo."""
        self._apply(_with_room([_fresh(line) for line in lines][:MOST]))
        self.undo.clear()

    def insert(self, row: int, lines: Sequence[Line]) -> int:
        """Put lines in before a row, each with a UID; how many there was room for."""
        room = MOST - len(self.items())
        fresh = [_fresh(self._completed(line, "cname")) for line in lines[: max(0, room)]]
        if fresh:
            kept = self._items
            self._do([*kept[:row], *fresh, *kept[row:]], self.tr("Insert lines"))
        return len(fresh)

    def remove(self, rows: Iterable[int]) -> None:
        """Take lines out of the table; what was started goes on."""
        gone = set(rows)
        kept = [item for row, item in enumerate(self._items) if row not in gone]
        if len(kept) != len(self._items):
            self._do(kept, self.tr("Remove lines"))

    def show_looks(self, looks: dict[str, Look]) -> None:
        """Say how these lines stand, in one signal."""
        changed = [
            row
            for row, item in enumerate(self._items)
            if item.key in looks and looks[item.key] != self._looks.get(item.key)
        ]
        self._looks.update(looks)
        if changed:
            last = self.index(changed[-1], Column.STATE)
            self.dataChanged.emit(self.index(changed[0], 0), last)

    def _completed(self, line: Line, changed: str) -> Line:
        """The line with a UID that nobody uses, where a channel was given and none was."""
        if changed != "cname" or line.uid or not line.cname:
            return line
        used = {item.line.uid for item in self._items}
        uid = self._suggest()
        while uid in used:
            uid = self._suggest()
        return replace(line, uid=uid)

    def _do(self, items: Sequence[Item], text: str) -> None:
        self.undo.push(_Change(self._apply, tuple(self._items), tuple(_with_room(items)), text))

    def _apply(self, wanted: Sequence[Item]) -> None:
        """Become these lines: what stands in the middle of both ends goes and comes at once."""
        now = self._items
        top = 0
        while top < min(len(now), len(wanted)) and now[top].key == wanted[top].key:
            top += 1
        end = 0
        most = min(len(now), len(wanted)) - top
        while end < most and now[-1 - end].key == wanted[-1 - end].key:
            end += 1
        if (last := len(now) - end) > top:
            self.beginRemoveRows(QModelIndex(), top, last - 1)
            del self._items[top:last]
            self.endRemoveRows()
        if (last := len(wanted) - end) > top:
            self.beginInsertRows(QModelIndex(), top, last - 1)
            self._items[top:top] = wanted[top:last]
            self.endInsertRows()
        changed = [row for row, item in enumerate(wanted) if self._items[row] != item]
        self._items[:] = wanted
        if changed:
            last_cell = self.index(changed[-1], Column.STATE)
            self.dataChanged.emit(self.index(changed[0], 0), last_cell)


class _Change(QUndoCommand):
    """The lines before and after."""

    def __init__(
        self,
        apply: Callable[[Sequence[Item]], None],
        before: tuple[Item, ...],
        after: tuple[Item, ...],
        text: str,
    ) -> None:
        super().__init__(text)
        self._apply, self._before, self._after = apply, before, after

    def undo(self) -> None:
        self._apply(self._before)

    def redo(self) -> None:
        self._apply(self._after)


def _fresh(line: Line) -> Item:
    return Item(uuid.uuid4().hex, line)


def _with_room(items: Sequence[Item]) -> list[Item]:
    """The lines with an empty one at the end."""
    room = not items or not items[-1].line.empty
    return [*items, _fresh(Line())] if room else list(items)


def _of_look(look: Look | None, role: int) -> object:
    if look is None:
        return None
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return ": ".join(part for part in (look.word, look.sentence) if part)
    return look.sentence if role == Qt.ItemDataRole.ToolTipRole else None
