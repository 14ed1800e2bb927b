"""H.264 baseline video of 64 x 48 pixels, one frame a second: a test card that stands still.

The first frame carries its samples uncompressed, the others say "as before".
"""

from __future__ import annotations

import re
from functools import cache

from agora_console.simulator.media.bits import BitWriter

WIDTH, HEIGHT = 64, 48
_COLUMNS, _ROWS = WIDTH // 16, HEIGHT // 16
_BARS = (210, 170, 120, 60)
_SLICE, _IDR = 0x41, 0x65


def _unit(kind: int, payload: BitWriter) -> bytes:
    """A NAL unit: stop bit, alignment, and no start code inside."""
    data = payload.bits(1, 1).tobytes()
    return bytes([kind]) + re.sub(rb"\x00\x00(?=[\x00-\x03])", b"\x00\x00\x03", data)


@cache
def parameters() -> tuple[bytes, bytes]:
    """Sequence and picture parameter set."""
    sequence = BitWriter().bits(66, 8).bits(0xC0, 8).bits(10, 8)
    # id, frame_num of 4 bits, picture order as decoded, one reference frame
    sequence.golomb(0).golomb(0).golomb(2).golomb(1).bits(0, 1)
    sequence.golomb(_COLUMNS - 1).golomb(_ROWS - 1).bits(0b1100, 4)
    picture = BitWriter().golomb(0).golomb(0).bits(0, 2).golomb(0).golomb(0).golomb(0)
    picture.bits(0, 3).golomb(0).golomb(0).golomb(0).bits(0b100, 3)
    return _unit(0x67, sequence), _unit(0x68, picture)


@cache
def first_frame() -> bytes:
    """An instantaneous refresh with every macroblock in plain samples."""
    # slice type I, frame_num 0, idr id 0, no reference marking, quantiser as is, no deblocking
    frame = BitWriter().golomb(0).golomb(7).golomb(0).bits(0, 4).golomb(0)
    frame.bits(0, 2).golomb(0).golomb(1)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            shade = _BARS[(column + row) % len(_BARS)]
            frame.golomb(25).raw(bytes([shade]) * 256 + bytes([128]) * 128)
    return _unit(_IDR, frame)


@cache
def next_frame(number: int) -> bytes:
    """The frame `number` (modulo 16) after a refresh, all of it skipped."""
    frame = BitWriter().golomb(0).golomb(5).golomb(0).bits(number, 4)
    frame.bits(0, 3).golomb(0).golomb(1).golomb(_COLUMNS * _ROWS)
    return _unit(_SLICE, frame)


def frames(seconds: int) -> list[list[bytes]]:
    """The NAL units of each frame of `seconds` of video, the first one with its parameters."""
    return [
        [*parameters(), first_frame()] if number == 0 else [next_frame(number % 16)]
        for number in range(seconds)
    ]
