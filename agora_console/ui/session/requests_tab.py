"""The Requests tab: every call to Agora with its answer, secrets removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from agora_console.ui.metrics import em
from agora_console.ui.session import times
from agora_console.ui.session.call_view import CallView
from agora_console.ui.session.calls import Call, calls_of
from agora_console.ui.session.rows_model import Column, Role, RowsModel
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.tables import FIT, STRETCH, Table
from agora_console.ui.theme import Theme
from agora_console.ui.widgets.card import Card

if TYPE_CHECKING:
    from agora_console.services.values import Entry

NARROW = 62.0
"""Below this width, in em, the detail stands below the table."""


class RequestsTab(Scrolled):
    """The table at the left, the chosen request with both bodies at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = 0.0
        self.calls = RowsModel(self._columns(theme), self)
        self.table = Table(
            self.calls, self.tr("Requests, newest first"), (FIT, STRETCH, FIT, FIT, FIT, FIT)
        )
        self.table.setSelectionMode(Table.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(em(self, 11))
        self.detail = CallView()
        card = Card(self.tr("Requests"))
        card.set_hint(self.tr("every attempt, secrets removed"))
        card.body.addWidget(self.table)
        card.setMinimumWidth(em(self, 37))
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inner)
        self._halves.setContentsMargins(0, em(self, 1), 0, 0)
        self._halves.setSpacing(em(self, 1))
        self._halves.addWidget(card, 1)
        self._halves.addWidget(self.detail, 1)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)

    @property
    def count(self) -> int:
        """How many requests are shown."""
        return len(self.calls.rows)

    def show_entries(self, entries: Sequence[Entry], now: float) -> None:
        """Show the requests among `entries`, newest first; the chosen one stays chosen."""
        self._now = now
        self.calls.set_rows(calls_of(entries))
        if not self.table.currentIndex().isValid() and self.calls.rows:
            self.table.selectRow(0)
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.detail.set_side_by_side(narrow)

    def _on_row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        self.detail.show_call(self.calls.row(self.table.currentIndex()))

    def _columns(self, theme: Theme) -> tuple[Column[Call], ...]:
        def ink(call: Call, role: int) -> Any:
            return None if call.good or role != Role.ForegroundRole else theme.color("amber")

        return (
            Column(
                self.tr("Time"),
                lambda call: times.clock_on_day(call.at, self._now or call.at),
                lambda call: times.both(call.at),
            ),
            Column(self.tr("Call"), lambda call: call.operation),
            Column(self.tr("HTTP"), lambda call: _number(call.http), roles=ink),
            Column(self.tr("Code"), lambda call: _number(call.code), roles=ink),
            Column(
                self.tr("Latency"),
                lambda call: "—" if call.latency_ms is None else f"{call.latency_ms:.0f} ms",
                right=True,
            ),
            Column(self.tr("Attempt"), lambda call: str(call.attempt), right=True),
        )


def _number(value: int | None) -> str:
    return "—" if value is None else str(value)
