"""PlanDesk: joins the planned starts with list, page, dialog and gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from agora_console.domain.guards import GUARDS
from agora_console.services.start.orders import RefusedError
from agora_console.services.values import SettingsError, VaultState
from agora_console.ui.listing.session_rows import plan_key, plan_row
from agora_console.ui.plans import words

if TYPE_CHECKING:
    from agora_console.ui.plans.page import PlanPage
    from agora_console.ui.plans.plan_dialog import PlanDialog
    from agora_console.ui.ticks import Tick
    from agora_console.ui.workspace import Workspace


class PlanDesk(QObject):
    """Belongs to a workspace. Whatever it changes goes through the gate, which judges."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._console = space.console
        self._page: PlanPage | None = None
        self.dialog: PlanDialog | None = None
        self._ends: list[Callable[[], None]] = []

    def begin(self) -> None:
        """Connect everything, and show the plans there are."""
        console = self._console
        self._ends = [
            console.planned.changed.subscribe(lambda _: self._on_changed()),
            console.gate.changed.subscribe(lambda _: self.show()),
        ]
        self._space.ticker.tick.connect(self._on_tick)
        self._space.window.commands.plan_start.triggered.connect(self.ask)
        self.show()

    def end(self) -> None:
        """Listen no more."""
        for end in self._ends:
            end()
        self._ends.clear()
        if self.dialog is not None:
            self.dialog.reject()

    @property
    def page(self) -> PlanPage:
        """The page of a plan, made when it is wanted first."""
        if self._page is None:
            from agora_console.ui.plans.page import PlanPage  # noqa: PLC0415

            self._page = page = PlanPage()
            self._space.window.pages.addWidget(page)
            page.move_requested.connect(self._on_move_requested)
            page.drop_requested.connect(self._on_drop_requested)
            page.start_requested.connect(self._on_start_requested)
            page.draft_requested.connect(self._on_draft_requested)
        return self._page

    def show(self) -> None:
        """Bring rows, page and dialog up to date."""
        now = self._console.clock.now()
        rows = [
            plan_row(plan, now, self._space.project_name(plan.project_id))
            for plan in self._console.planned.all()
        ]
        self._space.model.set_plans(rows)
        self._space.operate.set_plans(rows)
        page = self._page
        plan = self._console.planned.get(page.plan_id) if page is not None else None
        if page is not None and plan is not None:
            refused = self._console.gate.reason or self._console.recordings.read_only
            page.show_plan(plan, now, self._space.project_name(plan.project_id), refused)
        if self.dialog is not None:
            self._judge()

    def open(self, plan_id: str) -> None:
        """Show a plan, in the list and as the page; nothing happens when there is none."""
        plan = self._console.planned.get(plan_id)
        if plan is None:
            return
        now = self._console.clock.now()
        self.page.show_plan(plan, now, self._space.project_name(plan.project_id))
        self._space.show_page(self.page, plan_key(plan_id))
        self.show()

    def ask(self) -> None:
        """Ask when the draft is to be started."""
        self._space.show_draft()
        if self.dialog is None:
            from agora_console.ui.plans.plan_dialog import PlanDialog  # noqa: PLC0415

            dialog = PlanDialog(self._space.window)
            dialog.propose(words.proposed(self._console.clock.now()))
            dialog.planned.connect(self._on_planned)
            dialog.moved.connect(self._judge)
            dialog.finished.connect(self._on_dialog_finished)
            self.dialog = dialog
        self._judge()
        self.dialog.show_keys(run_only=self._console.demo)
        if not self._console.demo:
            state = self._console.projects.vault_state()
            self._console.run("plan-keys", state, self._on_vault_state, lambda _: None)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _judge(self) -> None:
        dialog, order = self.dialog, self._space.draft.order()
        if dialog is None:
            return
        if order is None:
            dialog.reject()
            return
        what = self.tr("Start {0} with recorder UID {1}").format(order.cname or "…", order.uid)
        dialog.show_order(what, self._console.planned.check(order, dialog.moment()))

    def _on_vault_state(self, state: VaultState) -> None:
        project = self._console.projects.current()
        run_only = state.condition != "ok" or (
            project is not None and self._console.projects.for_this_run(project.id)
        )
        if self.dialog is not None:
            self.dialog.show_keys(run_only=run_only)

    def _on_planned(self, at: float) -> None:
        order = self._space.draft.order()
        if order is None or self.dialog is None:
            return
        seconds = self._space.draft.form.channel.token.seconds()
        made: list[str] = []
        self._try(lambda: made.append(self._console.gate.plan_start(order, at, seconds)))
        if made:
            self.dialog.accept()
            self._space.draft.model.set("uid", self._console.recordings.suggest_uid())
            self.open(made[0])

    def _on_move_requested(self, plan_id: str, at: float) -> None:
        self._try(lambda: self._console.gate.move_start(plan_id, at))

    def _on_drop_requested(self, plan_id: str) -> None:
        self._try(lambda: self._console.gate.drop_start(plan_id))

    def _on_start_requested(self, plan_id: str) -> None:
        self._try(lambda: self._console.gate.start_planned(plan_id))

    def _on_draft_requested(self, plan_id: str) -> None:
        plan = self._console.planned.get(plan_id)
        if plan is not None:
            names = {"cname": plan.cname, "uid": plan.uid, GUARDS: plan.guards}
            self._space.draft.set_document({**plan.config, **names})
            self._space.show_draft()

    def _on_tick(self, tick: Tick) -> None:
        if self._console.planned.all():
            self.show()
        page = self._page
        if page is not None and any(each.id == page.plan_id for each in tick.changed):
            self._on_changed()

    def _on_changed(self) -> None:
        """What was a plan may be a recording now, or nothing any more."""
        self.show()
        if self._page is None or self._space.window.pages.currentWidget() is not self._page:
            return
        if self._console.recordings.get(self.page.plan_id) is not None:
            self._space.show_session(self.page.plan_id)
        elif self._console.planned.get(self.page.plan_id) is None:
            self._space.show_draft()

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except RefusedError as refused:
            nothing = self.tr("Nothing was changed.")
            problem = refused.problems[0]
            self._space.window.show_problem(replace(problem, holds=problem.holds or nothing))
        except SettingsError as error:
            self._space.window.show_problem(error.problem)
