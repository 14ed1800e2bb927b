"""Gestures: a pointer that goes down, moves and goes up, as boxes; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from agora_console.domain.geometry.box import SMALLEST, Box, bounds
from agora_console.domain.geometry.moving import Handle, drawn, moved, resized
from agora_console.domain.geometry.snapping import Snapped, Snapping, snap_move, snap_resize

Point = tuple[float, float]

NEW = -1
"""The row of a region that is being drawn."""


@dataclass(frozen=True, slots=True)
class Held:
    """Where regions are while the pointer is down, by row, and the lines they caught on."""

    boxes: Mapping[int, Box] = field(default_factory=dict)
    upright: tuple[float, ...] = ()
    level: tuple[float, ...] = ()


class Gesture(Protocol):
    """`to` says where regions are with the pointer at a point, in fractions of the canvas."""

    def to(self, point: Point, snapping: Snapping) -> Held: ...


@dataclass(frozen=True, slots=True)
class Move:
    """Regions that are moved together."""

    start: Point
    boxes: Mapping[int, Box]

    def to(self, point: Point, snapping: Snapping) -> Held:
        frame = bounds(self.boxes.values())
        wanted = Box(
            frame.x + point[0] - self.start[0],
            frame.y + point[1] - self.start[1],
            frame.width,
            frame.height,
        )
        caught = snap_move(wanted, snapping)
        dx, dy = caught.box.x - frame.x, caught.box.y - frame.y
        there = {row: moved(box, dx, dy) for row, box in self.boxes.items()}
        return Held(there, caught.upright, caught.level)


@dataclass(frozen=True, slots=True)
class Resize:
    """One region, held at an edge or a corner."""

    start: Point
    row: int
    box: Box
    handle: Handle

    def to(self, point: Point, snapping: Snapping) -> Held:
        pulled = resized(self.box, self.handle, point[0] - self.start[0], point[1] - self.start[1])
        return _one(self.row, snap_resize(pulled, self.handle, snapping))


@dataclass(frozen=True, slots=True)
class Draw:
    """A new region between two corners; nothing while it is too small to be meant."""

    start: Point

    def to(self, point: Point, snapping: Snapping) -> Held:
        across, down = point[0] - self.start[0], point[1] - self.start[1]
        if abs(across) < 2 * SMALLEST or abs(down) < 2 * SMALLEST:
            return Held()
        here = drawn(self.start, point)
        near = snap_resize(here, (-1 if across > 0 else 1, -1 if down > 0 else 1), snapping)
        far = snap_resize(near.box, (1 if across > 0 else -1, 1 if down > 0 else -1), snapping)
        return _one(NEW, far)


def _one(row: int, caught: Snapped) -> Held:
    return Held({row: caught.box}, caught.upright, caught.level)
