"""Loading the story of the session in sight: one load at a time, the newest wish wins."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from agora_console.domain.problems import Problem
from agora_console.ui.session.story import Story, read_story

if TYPE_CHECKING:
    from agora_console.services.console import Console


class StoryLoader:
    """`loaded` gets the story, `failed` a Problem. Both only for the wanted one.

    A wish that comes while a load runs is served by one more load after it, however many came.
    """

    def __init__(
        self,
        console: Console,
        loaded: Callable[[Story], None],
        failed: Callable[[Problem], None],
    ) -> None:
        self._console = console
        self._loaded = loaded
        self._failed = failed
        self._wanted = ""
        self._loading = ""
        self._again = False

    def want(self, session_id: str) -> None:
        """Load the story of that session, now or as soon as the load that runs is done."""
        self._wanted = session_id
        if self._loading == session_id:
            self._again = True
        else:
            self._load(session_id)

    def _load(self, session_id: str) -> None:
        self._loading, self._again = session_id, False
        self._console.run(
            "session-page:entries",
            read_story(self._console.recordings, session_id),
            lambda story: self._on_done(session_id, story),
            lambda problem: self._on_failed(session_id, problem),
        )

    def _on_done(self, session_id: str, story: Story) -> None:
        self._loading = ""
        if session_id == self._wanted:
            self._loaded(story)
        if self._again:
            self._load(self._wanted)

    def _on_failed(self, session_id: str, problem: Problem) -> None:
        self._loading = ""
        self._again = False
        if session_id == self._wanted:
            self._failed(problem)
