"""One request to Agora: where it went, what its answer means, both bodies."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from agora_console.ui.look import times
from agora_console.ui.look.metrics import em
from agora_console.ui.session.calls import Call, explained
from agora_console.ui.session.curl_bar import CurlButtons, SecretsQuestion
from agora_console.ui.session.timeline import answer_of
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.code_view import JsonView
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import label


class CallView(Card):
    """Shows a Call; secrets were removed from it before it was written down.

    `copy_requested` wants it as a cURL line, `secrets_requested` (after a question) the line with
    secrets in it.
    """

    copy_requested = Signal()
    secrets_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._call: Call | None = None
        self.meaning = label("", wrap=True)
        self._path = CopyLabel(self.tr("Address"))
        self._id = CopyLabel(self.tr("Request ID"))
        self.request = _body_view(self.tr("Body of the request"))
        self.reply = _body_view(self.tr("Body of the reply"))
        self._no_request = label(self.tr("A query has no body."), "muted")
        self.curl = CurlButtons()
        self.question = SecretsQuestion()
        self.curl.copy_requested.connect(self.copy_requested)
        self.curl.secrets_requested.connect(self.question.ask)
        self.question.confirmed.connect(self.secrets_requested)
        self.header.addWidget(self.curl)
        for part in (self.question, self.meaning, self._path, self._id):
            self.body.addWidget(part)
        self._bodies = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._bodies.setSpacing(em(self, 0.8))
        self._bodies.addLayout(_titled(self.tr("Request"), self._no_request, self.request), 1)
        self._bodies.addLayout(_titled(self.tr("Reply"), self.reply), 2)
        self.body.addLayout(self._bodies, 1)
        self.show_call(None)

    @property
    def call(self) -> Call | None:
        """The request in sight."""
        return self._call

    def set_side_by_side(self, on: bool) -> None:
        """Put the two bodies beside each other, where height is dear."""
        self._bodies.setDirection(
            QBoxLayout.Direction.LeftToRight if on else QBoxLayout.Direction.TopToBottom
        )

    def show_call(self, call: Call | None) -> None:
        """Show a request; None while none is chosen."""
        if call is not None and call == self._call:
            return
        self._call = call
        self.question.hide()
        self.curl.setVisible(call is not None)
        shown = call or Call(0.0, "")
        self.set_title(self._heading(call))
        self.set_hint(answer_of(call) if call else "")
        self.meaning.setText(self._words(call))
        self.meaning.setVisible(bool(self.meaning.text()))
        self._path.set_value(f"{shown.method} {shown.address}".strip())
        self._id.set_value(shown.request_id)
        _show_body(self.request, shown.request)
        _show_body(self.reply, shown.reply or shown.error)
        self.request.setVisible(bool(shown.request))
        self._bodies.setStretch(0, int(bool(shown.request)))
        self._no_request.setVisible(call is not None and not shown.request)

    def _heading(self, call: Call | None) -> str:
        if call is None:
            return self.tr("No request yet")
        return self.tr("{0} at {1}").format(call.operation, times.clock(call.at))

    def _words(self, call: Call | None) -> str:
        if call is None or call.good:
            return ""
        meant = explained(call)
        return " ".join(said(part) for part in (meant.meaning, meant.person_can) if part)


def _body_view(name: str) -> JsonView:
    view = JsonView()
    view.setAccessibleName(name)
    view.setMinimumHeight(em(view, 7))
    return view


def _titled(title: str, *parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(em(parts[0], 0.4))
    column.addWidget(label(title, "title"))
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, JsonView) else 0)
    column.addStretch(0)
    return column


def _show_body(view: JsonView, body: str) -> None:
    try:
        view.set_json(json.loads(body))
    except ValueError:  # empty, cut, or not JSON at all: as it came
        if view.toPlainText() != body:
            view.setPlainText(body)
