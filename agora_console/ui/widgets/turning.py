"""TurningRow: side by side where there is room for all, else one above the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agora_console.ui.look.metrics import em

_GAP = 0.6


class TurningRow(QWidget):
    """Holds `parts`; the first takes what the others leave. It is as narrow as its widest part."""

    def __init__(self, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(em(self, _GAP))
        for number, part in enumerate(parts):
            self._box.addWidget(part, int(number == 0))

    def minimumSizeHint(self) -> QSize:
        widths = (part.minimumSizeHint().width() for part in self._parts)
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part says more, or came into sight
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        shown = [part for part in self._parts if not part.isHidden()]
        needed = sum(part.sizeHint().width() + em(self, _GAP) for part in shown)
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(beside if needed <= self.width() else above)
