"""Letters: a font, and what was measured of it, for what is painted again and again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

_MOST = 1000
"""Texts whose width is kept."""

_DIGITS = "0123456789"
_ZEROS = str.maketrans(dict.fromkeys(_DIGITS, "0"))


class Letters:
    """`width` measures a text once; where all digits are of one width, a running timer as well."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._alike = len({self._metrics.horizontalAdvance(digit) for digit in _DIGITS}) == 1
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How wide a text is, in device-independent pixels."""
        shape = text.translate(_ZEROS) if self._alike else text
        found = self._widths.get(shape)
        if found is None:
            if len(self._widths) >= _MOST:
                self._widths.clear()
            found = self._widths[shape] = self._metrics.horizontalAdvance(shape)
        return found

    def cut(self, text: str, room: float) -> str:
        """As much of a text as fits into `room` pixels."""
        if self.width(text) <= room:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
