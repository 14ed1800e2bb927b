"""A tab that scrolls as a whole where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from agora_console.ui.widgets.ground import Ground


class Scrolled(QScrollArea):
    """Holds `inner`; takes as little height as the window gives it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inner = Ground()
        self.setWidget(self.inner)
