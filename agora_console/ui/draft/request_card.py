"""The bodies of acquire and start as they will be sent, with secrets hidden."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.request_preview import request_preview
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.code_view import JsonView
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.segmented import SegmentedControl


class RequestCard(Card):
    """What start (or acquire) will send."""

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Request"))
        self.call = SegmentedControl(
            [("start", self.tr("start")), ("acquire", self.tr("acquire"))], self.tr("Request")
        )
        self.view = JsonView()
        self.view.setMinimumHeight(em(self, 10))
        self.view.setAccessibleName(self.tr("Request as JSON, secrets hidden"))
        self._fault = label("", "danger", wrap=True)
        self._fault.hide()
        self._bodies: Mapping[str, Any] = {}
        self.set_hint(self.tr("secrets hidden"))
        self.header.addWidget(self.call)
        self.body.addWidget(self._fault)
        self.body.addWidget(self.view, 1)
        self.call.value_changed.connect(self._show)

    def show_request(
        self, cname: str, uid: str, config: Mapping[str, Any], secrets: StartSecrets
    ) -> None:
        """Show the request of a draft; what cannot be one is said in words."""
        try:
            self._bodies = request_preview(cname, uid, config, secrets)
        except ValueError as error:
            self._bodies = {}
            self._fault.setText(str(error))
        self._fault.setVisible(not self._bodies)
        self._show()

    def _show(self) -> None:
        call = str(self.call.value())
        self.view.set_json(self._bodies.get(call, {}))
