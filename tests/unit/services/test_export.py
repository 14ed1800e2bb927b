"""The exported file list: what a spreadsheet, a script and a person get."""

from __future__ import annotations

import csv
import io
import json
import math
import os
import stat
import sys
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from agora_console.domain.files.rows import Looked
from agora_console.domain.session import FileEntry, Session, Uploading
from agora_console.services.files.export import CSV_HEADER, files_csv, files_json, write_export

CET = timezone(timedelta(hours=1))
SID = "38f8e3cfdc474cd56fc1ceba380d7e1a"
PLAYLIST = FileEntry(
    file_name=f"{SID}_keynote-a.m3u8",
    track_type="audio_and_video",
    uid="0",
    mixed_all_user=True,
    is_playable=True,
    slice_start_time=1562724971.626,
)


def session(*files: FileEntry, **changes: Any) -> Session:
    values: dict[str, Any] = {
        "id": "s-1",
        "project_id": "p",
        "app_id": "a" * 32,
        "api_url": "https://api.agora.io",
        "cname": "keynote-a",
        "uid": "527841",
        "mode": "mix",
        "config": {
            "mode": "mix",
            "clientRequest": {
                "storageConfig": {
                    "vendor": 1,
                    "region": 0,
                    "bucket": "acme-recordings",
                    "fileNamePrefix": ["shows", "2026"],
                }
            },
        },
        "created_at": 1562724960.0,
        "resource_id": "resource",
        "sid": SID,
        "files": files,
    }
    return Session(**(values | changes))


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_csv_has_a_header_and_one_line_per_file() -> None:
    header, row = rows_of(files_csv(session(PLAYLIST), Looked({PLAYLIST.file_name: 321}), zone=CET))
    assert tuple(header) == CSV_HEADER
    assert row == [
        f"{SID}_keynote-a.m3u8",
        "audio_and_video",
        "0",
        "2019-07-10T02:16:11.626Z",
        "2019-07-10T03:16:11.626+01:00",
        "true",
        "true",
        "playlist",
        "321",
        "found",
        f"shows/2026/{SID}_keynote-a.m3u8",
    ]


def test_csv_lines_end_as_rfc_4180_wants() -> None:
    text = files_csv(session(PLAYLIST))
    assert text.count("\r\n") == text.count("\n") == 2


def test_csv_leaves_empty_what_agora_did_not_say() -> None:
    row = rows_of(files_csv(session(FileEntry(file_name="zzzz.m3u8"), sid="")))[1]
    assert row == ["zzzz.m3u8", *[""] * 8, "listed", "shows/2026/zzzz.m3u8"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_csv_cells_cannot_run_in_a_spreadsheet(start: str) -> None:
    name = f'{start}HYPERLINK("http://x","y").m3u8'
    assert rows_of(files_csv(session(FileEntry(file_name=name), sid="")))[1][0] == f"'{name}"


def test_csv_tells_what_is_expected_from_what_was_seen() -> None:
    assert rows_of(files_csv(session()))[1][9] == "predicted"


def test_csv_without_files_is_the_header_alone() -> None:
    assert rows_of(files_csv(session(sid=""))) == [list(CSV_HEADER)]


def test_json_carries_ids_the_upload_the_place_and_the_files() -> None:
    document = json.loads(files_json(session(PLAYLIST, uploading=Uploading.BACKUPED)))
    assert document == {
        "cname": "keynote-a",
        "uid": "527841",
        "mode": "mix",
        "resourceId": "resource",
        "sid": SID,
        "uploadingStatus": "backuped",
        "storage": {
            "vendor": 1,
            "region": 0,
            "bucket": "acme-recordings",
            "fileNamePrefix": ["shows", "2026"],
        },
        "files": [
            {
                "fileName": f"{SID}_keynote-a.m3u8",
                "trackType": "audio_and_video",
                "uid": "0",
                "mixedAllUser": True,
                "isPlayable": True,
                "sliceStartTime": 1562724971626,
                "sliceStartUtc": "2019-07-10T02:16:11.626Z",
                "kind": "playlist",
                "state": "listed",
                "path": f"shows/2026/{SID}_keynote-a.m3u8",
            }
        ],
    }


def test_json_says_null_before_the_upload_is_known_and_leaves_unknown_keys_out() -> None:
    document = json.loads(files_json(session(FileEntry(file_name="a.m3u8"), sid="")))
    assert document["uploadingStatus"] is None
    listed = {"fileName": "a.m3u8", "state": "listed", "path": "shows/2026/a.m3u8"}
    assert document["files"] == [listed]


def test_no_key_to_the_bucket_is_exported_even_if_a_config_held_one() -> None:
    config = {
        "mode": "mix",
        "clientRequest": {
            "token": "007SECRET",
            "storageConfig": {"bucket": "b", "accessKey": "SECRET1", "secretKey": "SECRET2"},
        },
    }
    leaky = session(PLAYLIST, config=config)
    assert "SECRET" not in files_json(leaky) + files_csv(leaky)


@given(
    st.lists(
        st.builds(
            FileEntry,
            file_name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
            track_type=st.sampled_from(["", "audio", "video", "audio_and_video"]),
            uid=st.from_regex(r"[0-9]{0,10}", fullmatch=True),
            is_playable=st.none() | st.booleans(),
            slice_start_time=st.none() | st.floats(),
        ),
        max_size=5,
        unique_by=lambda file: file.file_name.rpartition("/")[2],
    )
)
@example([FileEntry(file_name="a", slice_start_time=math.nan)])
@example([FileEntry(file_name="a", slice_start_time=1e305)])
def test_any_list_survives_the_way_through_both_formats(files: list[FileEntry]) -> None:
    exported = session(*files, sid="")
    names = [row[0] for row in rows_of(files_csv(exported, zone=CET))[1:]]
    assert [name.removeprefix("'") for name in names] == [
        file.file_name.removeprefix("'") for file in files
    ]
    parsed = json.loads(files_json(exported))
    assert [file["fileName"] for file in parsed["files"]] == [file.file_name for file in files]


async def test_write_replaces_the_file_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "files.csv"
    path.write_text("old and longer than the new one")
    await write_export(path, "näme\r\n")
    assert path.read_bytes() == "näme\r\n".encode()
    assert names_in(tmp_path) == ["files.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_write_gives_the_file_the_usual_mode_and_keeps_that_of_an_old_one(
    tmp_path: Path,
) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    old = tmp_path / "old.csv"
    old.touch()
    old.chmod(0o640)
    await write_export(tmp_path / "new.csv", "x")
    await write_export(old, "x")
    assert (tmp_path / "new.csv").stat().st_mode == plain.stat().st_mode
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


async def test_a_write_that_fails_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "files.json"
    path.write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        await write_export(path, "new")
    assert path.read_text() == "old"
    assert names_in(tmp_path) == ["files.json"]
