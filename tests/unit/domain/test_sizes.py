"""Sizes of files as text."""

from __future__ import annotations

import pytest

from agora_console.domain.files.sizes import bytes_text


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (1_234_000, "1.2 MB"),
        (5_000_000_000, "5.0 GB"),
        (7_250_000_000_000_000, "7250.0 TB"),
    ],
)
def test_a_size_in_the_largest_unit_that_it_fills(size: int, said: str) -> None:
    assert bytes_text(size) == said


def test_the_decimal_sign_is_that_of_the_language() -> None:
    assert bytes_text(1_234_000, ",") == "1,2 MB"
