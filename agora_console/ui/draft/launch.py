"""Launch: from an order that is right to a session, with a token made on the way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtCore import QObject, QTimer, Signal

from agora_console.domain.problems import Problem
from agora_console.services.orders import RefusedError, StartOrder

if TYPE_CHECKING:
    from agora_console.services.console import Console

AGAIN_MS = 1500
"""How long Start takes no second press."""


class Launch(QObject):
    """`started` carries a session id, `failed` a Problem; `changed` says that `blocked` did."""

    started = Signal(str)
    failed = Signal(object)
    changed = Signal()

    def __init__(self, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._making = False
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.changed)

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
            self._console.projects.make_token(order.project, order.cname, order.uid, token_seconds),
            lambda token: self._on_token(order, token),
            self._on_no_token,
        )
        self.changed.emit()

    def _on_token(self, order: StartOrder, token: SecretStr) -> None:
        self._making = False
        self._start(replace(order, secrets=replace(order.secrets, token=token)))
        self.changed.emit()

    def _on_no_token(self, problem: Problem) -> None:
        self._making = False
        self.failed.emit(replace(problem, holds=problem.holds or self.tr("Nothing was sent.")))
        self.changed.emit()

    def _start(self, order: StartOrder) -> None:
        try:
            session_id = self._console.recordings.start(order)
        except RefusedError as error:
            self.failed.emit(error.problems[0])
            return
        self._again.start()
        self.started.emit(session_id)
