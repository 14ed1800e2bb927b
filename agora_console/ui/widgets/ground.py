"""Ground: what a widget is painted on, where it is whole, so that nothing shows through it.

Qt paints whatever lies behind a change as well, up to the window: with a dozen widgets in each
other, every tick of a timer and every blink of a caret paints a dozen grounds. One that says that
it hides what is behind it ends that.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOption, QWidget


def hide_behind(widget: QWidget) -> None:
    """Promise that `widget` paints all of itself; its `paintEvent` calls `paint_ground` first."""
    widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def paint_ground(widget: QWidget) -> None:
    """Paint what the style sheet says of a widget; its ground there must be whole, without round
    corners.
    """
    option = QStyleOption()
    option.initFrom(widget)
    painter = QPainter(widget)
    widget.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, widget)


class Ground(QWidget):
    """The ground of a page, inside of what scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ground")
        hide_behind(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self)
