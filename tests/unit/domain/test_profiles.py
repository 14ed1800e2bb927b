"""A good bitrate for a size, a rate and a channel type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.profiles import MAX_BITRATE, PROFILES, Profile, recommended_bitrate


def test_the_table_has_its_rows() -> None:
    assert len(PROFILES) == len({(row.width, row.height, row.fps) for row in PROFILES}) == 28
    assert Profile(1280, 720, 15, 1130, 2260) in PROFILES
    assert Profile(1920, 1080, 60, 4780, 6500) in PROFILES


@pytest.mark.parametrize("row", PROFILES, ids=lambda row: f"{row.width}x{row.height}@{row.fps}")
def test_a_size_of_the_table_has_the_bitrate_of_the_table_either_way_up(row: Profile) -> None:
    assert recommended_bitrate(row.width, row.height, row.fps, 0) == row.communication
    assert recommended_bitrate(row.height, row.width, row.fps, 1) == row.live


@pytest.mark.parametrize(("fps", "expected"), [(7, 678), (10, 848), (24, 1469), (60, 2599)])
def test_another_rate_is_scaled_from_fifteen(fps: int, expected: int) -> None:
    assert recommended_bitrate(1280, 720, fps, 0) == expected


def test_another_size_lies_between_its_neighbours() -> None:
    assert 910 < recommended_bitrate(1120, 720, 15, 0) < 1130


@given(st.integers(1, 1920), st.integers(1, 1920), st.integers(1, 240), st.sampled_from([0, 1]))
def test_a_bitrate_is_never_one_that_agora_refuses(
    width: int, height: int, fps: int, channel: int
) -> None:
    assert 1 <= recommended_bitrate(width, height, fps, channel) <= MAX_BITRATE
