"""The shapes of the states, drawn in a square. None depends on a glyph of a font."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_UNIT = QRectF(0, 0, 1, 1)


def draw_shape(painter: QPainter, shape: str, box: QRectF, color: QColor) -> None:
    """Draw `shape` into `box` in `color`; an unknown name is drawn as an outline."""
    painter.save()
    painter.translate(box.topLeft())
    painter.scale(box.width(), box.height())
    pen = QPen(color, 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES.get(shape, _outline)(painter, color)
    painter.restore()


def _round(inset: float) -> QRectF:
    return _UNIT.adjusted(inset, inset, -inset, -inset)


def _lines(painter: QPainter, *points: tuple[float, float]) -> None:
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def _fill(painter: QPainter, color: QColor, *points: tuple[float, float]) -> None:
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _outline(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.16))


def _ring(painter: QPainter, color: QColor) -> None:
    painter.drawArc(_round(0.14), 60 * 16, 270 * 16)


def _half(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.14))
    painter.setBrush(color)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPie(_round(0.14), 90 * 16, 180 * 16)


def _dot(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(_round(0.1))


def _dot_alert(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(QRectF(0.0, 0.36, 0.5, 0.5))
    _fill(painter, color, (0.72, 0.1), (1.02, 0.62), (0.42, 0.62))


def _question(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.06))
    painter.drawArc(QRectF(0.34, 0.24, 0.32, 0.3), -60 * 16, 230 * 16)
    _lines(painter, (0.55, 0.52), (0.5, 0.6))
    painter.drawPoint(QPointF(0.5, 0.76))


def _alert(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.06))
    _lines(painter, (0.5, 0.26), (0.5, 0.56))
    painter.drawPoint(QPointF(0.5, 0.76))


def _up(painter: QPainter, color: QColor) -> None:
    _lines(painter, (0.5, 0.88), (0.5, 0.14))
    _lines(painter, (0.22, 0.42), (0.5, 0.12), (0.78, 0.42))


def _check(painter: QPainter, color: QColor) -> None:
    _lines(painter, (0.12, 0.54), (0.4, 0.82), (0.9, 0.2))


def _check_outline(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.06))
    _lines(painter, (0.3, 0.52), (0.45, 0.67), (0.71, 0.36))


def _backup(painter: QPainter, color: QColor) -> None:
    painter.drawArc(_round(0.14), 130 * 16, 290 * 16)
    end = math.radians(130)
    x, y = 0.5 + 0.36 * math.cos(end), 0.5 - 0.36 * math.sin(end)
    _lines(painter, (x - 0.02, y - 0.22), (x, y), (x + 0.24, y + 0.02))


def _empty(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.16))
    _lines(painter, (0.12, 0.88), (0.88, 0.12))


def _square(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRoundedRect(_round(0.16), 0.08, 0.08)


def _cross(painter: QPainter, color: QColor) -> None:
    _lines(painter, (0.2, 0.2), (0.8, 0.8))
    _lines(painter, (0.8, 0.2), (0.2, 0.8))


def _barred(painter: QPainter, color: QColor) -> None:
    painter.drawEllipse(_round(0.08))
    _lines(painter, (0.3, 0.5), (0.7, 0.5))


_SHAPES: dict[str, Callable[[QPainter, QColor], None]] = {
    "outline": _outline,
    "ring": _ring,
    "half": _half,
    "dot": _dot,
    "dot_alert": _dot_alert,
    "question": _question,
    "alert": _alert,
    "up": _up,
    "check_outline": _check_outline,
    "check": _check,
    "backup": _backup,
    "empty": _empty,
    "square": _square,
    "cross": _cross,
    "barred": _barred,
}
SHAPES = frozenset(_SHAPES)
"""The names `draw_shape` knows."""
