"""JSON paths such as `clientRequest.layoutConfig[2].uid`: written, read, set and removed.

A key that is no plain word stands in brackets as JSON: `["odd key"]`. Documents are never changed;
what comes back shares all that the change did not touch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

Step = str | int

MAX_DEPTH = 40
"""Levels of a document that is looked into; a full config has 7."""

MISSING = object()
"""What `read` returns where there is nothing (None would be JSON's null)."""

_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]*\Z")
_STEP = re.compile(
    r'\.?(?P<word>[A-Za-z_$][A-Za-z0-9_$-]*)|\[(?P<index>[0-9]{1,9})\]|\[(?P<odd>"(?:[^"\\]|\\.)*")\]'
)


def join(path: str, step: Step) -> str:
    """The path of a member (a key) or an item (a number) of what is at `path`."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    if not _WORD.match(step):
        return f"{path}[{json.dumps(step)}]"
    return f"{path}.{step}" if path else step


@lru_cache(maxsize=1024)
def steps(path: str) -> tuple[Step, ...]:
    """The keys and numbers of a path; ValueError when it is none."""
    found: list[Step] = []
    position = 0
    while position < len(path):
        match = _STEP.match(path, position)
        if not match:
            raise ValueError(f"not a JSON path: {path[:80]}")
        if match["index"]:
            found.append(int(match["index"]))
        else:
            found.append(match["word"] or json.loads(match["odd"]))
        position = match.end()
    return tuple(found)


def read(document: Any, path: str) -> Any:
    """What is at `path`, or MISSING."""
    here = document
    for step in steps(path):
        here = _child(here, step)
    return here


def has_place(document: Any, path: str) -> bool:
    """True when `with_value` can set `path`: what is above it are objects and lists, or nothing."""
    here = document
    for step in steps(path):
        if isinstance(step, int):
            if not isinstance(here, list) or step >= len(here):
                return False
        elif here is not MISSING and not isinstance(here, Mapping):
            return False
        here = _child(here, step)
    return True


def with_value(document: Mapping[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A document with `value` at `path`; objects on the way are made where they are missing.

    ValueError when the way leads through something that is neither object nor list.
    """
    changed: dict[str, Any] = _changed(document, steps(path), value)
    return changed


def without(document: Mapping[str, Any], path: str) -> dict[str, Any]:
    """A document without the member or item at `path`; the same when there is none."""
    if read(document, path) is MISSING:
        return dict(document)
    return with_value(document, path, MISSING)


def _child(here: Any, step: Step) -> Any:
    if isinstance(step, str):
        return here.get(step, MISSING) if isinstance(here, Mapping) else MISSING
    return here[step] if isinstance(here, list) and step < len(here) else MISSING


def _changed(here: Any, way: tuple[Step, ...], value: Any) -> Any:
    if not way:
        return value
    step, rest = way[0], way[1:]
    below = _changed(_child(here, step), rest, value)
    if isinstance(step, int):
        if not isinstance(here, list) or step >= len(here):
            raise ValueError(f"there is no item {step}")
        return [*here[:step], *([] if below is MISSING else [below]), *here[step + 1 :]]
    if here is MISSING:
        here = {}
    if not isinstance(here, Mapping):
        raise ValueError(f"there is no place for {step}")
    if below is MISSING:
        return {key: item for key, item in here.items() if key != step}
    return {**here, step: below}
