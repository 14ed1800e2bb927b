"""The regions of a custom layout as a table with undo; a bad value stays as it was typed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QUndoCommand, QUndoStack

from agora_console.domain.layout import MAX_PEOPLE, tile
from agora_console.domain.problems import Problem

KEYS: Final = ("uid", "x_axis", "y_axis", "width", "height", "alpha", "render_mode")
"""The wire key of each column."""

_OPTIONAL = {"uid", "alpha", "render_mode"}
_ROOT = QModelIndex()
_MERGES = 1

PROBLEM_ROLE = Qt.ItemDataRole.UserRole
"""The Problem of a cell, or None."""

DEFAULT_ROLE = Qt.ItemDataRole.UserRole + 1
"""True where nothing is set and the text shown is Agora's default."""

Index = QModelIndex | QPersistentModelIndex


class RegionsModel(QAbstractTableModel):
    """`layoutConfig`, one row a region. `edited` follows what a person changed, not `set_regions`.

    Values are kept as JSON: a number where the text is one, else the text, so that the linter
    can say what is wrong with it. Whatever a person changes goes over `undo_stack`.
    """

    edited = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regions: list[dict[str, Any]] = []
        self._problems: Mapping[tuple[int, str], Problem] = {}
        self.undo_stack = QUndoStack(self)

    def regions(self) -> list[dict[str, Any]]:
        """The wire value of `layoutConfig`."""
        return [dict(region) for region in self._regions]

    def set_regions(self, regions: Sequence[Mapping[str, Any]]) -> None:
        """Show other regions, which cannot be undone; rows that stay keep the selection."""
        wanted = [dict(region) for region in regions]
        if wanted != self._regions:
            self.undo_stack.clear()
            self._become(wanted)

    def change(self, text: str, regions: Sequence[Mapping[str, Any]], merge: str = "") -> None:
        """Do what a person wants; `text` names it for undo.

        Changes in a row with the same `merge` are undone at once.
        """
        wanted = [dict(region) for region in regions]
        if wanted != self._regions:
            self.undo_stack.push(_Change(self, text, wanted, merge))

    def take(self, regions: list[dict[str, Any]]) -> None:
        """Become what undo or redo says."""
        self._become(regions)
        self.edited.emit()

    def set_problems(self, problems: Mapping[tuple[int, str], Problem]) -> None:
        """Mark cells by row and wire key; key "" marks the whole region."""
        if problems != self._problems:
            self._problems = dict(problems)
            self._tell()

    def add(self) -> int:
        """Append a region that is legal and in sight; returns its row, or -1 when there are 17."""
        row = len(self._regions)
        if row >= MAX_PEOPLE:
            return -1
        self.change(self.tr("Add region"), [*self._regions, _new_region(row)])
        return row

    def remove(self, *rows: int) -> None:
        """Take regions out."""
        left = [region for row, region in enumerate(self._regions) if row not in rows]
        self.change(self.tr("Remove"), left)

    # --- Qt's side -------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._regions)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(KEYS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return self._hints()[section] if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, key = index.row(), KEYS[index.column()]
        value = self._regions[row].get(key, "")
        problem = self._problem(row, key)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(key, value)
            case Qt.ItemDataRole.EditRole:
                return value if key == "render_mode" else _text(value)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return problem.sentence if problem else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._titles()[index.column()]}: {self._shown(key, value)}"
            case _ if role == PROBLEM_ROLE:
                return problem
            case _ if role == DEFAULT_ROLE:
                return value == "" and key in _OPTIONAL
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        regions, key = self.regions(), KEYS[index.column()]
        parsed = str(value).strip() if key == "uid" else _number(value)
        if parsed == "" and key in _OPTIONAL:
            regions[index.row()].pop(key, None)
        else:
            regions[index.row()][key] = parsed
        self.change(self._titles()[index.column()], regions)
        return True

    def _become(self, wanted: list[dict[str, Any]]) -> None:
        have = self._regions
        more = len(wanted) - len(have)
        same = next(
            (n for n, (old, new) in enumerate(zip(have, wanted, strict=False)) if old != new),
            min(len(have), len(wanted)),
        )
        if more > 0:
            self.beginInsertRows(_ROOT, same, same + more - 1)
            self._regions = [*have[:same], *wanted[same : same + more], *have[same:]]
            self.endInsertRows()
        elif more < 0:
            self.beginRemoveRows(_ROOT, same, same - more - 1)
            self._regions = [*have[:same], *have[same - more :]]
            self.endRemoveRows()
        self._regions = wanted
        self._tell()

    def _tell(self) -> None:
        if self._regions:
            last = self.index(len(self._regions) - 1, len(KEYS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _problem(self, row: int, key: str) -> Problem | None:
        whole = self._problems.get((row, "")) if key == KEYS[0] else None
        return self._problems.get((row, key)) or whole

    def _shown(self, key: str, value: object) -> str:
        if key == "render_mode":
            words = {"": self.tr("Crop"), 0: self.tr("Crop"), 1: self.tr("Fit")}
            return words.get(value, str(value)) if isinstance(value, int | str) else str(value)
        if value == "":
            return {"uid": self.tr("next"), "alpha": "1"}.get(key, "")
        return _text(value)

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("UID"),
            self.tr("Left"),
            self.tr("Top"),
            self.tr("Width"),
            self.tr("Height"),
            self.tr("Opacity"),
            self.tr("Picture"),
        )

    def _hints(self) -> tuple[str, ...]:
        fraction = self.tr("Fraction of the canvas, 0 to 1, six decimals")
        return (
            self.tr("Empty: the next person to join"),
            fraction,
            fraction,
            fraction,
            fraction,
            self.tr("0 transparent, 1 opaque"),
            self.tr("Crop fills the region; fit shows the whole picture"),
        )


class _Change(QUndoCommand):
    """One list of regions instead of another; both are whole, so that no order can go wrong."""

    def __init__(
        self, model: RegionsModel, text: str, after: list[dict[str, Any]], merge: str
    ) -> None:
        super().__init__(text)
        self._model, self._merge = model, merge
        self._before, self._after = model.regions(), after

    def id(self) -> int:
        return _MERGES if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other._merge != self._merge:
            return False
        self._after = other._after
        return True

    def redo(self) -> None:
        self._model.take([dict(region) for region in self._after])

    def undo(self) -> None:
        self._model.take([dict(region) for region in self._before])


def _new_region(row: int) -> dict[str, Any]:
    """The whole canvas for the first region, small tiles upon it for the others."""
    if row == 0:
        return {"x_axis": 0, "y_axis": 0, "width": 1, "height": 1}
    rect = tile(row)
    sides = (rect.x, rect.y, rect.width, rect.height)
    keys = ("x_axis", "y_axis", "width", "height")
    return {key: round(side, 6) for key, side in zip(keys, sides, strict=True)}


def _number(value: object) -> Any:
    """The number that a text means, or the text itself; a decimal comma counts as a point."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    plain = text.replace(",", ".") if text.count(",") == 1 and "." not in text else text
    try:
        number = float(plain)
    except ValueError:
        return text
    if not math.isfinite(number):
        return text
    return int(number) if number.is_integer() and plain.lstrip("-").isdigit() else number


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".") if round(value, 6) == value else repr(value)
    return str(value)
