"""Values of unknown type as what they are meant to be, or as nothing. Nothing here raises."""

from __future__ import annotations

import math
import re

MILLISECONDS_FROM = 1e11
MICROSECONDS_FROM = 1e14
"""Times above these are in ms and µs; as seconds they would lie in the year 5138 and later."""

_ID = re.compile(r"[A-Za-z0-9._~!$&'()*+,;=:@-]+")


def usable_id(value: object) -> str:
    """An id that can stand in the path of the next call, or an empty text."""
    text = value if isinstance(value, str) else ""
    return text if _ID.fullmatch(text) and text not in {".", ".."} else ""


def to_int(value: object) -> int | None:
    """A whole number, also as text; None for anything else (a boolean is no number)."""
    number = to_float(value)
    return int(number) if number is not None and number.is_integer() else None


def to_float(value: object) -> float | None:
    """A finite number, also as text."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def to_bool(value: object) -> bool | None:
    """A boolean, also as text or as 0 and 1."""
    match value:
        case bool():
            return value
        case str():
            return {"true": True, "1": True, "false": False, "0": False}.get(value.lower())
        case 0 | 1:
            return bool(value)
        case _:
            return None


def to_seconds(value: object) -> float | None:
    """A time in seconds since the epoch, whatever its unit; 0 and less mean that it is unknown."""
    number = to_float(value)
    if number is None or number <= 0:
        return None
    if number > MICROSECONDS_FROM:
        return number / 1e6
    return number / 1e3 if number > MILLISECONDS_FROM else number


def to_text(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return format(value) if abs(value) < 1 << 64 else ""
    return ""
