"""What a row of small pictures says: black, frozen, or neither. Pure, on shades of grey."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

DARK = 24
"""A shade of 0 to 255 up to which a point counts as black; video's own black is 16."""

LIT = 0.01
"""Share of points that may be lighter in a black picture: noise, or a small clock."""

SAME = 1.0
"""Mean difference of shades up to which two pictures are alike: JPEG is not exact."""

FROZEN_AFTER = 3
"""So many pictures in a row that are alike count as frozen."""


class Doubt(StrEnum):
    """What is wrong with the latest picture of somebody, as far as pixels can tell."""

    BLACK = "black"
    FROZEN = "frozen"
    UNREADABLE = "unreadable"


def is_black(shades: bytes) -> bool:
    """Whether nearly every point is dark."""
    lit = sum(1 for shade in shades if shade > DARK)
    return bool(shades) and lit <= LIT * len(shades)


def alike(first: bytes, second: bytes) -> bool:
    """Whether two pictures of the same size show the same."""
    if not first or len(first) != len(second):
        return False
    apart = sum(abs(a - b) for a, b in zip(first, second, strict=True))
    return apart <= SAME * len(first)


def doubt(newest_first: Sequence[bytes]) -> Doubt | None:
    """What is wrong with the newest of somebody's pictures; None where nothing is to be seen.

    A still slide cannot be told from a frozen camera, and is called frozen too. A picture that
    cannot be read has no shades.
    """
    if not newest_first:
        return None
    if not newest_first[0]:
        return Doubt.UNREADABLE
    if is_black(newest_first[0]):
        return Doubt.BLACK
    row = newest_first[:FROZEN_AFTER]
    same = all(alike(row[0], other) for other in row[1:])
    return Doubt.FROZEN if same and len(row) == FROZEN_AFTER else None
