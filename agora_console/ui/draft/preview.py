"""The composite picture as it will look, drawn from the exact geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from agora_console.domain.layout import FIT, LAYOUTS, Layout, Rect, regions, unseen
from agora_console.ui.metrics import em, mono
from agora_console.ui.theme import Theme

_TILES = 6
_SOURCE = 16 / 9  # what most cameras send; shows the bars of a region that is fitted


class LayoutPreview(QWidget):
    """A picture of a layout for a number of people. The words for it are its description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: Mapping[str, Any] = {}
        self._rects: tuple[Rect, ...] = ()
        self._canvas = (16, 9)
        self.setAccessibleName(self.tr("Layout preview"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self.update)

    def show_layout(
        self,
        layout: Mapping[str, Any],
        people: int,
        canvas: tuple[int, int],
        joined: Sequence[str] = (),
    ) -> None:
        """Show `layout` (transcodingConfig or updateLayout) on a canvas of width x height px.

        `people` and `joined` are what `domain.layout.regions` takes. A canvas that is not a size
        is drawn 16:9.
        """
        width, height = canvas
        self._canvas = canvas if width > 0 and height > 0 else (16, 9)
        self._layout = layout
        self._rects = regions(layout, people, joined)
        words = self._words(people, unseen(layout, people, joined))
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)
        self.updateGeometry()
        self.update()

    def rects(self) -> tuple[Rect, ...]:
        """The regions shown now, in fractions of the canvas."""
        return self._rects

    # --- size ------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        width = em(self, 24)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(em(self, 10), em(self, 7))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        ratio = self._canvas[1] / self._canvas[0]
        return round(min(max(width * ratio, em(self, 7)), em(self, 21)))

    def canvas_rect(self) -> QRectF:
        """Where the canvas lies in the widget, in device-independent pixels."""
        size = QSize(*self._canvas).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    # --- painting --------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(mono(self.font(), 0.9))
        canvas = self.canvas_rect()
        outline = QPainterPath()
        outline.addRoundedRect(canvas, em(self, 0.3), em(self, 0.3))
        painter.setClipPath(outline)
        painter.fillRect(canvas, self._background())
        for rect in sorted(self._rects, key=lambda rect: rect.z):
            self._paint_region(painter, rect, self._on_screen(rect, canvas))
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawPath(outline)

    def _paint_region(self, painter: QPainter, rect: Rect, place: QRectF) -> None:
        shown = place.adjusted(1, 1, -1, -1) if rect.width < 1 or rect.height < 1 else place
        painter.setOpacity(0.25 + 0.75 * rect.alpha if rect.slot else 1.0)
        if rect.slot:
            tint = self._theme.color(f"tile{(rect.slot - 1) % _TILES + 1}")
            painter.fillRect(shown, tint.darker(150) if rect.render_mode == FIT else tint)
            if rect.render_mode == FIT:
                painter.fillRect(_fitted(shown), tint)
        painter.setOpacity(1.0)
        if rect.z > min(each.z for each in self._rects):  # it lies on another of the same colour
            painter.setPen(QPen(self._theme.color("canvas"), 2))
            painter.drawRect(shown)
        pen = QPen(self._theme.color("tile_text"), 1)
        if not rect.slot:
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawRect(shown)
        painter.setPen(pen)
        self._paint_label(painter, self._label(rect), shown)

    def _paint_label(self, painter: QPainter, label: str, place: QRectF) -> None:
        metrics = QFontMetricsF(painter.font())
        pad = em(self, 0.4)
        room = place.adjusted(pad, pad * 0.6, -pad, 0)
        if room.height() < metrics.height() * 0.8:
            return
        text = metrics.elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        ground = QRectF(room.topLeft(), metrics.boundingRect(text).size())
        ground.adjust(-pad * 0.5, 0, pad * 0.5, 0)
        veil = QColor(self._theme.color("canvas"))
        veil.setAlphaF(0.45)
        painter.fillRect(ground, veil)
        painter.drawText(QPointF(room.left(), room.top() + metrics.ascent()), text)

    def _background(self) -> QColor:
        text = self._layout.get("backgroundColor")
        color = QColor.fromString(text) if isinstance(text, str) else QColor()
        return color if color.isValid() else QColor("#000000")

    def _on_screen(self, rect: Rect, canvas: QRectF) -> QRectF:
        return QRectF(
            canvas.left() + rect.x * canvas.width(),
            canvas.top() + rect.y * canvas.height(),
            rect.width * canvas.width(),
            rect.height * canvas.height(),
        )

    # --- words -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            rect = self._at(QPointF(event.pos()))
            if rect is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._figures(rect), self)
            return True
        return super().event(event)

    def _at(self, point: QPointF) -> Rect | None:
        canvas = self.canvas_rect()
        hit = [rect for rect in self._rects if self._on_screen(rect, canvas).contains(point)]
        return max(hit, key=lambda rect: rect.z, default=None)

    def _label(self, rect: Rect) -> str:
        if rect.uid:
            where = str(rect.slot) if rect.slot else self.tr("empty")
            return self.tr("{0} · uid {1}").format(where, rect.uid)
        return str(rect.slot) if rect.slot else self.tr("empty")

    def _figures(self, rect: Rect) -> str:
        width, height = self._canvas
        picture = self.tr("fit") if rect.render_mode == FIT else self.tr("crop")
        return self.tr(
            "{0}: left {1:.6f}, top {2:.6f}, {3:.6f} × {4:.6f} ({5} × {6} px), {7}"
        ).format(
            self._label(rect),
            rect.x,
            rect.y,
            rect.width,
            rect.height,
            round(rect.width * width),
            round(rect.height * height),
            picture,
        )

    def _words(self, people: int, left_out: int) -> str:
        number = self._layout.get("mixedVideoLayout", Layout.FLOATING)
        name = LAYOUTS.get(number, "") if isinstance(number, int) else ""
        if not name:
            return self.tr("Unknown layout")
        parts = [self.tr("Layout {0}, people: {1}").format(name, people)]
        parts += [self._phrase(rect) for rect in self._rects]
        if left_out:
            parts.append(self.tr("People without a region: {0}").format(left_out))
        return ". ".join(parts) + "."

    def _phrase(self, rect: Rect) -> str:
        percent = [round(100 * side) for side in (rect.x, rect.y, rect.width, rect.height)]
        return self.tr(
            "{0}: {1} % from the left, {2} % from the top, {3} % wide, {4} % high"
        ).format(self._label(rect), *percent)


def _fitted(place: QRectF) -> QRectF:
    """The part of a region that a whole 16:9 picture covers."""
    width = min(place.width(), place.height() * _SOURCE)
    fitted = QRectF(0, 0, width, width / _SOURCE)
    fitted.moveCenter(place.center())
    return fitted
