"""A baseline JPEG of 64 x 48 pixels: grey squares that turn with a number, or all black."""

from __future__ import annotations

from agora_console.simulator.media.bits import BitWriter

WIDTH, HEIGHT = 64, 48
_SHADES = (-90, -40, 10, 60)
_BLACK = -128
# One code of four bits for each size of a brightness difference, 0 to 8 bits long.
_SIZES = bytes(range(9))
_START = b"\xff\xd8"
_END = b"\xff\xd9"


def picture(number: int, *, black: bool = False) -> bytes:
    """The JPEG file."""
    frame = b"\x08" + HEIGHT.to_bytes(2, "big") + WIDTH.to_bytes(2, "big") + b"\x01\x01\x11\x00"
    brightness = b"\x00" + bytes([0, 0, 0, len(_SIZES), *[0] * 12]) + _SIZES
    # Of the details there is only "no more", one bit long.
    details = b"\x10" + bytes([1, *[0] * 15]) + b"\x00"
    segments = (
        (0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"),
        (0xDB, b"\x00" + b"\x08" * 64),
        (0xC0, frame),
        (0xC4, brightness),
        (0xC4, details),
        (0xDA, b"\x01\x01\x00\x00\x3f\x00"),
    )
    scan = _scan((_BLACK,) if black else _SHADES, number)
    return _START + b"".join(_segment(*each) for each in segments) + scan + _END


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def _scan(shades: tuple[int, ...], number: int) -> bytes:
    """The squares of 8 x 8 pixels, each as the difference from the one before."""
    writer = BitWriter()
    before = 0
    for row in range(HEIGHT // 8):
        for column in range(WIDTH // 8):
            shade = shades[(row + column + number) % len(shades)]
            _difference(writer, shade - before)
            before = shade
    return writer.align("1").tobytes().replace(b"\xff", b"\xff\x00")


def _difference(writer: BitWriter, value: int) -> None:
    size = abs(value).bit_length()
    writer.bits(size, 4)
    if size:
        writer.bits(value if value > 0 else value + (1 << size) - 1, size)
    writer.bits(0, 1)
