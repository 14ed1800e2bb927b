"""Taking turns: candidates are measured one after the other, round by round."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Measure = Callable[[], float]
"""Does the work once; seconds, bytes or whatever the row counts."""


@dataclass(frozen=True)
class Sample:
    """What one candidate was measured at, in the order of the rounds."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.values)

    @property
    def spread(self) -> tuple[float, float]:
        """First and third quartile; the extremes where there are too few for that."""
        if len(self.values) < 4:
            return min(self.values), max(self.values)
        first, _, third = quantiles(self.values, n=4)
        return first, third

    def percentile(self, percent: int) -> float:
        """The value that `percent` of 100 are at most."""
        if len(self.values) == 1:
            return self.values[0]
        return quantiles(self.values, n=100, method="inclusive")[percent - 1]


def take_turns(rounds: int, candidates: Sequence[Measure]) -> list[Sample]:
    """Measure each candidate once a round, and the order turned round in every second one."""
    taken: list[list[float]] = [[] for _ in candidates]
    for number in range(rounds):
        turn = list(enumerate(candidates))
        for index, measure in turn if number % 2 == 0 else reversed(turn):
            gc.collect()
            taken[index].append(measure())
    return [Sample(tuple(values)) for values in taken]


def timed(work: Callable[[], object], times: int = 1) -> Measure:
    """A measure of the seconds that `work` takes, as the mean of so many in a row."""

    def measure() -> float:
        begin = time.perf_counter()
        for _ in range(times):
            work()
        return (time.perf_counter() - begin) / times

    return measure
