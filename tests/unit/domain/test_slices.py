"""Long work in steps: the same result, and never much at a time."""

from __future__ import annotations

from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.slices import GivingWay, Steps, common, finish, in_order, pieces

T = TypeVar("T")


def counted(steps: Steps[T]) -> tuple[list[int], T]:
    """How many items each step handled, and the result."""
    handled = []
    while True:
        try:
            handled.append(next(steps))
        except StopIteration as end:
            return handled, end.value


@given(st.lists(st.tuples(st.integers(0, 5), st.integers()), max_size=60), st.booleans())
def test_items_are_sorted_as_by_one_call_and_equals_stay_as_they_came(
    items: list[tuple[int, int]], descending: bool
) -> None:
    steps = in_order(items, lambda item: item[0], 3, descending=descending)
    handled, found = counted(steps)
    assert found == sorted(items, key=lambda item: item[0], reverse=descending)
    assert max(handled, default=0) <= 6


@given(st.lists(st.integers(0, 3), max_size=3000), st.lists(st.integers(0, 3), max_size=3000))
def test_what_two_lists_begin_with(old: list[int], new: list[int]) -> None:
    count = common(old, new)
    assert old[:count] == new[:count]
    assert count == min(len(old), len(new)) or old[count] != new[count]


def test_lists_that_differ_late_are_compared_to_there() -> None:
    old, new = list(range(5000)), list(range(5000))
    assert common(old, new) == 5000
    new[3333] = -1
    assert common(old, new) == 3333


def test_pieces_are_the_whole() -> None:
    assert list(pieces(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
    assert finish(in_order((), abs)) == []


def test_a_thread_that_gives_way_rests_after_some_items_when_it_has_worked_long() -> None:
    rests: list[float] = []
    hasty, patient = Hasty(rests.append), Patient(rests.append)
    assert list(map(patient, range(300))) == [*range(300)]
    assert rests == []
    assert list(map(hasty, range(300))) == [*range(300)]
    assert rests == [GivingWay.REST] * 2


class Hasty(GivingWay):
    WORK = -1.0


class Patient(GivingWay):
    WORK = 3600.0
