"""SessionDelegate: paints the rows of the session list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from agora_console.ui.listing.letters import Letters
from agora_console.ui.look.metrics import font_em, scaled, tabular
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from agora_console.domain.states import Look
    from agora_console.ui.listing.session_rows import Row

ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # session_model.ROW_ROLE, without importing the model
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CHIP_SHARE = 0.64  # of the width; of a longer word one half goes to the second line
_LONGEST_CHIP = 0.7  # of the width, so that the channel can be told
_ALARM = "UNKNOWN"
_DOT = " · "
_HEIGHTS = ((True, 5.7), (False, 4.1))  # in em, of a row in a narrow list and in any other
_NARROW_EMS = 20.0  # below this width of the list, in em, a word and a channel are too much


class SessionDelegate(QStyledItemDelegate):
    """Two lines: channel and chip; mode, UID and age, and the elapsed time.

    In a list that is narrow for its letters the chip has a line of its own between the two. While
    `dirty` is set, only the lines that it touches are painted: with every second it is the last
    one alone.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dirty: QRegion | None = None
        self._made: _Type | None = None

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        row: Row = index.data(ROW_ROLE)
        made = self._type(option.font)
        return made.heading if row.look is None else made.sizes[_is_narrow(option, made)]

    def times_box(self, view: QAbstractItemView, rect: QRect) -> QRect:
        """Where in a row of `view` at `rect` the times stand."""
        made = self._type(view.font())
        narrow = view.viewport().width() < made.narrow
        return _lines(QRectF(rect), made.em, narrow)[-1].adjusted(0, 1, 0, 0).toAlignedRect()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.look is None:
            self._paint_title(painter, option, row)
        else:
            self._paint_row(painter, option, row, row.look)
        painter.restore()

    def _type(self, font: QFont) -> _Type:
        if self._made is None or self._made.base != font:
            self._made = _Type(font)
        return self._made

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        font = scaled(option.font, 0.85, bold=True)
        font.setCapitalization(QFont.Capitalization.AllUppercase)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        box = QRectF(option.rect).adjusted(font_em(font, 1.3), font_em(font, 0.6), 0, 0)
        painter.setFont(font)
        painter.setPen(tokens_of(option.palette).color("muted"))
        painter.drawText(box, _LEFT, row.title)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, look: Look
    ) -> None:
        made = self._type(option.font)
        _paint_ground(painter, option, made)
        boxes = _lines(QRectF(option.rect), made.em, _is_narrow(option, made))
        three, inner = len(boxes) == 3, boxes[0].width()
        shown, rest = fitted(look, option.font, inner * (1.0 if three else _CHIP_SHARE))
        if not self._is_clean(boxes[0]):
            if three:
                _paint_title_line(painter, option, boxes[0], (row.title, made))
            else:
                self._paint_upper(painter, option, boxes[0], (row.title, shown, made))
        if three and not self._is_clean(boxes[1]):
            paint_chip(painter, boxes[1], shown, option.palette, option.font)
        self._paint_lower(painter, option, boxes[-1], (rest, row, made))

    def _is_clean(self, box: QRectF) -> bool:
        """Whether nothing of it has to be painted."""
        return self.dirty is not None and not self.dirty.intersects(box.toAlignedRect())

    def _paint_upper(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        content: tuple[str, Look, _Type],
    ) -> None:
        """Channel and chip."""
        title, look, made = content
        width = min(chip_size(look, option.font).width(), box.width() * _LONGEST_CHIP)
        place = QRectF(box.right() - width, box.top(), width, box.height())
        paint_chip(painter, place, look, option.palette, option.font)
        room = box.adjusted(0, 0, -width - font_em(option.font, 0.5), 0)
        _paint_title_line(painter, option, room, (title, made))

    def _paint_lower(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        content: tuple[str, Row, _Type],
    ) -> None:
        """What is known of it, and for how long it has been going on."""
        rest, row, made = content
        tokens = tokens_of(option.palette)
        painter.setFont(made.time.font)
        painter.setPen(tokens.color("text"))
        painter.drawText(box, _RIGHT, row.elapsed)
        room = made.time.width(row.elapsed)
        place = box.adjusted(0, 0, -room - made.gap, 0)
        line = _fitted_line(rest, row.line, made.line.width, place.width())
        painter.setFont(made.line.font)
        painter.setPen(tokens.color("muted"))
        painter.drawText(place, _LEFT, made.line.cut(line, place.width()))


class _Type:
    """The letters of a list in one font, and the sizes that follow from them."""

    def __init__(self, font: QFont) -> None:
        self.base = QFont(font)
        self.em = font_em(font)
        self.gap = font_em(font, 0.6)
        self.edge = font_em(font, 0.25)
        self.narrow = font_em(font, _NARROW_EMS)
        self.title = Letters(scaled(font, 1.0, bold=True))
        self.line = Letters(scaled(font, 0.96))
        self.time = Letters(tabular(font))
        width = font_em(font, 12)
        self.heading = QSize(width, font_em(font, 2.5))
        self.sizes = {high: QSize(width, font_em(font, ems)) for high, ems in _HEIGHTS}


def _lines(rect: QRectF, em: int, narrow: bool) -> list[QRectF]:
    """The lines of a row, from top to bottom."""
    inner = rect.adjusted(em * 1.3, em * 0.45, -em * 1.1, -em * 0.45)
    count = 3 if narrow else 2
    height = inner.height() / count
    return [
        QRectF(inner.left(), inner.top() + height * number, inner.width(), height)
        for number in range(count)
    ]


def fitted_line(rest: str, line: str, font: QFont, room: float) -> str:
    """As much of `line` as fits into `room` pixels; what stands first in it goes first.

    `rest` is what the chip could not say; it is never left out. The age comes last and stays.
    """
    return _fitted_line(rest, line, QFontMetricsF(font).horizontalAdvance, room)


def _fitted_line(rest: str, line: str, width: Callable[[str], float], room: float) -> str:
    parts = line.split(_DOT)
    while True:
        text = _DOT.join([rest, *parts] if rest else parts)
        if len(parts) == 1 or width(text) <= room:
            return text
        parts = parts[1:]


def fitted(look: Look, font: QFont, room: float) -> tuple[Look, str]:
    """The look as it fits into `room` pixels, and what of its word has to be said elsewhere."""
    if chip_size(look, font).width() <= room or ", " not in look.word:
        return look, ""
    first, second = look.word.split(", ", 1)
    if first != _ALARM:  # of STARTED, NOT CONFIRMED the second half is the one that warns
        first, second = second, first
    return replace(look, word=first), second.lower()


def _is_narrow(option: QStyleOptionViewItem, made: _Type) -> bool:
    view = option.widget
    width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
    return bool(width < made.narrow)


def is_narrow(font: QFont, width: int) -> bool:
    """Whether a list `width` pixels wide is too narrow for a word beside a channel."""
    return bool(width < font_em(font, _NARROW_EMS))


def _paint_title_line(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, content: tuple[str, _Type]
) -> None:
    title, made = content
    painter.setFont(made.title.font)
    painter.setPen(tokens_of(option.palette).color("text"))
    painter.drawText(box, _LEFT, made.title.cut(title, box.width()))


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, made: _Type) -> None:
    tokens, box = tokens_of(option.palette), QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        edge = QRectF(box.left(), box.top(), made.edge, box.height())
        painter.fillRect(box, tokens.color("selected"))
        painter.fillRect(edge, tokens.color("focus"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, tokens.tint("hover", 0.6))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(tokens.color("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
