"""Sizes of files as text."""

from __future__ import annotations


def bytes_text(size: int, point: str = ".") -> str:
    """`812 B`, `1.2 MB`: 1 kB is 1000 bytes, as the stores count; `point` is the decimal sign."""
    value = float(size)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000:
            digits = f"{value:.0f}" if unit == "B" else f"{value:.1f}"
            return f"{digits} {unit}".replace(".", point)
        value /= 1000
    return f"{value:.1f} TB".replace(".", point)
