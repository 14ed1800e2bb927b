"""What was probably meant by a value that does not suit its field; None when it is a guess."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from agora_console.domain.config.spec import FieldSpec
from agora_console.domain.paths import join, read

MOST_CHARACTERS = 40
"""Characters of a text that is interpreted."""

MANY_BITS = 10_000
"""A bitrate from here on was written in bit/s."""

_ALIASES = {
    "aws": "amazons3",
    "composite": "mix",
    "gcs": "googlecloudstorage",
    "grid": "bestfit",
    "jpeg": "jpg",
    "m3u8": "hls",
    "mixed": "mix",
    "s3": "amazons3",
    "us": "na",
    "webpage": "web",
}
"""What else some choices are called, bare."""

_UNITS = ("kbps", "s", "h", "min", "px", "fps")
"""Units that people write behind a number, and whose numbers may be rounded."""

_SIDES = {"x_axis": "width", "y_axis": "height", "width": "width", "height": "height"}
"""The numbers of a region, and the side of the canvas that each is a share of."""


def suits(spec: FieldSpec, value: Any) -> bool:
    """Whether the value has the type of the field."""
    match spec.type:
        case "integer":
            return type(value) is int
        case "number":
            return type(value) is int or (type(value) is float and math.isfinite(value))
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "object":
            return isinstance(value, Mapping)
        case _:
            return isinstance(value, list)


def bare(text: str) -> str:
    """A name without case and signs."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def converted(spec: FieldSpec, value: Any) -> Any:
    """The same in the type that the field has."""
    if isinstance(value, str):
        return _from_text(spec, value.strip()) if len(value) <= MOST_CHARACTERS else None
    if isinstance(value, Mapping):
        return _from_object(spec, value)
    if isinstance(value, list):
        alone = value[0] if len(value) == 1 else None
        return alone if alone is not None and suits(spec, alone) else None
    if isinstance(value, bool) or not _is_small(value):
        return None
    if spec.type == "integer":  # and the value has a point
        whole = round(value)
        return whole if whole == value or spec.unit in _UNITS else None
    if spec.type == "string":
        return str(value) if type(value) is int and _may_be(spec, str(value)) else None
    return bool(value) if spec.type == "boolean" and value in (0, 1) else None


def _is_small(value: Any) -> bool:
    return type(value) in (int, float) and abs(value) < 10**15


def _may_be(spec: FieldSpec, value: str) -> bool:
    return not spec.choices or value in spec.values


def _from_object(spec: FieldSpec, value: Mapping[str, Any]) -> Any:
    if spec.type == "objects" and value:
        return [value]
    if spec.key == "privateParams":
        return json.dumps(value, separators=(",", ":"))
    return None


def _from_text(spec: FieldSpec, value: str) -> Any:
    match spec.type:
        case "integer" | "number":
            number = _number(spec, value)
            return chosen(spec, value) if number is None else number
        case "boolean":
            return {"true": True, "false": False}.get(value.lower())
        case "strings":
            parts = re.split(r"[/\\]" if spec.kind == "prefix" else r"[\s,;]+", value)
            return [part for part in parts if part] or None
        case _:
            return None


def _number(spec: FieldSpec, value: str) -> int | float | None:
    digits = value.lower().removesuffix(spec.unit).strip() if spec.unit in _UNITS else value
    try:
        number = int(digits) if spec.type == "integer" else float(digits)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def chosen(spec: FieldSpec, value: str) -> int | str | None:
    """The choice of the field that a text names, by value or by name, whole or nearly."""
    if len(value) > MOST_CHARACTERS:
        return None
    wanted = _ALIASES.get(bare(value), bare(value))
    for choice in spec.choices:
        if wanted and wanted in (bare(str(choice.value)), bare(choice.label)):
            return choice.value
    present = [choice for choice in spec.choices if not choice.gone]
    named = [each.value for each in present if wanted in map(bare, each.label.split())]
    if len(named) == 1:
        return named[0]
    values = {bare(str(each.value)): each.value for each in present if spec.type != "integer"}
    return next((values[near] for near in get_close_matches(wanted, values, 1, 0.75)), None)


def share(document: Any, path: str, value: float) -> float | None:
    """The fraction of the canvas that a number above 1 means: percent, or pixels of the canvas."""
    region, _, key = path.rpartition(".")
    if key not in _SIDES:
        return value / 100 if 10 <= value <= 100 else 1
    numbers = [read(document, join(region, side)) for side in _SIDES]
    largest = max(number for number in numbers if type(number) in (int, float))
    if largest < 10:
        return 1 if key in ("width", "height") else None
    if largest <= 100:
        return value / 100
    size = read(document, join(region.rpartition(".layoutConfig")[0], _SIDES[key]))
    return round(value / size, 6) if type(size) is int and 0 < value <= size else None
