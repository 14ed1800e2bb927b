"""The composite picture as it will look, drawn from the exact geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from agora_console.domain.geometry.box import Box
from agora_console.domain.layout import LAYOUTS, Layout, Rect, regions, unseen
from agora_console.ui.layout import words
from agora_console.ui.layout.region_painter import paint_region, paint_words, part_of
from agora_console.ui.layout.sources import Sources
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.theme import Theme
from agora_console.ui.widgets.picture import Picture


class LayoutPreview(Picture):
    """A picture of a layout for a number of people. The words for it are its description."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: Mapping[str, Any] = {}
        self._rects: tuple[Rect, ...] = ()
        self._canvas = (16, 9)
        self._sources = Sources.LANDSCAPE
        self._numbers = False
        self._said = ""
        self._frame = "border"
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
        self._said = self._words(people, unseen(layout, people, joined))
        self.describe(self.in_words())
        self.updateGeometry()
        self.update()

    def in_words(self) -> str:
        """What there is to see."""
        return self._said

    def describe(self, said: str) -> None:
        """Say this of the picture; assistive technology hears when it is something else."""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)
            event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(event)

    def set_sources(self, sources: Sources) -> None:
        """Draw people with pictures of another shape."""
        self._sources = sources
        self.update()

    def set_frame(self, role: str) -> None:
        """Frame the picture in a colour of the theme: "rec" for what is on air."""
        self._frame = role
        self.update()

    def set_numbers(self, shown: bool) -> None:
        """Write place and size into each region, in fractions and in pixels."""
        self._numbers = shown
        self.update()

    @property
    def custom(self) -> bool:
        """True while a custom layout is shown."""
        return self._layout.get("mixedVideoLayout") == Layout.CUSTOM

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
        painted = self.painted()
        lowest = min((rect.z for rect in painted), default=0)
        for rect in sorted(painted, key=lambda rect: rect.z):
            place = self._on_screen(rect, canvas)
            paint_region(painter, self._theme, rect, place, self._sources, lifted=rect.z > lowest)
            paint_words(painter, self._theme, self._lines(rect), place, em(self, 0.4))
        painter.setClipping(False)
        painter.setPen(QPen(self._theme.color(self._frame), 1 if self._frame == "border" else 3))
        painter.drawPath(outline)
        self.paint_over(painter, canvas)

    def painted(self) -> tuple[Rect, ...]:
        """The regions as they are painted; an editor has some of them in its hand."""
        return self._rects

    def paint_over(self, painter: QPainter, canvas: QRectF) -> None:
        """Paint what an editor shows above the regions."""

    def _lines(self, rect: Rect) -> tuple[str, ...]:
        figures = words.figures(rect, self._canvas) if self._numbers else ()
        return (words.name(rect, custom=self.custom), *figures)

    def _background(self) -> QColor:
        text = self._layout.get("backgroundColor")
        color = QColor.fromString(text) if isinstance(text, str) else QColor()
        return color if color.isValid() else QColor("#000000")

    def _on_screen(self, rect: Rect, canvas: QRectF) -> QRectF:
        return part_of(canvas, Box(rect.x, rect.y, rect.width, rect.height))

    # --- words -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            rect = self.rect_at(QPointF(event.pos()))
            if rect is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self._sentence(rect), self)
            return True
        return super().event(event)

    def rect_at(self, point: QPointF) -> Rect | None:
        """The topmost region at a point of the widget."""
        canvas = self.canvas_rect()
        hit = [rect for rect in self._rects if self._on_screen(rect, canvas).contains(point)]
        return max(hit, key=lambda rect: rect.z, default=None)

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
        ).format(words.name(rect, custom=self.custom), *percent)

    def _sentence(self, rect: Rect) -> str:
        return words.sentence(rect, self._canvas, self._sources, custom=self.custom)
