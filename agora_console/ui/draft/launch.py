"""Launch: from an order that is right to a session, with a token made on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.start.orders import RefusedError, StartOrder
from agora_console.services.start.start_keys import with_tokens

if TYPE_CHECKING:
    from agora_console.services.console import Console

AGAIN_MS = 1500
"""How long Start takes no second press."""

FRAME_MS = 16
"""How long after the order to acquire is on the disk the window turns to the recording: what it
draws would hold up the request, and nobody sees it earlier."""

PATIENCE_MS = 250
"""The same after the press, where the disk or the keyring takes its time."""


class Launch(QObject):
    """`started` carries a session id, `failed` a Problem; `changed` says that `blocked` did.

    `started` follows as soon as the first request has been sent; `end` says that nobody wants to
    know any more.
    """

    started = Signal(str)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._making = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.changed)
        self._begun = self._unwritten = ""
        self._under_way = QTimer(self, singleShot=True)
        self._under_way.timeout.connect(lambda: self.started.emit(self._begun))
        self._unsubscribe = console.recordings.changed.subscribe(self._on_recordings_changed)
        self.destroyed.connect(self._unsubscribe)

    @property
    def blocked(self) -> str:
        """Why no start is taken at the moment; empty when one is."""
        if self._making:
            return self.tr("Making the token…")
        if self._again.isActive():
            return self.tr("Started; a second press counts in a moment.")
        return ""

    def go(self, order: StartOrder, token_seconds: int) -> None:
        """Start `order`, with a token made for so many seconds; 0 makes none."""
        if self.blocked:
            return
        if not token_seconds:
            self._start(order)
            return
        self._making = True
        self._console.run(
            "draft-token",
            with_tokens(self._console.projects, order, token_seconds),
            self._on_tokens,
            self._on_no_token,
        )
        self.changed.emit()

    def end(self) -> None:
        """Say nothing more."""
        self._unsubscribe()
        self._under_way.stop()

    def _on_tokens(self, order: StartOrder) -> None:
        self._making = False
        self._start(order)
        self.changed.emit()

    def _on_no_token(self, problem: Problem) -> None:
        self._making = False
        self.failed.emit(replace(problem, holds=problem.holds or self.tr("Nothing was sent.")))
        self.changed.emit()

    def _start(self, order: StartOrder) -> None:
        try:
            self._begun = self._unwritten = self._console.guarded.start(order)
        except RefusedError as error:
            self.failed.emit(error.problems[0])
            return
        self._again.start()
        self._under_way.start(PATIENCE_MS)

    def _on_recordings_changed(self, session: Session) -> None:
        if session.id == self._unwritten and session.phase is not Phase.INTENT:
            self._unwritten = ""
            self._under_way.start(FRAME_MS)
