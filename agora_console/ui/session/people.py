"""How many people a preview is drawn for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QWidget

from agora_console.domain.layout import MAX_PEOPLE
from agora_console.ui.metrics import em
from agora_console.ui.widgets.labels import label


class PeopleBox(QWidget):
    """A number from 1 to 17 with its caption; `changed` follows it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QSpinBox()
        self._box.setRange(1, MAX_PEOPLE)
        self._box.setAccessibleName(self.tr("People in the preview"))
        self._box.setToolTip(
            self.tr("Agora does not say how many people there are; the preview assumes this many")
        )
        caption = label(self.tr("people"), "muted")
        caption.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.5))
        row.addWidget(caption)
        row.addWidget(self._box)
        self.setFocusProxy(self._box)
        self._box.valueChanged.connect(self.changed)

    def value(self) -> int:
        """How many."""
        return self._box.value()

    def set_value(self, people: int) -> None:
        """Draw for so many, kept within 1 to 17."""
        self._box.setValue(people)
