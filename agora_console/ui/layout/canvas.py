"""LayoutCanvas: the preview of a custom layout under the hand - draw, drag, resize, nudge."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter

from agora_console.domain.geometry.arranging import Pile
from agora_console.domain.geometry.box import Box
from agora_console.domain.geometry.snapping import Snapping
from agora_console.domain.layout import Rect
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.layout.bench import Bench
from agora_console.ui.layout.gestures import NEW, Draw, Gesture, Held, Move, Point, Resize
from agora_console.ui.layout.overlay import (
    cursor_of,
    handle_at,
    paint_chosen,
    paint_lines,
)
from agora_console.ui.layout.region_painter import part_of
from agora_console.ui.look.metrics import em

GRID = 0.01
"""Distance of the lines of the grid."""

BIGGER = 5
"""With Shift a key moves so many steps at once."""

_ARROWS: Mapping[int, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class LayoutCanvas(LayoutPreview):
    """A preview; with a bench and a custom layout it is an editor as well.

    `drawing_changed` says whether the next drag draws a new region.
    """

    drawing_changed = Signal(bool)

    bench: Bench | None = None
    drawing = False
    snaps = True
    _gesture: Gesture | None = None
    _held = Held()

    def edit(self, bench: Bench) -> None:
        """Work on the regions of `bench`, while a custom layout is shown."""
        self.bench = bench
        self.setMouseTracking(True)
        bench.selected.connect(self._on_selected)

    def set_drawing(self, drawing: bool) -> None:
        """Let the next drag draw a new region, also upon others."""
        if drawing != self.drawing:
            self.drawing = drawing
            self.drawing_changed.emit(drawing)

    def set_snaps(self, snaps: bool) -> None:
        """Catch on edges, middles and the grid, or on nothing."""
        self.snaps = snaps

    @property
    def editable(self) -> bool:
        """True while a hand may change something."""
        return self.bench is not None and self.custom

    def show_layout(
        self,
        layout: Mapping[str, Any],
        people: int,
        canvas: tuple[int, int],
        joined: Sequence[str] = (),
    ) -> None:
        super().show_layout(layout, people, canvas, joined)
        self._drop()
        self._follow()

    # --- painting ------------------------------------------------------------------

    def painted(self) -> tuple[Rect, ...]:
        rects = super().painted()
        held = self._held.boxes
        there = [_moved(rect, held[rect.z]) if rect.z in held else rect for rect in rects]
        if NEW in held:
            there.append(_moved(Rect(0, 0, 0, 0, z=len(rects) + 1), held[NEW]))
        return tuple(there)

    def paint_over(self, painter: QPainter, canvas: QRectF) -> None:
        if self.bench is None or not self.editable:
            return
        chosen = {row: self._held.boxes.get(row, box) for row, box in self.bench.chosen().items()}
        if NEW in self._held.boxes:
            chosen = {NEW: self._held.boxes[NEW]}
        paint_chosen(painter, self._theme, canvas, chosen.values(), em(self, 0.55))
        paint_lines(painter, self._theme, canvas, self._held)

    # --- the pointer -----------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.bench is None or not self.editable or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        point = self._fraction(event.position())
        self._gesture = self._begin(self.bench, event.position(), point, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            self._show_cursor(event.position())
            return
        free = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        snapping = Snapping() if free or not self.snaps else self._snapping()
        self._held = self._gesture.to(self._fraction(event.position()), snapping)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture, held = self._gesture, self._held
        self._drop()
        if self.bench is None or gesture is None or not held.boxes:
            return
        if isinstance(gesture, Draw):
            self.set_drawing(False)
            self.bench.add(held.boxes[NEW])
        else:
            resize = isinstance(gesture, Resize)
            self.bench.place(held.boxes, self.tr("Resize") if resize else self.tr("Move"))

    def _begin(
        self, bench: Bench, spot: QPointF, point: Point, keys: Qt.KeyboardModifier
    ) -> Gesture | None:
        if self.drawing:
            return Draw(point)
        chosen = bench.chosen()
        if len(chosen) == 1:
            ((row, box),) = chosen.items()
            handle = handle_at(part_of(self.canvas_rect(), box), spot, em(self, 0.5))
            if handle is not None:
                return Resize(point, row, box, handle)
        rect = self.rect_at(spot)
        if rect is None:
            bench.select([])
            return Draw(point)
        if keys & (_CTRL | _SHIFT):
            bench.toggle(rect.z)
            return None
        if rect.z not in chosen:
            bench.select([rect.z])
        return Move(point, bench.chosen())

    def _snapping(self) -> Snapping:
        assert self.bench is not None
        moving = self.bench.rows()
        others = tuple(box for row, box in self.bench.boxes().items() if row not in moving)
        canvas, reach = self.canvas_rect(), em(self, 0.5)
        return Snapping(others, (reach / canvas.width(), reach / canvas.height()), GRID)

    def _show_cursor(self, spot: QPointF) -> None:
        if self.bench is None or not self.editable:
            self.unsetCursor()
            return
        chosen = list(self.bench.chosen().values())
        place = part_of(self.canvas_rect(), chosen[0]) if len(chosen) == 1 else QRectF()
        handle = handle_at(place, spot, em(self, 0.5)) if chosen and not self.drawing else None
        if handle is not None:
            self.setCursor(cursor_of(handle))
        elif self.drawing or self.rect_at(spot) is None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.setCursor(Qt.CursorShape.SizeAllCursor)

    def _fraction(self, spot: QPointF) -> Point:
        canvas = self.canvas_rect()
        return (spot.x() - canvas.left()) / canvas.width(), (
            spot.y() - canvas.top()
        ) / canvas.height()

    def _drop(self) -> None:
        self._gesture, self._held = None, Held()
        self.update()

    # --- the keyboard ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.bench is None or not self.editable or not self._pressed(self.bench, event):
            super().keyPressEvent(event)

    def _pressed(self, bench: Bench, event: QKeyEvent) -> bool:
        """Whether a key meant something here."""
        key, keys = event.key(), event.modifiers()
        if key in _ARROWS:
            self._step(bench, _ARROWS[key], keys)
            return True
        if key == Qt.Key.Key_Escape and (self._gesture or self.drawing or bench.rows()):
            self._drop()
            self.set_drawing(False)
            bench.select([])
            return True
        if key == Qt.Key.Key_A and keys & _CTRL:
            bench.select(bench.boxes())
            return True
        does: Mapping[int, Callable[[], None]] = {
            Qt.Key.Key_PageDown: lambda: bench.step(1),
            Qt.Key.Key_PageUp: lambda: bench.step(-1),
            Qt.Key.Key_Delete: bench.remove,
            Qt.Key.Key_Backspace: bench.remove,
            Qt.Key.Key_Insert: bench.add,
            Qt.Key.Key_BracketRight: lambda: bench.pile(Pile.FORWARD),
            Qt.Key.Key_BracketLeft: lambda: bench.pile(Pile.BACKWARD),
        }
        if key in does:
            does[key]()
        return key in does

    def _step(self, bench: Bench, way: Point, keys: Qt.KeyboardModifier) -> None:
        """An arrow: one line of the grid, or one pixel of the picture where nothing catches."""
        steps = BIGGER if keys & _SHIFT else 1
        width, height = self._canvas
        across, down = (GRID, GRID) if self.snaps else (1 / width, 1 / height)
        move = bench.stretch if keys & _CTRL else bench.nudge
        move(way[0] * steps * across, way[1] * steps * down)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by keyboard has something in hand."""
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        if by_key and self.bench is not None and self.editable and not self.bench.rows():
            self.bench.step(1)

    # --- what is said --------------------------------------------------------------------

    def _on_selected(self) -> None:
        self.update()
        self._follow()

    def _follow(self) -> None:
        """Be reached by Tab while there is something to do; say what is chosen."""
        policy = Qt.FocusPolicy.StrongFocus if self.editable else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.describe(self.in_words())

    def in_words(self) -> str:
        said = super().in_words()
        if self.bench is None or not self.editable:
            return said
        rows = self.bench.rows()
        chosen = [self._sentence(rect) for rect in self.rects() if rect.z in rows]
        hint = self.tr(
            "Arrows move, Ctrl with arrows resizes, Shift for more; Page Down chooses the next; "
            "Delete removes. The table has the same regions."
        )
        first = self.tr("Chosen: {0}.").format("; ".join(chosen)) if chosen else ""
        return " ".join(part for part in (first, said, hint) if part)


def _moved(rect: Rect, box: Box) -> Rect:
    return replace(rect, x=box.x, y=box.y, width=box.width, height=box.height)
