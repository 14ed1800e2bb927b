"""How many cards stand side by side, and how large they and their letters are."""

from __future__ import annotations

import math
from dataclasses import dataclass

CARD_WIDTH = 25.0
"""Width of a card, in em, whose letters have their usual size."""

CARD_HEIGHT = 11.0
"""Height of that card in em."""

LARGEST = 3.0
"""Letters grow no further: one card alone on a wall screen is read from across any room."""


@dataclass(frozen=True, slots=True)
class Grid:
    """`columns` cards side by side, each `width` x `height` pixels, letters `scale` times."""

    columns: int
    width: int
    height: int
    scale: float


def grid(count: int, width: int, height: int, em: int) -> Grid:
    """The largest cards of which `count` fit into `width` x `height` pixels.

    Cards never get smaller than the usual size: where that does not do, the wall scrolls.
    """
    best = max(
        (_of(columns, count, width, height, em) for columns in range(1, max(1, count) + 1)),
        key=lambda each: (each.scale, -each.columns),
    )
    if best.scale >= 1.0:
        return best
    columns = max(1, int(width // (CARD_WIDTH * em)))
    return Grid(columns, width // columns, round(CARD_HEIGHT * em), 1.0)


def _of(columns: int, count: int, width: int, height: int, em: int) -> Grid:
    rows = math.ceil(max(1, count) / columns)
    across, down = width / columns, height / rows
    scale = min(across / (CARD_WIDTH * em), down / (CARD_HEIGHT * em), LARGEST)
    return Grid(columns, int(across), int(min(down, CARD_HEIGHT * em * scale)), scale)
