"""An MPEG transport stream: program tables, then video and audio in packets of 188 bytes."""

from __future__ import annotations

from agora_console.simulator.media import aac, h264

_PMT, _VIDEO, _AUDIO = 0x1000, 0x100, 0x101
_VIDEO_STREAM, _AUDIO_STREAM = 0xE0, 0xC0
_CLOCK = 90_000
_LEAD = _CLOCK  # presentation begins a second after the clock


def stream(track: str, offset: float, seconds: float) -> bytes:
    """`seconds` of media of `track` (audio, video or audio_and_video), `offset` after its start."""
    writer = _Packets("video" in track, "audio" in track)
    count = max(1, round(seconds))
    start = round(offset * _CLOCK)
    writer.tables()
    for second, frame in enumerate(h264.frames(count)):
        moment = start + second * _CLOCK
        if writer.video:
            units = b"".join(b"\x00\x00\x00\x01" + unit for unit in (b"\x09\xf0", *frame))
            writer.elementary(_VIDEO, _VIDEO_STREAM, units, moment)
        if writer.audio:
            writer.elementary(_AUDIO, _AUDIO_STREAM, _silence(second), moment)
    return writer.data


def _silence(second: int) -> bytes:
    """The frames of audio that begin within this second."""
    per_second = aac.RATE / aac.SAMPLES
    return aac.adts_frame() * (int((second + 1) * per_second) - int(second * per_second))


class _Packets:
    """Packs tables and elementary streams."""

    def __init__(self, video: bool, audio: bool) -> None:
        self.video, self.audio = video, audio
        self._packets: list[bytes] = []
        self._counters: dict[int, int] = {}

    @property
    def data(self) -> bytes:
        return b"".join(self._packets)

    def tables(self) -> None:
        self._table(0, _section(0x00, b"\x00\x01" + (0xE000 | _PMT).to_bytes(2, "big")))
        clock = _VIDEO if self.video else _AUDIO
        body = (0xE000 | clock).to_bytes(2, "big") + b"\xf0\x00"
        for wanted, kind, pid in ((self.video, 0x1B, _VIDEO), (self.audio, 0x0F, _AUDIO)):
            if wanted:
                body += bytes([kind]) + (0xE000 | pid).to_bytes(2, "big") + b"\xf0\x00"
        self._table(_PMT, _section(0x02, body))

    def _table(self, pid: int, section: bytes) -> None:
        payload = b"\x00" + section
        self._packet(pid, True, b"", payload + b"\xff" * (184 - len(payload)))

    def elementary(self, pid: int, kind: int, data: bytes, moment: int) -> None:
        """One PES packet, split; the clock rides on its first packet."""
        head = b"\x80\x80\x05" + _timestamp(moment + _LEAD)
        length = len(head) + len(data)
        size = (length if length < 1 << 16 else 0).to_bytes(2, "big")
        payload = b"\x00\x00\x01" + bytes([kind]) + size + head + data
        adaptation = b"\x50" + _clock_reference(moment)
        first = True
        while payload:
            room = 184 - (len(adaptation) + 1 if first else 0)
            part, payload = payload[:room], payload[room:]
            self._packet(pid, first, adaptation if first else b"", part)
            first = False

    def _packet(self, pid: int, first: bool, adaptation: bytes, payload: bytes) -> None:
        """One packet; what is missing to 188 bytes is stuffed into the adaptation field."""
        counter = self._counters.get(pid, 0)
        self._counters[pid] = (counter + 1) % 16
        missing = 184 - len(payload)
        field = b""
        if missing:
            field = bytes([missing - 1]) + (adaptation or b"\x00" * (missing > 1))
            field += b"\xff" * (missing - len(field))
        control = (0x30 if missing else 0x10) | counter
        head = b"\x47" + ((0x4000 if first else 0) | pid).to_bytes(2, "big") + bytes([control])
        self._packets.append(head + field + payload)


def _section(table: int, body: bytes) -> bytes:
    """A program table about program 1, with its checksum."""
    inner = b"\x00\x01\xc1\x00\x00" + body
    section = bytes([table]) + (0xB000 | len(inner) + 4).to_bytes(2, "big") + inner
    return section + _checksum(section).to_bytes(4, "big")


def _checksum(data: bytes) -> int:
    """CRC-32 as MPEG-2 wants it."""
    value = 0xFFFFFFFF
    for byte in data:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ (0x04C11DB7 if value & 0x80000000 else 0)
        value &= 0xFFFFFFFF
    return value


def _timestamp(ticks: int) -> bytes:
    """A presentation time: 33 bits with markers between them."""
    high, middle, low = ticks >> 30 & 7, ticks >> 15 & 0x7FFF, ticks & 0x7FFF
    marked = (0x20 | high << 1 | 1) << 32 | (middle << 1 | 1) << 16 | (low << 1 | 1)
    return marked.to_bytes(5, "big")


def _clock_reference(ticks: int) -> bytes:
    return ((ticks & (1 << 33) - 1) << 15 | 0x3F << 9).to_bytes(6, "big")
