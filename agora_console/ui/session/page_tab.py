"""The Page tab of a web page recording: pause and resume, and the push to a CDN."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.on_air import How, on_hold, push_url
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.ui.look.metrics import em
from agora_console.ui.look.times import clock_on_day
from agora_console.ui.session.layout_check import why_no_change
from agora_console.ui.session.page_cards import OrderLine, PauseCard, PushCard
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.speech.spoken import said_problem
from agora_console.ui.widgets.field import TIGHT, stack


class PageTab(Scrolled):
    """`send_requested` carries the `clientRequest` of an update; one is on its way at a time."""

    send_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._pending: OrderLine | None = None
        self._now = 0.0
        self._read_only = ""
        self.pause = PauseCard()
        self.push = PushCard()
        self.pause.wanted.connect(lambda change: self._send(self.pause.order, change))
        self.push.wanted.connect(lambda change: self._send(self.push.order, change))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, em(self, 1), 0, 0)
        column.setSpacing(em(self, 1))
        column.addWidget(self.pause)
        column.addWidget(self.push)
        column.addStretch(1)

    def show_session(self, session: Session, now: float, read_only: str = "") -> None:
        """Show a page recording; `read_only` says why nothing can be changed."""
        before = self._session
        self._session, self._now, self._read_only = session, now, read_only
        if before is None or before.id != session.id:
            self._pending = None
            for order in (self.pause.order, self.push.order):
                order.say("", "")
        else:
            self._follow(before, session)
        self._show()

    def take_refusal(self, problem: Problem) -> bool:
        """Show why a change that is on its way was not accepted; False when none is."""
        order, self._pending = self._pending, None
        if order is None:
            return False
        order.say(said_problem(problem).text, "danger")
        self._show()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stack(self.push, self.width() < em(self, TIGHT))

    def _follow(self, before: Session, session: Session) -> None:
        old, new = before.page, session.page
        if new.onhold_at != old.onhold_at:
            self._accepted(self.pause.order, new.onhold_at)
        elif new.seen_at != old.seen_at and on_hold(before).how is How.ACCEPTED:
            self._told(self.pause.order, on_hold(session).value == new.onhold)
        if new.rtmp_at != old.rtmp_at:
            self._accepted(self.push.order, new.rtmp_at)
            self.push.forget()
        elif new.seen_at != old.seen_at and push_url(before).how is How.ACCEPTED:
            self._told(self.push.order, push_url(session).value == new.rtmp_url)

    def _accepted(self, order: OrderLine, at: float | None) -> None:
        if self._pending is order:
            self._pending = None
        said = self.tr("Agora accepted the change at {0}. Its next answer will tell its effect.")
        order.say(said.format(clock_on_day(at or self._now, self._now)), "green")

    def _told(self, order: OrderLine, as_wanted: bool) -> None:
        if as_wanted:
            order.say(self.tr("Agora's answer shows the change."), "green")
        else:
            order.say(self.tr("Agora accepted the change, but its answer shows none."), "amber")

    def _send(self, order: OrderLine, change: object) -> None:
        if self._session is None or self._why_not():
            return
        self._pending = order
        order.say("", "")
        self._show()
        self.send_requested.emit(change)

    def _why_not(self) -> str:
        if self._session is None:
            return self.tr("No recording is chosen.")
        if why := why_no_change(self._session, self._read_only):
            return why
        return self.tr("Sent; waiting for Agora's answer.") if self._pending is not None else ""

    def _show(self) -> None:
        if self._session is not None:
            why = self._why_not()
            self.pause.show_session(self._session, self._now, why)
            self.push.show_session(self._session, self._now, why)
