"""The Requests tab: every call to Agora with its answer, secrets removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from agora_console.ui.look import times
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.call_diff_view import CallDiffView
from agora_console.ui.session.call_view import CallView
from agora_console.ui.session.calls import Call, matches
from agora_console.ui.session.rows_model import Column, Role, RowsModel
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.tables import FIT, STRETCH, Table
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label

NARROW = 62.0
"""Below this width, in em, the detail stands below the table."""


class RequestsTab(Scrolled):
    """The table at the left, the chosen request with both bodies at the right.

    Two chosen requests are compared instead. `copy_requested` and `secrets_requested` carry the
    Call that is wanted as a cURL line, `python_requested` and `httpie_requested` as those;
    `har_requested` the calls in the table, `bundle_requested` wants the support bundle.
    """

    copy_requested = Signal(object)
    secrets_requested = Signal(object)
    python_requested = Signal(object)
    httpie_requested = Signal(object)
    har_requested = Signal(object)
    bundle_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = 0.0
        self._all: tuple[Call, ...] = ()
        self.filter = self._make_filter()
        self._found = label("", "muted")
        self.calls = RowsModel(self._columns(theme), self)
        self.table = Table(
            self.calls, self.tr("Requests, newest first"), (FIT, FIT, STRETCH, FIT, FIT, FIT, FIT)
        )
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        self.table.setMinimumHeight(em(self, 11))
        self.table.setToolTip(self.tr("Choose two to compare them: Ctrl+click, or Shift+Down"))
        self.detail = CallView()
        self.diff = CallDiffView()
        self.diff.hide()
        self.har, self.bundle = self._make_savers()
        card = Card(self.tr("Requests"))
        card.set_hint(self.tr("secrets removed; choose two to compare"))
        self._list = card
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inner)
        self._halves.setContentsMargins(0, em(self, 1), 0, 0)
        self._halves.setSpacing(em(self, 1))
        self._halves.addWidget(card, 1)
        card.body.addLayout(self._make_tools())
        card.body.addWidget(self.table)
        self._halves.addWidget(self.detail, 1)
        self._halves.addWidget(self.diff, 1)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.selectionModel().selectionChanged.connect(self._show_current)
        self.filter.textChanged.connect(self._on_filter_changed)
        self.detail.curl.secrets_requested.connect(self.show_detail)
        self.detail.copy_requested.connect(lambda: self.copy_requested.emit(self.detail.call))
        self.detail.secrets_requested.connect(lambda: self.secrets_requested.emit(self.detail.call))
        curl = self.detail.curl
        curl.python_requested.connect(lambda: self.python_requested.emit(self.detail.call))
        curl.httpie_requested.connect(lambda: self.httpie_requested.emit(self.detail.call))
        self.har.clicked.connect(lambda: self.har_requested.emit(self.calls.rows))
        self.bundle.clicked.connect(self.bundle_requested)

    @property
    def count(self) -> int:
        """How many requests there are, in sight or not."""
        return len(self._all)

    @property
    def chosen(self) -> Call | None:
        """The request in sight."""
        return self.detail.call

    def show_detail(self) -> None:
        """Bring the head of the chosen request into sight, where it stands below the table."""
        QTimer.singleShot(0, self, self._reach_detail)  # a question has no place before that

    def show_calls(self, calls: Sequence[Call], now: float) -> None:
        """Show requests, newest first; the chosen one stays chosen."""
        self._now = now
        self._all = tuple(calls)
        self._show_found()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        self._list.setMinimumWidth(em(self, 28 if narrow else 42))
        self._halves.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self.detail.set_side_by_side(narrow)

    def _on_row_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    def _on_filter_changed(self) -> None:
        chosen = self.chosen
        self._show_found()
        if chosen is not None and chosen in self.calls.rows:
            self.table.selectRow(self.calls.rows.index(chosen))

    def _show_found(self) -> None:
        words = self.filter.text().lower().split()
        found = tuple(call for call in self._all if matches(call, words)) if words else self._all
        self.calls.set_rows(found)
        self._found.setText(self.tr("{0} of {1}").format(len(found), len(self._all)))
        self._found.setVisible(bool(words))
        self.har.setEnabled(bool(found))
        if not self.table.currentIndex().isValid() and self.calls.rows:
            self.table.selectRow(0)
        self._show_current()

    def _show_current(self) -> None:
        self.detail.show_call(self.calls.row(self.table.currentIndex()))
        chosen = [self.calls.row(each) for each in self.table.selectionModel().selectedRows()]
        pair = [call for call in chosen if call is not None]
        comparing = len(pair) == 2
        if comparing:
            self.diff.show_pair(*pair)
        self.diff.setVisible(comparing)
        self.detail.setVisible(not comparing)

    def _reach_detail(self) -> None:
        for part in (self.detail.curl, self.detail.question, self.diff):
            if part.isVisible():
                self.ensureWidgetVisible(part)

    def _make_filter(self) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(self.tr("Filter by call, host, HTTP or code"))
        line.setAccessibleName(self.tr("Filter the requests"))
        line.setToolTip(self.tr("Each word has to be found: query 404"))
        line.setClearButtonEnabled(True)
        return line

    def _make_tools(self) -> QHBoxLayout:
        tools = QHBoxLayout()
        tools.setSpacing(em(self, 0.6))
        tools.addWidget(self.filter, 1)
        tools.addWidget(self._found)
        tools.addWidget(self.har)
        tools.addWidget(self.bundle)
        return tools

    def _make_savers(self) -> tuple[QPushButton, QPushButton]:
        har, bundle = QPushButton(self.tr("HAR…")), QPushButton(self.tr("Support…"))
        har.setAccessibleName(self.tr("Save the requests in the table as HAR"))
        bundle.setAccessibleName(self.tr("Save the support bundle"))
        har.setToolTip(self.tr("Save the requests in the table as HAR 1.2, without secrets"))
        bundle.setToolTip(
            self.tr("Save ids, UTC times, versions and requests as one ZIP, without secrets")
        )
        for button in (har, bundle):
            tint(button, "export", "muted")
        return har, bundle

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
            Column(self.tr("Host"), lambda call: call.host or "—"),
            Column(self.tr("HTTP"), lambda call: _number(call.http), roles=ink),
            Column(self.tr("Code"), lambda call: _number(call.code), roles=ink),
            Column(
                self.tr("Latency"),
                lambda call: "—" if call.latency_ms is None else f"{call.latency_ms:.0f} ms",
                right=True,
            ),
            Column(self.tr("Try"), lambda call: str(call.attempt), right=True),
        )


def _number(value: int | None) -> str:
    return "—" if value is None else str(value)
