"""One row for each file of a recording, with no more in its state than somebody has seen."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow, FileState, Looked, file_rows
from agora_console.domain.session import FileEntry, Mode, Phase, Session

SID = "ab" * 16
STEM = f"{SID}_hall"
MOVIE: dict[str, Any] = {"recordingFileConfig": {"avFileType": ["hls", "mp4"]}}


def a_session(mode: Mode = "mix", *listed: FileEntry, **request: Any) -> Session:
    storage = {"storageConfig": {"fileNamePrefix": ["a", "b"]}}
    return Session(
        id="s",
        project_id="p",
        app_id="x",
        api_url="https://a.example",
        cname="hall",
        uid="1",
        mode=mode,
        config={"mode": mode, "clientRequest": storage | request},
        created_at=0.0,
        sid=SID,
        files=listed,
    )


def states(rows: tuple[FileRow, ...]) -> dict[str, str]:
    return {row.name.removeprefix(SID): row.state.value for row in rows}


def test_names_are_expected_from_the_first_second_and_confirmed_later() -> None:
    assert states(file_rows(a_session("mix", **MOVIE))) == {
        "_hall.m3u8": "predicted",
        "_hall_0.mp4": "predicted",
    }
    listed = a_session("mix", FileEntry(file_name=f"a/b/{STEM}.m3u8", track_type="audio"), **MOVIE)
    first, _ = file_rows(listed)
    assert (first.state, first.path, first.track) == (
        FileState.LISTED,
        f"a/b/{STEM}.m3u8",
        "audio",
    )
    looked = Looked({f"{STEM}.m3u8": 7}, frozenset({f"{STEM}_20260601120000000.ts"}))
    assert states(file_rows(listed, looked)) == {
        "_hall.m3u8": "found",
        "_hall_0.mp4": "predicted",
        "_hall_20260601120000000.ts": "missing",
    }
    assert states(file_rows(listed, Looked())) == {
        "_hall.m3u8": "missing",
        "_hall_0.mp4": "predicted",
    }


@pytest.mark.parametrize("known", [{"phase": Phase.NOTHING_RECORDED}, {"over": True}])
def test_of_what_never_recorded_nothing_is_expected(known: dict[str, Any]) -> None:
    assert file_rows(a_session(**MOVIE).model_copy(update=known)) == ()


def test_what_agora_never_listed_says_by_its_name_what_it_is() -> None:
    late, early = f"bak0_{STEM}_20260601120015500.ts", f"{STEM}_20260601120000000.ts"
    rows = file_rows(a_session(), Looked({late: 5, early: 0, f"{STEM}_1780_0.m3u8": 9}))
    assert [row.name for row in rows[1:]] == [f"{STEM}_1780_0.m3u8", early, late]
    copy, empty, part = rows[1:]
    assert (copy.kind, copy.tick, copy.uid) == (FileKind.PLAYLIST, 1780, "0")
    assert (empty.state, empty.size, empty.part) == (FileState.EMPTY, 0, None)
    assert (part.part, part.size, part.at) == (0, 5, 1_780_315_215.5)


def test_a_person_and_a_track_stand_in_the_names_of_mode_individual() -> None:
    name = f"{STEM}__uid_s_7__uid_e_video_20260601120000000.jpg"
    (row,) = file_rows(a_session("individual"), Looked({name: 3}))
    assert (row.kind, row.uid, row.track) == (FileKind.SNAPSHOT, "7", "video")


@pytest.mark.parametrize("name", ["odd.bin", "another.m3u8"])
def test_a_listed_name_of_nobody_is_shown_as_it_is(name: str) -> None:
    *_, row = file_rows(a_session("individual", FileEntry(file_name=name)))
    assert (row.name, row.kind, row.uid, row.at) == (name, None, "", None)
