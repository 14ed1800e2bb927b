"""Marks of the band: where a code first came, and where a change was accepted; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from agora_console.ui.session.calls import Call
from agora_console.ui.session.spans import Stretch


class MarkKind(StrEnum):
    """What a mark stands for."""

    CODE = "code"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Mark:
    """At `at` (seconds since the epoch) came `text`: a status or HTTP code, or a call."""

    at: float
    text: str
    kind: MarkKind = MarkKind.CODE


def marks_of(calls: Sequence[Call]) -> tuple[Mark, ...]:
    """The marks of the calls (newest first), the oldest first; a code once until another comes."""
    found: list[Mark] = []
    last = ""
    for call in reversed(calls):
        if call.operation == "query":
            code = _code(call)
            if code and code != last:
                found.append(Mark(call.at, code))
                last = code
        elif call.good and call.operation in ("update", "updateLayout"):
            found.append(Mark(call.at, call.operation, MarkKind.CHANGE))
    return tuple(found)


def place(at: float, parts: Sequence[Stretch], shares: Sequence[float]) -> float | None:
    """Where on the band, 0..1, a moment lies; None for one that is not on it."""
    left = 0.0
    for part, share in zip(parts, shares, strict=True):
        if part.start <= at <= part.end and part.length > 0:
            return left + share * (at - part.start) / part.length
        left += share
    return None


def _code(call: Call) -> str:
    if not call.good:
        return str(call.http or "")
    return "" if call.status is None else str(call.status)
