"""Secrets longer than one entry of a keyring may be: Windows holds 1 280 characters.

A long value is cut into parts. Its own entry then holds a heading with their number and a digest,
written last, so that parts of two values are never taken for one.
"""

from __future__ import annotations

import hashlib
from typing import Protocol

PART = 1000
"""Characters of one part; room is left for what a system adds."""

_HEADING = "agora-console parts"


class Entries(Protocol):
    """The entries of one service in a keyring."""

    def get(self, name: str) -> str | None: ...

    def put(self, name: str, text: str) -> None: ...

    def remove(self, name: str) -> None: ...


def read(entries: Entries, name: str) -> str | None:
    """The value of an entry; None when it, or a part of it, is not there."""
    text = entries.get(name)
    if text is None or not (names := _parts(name, text)):
        return text
    parts = [entries.get(part) or "" for part in names]
    value = "".join(parts)
    return value if text == _heading(value, len(parts)) else None


def write(entries: Entries, name: str, value: str) -> None:
    """Replace the value of an entry."""
    old = _parts(name, entries.get(name) or "")
    if len(value) <= PART and not value.startswith(_HEADING):
        new: list[str] = []
        entries.put(name, value)
    else:
        cuts = range(0, len(value), PART)
        new = [_part(name, number) for number in range(len(cuts))]
        for part, cut in zip(new, cuts, strict=True):
            entries.put(part, value[cut : cut + PART])
        entries.put(name, _heading(value, len(new)))
    for part in old[len(new) :]:
        entries.remove(part)


def forget(entries: Entries, name: str) -> None:
    """Remove an entry and its parts; nothing happens when there is none."""
    text = entries.get(name)
    if text is None:
        return
    for part in _parts(name, text):
        entries.remove(part)
    entries.remove(name)


def _heading(value: str, count: int) -> str:
    return f"{_HEADING} {count} {hashlib.sha256(value.encode()).hexdigest()}"


def _parts(name: str, text: str) -> list[str]:
    if not text.startswith(_HEADING):
        return []
    return [_part(name, number) for number in range(int(text.split()[2]))]


def _part(name: str, number: int) -> str:
    return f"{name}/part/{number}"
