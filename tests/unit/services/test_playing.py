"""Where a file can be played from, and what belongs to a playlist."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow, FileState
from agora_console.services.files.buckets import Buckets
from agora_console.services.files.downloads import Stage, Transfer
from agora_console.services.files.playing import address_of, copy_of, needs_copy, with_slices
from agora_console.settings.projects import Project
from tests.support.s3 import BUCKET, S3Server, s3_server
from tests.unit.services.test_arrival import LIST, a_session, a_target, projects_with


@pytest.fixture(scope="module")
def server() -> Iterator[S3Server]:
    with s3_server() as it:
        yield it


async def test_a_signed_address_is_a_secret_and_a_plain_one_is_not_signed(
    server: S3Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    target = a_target(server)
    project = Project(id="p1", name="P", app_id="a" * 32, customer_id="c", storage=(target,))
    buckets = Buckets(await projects_with(tmp_path, project, {"t1": server.keys["reader"]}))
    session = a_session("shows", server)
    address = await address_of(buckets, session, "a b.mp4")
    assert "Signature" not in f"{address!r} {address} {caplog.text}"
    assert "/shows/a%20b.mp4?" in address.get_secret_value()
    assert "X-Amz-Signature=" in address.get_secret_value()
    (plain,) = await buckets.urls(session, ["a b.mp4"])
    assert plain == f"{server.endpoint}/{BUCKET}/shows/a%20b.mp4"


async def test_in_a_demo_a_file_is_opened_where_it_lies(server: S3Server, tmp_path: Path) -> None:
    project = Project(
        id="p1", name="P", app_id="a" * 32, customer_id="c", api_url="http://127.0.0.1:9"
    )
    buckets = Buckets(await projects_with(tmp_path, project, {}), tmp_path / "files")
    session = a_session("shows", server)
    assert buckets.is_local(session)
    address = await address_of(buckets, session, LIST)
    assert address == SecretStr((tmp_path / "files" / BUCKET / "shows" / LIST).as_uri())


async def test_an_address_with_an_account_in_it_needs_the_keys(
    server: S3Server, tmp_path: Path
) -> None:
    target = a_target(server).model_copy(update={"vendor": 5, "region": 0, "endpoint": ""})
    project = Project(id="p1", name="P", app_id="a" * 32, customer_id="c", storage=(target,))
    keys = (SecretStr("account"), SecretStr("a2V5"))
    buckets = Buckets(await projects_with(tmp_path, project, {"t1": keys}))
    session = a_session("shows", server)
    storage = {"vendor": 5, "region": 0, "bucket": BUCKET, "fileNamePrefix": ["shows"]}
    azure = session.model_copy(update={"config": {"clientRequest": {"storageConfig": storage}}})
    (plain,) = await buckets.urls(azure, [LIST])
    assert plain == f"https://account.blob.core.windows.net/{BUCKET}/shows/{LIST}"


def test_a_copy_counts_while_it_is_there(tmp_path: Path) -> None:
    here = tmp_path / "a.mp4"
    here.write_bytes(b"1")
    transfers = [
        Transfer("a.mp4", here, Stage.DONE),
        Transfer("b.mp4", here, Stage.FAILED),
        Transfer("c.mp4", tmp_path / "gone", Stage.DONE),
    ]
    assert [copy_of(name, transfers) for name in ("a.mp4", "b.mp4", "c.mp4")] == [here, None, None]


def row(name: str, kind: FileKind, **changes: object) -> FileRow:
    values = {"uid": "0", "track": "", "size": 1} | changes
    return FileRow(name, name, FileState.FOUND, kind, **values)  # type: ignore[arg-type]


def test_a_playlist_needs_its_slices() -> None:
    playlist = row("x.m3u8", FileKind.PLAYLIST, track="audio_and_video")
    assert needs_copy(playlist, local=False)
    assert not needs_copy(playlist, local=True)
    assert not needs_copy(row("x_0.mp4", FileKind.MP4), local=False)
    files = [
        playlist,
        row("bak0_x.m3u8", FileKind.PLAYLIST, part=0),
        row("x_1.ts", FileKind.SLICE),
        row("x_2.ts", FileKind.SLICE, size=None),
        row("bak0_x_1.ts", FileKind.SLICE, part=0),
        row("x_0.mp4", FileKind.MP4),
    ]
    assert [each.name for each in with_slices(files[:1], files)] == ["x.m3u8", "x_1.ts"]
    one = row("u.m3u8", FileKind.PLAYLIST, uid="7", track="video")
    tracks = [one, row("v", FileKind.SLICE, uid="7", track="video"), row("a", FileKind.SLICE)]
    assert [each.name for each in with_slices([one], tracks)] == ["u.m3u8", "v"]
