"""Loading the time line of the session in sight: one load at a time, the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from agora_console.domain.problems import Problem

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.services.values import Entry


class EntryLoader:
    """`loaded` gets the entries, newest first; `failed` a Problem. Both only for the wanted one.

    A wish that comes while a load runs is served by one more load after it, however many came.
    """

    def __init__(
        self,
        console: Console,
        loaded: Callable[[Sequence[Entry]], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._console = console
        self._loaded = loaded
        self._failed = failed
        self._wanted = ""
        self._loading = ""
        self._again = False

    def want(self, session_id: str) -> None:
        """Load the entries of that session, now or as soon as the load that runs is done."""
        self._wanted = session_id
        if self._loading == session_id:
            self._again = True
        else:
            self._load(session_id)

    def _load(self, session_id: str) -> None:
        self._loading, self._again = session_id, False
        self._console.run(
            "session-page:entries",
            self._console.recordings.entries(session_id),
            lambda entries: self._on_done(session_id, entries),
            lambda problem: self._on_failed(session_id, problem),
        )

    def _on_done(self, session_id: str, entries: Sequence[Entry]) -> None:
        self._loading = ""
        if session_id == self._wanted:
            self._loaded(entries)
        if self._again:
            self._load(self._wanted)

    def _on_failed(self, session_id: str, problem: Problem) -> None:
        self._loading = ""
        self._again = False
        if session_id == self._wanted:
            self._failed(problem)
