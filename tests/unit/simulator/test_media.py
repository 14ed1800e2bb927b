"""The pieces of media are what they claim to be, looked at byte by byte."""

from __future__ import annotations

import struct
from collections import Counter

import pytest

from agora_console.simulator.media import aac, h264
from agora_console.simulator.media.bits import BitWriter
from agora_console.simulator.media.movie import movie
from agora_console.simulator.media.picture import picture
from agora_console.simulator.media.transport import stream

TRACKS = ["audio", "video", "audio_and_video"]


def test_bits_come_out_most_significant_first() -> None:
    assert BitWriter().bits(0b101, 3).bits(1, 5).tobytes() == bytes([0b10100001])
    assert BitWriter().bits(1, 1).raw(b"\x07").tobytes() == b"\x80\x07"
    assert BitWriter().bits(0, 1).align("1").tobytes() == b"\x7f"


@pytest.mark.parametrize(
    ("value", "code"), [(0, "1"), (1, "010"), (2, "011"), (3, "00100"), (7, "0001000")]
)
def test_golomb(value: int, code: str) -> None:
    expected = int(code.ljust(8, "0"), 2)
    assert BitWriter().golomb(value).tobytes() == bytes([expected])


# --- transport stream --------------------------------------------------------------------


@pytest.mark.parametrize("track", TRACKS)
def test_packets_are_whole_and_counted(track: str) -> None:
    data = stream(track, 30, 15)
    assert len(data) % 188 == 0
    counters: dict[int, int] = {}
    for start in range(0, len(data), 188):
        packet = data[start : start + 188]
        assert packet[0] == 0x47
        pid = (packet[1] & 0x1F) << 8 | packet[2]
        assert packet[3] & 0x0F == counters.get(pid, 0) % 16
        counters[pid] = counters.get(pid, 0) + 1
    streams = {"audio": {0x101}, "video": {0x100}}.get(track, {0x100, 0x101})
    assert set(counters) == {0, 0x1000} | streams


def test_the_tables_have_their_checksum() -> None:
    data = stream("video", 0, 1)
    for packet in (data[:188], data[188:376]):
        length = (packet[6] & 0x0F) << 8 | packet[7]
        assert _crc(packet[5 : 8 + length]) == 0


def test_time_goes_on_from_slice_to_slice() -> None:
    assert _first_moment(stream("video", 15, 15)) - _first_moment(stream("video", 0, 15)) == (
        15 * 90_000
    )


@pytest.mark.parametrize("seconds", [0.01, 1, 15])
def test_there_is_a_frame_a_second_and_at_least_one(seconds: float) -> None:
    data = stream("video", 0, seconds)
    assert data.count(b"\x00\x00\x00\x01\x09\xf0") == max(1, round(seconds))


def test_a_unit_has_no_start_code_inside() -> None:
    for unit in (*h264.parameters(), h264.first_frame(), h264.next_frame(3)):
        assert b"\x00\x00\x00" not in unit
        assert b"\x00\x00\x01" not in unit


def test_an_audio_frame_knows_its_length() -> None:
    frame = aac.adts_frame()
    assert frame[:2] == b"\xff\xf1"
    assert (frame[3] & 3) << 11 | frame[4] << 3 | frame[5] >> 5 == len(frame)


# --- MP4 ---------------------------------------------------------------------------------


def boxes(data: bytes) -> list[tuple[bytes, bytes]]:
    found = []
    while data:
        size = int.from_bytes(data[:4], "big")
        assert 8 <= size <= len(data)
        found.append((data[4:8], data[8:size]))
        data = data[size:]
    return found


def inside(data: bytes, *path: bytes) -> bytes:
    for kind in path:
        data = dict(boxes(data))[kind]
    return data


@pytest.mark.parametrize("track", TRACKS)
def test_an_mp4_is_boxes_all_the_way(track: str) -> None:
    data = movie(track, 20)
    assert [kind for kind, _ in boxes(data)] == [b"ftyp", b"moov", b"mdat"]
    kinds = Counter(kind for kind, _ in boxes(inside(data, b"moov")))
    assert kinds == {b"mvhd": 1, b"trak": 1 + ("and" in track)}


@pytest.mark.parametrize("track", ["audio", "video"])
def test_the_tables_of_an_mp4_find_its_samples(track: str) -> None:
    data = movie(track, 20)
    table = inside(data, b"moov", b"trak", b"mdia", b"minf", b"stbl")
    (offset,) = struct.unpack(">8xI", inside(table, b"stco"))
    sizes = inside(table, b"stsz")[12:]
    assert data[offset - 4 : offset] == b"mdat"
    assert sum(struct.unpack(f">{len(sizes) // 4}I", sizes)) == len(data) - offset


@pytest.mark.parametrize("seconds", [1, 20, 7200])
def test_an_mp4_says_how_long_it_is(seconds: int) -> None:
    header = inside(movie("video", seconds), b"moov", b"mvhd")
    scale, duration = struct.unpack(">12xII", header[:20])
    assert duration / scale == seconds


# --- JPEG --------------------------------------------------------------------------------


def test_a_picture_is_segments_and_a_scan() -> None:
    data = picture(0)
    assert data[:2] == b"\xff\xd8"
    assert data[-2:] == b"\xff\xd9"
    markers, at = [], 2
    while data[at + 1] != 0xDA:
        markers.append(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    assert markers == [0xE0, 0xDB, 0xC0, 0xC4, 0xC4]


def test_pictures_differ() -> None:
    assert picture(0) != picture(1)


def test_black_pictures_are_alike_and_no_other() -> None:
    assert picture(0, black=True) == picture(1, black=True)
    assert picture(0, black=True) not in [picture(number) for number in range(4)]


def _crc(data: bytes) -> int:
    value = 0xFFFFFFFF
    for bit in "".join(f"{byte:08b}" for byte in data):
        top = value >> 31 ^ int(bit)
        value = value << 1 & 0xFFFFFFFF ^ (0x04C11DB7 if top else 0)
    return value


def _first_moment(data: bytes) -> int:
    """The first presentation time, in ticks of 90 kHz."""
    at = data.index(b"\x00\x00\x01\xe0") + 9
    raw = data[at : at + 5]
    return (raw[0] >> 1 & 7) << 30 | raw[1] << 22 | raw[2] >> 1 << 15 | raw[3] << 7 | raw[4] >> 1
