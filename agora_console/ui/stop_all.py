"""StopAll: the dialog that stops everything, or what was chosen, from the wish to the last end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from agora_console.domain.evidence.status import stop_holds
from agora_console.domain.session import Session
from agora_console.services.gate import Consent
from agora_console.services.start.orders import RefusedError
from agora_console.ui.dialogs.stop_all_dialog import StopAllDialog

if TYPE_CHECKING:
    from agora_console.services.console import Console


class StopAll(QObject):
    """One dialog at a time. `refused` carries the Problem of each recording that goes on."""

    refused = Signal(object)

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self._console = console
        self._window = parent
        self._shown: tuple[str, ...] = ()
        self._ordered: tuple[str, ...] = ()
        self._only: frozenset[str] = frozenset()
        self.dialog: StopAllDialog | None = None

    def stoppable(self) -> tuple[Session, ...]:
        """What "all" means now: everything that can be stopped, and is not ending already."""
        return tuple(
            session
            for session in self._console.recordings.sessions()
            if session.live and session.stoppable and not stop_holds(session)
        )

    def ask_all(self) -> None:
        """Show what would be stopped, which is everything."""
        self.ask(())

    def ask(self, only: Sequence[str]) -> None:
        """Show what would be stopped: of these sessions, or of all when there are none."""
        if self.dialog is not None and frozenset(only) != self._only:
            self.dialog.reject()  # another question; what was ordered goes on
        if self.dialog is None:
            self._ordered = ()
            self._only = frozenset(only)
            self.dialog = StopAllDialog(self._window, len(self._only))
            self.dialog.ordered.connect(self._on_ordered)
            self.dialog.finished.connect(self._on_finished)
        self.apply(self._console.clock.now())
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def apply(self, now: float) -> None:
        """Bring the list up to date."""
        if self.dialog is None:
            return
        shown = self.stoppable()
        if self._only:
            shown = tuple(session for session in shown if session.id in self._only)
        if self._ordered:
            known = map(self._console.recordings.get, self._ordered)
            shown = tuple(session for session in known if session is not None and session.live)
        self._shown = tuple(session.id for session in shown)
        self.dialog.show_sessions(shown, now, self._console.gate.reason)

    def close(self) -> None:
        """Take the dialog away."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_ordered(self, consent: Consent) -> None:
        try:  # what was shown is what was meant
            problems = self._console.gate.order_all(self._shown, consent)
        except RefusedError as refused:
            problems = refused.problems
        else:
            self._ordered = self._shown
            if self.dialog is not None:
                self.dialog.show_ordered()
        for problem in problems:
            self.refused.emit(problem)
        self.apply(self._console.clock.now())

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
