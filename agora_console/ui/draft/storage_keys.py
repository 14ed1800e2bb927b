"""The keys of the storage: what was typed, else what the keyring has for the chosen target."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr
from PySide6.QtCore import QObject, Signal

from agora_console.domain.problems import Problem

if TYPE_CHECKING:
    from agora_console.services.console import Console

Keys = tuple[SecretStr, SecretStr]


class StoredKeys(QObject):
    """Reads the keys of one target at a time. `changed` follows every answer.

    `pending` is True while the keyring is asked, `problem` says why it did not answer.
    """

    changed = Signal()

    def __init__(self, console: Console, parent: QObject) -> None:
        super().__init__(parent)
        self._console = console
        self._wanted: tuple[str, str] | None = None
        self.keys: Keys | None = None
        self.pending = False
        self.problem: Problem | None = None

    def want(self, project_id: str, target_id: str) -> None:
        """Ask for the keys of a target, "" for none; the same one again asks nothing."""
        wanted = (project_id, target_id) if target_id else None
        if wanted != self._wanted:
            self.forget()
            self._wanted = wanted
            self.pending = wanted is not None
            if wanted is not None:
                self._run(self._console.projects.storage_keys(*wanted), wanted)
            self.changed.emit()

    def forget(self) -> None:
        """Know nothing; the next `want` asks, whatever it wants."""
        self._wanted, self.keys, self.problem, self.pending = None, None, None, False

    def _run(self, work: Coroutine[Any, Any, Keys | None], asked: tuple[str, str]) -> None:
        def done(keys: Keys | None) -> None:
            self._answer(asked, keys, None)

        def failed(problem: Problem) -> None:
            self._answer(asked, None, problem)

        self._console.run("draft-storage-keys", work, done, failed)

    def _answer(self, asked: tuple[str, str], keys: Keys | None, problem: Problem | None) -> None:
        if asked == self._wanted:
            self.keys, self.problem, self.pending = keys, problem, False
            self.changed.emit()
