"""What cannot be sent at all: half characters, and numbers that JSON does not have."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from agora_console.domain.paths import Step, join
from agora_console.domain.problems import Severity
from agora_console.domain.rules.findings import Findings

_HALF = re.compile("[\ud800-\udfff]")

Place = tuple[Step, ...]


def check_sending(findings: Findings) -> None:
    """Every value that no request can carry, also below keys that Agora does not know."""
    problems = findings.problems
    named = {each.path for each in problems if each.severity is Severity.ERROR}
    for place, what in _torn(findings.document):
        path = reduce(join, place, "")
        if path not in named:
            findings.error("not-sendable", path, f"{what}, which no request can carry.")


def _torn(document: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    level: list[tuple[Place, Any]] = [((), document)]
    while level:
        below: list[tuple[Place, Any]] = []
        for place, value in level:
            members = value.items() if isinstance(value, Mapping) else enumerate(value)
            for step, item in members:
                if isinstance(step, str) and _HALF.search(step):
                    yield place, "A key here contains half a character"
                elif isinstance(item, (Mapping, list)):
                    below.append(((*place, step), item))
                elif isinstance(item, str) and _HALF.search(item):
                    yield (*place, step), "The text contains half a character"
                elif isinstance(item, float) and not math.isfinite(item):
                    yield (*place, step), "The number is endless"
        level = below
