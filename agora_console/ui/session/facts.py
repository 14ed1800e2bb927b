"""Fact cards: deadlines, recorder and ids, in one row or two."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QGridLayout, QWidget

from agora_console.domain.session import Session
from agora_console.ui.look.metrics import em
from agora_console.ui.look.times import both
from agora_console.ui.session.header_words import control_window, token_life
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import ElidedLabel, label, restyle, say

NARROW = 58.0
"""Below this width, in em, the cards stand in two rows."""


class FactCards(QWidget):
    """What a person wants to read out or copy while it records."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = ElidedLabel()
        self.token = ElidedLabel()
        self.recorder = ElidedLabel()
        self.sid = _copyable(self.tr("Copy the sid"))
        self.resource = _copyable(self.tr("Copy the resourceId"))
        self._token_card = _Card(self.tr("Token"), self.token, 4, self)
        self._cards = (
            _Card(self.tr("Control window"), self.control, 4, self),
            self._token_card,
            _Card(self.tr("Recorder"), self.recorder, 6, self),
            _Card(self.tr("sid"), self.sid, 5, self),
            _Card(self.tr("resourceId"), self.resource, 5, self),
        )
        self._token_card.hide()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(em(self, 0.7))
        self._arranged: tuple[int, bool] = (0, False)
        self._control_shown: tuple[str, float | None] | None = None
        self._arrange()

    def show_session(self, session: Session, now: float) -> None:
        """Show the facts of the session at `now`."""
        text, role = control_window(session, now)
        ends = session.control_ends_at
        if (text, ends) != self._control_shown:
            self._control_shown = (text, ends)
            self.control.setText(text)
            self.control.setAccessibleName(self.tr("Control window: {0}").format(text))
            until = "" if ends is None else self.tr("Query, update and stop work until {0}.")
            self.control.setAccessibleDescription(until.format(both(ends or 0.0)))
        restyle(self.control, "role", role)
        self._show_token(session, now)
        host = urlsplit(session.api_url).netloc or session.api_url
        recorder = f"{session.uid} · {session.mode} · {host}"
        if self.recorder.text() != recorder:
            self.recorder.setText(recorder)
            self.recorder.setAccessibleName(self.tr("Recorder: {0}").format(recorder))
        self.sid.set_value(session.sid)
        self.resource.set_value(session.resource_id)

    def show_sid(self, sid: str) -> None:
        """Paint a sid that has just become known, before anything else is drawn anew."""
        self.sid.set_value(sid)
        self.sid.repaint()

    def showEvent(self, event: QShowEvent) -> None:
        """Every value is as high as the highest; before, the style sheet may be missing."""
        super().showEvent(event)
        line = max(self.control.sizeHint().height(), self.sid.sizeHint().height())
        for value in (self.control, self.token, self.recorder, self.sid, self.resource):
            value.setMinimumHeight(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _show_token(self, session: Session, now: float) -> None:
        """The end of the token, where the session knows one."""
        ends = session.token_expires_at
        known = ends is not None and not session.closed
        if ends is not None:
            text, role = token_life(ends, now)
            say(self.token, text)
            restyle(self.token, "role", role)
            self.token.setAccessibleName(self.tr("Token: {0}").format(text))
            self.token.setAccessibleDescription(both(ends))
        if known is self._token_card.isHidden():
            self._token_card.setVisible(known)
            self._arrange()

    def _arrange(self) -> None:
        """One row where there is room, else two cards beside each other."""
        narrow = self.width() < em(self, NARROW)
        arranged = (2 if narrow else len(self._cards), self._token_card.isHidden())
        if arranged == self._arranged:
            return
        self._arranged = arranged
        columns, without_token = arranged
        shown = [card for card in self._cards if not (without_token and card is self._token_card)]
        for card in self._cards:
            self._grid.removeWidget(card)
            card.set_inline(narrow)
        for index, card in enumerate(shown):
            alone = narrow and card is shown[-1] and index % columns == 0
            self._grid.addWidget(card, index // columns, index % columns, 1, 2 if alone else 1)
        for column in range(len(self._cards)):
            used = column < min(columns, len(shown))
            weight = 1 if narrow else shown[column].weight if used else 0
            self._grid.setColumnStretch(column, weight if used else 0)


def _copyable(spoken: str) -> CopyLabel:
    """A value whose caption stands elsewhere, so that its button has to say what it copies."""
    value = CopyLabel()
    value.findChildren(QAbstractButton)[0].setAccessibleName(spoken)
    return value


class _Card(QFrame):
    """A caption and a value: one above the other, or side by side where height is dear.

    `weight` is the share of the width that it gets beside the others.
    """

    def __init__(self, caption: str, value: QWidget, weight: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.weight = weight
        self.setObjectName("card")
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.addWidget(label(caption, "muted", size=0.92))
        self._box.addWidget(value, 1)
        self.set_inline(False)

    def set_inline(self, inline: bool) -> None:
        """Put the value beside the caption, or below it."""
        edge = em(self, 0.1 if inline else 0.5)
        left, right = (0.6, 0.3) if inline else (0.9, 0.6)
        self._box.setContentsMargins(em(self, left), edge, em(self, right), edge)
        self._box.setSpacing(em(self, 0.7 if inline else 0.15))
        self._box.setDirection(
            QBoxLayout.Direction.LeftToRight if inline else QBoxLayout.Direction.TopToBottom
        )
