"""SessionDelegate: paints the rows of the session list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class SessionDelegate(QStyledItemDelegate):
    """Two lines: channel and chip; mode, UID and age, and the elapsed time."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        font = option.font
        row: Row = index.data(_ROW_ROLE)
        return QSize(font_em(font, 12), font_em(font, 2.5 if row.look is None else 4.1))

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
        half = inner.height() / 2
        shown, rest = fitted(look, option.font, inner.width() * _CHIP_SHARE)
        self._paint_upper(painter, option, inner.adjusted(0, 0, 0, -half), (row.title, shown))
        line = f"{rest} · {row.line}" if rest else row.line
        self._paint_lower(painter, option, inner.adjusted(0, half, 0, 0), (line, row.elapsed))

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
        painter.setFont(scaled(option.font, 1.0, bold=True))
        painter.setPen(tokens_of(option.palette).color("text"))
        _text(painter, box.adjusted(0, 0, -width - font_em(option.font, 0.5), 0), title)

    def _paint_lower(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRectF,
        content: tuple[str, str],
    ) -> None:
        """What is known of it, and for how long it has been going on."""
        line, elapsed = content
        tokens = tokens_of(option.palette)
        painter.setFont(tabular(option.font))
        painter.setPen(tokens.color("text"))
        painter.drawText(box, _RIGHT, elapsed)
        room = QFontMetricsF(painter.font()).horizontalAdvance(elapsed)
        painter.setFont(scaled(option.font, 0.96))
        painter.setPen(tokens.color("muted"))
        _text(painter, box.adjusted(0, 0, -room - font_em(option.font, 0.6), 0), line)


def fitted(look: Look, font: QFont, room: float) -> tuple[Look, str]:
    """The look as it fits into `room` pixels, and what of its word has to be said elsewhere."""
    if chip_size(look, font).width() <= room or ", " not in look.word:
        return look, ""
    first, second = look.word.split(", ", 1)
    if first != _ALARM:  # of STARTED, NOT CONFIRMED the second half is the one that warns
        first, second = second, first
    return replace(look, word=first), second.lower()


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
