"""The page of one recording: header, facts and tabs, all bound to one Session value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.ui.listing.session_rows import file_count
from agora_console.ui.look.metrics import em
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.change_desk import ChangeDesk
from agora_console.ui.session.facts import FactCards
from agora_console.ui.session.guards_bar import GuardsBar
from agora_console.ui.session.header import SessionHeader
from agora_console.ui.session.paper_desk import PaperDesk
from agora_console.ui.session.status_tab import StatusTab
from agora_console.ui.session.stop_desk import StopDesk, attempt
from agora_console.ui.session.story import Story
from agora_console.ui.session.story_loader import StoryLoader
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.on_demand import OnDemand

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.session.config_tab import ConfigTab
    from agora_console.ui.session.exporter import Exporter
    from agora_console.ui.session.files_tab import FilesTab
    from agora_console.ui.session.layout_tab import LayoutTab
    from agora_console.ui.session.page_tab import PageTab
    from agora_console.ui.session.requests_tab import RequestsTab
    from agora_console.ui.session.subscriptions_tab import SubscriptionsTab
    from agora_console.ui.ticks import Tick


NARROW = 44.0
"""Below this width, in em, the margins are small."""

LEAST_TABS = 10.0
"""The least height of the tabs, in em."""


class SessionPage(QWidget):
    """Shows the session that was chosen last; `apply` brings it up to date.

    Nothing here polls: a tick brings the sessions that changed and the time, and the entries are
    read from the journal when the session has changed. `session_requested` carries the id of
    another session that a person wants to see. Every tab but that of the status is made when it is
    shown, or asked for, first; from then on it follows the session, in sight or not.
    """

    session_requested = Signal(str)

    def __init__(self, console: Console, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._console = console
        self._session: Session | None = None
        self.header = SessionHeader()
        self.notice = Notice()
        self.facts = FactCards()
        self.guards = GuardsBar()
        self.stops = StopDesk(console, self.header, self.guards, self.notice)
        self.confirm = self.stops.confirm
        self._status = OnDemand(partial(StatusTab, theme), lambda _: None)
        self.changes = ChangeDesk(console, theme)
        self.papers = PaperDesk(console, theme, self.notice, self)
        self.tabs = QTabWidget()
        self._loader = StoryLoader(console, self._show_story, self.notice.show_problem)
        self._lay_out()
        self.status = self._status.content
        self.case = self.status.case
        self._connect()

    @property
    def session_id(self) -> str:
        """The session in sight; empty when there is none."""
        return self._session.id if self._session else ""

    @property
    def layout_tab(self) -> LayoutTab:
        """The tab with the layout."""
        return self.changes.layout.content

    @property
    def subscriptions(self) -> SubscriptionsTab:
        """The tab with the subscriptions."""
        return self.changes.subscriptions.content

    @property
    def page_tab(self) -> PageTab:
        """The tab of a page that is recorded."""
        return self.changes.page.content

    @property
    def files(self) -> FilesTab:
        """The tab with the files."""
        return self.papers.files.content

    @property
    def requests(self) -> RequestsTab:
        """The tab with the requests."""
        return self.papers.requests.content

    @property
    def config(self) -> ConfigTab:
        """The tab with the config."""
        return self.papers.config.content

    @property
    def exporter(self) -> Exporter:
        """What saves something as a file, and says so on this page."""
        return self.papers.exporter

    @property
    def stop_button(self) -> HoldButton:
        """The one way to stop from this page; the window's hot key holds it."""
        return self.header.stop

    def show_session(self, session_id: str) -> None:
        """Show another session, or the same one afresh."""
        other = session_id != self.session_id
        self._session = self._console.recordings.get(session_id)
        if other:
            self.notice.clear()
            self.papers.close_dialog()
            self._show_story(Story())
        self._stack.setCurrentIndex(0 if self._session else 1)
        if self._session is not None:
            self._refresh(self._console.clock.now())
            self._loader.want(session_id)

    def apply(self, tick: Tick) -> None:
        """Take over what has changed, and the time."""
        if self._session is None:
            return
        changed = next((s for s in reversed(tick.changed) if s.id == self._session.id), None)
        if changed is not None:
            if changed.sid and not self._session.sid:
                self.facts.show_sid(changed.sid)
            self._session = changed
            self._loader.want(changed.id)
            self._refresh(tick.now)
        elif tick.beat and self.isVisible():  # what other sessions do is not shown here
            self._show_times(self._session, tick.now)

    def show_tab(self, tab: QWidget) -> None:
        """Bring one of the tabs to the front."""
        place = tab.parentWidget()
        assert place is not None
        self.tabs.setCurrentWidget(place)

    def stop_by_keys(self) -> None:
        """Hold the stop button for as long as the hot key is down; say why when that cannot be."""
        self.stops.hold_by_keys()

    def confirm_stop(self) -> None:
        """Have the stop confirmed by the name of the channel."""
        self.stops.confirm_by_name()

    def ask_now(self) -> None:
        """Ask Agora for the status of the session in sight, where that is possible."""
        if self._session is not None and self.header.ask.isEnabled():
            self._do(lambda session: self._console.recordings.ask_now(session.id))

    def copy_curl(self) -> None:
        """Copy the chosen request as a cURL line, and show which one that is."""
        call = self.requests.chosen
        if call is not None:
            self.show_tab(self.requests)
            self.requests.show_detail()
            self.requests.copy_requested.emit(call)

    def showEvent(self, event: QShowEvent) -> None:
        """While it was hidden, time went by."""
        super().showEvent(event)
        self._refresh(self._console.clock.now())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        edge = em(self, 0.7 if self.width() < em(self, NARROW) else 1.4)
        self._column.setContentsMargins(edge, em(self, 1.2), edge, em(self, 1.1))

    # --- what is shown -----------------------------------------------------------

    def _refresh(self, now: float) -> None:
        session = self._session
        if session is None:
            return
        self._show_above(session, now)
        self._offer_tabs(session)
        for show in (self._show_status, self._show_changes, self.papers.show_session):
            show(session, now)
        self._name_tabs(session)

    def _show_times(self, session: Session, now: float) -> None:
        """Only time has passed: what runs, and is in sight."""
        self._show_above(session, now)
        place = self.tabs.currentWidget()
        if place is self._status:
            self._show_status(session, now)
        elif place in self.changes.modes:
            self._show_changes(session, now)
        elif place is self.papers.files:
            self.papers.show_files(session, now)

    def _show_above(self, session: Session, now: float) -> None:
        console = self._console
        locked = console.gate.reason
        self.header.show_session(session, now, console.recordings.read_only, locked)
        self.stops.show_session(session)
        self.facts.show_session(session, now)
        self.guards.show_session(session, console, now)

    def _show_status(self, session: Session, now: float) -> None:
        read_only, locked = self._console.recordings.read_only, self._console.gate.reason
        self.case.show_session(session, now, read_only, locked)
        self.status.show_session(session, now)

    def _show_changes(self, session: Session, now: float) -> None:
        why_not = self._console.recordings.read_only or self._console.gate.reason
        self.changes.show_session(session, now, why_not)

    def _offer_tabs(self, session: Session) -> None:
        """Only what the mode has: a layout in mix, no subscriptions of a page."""
        for place, modes in self.changes.modes.items():
            self.tabs.setTabVisible(self.tabs.indexOf(place), session.mode in modes)

    def _name_tabs(self, session: Session) -> None:
        names = (
            (self.papers.files, self.tr("Files {0}").format(file_count(session))),
            (self.papers.requests, self.tr("Requests {0}").format(len(self.papers.calls))),
        )
        for place, name in names:
            index = self.tabs.indexOf(place)
            if self.tabs.tabText(index) != name:
                self.tabs.setTabText(index, name)

    def _show_story(self, story: Story) -> None:
        self.status.show_story(story)
        self.papers.show_calls(story.calls)
        if self._session is not None:
            self._name_tabs(self._session)

    def _on_told(self, problem: Problem) -> None:
        if self._session is None or problem.rule != f"session:{self._session.id}":
            return
        if not self.changes.take_refusal(problem):
            self.notice.show_problem(problem)
        self._loader.want(self._session.id)  # what failed left a line, though no state changed

    # --- what is asked for -------------------------------------------------------

    def _do(self, wish: Callable[[Session], Any]) -> None:
        if self._session is None:
            return
        session = self._session
        attempt(lambda: wish(session), self.notice)

    def _on_tab_changed(self) -> None:
        """Its times have stood still while it was hidden."""
        self._refresh(self._console.clock.now())

    def _on_gate_changed(self, _: None) -> None:
        self._refresh(self._console.clock.now())
        shown = self.notice.problem()
        if shown is not None and shown.rule == self._console.gate.refusal.rule:
            self.notice.clear()

    def _on_stand_down_requested(self) -> None:
        self._do(lambda session: self._console.watchdogs.stand_down(session.id))

    def _on_plan_requested(self, moment: float | None) -> None:
        self._do(lambda session: self._console.gate.plan_stop(session.id, moment))

    def _on_close_requested(self) -> None:
        self._do(lambda session: self._console.recordings.close_case(session.id))

    def _on_saved(self, subject: str, path: str) -> None:
        self.notice.show_problem(
            Problem(self.tr("{0} is saved to {1}.").format(subject, path), Severity.NOTE)
        )

    # --- parts -------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        # What stands above the tabs is read whole first; each of them scrolls where it is low.
        self.tabs.setMinimumHeight(em(self, LEAST_TABS))
        self.tabs.setAccessibleName(self.tr("Views of the recording"))
        filled = QWidget()
        # From the whole to its parts: Qt styles a widget again whenever what it lies in is moved.
        self._stack = QStackedLayout(self)
        self._stack.addWidget(filled)
        self._column = column = QVBoxLayout(filled)
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.header)
        column.addWidget(self.confirm)
        column.addWidget(self.notice)
        column.addWidget(self.facts)
        column.addWidget(self.guards)
        column.addWidget(self.tabs, 1)
        for place, name in (
            (self._status, self.tr("Status")),
            (self.changes.layout, self.tr("Layout")),
            (self.changes.subscriptions, self.tr("Subscriptions")),
            (self.changes.page, self.tr("Page")),
            (self.papers.files, self.tr("Files")),
            (self.papers.requests, self.tr("Requests")),
            (self.papers.config, self.tr("Config")),
        ):
            self.tabs.addTab(place, name)
        self._stack.addWidget(
            EmptyState(
                self.tr("No recording chosen"),
                self.tr("Choose one in the list at the left, or start a new one."),
            )
        )
        self._stack.setCurrentIndex(1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.header.ask_requested.connect(self.ask_now)
        self.guards.chosen.connect(self.session_requested)
        self.guards.stand_down_requested.connect(self._on_stand_down_requested)
        self.case.plan_requested.connect(self._on_plan_requested)
        self.case.close_requested.connect(self._on_close_requested)
        self.status.files_requested.connect(lambda: self.show_tab(self.files))
        self.status.layout_requested.connect(lambda: self.show_tab(self.layout_tab))
        self.changes.failed.connect(self.notice.show_problem)
        self.papers.saved.connect(self._on_saved)
        recordings = self._console.recordings
        for unsubscribe in (
            recordings.told.subscribe(self._on_told),
            self._console.gate.changed.subscribe(self._on_gate_changed),
        ):
            self.destroyed.connect(unsubscribe)
