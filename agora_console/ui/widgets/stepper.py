"""A small whole number with a button on either side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, tabular
from agora_console.ui.widgets.labels import label


class Stepper(QWidget):
    """`− 5 +` between `low` and `high`. `changed` carries the number."""

    changed = Signal(int)

    def __init__(self, name: str, value: int, low: int, high: int) -> None:
        super().__init__()
        self._low, self._high, self._value = low, high, value
        self._name = name
        self.less = self._button("minus", self.tr("Fewer"), -1)
        self.more = self._button("plus", self.tr("More"), 1)
        self._figure = QLabel()
        self._figure.setFont(tabular(self._figure.font()))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._figure.setMinimumWidth(em(self, 1.6))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.3))
        row.addWidget(label(name, "muted"))
        row.addWidget(self.less)
        row.addWidget(self._figure)
        row.addWidget(self.more)
        self._show()

    def value(self) -> int:
        """The number that is shown."""
        return self._value

    def set_value(self, value: int) -> None:
        """Show another number, kept within the bounds."""
        value = min(max(value, self._low), self._high)
        if value != self._value:
            self._value = value
            self._show()
            self.changed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Left: -1}
        if event.key() in step:
            self.set_value(self._value + step[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _button(self, icon: str, word: str, step: int) -> QToolButton:
        button = QToolButton()
        button.setAutoRepeat(True)
        button.setToolTip(word)
        button.setAccessibleName(f"{self._name}: {word}")
        tint(button, icon, "text", 0.9)
        button.clicked.connect(lambda: self.set_value(self._value + step))
        return button

    def _show(self) -> None:
        self._figure.setText(str(self._value))
        self._figure.setAccessibleName(f"{self._name}: {self._value}")
        self.less.setAccessibleDescription(str(self._value))
        self.more.setAccessibleDescription(str(self._value))
        self.less.setEnabled(self._value > self._low)
        self.more.setEnabled(self._value < self._high)
