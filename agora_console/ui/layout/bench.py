"""Bench: what a hand does with regions, on the one model of table and canvas."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from agora_console.domain.geometry.arranging import Axis, Edge, Pile, aligned, distributed, piled
from agora_console.domain.geometry.box import KEYS, SMALLEST, Box, bounds, legal, with_box
from agora_console.domain.geometry.moving import resized
from agora_console.domain.geometry.templates import Template, template
from agora_console.domain.layout import MAX_PEOPLE
from agora_console.ui.draft.regions_model import RegionsModel

Region = dict[str, Any]


class Bench(QObject):
    """`selected` follows the selection; `refused` carries why something was not done."""

    selected = Signal()
    refused = Signal(str)

    def __init__(self, model: RegionsModel, selection: QItemSelectionModel) -> None:
        super().__init__(model)
        self.model = model
        self._selection = selection
        selection.selectionChanged.connect(self.selected)
        model.modelReset.connect(self.selected)

    def boxes(self) -> dict[int, Box]:
        """The regions that can be drawn, by row; a half typed one cannot."""
        found = ((row, _box(region)) for row, region in enumerate(self.model.regions()))
        return {row: box for row, box in found if box is not None}

    def rows(self) -> tuple[int, ...]:
        """The rows that are chosen."""
        return tuple(sorted({index.row() for index in self._selection.selectedIndexes()}))

    def chosen(self) -> dict[int, Box]:
        """The chosen regions that can be drawn."""
        boxes = self.boxes()
        return {row: boxes[row] for row in self.rows() if row in boxes}

    def select(self, rows: Iterable[int]) -> None:
        """Choose these rows and no others."""
        wanted = QItemSelection()
        listed = list(rows)
        for row in listed:
            index = self.model.index(row, 0)
            wanted.select(index, index)
        how = QItemSelectionModel.SelectionFlag
        self._selection.select(wanted, how.ClearAndSelect | how.Rows)
        if listed:
            last = self.model.index(listed[-1], max(self._selection.currentIndex().column(), 0))
            self._selection.setCurrentIndex(last, how.NoUpdate)

    def toggle(self, row: int) -> None:
        """Choose a row as well, or no more."""
        rows = set(self.rows())
        self.select(sorted(rows ^ {row}))

    def step(self, by: int) -> None:
        """Choose the next region, or the one before; around at the ends."""
        count = self.model.rowCount()
        rows = self.rows()
        if rows:
            self.select([((rows[-1] if by > 0 else rows[0]) + by) % count])
        elif count:
            self.select([0 if by > 0 else count - 1])

    # --- what is done ------------------------------------------------------------

    def place(self, boxes: Mapping[int, Box], text: str, merge: str = "") -> None:
        """Put regions elsewhere."""
        regions = self.model.regions()
        for row, box in boxes.items():
            regions[row] = with_box(regions[row], box)
        self.model.change(text, regions, merge)

    def nudge(self, dx: float, dy: float) -> None:
        """Move what is chosen together; it stops where the first edge meets the canvas."""
        chosen = self.chosen()
        if chosen:
            frame = bounds(chosen.values())
            dx = min(max(dx, -frame.x), 1 - frame.right)
            dy = min(max(dy, -frame.y), 1 - frame.bottom)
            there = {row: legal(_shifted(box, dx, dy)) for row, box in chosen.items()}
            self.place(there, self.tr("Move"), f"move {self.rows()}")

    def stretch(self, dx: float, dy: float) -> None:
        """Move the right and lower edges of what is chosen."""
        handle = (int(bool(dx)), int(bool(dy)))
        there = {row: resized(box, handle, dx, dy) for row, box in self.chosen().items()}
        self.place(there, self.tr("Resize"), f"resize {self.rows()}")

    def align(self, edge: Edge) -> None:
        """Align what is chosen; a single region on the canvas."""
        self._arrange(lambda boxes: aligned(boxes, edge), self.tr("Align"))

    def distribute(self, axis: Axis) -> None:
        """Make the gaps between the chosen regions the same."""
        if len(self.chosen()) < 3:
            self.refused.emit(self.tr("Choose three regions or more to distribute them."))
            return
        self._arrange(lambda boxes: distributed(boxes, axis), self.tr("Distribute"))

    def pile(self, where: Pile) -> None:
        """Change which region lies on which. A free region so changes who fills it, too."""
        regions, rows = self.model.regions(), self.rows()
        order = piled(len(regions), rows, where)
        self.model.change(self.tr("Order"), [regions[old] for old in order])
        self.select([new for new, old in enumerate(order) if old in rows])

    def add(self, box: Box | None = None) -> None:
        """Add a region: where it was drawn, or where there is a place for it."""
        if self.model.rowCount() >= MAX_PEOPLE:
            self.refused.emit(self.tr("Agora takes 17 regions at most. Remove one first."))
        elif box is None:
            self.select([self.model.add()])
        else:
            regions = self.model.regions()
            self.model.change(self.tr("Draw region"), [*regions, box.wire()])
            self.select([len(regions)])

    def remove(self) -> None:
        """Remove what is chosen, and choose what comes after it."""
        rows = self.rows()
        if rows:
            self.model.remove(*rows)
            left = self.model.rowCount()
            self.select([min(rows[0], left - 1)] if left else [])

    def begin_with(self, kind: Template, people: int) -> None:
        """Put a template in the place of all regions; people who had a region keep it."""
        before = self.model.regions()
        named = [_rest(region) for region in before]
        made = [
            with_box(named[n] if n < len(named) else {}, box)
            for n, box in enumerate(template(kind, people))
        ]
        self.model.change(self.tr("Template"), made)
        self.select([0])

    def _arrange(self, how: Callable[[Sequence[Box]], Sequence[Box]], text: str) -> None:
        chosen = self.chosen()
        if not chosen:
            self.refused.emit(self.tr("Choose a region first."))
            return
        after = how(list(chosen.values()))
        self.place(dict(zip(chosen, after, strict=True)), text)


def _box(region: Region) -> Box | None:
    sides = [region.get(key) for key in KEYS]
    good = [
        float(side)
        for side in sides
        if isinstance(side, int | float) and not isinstance(side, bool) and math.isfinite(side)
    ]
    if len(good) < len(KEYS):
        return None
    box = Box(*good)
    drawable = box.width >= SMALLEST / 10 and box.height >= SMALLEST / 10
    return box if drawable and max(map(abs, good)) <= 1 else None


def _rest(region: Region) -> Region:
    return {key: value for key, value in region.items() if key not in KEYS}


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(box.x + dx, box.y + dy, box.width, box.height)
