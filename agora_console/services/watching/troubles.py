"""Troubles: what goes wrong with a session is told with it, with what still holds."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from agora_console.api.errors import ApiError
from agora_console.domain.problems import Problem
from agora_console.services.events import Event
from agora_console.services.failures import problem_of

Work = Callable[[], Coroutine[Any, Any, None]]


class Troubles:
    """Puts failures into words; `told` takes each with `Problem.rule` `session:<id>`."""

    def __init__(self, told: Event[Problem]) -> None:
        self._told = told

    async def guard(self, session_id: str, work: Work, holds: str = "", path: str = "") -> None:
        """Run `work`; what it raises is told with the session, and what was wanted of it."""
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - whatever fails is told with its session
            self.tell(session_id, error, holds, path)

    def tell(self, session_id: str, error: Exception, holds: str = "", path: str = "") -> None:
        """Tell `error`; `holds` is what is true all the same, where the error does not say it."""
        problem = problem_of(error)
        if isinstance(error, ApiError) and error.may_have_acted:
            holds = "Whether it has had its effect is not known."
        rule, holds = f"session:{session_id}", problem.holds or holds
        self._told.emit(replace(problem, rule=rule, holds=holds, path=path or problem.path))

    def say(self, session_id: str, sentence: str) -> None:
        """Tell a sentence about the session."""
        self._told.emit(Problem(sentence, rule=f"session:{session_id}"))
