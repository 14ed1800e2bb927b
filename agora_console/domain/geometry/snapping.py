"""Snapping: a box that is moved or resized catches on edges, middles and the grid."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agora_console.domain.geometry.box import Box, legal
from agora_console.domain.geometry.moving import Handle, resized


@dataclass(frozen=True, slots=True)
class Snapping:
    """What a box catches on: other boxes and the canvas within `reach`, else a grid.

    `reach` is across and down, as a fraction of the canvas. `grid` is the distance of its lines,
    0 for none.
    """

    others: tuple[Box, ...] = ()
    reach: tuple[float, float] = (0.0, 0.0)
    grid: float = 0.0


@dataclass(frozen=True, slots=True)
class Snapped:
    """The box, and the lines it caught on: upright ones by x, level ones by y."""

    box: Box
    upright: tuple[float, ...] = ()
    level: tuple[float, ...] = ()


def snap_move(box: Box, to: Snapping) -> Snapped:
    """Let a moved box catch with its edges and its middle; its size stays."""
    x, upright = _caught_span(box.x, box.width, _upright(to.others), to.reach[0], to.grid)
    y, level = _caught_span(box.y, box.height, _level(to.others), to.reach[1], to.grid)
    return Snapped(legal(Box(x, y, box.width, box.height)), upright, level)


def snap_resize(box: Box, handle: Handle, to: Snapping) -> Snapped:
    """Let the edges that `handle` moves catch; the others stay where they are."""
    across, down = handle
    dx, upright = _caught_edge(
        box.x if across < 0 else box.right, across, _upright(to.others), to.reach[0], to.grid
    )
    dy, level = _caught_edge(
        box.y if down < 0 else box.bottom, down, _level(to.others), to.reach[1], to.grid
    )
    return Snapped(resized(box, handle, dx, dy), upright, level)


def _upright(others: Iterable[Box]) -> tuple[float, ...]:
    lines = {0.0, 0.5, 1.0}
    for box in others:
        lines |= {box.x, box.x + box.width / 2, box.right}
    return tuple(sorted(lines))


def _level(others: Iterable[Box]) -> tuple[float, ...]:
    turned = (Box(box.y, box.x, box.height, box.width) for box in others)
    return _upright(turned)


def _caught_span(
    start: float, length: float, lines: Sequence[float], reach: float, grid: float
) -> tuple[float, tuple[float, ...]]:
    spots = (start, start + length / 2, start + length)
    ways = [(line - spot, line) for line in lines for spot in spots if abs(line - spot) <= reach]
    if ways:
        way, line = min(ways, key=lambda each: abs(each[0]))
        return start + way, (line,)
    return (round(start / grid) * grid if grid else start), ()


def _caught_edge(
    edge: float, direction: int, lines: Sequence[float], reach: float, grid: float
) -> tuple[float, tuple[float, ...]]:
    if not direction:
        return 0.0, ()
    near = [line for line in lines if abs(line - edge) <= reach]
    if near:
        line = min(near, key=lambda each: abs(each - edge))
        return line - edge, (line,)
    return (round(edge / grid) * grid - edge if grid else 0.0), ()
