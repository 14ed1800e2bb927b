"""Quitting: the question before the window closes, and the way to "nothing records any more".

What records goes on without a window; what is planned does not come without one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.planned_start import PlannedStart
from agora_console.domain.session import Session
from agora_console.services.gate import Consent
from agora_console.services.start.orders import RefusedError

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.dialogs.quit_dialog import QuitDialog


class Quitting(QObject):
    """Asks once at a time; after "stop all" it calls `leave` when no session is live.

    `refused` carries the Problem of each recording that could not be stopped.
    """

    refused = Signal(object)

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._window = parent
        self._stopping = False
        self._leave: Callable[[], object] = lambda: None
        self.dialog: QuitDialog | None = None

    def ask(self, live: Sequence[Session], now: float, leave: Callable[[], object]) -> None:
        """Open the question where there is one; a second one only brings it to the front."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        if not live and not self._plans():
            leave()
            return
        from agora_console.ui.dialogs.quit_dialog import QuitDialog  # noqa: PLC0415

        self._leave = leave
        self._stopping = False
        self.dialog = QuitDialog(self._window)
        self._show(live, now)
        self.dialog.leave_chosen.connect(self._on_leave_chosen)
        self.dialog.stop_all_chosen.connect(self._on_stop_all_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def apply(self, now: float) -> None:
        """Bring the list up to date; leave when everything has ended after "stop all"."""
        if self.dialog is None:
            return
        live = [session for session in self._console.recordings.sessions() if session.live]
        if self._stopping and not live:
            self.dialog.accept()
            self._leave()
        else:
            self._show(live, now)

    def close(self) -> None:
        """Take the question away unanswered."""
        if self.dialog is not None:
            self.dialog.reject()

    def _show(self, live: Sequence[Session], now: float) -> None:
        if self.dialog is not None:
            self.dialog.show_sessions(
                live,
                now,
                stoppable=len(self._stoppable()),
                locked=self._console.gate.reason,
                plans=self._plans(),
            )

    def _plans(self) -> tuple[PlannedStart, ...]:
        """The starts that wait for this console; beside an owner they wait for that one."""
        if self._console.beside_owner:
            return ()
        return tuple(plan for plan in self._console.planned.all() if not plan.trouble)

    def _stoppable(self) -> tuple[str, ...]:
        sessions = self._console.recordings.sessions()
        return tuple(session.id for session in sessions if session.live and session.stoppable)

    def _on_leave_chosen(self) -> None:
        self._leave()

    def _on_stop_all_chosen(self, consent: Consent) -> None:
        try:
            problems = self._console.gate.order_all(self._stoppable(), consent)
        except RefusedError as refused:
            problems = refused.problems
        else:
            self._stopping = True
            if self.dialog is not None:
                self.dialog.show_stopping()
        for problem in problems:
            self.refused.emit(problem)
        self.apply(self._console.clock.now())

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
