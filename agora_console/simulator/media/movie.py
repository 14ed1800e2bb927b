"""An MP4 file: one chunk of samples a track, and the tables that find them."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from agora_console.simulator.media import aac, h264

_IDENTITY = struct.pack(">9I", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
_MILLI = 1000


@dataclass(frozen=True, slots=True)
class _Track:
    handler: bytes
    header: bytes
    entry: bytes
    scale: int
    step: int
    samples: list[bytes]

    @property
    def duration(self) -> int:
        return self.step * len(self.samples)


def movie(track: str, seconds: float) -> bytes:
    """A file of about `seconds` of `track` (audio, video or audio_and_video)."""
    count = max(1, round(seconds))
    tracks = []
    if "video" in track:
        tracks.append(_video(count))
    if "audio" in track:
        tracks.append(_audio(count))
    kind = _box(b"ftyp", b"isom", _u32(0x200), b"isomiso2avc1mp41")
    chunks = [b"".join(track.samples) for track in tracks]
    # The tables hold offsets into the file and stand before what they point to.
    head = len(kind) + len(_tables(tracks, [0] * len(tracks))) + 8
    offsets = [head + sum(map(len, chunks[:index])) for index in range(len(chunks))]
    return kind + _tables(tracks, offsets) + _box(b"mdat", *chunks)


def _video(seconds: int) -> _Track:
    sequence, picture = h264.parameters()
    frames = [h264.first_frame(), *(h264.next_frame(n % 16) for n in range(1, seconds))]
    config = b"\x01" + sequence[1:4] + b"\xff\xe1" + _sized(sequence) + b"\x01" + _sized(picture)
    density = 72 << 16
    size = (h264.WIDTH, h264.HEIGHT)
    entry = struct.pack(">6xH16xHH2I4xH32xHh", 1, *size, density, density, 1, 24, -1)
    return _Track(
        b"vide",
        _box(b"vmhd", _u32(1), bytes(8)),
        _box(b"avc1", entry, _box(b"avcC", config)),
        _MILLI,
        _MILLI,
        [_u32(len(frame)) + frame for frame in frames],
    )


def _audio(seconds: int) -> _Track:
    frames = max(1, round(seconds * aac.RATE / aac.SAMPLES))
    specific = _descriptor(5, aac.CONFIG)
    decoder = _descriptor(4, b"\x40\x15" + bytes(11) + specific)
    stream = _descriptor(3, b"\x00\x01\x00" + decoder + _descriptor(6, b"\x02"))
    entry = struct.pack(">6xH8xHH4xI", 1, 1, 16, aac.RATE << 16)
    return _Track(
        b"soun",
        _box(b"smhd", bytes(8)),
        _box(b"mp4a", entry, _box(b"esds", _u32(0), stream)),
        aac.RATE,
        aac.SAMPLES,
        [aac.FRAME] * frames,
    )


def _tables(tracks: list[_Track], offsets: list[int]) -> bytes:
    length = max(track.duration * _MILLI // track.scale for track in tracks)
    header = _box(
        b"mvhd",
        struct.pack(">5IIH10x", 0, 0, 0, _MILLI, length, 0x10000, 0x100),
        _IDENTITY,
        bytes(24),
        _u32(len(tracks) + 1),
    )
    placed = enumerate(zip(tracks, offsets, strict=True), 1)
    parts = [_trak(number, track, offset) for number, (track, offset) in placed]
    return _box(b"moov", header, *parts)


def _trak(number: int, track: _Track, offset: int) -> bytes:
    is_video = track.handler == b"vide"
    length = track.duration * _MILLI // track.scale
    size = (h264.WIDTH << 16, h264.HEIGHT << 16) if is_video else (0, 0)
    header = _box(
        b"tkhd",
        struct.pack(">5II8x2hHxx", 7, 0, 0, number, 0, length, 0, 0, 0 if is_video else 0x100),
        _IDENTITY,
        struct.pack(">2I", *size),
    )
    media = _box(
        b"mdia",
        _box(b"mdhd", struct.pack(">5IHxx", 0, 0, 0, track.scale, track.duration, 0x55C4)),
        _box(b"hdlr", bytes(8), track.handler, bytes(13)),
        _box(b"minf", track.header, _references(), _samples(track, offset)),
    )
    return _box(b"trak", header, media)


def _references() -> bytes:
    return _box(b"dinf", _box(b"dref", _u32(0, 1), _box(b"url ", _u32(1))))


def _samples(track: _Track, offset: int) -> bytes:
    count = len(track.samples)
    boxes = [
        _box(b"stsd", _u32(0, 1), track.entry),
        _box(b"stts", _u32(0, 1, count, track.step)),
        _box(b"stsc", _u32(0, 1, 1, count, 1)),
        _box(b"stsz", _u32(0, 0, count, *map(len, track.samples))),
        _box(b"stco", _u32(0, 1, offset)),
    ]
    if track.handler == b"vide":
        boxes.append(_box(b"stss", _u32(0, 1, 1)))
    return _box(b"stbl", *boxes)


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return _u32(len(body) + 8) + kind + body


def _descriptor(tag: int, body: bytes) -> bytes:
    return bytes([tag, len(body)]) + body


def _sized(unit: bytes) -> bytes:
    return len(unit).to_bytes(2, "big") + unit


def _u32(*values: int) -> bytes:
    return struct.pack(f">{len(values)}I", *values)
