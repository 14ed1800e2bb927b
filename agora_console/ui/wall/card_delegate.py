"""Paints a recording as a card: channel, state word, timer, what is known and how old it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agora_console.domain.states import Look
from agora_console.ui.listing.session_delegate import fitted, fitted_line
from agora_console.ui.listing.session_model import ROW_ROLE
from agora_console.ui.listing.session_rows import Row
from agora_console.ui.look.metrics import font_em, scaled, tabular
from agora_console.ui.look.tokens import Tokens, tokens_of
from agora_console.ui.wall.grid import Grid
from agora_console.ui.widgets.chip import chip_size, paint_chip

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_BAND = {
    "neutral": "border",
    "blue": "blue",
    "red_fill": "rec",
    "amber": "amber",
    "green": "green",
    "grey": "muted",
    "red_outline": "danger",
}
_GAP = 0.5  # em around a card
_WORD, _TITLE, _TIMER = 1.55, 1.25, 2.1  # sizes of the letters, times the scale


class CardDelegate(QStyledItemDelegate):
    """`set_grid` says how large the cards and their letters are."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = Grid(1, 100, 100, 1.0)

    def set_grid(self, grid: Grid) -> None:
        """Paint in this size from now on."""
        self._grid = grid

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._grid.width, self._grid.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: Row = index.data(ROW_ROLE)
        if row.look is None:
            return
        tokens = tokens_of(option.palette)
        gap = font_em(option.font, _GAP)
        card = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, card, tokens, _BAND.get(row.look.tone, "border"))
        edge = font_em(option.font, 0.9 * self._grid.scale)
        inner = card.adjusted(edge, edge * 0.8, -edge, -edge * 0.4)
        _content(painter, option, inner, (row, row.look), self._grid.scale)
        painter.restore()


def _ground(
    painter: QPainter, option: QStyleOptionViewItem, card: QRectF, tokens: Tokens, role: str
) -> None:
    round_ = font_em(option.font, 0.6)
    shape = QPainterPath()
    shape.addRoundedRect(card, round_, round_)
    painter.fillPath(shape, tokens.color("surface"))
    painter.save()
    painter.setClipPath(shape)
    band = font_em(option.font, 0.45)
    painter.fillRect(QRectF(card.left(), card.top(), card.width(), band), tokens.color(role))
    painter.restore()
    focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(tokens.color("focus" if focused else "border"), 2.0 if focused else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)


def _content(
    painter: QPainter,
    option: QStyleOptionViewItem,
    box: QRectF,
    shown: tuple[Row, Look],
    scale: float,
) -> None:
    """Five lines: channel, word, timer, sentence, what is known of it."""
    row, whole = shown
    tokens, font = tokens_of(option.palette), option.font
    small = scaled(font, scale)
    word = _word_font(font, whole, scale, box.width())
    title = scaled(font, _TITLE * scale, bold=True)
    timer = tabular(scaled(font, _TIMER * scale, bold=True))
    lines = _lines(box, (title, scaled(font, _WORD * scale), timer, small, small))
    look, rest = fitted(whole, word, box.width())
    paint_chip(painter, lines[1], look, option.palette, word)
    said = " · ".join(part for part in (rest, whole.sentence) if part)
    known = fitted_line("", row.line, small, box.width())
    text, muted = tokens.color("text"), tokens.color("muted")
    _text(painter, lines[0], row.title, (title, text))
    _text(painter, lines[2], row.elapsed or "—", (timer, text if row.over_since is None else muted))
    amber = tokens.color("amber") if whole.attention else text
    _text(painter, lines[3], said, (small, amber))
    _text(painter, lines[4], known, (small, muted))


def _word_font(font: QFont, look: Look, scale: float, room: float) -> QFont:
    """As large as the whole word allows; only what fits in no size is told in two places."""
    sizes = [scaled(font, factor * scale) for factor in (_WORD, 1.3, 1.1)]
    return next((each for each in sizes if chip_size(look, each).width() <= room), sizes[0])


def _lines(box: QRectF, fonts: tuple[QFont, ...]) -> list[QRectF]:
    """One box below the other, each as high as its letters want, as they share what there is."""
    wanted = [QFontMetricsF(font).height() for font in fonts]
    wanted[1] *= 1.3  # the frame of the chip
    share = box.height() / sum(wanted)
    lines, top = [], box.top()
    for height in wanted:
        lines.append(QRectF(box.left(), top, box.width(), height * share))
        top += height * share
    return lines


def _text(painter: QPainter, box: QRectF, text: str, ink: tuple[QFont, QColor]) -> None:
    font, color = ink
    cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(box, _LEFT | int(Qt.TextFlag.TextDontClip), cut)
