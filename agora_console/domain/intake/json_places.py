"""Where the members of a JSON text stand, by their paths."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from agora_console.domain.paths import Step, join, steps

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


@dataclass(frozen=True, slots=True)
class Place:
    """From where to where a key, or an item of a list, stands; in characters."""

    start: int
    end: int


def places(text: str) -> dict[str, Place]:
    """The place of every member of a JSON object, by path; `text` must be JSON."""
    found: dict[str, Place] = {}
    path, counts = "", [-1]  # of each list the present item, of each object -1
    above: list[str] = []
    key: str | None = None
    for token in _TOKEN.finditer(text):
        said, place = token[0], Place(token.start(), token.end())
        if said == ":":
            continue
        if said in "}]":
            path = above.pop() if above else ""
            counts.pop()
            continue
        if said == ",":
            counts[-1] += counts[-1] >= 0
            continue
        if counts[-1] < 0 and above and key is None:
            key = str(json.loads(said))
            found[join(path, key)] = place
            continue
        here = path
        if above:
            step: Step = counts[-1] if key is None else key
            here = join(path, step)
            found.setdefault(here, place)
        key = None
        if said in "{[":
            above.append(path)
            counts.append(-1 if said == "{" else 0)
            path = here
    return found


def nearest(found: Mapping[str, Place], path: str) -> Place | None:
    """The place of `path`, else that of what is above it; None where nothing of it stands there."""
    try:
        way = steps(path)
    except ValueError:
        return None
    for length in range(len(way), 0, -1):
        above = ""
        for step in way[:length]:
            above = join(above, step)
        if above in found:
            return found[above]
    return None
