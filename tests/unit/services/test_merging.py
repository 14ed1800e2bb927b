"""Slices of a bucket become one film, or it is said why not; nothing half is left."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

import pytest

from agora_console.domain.files.merging import Film, films
from agora_console.domain.files.rows import Looked, file_rows
from agora_console.domain.session import Session
from agora_console.services.files.merging import Merge, MergeStage, Merging, find_ffmpeg
from agora_console.simulator.media.transport import stream
from tests.unit.services.bench import running
from tests.unit.services.test_downloads import Desk

SID = "5f" * 16
STEM = f"{SID}_town-hall"
SLICES = [f"{STEM}_202606011200{second:02}000.ts" for second in (0, 5)]
PART = f"bak0_{STEM}_20260601120015000.ts"
SESSION = running(sid=SID)

needs_ffmpeg = pytest.mark.skipif(not find_ffmpeg(), reason="there is no ffmpeg here")
needs_posix = pytest.mark.skipif(os.name == "nt", reason="a script plays the part of ffmpeg")


class Studio(Desk):
    """A bucket with two parts of a recording, and where they are merged."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.merging = Merging(self.tasks, self.downloads)
        for number, name in enumerate((*SLICES, PART)):
            data = stream("audio_and_video", 5.0 * number if name != PART else 0.0, 5.0)
            (self.stored / name).write_bytes(data)
        evil = "https://evil.example/a.ts\n../../a.ts\n"
        entries = "".join(f"#EXTINF:5.0\n{name}\n" for name in SLICES)
        (self.stored / f"{STEM}.m3u8").write_text(f"#EXTM3U\n{entries}{evil}")
        (self.stored / f"bak0_{STEM}.m3u8").write_text(f"#EXTM3U\n#EXTINF:5.0\n{PART}\n")
        sizes = {each.name: each.stat().st_size for each in self.stored.iterdir()}
        (self.film,) = films(file_rows(SESSION, Looked(sizes)), SID)

    async def merge(self, program: str, film: Film | None = None) -> Merge:
        self.merging.order(SESSION, film or self.film, self.here, program)
        await self.merging.ended(SESSION.id)
        merge = self.merging.of(SESSION.id)
        assert merge is not None
        return merge

    def script(self, folder: Path, text: str) -> str:
        path = folder / "ffmpeg"
        path.write_text(f"#!{sys.executable}\n{text}")
        path.chmod(0o755)
        return str(path)


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    return Studio(tmp_path)


@needs_ffmpeg
async def test_parts_become_one_film_that_is_read_through(studio: Studio) -> None:
    seen: list[MergeStage] = []

    def watch(_: str) -> None:
        merge = studio.merging.of(SESSION.id)
        seen.extend([merge.stage] if merge else [])

    studio.merging.changed.subscribe(watch)
    merge = await studio.merge(find_ffmpeg())
    assert merge.stage is MergeStage.DONE, merge
    assert list(dict.fromkeys(seen)) == [
        MergeStage.FETCHING,
        MergeStage.MERGING,
        MergeStage.CHECKING,
        MergeStage.DONE,
    ]
    assert merge.said.endswith("as its slices are, and was read through whole.")
    assert merge.output.read_bytes()[4:8] == b"ftyp"
    assert "evil" not in (studio.here / f"{SID}_merged_0.m3u8").read_text()
    again = await studio.merge(find_ffmpeg())
    assert again.output.name == f"{SID}_merged_1.mp4"
    assert not list(studio.here.glob("part-*"))


@needs_ffmpeg
async def test_slices_that_are_none_make_no_film(studio: Studio) -> None:
    for name in (*SLICES, PART):
        (studio.stored / name).write_bytes(b"no media at all")
    merge = await studio.merge(find_ffmpeg())
    assert merge.stage is MergeStage.FAILED
    assert merge.said.startswith("ffmpeg ended with code")
    assert merge.lines
    assert not list(studio.here.glob("*.mp4"))


@needs_ffmpeg
async def test_a_film_with_a_damaged_slice_is_not_called_whole(studio: Studio) -> None:
    whole = (studio.stored / SLICES[1]).read_bytes()
    (studio.stored / SLICES[1]).write_bytes(whole[: len(whole) // 3])
    merge = await studio.merge(find_ffmpeg())
    assert merge.stage is MergeStage.DONE
    assert "found damaged data in" in merge.said
    assert merge.said.endswith("Look at it before you rely on it.")


async def test_a_film_that_does_not_fit_is_not_begun(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    await studio.merge("")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9, 9, 9))
    merge = await studio.merge("ffmpeg")
    assert merge.stage is MergeStage.FAILED
    assert merge.said.endswith("and the disk has 9 left. Make room, or choose another folder.")


async def test_without_ffmpeg_the_lists_are_there_for_the_command(studio: Studio) -> None:
    merge = await studio.merge("")
    assert (merge.stage, merge.said[:9]) == (MergeStage.DONE, "The lists")
    assert (studio.here / f"{SID}_merged_0.m3u8").exists()
    assert find_ffmpeg(lambda _: None) == ""


@needs_posix
async def test_a_film_of_another_length_is_not_called_whole(studio: Studio, tmp_path: Path) -> None:
    text = (
        "import pathlib, sys\n"
        "print('frame=1')\nprint('out_time_us=N/A')\nprint('out_time_us=3000000')\n"
        "out = sys.argv[-1].removeprefix('file:')\n"
        "if out != '-': pathlib.Path(out).write_bytes(b'film')\n"
    )
    merge = await studio.merge(studio.script(tmp_path, text))
    assert (merge.stage, merge.done, merge.seconds) == (MergeStage.DONE, 3.0, 15.0)
    assert "Look at it before you rely on it" in merge.said
    empty = text.replace("b'film'", "b''")
    merge = await studio.merge(studio.script(tmp_path, empty))
    assert merge.said == "ffmpeg wrote an empty file."


@needs_posix
async def test_what_is_cancelled_ends_ffmpeg_and_leaves_nothing_half(
    studio: Studio, tmp_path: Path
) -> None:
    text = (
        "import pathlib, signal, sys\n"
        "pathlib.Path(sys.argv[-1].removeprefix('file:')).write_bytes(b'half')\n"
        "print('out_time_us=1000000', flush=True)\n"
        "signal.pause()\n"
    )
    begun = asyncio.Event()

    def watch(_: str) -> None:
        merge = studio.merging.of(SESSION.id)
        if merge and merge.done:
            begun.set()

    studio.merging.changed.subscribe(watch)
    studio.merging.order(SESSION, studio.film, studio.here, studio.script(tmp_path, text))
    await begun.wait()
    task = studio.tasks._tasks[f"merge:{SESSION.id}"]
    studio.merging.cancel(SESSION.id)
    await asyncio.wait({task})
    merge = studio.merging.of(SESSION.id)
    assert merge is not None
    assert merge.stage is MergeStage.CANCELLED
    assert not list(studio.here.glob("*.mp4"))


async def test_slices_that_do_not_come_make_no_film(studio: Studio) -> None:
    (studio.stored / PART).unlink()
    merge = await studio.merge("ffmpeg")
    assert merge.stage is MergeStage.FAILED
    assert merge.said == f"{PART} is not here: The object is not there."
    other: Session = running(sid=SID, id="s2")
    assert studio.merging.of(other.id) is None
