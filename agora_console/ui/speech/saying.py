"""What is said aloud by assistive technology, beside what the focus tells."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have `text` said; `urgent` may break into what is being said.

    It is said by the main window, whatever part of it knows: of announcements that come within a
    moment of each other, Orca drops all but the first, unless they are those of a frame.
    """
    frame = widget.window()
    while (owner := frame.parentWidget()) is not None:
        frame = owner.window()
    event = QAccessibleAnnouncementEvent(frame, text)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
