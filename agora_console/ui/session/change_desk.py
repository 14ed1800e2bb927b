"""What is changed on air from the page of a recording, through the gate: layout, lists, page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.services.values import Cue, SettingsError
from agora_console.ui.look.theme import Theme
from agora_console.ui.widgets.on_demand import OnDemand

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.session.layout_tab import LayoutTab
    from agora_console.ui.session.page_tab import PageTab
    from agora_console.ui.session.subscriptions_tab import SubscriptionsTab

TabT = TypeVar("TabT", "LayoutTab", "SubscriptionsTab", "PageTab")


class ChangeDesk(QObject):
    """The tabs that change what is on air. Each says itself why its change was not accepted.

    `modes` says in which modes of a recording each has its place. `keys_changed` says that
    `uses_key` has another answer, `failed` carries why the cues were not kept.
    """

    keys_changed = Signal()
    failed = Signal(object)

    def __init__(self, console: Console, theme: Theme) -> None:
        super().__init__()
        self._console = console
        self._begun: Session | None = None
        self._session: Session | None = None
        self._now = 0.0
        self._why_not = ""
        self.modes: dict[OnDemand[Any], tuple[str, ...]] = {}
        self.layout = self._place(partial(self._make_layout, theme), "mix")
        self.subscriptions = self._place(self._make_subscriptions, "mix", "individual")
        self.page = self._place(self._make_page, "web")

    def show_session(self, session: Session, now: float, why_not: str) -> None:
        """Show the session in the tabs that its mode has; `why_not` says that it is locked."""
        if self._session is None or self._session.id != session.id:
            self._begun = session
            if (tab := self.layout.made) is not None:
                self._show_cues(tab, session)
        self._session, self._now, self._why_not = session, now, why_not
        for place, modes in self.modes.items():
            if session.mode in modes and place.made is not None:
                place.made.show_session(session, now, why_not)

    def take_refusal(self, problem: Problem) -> bool:
        """Show a refusal where the change was ordered; False where nobody waits for it."""
        if problem.path == "layout":
            return self.layout.made is not None and self.layout.made.take_refusal(problem)
        return problem.path == "update" and self._take_update_refusal(problem)

    def uses_key(self, number: int) -> bool:
        """True while the function key of that number belongs to a cue in sight."""
        return self.layout.made is not None and self.layout.made.uses_key(number)

    def cue_names(self) -> dict[int, str]:
        """The names of the cues in sight by their numbers."""
        tab = self.layout.made
        return tab.cues.names() if tab is not None and tab.offers_cues() else {}

    def prepare_cue(self, number: int, _checked: bool = False) -> None:
        """Put a cue into Next, as its key does."""
        self.layout.content.cues.prepare(number)

    def take_cue(self, number: int, _checked: bool = False) -> None:
        """Take a cue, as its key does."""
        self.layout.content.cues.take(number)

    # --- the tabs ----------------------------------------------------------------

    def _place(self, make: Callable[[QWidget], TabT], *modes: str) -> OnDemand[TabT]:
        place = OnDemand(make, lambda tab: self._fill(tab, modes))
        self.modes[place] = modes
        return place

    def _make_layout(self, theme: Theme, place: QWidget) -> LayoutTab:
        from agora_console.ui.session.layout_tab import LayoutTab  # noqa: PLC0415

        tab = LayoutTab(theme, place)
        tab.send_requested.connect(self._on_layout_requested)
        tab.cues_changed.connect(self._on_cues_changed)
        tab.keys_changed.connect(self.keys_changed)
        if self._session is not None:
            self._show_cues(tab, self._session)
        return tab

    def _make_subscriptions(self, place: QWidget) -> SubscriptionsTab:
        from agora_console.ui.session.subscriptions_tab import SubscriptionsTab  # noqa: PLC0415

        tab = SubscriptionsTab(place)
        tab.send_requested.connect(self._on_update_requested)
        return tab

    def _make_page(self, place: QWidget) -> PageTab:
        from agora_console.ui.session.page_tab import PageTab  # noqa: PLC0415

        tab = PageTab(place)
        tab.send_requested.connect(self._on_update_requested)
        return tab

    def _fill(self, tab: LayoutTab | SubscriptionsTab | PageTab, modes: tuple[str, ...]) -> None:
        """Let a tab that is new follow the session, from when it came into sight until now."""
        for session in (self._begun, self._session):
            if session is not None and session.mode in modes:
                tab.show_session(session, self._now, self._why_not)

    def _show_cues(self, tab: LayoutTab, session: Session) -> None:
        tab.set_cues(self._console.settings.cues.read(session.project_id))

    def _take_update_refusal(self, problem: Problem) -> bool:
        page = self._session is not None and self._session.mode == "web"
        tab = self.page.made if page else self.subscriptions.made
        return tab is not None and tab.take_refusal(problem)

    # --- what they ask for -------------------------------------------------------

    def _on_layout_requested(self, layout: dict[str, Any]) -> None:
        if self._session is None:
            return
        try:
            self._console.gate.update_layout(self._session.id, layout)
        except RefusedError as refused:
            self.layout.content.take_refusal(refused.problems[0])

    def _on_update_requested(self, change: dict[str, Any]) -> None:
        if self._session is None:
            return
        try:
            self._console.gate.update(self._session.id, change)
        except RefusedError as refused:
            self._take_update_refusal(refused.problems[0])

    def _on_cues_changed(self, cues: tuple[Cue, ...]) -> None:
        if self._session is None:
            return
        try:
            self._console.settings.cues.write(self._session.project_id, cues)
        except SettingsError as error:
            self.failed.emit(error.problem)
