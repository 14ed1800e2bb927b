"""Slots: a calendar of questions, so that each one has a time at which it really is asked.

A budget alone makes whoever comes too early wait, for nobody knows how long. Here a question gets
a second that still has room, and the row on the screen can say so.
"""

from __future__ import annotations

import math
from collections import Counter

URGENT = 7
"""Questions in one second at most. The budget lets 7.5 a second through in the long run; the
rest is for start, stop and update."""

CALM = 6
"""Of these, the questions to recordings of which all is well. What is at stake has its own room."""


class Slots:
    """The calendar of one App ID. Times are in seconds of the clock."""

    def __init__(self, urgent: int = URGENT, calm: int = CALM) -> None:
        self._urgent = urgent
        self._calm = calm
        self._taken: Counter[int] = Counter()
        self._first = 0

    def take(self, wanted: float, *, calm: bool) -> float:
        """The first free time from `wanted` on, taken; give it back with `give_back`."""
        second = math.floor(wanted)
        most = self._calm if calm else self._urgent
        while self._taken[second] >= most:
            second += 1
        place = self._taken[second]
        self._taken[second] += 1
        # Spread over the second: one after the other, not all at its beginning.
        return max(wanted, second + place / self._urgent)

    def give_back(self, at: float) -> None:
        """Free a time that `take` gave and that is not used."""
        second = math.floor(at)
        if self._taken[second] > 0:
            self._taken[second] -= 1

    def forget(self, before: float) -> None:
        """Drop what lies in the past."""
        edge = math.floor(before)
        if edge > self._first:
            self._taken = Counter({s: n for s, n in self._taken.items() if s >= edge and n})
            self._first = edge
