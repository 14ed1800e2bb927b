"""Judging one JSON value by a table of fields: type, range, enumeration, required, mode.

What a table does not name is ignored in silence, as the service does with unknown keys, keys in
another case and keys in the wrong place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

Predicate = Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a request object; `accepts` sees only values of the right type."""

    name: str
    type: Predicate
    accepts: Predicate = lambda _value: True
    required: bool = False
    modes: frozenset[str] = frozenset({"individual", "mix", "web"})
    refused_elsewhere: bool = False
    fields: tuple[Field, ...] = ()


def flaws(
    fields: tuple[Field, ...], value: dict[str, Any], mode: str, at: str = ""
) -> Iterator[str]:
    """Paths of what the service refuses in `value`; an empty `mode` belongs to every mode."""
    for field in fields:
        path = f"{at}{field.name}"
        present = field.name in value
        if mode and mode not in field.modes:
            if present and field.refused_elsewhere:
                yield path
        elif present:
            yield from _flaws_inside(field, value[field.name], mode, path)
        elif field.required:
            yield path


def _flaws_inside(field: Field, value: Any, mode: str, path: str) -> Iterator[str]:
    if not field.type(value) or not field.accepts(value):
        yield path
    elif field.fields and isinstance(value, dict):
        yield from flaws(field.fields, value, mode, f"{path}.")
    elif field.fields:
        for index, item in enumerate(value):
            yield from flaws(field.fields, item, mode, f"{path}[{index}].")


# --- types ---------------------------------------------------------------------


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_object(value: Any) -> bool:
    return isinstance(value, dict)


def is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def is_objects(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


# --- ranges --------------------------------------------------------------------


def one_of(*values: object) -> Predicate:
    return lambda value: value in values


def within(low: float, high: float) -> Predicate:
    return lambda value: low <= value <= high


def matching(pattern: str) -> Predicate:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: compiled.fullmatch(value) is not None


def items(low: int, high: int) -> Predicate:
    return lambda value: low <= len(value) <= high


def not_empty(value: Any) -> bool:
    return len(value) > 0


def is_uid(value: str) -> bool:
    """Decimal digits of 1..4294967295 without a leading zero."""
    return re.fullmatch("[1-9][0-9]{0,9}", value, re.ASCII) is not None and int(value) < 1 << 32
