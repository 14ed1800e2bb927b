"""StateChip: shape, colour and word of a state. The word is the truth, the rest helps."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from agora_console.ui.look.metrics import font_em, scaled
from agora_console.ui.look.tokens import tokens_of
from agora_console.ui.widgets.shapes import draw_shape

if TYPE_CHECKING:
    from agora_console.domain.states import Look

_ROLES = {
    "neutral": "neutral",
    "blue": "blue",
    "red_fill": "rec_text",
    "amber": "amber",
    "green": "green",
    "grey": "muted",
    "red_outline": "danger",
}
_FRAMED = {"red_fill", "red_outline"}


def chip_font(base: QFont) -> QFont:
    """The font of the word in a chip."""
    return _chip_font(base.toString())


def chip_size(look: Look, base: QFont) -> QSize:
    """The room a chip takes when nothing is cut, in device-independent pixels."""
    return QSize(*_chip_size(look.word, look.tone in _FRAMED, base.toString()))


@lru_cache
def _chip_font(base: str) -> QFont:
    whole = QFont()
    whole.fromString(base)
    font = scaled(whole, 0.88, bold=True)
    font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 102)
    return font


@lru_cache(512)
def _chip_size(word: str, framed: bool, base: str) -> tuple[int, int]:
    font = _chip_font(base)
    size, metrics = font_em(font), QFontMetricsF(font)
    inside = size * 1.5 + metrics.horizontalAdvance(word)
    padding = size * (1.2 if framed else 0.2)
    return round(inside + padding + 1), round(metrics.height() + size * 0.5)


def paint_chip(painter: QPainter, rect: QRectF, look: Look, palette: QPalette, base: QFont) -> None:
    """Paint a chip at the left of `rect`, centred in its height; the word is cut where it ends."""
    tokens = tokens_of(palette)
    color = tokens.color(_ROLES.get(look.tone, "neutral"))
    font = chip_font(base)
    size = font_em(font)
    wanted = chip_size(look, base)
    height = min(rect.height(), wanted.height())
    box = QRectF(
        rect.left(),
        rect.center().y() - height / 2,
        min(rect.width(), wanted.width()),
        height,
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    padding = size * 0.1
    if look.tone in _FRAMED:
        padding = size * 0.6
        edge = tokens.color("amber" if look.shape == "dot_alert" else "rec")
        filled = look.tone == "red_fill"
        painter.setPen(QPen(edge if filled else color, 1.6 if look.shape == "dot_alert" else 1.0))
        painter.setBrush(tokens.color("rec") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.8, 0.8, -0.8, -0.8), size * 0.3, size * 0.3)
    mark = QRectF(box.left() + padding, box.center().y() - size / 2, size, size)
    draw_shape(painter, look.shape, mark, color)
    painter.setFont(font)
    painter.setPen(color)
    start = mark.right() + size * 0.4
    room = box.right() - start - padding * 0.6
    word = QFontMetricsF(font).elidedText(look.word, Qt.TextElideMode.ElideRight, room)
    painter.drawText(
        QRectF(start, box.top(), room + 2, box.height()),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine),
        word,
    )
    painter.restore()


class StateChip(QLabel):
    """The chip as a widget; a label for assistive technology, which reads word and sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def look(self) -> Look | None:
        """What the chip shows."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Show another state."""
        if look == self._look:
            return
        self._look = look
        self.setText(look.word)
        self.setAccessibleName(look.word)
        self.setAccessibleDescription(look.sentence)
        self.setToolTip(look.sentence)
        self.updateGeometry()
        self.update()

    paint_chip = staticmethod(paint_chip)

    def sizeHint(self) -> QSize:
        return chip_size(self._look, self.font()) if self._look else QSize(0, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self)
            paint_chip(painter, QRectF(self.rect()), self._look, self.palette(), self.font())
