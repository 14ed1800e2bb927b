"""Box: an upright rectangle in fractions of the canvas, as the wire takes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

KEYS: Final = ("x_axis", "y_axis", "width", "height")
"""The keys of a `layoutConfig` entry that make its box."""

DECIMALS: Final = 6
"""Decimals that Agora reads (API 3.2, layoutConfig)."""

SMALLEST: Final = 0.01
"""The least width and height that a gesture makes; a smaller region is not seen."""


@dataclass(frozen=True, slots=True)
class Box:
    """Left, top, width and height; origin top left, y down. A canvas is 0, 0, 1, 1."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    def wire(self) -> dict[str, float]:
        """The four keys of a `layoutConfig` entry."""
        return dict(zip(KEYS, (self.x, self.y, self.width, self.height), strict=True))


CANVAS: Final = Box(0.0, 0.0, 1.0, 1.0)


def legal(box: Box) -> Box:
    """The nearest box that Agora takes: inside the canvas, six decimals, not too small to be seen.

    It is moved before it is made smaller.
    """
    width = _side(box.width)
    height = _side(box.height)
    x, y = _start(box.x, width), _start(box.y, height)
    return Box(x, y, min(width, _rounded(1 - x)), min(height, _rounded(1 - y)))


def cut(box: Box) -> Box:
    """The part of `box` that lies on the canvas, as `legal` has it."""
    x, y = max(box.x, 0.0), max(box.y, 0.0)
    return legal(Box(x, y, min(box.right, 1.0) - x, min(box.bottom, 1.0) - y))


def bounds(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; raises ValueError where there are none."""
    each = tuple(boxes)
    x, y = min(box.x for box in each), min(box.y for box in each)
    return Box(x, y, max(box.right for box in each) - x, max(box.bottom for box in each) - y)


def with_box(entry: Mapping[str, Any], box: Box) -> dict[str, Any]:
    """A `layoutConfig` entry in another place; what else it says stays."""
    return {**entry, **box.wire()}


def _side(length: float) -> float:
    return _rounded(min(max(length, SMALLEST), 1.0))


def _start(start: float, length: float) -> float:
    return _rounded(min(max(start, 0.0), 1.0 - length))


def _rounded(value: float) -> float:
    return round(value, DECIMALS) + 0.0  # and never minus zero
