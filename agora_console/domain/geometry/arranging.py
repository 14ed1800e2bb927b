"""Aligning and distributing several boxes, and the order in which they lie on each other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from agora_console.domain.geometry.box import CANVAS, Box, bounds, legal


class Edge(StrEnum):
    """What boxes are aligned by."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Axis(StrEnum):
    """The direction in which boxes are distributed."""

    ACROSS = "across"
    DOWN = "down"


class Pile(StrEnum):
    """Where in the pile a box is put."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


def aligned(boxes: Sequence[Box], edge: Edge) -> tuple[Box, ...]:
    """The boxes at one edge or middle of what they cover together; a single one of the canvas."""
    frame = bounds(boxes) if len(boxes) > 1 else CANVAS
    return tuple(legal(_aligned(box, frame, edge)) for box in boxes)


def distributed(boxes: Sequence[Box], axis: Axis) -> tuple[Box, ...]:
    """The boxes with the same gap between each two; the outermost edges stay.

    The gap is below 0 where they do not fit beside each other. Fewer than three stay as they are.
    """
    if len(boxes) < 3:
        return tuple(boxes)
    flat = [_span(box, axis) for box in boxes]
    order = sorted(range(len(boxes)), key=lambda n: flat[n][0] + flat[n][1] / 2)
    start = min(begin for begin, _ in flat)
    room = max(begin + length for begin, length in flat) - start
    gap = (room - sum(length for _, length in flat)) / (len(boxes) - 1)
    placed: dict[int, Box] = {}
    for n in order:
        placed[n] = legal(_at(boxes[n], axis, start))
        start += flat[n][1] + gap
    return tuple(placed[n] for n in range(len(boxes)))


def piled(count: int, chosen: Collection[int], where: Pile) -> tuple[int, ...]:
    """The old places, 0..count-1, in their new order from the back to the front.

    Those that are `chosen` move together and keep their order among themselves.
    """
    order = list(range(count))
    mine = [n for n in order if n in chosen]
    rest = [n for n in order if n not in chosen]
    match where:
        case Pile.FRONT:
            return (*rest, *mine)
        case Pile.BACK:
            return (*mine, *rest)
        case Pile.FORWARD:
            for place in range(count - 2, -1, -1):
                _swap(order, place, order[place] in chosen and order[place + 1] not in chosen)
        case _:
            for place in range(count - 1):
                _swap(order, place, order[place + 1] in chosen and order[place] not in chosen)
    return tuple(order)


def _aligned(box: Box, frame: Box, edge: Edge) -> Box:
    x, y = box.x, box.y
    match edge:
        case Edge.LEFT:
            x = frame.x
        case Edge.CENTER:
            x = frame.x + (frame.width - box.width) / 2
        case Edge.RIGHT:
            x = frame.right - box.width
        case Edge.TOP:
            y = frame.y
        case Edge.MIDDLE:
            y = frame.y + (frame.height - box.height) / 2
        case _:
            y = frame.bottom - box.height
    return Box(x, y, box.width, box.height)


def _span(box: Box, axis: Axis) -> tuple[float, float]:
    return (box.x, box.width) if axis is Axis.ACROSS else (box.y, box.height)


def _at(box: Box, axis: Axis, start: float) -> Box:
    if axis is Axis.ACROSS:
        return Box(start, box.y, box.width, box.height)
    return Box(box.x, start, box.width, box.height)


def _swap(order: list[int], place: int, wanted: bool) -> None:
    if wanted:
        order[place], order[place + 1] = order[place + 1], order[place]
