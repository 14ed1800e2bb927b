"""Applying the fixes of findings to a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agora_console.domain.paths import MISSING, read, with_value, without
from agora_console.domain.problems import Fix, Problem


def apply_fixes(document: Mapping[str, Any], problems: Iterable[Problem]) -> dict[str, Any]:
    """The document with the fixes of these problems, each applied once.

    Of fixes that touch the same place only the first is applied; what it uncovers is found by the
    next check. Applying the same fixes again changes nothing. `document` is left as it is.
    """
    fixed = dict(document)
    touched: list[str] = []
    for problem in problems:
        fix = problem.fix
        if fix is None:
            continue
        places = [place for place in (fix.path, fix.rename_to) if place]
        if any(_overlap(place, other) for place in places for other in touched):
            continue
        touched += places
        fixed = apply_fix(fixed, fix)
    return fixed


def apply_fix(document: Mapping[str, Any], fix: Fix) -> dict[str, Any]:
    """The document with one fix; the same where the fix no longer has a place."""
    try:
        if not fix.rename_to:
            if fix.value is None:
                return without(document, fix.path)
            return with_value(document, fix.path, fix.value)
        value = read(document, fix.path)
        if value is MISSING or read(document, fix.rename_to) is not MISSING:
            return dict(document)
        return with_value(without(document, fix.path), fix.rename_to, value)
    except ValueError:
        return dict(document)


def _overlap(one: str, other: str) -> bool:
    return one == other or _is_inside(one, other) or _is_inside(other, one)


def _is_inside(one: str, other: str) -> bool:
    return one.startswith(other) and one[len(other)] in ".["
