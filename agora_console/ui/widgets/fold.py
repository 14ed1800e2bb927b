"""FoldButton: what shows and hides a part that is folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from agora_console.ui.icons import tint


class FoldButton(QToolButton):
    """A text beside a chevron, which points down while the button is checked."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self.setProperty("kind", "flat")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.toggled.connect(self._turn)
        self._turn(False)

    def _turn(self, open_: bool) -> None:
        tint(self, "chevron_down" if open_ else "chevron_right", "muted", 0.9)
