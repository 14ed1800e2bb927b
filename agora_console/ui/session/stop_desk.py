"""Every way to a stop from the page of a recording: held, typed, both of a pair, by the hot key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.gate import HELD, Consent, Means
from agora_console.services.start.orders import RefusedError
from agora_console.ui.session.guards_bar import GuardsBar
from agora_console.ui.session.header import SessionHeader
from agora_console.ui.widgets.confirm import ConfirmLine
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console


class StopDesk(QObject):
    """Asks for what the gate wants and hands it over; what the gate says stands in `notice`."""

    def __init__(
        self, console: Console, header: SessionHeader, guards: GuardsBar, notice: Notice
    ) -> None:
        super().__init__()
        self._console = console
        self._session: Session | None = None
        self._both = False  # what is being confirmed by typing is the stop of the pair
        self._button = header.stop
        self._notice = notice
        self.confirm = ConfirmLine()
        self.confirm.confirmed.connect(self._on_typed)
        header.stop_requested.connect(self._on_held)
        header.stop.confirm_requested.connect(self.confirm_by_name)
        guards.stop_both_requested.connect(self._on_both_held)
        guards.stop_both.confirm_requested.connect(self._on_both_confirm_requested)

    def show_session(self, session: Session) -> None:
        """Stop this one from now on; a question about another one is withdrawn."""
        if self._session is None or self._session.id != session.id:
            self.confirm.withdraw()
        self._session = session
        if not self._button.isEnabled():
            self.confirm.withdraw()

    def hold_by_keys(self) -> None:
        """Hold the stop button for as long as the hot key is down; say why when that cannot be."""
        if self._session is not None and not self._refused():
            self._button.begin_key_hold()

    def confirm_by_name(self) -> None:
        """Have the stop confirmed by the name of the channel."""
        if self._session is None or self._refused() or not self._button.isEnabled():
            return
        self._both = False
        cname = self._session.cname
        question = self.tr("Type the channel name “{0}” to stop this recording:").format(cname)
        self.confirm.ask(question, (cname,), self.tr("Stop this recording"))

    def _refused(self) -> bool:
        if self._console.gate.locked:
            self._notice.show_problem(self._console.gate.refusal)
        return self._console.gate.locked

    def _on_held(self) -> None:
        self._stop_one(HELD)

    def _on_typed(self, typed: str) -> None:
        consent = Consent(Means.TYPED, typed)
        (self._stop_both if self._both else self._stop_one)(consent)

    def _on_both_held(self) -> None:
        self._stop_both(HELD)

    def _on_both_confirm_requested(self) -> None:
        if self._session is not None:
            self._both = True
            number = str(len(self._console.guarded.both(self._session.id)))
            question = self.tr("Type {0}, the number of the recordings, to stop both:")
            self.confirm.ask(question.format(number), (number,), self.tr("Stop both"))

    def _stop_one(self, consent: Consent) -> None:
        if (session := self._session) is not None:
            attempt(lambda: self._console.gate.order(session.id, consent), self._notice)

    def _stop_both(self, consent: Consent) -> None:
        if (session := self._session) is not None:
            both = self._console.guarded.both(session.id)
            attempt(lambda: self._order_all(both, consent), self._notice)

    def _order_all(self, both: tuple[str, ...], consent: Consent) -> None:
        for problem in self._console.gate.order_all(both, consent):
            self._notice.show_problem(problem)


def attempt(wish: Callable[[], Any], notice: Notice) -> None:
    """Carry a wish out; why it was refused stands in `notice`."""
    try:
        wish()
    except RefusedError as refused:
        notice.show_problem(refused.problems[0] if refused.problems else Problem(str(refused)))
