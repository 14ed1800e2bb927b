"""Values that no single entry can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.vault import long_values
from agora_console.vault.long_values import PART


class Shelf(dict[str, str]):
    """Entries in memory that hold no more than Windows does."""

    def put(self, name: str, text: str) -> None:
        assert len(text) <= 1280
        self[name] = text

    def remove(self, name: str) -> None:
        del self[name]


LENGTHS = [1, PART, PART + 1, 2 * PART, 5 * PART + 7]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_value_of_any_length_comes_back(length: int) -> None:
    shelf = Shelf()

    long_values.write(shelf, "name", "x" * length)

    assert long_values.read(shelf, "name") == "x" * length


@given(st.lists(st.text(min_size=1).map(lambda text: text * 400), min_size=1, max_size=4))
def test_the_last_value_counts_and_leaves_nothing_of_the_others(values: list[str]) -> None:
    used, fresh = Shelf(), Shelf()
    for value in values:
        long_values.write(used, "name", value)
    long_values.write(fresh, "name", values[-1])

    assert used == fresh
    assert long_values.read(used, "name") == values[-1]


@pytest.mark.parametrize("length", LENGTHS)
def test_forgetting_leaves_nothing(length: int) -> None:
    shelf = Shelf()
    long_values.write(shelf, "name", "x" * length)

    long_values.forget(shelf, "name")
    long_values.forget(shelf, "name")

    assert shelf == {}


def test_a_value_whose_part_is_missing_is_not_there() -> None:
    shelf = Shelf()
    long_values.write(shelf, "name", "x" * 3 * PART)

    shelf.remove("name/part/1")

    assert long_values.read(shelf, "name") is None


def test_parts_of_two_values_are_never_taken_for_one() -> None:
    old, new = Shelf(), Shelf()
    long_values.write(old, "name", "x" * 2 * PART)
    long_values.write(new, "name", "y" * 2 * PART)

    assert long_values.read(Shelf({**old, "name/part/0": new["name/part/0"]}), "name") is None


def test_a_value_that_looks_like_a_heading_is_still_a_value() -> None:
    shelf = Shelf()
    long_values.write(shelf, "other", "x" * 2 * PART)

    long_values.write(shelf, "name", shelf["other"])

    assert long_values.read(shelf, "name") == shelf["other"]
