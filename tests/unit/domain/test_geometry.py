"""Regions under the hand: pictures in them, moving, snapping, arranging, templates."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agora_console.domain.geometry.arranging import Axis, Edge, Pile, aligned, distributed, piled
from agora_console.domain.geometry.box import CANVAS, SMALLEST, Box, bounds, cut, legal, with_box
from agora_console.domain.geometry.moving import HANDLES, Handle, drawn, moved, resized
from agora_console.domain.geometry.picture import place
from agora_console.domain.geometry.snapping import Snapping, snap_move, snap_resize
from agora_console.domain.geometry.templates import Template, template
from agora_console.domain.layout import CROP, FIT
from agora_console.domain.rules import check_update_layout

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

EDGE = 2e-6  # what six decimals leave of an edge that was computed

parts = st.floats(0, 1)
far = st.floats(-2, 2)
wild = st.builds(Box, far, far, far, far)
boxes = st.builds(Box, parts, parts, parts, parts).map(legal)
many = st.lists(boxes, min_size=1, max_size=17)
lengths = st.floats(1, 4000)
handles = st.sampled_from(HANDLES)


def near(one: Box, other: Box) -> bool:
    sides = zip(one.wire().values(), other.wire().values(), strict=True)
    return all(abs(a - b) <= EDGE for a, b in sides)


def apart(a: Box, b: Box) -> bool:
    aside = a.right <= b.x + EDGE or b.right <= a.x + EDGE
    return aside or a.bottom <= b.y + EDGE or b.bottom <= a.y + EDGE


def refusals(*regions: Box) -> tuple[object, ...]:
    """What the linter says of a custom layout with these regions."""
    entries = [region.wire() for region in regions]
    return check_update_layout({"mixedVideoLayout": 3, "layoutConfig": entries})


# --- boxes ---------------------------------------------------------------------


@unhurried
@given(wild)
def test_a_legal_box_is_taken_by_agora(box: Box) -> None:
    assert refusals(legal(box)) == ()


@unhurried
@given(boxes)
def test_a_legal_box_stays_as_it_is(box: Box) -> None:
    assert legal(box) == box


def test_a_box_is_moved_onto_the_canvas_before_it_is_made_smaller() -> None:
    assert legal(Box(0.9, -0.5, 0.4, 0.2)) == Box(0.6, 0, 0.4, 0.2)
    assert legal(Box(0, 0, 3, 0)) == Box(0, 0, 1, SMALLEST)


def test_what_lies_beside_the_canvas_is_cut() -> None:
    assert cut(Box(-0.5, 0.5, 1, 1)) == Box(0, 0.5, 0.5, 0.5)


def test_thirds_reach_the_edge_with_six_decimals() -> None:
    third = legal(Box(2 / 3, 0, 1 / 3, 1))
    assert third.wire() == {"x_axis": 0.666667, "y_axis": 0, "width": 0.333333, "height": 1}


def test_an_entry_keeps_what_else_it_says() -> None:
    entry = {"uid": "7", "x_axis": 0, "y_axis": 0, "width": 1, "height": 1, "zoom": 2}
    assert with_box(entry, Box(0.5, 0, 0.5, 1)) == entry | {"x_axis": 0.5, "width": 0.5}


# --- pictures ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "source", "mode", "shown", "seen"),
    [
        ((160, 90), (1280, 720), CROP, CANVAS, CANVAS),
        ((100, 100), (200, 100), CROP, CANVAS, Box(0.25, 0, 0.5, 1)),
        ((100, 100), (100, 200), CROP, CANVAS, Box(0, 0.25, 1, 0.5)),
        ((100, 100), (200, 100), FIT, Box(0, 0.25, 1, 0.5), CANVAS),
        ((100, 100), (100, 200), FIT, Box(0.25, 0, 0.5, 1), CANVAS),
    ],
)
def test_a_picture_in_a_region(
    region: tuple[float, float], source: tuple[float, float], mode: int, shown: Box, seen: Box
) -> None:
    placed = place(region, source, mode)
    assert (placed.shown, placed.seen) == (shown, seen)


def test_a_portrait_camera_in_a_landscape_region_loses_more_than_two_thirds() -> None:
    assert place((1280, 720), (720, 1280), CROP).lost == pytest.approx(1 - 81 / 256)
    assert place((1280, 720), (720, 1280), FIT).bars == pytest.approx(1 - 81 / 256)


@unhurried
@given(lengths, lengths, lengths, lengths)
def test_crop_leaves_no_bars_and_fit_loses_nothing(
    width: float, height: float, across: float, down: float
) -> None:
    crop = place((width, height), (across, down), CROP)
    fit = place((width, height), (across, down), FIT)
    assert (crop.bars, fit.lost) == (0, 0)
    assert crop.lost == pytest.approx(fit.bars)


@unhurried
@given(lengths, lengths, lengths, lengths, st.sampled_from([CROP, FIT]))
def test_a_picture_is_never_stretched(
    width: float, height: float, across: float, down: float, mode: int
) -> None:
    placed = place((width, height), (across, down), mode)
    scale_x = placed.shown.width * width / (placed.seen.width * across)
    scale_y = placed.shown.height * height / (placed.seen.height * down)
    assert scale_x == pytest.approx(scale_y)


# --- moving --------------------------------------------------------------------


@unhurried
@given(boxes, far, far)
def test_a_moved_box_keeps_its_size_on_the_canvas(box: Box, dx: float, dy: float) -> None:
    after = moved(box, dx, dy)
    assert (after.width, after.height) == (box.width, box.height)
    assert refusals(after) == ()


@unhurried
@given(boxes, handles, far, far)
def test_the_edges_that_are_not_held_stay(box: Box, handle: Handle, dx: float, dy: float) -> None:
    after = resized(box, handle, dx, dy)
    assert refusals(after) == ()
    held_x, held_y = handle
    for direction, was, now in (
        (held_x, (box.x, box.right), (after.x, after.right)),
        (held_y, (box.y, box.bottom), (after.y, after.bottom)),
    ):
        if direction <= 0:
            assert now[1] == pytest.approx(was[1], abs=EDGE)
        if direction >= 0:
            assert now[0] == pytest.approx(was[0], abs=EDGE)


def test_there_are_eight_handles() -> None:
    assert len(set(HANDLES)) == 8


def test_a_box_is_drawn_from_any_corner_to_any_other() -> None:
    expected = Box(0.2, 0.3, 0.4, 0.5)
    assert near(drawn((0.2, 0.3), (0.6, 0.8)), expected)
    assert near(drawn((0.6, 0.3), (0.2, 0.8)), expected)
    assert drawn((0.5, 0.5), (2, -3)) == Box(0.5, 0, 0.5, 0.5)


# --- snapping ------------------------------------------------------------------

REACH = Snapping(others=(Box(0.1, 0.2, 0.3, 0.3),), reach=(0.02, 0.02))


def test_a_moved_box_catches_on_the_edge_of_another() -> None:
    caught = snap_move(Box(0.41, 0.6, 0.2, 0.2), REACH)
    assert caught.box == Box(0.4, 0.6, 0.2, 0.2)
    assert (caught.upright, caught.level) == ((0.4,), ())


def test_a_moved_box_catches_with_its_middle() -> None:
    caught = snap_move(Box(0.405, 0.411, 0.2, 0.2), Snapping(reach=(0.01, 0.02)))
    assert caught.box == Box(0.4, 0.4, 0.2, 0.2)
    assert (caught.upright, caught.level) == ((0.5,), (0.5,))


def test_far_from_any_line_a_box_goes_to_the_grid() -> None:
    caught = snap_move(Box(0.3333, 0.7777, 0.1, 0.1), Snapping(reach=(0.001, 0.001), grid=0.01))
    assert caught.box == Box(0.33, 0.78, 0.1, 0.1)
    assert caught.upright == ()


def test_without_grid_and_lines_a_box_stays_where_it_is() -> None:
    box = Box(0.3333, 0.7777, 0.1, 0.1)
    assert snap_move(box, Snapping()).box == box
    assert snap_resize(box, (1, 1), Snapping()).box == box


def test_only_the_held_edge_catches() -> None:
    caught = snap_resize(Box(0.5, 0.6, 0.49, 0.2), (1, 0), REACH)
    assert caught.box == Box(0.5, 0.6, 0.5, 0.2)
    assert (caught.upright, caught.level) == ((1.0,), ())
    caught = snap_resize(Box(0.41, 0.51, 0.2, 0.2), (-1, -1), REACH)
    assert near(caught.box, Box(0.4, 0.5, 0.21, 0.21))


def test_a_held_edge_far_from_lines_goes_to_the_grid() -> None:
    to = Snapping(reach=(0.001, 0.001), grid=0.05)
    assert near(snap_resize(Box(0.2, 0.2, 0.33, 0.33), (1, 1), to).box, Box(0.2, 0.2, 0.35, 0.35))


@unhurried
@given(boxes, many, handles, parts, st.sampled_from([0.0, 0.01, 0.05]))
def test_what_was_snapped_is_legal(
    box: Box, others: list[Box], handle: Handle, reach: float, grid: float
) -> None:
    to = Snapping(tuple(others), (reach, reach), grid)
    assert refusals(snap_move(box, to).box, snap_resize(box, handle, to).box) == ()


# --- arranging -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("edge", "x", "y"),
    [
        (Edge.LEFT, 0, 0.3),
        (Edge.CENTER, 0.4, 0.3),
        (Edge.RIGHT, 0.8, 0.3),
        (Edge.TOP, 0.1, 0),
        (Edge.MIDDLE, 0.1, 0.4),
        (Edge.BOTTOM, 0.1, 0.8),
    ],
)
def test_a_single_box_is_aligned_to_the_canvas(edge: Edge, x: float, y: float) -> None:
    (box,) = aligned([Box(0.1, 0.3, 0.2, 0.2)], edge)
    assert near(box, Box(x, y, 0.2, 0.2))


@unhurried
@given(st.lists(boxes, min_size=2, max_size=17), st.sampled_from(Edge))
def test_several_boxes_are_aligned_within_what_they_cover(each: list[Box], edge: Edge) -> None:
    frame = bounds(each)
    after = aligned(each, edge)
    lines: dict[Edge, Callable[[Box], float]] = {
        Edge.LEFT: lambda box: box.x,
        Edge.CENTER: lambda box: box.x + box.width / 2,
        Edge.RIGHT: lambda box: box.right,
        Edge.TOP: lambda box: box.y,
        Edge.MIDDLE: lambda box: box.y + box.height / 2,
        Edge.BOTTOM: lambda box: box.bottom,
    }
    line = lines[edge]
    assert all(line(box) == pytest.approx(line(frame), abs=EDGE) for box in after)
    assert [(box.width, box.height) for box in after] == [(b.width, b.height) for b in each]


def test_distributed_boxes_have_the_same_gap() -> None:
    before = [Box(0, 0, 0.1, 0.1), Box(0.7, 0, 0.3, 0.1), Box(0.2, 0.5, 0.2, 0.1)]
    after = distributed(before, Axis.ACROSS)
    assert [box.x for box in after] == pytest.approx([0, 0.7, 0.3])
    down = distributed([Box(b.y, b.x, b.height, b.width) for b in before], Axis.DOWN)
    assert [box.y for box in down] == pytest.approx([0, 0.7, 0.3])


@unhurried
@given(many, st.sampled_from(Axis))
def test_distributing_keeps_sizes_and_legality(each: list[Box], axis: Axis) -> None:
    after = distributed(each, axis)
    assert [(box.width, box.height) for box in after] == [(b.width, b.height) for b in each]
    assert refusals(*after) == ()


def test_two_boxes_have_nothing_to_distribute() -> None:
    two = [Box(0, 0, 0.1, 0.1), Box(0.5, 0.5, 0.1, 0.1)]
    assert distributed(two, Axis.DOWN) == tuple(two)


@pytest.mark.parametrize(
    ("where", "order"),
    [
        (Pile.FRONT, (0, 2, 3, 1, 4)),
        (Pile.BACK, (1, 4, 0, 2, 3)),
        (Pile.FORWARD, (0, 2, 1, 3, 4)),
        (Pile.BACKWARD, (1, 0, 2, 4, 3)),
    ],
)
def test_the_chosen_ones_move_in_the_pile(where: Pile, order: tuple[int, ...]) -> None:
    assert piled(5, {1, 4}, where) == order


@unhurried
@given(st.integers(0, 17), st.sets(st.integers(0, 16)), st.sampled_from(Pile))
def test_a_pile_loses_nobody_and_keeps_each_order(
    count: int, chosen: set[int], where: Pile
) -> None:
    order = piled(count, chosen, where)
    assert sorted(order) == list(range(count))
    for group in (chosen, set(range(count)) - chosen):
        mine = [n for n in order if n in group]
        assert mine == sorted(mine)


# --- templates -----------------------------------------------------------------


@pytest.mark.parametrize("kind", Template)
@pytest.mark.parametrize("people", range(1, 18))
def test_a_template_has_a_legal_region_for_everybody(kind: Template, people: int) -> None:
    regions = template(kind, people)
    assert len(regions) == people
    assert refusals(*regions) == ()


@pytest.mark.parametrize("kind", sorted(set(Template) - {Template.PICTURE_IN_PICTURE}))
@pytest.mark.parametrize("people", range(1, 18))
def test_only_pictures_in_a_picture_lie_on_others(kind: Template, people: int) -> None:
    assert all(apart(a, b) for a, b in combinations(template(kind, people), 2))


def test_small_pictures_lie_apart_on_the_large_one() -> None:
    large, *smalls = template(Template.PICTURE_IN_PICTURE, 17)
    assert large == CANVAS
    assert all(apart(a, b) for a, b in combinations(smalls, 2))
    assert near(smalls[0], Box(0.753, 0.753, 0.235, 0.235))


@pytest.mark.parametrize("people", range(2, 18))
def test_the_speaker_is_the_largest(people: int) -> None:
    areas = [box.width * box.height for box in template(Template.SPEAKER, people)]
    assert areas[0] > max(areas[1:])


@pytest.mark.parametrize("people", range(1, 18))
def test_rows_of_a_grid_stand_in_the_middle(people: int) -> None:
    regions = template(Template.GRID, people)
    for y in {box.y for box in regions}:
        row = [box for box in regions if box.y == y]
        assert row[0].x == pytest.approx(1 - row[-1].right, abs=EDGE)
        assert all(a.right == pytest.approx(b.x, abs=EDGE) for a, b in pairwise(row))


@pytest.mark.parametrize(("asked", "made"), [(-1, 1), (0, 1), (40, 17)])
def test_a_template_is_made_for_1_to_17(asked: int, made: int) -> None:
    assert len(template(Template.GRID, asked)) == made
