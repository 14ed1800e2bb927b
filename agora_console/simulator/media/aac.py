"""AAC-LC audio, mono, 8 kHz: silence."""

from __future__ import annotations

from agora_console.simulator.media.bits import BitWriter

RATE = 8000
SAMPLES = 1024
"""Samples in a frame."""
CONFIG = BitWriter().bits(2, 5).bits(11, 4).bits(1, 4).bits(0, 3).tobytes()
"""AudioSpecificConfig: low complexity, 8 kHz, one channel."""

# One channel element: gain 0, a long window, no bands, no tools; then the end.
FRAME = BitWriter().bits(0, 15).bits(0, 1 + 2 + 1 + 6 + 1).bits(0, 3).bits(7, 3).tobytes()
"""A frame of silence."""


def adts_frame() -> bytes:
    """A frame with the header it needs in a stream."""
    header = BitWriter().bits(0xFFF1, 16).bits(1, 2).bits(11, 4).bits(0, 1).bits(1, 3).bits(0, 4)
    header.bits(len(FRAME) + 7, 13).bits(0x7FF, 11).bits(0, 2)
    return header.tobytes() + FRAME
