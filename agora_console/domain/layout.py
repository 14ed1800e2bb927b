"""Geometry of the composite picture: where each of 1 to 17 people is drawn.

All figures are fractions of the canvas, origin at the top left, x to the right and y down, which is
also the convention of `layoutConfig`. The functions take a `transcodingConfig` or the
`clientRequest` of an updateLayout as raw JSON, half-typed values included: a region whose numbers
are not numbers is left out, nothing raises. (API 3.2 start, 3.5 updateLayout.)
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Any

MAX_PEOPLE = 17
"""People in one picture, and the most regions a custom layout may have."""

LAYOUT_KEYS = (
    "mixedVideoLayout",
    "maxResolutionUid",
    "backgroundColor",
    "backgroundImage",
    "defaultUserBackgroundImage",
    "layoutConfig",
    "backgroundConfig",
)
"""The keys that `transcodingConfig` and the `clientRequest` of updateLayout share."""

CROP, FIT = 0, 1
"""`render_mode`: fill the region and cut the excess, or show the whole picture with bars."""


class Layout(IntEnum):
    """`mixedVideoLayout`."""

    FLOATING = 0
    BEST_FIT = 1
    VERTICAL = 2
    CUSTOM = 3


LAYOUTS: Mapping[int, str] = {
    Layout.FLOATING: "floating",
    Layout.BEST_FIT: "best fit",
    Layout.VERTICAL: "vertical",
    Layout.CUSTOM: "custom",
}
"""What each `mixedVideoLayout` is called."""


@dataclass(frozen=True, slots=True)
class Rect:
    """One region.

    `slot` is the person in it, counted from 1 in the order of joining; 0 means that nobody is
    there and the background shows. `uid` is set where the region belongs to one UID. A greater
    `z` lies on top. `alpha` runs from 0, transparent, to 1, opaque.
    """

    x: float
    y: float
    width: float
    height: float
    render_mode: int = CROP
    z: int = 0
    uid: str = ""
    slot: int = 0
    alpha: float = 1.0


def regions(layout: Mapping[str, Any], people: int, joined: Sequence[str] = ()) -> tuple[Rect, ...]:
    """The regions drawn for `people` (kept within 1..17) people, lowest `z` first.

    `joined` names their UIDs in the order of joining, "" for somebody the layout does not name;
    where it is shorter than `people` the rest are such strangers. Left empty, everybody the layout
    names is taken to be there. Regions that belong to an absent UID, or that nobody is left for,
    are included with slot 0; empty cells of a grid are not. An unknown layout has no regions.
    """
    count = min(max(people, 1), MAX_PEOPLE)
    order = tuple(joined[:count]) + ("",) * (count - len(joined)) if joined else ()
    match layout.get("mixedVideoLayout", Layout.FLOATING):
        case Layout.FLOATING:
            return _floating(count)
        case Layout.BEST_FIT:
            return _best_fit(count)
        case Layout.VERTICAL:
            return _vertical(_text(layout.get("maxResolutionUid")), count, order)
        case Layout.CUSTOM:
            return _custom(layout.get("layoutConfig"), count, order)
    return ()


def tile(number: int) -> Rect:
    """Tile `number` (1..16) of the floating layout: rows of four from the bottom left upwards."""
    row, column = divmod(number - 1, 4)
    return Rect(_GAP + column * _PITCH, 1 - (row + 1) * _PITCH, _TILE, _TILE, z=number)


def unseen(layout: Mapping[str, Any], people: int, joined: Sequence[str] = ()) -> int:
    """How many of `people` have no region and so are not in the picture."""
    shown = {rect.slot for rect in regions(layout, people, joined) if rect.slot}
    return min(max(people, 1), MAX_PEOPLE) - len(shown)


_TILE, _GAP = 0.235, 0.012
_PITCH = _TILE + _GAP  # four tiles and five gaps fill a side: 4 x 0.235 + 5 x 0.012 = 1


def _floating(people: int) -> tuple[Rect, ...]:
    smalls = (tile(number) for number in range(1, people))
    large = Rect(0, 0, 1, 1, slot=1)
    return (large, *(_seated(rect, rect.z + 1) for rect in smalls))


def _best_fit(people: int) -> tuple[Rect, ...]:
    if people == MAX_PEOPLE:  # four rows of four fifths, the last person alone below them
        cells = [(0.1 + 0.2 * (n % 4), 0.2 * (n // 4)) for n in range(MAX_PEOPLE - 1)]
        cells.append((0.4, 0.8))
        return tuple(Rect(x, y, 0.2, 0.2, slot=n) for n, (x, y) in enumerate(cells, 1))
    columns = math.ceil(math.sqrt(people))
    rows = 1 if people == 2 else columns  # two people get the halves, not two of four quarters
    return tuple(
        Rect((n % columns) / columns, (n // columns) / rows, 1 / columns, 1 / rows, slot=n + 1)
        for n in range(people)
    )


# Smalls a bracket holds, width of one, height of one. The large picture takes the other columns.
_BRACKETS = ((4, 1 / 5, 1 / 4), (6, 1 / 7, 1 / 6), (8, 1 / 9, 1 / 8), (16, 1 / 10, 1 / 8))


def _vertical(large_uid: str, people: int, joined: Sequence[str]) -> tuple[Rect, ...]:
    if people == 1 and not large_uid:
        return (Rect(0, 0, 1, 1, slot=1),)
    large_slot = _seat_of(large_uid, joined) if joined else int(bool(large_uid))
    others = [slot for slot in range(1, people + 1) if slot != large_slot]
    room, width, height = next(b for b in _BRACKETS if b[0] >= min(len(others), 16))
    rows = round(1 / height)
    columns = room // rows
    large = Rect(0, 0, 1 - columns * width, 1, FIT, uid=large_uid, slot=large_slot)
    # With two columns the outer one is filled first.
    smalls = (
        Rect(1 - (n // rows + 1) * width, (n % rows) * height, width, height, slot=slot)
        for n, slot in enumerate(others[:room])
    )
    return (large, *smalls)


def _custom(config: object, people: int, joined: Sequence[str]) -> tuple[Rect, ...]:
    entries = config if isinstance(config, Sequence) and not isinstance(config, str) else ()
    rects = [rect for z, entry in enumerate(entries) if (rect := _region(entry, z)) is not None]
    if not joined:  # everybody named is there: people take the regions as they are listed
        return tuple(_seated(rect, n if n <= people else 0) for n, rect in enumerate(rects, 1))
    named = {rect.uid for rect in rects if rect.uid}
    waiting = iter([n for n, uid in enumerate(joined, 1) if uid not in named])
    return tuple(
        _seated(rect, _seat_of(rect.uid, joined) if rect.uid else next(waiting, 0))
        for rect in rects
    )


def _region(entry: object, z: int) -> Rect | None:
    if not isinstance(entry, Mapping):
        return None
    sides = [_number(entry.get(key)) for key in ("x_axis", "y_axis", "width", "height")]
    x, y, width, height = sides
    if x is None or y is None or width is None or height is None or width <= 0 or height <= 0:
        return None
    alpha = _number(entry.get("alpha", 1.0))
    mode = FIT if entry.get("render_mode") == FIT else CROP
    opacity = 1.0 if alpha is None else min(max(alpha, 0.0), 1.0)
    return Rect(x, y, width, height, mode, z, _text(entry.get("uid")), alpha=opacity)


def _seated(rect: Rect, slot: int) -> Rect:
    return replace(rect, slot=slot)


def _seat_of(uid: str, joined: Sequence[str]) -> int:
    return joined.index(uid) + 1 if uid and uid in joined else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return float(value)
