"""TimeField: day and time of a start, local time."""

from __future__ import annotations

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget


class TimeField(QDateTimeEdit):
    """A date and a time of day to the minute."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat(self.tr("yyyy-MM-dd HH:mm"))
        self.setAccessibleName(self.tr("Start at, local time"))
        self.setCurrentSection(QDateTimeEdit.Section.HourSection)

    def propose(self, value: QDateTime) -> None:
        """Show a moment."""
        self.setDateTime(value)
