"""Sentences: wrapped text that changes often, without anything around it being laid out anew."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class Sentences(QWidget):
    """Labels one below the other. Only another height is told to who lays this out."""

    def __init__(self, *parts: QLabel) -> None:
        super().__init__()
        self._parts = parts
        self._told = -1
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in parts:
            part.setParent(self)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(part.heightForWidth(max(width, 1)) for part in self._shown())

    def sizeHint(self) -> QSize:
        return _stacked(part.sizeHint() for part in self._shown())

    def minimumSizeHint(self) -> QSize:
        return _stacked(part.minimumSizeHint() for part in self._shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place()
            return True
        return super().event(event)

    def _shown(self) -> list[QLabel]:
        return [part for part in self._parts if not part.isHidden()]

    def _place(self) -> None:
        top = 0
        for part in self._shown():
            high = part.heightForWidth(max(self.width(), 1))
            part.setGeometry(0, top, self.width(), high)
            top += high
        if top != self._told:
            self._told = top
            self.updateGeometry()


def _stacked(sizes: Iterable[QSize]) -> QSize:
    whole = QSize()
    for size in sizes:
        whole = QSize(max(whole.width(), size.width()), max(whole.height(), 0) + size.height())
    return whole
