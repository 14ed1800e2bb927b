"""FoldButton: what shows and hides a part that is folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton

from agora_console.ui.look.icons import tint


class FoldButton(QToolButton):
    """A text beside a chevron, which points down while the part is open.

    It is not checkable: a screen reader would call it a check box, which sounds like a setting.
    Open or folded is said in its description, before what `set_about` says of the part.
    """

    toggled = Signal(bool)

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._open = False
        self._about = ""
        self.setText(text)
        self.setProperty("kind", "flat")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clicked.connect(self._on_clicked)
        self._turn()

    def isChecked(self) -> bool:
        """True while the part is open."""
        return self._open

    def setChecked(self, open_: bool) -> None:
        """Open or fold the part."""
        if open_ is not self._open:
            self._open = open_
            self._turn()
            self.toggled.emit(open_)

    def set_about(self, text: str) -> None:
        """Say what is in the part, as tool tip and aloud."""
        self._about = text
        self.setToolTip(text)
        self._describe()

    def _on_clicked(self) -> None:
        self.setChecked(not self._open)

    def _turn(self) -> None:
        tint(self, "chevron_down" if self._open else "chevron_right", "muted", 0.9)
        self._describe()

    def _describe(self) -> None:
        state = self.tr("Open") if self._open else self.tr("Folded")
        self.setAccessibleDescription(f"{state}. {self._about}" if self._about else state)
