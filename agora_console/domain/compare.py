"""What two configs mean differently: defaults filled in, order ignored where it means nothing.

Secrets are never compared; an RTMP address, which ends in a key, is compared and not shown.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from agora_console.domain.config.spec import FieldSpec, by_path
from agora_console.domain.paths import MAX_DEPTH, MISSING, join
from agora_console.domain.secrets import is_secret_key

_SWITCHES = frozenset(
    f"clientRequest.{key}"
    for key in ("appsCollection", "extensionServiceConfig", "snapshotConfig", "transcodeOptions")
)
"""Objects that do something by being there; what is in the others counts alone."""

_ITEM = re.compile(r"\[\d+\]")
_LAST_ITEM = re.compile(r"(.*\[\d+\])")


@dataclass(frozen=True, slots=True)
class Side:
    """The value of one config: `text` for a person; `default` when it was not set but applies."""

    text: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One setting that differs; `title` is its name for a person, empty for an unknown one."""

    path: str
    title: str
    left: Side
    right: Side


def compare(left: Mapping[str, Any], right: Mapping[str, Any]) -> tuple[Difference, ...]:
    """The settings in which two config documents differ, in the documented order.

    A value that is not set counts as Agora's default in that mode. Lists of UIDs and of file types
    have no order; regions, services and the parts of a prefix have one.
    """
    one, other = dict(_leaves(left, "")), dict(_leaves(right, ""))
    order = {path: number for number, path in enumerate(by_path())}
    paths = dict.fromkeys([*one, *other])
    known = sorted(paths, key=lambda path: order.get(_pattern(path), len(order)))
    found = (_difference(path, one, other) for path in known)
    return tuple(difference for difference in found if difference is not None)


def _difference(path: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> Difference | None:
    spec = by_path().get(_pattern(path))
    before, after = _effective(path, spec, one), _effective(path, spec, other)
    if _meaning(before, spec) == _meaning(after, spec):
        return None
    sides = (
        Side(_said(value, spec), default=path not in leaves and value is not MISSING)
        for value, leaves in ((before, one), (after, other))
    )
    return Difference(path, spec.title if spec else "", *sides)


def _leaves(value: Any, path: str, depth: int = 0) -> Iterator[tuple[str, Any]]:
    """Every value that is set, by its path; switches and items of lists count as `True`."""
    if isinstance(value, Mapping) and depth < MAX_DEPTH:
        if path in _SWITCHES:
            yield path, True
        for key, item in value.items():
            if not is_secret_key(key):
                yield from _leaves(item, join(path, str(key)), depth + 1)
    elif isinstance(value, list) and any(isinstance(item, Mapping) for item in value):
        for number, item in enumerate(value):
            here = join(path, number)
            if isinstance(item, Mapping):
                yield here, True
            yield from _leaves(item, here, depth + 1)
    elif value != [] or not _lists_objects(path):  # no regions are the same as none at all
        yield path, value


def _lists_objects(path: str) -> bool:
    spec = by_path().get(path)
    return spec is not None and spec.type == "objects"


def _effective(path: str, spec: FieldSpec | None, leaves: Mapping[str, Any]) -> Any:
    """What is set, or what Agora takes instead; MISSING where it takes nothing."""
    if path in leaves:
        return leaves[path]
    if spec is None or spec.default is None or leaves.get("mode") not in spec.modes:
        return MISSING
    item = _LAST_ITEM.match(path)
    return spec.default if item is None or item[1] in leaves else MISSING


def _meaning(value: Any, spec: FieldSpec | None) -> object:
    """Equal for values that Agora takes for the same."""
    if value is MISSING:
        return MISSING
    if isinstance(value, list) and spec is not None and spec.kind != "prefix":
        return sorted({json.dumps(item, sort_keys=True) for item in value})
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "number", float(value)
    return json.dumps(value, sort_keys=True)


def _said(value: Any, spec: FieldSpec | None) -> str:
    if value is MISSING:
        return "—"
    if spec is not None and spec.kind == "rtmp":
        return "(set, not shown)"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(each if isinstance(each, str) else _json(each) for each in value) or "none"
    text = value if isinstance(value, str) and value else _json(value)
    label = next((c.label for c in spec.choices if c.value == value), "") if spec else ""
    if label and label != text:
        return f"{text} ({label})"
    unit = spec.unit.replace("kbps", "Kbps") if spec is not None else ""  # as the form has it
    return f"{text} {unit}" if unit else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _pattern(path: str) -> str:
    """The path as the specs have it: `layoutConfig[2].uid` is `layoutConfig[].uid` there."""
    pattern = _ITEM.sub("[]", path)
    return pattern.removesuffix("[]")
