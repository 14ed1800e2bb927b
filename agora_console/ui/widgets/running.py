"""Text that runs: what changes every second moves nothing around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

_ZEROS = str.maketrans(dict.fromkeys("0123456789", "0"))


def shape_of(text: str) -> str:
    """A text with every digit a zero: two of one shape take the same place, in tabular digits."""
    return text.translate(_ZEROS)


class RunningLabel(QLabel):
    """One line whose digits run. It has the size of its shape, and is laid out anew with another.

    A label tells everything above it to be laid out with each text, unless its size is fixed. Its
    font should be a tabular one.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shape = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def say(self, text: str) -> None:
        """Show another text."""
        if text == self.text():
            return
        shape = shape_of(text)
        if shape != self._shape:
            self._shape = shape
            self._fit()
        self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        changed = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if changed and self._shape:  # before, it is being made
            self._fit()

    def _fit(self) -> None:
        """Take the place of the shape."""
        shown = self.text()
        self.setText(self._shape)
        self.setMinimumSize(0, 0)
        self.setMaximumSize(_ANY, _ANY)
        self.setFixedSize(self.sizeHint())
        self.setText(shown)


_ANY = (1 << 24) - 1
"""Qt's own QWIDGETSIZE_MAX."""
