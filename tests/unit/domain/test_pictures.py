"""What small pictures say, on shades of grey alone."""

from __future__ import annotations

import pytest

from agora_console.domain.files.pictures import Doubt, alike, doubt, is_black

BLACK = bytes([16] * 768)
NOISY = bytes([16] * 764 + [200] * 4)
GREY = bytes([100] * 768)
NEARLY = bytes([101] * 768)
OTHER = bytes(range(256)) * 3


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ((), None),
        ((BLACK,), Doubt.BLACK),
        ((NOISY, GREY), Doubt.BLACK),
        ((GREY, NEARLY, GREY, OTHER), Doubt.FROZEN),
        ((GREY, NEARLY), None),
        ((GREY, OTHER, GREY), None),
        ((b"", b"", b""), Doubt.UNREADABLE),
    ],
)
def test_a_row_of_pictures_says_what_is_wrong(row: tuple[bytes, ...], seen: Doubt | None) -> None:
    assert doubt(row) is seen


def test_pictures_of_different_sizes_are_not_alike() -> None:
    assert not alike(GREY, GREY[:10])
    assert not is_black(b"")
