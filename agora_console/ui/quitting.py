"""Quitting: the question before the window closes, and the way to "nothing records any more"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from agora_console.domain.session import Session
from agora_console.ui.dialogs.quit_dialog import QuitDialog

if TYPE_CHECKING:
    from agora_console.services.recordings import Recordings


class Quitting(QObject):
    """Asks once at a time; after "stop all" it calls `leave` when no session is live."""

    def __init__(self, recordings: Recordings, parent: QWidget) -> None:
        super().__init__(parent)
        self._recordings = recordings
        self._window = parent
        self._stopping = False
        self._leave: Callable[[], object] = lambda: None
        self.dialog: QuitDialog | None = None

    def ask(self, live: Sequence[Session], now: float, leave: Callable[[], object]) -> None:
        """Open the question; a second one only brings the first to the front."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self._leave = leave
        self._stopping = False
        self.dialog = QuitDialog(self._window)
        self.dialog.show_sessions(live, now)
        self.dialog.leave_chosen.connect(self._on_leave_chosen)
        self.dialog.stop_all_chosen.connect(self._on_stop_all_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def apply(self, now: float) -> None:
        """Bring the list up to date; leave when everything has ended after "stop all"."""
        if self.dialog is None:
            return
        live = [session for session in self._recordings.sessions() if session.live]
        self.dialog.show_sessions(live, now)
        if self._stopping and not live:
            self.dialog.accept()
            self._leave()

    def close(self) -> None:
        """Take the question away unanswered."""
        if self.dialog is not None:
            self.dialog.reject()

    def _on_leave_chosen(self) -> None:
        self._leave()

    def _on_stop_all_chosen(self) -> None:
        self._stopping = True
        for session in self._recordings.sessions():
            if session.stoppable and session.stop_sent_at is None:
                self._recordings.stop(session.id)

    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
