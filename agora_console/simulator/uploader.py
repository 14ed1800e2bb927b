"""Writes the files of recordings into a folder that plays the buckets.

The layout is `<folder>/<bucket>/<prefix>/…/<file>`. Slices and playlists appear while a recording
runs, snapshots too; MP4 files when it ends; everything of a recording in backup two minutes later.
"""

from __future__ import annotations

import asyncio
import math
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from agora_console.simulator.files import (
    merged,
    movie_seconds,
    movies,
    picture_name,
    playlist,
    slice_name,
    stem,
)
from agora_console.simulator.media.movie import movie
from agora_console.simulator.media.picture import picture
from agora_console.simulator.media.transport import stream
from agora_console.simulator.recording import Recording, Take
from agora_console.simulator.world import World

T = TypeVar("T")

_HEADER = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-TARGETDURATION:16\n"
_LONGEST_NAME = 200


class Uploader:
    """One task a recording, from its start until its last file is written."""

    def __init__(self, world: World, folder: Path) -> None:
        self._world = world
        self._folder = folder
        self._shelves: dict[str, _Shelf] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def watch(self) -> None:
        """Write what is due by now, and follow recordings that are new."""
        now = self._world.clock.now()
        for shelf in self._shelves.values():
            self._store(shelf, now)
        for recording in self._world.live():
            if recording.sid not in self._shelves:
                shelf = _Shelf(recording, self._folder)
                self._shelves[recording.sid] = shelf
                task = asyncio.create_task(self._follow(shelf), name=f"upload {recording.sid}")
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Write what is due and stop."""
        now = self._world.clock.now()
        for shelf in self._shelves.values():
            self._store(shelf, now)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _follow(self, shelf: _Shelf) -> None:
        while not shelf.complete:
            now = self._world.clock.now()
            self._store(shelf, now)
            if not shelf.complete:
                await self._world.clock.reach(now + shelf.step)

    def _store(self, shelf: _Shelf, now: float) -> None:
        if shelf.complete:
            return
        self._world.bring_forward(shelf.recording, now)
        faults = self._world.faults
        shelf.black = faults.standing("snapshots-black") is not None
        shelf.frozen = faults.standing("snapshots-frozen") is not None
        try:
            shelf.store(now)
        except OSError as error:
            shelf.complete = True
            self._world.ledger.notes.append(f"files of {shelf.recording.sid}: {error.strerror}")


class _Shelf:
    """The files of one recording, as far as they are written."""

    def __init__(self, recording: Recording, folder: Path) -> None:
        self.recording = recording
        self.complete = False
        self.black = self.frozen = False
        storage = recording.storage
        prefix = storage.get("fileNamePrefix", [])
        self._folder = folder.joinpath(_safe(storage["bucket"]), *prefix)
        self._written: dict[tuple[str, int, str], int] = {}

    @property
    def step(self) -> float:
        """Simulated seconds until it is worth looking again."""
        return min(self.recording.pace.slice / 3, self.recording.snapshot_interval or math.inf)

    def store(self, now: float) -> None:
        """Write what is due at `now`. OSError if the folder refuses."""
        recording = self.recording
        if recording.backup and not self._arrived_from_backup(now):
            return
        over = recording.ended_at is not None
        for take in recording.takes.values():
            if recording.file_types:
                self._slices(take, over)
            if over:
                self._movies(take)
            self._pictures(take)
        self._joined()
        self.complete = over

    def _arrived_from_backup(self, now: float) -> bool:
        ended = self.recording.ended_at
        return ended is not None and now >= ended + self.recording.pace.backup

    def _slices(self, take: Take, over: bool) -> None:
        lines = []
        for index, (start, seconds) in self._news("ts", take, self._slices_of(take)):
            name = slice_name(self.recording, take, start)
            offset = start - take.start
            self._write(name, stream(take.track, offset, seconds))
            if index == 0:
                lines.append(_HEADER + _event(take))
            elif _interrupted(take, start):
                lines.append("#EXT-X-DISCONTINUITY\n")
            lines.append(f"#EXTINF:{seconds:.6f}{self._comma}\n{name}\n")
        if over:
            lines.append("#EXT-X-ENDLIST\n")
        if lines:
            self._append(self._playlist_name(take), "".join(lines))

    def _slices_of(self, take: Take) -> Iterator[tuple[float, float]]:
        return take.slices(self.recording.pace.slice)

    @property
    def _comma(self) -> str:
        """Players want it; the service writes it when it is told to."""
        wanted = self.recording.config.get("privateParams", "")
        return "," if re.search(r'"correctEXTINF"\s*:\s*true', wanted) else ""

    def _playlist_name(self, take: Take) -> str:
        if not self.recording.backup:
            return playlist(self.recording, take)
        return f"{stem(self.recording, take)}_{round(take.start)}_0.m3u8"

    def _joined(self) -> None:
        """Playlists of one person's picture and sound, once slices of both are there."""
        takes = [take for take in self.recording.takes.values() if self._count("ts", take)]
        for name, audio, video in merged(self.recording, takes):
            if not self._count("av", video):
                self._write(name, self._master(audio, video).encode())
                self._written[self._key("av", video)] = 1

    def _master(self, audio: Take, video: Take) -> str:
        return (
            "#EXTM3U\n"
            f'#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="{audio.uid}",DEFAULT=YES,'
            f'URI="{self._playlist_name(audio)}"\n'
            '#EXT-X-STREAM-INF:BANDWIDTH=500000,AUDIO="audio"\n'
            f"{self._playlist_name(video)}\n"
        )

    def _movies(self, take: Take) -> None:
        longest = movie_seconds(self.recording)
        for index, (name, _) in self._news("mp4", take, iter(movies(self.recording, take))):
            rest = take.seconds - index * longest
            self._write(name, movie(take.track, min(rest, longest)))

    def _pictures(self, take: Take) -> None:
        interval = self.recording.snapshot_interval
        if interval is None or take.track != "video":
            return
        for index, moment in self._news("jpg", take, _moments(take, interval)):
            shot = picture(0 if self.frozen else index, black=self.black)
            self._write(picture_name(self.recording, take, moment), shot)

    def _news(self, kind: str, take: Take, all_of_them: Iterator[T]) -> Iterator[tuple[int, T]]:
        """Those not written yet, with their index; they count as written when they were used."""
        done = self._count(kind, take)
        for index, item in enumerate(islice(all_of_them, done, None), done):
            yield index, item
            self._written[self._key(kind, take)] = index + 1

    def _count(self, kind: str, take: Take) -> int:
        return self._written.get(self._key(kind, take), 0)

    @staticmethod
    def _key(kind: str, take: Take) -> tuple[str, int, str]:
        track = take.track if take.uid != "0" else ""
        return f"{kind} {track}", take.generation, take.uid

    def _write(self, name: str, data: bytes) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def _append(self, name: str, text: str) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def _path(self, name: str) -> Path:
        return self._folder / _storable(name)


def _moments(take: Take, interval: float) -> Iterator[float]:
    """When a snapshot was taken: every `interval` of every run."""
    for run in take.runs:
        count = math.floor((run.end - run.start) / interval + 1e-9)
        yield from (run.start + (index + 1) * interval for index in range(count))


def _interrupted(take: Take, start: float) -> bool:
    return any(run.start == start for run in take.runs[1:])


def _event(take: Take) -> str:
    kind = {"audio": "AUDIO", "video": "VIDEO"}.get(take.track, "AUDIO_VIDEO")
    moment = round(take.start * 1000)
    return f"#EXT-X-AGORA-TRACK-EVENT:EVENT=START,TRACK_TYPE={kind},TIME={moment}\n"


def _safe(bucket: str) -> str:
    """A bucket's name as the name of a folder."""
    return re.sub(r"[^A-Za-z0-9_.-]|^\.+", "-", bucket)[:_LONGEST_NAME]


def _storable(name: str) -> str:
    """A file name that every file system takes; nearly always `name` itself."""
    stem_, dot, suffix = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "-", name).rpartition(".")
    return stem_[:_LONGEST_NAME] + dot + suffix
