"""Names of recorded files: what is certain before, and what a name says afterwards."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.files.file_names import FileKind, FileName, classify, folder, predicted
from agora_console.domain.session import Session
from tests.support.sessions import make_session

SID = "38f8e3cfdc474cd56fc1ceba380d7e1a"
AT = 1_780_315_200.5
STAMP = "20260601120000500"


def name(text: str, cname: str = "room_42", **more: Any) -> FileName | None:
    return classify(text, SID, cname, **more)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SID}_room_42.m3u8", {"kind": FileKind.PLAYLIST}),
        (f"a/b/{SID}_room_42.m3u8", {"kind": FileKind.PLAYLIST}),
        (f"{SID}_room_42_{STAMP}.ts", {"kind": FileKind.SLICE, "at": AT}),
        (f"{SID}_room_42_3.mp4", {"kind": FileKind.MP4, "index": 3}),
        (f"bak0_{SID}_room_42.m3u8", {"kind": FileKind.PLAYLIST, "part": 0}),
        (f"{SID}_room_42_1780_2.m3u8", {"kind": FileKind.PLAYLIST, "tick": 1780, "index": 2}),
        (
            f"{SID}_room_42__uid_s_123__uid_e_video.m3u8",
            {"kind": FileKind.PLAYLIST, "uid": "123", "track": "video"},
        ),
        (
            f"bak12_{SID}_room_42__uid_s_123__uid_e_audio_{STAMP}.webm",
            {"kind": FileKind.SLICE, "part": 12, "uid": "123", "track": "audio", "at": AT},
        ),
        (
            f"{SID}_room_42__uid_s_123__uid_e_video_{STAMP}.jpg",
            {"kind": FileKind.SNAPSHOT, "uid": "123", "track": "video", "at": AT},
        ),
        (f"{SID}_room_42__uid_s_7__uid_e_0.mp4", {"kind": FileKind.MP4, "uid": "7", "index": 0}),
        (
            f"{SID}_room_42__uid_s_7__uid_e_audio_and_video.mpd",
            {"kind": FileKind.PLAYLIST, "uid": "7", "track": "audio_and_video"},
        ),
        (f"{SID}_other.m3u8", {"kind": FileKind.PLAYLIST}),
        (f"{SID}_room_42_20269901120000500.ts", {"kind": FileKind.SLICE}),
        (f"{SID}_room_42_5.ts", {"kind": FileKind.SLICE}),
    ],
)
def test_a_name_says_what_it_is(text: str, expected: dict[str, Any]) -> None:
    assert name(text) == FileName(text.rpartition("/")[2], **expected)


@pytest.mark.parametrize(
    "text",
    ["", "x.m3u8", f"{SID}_room_42.txt", f"bak_{SID}_room.ts", f"x{SID}_room_42.ts", f"{SID}.ts"],
)
def test_what_does_not_belong_is_no_name(text: str) -> None:
    assert name(text) is None
    assert classify(text, "", "room") is None


def test_a_page_has_dashes_for_what_no_file_name_should_hold() -> None:
    found = classify(f"{SID}_my-show--1.m3u8", SID, "my show!_1", "web")
    assert found is not None
    assert found.index is None


def test_parts_people_and_tracks_have_playlists_of_their_own() -> None:
    names = [f"{SID}_room_42.m3u8", f"bak0_{SID}_room_42.m3u8"]
    groups = [found.group for each in names if (found := name(each))]
    assert groups == [(-1, "", ""), (0, "", "")]


@given(st.text(max_size=200), st.text(max_size=20))
def test_no_text_breaks_it(text: str, cname: str) -> None:
    classify(text, SID, cname)


def session(mode: str = "mix", *, sid: str = SID, **request: Any) -> Session:
    config = {"mode": mode, "clientRequest": request}
    return make_session(mode=mode, sid=sid, cname="my show", config=config)


PREFIX: dict[str, Any] = {"storageConfig": {"fileNamePrefix": ["shows", "2026"]}}


def test_a_mix_is_known_from_its_sid() -> None:
    files: dict[str, Any] = {"recordingFileConfig": {"avFileType": ["hls", "mp4"]}}
    assert predicted(session(**PREFIX, **files)) == (
        f"shows/2026/{SID}_my show.m3u8",
        f"shows/2026/{SID}_my show_0.mp4",
    )
    assert predicted(session()) == (f"{SID}_my show.m3u8",)
    assert predicted(session(sid="")) == ()


def test_a_page_too_without_special_characters() -> None:
    assert predicted(session("web")) == (f"{SID}_my-show.m3u8",)


@pytest.mark.parametrize(
    ("streams", "tracks"), [(0, ["audio"]), (1, ["video"]), (2, ["audio", "video"])]
)
def test_people_are_known_where_a_list_names_them(streams: int, tracks: list[str]) -> None:
    recording = {
        "streamTypes": streams,
        "subscribeAudioUids": ["7", "#allstream#"],
        "subscribeVideoUids": ["7"],
    }
    names = predicted(session("individual", recordingConfig=recording))
    assert names == tuple(f"{SID}_my show__uid_s_7__uid_e_{each}.m3u8" for each in tracks)
    assert predicted(session("individual", recordingConfig={"streamTypes": streams})) == ()


def test_snapshots_alone_have_no_name_that_is_known_before() -> None:
    assert predicted(session("individual", snapshotConfig={"captureInterval": 5})) == ()


def test_a_prefix_that_is_no_list_is_none() -> None:
    assert folder(session(storageConfig={"fileNamePrefix": "x"})) == ()
    assert folder(session(storageConfig="x")) == ()
