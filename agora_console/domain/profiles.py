"""Agora's video profiles: a good bitrate for size, frame rate and channel type."""

from __future__ import annotations

import math
from dataclasses import dataclass

LIVE = 1
"""`channelType` of a live broadcast; it wants about twice the bitrate of a communication."""

MAX_BITRATE = 6500
"""Kbps; above it Agora refuses."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One row of the table; sizes in pixels, landscape; bitrates in Kbps."""

    width: int
    height: int
    fps: int
    communication: int
    live: int

    def bitrate(self, channel_type: int) -> int:
        """The bitrate in Kbps for this channel type."""
        return self.live if channel_type == LIVE else self.communication


PROFILES: tuple[Profile, ...] = tuple(
    Profile(*row)
    for row in (
        (160, 120, 15, 65, 130),
        (120, 120, 15, 50, 100),
        (320, 180, 15, 140, 280),
        (180, 180, 15, 100, 200),
        (240, 180, 15, 120, 240),
        (320, 240, 15, 200, 400),
        (240, 240, 15, 140, 280),
        (424, 240, 15, 220, 440),
        (640, 360, 15, 400, 800),
        (360, 360, 15, 260, 520),
        (640, 360, 30, 600, 1200),
        (360, 360, 30, 400, 800),
        (480, 360, 15, 320, 640),
        (480, 360, 30, 490, 980),
        (640, 480, 15, 500, 1000),
        (480, 480, 15, 400, 800),
        (640, 480, 30, 750, 1500),
        (480, 480, 30, 600, 1200),
        (848, 480, 15, 610, 1220),
        (848, 480, 30, 930, 1860),
        (640, 480, 10, 400, 800),
        (1280, 720, 15, 1130, 2260),
        (1280, 720, 30, 1710, 3420),
        (960, 720, 15, 910, 1820),
        (960, 720, 30, 1380, 2760),
        (1920, 1080, 15, 2080, 4160),
        (1920, 1080, 30, 3150, 6300),
        (1920, 1080, 60, 4780, 6500),
    )
)
"""The table of the API. Portrait sizes have the bitrate of their landscape twin."""

_ROWS = {(each.width, each.height, each.fps): each for each in PROFILES}

_RATE_FACTORS = ((5, 0.5), (15, 1.0), (30, 1.5), (60, 2.3))
"""Bitrate relative to 15 frames per second; the API gives 5 and 30, its table gives 60."""


def recommended_bitrate(width: int, height: int, fps: int, channel_type: int) -> int:
    """A good bitrate in Kbps, at most 6500.

    Exact where the table has the size and rate; else scaled from the row of the nearest area by
    area and rate. All arguments have to be positive.
    """
    long, short = max(width, height), min(width, height)
    row = _ROWS.get((long, short, fps))
    if row:
        return row.bitrate(channel_type)
    area = width * height
    near = _ROWS.get((long, short, 15)) or min(
        (each for each in PROFILES if each.fps == 15),
        key=lambda each: abs(each.width * each.height - area),
    )
    scale = math.pow(area / (near.width * near.height), 0.75) * _rate_factor(fps)
    return max(1, min(MAX_BITRATE, round(near.bitrate(channel_type) * scale)))


def _rate_factor(fps: int) -> float:
    previous = (0, 0.0)
    for rate, factor in _RATE_FACTORS:
        if fps <= rate:
            share = (fps - previous[0]) / (rate - previous[0])
            return previous[1] + (factor - previous[1]) * share
        previous = (rate, factor)
    return _RATE_FACTORS[-1][1]
