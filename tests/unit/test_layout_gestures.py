"""A pointer that goes down, moves and goes up, as boxes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agora_console.domain.geometry.box import Box, legal
from agora_console.domain.geometry.moving import HANDLES, Handle
from agora_console.domain.geometry.snapping import Snapping
from agora_console.domain.rules import check_update_layout
from agora_console.ui.layout.gestures import NEW, Draw, Gesture, Held, Move, Point, Resize

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

FREE = Snapping()
A, B = Box(0.1, 0.1, 0.2, 0.2), Box(0.5, 0.4, 0.3, 0.3)

parts = st.floats(0, 1)
points = st.tuples(st.floats(-0.5, 1.5), st.floats(-0.5, 1.5))
boxes = st.builds(Box, parts, parts, parts, parts).map(legal)
snappings = st.builds(
    Snapping,
    st.lists(boxes, max_size=4).map(tuple),
    st.tuples(st.floats(0, 0.05), st.floats(0, 0.05)),
    st.sampled_from([0.0, 0.01]),
)


def test_regions_move_together_and_stop_together() -> None:
    held = Move((0.5, 0.5), {0: A, 2: B}).to((0.9, 0.6), FREE)
    assert held.boxes == {0: Box(0.3, 0.2, 0.2, 0.2), 2: Box(0.7, 0.5, 0.3, 0.3)}


def test_regions_catch_by_what_they_cover() -> None:
    near = Snapping(reach=(0.03, 0.03))
    held = Move((0.5, 0.5), {0: A, 2: B}).to((0.68, 0.5), near)
    assert held.boxes[2].right == pytest.approx(1)
    assert held.upright == (1.0,)


def test_a_corner_is_pulled() -> None:
    held = Resize((0.3, 0.3), 4, A, (1, 1)).to((0.4, 0.5), FREE)
    assert held.boxes == {4: Box(0.1, 0.1, 0.3, 0.4)}


def test_a_region_is_drawn_and_catches_at_both_corners() -> None:
    grid = Snapping(grid=0.05)
    assert Draw((0.11, 0.12)).to((0.52, 0.58), grid).boxes == {NEW: Box(0.1, 0.1, 0.4, 0.5)}
    assert Draw((0.52, 0.58)).to((0.11, 0.12), grid).boxes == {NEW: Box(0.1, 0.1, 0.4, 0.5)}


def test_a_tremble_draws_nothing() -> None:
    assert Draw((0.5, 0.5)).to((0.51, 0.9), FREE) == Held()


@unhurried
@given(boxes, boxes, st.tuples(points, points), st.sampled_from(HANDLES), snappings)
def test_whatever_the_hand_does_agora_takes_it(
    one: Box, other: Box, way: tuple[Point, Point], handle: Handle, to: Snapping
) -> None:
    start, end = way
    gestures: list[Gesture] = [
        Move(start, {0: one, 1: other}),
        Resize(start, 0, one, handle),
        Draw(start),
    ]
    for gesture in gestures:
        regions = [box.wire() for box in gesture.to(end, to).boxes.values()]
        if regions:
            layout = {"mixedVideoLayout": 3, "layoutConfig": regions}
            assert check_update_layout(layout) == ()
