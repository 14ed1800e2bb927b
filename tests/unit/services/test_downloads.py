"""Downloads of a recording's files: a few at a time, cut off and gone on with, never elsewhere."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import pytest

from agora_console.bucket.errors import NoRouteError, WrongKeyError
from agora_console.bucket.places import local_place
from agora_console.bucket.store import Bucket
from agora_console.domain.session import Session
from agora_console.services.files.downloads import Downloads, Transfer, local_name
from agora_console.services.files.downloads import Stage as At
from agora_console.services.tasks import Tasks
from tests.unit.services.bench import StillClock, running

DATA = bytes(range(256)) * 60_000  # four reads
SESSION = running()
CUT = "The store was not reached to read the object: the connection broke."


class Shaky(Bucket):
    """Its connection breaks in the second read of every second time."""

    reads = 0
    always = False

    async def read(self, name: str, offset: int = 0, size: int | None = None) -> bytes:
        Shaky.reads += 1
        if Shaky.always or Shaky.reads % 2 == 0:
            raise NoRouteError(CUT)
        return await super().read(name, offset, size)


class Desk:
    """A bucket in a folder, and downloads out of it."""

    def __init__(self, folder: Path, kind: type[Bucket] = Bucket) -> None:
        self.stored = folder / "bucket"
        self.stored.mkdir()
        self.here = folder / "here"
        self.clock = StillClock()
        self.tasks = Tasks()
        self.kind = kind
        self.refusal: Exception | None = None
        self.downloads = Downloads(self.clock, self.tasks, self.open_bucket)

    async def open_bucket(self, _: Session) -> Bucket:
        if self.refusal is not None:
            raise self.refusal
        return self.kind(local_place(self.stored))

    def order(self, *names: str) -> None:
        self.downloads.order(SESSION, names, self.here, {name: len(DATA) for name in names})

    async def ended(self) -> list[Transfer]:
        await self.downloads.ended(SESSION.id)
        return list(self.downloads.of(SESSION.id))


async def test_files_come_whole_and_are_not_fetched_twice(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name in ("a.ts", "b.ts", "c.ts"):
        (desk.stored / name).write_bytes(DATA)
    seen: list[int] = []

    def told() -> tuple[Transfer, ...]:
        return desk.downloads.of(SESSION.id)

    desk.downloads.changed.subscribe(lambda _: seen.append(sum(t.done for t in told())))
    desk.order("a.ts", "b.ts")
    desk.order("c.ts", "a.ts")
    assert desk.downloads.busy(SESSION.id)
    done = await desk.ended()
    assert {(each.name, each.stage, each.done) for each in done} == {
        (name, At.DONE, len(DATA)) for name in ("a.ts", "b.ts", "c.ts")
    }
    assert len(set(seen)) > 3
    assert (desk.here / "c.ts").read_bytes() == DATA
    written = (desk.here / "a.ts").stat().st_mtime_ns
    desk.order("a.ts")
    assert [each.stage for each in await desk.ended()] == [At.DONE] * 3
    assert (desk.here / "a.ts").stat().st_mtime_ns == written
    desk.downloads.forget(SESSION.id)
    assert desk.downloads.of(SESSION.id) == ()


async def test_a_broken_connection_goes_on_by_itself(tmp_path: Path) -> None:
    Shaky.reads, Shaky.always = 0, False
    desk = Desk(tmp_path, Shaky)
    (desk.stored / "a.ts").write_bytes(DATA)
    desk.order("a.ts")
    (one,) = await desk.ended()
    assert one.stage is At.DONE
    assert desk.clock.slept
    assert (desk.here / "a.ts").read_bytes() == DATA
    (desk.stored / "b.ts").write_bytes(DATA)

    Shaky.always = True
    desk.order("b.ts")
    assert [(each.stage, each.why) for each in await desk.ended()][1:] == [(At.FAILED, CUT)]


async def test_what_is_cancelled_goes_on_at_the_byte_it_had(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    for name in ("a.ts", "b.ts"):
        (desk.stored / name).write_bytes(DATA)

    cancelled = asyncio.Event()

    def cancel(_: str) -> None:
        if desk.downloads.of(SESSION.id)[0].done:
            stop()
            desk.downloads.cancel(SESSION.id)
            cancelled.set()

    stop = desk.downloads.changed.subscribe(cancel)
    desk.order("a.ts", "b.ts")
    await cancelled.wait()
    assert not desk.downloads.busy(SESSION.id)
    assert {each.stage for each in desk.downloads.of(SESSION.id)} == {At.CANCELLED}
    assert not (desk.here / "a.ts").exists()
    assert (desk.here / "a.ts.part").stat().st_size > 0
    desk.order("a.ts", "b.ts")
    assert {each.stage for each in await desk.ended()} == {At.DONE}
    assert sorted(each.name for each in desk.here.iterdir()) == ["a.ts", "b.ts"]
    assert (desk.here / "b.ts").read_bytes() == (desk.here / "a.ts").read_bytes() == DATA


async def test_what_cannot_be_fetched_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(tmp_path)
    (desk.stored / "a.ts").write_bytes(DATA)
    desk.here.mkdir()
    (desk.here / "a.ts").write_bytes(b"of another show")
    desk.order("a.ts", "gone.ts")
    why = {each.name: (each.stage, each.why) for each in await desk.ended()}
    assert why["a.ts"][0] is why["gone.ts"][0] is At.FAILED
    assert why["a.ts"][1].startswith("Another a.ts lies in that folder and is kept.")
    assert why["gone.ts"][1] == "The object is not there."
    (desk.here / "a.ts").unlink()
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=1000))
    desk.order("a.ts")
    (full,) = [each for each in await desk.ended() if each.name == "a.ts"]
    assert full.why.startswith(f"The files need {len(DATA)} bytes and the disk has 1000 left.")
    (tmp_path / "no-folder").write_bytes(b"")
    desk.here = tmp_path / "no-folder"
    desk.order("a.ts")
    (no_folder,) = [each for each in await desk.ended() if each.name == "a.ts"]
    assert no_folder.why.startswith("The folder cannot be written: ")
    assert no_folder.why.endswith(". Choose another folder.")
    desk.refusal = WrongKeyError("The store does not know this access key.")
    desk.order("a.ts")
    assert (await desk.ended())[-1].why == "The store does not know this access key."


async def test_two_objects_of_one_name_come_into_two_files(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    (desk.stored / "bak").mkdir()
    (desk.stored / "a.ts").write_bytes(DATA)
    (desk.stored / "bak" / "a.ts").write_bytes(DATA[::-1])
    desk.order("a.ts", "bak/a.ts")
    assert {each.stage for each in await desk.ended()} == {At.DONE}
    assert (desk.here / "a.ts").read_bytes() == DATA
    assert (desk.here / "a (2).ts").read_bytes() == DATA[::-1]


@pytest.mark.parametrize(
    ("name", "here", "on_windows"),
    [
        ("a_0.mp4", "a_0.mp4", "a_0.mp4"),
        ("shows/x:y|z.ts", "x:y|z.ts", "x-y-z.ts"),
        ("../..", "-..", "-"),
        ("..\\..\\evil.ts", "..-..-evil.ts", "..-..-evil.ts"),
        ("CON.ts", "CON.ts", "-CON.ts"),
        ("", "-", "-"),
    ],
)
def test_no_name_leads_out_of_the_folder(name: str, here: str, on_windows: str) -> None:
    assert local_name(name, windows=False) == here
    assert local_name(name, windows=True) == on_windows
