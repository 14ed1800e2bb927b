"""Sizes from the font: nothing in the window is a fixed number of pixels."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QAbstractSpinBox, QWidget


def em(widget: QWidget, factor: float = 1.0) -> int:
    """`factor` times the height of the widget's font, in device-independent pixels, at least 1."""
    return font_em(widget.font(), factor)


def font_em(font: QFont, factor: float = 1.0) -> int:
    """`factor` times the height of `font`, in device-independent pixels, at least 1."""
    return max(1, round(QFontInfo(font).pixelSize() * factor))


def inset(box: QAbstractSpinBox) -> None:
    """Let what is typed begin where it begins in a line; style sheets do not reach that far."""
    box.lineEdit().setTextMargins(em(box, 0.4), 0, 0, 0)


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A copy of `font`, `factor` times as large."""
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy


def tabular(font: QFont) -> QFont:
    """A copy of `font` whose digits are all of one width, so that a running timer stands still."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


def mono(font: QFont, factor: float = 1.0) -> QFont:
    """The system's fixed-width font in the size of `font` times `factor`."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    fixed.setStyleHint(QFont.StyleHint.Monospace)
    fixed.setPointSizeF(max(1.0, font.pointSizeF() * factor))
    if font.pointSizeF() <= 0:
        fixed.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return fixed
