"""Long work in small steps, so that whoever carries it out can do other things in between.

Work is a generator. Each step hands out how many items it has handled, never many more than one
piece; the result comes at the end. Who does not care carries it out by `finish`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from operator import eq
from time import perf_counter, sleep
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")

Steps: TypeAlias = Generator[int, None, T]
"""Work: items handled, step by step, then the result."""

PIECE = 1024
"""Items that one step handles in Python, a millisecond of work or less."""

SORTED = 8 * PIECE
"""Items that one step sorts, which is done in C."""


def finish(steps: Steps[T]) -> T:
    """Do all of it at once."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result


def pieces(items: Iterable[T], piece: int = PIECE) -> Iterator[list[T]]:
    """The items in lists of at most `piece`."""
    left = iter(items)
    while part := list(islice(left, piece)):
        yield part


def common(old: Sequence[T], new: Sequence[T]) -> int:
    """How many items both begin with; 100 000 that are the same ones take half a millisecond."""
    shorter = min(len(old), len(new))
    for start in range(0, shorter, PIECE):
        a, b = old[start : start + PIECE], new[start : start + PIECE]
        if a != b:
            return start + sum(1 for _ in takewhile(bool, map(eq, a, b)))
    return shorter


def in_order(
    items: Iterable[T], key: Callable[[T], Any], piece: int = SORTED, *, descending: bool = False
) -> Steps[list[T]]:
    """`sorted`, also where keys are equal: runs of one piece each, then merged two by two."""
    given = list(items)
    if descending:  # equal ones keep their order, either way up
        given.reverse()
    runs: list[list[T]] = []
    for part in pieces(given, piece):
        part.sort(key=key)
        runs.append(part)
        yield len(part)
    while len(runs) > 1:
        pairs = iter(runs)
        runs = []
        for first in pairs:
            second = next(pairs, None)
            runs.append(
                first if second is None else (yield from _merged(first, second, key, piece))
            )
    whole = runs[0] if runs else []
    if descending:
        whole.reverse()
    return whole


def _merged(
    first: Sequence[T], second: Sequence[T], key: Callable[[T], Any], piece: int
) -> Steps[list[T]]:
    """Both in one, those of `first` before their equals: never more than two pieces at a time."""
    if not key(second[0]) < key(first[-1]):
        return [*first, *second]
    whole: list[T] = []
    a = b = 0
    while a < len(first) and b < len(second):
        one, other = first[a : a + piece], second[b : b + piece]
        last_one, last_other = key(one[-1]), key(other[-1])
        # What ends first goes in whole; of the other, what belongs before that end.
        if last_other < last_one:
            one = one[: bisect_right(one, last_other, key=key)]
        else:
            other = other[: bisect_left(other, last_one, key=key)]
        a, b = a + len(one), b + len(other)
        both = [*one, *other]
        both.sort(key=key)
        whole += both
        yield len(both)
    whole += first[a:]
    whole += second[b:]
    return whole


class GivingWay:
    """For a thread that computes long: it hands every item through this, and rests now and then.

    Without a rest, each time that the loop wants to do anything it waits some milliseconds, and to
    paint a table it does something a thousand times.
    """

    EVERY = 128  # items between two looks at the clock
    WORK, REST = 0.002, 0.001  # seconds

    def __init__(self, rest: Callable[[float], object] = sleep) -> None:
        self._rest = rest
        self._left = self.EVERY
        self._until = perf_counter() + self.WORK

    def __call__(self, item: U) -> U:
        """The item."""
        self._left -= 1
        if not self._left:
            self._left = self.EVERY
            if perf_counter() >= self._until:
                self._rest(self.REST)
                self._until = perf_counter() + self.WORK
        return item
