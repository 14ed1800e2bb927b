"""Durations as text."""

from __future__ import annotations


def duration(seconds: float) -> str:
    """`0:41`, `12:05` or `1:02:03`; whole seconds, never negative."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
