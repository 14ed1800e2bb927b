"""Agenda: who has to be looked at again, and when, because time alone changes what is said."""

from __future__ import annotations

import math
from heapq import heappop, heappush


class Agenda:
    """Each key has one moment at most, in seconds of the clock that `due` is asked with."""

    def __init__(self) -> None:
        self._at: dict[str, float] = {}
        self._heap: list[tuple[float, str]] = []  # with moments that were replaced since

    def put(self, key: str, at: float) -> None:
        """Have `key` looked at from `at` on, and not before; never with infinity."""
        if at == math.inf:
            self._at.pop(key, None)
        elif self._at.get(key) != at:
            self._at[key] = at
            heappush(self._heap, (at, key))

    def due(self, now: float) -> list[str]:
        """Those whose moment has come, the earliest first; each is told once."""
        found = []
        while self._heap and self._heap[0][0] <= now:
            at, key = heappop(self._heap)
            if self._at.get(key) == at:
                del self._at[key]
                found.append(key)
        return found
