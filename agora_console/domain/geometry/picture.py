"""Crop or fit: what of a person's picture is seen in a region, and where."""

from __future__ import annotations

from dataclasses import dataclass

from agora_console.domain.geometry.box import CANVAS, Box
from agora_console.domain.layout import FIT

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Placement:
    """`shown` is where the picture lies, in fractions of the region; the rest of it are bars.

    `seen` is which part of the picture that is, in fractions of the picture; the rest is cut off.
    """

    shown: Box
    seen: Box

    @property
    def bars(self) -> float:
        """The share of the region, 0..1, that stays without picture."""
        return 1 - self.shown.width * self.shown.height

    @property
    def lost(self) -> float:
        """The share of the picture, 0..1, that is cut off."""
        return 1 - self.seen.width * self.seen.height


def place(region: Size, source: Size, render_mode: int) -> Placement:
    """Lay a picture of `source` (width, height) into a region of that many pixels.

    Sides are above 0 and in any unit, the same for both sides of a size. Crop (0) fills the region
    and cuts what is too much at both sides alike, fit (1) shows all of it between two bars.
    """
    across, down = region[0] / source[0], region[1] / source[1]
    smaller, greater = sorted((across, down))
    narrow = smaller / greater
    part = _middle(narrow if across > down else 1.0, narrow if down > across else 1.0)
    if render_mode == FIT:
        return Placement(part, CANVAS)
    return Placement(CANVAS, _middle(part.height, part.width))


def _middle(width: float, height: float) -> Box:
    return Box((1 - width) / 2, (1 - height) / 2, width, height)
