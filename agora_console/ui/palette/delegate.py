"""Paints the lines of the palette: title, what stands beside it, and the shortcut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agora_console.ui.look.metrics import font_em, scaled
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.palette.choices import CHOICE_ROLE, Choice

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_TITLE_SHARE = 0.6  # of the width; a longer title is cut


class ChoiceDelegate(QStyledItemDelegate):
    """One line per choice; what is not possible now is grey."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(font_em(option.font, 12), font_em(option.font, 2.5))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(CHOICE_ROLE)
        tokens, em = tokens_of(option.palette), font_em(option.font)
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, tokens.color("selected"))
            painter.fillRect(
                QRectF(box.left(), box.top(), em * 0.25, box.height()), tokens.color("focus")
            )
        elif option.state & QStyle.StateFlag.State_MouseOver and choice.possible:
            painter.fillRect(box, tokens.tint("hover", 0.6))
        inner = box.adjusted(em, 0, -em * 0.8, 0)
        painter.setPen(tokens.color("muted"))
        painter.setFont(option.font)
        painter.drawText(inner, _RIGHT, choice.keys)
        room = inner.width() - QFontMetricsF(option.font).horizontalAdvance(choice.keys) - em
        bold = scaled(option.font, 1.0, bold=True)
        painter.setPen(tokens.color("text" if choice.possible else "disabled"))
        used = _draw(painter, inner, choice.title, bold, room if not choice.detail else None)
        painter.setPen(tokens.color("muted" if choice.possible else "disabled"))
        beside = inner.adjusted(used + em * 0.9, 0, 0, 0)
        _draw(painter, beside, choice.detail, option.font, room - used - em)
        painter.restore()


def _draw(
    painter: QPainter, box: QRectF, text: str, font: QFont, room: float | None = None
) -> float:
    """Draw `text` at the left, cut at `room`; returns the width it took."""
    metrics = QFontMetricsF(font)
    width = box.width() * _TITLE_SHARE if room is None else max(0.0, room)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.setFont(font)
    painter.drawText(box, _LEFT, cut)
    return metrics.horizontalAdvance(cut)
