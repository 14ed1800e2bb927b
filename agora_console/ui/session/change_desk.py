"""What is changed on air from the page of a recording, through the gate: layout, lists, page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.layout_tab import LayoutTab
from agora_console.ui.session.page_tab import PageTab
from agora_console.ui.session.subscriptions_tab import SubscriptionsTab

if TYPE_CHECKING:
    from agora_console.services.console import Console

Take = Callable[[Problem], bool]


class ChangeDesk(QObject):
    """The tabs that change what is on air. Each says itself why its change was not accepted."""

    def __init__(self, console: Console, theme: Theme) -> None:
        super().__init__()
        self._console = console
        self._session: Session | None = None
        self.layout_tab = LayoutTab(theme)
        self.subscriptions = SubscriptionsTab()
        self.page = PageTab()
        self.layout_tab.send_requested.connect(self._on_layout_requested)
        self.subscriptions.send_requested.connect(self._on_update_requested)
        self.page.send_requested.connect(self._on_update_requested)

    def show_session(self, session: Session, now: float, why_not: str) -> None:
        """Show the session in the tabs that its mode has; `why_not` says that it is locked."""
        self._session = session
        if session.mode == "web":
            self.page.show_session(session, now, why_not)
            return
        self.subscriptions.show_session(session, now, why_not)
        if session.mode == "mix":
            self.layout_tab.show_session(session, now, why_not)

    def take_refusal(self, problem: Problem) -> bool:
        """Show a refusal where the change was ordered; False where nobody waits for it."""
        takers: Mapping[str, Take] = {
            "layout": self.layout_tab.take_refusal,
            "update": self._take_update_refusal,
        }
        take = takers.get(problem.path)
        return take is not None and take(problem)

    def _take_update_refusal(self, problem: Problem) -> bool:
        page = self._session is not None and self._session.mode == "web"
        return (self.page if page else self.subscriptions).take_refusal(problem)

    def _on_layout_requested(self, layout: dict[str, Any]) -> None:
        if self._session is None:
            return
        try:
            self._console.gate.update_layout(self._session.id, layout)
        except RefusedError as refused:
            self.layout_tab.take_refusal(refused.problems[0])

    def _on_update_requested(self, change: dict[str, Any]) -> None:
        if self._session is None:
            return
        try:
            self._console.gate.update(self._session.id, change)
        except RefusedError as refused:
            self._take_update_refusal(refused.problems[0])
