"""Workspace: joins the window with the services - list, pages, strip, dialogs and commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QWidget

from agora_console.domain.problems import Problem
from agora_console.ui.diagnostics_saver import DiagnosticsSaver
from agora_console.ui.guards import Guards
from agora_console.ui.helping import Helping
from agora_console.ui.kept_choices import KeptChoices
from agora_console.ui.listing.choosing import Choosing
from agora_console.ui.listing.session_model import SessionModel
from agora_console.ui.listing.session_rows import DRAFT_KEY, Row, RowBook, plan_of, unjudged_row
from agora_console.ui.offer import Offer
from agora_console.ui.opening import Opening
from agora_console.ui.operate import Operate
from agora_console.ui.plans.desk import PlanDesk
from agora_console.ui.preflight.preflights import Preflights
from agora_console.ui.preparing import Preparing
from agora_console.ui.session.rotation import Rotations
from agora_console.ui.speech.announcer import Announcer
from agora_console.ui.ticks import Tick, Ticker

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.services.values import Project
    from agora_console.ui.batch.desk import BatchDesk
    from agora_console.ui.dialogs.project_dialog import ProjectDialog
    from agora_console.ui.draft.page import DraftPage
    from agora_console.ui.first_run import FirstRun
    from agora_console.ui.session.page import SessionPage
    from agora_console.ui.window import MainWindow


REST_MS = 300
"""How long after the beginning that is made which nobody could have waited for."""


class Workspace(QObject):
    """Lives from `begin` to `end`; everything in it ends with the window."""

    def __init__(self, window: MainWindow, console: Console) -> None:
        super().__init__(window)
        self.window = window
        self.console = console
        self._names: dict[str, str] = {}
        self.book = RowBook(self.project_name)
        self.model = SessionModel(self, self.book)
        self._draft: DraftPage | None = None
        self._session: SessionPage | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._make_rest)
        self._first_run: FirstRun | None = None
        self.ticker = Ticker(console.recordings, console.clock, self)
        self.announcer = Announcer(window)
        self.guards = Guards(console, window)
        self.kept = KeptChoices(console, window)
        self.offer = Offer(self)
        self.diagnostics = DiagnosticsSaver(console, window)
        self.operate = Operate(self)
        self.choosing = Choosing(self)
        self.plans = PlanDesk(self)
        self._batch: BatchDesk | None = None
        self.preparing = Preparing(self)
        self.preflights = Preflights(self)
        self.rotations = Rotations(self)
        self.helping = Helping(self)
        self.opening = Opening(self)
        self.project_dialog: ProjectDialog | None = None
        self._ends: list[Callable[[], None]] = []
        window.pages.addWidget(self.guards.alarms.page)

    def begin(self) -> None:
        """Fill the window and connect it."""
        self._show_projects()
        self._connect_window()
        self.operate.begin()
        self.choosing.begin()
        self.plans.begin()
        self.preparing.begin()
        self.preflights.begin()
        self.rotations.begin()
        self.opening.begin()
        self.helping.begin()
        self._connect_services()
        self.guards.begin()
        now = self.console.clock.now()
        self.window.sidebar.set_model(self.model)
        self.model.load(self.console.recordings.sessions(), now)
        self.announcer.learn(self.console.recordings.sessions(), now)
        self.kept.use_theme()
        self._show_health()
        self._show_draft_row()
        self._on_tick(Tick((), now))
        self._show_first()
        self._rest.start()

    def end(self) -> None:
        """Stop listening to the services; keep where the window is."""
        self.kept.keep_place()
        self.ticker.stop()
        self._rest.stop()
        if self._draft is not None:
            self._draft.end()
        for end in self._ends:
            end()
        self._ends.clear()
        self.guards.end()
        self.operate.end()
        self.plans.end()
        if self._batch is not None:
            self._batch.end()
        self.preparing.end()
        self.preflights.end()
        self.rotations.end()
        self.opening.end()
        self.helping.end()
        if self._session is not None:
            self._session.papers.close_dialog()
        if self.project_dialog is not None:
            self.project_dialog.reject()

    # --- what is in sight ------------------------------------------------------------

    @property
    def draft(self) -> DraftPage:
        """The page of the draft, made when it is wanted first or soon after the beginning."""
        if self._draft is None:
            from agora_console.ui.draft.page import DraftPage  # noqa: PLC0415

            self._draft = DraftPage(self.console, self.window.theme)
            self.window.pages.addWidget(self._draft)
            self._connect_draft(self._draft)
            self._show_draft_row()
        return self._draft

    @property
    def session(self) -> SessionPage:
        """The page of a recording, made when it is wanted first or soon after the beginning."""
        if self._session is None:
            from agora_console.ui.session.page import SessionPage  # noqa: PLC0415

            self._session = SessionPage(self.console, self.window.theme, self.window.pages)
            self.window.pages.addWidget(self._session)
            self._connect_session(self._session)
        return self._session

    @property
    def first_run(self) -> FirstRun:
        """The way to a project, made when there is none."""
        if self._first_run is None:
            from agora_console.ui.first_run import FirstRun  # noqa: PLC0415

            self._first_run = page = FirstRun()
            self.window.pages.addWidget(page)
            page.setup_requested.connect(self._on_new_project_requested)
            page.demo_requested.connect(self.window.demo_requested)
        return self._first_run

    @property
    def batch(self) -> BatchDesk:
        """The table of channels, made when it is wanted first; what was typed into it is kept."""
        if self._batch is None:
            from agora_console.ui.batch.desk import BatchDesk  # noqa: PLC0415

            self._batch = BatchDesk(self)
            self._batch.begin()
        return self._batch

    @property
    def draft_in_sight(self) -> DraftPage | None:
        """The page of the draft, where that is in sight."""
        return self._draft if self.window.pages.currentWidget() is self._draft else None

    @property
    def shows_session(self) -> bool:
        """Whether the page of a recording is in sight."""
        return self._session is not None and (self.window.pages.currentWidget() is self._session)

    def show_session(self, session_id: str) -> None:
        """Show a session, in the list and as the page."""
        if self.console.recordings.get(session_id) is None:
            return
        self.session.show_session(session_id)
        self.window.pages.setCurrentWidget(self.session)
        self.window.sidebar.select(session_id)
        self.offer.show()
        self.ticker.send_now()  # so that list and page tell the times of one moment

    def show_draft(self) -> None:
        """Show the draft; without a project, the way to one."""
        has_project = self.console.projects.current() is not None
        self.window.pages.setCurrentWidget(self.draft if has_project else self.first_run)
        self.window.sidebar.select(DRAFT_KEY)
        self._show_draft_row()
        self.offer.show()

    def show_page(self, page: QWidget, key: str = "") -> None:
        """Show a page of its own, with the row of that key marked."""
        self.window.pages.setCurrentWidget(page)
        self.window.sidebar.select(key)
        self.offer.show()

    def show_alarms(self) -> None:
        """Show every alarm, as the page."""
        alarms = self.guards.alarms
        self.show_page(alarms.page)
        alarms.show_page(self.console.clock.now())
        alarms.page.focus_first()

    def ask_stop(self, session_id: str) -> None:
        """Show a session, and have its stop confirmed by its name."""
        self.show_session(session_id)
        if self.session.session_id == session_id:
            self.session.confirm_stop()

    def edit_project(self, project: Project | None) -> None:
        """Open the settings of a project, or of a new one; one dialog at a time."""
        if self.project_dialog is None:
            from agora_console.ui.dialogs.project_dialog import ProjectDialog  # noqa: PLC0415

            dialog = ProjectDialog(self.console, project, self.window)
            dialog.finished.connect(self._on_project_dialog_finished)
            self.project_dialog = dialog
        _show(self.project_dialog)

    def _show_first(self) -> None:
        """After opening: what still records, otherwise the draft."""
        live = [session for session in self.console.recordings.sessions() if session.live]
        if live:
            self.show_session(live[-1].id)
            self.window.sidebar.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._on_new_requested()

    def project_name(self, project_id: str) -> str:
        """The name of a project; empty for one that is not known any more."""
        return self._names.get(project_id, "")

    def _in_sight(self) -> str:
        """The key of the row whose page is in sight."""
        return self.session.session_id if self.shows_session else DRAFT_KEY

    # --- from services to the window ---------------------------------------------------

    def _connect_services(self) -> None:
        console = self.console
        self.ticker.tick.connect(self._on_tick)
        self._ends = [
            console.projects.changed.subscribe(lambda _: self._on_projects_changed()),
            console.health.changed.subscribe(lambda _: self.ticker.soon()),
            console.recordings.told.subscribe(self._on_told),
            console.recordings.removed.subscribe(self.model.remove),
        ]

    def _on_tick(self, tick: Tick) -> None:
        seen = self.window.isVisible() and not self.window.isMinimized()
        if self._session is not None and (seen or tick.changed):
            # first, as somebody may wait for a sid
            self._session.apply(tick)
        turned = self.model.apply(tick)
        self.announcer.apply(tick, self._in_sight())
        self.guards.apply(tick, turned=turned)
        if seen:
            self.window.strip.set_time(tick.now)
            self.window.strip.set_health(self.console.health)
        planned = len(self.console.planned.all())
        self.window.topbar.set_counts(replace(self.model.counts(), planned=planned))
        if tick.changed:
            self.offer.show()

    def _on_told(self, problem: Problem) -> None:
        """The page of the session says it itself when it is in sight."""
        if problem.rule != f"session:{self._in_sight()}":
            self.window.show_problem(problem)

    def _on_projects_changed(self) -> None:
        self._show_projects()
        if not self.shows_session:
            self.show_draft()

    def _show_projects(self) -> None:
        current = self.console.projects.current()
        pairs = [(project.id, project.name) for project in self.console.projects.all()]
        self._names = dict(pairs)
        self.window.topbar.set_projects(pairs, current.id if current else "")

    def _show_health(self) -> None:
        self.window.strip.set_health(self.console.health)

    def _show_draft_row(self) -> None:
        draft = self._draft
        if draft is None:
            self.model.set_draft(unjudged_row(self.console.draft()))
        else:
            self.model.set_draft(Row(DRAFT_KEY, draft.title(), draft.look(), draft.summary()))

    # --- from the window to services -----------------------------------------------------

    def _connect_window(self) -> None:
        window, commands = self.window, self.window.commands
        window.sidebar.chosen.connect(self.show_row)
        window.sidebar.new_requested.connect(self._on_new_requested)
        window.topbar.project_chosen.connect(self.console.projects.choose)
        window.topbar.project_settings_requested.connect(self._on_settings_requested)
        window.topbar.project_new_requested.connect(self._on_new_project_requested)
        commands.new.triggered.connect(self._on_new_requested)
        self.guards.session_chosen.connect(self._on_alarm_chosen)
        self.guards.stop_chosen.connect(self.ask_stop)
        self.guards.alarms_chosen.connect(self.show_alarms)
        self.guards.changed.connect(self.offer.show)
        commands.settings.triggered.connect(self._on_settings_requested)
        commands.new_project.triggered.connect(self._on_new_project_requested)
        commands.save_diagnostics.triggered.connect(self.diagnostics.save)
        commands.about.triggered.connect(self._on_about_triggered)
        commands.theme_chosen.connect(self.kept.keep_theme)
        commands.language_chosen.connect(self.kept.keep_language)
        commands.place_chosen.connect(self._on_place_chosen)
        commands.batch.triggered.connect(self._on_batch_triggered)
        commands.titles = lambda: [row.title for row in self.model.choosable_rows()]

    def _connect_draft(self, page: DraftPage) -> None:
        commands = self.window.commands
        commands.start.triggered.connect(page.start)
        commands.edit_json.triggered.connect(page.toggle_json)
        commands.undo.triggered.connect(page.model.undo)
        commands.redo.triggered.connect(page.model.redo)
        page.started.connect(self._on_started)
        page.changed.connect(self._show_draft_row)
        page.model.history_changed.connect(self.offer.show_draft)
        page.presets_requested.connect(self.preparing.show_presets)
        page.brought.connect(self.opening.take_pasted)
        self.preflights.follow(page)

    def _connect_session(self, page: SessionPage) -> None:
        commands = self.window.commands
        commands.ask.triggered.connect(page.ask_now)
        commands.copy_curl.triggered.connect(page.copy_curl)
        commands.stop.triggered.connect(page.stop_by_keys)
        commands.stop_by_name.triggered.connect(page.confirm_stop)
        page.session_requested.connect(self.show_session)
        changes = page.changes
        for number, (prepare, take) in enumerate(commands.cues, start=1):
            prepare.triggered.connect(partial(changes.prepare_cue, number))
            take.triggered.connect(partial(changes.take_cue, number))
        changes.keys_changed.connect(self._on_cue_keys_changed)

    def _make_rest(self) -> None:
        """What nobody could have waited for, a page in each pause of the loop."""
        if self._draft is None:
            self._rest.start(0)
            self.draft.make_rest()
        else:
            self.draft.make_rest()
            _ = self.session

    def _on_cue_keys_changed(self) -> None:
        """F5 asks, but where it belongs to a cue."""
        commands, changes = self.window.commands, self.session.changes
        commands.ask.setShortcut(QKeySequence("" if changes.uses_key(5) else "F5"))
        commands.show_cues(changes.cue_names())

    def _on_started(self, session_id: str) -> None:
        self.show_session(session_id)
        self.window.sidebar.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_alarm_chosen(self, key: str) -> None:
        """An alarm is of a recording, or of a plan."""
        if self.console.recordings.get(key) is None:
            self.plans.open(key)
        else:
            self.show_session(key)

    def show_row(self, key: str) -> None:
        """Show what the row of that key stands for."""
        if key == DRAFT_KEY:
            self.show_draft()
        elif plan_of(key):
            self.plans.open(plan_of(key))
        else:
            self.show_session(key)

    def _on_new_requested(self) -> None:
        self.show_draft()
        has_project = self.console.projects.current() is not None
        page = self.draft if has_project else self.first_run
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place_chosen(self, number: int) -> None:
        rows = self.model.choosable_rows()
        if number < len(rows):
            self.show_row(rows[number].key)

    def _on_settings_requested(self) -> None:
        self.edit_project(self.console.projects.current())

    def _on_new_project_requested(self) -> None:
        self.edit_project(None)

    def _on_batch_triggered(self) -> None:
        self.batch.open()

    def _on_about_triggered(self) -> None:
        from agora_console.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415

        dialog = AboutDialog(self.console.folder, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _show(dialog)

    def _on_project_dialog_finished(self) -> None:
        if self.project_dialog is not None:
            self.project_dialog.deleteLater()
            self.project_dialog = None


def _show(dialog: QDialog) -> None:
    """Not modal: while something records the window stays usable."""
    dialog.setModal(False)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
