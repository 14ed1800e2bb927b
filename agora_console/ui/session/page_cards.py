"""The cards of a page recording: pause and resume, and the address it is pushed to."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.domain.on_air import on_hold, publishes, push_url
from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import check_update
from agora_console.domain.session import Session
from agora_console.services.start.start_input import part_change
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.session.page_words import (
    hold_line,
    page_address,
    push_line,
    push_trouble,
    service_line,
)
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.secret_line import SecretLine


class OrderLine(QWidget):
    """What would be sent, the button that sends it, why it cannot be, what became of it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.send = QPushButton(text)
        self.send.setProperty("kind", "primary")
        self.send.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.difference = label("", "amber", wrap=True)
        self.difference.setFont(mono(self.font(), 0.95))
        self.why_not = label("", "muted", wrap=True)
        self.result = label("", wrap=True)
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.8))
        row.addWidget(self.send)
        row.addWidget(self.difference, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.4))
        column.addLayout(row)
        column.addWidget(self.why_not)
        column.addWidget(self.result)
        self.say("", "")

    def show_difference(self, key: str, old: str, new: str) -> None:
        """Say what sending changes; nothing where `new` is empty."""
        self.difference.setText(f"{key}  {old} → {new}" if new else "")

    def allow(self, why_not: str) -> None:
        """Offer the button, or say why it cannot be pressed."""
        self.send.setEnabled(not why_not)
        self.why_not.setText(why_not)
        self.why_not.setVisible(bool(why_not))

    def say(self, sentence: str, role: str) -> None:
        """Show what became of what was sent last; "" shows nothing."""
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        restyle(self.result, "role", role)


class PauseCard(Card):
    """Whether the page is recorded; `wanted` carries the `clientRequest` of the other state."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Page"))
        self._session: Session | None = None
        self.address = label("", "muted", wrap=True)
        self.state = label("", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.told.setFont(mono(self.font(), 0.95))
        self.order = OrderLine(self.tr("Pause the recording"))
        for part in (self.address, self.state, self.told, self.order):
            self.body.addWidget(part)
        for text in (self.address, self.state, self.told):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.order.send.clicked.connect(self._on_send_clicked)

    def show_session(self, session: Session, now: float, why_not: str) -> None:
        """Show what is known; the button offers the other state unless `why_not` says no."""
        self._session = session
        url = page_address(session)
        self.address.setText(url)
        self.address.setVisible(bool(url))
        held = bool(on_hold(session).value)
        self.state.setText(hold_line(session, now))
        restyle(self.state, "role", "amber" if held else "")
        self.told.setText(service_line(session, RECORDER))
        text = self.tr("Resume the recording") if held else self.tr("Pause the recording")
        self.order.send.setText(text)
        self.order.send.setToolTip(
            self.tr("Store the page again from now on")
            if held
            else self.tr("Keep the page open and store nothing of it until you resume")
        )
        new = "" if why_not else json.dumps(not held)
        self.order.show_difference("onhold", json.dumps(held), new)
        self.order.allow(why_not)

    def _on_send_clicked(self) -> None:
        if self._session is not None:
            held = bool(on_hold(self._session).value)
            self.wanted.emit({"webRecordingConfig": {"onhold": not held}})


class PushCard(Card):
    """Where the page is pushed; `wanted` carries the `clientRequest` with another address.

    The address ends in the stream key: it is shown masked, and forgotten when Agora has taken it.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Push to a CDN"))
        self._session: Session | None = None
        self._why_nothing = ""
        self.state = label("", wrap=True)
        self.told = label("", "muted", wrap=True)
        self.told.setFont(mono(self.font(), 0.95))
        self.trouble = label("", "amber", wrap=True)
        self.address = SecretLine("rtmps://live.example.com/app/key")
        self.row = self.address.row(
            self.tr("New RTMP address"),
            self.tr("It ends in the stream key: it goes to Agora and is kept nowhere."),
        )
        self.order = OrderLine(self.tr("Change the address"))
        for part in (self.state, self.told, self.trouble, self.row, self.order):
            self.body.addWidget(part)
        for text in (self.state, self.told):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address.textChanged.connect(self._judge)
        self.address.editingFinished.connect(self._on_left)
        self.order.send.clicked.connect(self._on_send_clicked)

    def show_session(self, session: Session, now: float, why_not: str) -> None:
        """Show what is known; the address can be changed unless `why_not` says no."""
        other = self._session is None or self._session.id != session.id
        self._session, self._why_nothing = session, why_not
        if other:
            self.forget()
        pushed = publishes(session)
        self.state.setText(
            push_line(session, now)
            if pushed
            else self.tr("It was started without a push, and none can be added while it runs.")
        )
        self.told.setText(service_line(session, PUBLISHER))
        self.trouble.setText(push_trouble(session))
        self.trouble.setVisible(bool(self.trouble.text()) and pushed)
        for part in (self.told, self.row, self.order):
            part.setVisible(pushed)
        self._judge()

    def forget(self) -> None:
        """Empty the line with the address."""
        self.address.clear()
        self.row.set_problem(None)

    def _request(self) -> dict[str, Any] | None:
        secret = self.address.secret()
        if secret is None:
            return None
        return {"rtmpPublishConfig": {"outputs": [{"rtmpUrl": secret.get_secret_value()}]}}

    def _problem(self) -> Problem | None:
        request = self._request()
        if request is None or self._session is None:
            return None
        found = check_update(request, "web", document=self._session.config)
        errors = (each for each in found if each.severity is Severity.ERROR)
        return next((each for each in errors if each.path != "rtmpPublishConfig"), None)

    def _judge(self) -> None:
        request, problem = self._request(), self._problem()
        old, new = "", ""
        if self._session is not None and request is not None and problem is None:
            old = push_url(self._session).value or "—"
            # What is shown is what will be kept: the address without its key.
            new = part_change(request)[0]["rtmpPublishConfig"]["outputs"][0]["rtmpUrl"]
            self.row.set_problem(None)
        self.order.show_difference("rtmpUrl", old, new)
        self.order.allow(self._why_not(request is None, problem))

    def _why_not(self, empty: bool, problem: Problem | None) -> str:
        if self._why_nothing:
            return self._why_nothing
        if empty:
            return self.tr("Type the new address first.")
        return self.tr("Agora would refuse this address.") if problem else ""

    def _on_left(self) -> None:
        self.row.set_problem(self._problem())
        self._judge()

    def _on_send_clicked(self) -> None:
        request = self._request()
        if request is not None and self._problem() is None and not self._why_nothing:
            self.wanted.emit(request)
