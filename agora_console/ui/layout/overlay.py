"""What the editor paints above the regions: what is chosen, its handles, the lines it caught on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from agora_console.domain.geometry.box import Box
from agora_console.domain.geometry.moving import HANDLES, Handle
from agora_console.ui.layout.gestures import Held
from agora_console.ui.layout.region_painter import part_of
from agora_console.ui.look.theme import Theme

_CURSORS = {
    (-1, -1): Qt.CursorShape.SizeFDiagCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (-1, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, -1): Qt.CursorShape.SizeVerCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (-1, 0): Qt.CursorShape.SizeHorCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
}


def handle_spot(place: QRectF, handle: Handle) -> QPointF:
    """The middle of a handle of a region at `place`."""
    across, down = handle
    middle = place.center()
    return QPointF(middle.x() + across * place.width() / 2, middle.y() + down * place.height() / 2)


def handle_at(place: QRectF, point: QPointF, reach: float) -> Handle | None:
    """The handle under a point; corners go before edges."""
    near = []
    for handle in HANDLES:
        spot = handle_spot(place, handle) - point
        if abs(spot.x()) <= reach and abs(spot.y()) <= reach:
            near.append(handle)
    return max(near, key=lambda handle: abs(handle[0]) + abs(handle[1]), default=None)


def cursor_of(handle: Handle) -> Qt.CursorShape:
    """The pointer over a handle."""
    return _CURSORS[handle]


def paint_chosen(
    painter: QPainter, theme: Theme, canvas: QRectF, boxes: Iterable[Box], handle_px: float
) -> None:
    """Frame what is chosen; a single region has its eight handles."""
    places = [part_of(canvas, box) for box in boxes]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in places:
        painter.setPen(QPen(theme.color("canvas"), 4))
        painter.drawRect(place)
        painter.setPen(QPen(theme.color("canvas_mark"), 2))
        painter.drawRect(place)
    if len(places) == 1:
        painter.setPen(QPen(theme.color("canvas"), 1))
        painter.setBrush(theme.color("tile_text"))
        for handle in HANDLES:
            spot = handle_spot(places[0], handle)
            half = handle_px / 2
            painter.drawRect(QRectF(spot.x() - half, spot.y() - half, handle_px, handle_px))


def paint_lines(painter: QPainter, theme: Theme, canvas: QRectF, held: Held) -> None:
    """Draw the lines that something caught on, across the whole canvas."""
    painter.setPen(QPen(theme.color("canvas_mark"), 1, Qt.PenStyle.DashLine))
    for x in held.upright:
        at = canvas.left() + x * canvas.width()
        painter.drawLine(QPointF(at, canvas.top()), QPointF(at, canvas.bottom()))
    for y in held.level:
        at = canvas.top() + y * canvas.height()
        painter.drawLine(QPointF(canvas.left(), at), QPointF(canvas.right(), at))
