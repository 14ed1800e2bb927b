"""Moving, resizing and drawing a box; what comes out is always legal."""

from __future__ import annotations

from agora_console.domain.geometry.box import SMALLEST, Box, cut, legal

Handle = tuple[int, int]
"""Which edges are held: -1 left or top, 1 right or bottom, 0 neither; (1, 1) is a corner."""

HANDLES: tuple[Handle, ...] = tuple(
    (across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)


def moved(box: Box, dx: float, dy: float) -> Box:
    """The box elsewhere; it stops at the edge of the canvas."""
    return legal(Box(box.x + dx, box.y + dy, box.width, box.height))


def resized(box: Box, handle: Handle, dx: float, dy: float) -> Box:
    """The box with the held edges moved; the opposite ones stay, and it never turns over."""
    x, width = _pulled(box.x, box.width, handle[0], dx)
    y, height = _pulled(box.y, box.height, handle[1], dy)
    return legal(Box(x, y, width, height))


def drawn(start: tuple[float, float], end: tuple[float, float]) -> Box:
    """The box between two corners, in whichever order; what lies beside the canvas is cut."""
    (x0, x1), (y0, y1) = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return cut(Box(x0, y0, x1 - x0, y1 - y0))


def _pulled(start: float, length: float, direction: int, by: float) -> tuple[float, float]:
    end = start + length
    if direction < 0:
        begin = min(max(start + by, 0.0), end - SMALLEST)
        return begin, end - begin
    if direction > 0:
        return start, min(max(end + by, start + SMALLEST), 1.0) - start
    return start, length
