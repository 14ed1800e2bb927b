"""Snapshots are found in the bucket while somebody looks at them, and not otherwise."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from agora_console.bucket.errors import BucketError, WrongKeyError
from agora_console.domain.session import Session
from agora_console.services.files.snapshots import MOST_BYTES, Shot, Snapshots, takes_snapshots
from tests.unit.services.bench import running
from tests.unit.services.test_downloads import Desk

SID = "5f" * 16
CONFIG = {"mode": "individual", "clientRequest": {"snapshotConfig": {"captureInterval": 20}}}
SESSION = running(sid=SID, mode="individual", config=CONFIG)


def name_of(uid: str, second: int, begin: str = "") -> str:
    return f"{begin}{SID}_town-hall__uid_s_{uid}__uid_e_video_202606011200{second:02}000.jpg"


class Lab(Desk):
    """A bucket with pictures; the clock of the desk stands still while nobody waits."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.session = SESSION
        self.snapshots = Snapshots(self.clock, self.tasks, self.open_bucket, self.get)
        self.told: asyncio.Queue[tuple[Shot, ...]] = asyncio.Queue()
        self.snapshots.changed.subscribe(lambda at: self.told.put_nowait(self.snapshots.of(at)))

    def get(self, session_id: str) -> Session | None:
        return self.session if session_id == self.session.id else None

    def put(self, *names: str, data: bytes = b"picture") -> None:
        for name in names:
            (self.stored / name).write_bytes(data)


async def test_pictures_are_found_as_they_come_and_fetched(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.put(name_of("7", 20), name_of("7", 0), name_of("8", 0, "bak0_"), f"{SID}_x.m3u8", "y.jpg")
    lab.snapshots.follow(SESSION.id)
    first = await lab.told.get()
    assert [each.uid for each in first] == ["7", "8", "7"]
    assert first[0].at < first[2].at
    assert await lab.snapshots.fetch(first[0]) == b"picture"
    lab.put(name_of("7", 40))
    assert len(await lab.told.get()) == 4
    assert lab.clock.slept[0] == 20.0
    for size in (0, MOST_BYTES + 1):
        with pytest.raises(BucketError):
            await lab.snapshots.fetch(Shot("x", "7", 0.0, size))
    task = lab.tasks._tasks["snapshots"]
    lab.snapshots.leave()
    await asyncio.wait({task})
    with pytest.raises(BucketError):
        await lab.snapshots.fetch(first[0])
    assert takes_snapshots(SESSION)


async def test_who_cannot_look_is_told_why(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.refusal = WrongKeyError("The store does not know this access key.")
    lab.snapshots.follow(SESSION.id)
    await lab.told.get()
    assert lab.snapshots.trouble(SESSION.id) == "The store does not know this access key."
    lab.refusal = None
    lab.session = SESSION.model_copy(update={"over": True, "config": {}})
    lab.put(name_of("7", 0))
    lab.snapshots.follow(SESSION.id)
    assert len(await lab.told.get()) == 1
    assert lab.snapshots.trouble(SESSION.id) == ""
    await lab.tasks.close()
    assert lab.clock.slept[0] == 3600.0


async def test_without_a_session_or_its_sid_nobody_looks(tmp_path: Path) -> None:
    lab = Lab(tmp_path)
    lab.session = SESSION.model_copy(update={"sid": ""})
    for session_id in (SESSION.id, "gone"):
        lab.snapshots.follow(session_id)
        await lab.tasks.ended("snapshots")
    assert lab.snapshots.of(SESSION.id) == ()
