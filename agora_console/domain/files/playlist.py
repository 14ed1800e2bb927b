"""HLS playlists as Agora writes them, read as what they are: text from somebody else.

A playlist of a recording names files beside itself. Whatever else it names is refused and never
looked at, so nothing in it can lead out of the folder of the target, or in a circle.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from urllib.parse import unquote

MOST_BYTES = 16 * 1024 * 1024
"""Bytes of a playlist that are read: two weeks of slices of 15 s take less."""

MOST_LINES = 300_000
"""Lines of a playlist that are read."""

LONGEST_SLICE = 24 * 3600.0
"""Seconds of one slice at most; a number above that is no duration."""

_NAME = re.compile(r"[^/\\\x00-\x1f?#]{1,1024}")
_ENDINGS = (".m3u8", ".ts", ".webm", ".mp4", ".m4a", ".aac")
_URI = re.compile(r'URI="([^"]{0,4096})"')


@dataclass(frozen=True, slots=True)
class Segment:
    """A slice that a playlist names; `broken` where the stream was interrupted before it."""

    name: str
    seconds: float
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Playlist:
    """What a playlist says. `children` are playlists that it joins.

    `ended` is True where it has its end mark. `cut` is True where it breaks off in the middle of
    an entry, or is longer than what is read. `refused` counts names that lead elsewhere.
    """

    segments: tuple[Segment, ...] = ()
    children: tuple[str, ...] = ()
    ended: bool = False
    cut: bool = False
    refused: int = 0

    @property
    def seconds(self) -> float:
        """The sum of its slices."""
        return math.fsum(each.seconds for each in self.segments)


def read_playlist(text: str, own_name: str) -> Playlist | None:
    """Read a playlist; None for a text that is none. `own_name` is its name without folders."""
    if not text.lstrip("\ufeff").startswith("#EXTM3U"):
        return None
    lines = text[:MOST_BYTES].split("\n", MOST_LINES)
    cut = len(text) > MOST_BYTES or len(lines) > MOST_LINES
    reader = _Reader(own_name)
    for line in lines[:MOST_LINES]:
        reader.read(line.strip())
    return Playlist(
        tuple(reader.segments),
        tuple(reader.children),
        ended=reader.ended,
        cut=cut or reader.seconds is not None,
        refused=reader.refused,
    )


class _Reader:
    def __init__(self, own_name: str) -> None:
        self._own_name = own_name
        self.segments: list[Segment] = []
        self.children: list[str] = []
        self.seconds: float | None = None
        self.ended = False
        self.refused = 0
        self._broken = False

    def read(self, line: str) -> None:
        if line.startswith("#"):
            self._read_tag(line)
        elif line:
            self._take(line)

    def _read_tag(self, line: str) -> None:
        if line.startswith("#EXTINF:"):
            self.seconds = _seconds(line[8:].partition(",")[0])
        elif line == "#EXT-X-DISCONTINUITY":
            self._broken = True
        elif line == "#EXT-X-ENDLIST":
            self.ended = True
        elif line.startswith("#EXT-X-MEDIA:") and (found := _URI.search(line)):
            self._take(found[1])

    def _take(self, uri: str) -> None:
        """An address in the playlist; only the name of a file beside it counts."""
        name = unquote(uri)
        fits = _NAME.fullmatch(name) and name == unquote(name) and name.endswith(_ENDINGS)
        seconds, self.seconds = self.seconds, None
        broken, self._broken = self._broken, False
        if not fits or name == self._own_name:
            self.refused += 1
        elif name.endswith(".m3u8"):
            if name not in self.children:
                self.children.append(name)
        else:
            self.segments.append(Segment(name, seconds or 0.0, broken))


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        return 0.0
    return seconds if 0.0 <= seconds <= LONGEST_SLICE else 0.0
