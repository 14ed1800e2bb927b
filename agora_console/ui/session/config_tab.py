"""The Config tab: what start was called with, without any secret."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.session import Session
from agora_console.ui.metrics import em
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.code_view import JsonView


class ConfigTab(QWidget):
    """The config document, to read and copy."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = JsonView()
        self.view.setAccessibleName(self.tr("Config as sent, without secrets"))
        card = Card(self.tr("Config"))
        card.set_hint(self.tr("as start sent it; keys and tokens are never kept"))
        card.body.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, em(self, 1), 0, 0)
        column.addWidget(card)

    def show_session(self, session: Session) -> None:
        """Show the config of the session."""
        self.view.set_json(session.config)
