"""Fact cards: control window, recorder and ids, in one row or two."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QGridLayout, QWidget

from agora_console.domain.session import Session
from agora_console.ui.metrics import em
from agora_console.ui.session.header_words import control_window
from agora_console.ui.session.times import both
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import ElidedLabel, label, restyle

NARROW = 58.0
"""Below this width, in em, the cards stand in two rows."""


class FactCards(QWidget):
    """What a person wants to read out or copy while it records."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = ElidedLabel()
        self.recorder = ElidedLabel()
        self.sid = _copyable(self.tr("Copy the sid"))
        self.resource = _copyable(self.tr("Copy the resourceId"))
        self._cards = (
            _Card(self.tr("Control window"), self.control),
            _Card(self.tr("Recorder"), self.recorder),
            _Card(self.tr("sid"), self.sid),
            _Card(self.tr("resourceId"), self.resource),
        )
        line = max(self.control.sizeHint().height(), self.sid.sizeHint().height())
        for value in (self.control, self.recorder, self.sid, self.resource):
            value.setMinimumHeight(line)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self, 0.7))
        self._columns = 0
        self._arrange(len(self._cards))

    def show_session(self, session: Session, now: float) -> None:
        """Show the facts of the session at `now`."""
        text, role = control_window(session, now)
        self.control.setText(text)
        restyle(self.control, "role", role)
        self.control.setAccessibleName(self.tr("Control window: {0}").format(text))
        ends = session.control_ends_at
        until = "" if ends is None else self.tr("Query, update and stop work until {0}.")
        self.control.setAccessibleDescription(until.format(both(ends or 0.0)))
        host = urlsplit(session.api_url).netloc or session.api_url
        recorder = f"{session.uid} · {session.mode} · {host}"
        self.recorder.setText(recorder)
        self.recorder.setAccessibleName(self.tr("Recorder: {0}").format(recorder))
        self.sid.set_value(session.sid)
        self.resource.set_value(session.resource_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() < em(self, NARROW) else len(self._cards))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        inline = columns < len(self._cards)
        for card in self._cards:
            card.set_inline(inline)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
        for column, stretch in enumerate((4, 5, 5, 5)):
            self._grid.setColumnStretch(column, stretch if column < columns else 0)


def _copyable(spoken: str) -> CopyLabel:
    """A value whose caption stands elsewhere, so that its button has to say what it copies."""
    value = CopyLabel()
    value.findChildren(QAbstractButton)[0].setAccessibleName(spoken)
    return value


class _Card(QFrame):
    """A caption and a value: one above the other, or side by side where height is dear."""

    def __init__(self, caption: str, value: QWidget) -> None:
        super().__init__()
        self.setObjectName("card")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addWidget(label(caption, "muted", size=0.92))
        self._box.addWidget(value, 1)
        self.set_inline(False)

    def set_inline(self, inline: bool) -> None:
        """Put the value beside the caption, or below it."""
        edge = em(self, 0.1 if inline else 0.5)
        self._box.setContentsMargins(em(self, 0.9), edge, em(self, 0.6), edge)
        self._box.setSpacing(em(self, 0.7 if inline else 0.15))
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if inline else QBoxLayout.Direction.TopToBottom
        )
