"""History: what undo and redo bring back, over form and JSON alike."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from agora_console.domain.paths import MISSING, join

BURST = 1.5
"""Seconds between two changes at one place up to which they are undone at once."""

MOST = 200
"""Steps that are kept."""

MOST_TEXT = 4_000_000
"""Characters of typed JSON that are kept in all of them."""

JSON = "JSON"
"""The place of whatever is typed as JSON."""


@dataclass(frozen=True, slots=True)
class State:
    """A draft, and its JSON as it was typed; empty where nobody typed it. Never a secret."""

    document: Mapping[str, Any]
    typed: str = ""


class History:
    """The states of one draft. Changes at one place in a burst of typing are one step."""

    def __init__(self, state: State, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._state = state
        self._past: list[State] = []
        self._future: list[State] = []
        self._place, self._at = "", 0.0

    @property
    def can_undo(self) -> bool:
        """True when there is a state before this one."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """True when something was undone and nothing was done since."""
        return bool(self._future)

    def note(self, state: State, place: str) -> None:
        """The draft has become `state` by a change at `place`; "" is never joined to another."""
        now = self._now()
        joined = bool(place) and place == self._place and now - self._at <= BURST
        if not joined or self._future:
            self._past.append(self._state)
        self._state, self._place, self._at = state, place, now
        self._future.clear()
        self._forget_old()

    def amend(self, state: State) -> None:
        """The draft has become `state` as part of the change before."""
        self._state = state

    def undo(self) -> State | None:
        """The state before; None at the begin."""
        return self._step(self._past, self._future)

    def redo(self) -> State | None:
        """The state that was undone last; None where none was."""
        return self._step(self._future, self._past)

    def seal(self) -> None:
        """What comes next is a step of its own."""
        self._place = ""

    def begin(self, state: State) -> None:
        """Forget what was; nothing before `state` comes back."""
        self._state = state
        self._past.clear()
        self._future.clear()
        self.seal()

    def _step(self, here: list[State], there: list[State]) -> State | None:
        if not here:
            return None
        there.append(self._state)
        self._state = here.pop()
        self.seal()
        return self._state

    def _forget_old(self) -> None:
        while len(self._past) > MOST or sum(len(each.typed) for each in self._past) > MOST_TEXT:
            del self._past[0]


def place_of(before: Any, after: Any) -> str:
    """The path of the one place at which two documents differ; "" where there are several."""
    path = ""
    while isinstance(before, Mapping) and isinstance(after, Mapping):
        differing = [
            key
            for key in {**before, **after}
            if repr(before.get(key, MISSING)) != repr(after.get(key, MISSING))
        ]
        if len(differing) != 1:
            return ""
        key = differing[0]
        path = join(path, key)
        before, after = before.get(key, MISSING), after.get(key, MISSING)
    return path
