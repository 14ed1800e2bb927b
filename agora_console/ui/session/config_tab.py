"""The Config tab: what start was called with, and what was changed since; without any secret."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.on_air import config_on_air
from agora_console.domain.session import Session
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.code_view import JsonView
from agora_console.ui.widgets.segmented import SegmentedControl

_SENT, _ON_AIR = "sent", "on_air"


class ConfigTab(QWidget):
    """The config document, to read and copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self.which = SegmentedControl(
            [(_SENT, self.tr("As start sent it")), (_ON_AIR, self.tr("With what was changed"))],
            self.tr("Config"),
        )
        self.which.value_changed.connect(lambda _: self._show())
        self.view = JsonView()
        self.view.setAccessibleName(self.tr("Config as sent, without secrets"))
        card = Card(self.tr("Config"))
        card.set_hint(self.tr("keys and tokens are never kept"))
        card.body.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self, 1), 0, 0)
        column.addWidget(card)

    def show_session(self, session: Session) -> None:
        """Show the config of the session."""
        other = self._session is None or self._session.id != session.id
        self._session = session
        changed = config_on_air(session) != session.config
        self.which.setVisible(changed)
        if other or not changed:
            self.which.set_value(_SENT)
        self._show()

    def _show(self) -> None:
        if (session := self._session) is not None:
            on_air = self.which.value() == _ON_AIR
            self.view.set_json(dict(config_on_air(session)) if on_air else session.config)
