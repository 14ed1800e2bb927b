"""Playlists: what Agora writes, and what somebody hostile might."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.files import playlist as module
from agora_console.domain.files.playlist import MOST_LINES, Segment, read_playlist

TEXT = """#EXTM3U
#EXT-X-VERSION:3
#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE=AUDIO_VIDEO,TIME=1780315200500
#EXTINF:15.040000
a_1.ts
#EXT-X-DISCONTINUITY
#EXTINF:14.96,

a_2.ts\r
#EXT-X-ENDLIST
"""


def test_slices_come_with_their_seconds() -> None:
    playlist = read_playlist(TEXT, "a.m3u8")
    assert playlist is not None
    assert playlist.segments == (Segment("a_1.ts", 15.04), Segment("a_2.ts", 14.96, broken=True))
    assert playlist.seconds == pytest.approx(30.0)
    assert (playlist.ended, playlist.cut, playlist.refused) == (True, False, 0)


def test_one_that_joins_others_names_them_once() -> None:
    playlist = read_playlist(
        "#EXTM3U\n"
        '#EXT-X-MEDIA:TYPE=AUDIO,URI="a_audio.m3u8"\n#EXT-X-MEDIA:TYPE=AUDIO\n'
        '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="audio"\na_video.m3u8\na_video.m3u8\n',
        "a_av.m3u8",
    )
    assert playlist is not None
    assert playlist.children == ("a_audio.m3u8", "a_video.m3u8")


@pytest.mark.parametrize("text", ["", "<html>", "#EXTINF:1\na.ts", "{}"])
def test_other_texts_are_no_playlist(text: str) -> None:
    assert read_playlist(text, "a.m3u8") is None


def test_one_that_breaks_off_says_so() -> None:
    playlist = read_playlist("#EXTM3U\n#EXTINF:15,\na.ts\n#EXTINF:15", "a.m3u8")
    assert playlist is not None
    assert playlist.cut
    assert not playlist.ended


@pytest.mark.parametrize(
    "name",
    [
        "http://evil.example/a.ts",
        "//evil.example/a.ts",
        "/etc/hostname.ts",
        "../a.ts",
        "..%2fa.ts",
        "%252e%252e%252fa.ts",
        "..\\a.ts",
        "file:/a.ts",
        "sub/a.ts",
        "a.ts?x=1",
        "a.exe",
        "x" * 2000 + ".ts",
        "self.m3u8",
        "a\0.ts",
    ],
)
def test_nothing_leads_elsewhere_or_in_a_circle(name: str) -> None:
    media = '#EXT-X-MEDIA:TYPE=AUDIO,URI="' + name + '"'
    playlist = read_playlist(f"#EXTM3U\n#EXTINF:1,\n{name}\n{media}\n", "self.m3u8")
    assert playlist is not None
    assert (playlist.segments, playlist.children) == ((), ())
    assert playlist.refused == 2


@pytest.mark.parametrize("seconds", ["nan", "inf", "-5", "1e9", "x", ""])
def test_what_is_no_duration_counts_as_none(seconds: str) -> None:
    playlist = read_playlist(f"#EXTM3U\n#EXTINF:{seconds},\na.ts\n", "a.m3u8")
    assert playlist is not None
    assert playlist.seconds == 0.0


def test_a_million_lines_are_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    playlist = read_playlist("#EXTM3U\n" + "a.ts\n" * (MOST_LINES + 1), "a.m3u8")
    assert playlist is not None
    assert playlist.cut
    assert len(playlist.segments) == MOST_LINES - 1
    monkeypatch.setattr(module, "MOST_BYTES", 20)
    short = read_playlist("#EXTM3U\n" + "a.ts\n" * 20, "a.m3u8")
    assert short is not None
    assert short.cut


@given(st.text(max_size=500))
def test_no_text_breaks_it(text: str) -> None:
    read_playlist("#EXTM3U" + text, "a.m3u8")
