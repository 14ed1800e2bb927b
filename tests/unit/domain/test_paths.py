"""JSON paths: written, read, set and removed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.paths import MISSING, has_place, join, read, steps, with_value, without

DOCUMENT = {"a": {"b": [{"c": 1}, {"c": 2}], "odd key": 3}, "d": None}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a.b[1].c", ("a", "b", 1, "c")),
        ('a["odd key"]', ("a", "odd key")),
        ('["x\\"y"].z', ('x"y', "z")),
        ("$schema", ("$schema",)),
    ],
)
def test_a_path_has_steps(path: str, expected: tuple[str | int, ...]) -> None:
    assert steps(path) == expected


@pytest.mark.parametrize("path", ["a..b", "a.", "[x]", "a[1", "a b"])
def test_what_is_no_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="not a JSON path"):
        steps(path)


@given(st.lists(st.text(min_size=1) | st.integers(0, 999_999_999), max_size=5))
def test_any_steps_can_be_written_and_read_back(way: list[str | int]) -> None:
    path = ""
    for step in way:
        path = join(path, step)

    assert steps(path) == tuple(way)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("a.b[1].c", 2),
        ('a["odd key"]', 3),
        ("d", None),
        ("a.b[2]", MISSING),
        ("a.x.y", MISSING),
        ("a[0]", MISSING),
        ("d.e", MISSING),
    ],
)
def test_a_value_is_read_at_its_path(path: str, value: object) -> None:
    assert read(DOCUMENT, path) is value


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("d", 5, {**DOCUMENT, "d": 5}),
        ("new.deep", 1, {**DOCUMENT, "new": {"deep": 1}}),
        ("a.b[0].c", 9, {**DOCUMENT, "a": {"b": [{"c": 9}, {"c": 2}], "odd key": 3}}),
    ],
)
def test_a_value_is_set_in_a_copy(path: str, value: object, expected: object) -> None:
    before = repr(DOCUMENT)

    assert with_value(DOCUMENT, path, value) == expected
    assert repr(DOCUMENT) == before


@pytest.mark.parametrize("path", ["d.e", "a.b.c", "a.b[2]", "d[0]"])
def test_there_is_no_way_through_a_value(path: str) -> None:
    with pytest.raises(ValueError, match="there is no"):
        with_value(DOCUMENT, path, 1)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("d", {"a": DOCUMENT["a"]}),
        ("a.b[0]", {**DOCUMENT, "a": {"b": [{"c": 2}], "odd key": 3}}),
        ('a["odd key"]', {**DOCUMENT, "a": {"b": [{"c": 1}, {"c": 2}]}}),
        ("x.y", DOCUMENT),
    ],
)
def test_a_value_is_removed_in_a_copy(path: str, expected: object) -> None:
    assert without(DOCUMENT, path) == expected


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("new", True),
        ("new.deep", True),
        ("a.b[1].c", True),
        ("a.b[1].new", True),
        ("d.e", False),
        ("a.b[2]", False),
        ("a[0]", False),
        ("new[0]", False),
    ],
)
def test_a_place_is_where_a_value_can_be_set(path: str, place: bool) -> None:
    assert has_place(DOCUMENT, path) is place
    if place:
        assert read(with_value(DOCUMENT, path, 5), path) == 5
