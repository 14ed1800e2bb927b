"""Where 1 to 17 people are drawn in each composite layout."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.layout import (
    CROP,
    FIT,
    LAYOUTS,
    MAX_PEOPLE,
    Layout,
    Rect,
    regions,
    tile,
    unseen,
)

TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "data" / "layouts.json").read_text("utf-8")
)
PEOPLE = range(1, MAX_PEOPLE + 1)
EDGE = 1e-9

VERTICAL = {"mixedVideoLayout": 2, "maxResolutionUid": "7"}
LAYOUT_OF: dict[str, dict[str, Any]] = {
    "floating": {"mixedVideoLayout": 0},
    "best fit": {"mixedVideoLayout": 1},
    "vertical": VERTICAL,
}


def row(rect: Rect) -> list[float]:
    figures = (rect.x, rect.y, rect.width, rect.height)
    return [*(round(figure, 6) for figure in figures), rect.render_mode]


def inside(rect: Rect) -> bool:
    corners = (rect.x, rect.y, 1 - rect.x - rect.width, 1 - rect.y - rect.height)
    return all(corner >= -EDGE for corner in corners)


def overlap(a: Rect, b: Rect) -> bool:
    apart_x = a.x + a.width <= b.x + EDGE or b.x + b.width <= a.x + EDGE
    apart_y = a.y + a.height <= b.y + EDGE or b.y + b.height <= a.y + EDGE
    return not (apart_x or apart_y)


@pytest.mark.parametrize("people", PEOPLE)
@pytest.mark.parametrize("name", LAYOUT_OF)
def test_every_row_of_the_table(name: str, people: int) -> None:
    drawn = regions(LAYOUT_OF[name], people)
    assert [row(rect) for rect in drawn] == TABLE[name][str(people)]


@pytest.mark.parametrize("name", LAYOUT_OF)
def test_everybody_has_a_region_of_their_own(name: str) -> None:
    for people in PEOPLE:
        slots = [rect.slot for rect in regions(LAYOUT_OF[name], people)]
        assert slots == list(range(1, people + 1))


@pytest.mark.parametrize("name", LAYOUT_OF)
def test_nothing_leaves_the_canvas(name: str) -> None:
    assert all(inside(rect) for people in PEOPLE for rect in regions(LAYOUT_OF[name], people))


@pytest.mark.parametrize("name", ["best fit", "vertical"])
def test_tiled_layouts_do_not_overlap(name: str) -> None:
    for people in PEOPLE:
        pairs = combinations(regions(LAYOUT_OF[name], people), 2)
        assert not any(overlap(a, b) for a, b in pairs), people


def test_floating_tiles_lie_apart_above_the_first_person() -> None:
    large, *smalls = regions({}, MAX_PEOPLE)
    assert not any(overlap(a, b) for a, b in combinations(smalls, 2))
    assert [rect.z for rect in (large, *smalls)] == list(range(MAX_PEOPLE))


def test_four_floating_tiles_and_five_gaps_fill_a_side() -> None:
    first, last = tile(1), tile(16)
    gap = first.x
    assert last.x + last.width + gap == pytest.approx(1)
    assert first.y + first.height + gap == pytest.approx(1)
    assert last.y == pytest.approx(gap)


@pytest.mark.parametrize("people", [1, 2, 4, 9, 16])
def test_a_full_grid_covers_the_canvas(people: int) -> None:
    area = sum(rect.width * rect.height for rect in regions({"mixedVideoLayout": 1}, people))
    assert area == pytest.approx(1)


@pytest.mark.parametrize("people", [5, 7, 9, 17])
def test_a_full_vertical_bracket_covers_the_canvas(people: int) -> None:
    area = sum(rect.width * rect.height for rect in regions(VERTICAL, people))
    assert area == pytest.approx(1)


@pytest.mark.parametrize(("asked", "drawn"), [(-3, 1), (0, 1), (18, 17), (400, 17)])
def test_the_number_of_people_is_kept_within_1_and_17(asked: int, drawn: int) -> None:
    assert len(regions({"mixedVideoLayout": 1}, asked)) == drawn


def test_without_a_choice_the_layout_is_floating() -> None:
    assert regions({}, 5) == regions({"mixedVideoLayout": 0}, 5)


@pytest.mark.parametrize("layout", [4, -1, "1", None, [1]])
def test_an_unknown_layout_has_no_regions(layout: object) -> None:
    assert regions({"mixedVideoLayout": layout}, 3) == ()


def test_every_layout_has_a_name() -> None:
    assert set(LAYOUTS) == set(Layout)


# --- vertical: who is large ----------------------------------------------------


def test_the_large_picture_is_shown_whole_and_the_small_ones_are_cropped() -> None:
    large, *smalls = regions(VERTICAL, 4)
    assert (large.render_mode, large.uid) == (FIT, "7")
    assert {rect.render_mode for rect in smalls} == {CROP}


def test_the_large_uid_is_large_whenever_it_joined() -> None:
    large, *smalls = regions(VERTICAL, 3, ("5", "6", "7"))
    assert large.slot == 3
    assert [rect.slot for rect in smalls] == [1, 2]


@pytest.mark.parametrize(
    ("people", "small_width", "small_height"),
    [(4, 1 / 5, 1 / 4), (5, 1 / 7, 1 / 6), (7, 1 / 9, 1 / 8), (9, 1 / 10, 1 / 8)],
)
def test_without_the_large_uid_the_column_has_to_hold_everybody(
    people: int, small_width: float, small_height: float
) -> None:
    large, *smalls = regions(VERTICAL, people, ("",) * people)
    assert large.slot == 0
    assert [rect.slot for rect in smalls] == list(range(1, people + 1))
    assert {(rect.width, rect.height) for rect in smalls} == {(small_width, small_height)}


def test_seventeen_without_the_large_uid_are_one_too_many() -> None:
    joined = ("",) * MAX_PEOPLE
    assert len(regions(VERTICAL, MAX_PEOPLE, joined)) == 17
    assert unseen(VERTICAL, MAX_PEOPLE, joined) == 1
    assert unseen(VERTICAL, MAX_PEOPLE) == 0


def test_with_two_columns_the_outer_one_is_filled_first() -> None:
    _, *smalls = regions(VERTICAL, 10)
    assert [round(rect.x, 6) for rect in smalls] == [0.9] * 8 + [0.8]


def test_one_person_fills_the_canvas_where_no_large_uid_was_chosen() -> None:
    assert regions({"mixedVideoLayout": 2}, 1) == (Rect(0, 0, 1, 1, slot=1),)


def test_two_people_without_a_large_uid_leave_the_large_region_empty() -> None:
    large, *smalls = regions({"mixedVideoLayout": 2}, 2)
    assert (large.slot, large.width) == (0, 0.8)
    assert [rect.slot for rect in smalls] == [1, 2]


# --- custom: regions of a person's own -----------------------------------------


def region(x: float, width: float, uid: str = "", **more: Any) -> dict[str, Any]:
    place = {"x_axis": x, "y_axis": 0.0, "width": width, "height": 1.0, **more}
    return {"uid": uid, **place} if uid else place


def custom(*entries: Any) -> dict[str, Any]:
    return {"mixedVideoLayout": 3, "layoutConfig": list(entries)}


def test_custom_regions_are_drawn_as_they_were_given() -> None:
    layout = custom(region(0.25, 0.5, "42", render_mode=1, alpha=0.5), region(0.75, 0.25))
    assert regions(layout, 2) == (
        Rect(0.25, 0, 0.5, 1, FIT, 0, "42", slot=1, alpha=0.5),
        Rect(0.75, 0, 0.25, 1, CROP, 1, slot=2),
    )


def test_free_regions_are_filled_in_the_order_of_joining() -> None:
    layout = custom(region(0, 0.3), region(0.3, 0.3, "42"), region(0.6, 0.3))
    drawn = regions(layout, 3, ("42", "8", "9"))
    assert [rect.slot for rect in drawn] == [2, 1, 3]


def test_a_region_of_an_absent_uid_stays_empty() -> None:
    layout = custom(region(0, 0.5, "42"), region(0.5, 0.5))
    assert [rect.slot for rect in regions(layout, 2, ("8", "9"))] == [0, 1]
    assert unseen(layout, 2, ("8", "9")) == 1


def test_strangers_fill_up_a_short_list_of_people() -> None:
    layout = custom(region(0, 0.3, "42"), region(0.3, 0.3), region(0.6, 0.3))
    assert [rect.slot for rect in regions(layout, 3, ("42",))] == [1, 2, 3]


def test_nobody_is_left_for_the_last_regions() -> None:
    layout = custom(region(0, 0.3), region(0.3, 0.3), region(0.6, 0.3))
    assert [rect.slot for rect in regions(layout, 2)] == [1, 2, 0]


def test_a_region_lies_on_the_ones_before_it() -> None:
    assert [rect.z for rect in regions(custom(region(0, 1), region(0, 1)), 2)] == [0, 1]


@pytest.mark.parametrize("bad", ["", "0.5x", None, True, float("nan"), 0.0, -0.2])
def test_a_half_typed_region_is_left_out(bad: object) -> None:
    layout = custom({"x_axis": 0.0, "y_axis": 0.0, "width": bad, "height": 1.0}, region(0, 1))
    assert len(regions(layout, 2)) == 1


@pytest.mark.parametrize("config", [None, "regions", 5, [None, 3, "x"]])
def test_what_is_not_a_list_of_regions_draws_nothing(config: object) -> None:
    assert regions({"mixedVideoLayout": 3, "layoutConfig": config}, 2) == ()


uids = st.sampled_from(["", "1", "2", "3", "4"])
entries = st.lists(st.builds(region, st.just(0.0), st.just(1.0), uids), max_size=17)


@given(entries, st.lists(uids, max_size=17, unique_by=lambda uid: uid or object()))
def test_nobody_sits_in_a_region_of_somebody_else(
    config: list[dict[str, Any]], joined: list[str]
) -> None:
    people = max(len(joined), 1)
    for rect in regions(custom(*config), people, joined):
        if rect.uid and rect.slot and joined:
            assert joined[rect.slot - 1] == rect.uid


@given(entries, st.lists(uids, min_size=1, max_size=17, unique_by=lambda uid: uid or object()))
def test_a_free_region_never_shows_somebody_twice(
    config: list[dict[str, Any]], joined: list[str]
) -> None:
    drawn = regions(custom(*config), len(joined), joined)
    free = [rect.slot for rect in drawn if rect.slot and not rect.uid]
    assert free == sorted(set(free))
