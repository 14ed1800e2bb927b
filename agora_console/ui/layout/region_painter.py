"""Paints one region: the picture in it as crop or fit leaves it, its edge, its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from agora_console.domain.geometry.box import Box
from agora_console.domain.geometry.picture import Placement, place
from agora_console.domain.layout import FIT, Rect
from agora_console.ui.layout.sources import Sources
from agora_console.ui.look.theme import Theme

_TILES = 6
_VEIL = 0.45
_GHOST = 0.55  # how much of a transparent region is still seen, so that it can be found


def part_of(place: QRectF, box: Box) -> QRectF:
    """The part of a place on screen that `box` means, in fractions of it."""
    return QRectF(
        place.left() + box.x * place.width(),
        place.top() + box.y * place.height(),
        box.width * place.width(),
        box.height * place.height(),
    )


def paint_region(
    painter: QPainter, theme: Theme, rect: Rect, place_px: QRectF, sources: Sources, *, lifted: bool
) -> None:
    """Paint the picture and the edge; `lifted` means that it lies on something else."""
    shown = place_px.adjusted(1, 1, -1, -1) if rect.width < 1 or rect.height < 1 else place_px
    if rect.slot and shown.width() > 0 and shown.height() > 0:
        painter.setOpacity(1 - _GHOST * (1 - rect.alpha) if rect.alpha else 0.2)
        _paint_picture(painter, theme, rect, shown, sources)
        painter.setOpacity(1.0)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if lifted:  # it lies on another of the same colour
        painter.setPen(QPen(theme.color("canvas"), 2))
        painter.drawRect(shown)
    if not rect.slot:
        painter.setPen(QPen(theme.color("tile_text"), 1, Qt.PenStyle.DashLine))
        painter.drawRect(shown)


def paint_words(
    painter: QPainter, theme: Theme, lines: Sequence[str], place_px: QRectF, pad: float
) -> None:
    """Write as many of the lines as there is room for, from the top left, on a veil."""
    metrics = QFontMetricsF(painter.font())
    room = place_px.adjusted(pad, pad * 0.6, -pad, 0)
    veil = QColor(theme.color("canvas"))
    veil.setAlphaF(_VEIL)
    for line in lines:
        if room.height() < metrics.height() * 0.8:
            return
        text = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        ground = QRectF(room.topLeft(), metrics.boundingRect(text).size())
        painter.fillRect(ground.adjusted(-pad * 0.5, 0, pad * 0.5, 0), veil)
        painter.setPen(theme.color("tile_text"))
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), text)
        room.setTop(room.top() + metrics.height())


def _paint_picture(
    painter: QPainter, theme: Theme, rect: Rect, shown: QRectF, sources: Sources
) -> None:
    tint = theme.color(f"tile{(rect.slot - 1) % _TILES + 1}")
    placed = place((shown.width(), shown.height()), sources.shape(rect.slot), rect.render_mode)
    picture = part_of(shown, placed.shown)
    if rect.render_mode == FIT:
        painter.fillRect(shown, tint.darker(150))
    painter.fillRect(picture, tint)
    painter.save()
    painter.setClipRect(picture, Qt.ClipOperation.IntersectClip)
    painter.fillPath(_person(_whole(picture, placed)), tint.lighter(118))
    painter.restore()


def _whole(picture: QRectF, placed: Placement) -> QRectF:
    """Where all of the picture would be, with what is cut off."""
    width, height = picture.width() / placed.seen.width, picture.height() / placed.seen.height
    return QRectF(
        picture.left() - placed.seen.x * width,
        picture.top() - placed.seen.y * height,
        width,
        height,
    )


def _person(frame: QRectF) -> QPainterPath:
    """Head and shoulders in the middle of a picture, so that one sees what a crop costs."""
    size = min(frame.width(), frame.height())
    middle = frame.center()
    path = QPainterPath()
    path.addEllipse(QPointF(middle.x(), middle.y() - 0.1 * size), 0.13 * size, 0.16 * size)
    chest = QRectF(middle.x() - 0.3 * size, middle.y() + 0.12 * size, 0.6 * size, frame.height())
    path.addRoundedRect(chest, 0.3 * size, 0.36 * size)
    return path.simplified()
