"""Delegates of the table of channels: the state as a chip with a sentence, presets by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from agora_console.domain.states import Look
from agora_console.ui.batch.model import LOOK_ROLE
from agora_console.ui.look.metrics import font_em
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.widgets.chip import chip_size, paint_chip

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class StateDelegate(QStyledItemDelegate):
    """Chip and sentence in one line; the whole sentence is in the tooltip."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look: Look | None = index.data(LOOK_ROLE)
        painter.save()
        tokens, em = tokens_of(option.palette), font_em(option.font)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.color("selected"))
        if look is not None:
            box = QRectF(option.rect).adjusted(em * 0.4, 0, -em * 0.4, 0)
            width = min(float(chip_size(look, option.font).width()), box.width())
            chip = QRectF(box.left(), box.top(), width, box.height())
            paint_chip(painter, chip, look, option.palette, option.font)
            painter.setPen(tokens.color("amber" if look.attention else "muted"))
            painter.setFont(option.font)
            room = box.adjusted(width + em * 0.6, 0, 0, 0)
            metrics = QFontMetricsF(option.font)
            cut = metrics.elidedText(look.sentence, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, cut)
        painter.restore()


class PresetDelegate(QStyledItemDelegate):
    """Typing a preset offers the names there are."""

    def __init__(self, names: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS)))
        offered = QCompleter(list(self._names()), line)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(offered)
        return line


_ACROSS = Qt.Orientation.Horizontal
