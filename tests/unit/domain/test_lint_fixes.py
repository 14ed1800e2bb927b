"""Fixes: what they do to a document."""

from __future__ import annotations

import pytest

from agora_console.domain.intake.fixes import apply_fix, apply_fixes
from agora_console.domain.problems import Fix, Problem

DOCUMENT = {"a": {"b": 1, "c": [1, 2]}, "d": 4}


def problem(path: str, value: object = None, rename_to: str = "") -> Problem:
    return Problem("It is so.", path=path, fix=Fix("Do it", path, value, rename_to))


@pytest.mark.parametrize(
    ("fix", "expected"),
    [
        (Fix("", "a.b", 2), {"a": {"b": 2, "c": [1, 2]}, "d": 4}),
        (Fix("", "x.y", 2), {**DOCUMENT, "x": {"y": 2}}),
        (Fix("", "d"), {"a": DOCUMENT["a"]}),
        (Fix("", "nothing"), DOCUMENT),
        (Fix("", "d", rename_to="e"), {"a": DOCUMENT["a"], "e": 4}),
        (Fix("", "d", rename_to="a.b"), DOCUMENT),
        (Fix("", "nothing", rename_to="e"), DOCUMENT),
        (Fix("", "d.e", 5), DOCUMENT),
        (Fix("", "d", rename_to="a.b.c"), DOCUMENT),
        (Fix("", "not a path!", 1), DOCUMENT),
    ],
)
def test_a_fix_sets_removes_or_moves_where_there_is_a_place(
    fix: Fix, expected: dict[str, object]
) -> None:
    assert apply_fix(DOCUMENT, fix) == expected


def test_of_fixes_at_one_place_the_first_is_applied() -> None:
    problems = [
        problem("a.b", 2),
        problem("a.b", 3),
        problem("a", {"b": 4}),
        problem("d", rename_to="a.b"),
        Problem("No fix here."),
        problem("ab", 5),
    ]

    assert apply_fixes(DOCUMENT, problems) == {"a": {"b": 2, "c": [1, 2]}, "d": 4, "ab": 5}


def test_a_fix_below_one_that_was_applied_waits() -> None:
    assert apply_fixes(DOCUMENT, [problem("a", {}), problem("a.c[0]", 9)]) == {"a": {}, "d": 4}


def test_the_document_is_left_as_it_is() -> None:
    before = repr(DOCUMENT)

    apply_fixes(DOCUMENT, [problem("a.b", 2), problem("d")])

    assert repr(DOCUMENT) == before
