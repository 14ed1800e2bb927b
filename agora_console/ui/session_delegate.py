"""SessionDelegate: paints the rows of the session list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from agora_console.ui.metrics import font_em, scaled, tabular
from agora_console.ui.tokens import tokens_of
from agora_console.ui.widgets.chip import chip_size, paint_chip

if TYPE_CHECKING:
    from agora_console.domain.states import Look
    from agora_console.ui.session_rows import Row

_ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # session_model.ROW_ROLE, without importing the model
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_CHIP_SHARE = 0.64  # of the width; of a longer word one half goes to the second line
_LONGEST_CHIP = 0.7  # of the width, so that the channel can be told
_ALARM = "UNKNOWN"
_DOT = " · "
_NARROW_EMS = 20.0  # below this width of the list, in em, a word and a channel are too much


class SessionDelegate(QStyledItemDelegate):
    """Two lines: channel and chip; mode, UID and age, and the elapsed time.

    In a list that is narrow for its letters the chip has a line of its own between the two.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        font = option.font
        row: Row = index.data(_ROW_ROLE)
        height = 5.7 if _is_narrow(option) else 4.1
        return QSize(font_em(font, 12), font_em(font, 2.5 if row.look is None else height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(_ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.look is None:
            self._paint_title(painter, option, row)
        else:
            self._paint_row(painter, option, row, row.look)
        painter.restore()

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
        _paint_ground(painter, option)
        em = font_em(option.font)
        inner = QRectF(option.rect).adjusted(em * 1.3, em * 0.45, -em * 1.1, -em * 0.45)
        lines = 3 if _is_narrow(option) else 2
        height = inner.height() / lines
        boxes = [
            QRectF(inner.left(), inner.top() + height * number, inner.width(), height)
            for number in range(lines)
        ]
        share = 1.0 if lines == 3 else _CHIP_SHARE
        shown, rest = fitted(look, option.font, inner.width() * share)
        if lines == 3:
            _paint_title_line(painter, option, boxes[0], row.title)
            paint_chip(painter, boxes[1], shown, option.palette, option.font)
        else:
            self._paint_upper(painter, option, boxes[0], (row.title, shown))
        self._paint_lower(painter, option, boxes[-1], (rest, row.line, row.elapsed))

    def _paint_upper(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        content: tuple[str, Look],
    ) -> None:
        """Channel and chip."""
        title, look = content
        width = min(chip_size(look, option.font).width(), box.width() * _LONGEST_CHIP)
        place = QRectF(box.right() - width, box.top(), width, box.height())
        paint_chip(painter, place, look, option.palette, option.font)
        room = box.adjusted(0, 0, -width - font_em(option.font, 0.5), 0)
        _paint_title_line(painter, option, room, title)

    def _paint_lower(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        content: tuple[str, str, str],
    ) -> None:
        """What is known of it, and for how long it has been going on."""
        rest, line, elapsed = content
        tokens = tokens_of(option.palette)
        painter.setFont(tabular(option.font))
        painter.setPen(tokens.color("text"))
        painter.drawText(box, _RIGHT, elapsed)
        room = QFontMetricsF(painter.font()).horizontalAdvance(elapsed)
        painter.setFont(scaled(option.font, 0.96))
        painter.setPen(tokens.color("muted"))
        place = box.adjusted(0, 0, -room - font_em(option.font, 0.6), 0)
        _text(painter, place, fitted_line(rest, line, painter.font(), place.width()))


def fitted_line(rest: str, line: str, font: QFont, room: float) -> str:
    """As much of `line` as fits into `room` pixels; what stands first in it goes first.

    `rest` is what the chip could not say; it is never left out. The age comes last and stays.
    """
    metrics = QFontMetricsF(font)
    parts = line.split(_DOT)
    while True:
        text = _DOT.join([rest, *parts] if rest else parts)
        if len(parts) == 1 or metrics.horizontalAdvance(text) <= room:
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


def _is_narrow(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
    return is_narrow(option.font, width)


def is_narrow(font: QFont, width: int) -> bool:
    """Whether a list `width` pixels wide is too narrow for a word beside a channel."""
    return bool(width < font_em(font, _NARROW_EMS))


def _paint_title_line(
    painter: QPainter, option: QStyleOptionViewItem, box: QRectF, title: str
) -> None:
    painter.setFont(scaled(option.font, 1.0, bold=True))
    painter.setPen(tokens_of(option.palette).color("text"))
    _text(painter, box, title)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    tokens, box = tokens_of(option.palette), QRectF(option.rect)
    if option.state & QStyle.StateFlag.State_Selected:
        edge = QRectF(box.left(), box.top(), font_em(option.font, 0.25), box.height())
        painter.fillRect(box, tokens.color("selected"))
        painter.fillRect(edge, tokens.color("focus"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(box, tokens.tint("hover", 0.6))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(tokens.color("focus"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))


def _text(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw `text` with the painter's font and pen, cut where the box ends."""
    metrics = QFontMetricsF(painter.font())
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, _LEFT, cut)
