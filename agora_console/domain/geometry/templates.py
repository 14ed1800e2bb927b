"""Templates: custom layouts to begin with."""

from __future__ import annotations

import math
from enum import StrEnum

from agora_console.domain.geometry.box import CANVAS, Box, legal
from agora_console.domain.layout import MAX_PEOPLE, tile


class Template(StrEnum):
    """A custom layout for a number of people."""

    SPEAKER = "speaker"
    SIDE_BY_SIDE = "side_by_side"
    PICTURE_IN_PICTURE = "picture_in_picture"
    GRID = "grid"


def template(kind: Template, people: int) -> tuple[Box, ...]:
    """The regions of `kind` for so many people, kept within 1..17; the first one is the speaker's.

    Side by side has columns of full height, picture in picture small tiles on the first region.
    """
    count = min(max(people, 1), MAX_PEOPLE)
    match kind:
        case Template.SPEAKER:
            return _speaker(count)
        case Template.SIDE_BY_SIDE:
            return tuple(legal(Box(n / count, 0.0, 1 / count, 1.0)) for n in range(count))
        case Template.PICTURE_IN_PICTURE:
            return (CANVAS, *(_corner(n) for n in range(1, count)))
        case _:
            return _grid(count)


def _speaker(people: int) -> tuple[Box, ...]:
    """One large region, the others in one or two columns at its right, from the top."""
    others = people - 1
    if not others:
        return (CANVAS,)
    columns = 1 if others <= 6 else 2
    rows = max(math.ceil(others / columns), 3)
    width, height = 1 / (rows + columns), 1 / rows  # so that the large one stays the largest
    left = 1 - columns * width
    smalls = (
        legal(Box(left + (n // rows) * width, (n % rows) * height, width, height))
        for n in range(others)
    )
    return (legal(Box(0.0, 0.0, left, 1.0)), *smalls)


def _corner(number: int) -> Box:
    """Tiles from the lower right corner to the left, four in a row."""
    rect = tile(number)
    return legal(Box(1 - rect.x - rect.width, rect.y, rect.width, rect.height))


def _grid(people: int) -> tuple[Box, ...]:
    """Rows of the same height; the last one stands in the middle where it is not full."""
    columns = math.ceil(math.sqrt(people))
    rows = math.ceil(people / columns)
    width, height = 1 / columns, 1 / rows
    short = people - (rows - 1) * columns
    shift = (1 - short * width) / 2
    return tuple(
        legal(
            Box(
                (n % columns) * width + (shift if n // columns == rows - 1 else 0.0),
                (n // columns) * height,
                width,
                height,
            )
        )
        for n in range(people)
    )
