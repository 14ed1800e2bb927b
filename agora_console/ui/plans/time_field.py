"""TimeField: day and time of a start, local time."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from agora_console.ui.look import times
from agora_console.ui.look.metrics import inset


class TimeField(QDateTimeEdit):
    """A date and a time of day to the minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(times.minute_field())
        self.setAccessibleName(self.tr("Start at, local time"))
        inset(self)

    def propose(self, value: QDateTime) -> None:
        """Show a moment."""
        self.setDateTime(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard begins at the hour: the day is right more often, the year nearly always."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)
