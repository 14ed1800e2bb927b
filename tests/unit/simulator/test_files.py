"""The folder that plays the buckets: what lies in it, under which name, and when."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest

from agora_console.simulator.clock import ManualClock
from agora_console.simulator.media.picture import picture
from tests.unit.simulator.caller import (
    INDIVIDUAL,
    MIX,
    MIX_MP4,
    SNAPSHOTS,
    STORAGE,
    WEB,
    Caller,
    Session,
    changed,
)
from tests.unit.simulator.conftest import MakeCaller


def found(folder: Path, pattern: str = "*") -> list[str]:
    return sorted(path.name for path in folder.rglob(pattern) if path.is_file())


def contents(folder: Path, pattern: str) -> set[bytes]:
    return {path.read_bytes() for path in folder.rglob(pattern)}


def playlists(folder: Path) -> list[Path]:
    return list(folder.rglob("*.m3u8"))


def joining(folder: Path) -> Path:
    (playlist,) = folder.rglob("*_av.m3u8")
    return playlist


def played(playlist: Path) -> list[str]:
    """The slices that a playlist names."""
    lines = playlist.read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


async def recorded(caller: Caller, clock: ManualClock, seconds: float, **how: object) -> Session:
    """A session that ran for `seconds` and was stopped."""
    session = await caller.started(**how)  # type: ignore[arg-type]
    clock.advance(seconds)
    await session.stop()
    return session


async def test_they_lie_under_bucket_and_prefix(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    request = changed(MIX, "storageConfig.fileNamePrefix", ["2026", "autumn"])
    async with calling(files=tmp_path) as caller:
        session = await recorded(caller, clock, 30, request=request)
    folder = tmp_path / "lectures" / "2026" / "autumn"
    assert (folder / f"{session.sid}_town-hall.m3u8").is_file()
    assert found(folder) == found(tmp_path)


async def test_slices_appear_while_it_records(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started()
        counts = []
        for seconds in (18, 2, 15, 15):
            clock.advance(seconds)
            await session.query()
            counts.append(len(found(tmp_path, "*.ts")))
    assert counts == [0, 1, 2, 3]


async def test_status_five_means_that_a_file_is_there(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started()
        while await session.status() != 5:
            assert found(tmp_path) == []
            clock.advance(0.5)
        assert (tmp_path / "lectures" / (await session.response())["fileList"]).is_file()


async def test_a_playlist_names_its_slices_in_order_and_ends(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await recorded(caller, clock, 4 + 15 * 3 + 5)
    playlist = tmp_path / "lectures" / f"{session.sid}_town-hall.m3u8"
    slices = played(playlist)
    assert slices == found(tmp_path, "*.ts")
    assert len(slices) == 4
    assert re.fullmatch(rf"{session.sid}_town-hall_\d{{17}}\.ts", slices[0])
    text = playlist.read_text("utf-8")
    assert text.startswith("#EXTM3U\n")
    assert text.endswith("#EXTINF:5.000000\n" + slices[-1] + "\n#EXT-X-ENDLIST\n")


async def test_the_comma_that_players_expect(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    request = changed(MIX, "recordingConfig.privateParams", '{"correctEXTINF":true}')
    async with calling(files=tmp_path) as caller:
        session = await recorded(caller, clock, 30, request=request)
    text = (tmp_path / "lectures" / f"{session.sid}_town-hall.m3u8").read_text("utf-8")
    assert "#EXTINF:15.000000,\n" in text


@pytest.mark.parametrize(
    ("mode", "request_"),
    [
        ("mix", MIX_MP4),
        ("individual", INDIVIDUAL),
        ("individual", changed(INDIVIDUAL, "recordingConfig.streamMode", "standard")),
        ("web", WEB),
    ],
)
async def test_what_stop_lists_is_there(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path, mode: str, request_: dict[str, object]
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started(mode, request_)
        clock.advance(90)
        response = (await session.stop()).json()["serverResponse"]
    if mode == "web":
        files = response["extensionServiceState"][1]["payload"]["fileList"]
        listed = {entry["filename"] for entry in files}
    else:
        listed = {entry["fileName"] for entry in response["fileList"]}
    assert listed == set(found(tmp_path)) - set(found(tmp_path, "*.ts"))


async def test_a_joining_playlist_names_both(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    request = changed(INDIVIDUAL, "recordingConfig.streamMode", "standard")
    async with calling(files=tmp_path, people=1) as caller:
        await recorded(caller, clock, 60, mode="individual", request=request)
    text = joining(tmp_path).read_text("utf-8")
    audio, video = (name for name in found(tmp_path, "*.m3u8") if "_av" not in name)
    assert f'URI="{audio}"' in text
    assert text.endswith(f"\n{video}\n")


async def test_mp4_comes_with_the_end(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started(request=MIX_MP4)
        clock.advance(90)
        await session.query()
        assert found(tmp_path, "*.mp4") == []
        await session.stop()
    assert found(tmp_path, "*.mp4") == [f"{session.sid}_town-hall_0.mp4"]


async def test_snapshots_alone_are_pictures_alone(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path, people=2) as caller:
        session = await recorded(caller, clock, 4 + 65, mode="individual", request=SNAPSHOTS)
    names = found(tmp_path)
    pattern = rf"{session.sid}_town-hall__uid_s_10[12]__uid_e_video_\d{{17}}\.jpg"
    assert len(names) == 6
    assert all(re.fullmatch(pattern, name) for name in names)


async def test_snapshots_beside_a_recording(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    request = changed(SNAPSHOTS, "recordingFileConfig.avFileType", ["hls"])
    async with calling(files=tmp_path, people=1) as caller:
        await recorded(caller, clock, 4 + 30, mode="individual", request=request)
    assert {Path(name).suffix for name in found(tmp_path)} == {".m3u8", ".ts", ".jpg"}


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        ("snapshots-black", {picture(0, black=True)}),
        ("snapshots-frozen", {picture(0)}),
    ],
)
async def test_snapshots_can_be_black_or_frozen(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path, fault: str, shown: set[bytes]
) -> None:
    async with calling(files=tmp_path, people=1, faults=[fault]) as caller:
        await recorded(caller, clock, 4 + 65, mode="individual", request=SNAPSHOTS)
    assert len(found(tmp_path, "*.jpg")) == 3
    assert contents(tmp_path, "*.jpg") == shown


async def test_files_in_backup_arrive_later_under_their_own_playlist(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path, faults=["backup"]) as caller:
        session = await recorded(caller, clock, 60)
        clock.advance(100)
        await session.query()
        assert found(tmp_path) == []
        clock.advance(30)
        await session.query()
    (playlist,) = playlists(tmp_path)
    assert re.fullmatch(rf"{session.sid}_town-hall_\d+_0\.m3u8", playlist.name)
    assert played(playlist) == found(tmp_path, "*.ts")


async def test_failover_begins_files_of_its_own(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path, faults=["failover:40:30"]) as caller:
        session = await recorded(caller, clock, 120)
    assert set(found(tmp_path, "*.m3u8")) == {
        f"{session.sid}_town-hall.m3u8",
        f"bak0_{session.sid}_town-hall.m3u8",
    }
    assert found(tmp_path, "bak0_*.ts")


async def test_an_interruption_is_marked(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started()
        clock.advance(4 + 20)
        caller.simulator.channel("town-hall").people = 0
        clock.advance(10)
        caller.simulator.channel("town-hall").people = 1
        clock.advance(20)
        await session.stop()
    text = (tmp_path / "lectures" / f"{session.sid}_town-hall.m3u8").read_text("utf-8")
    assert re.findall("EXTINF:(.*)|(DISCONTINUITY)", text) == [
        ("15.000000", ""),
        ("5.000000", ""),
        ("", "DISCONTINUITY"),
        ("15.000000", ""),
        ("5.000000", ""),
    ]


async def test_files_appear_without_anybody_asking(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        await caller.started()
        async with asyncio.timeout(5):
            while not found(tmp_path, "*.ts"):
                clock.advance(1)
                await asyncio.sleep(0)


async def test_nothing_recorded_is_nothing_written(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path, people=0) as caller:
        await recorded(caller, clock, 20)
    assert found(tmp_path) == []


@pytest.mark.parametrize("bucket", ["../../outside", "..", "/etc", "a\\b", "C:", ".", "x" * 999])
async def test_a_hostile_bucket_stays_inside(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path, bucket: str
) -> None:
    folder = tmp_path / "buckets"
    request = changed(MIX, "storageConfig", {**STORAGE, "bucket": bucket})
    async with calling(files=folder) as caller:
        await recorded(caller, clock, 30, request=request)
        assert caller.simulator.ledger.notes == []
    (playlist,) = playlists(tmp_path)
    assert playlist.parent.parent == folder


async def test_a_very_long_name_of_a_page_is_cut(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    async with calling(files=tmp_path) as caller:
        await recorded(caller, clock, 30, mode="web", cname="wall " * 200)
        assert caller.simulator.ledger.notes == []
    assert found(tmp_path, "*.m3u8")


async def test_a_folder_that_refuses_is_noted_and_nothing_else(
    calling: MakeCaller, clock: ManualClock, tmp_path: Path
) -> None:
    (tmp_path / "lectures").write_text("a file where the bucket should be", "utf-8")
    async with calling(files=tmp_path) as caller:
        session = await caller.started()
        clock.advance(60)
        assert await session.status() == 5
        assert (await session.stop()).status_code == 200
        assert len(caller.simulator.ledger.notes) == 1


async def test_a_day_of_slices(calling: MakeCaller, clock: ManualClock, tmp_path: Path) -> None:
    async with calling(files=tmp_path) as caller:
        session = await caller.started()
        for _ in range(24):
            clock.advance(3600 / 4)
            await session.query()
        await session.stop()
    (playlist,) = playlists(tmp_path)
    assert len(played(playlist)) == 24 * 60
