"""Merging: slices that were downloaded become one film, by the ffmpeg of this machine."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from agora_console.domain.files.merging import Film, command, films, list_text
from agora_console.domain.files.playlist import MOST_BYTES, Playlist, read_playlist
from agora_console.domain.session import Session
from agora_console.services.events import Event
from agora_console.services.files.downloads import Downloads, Stage, local_name
from agora_console.services.tasks import Tasks

PATIENCE = 5.0
"""Seconds for which ffmpeg may take to end when it is told to."""

MOST_LINES = 20
"""Lines of ffmpeg's own words that are kept."""

WITHIN = (2.0, 0.02)
"""Seconds, and share of the whole, by which a film may differ from its slices."""


class MergeStage(StrEnum):
    """How far a merge is."""

    FETCHING = "fetching"
    MERGING = "merging"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({MergeStage.DONE, MergeStage.FAILED, MergeStage.CANCELLED})


@dataclass(frozen=True, slots=True)
class Merge:
    """A film on its way: `done` of `seconds` are written. `said` is the result, or what failed."""

    stage: MergeStage
    output: Path
    seconds: float = 0.0
    done: float = 0.0
    said: str = ""
    lines: tuple[str, ...] = ()


class MergeFailed(Exception):
    """ffmpeg did not make the film. `lines` are its own last words."""

    def __init__(self, sentence: str, lines: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.lines = tuple(lines)


def find_ffmpeg(search: Callable[[str], str | None] = shutil.which) -> str:
    """The ffmpeg of this machine, by PATH; empty where there is none."""
    return search("ffmpeg") or ""


class Merging:
    """One merge of a recording at a time. `changed` tells the id of a session whose merge moved."""

    def __init__(self, tasks: Tasks, downloads: Downloads) -> None:
        self.changed: Event[str] = Event()
        self._tasks = tasks
        self._downloads = downloads
        self._merges: dict[str, Merge] = {}

    def of(self, session_id: str) -> Merge | None:
        """The merge of a session that was ordered last in this run."""
        return self._merges.get(session_id)

    def order(self, session: Session, film: Film, folder: Path, program: str) -> None:
        """Fetch what is not in `folder` yet, then make the film there; an old film is kept.

        With no `program` the lists are written and nothing is run.
        """
        ending = film.ending
        free = (f"{film.stem}{f'_{n}' if n else ''}.{ending}" for n in range(10_000))
        output = next(folder / name for name in free if not (folder / name).exists())
        self._set(session.id, Merge(MergeStage.FETCHING, output, film.seconds))
        work = self._work(session, film, output, program)
        self._tasks.start(f"merge:{session.id}", work)

    def cancel(self, session_id: str) -> None:
        """End it; what was downloaded stays, and nothing half is left."""
        self._tasks.cancel(f"merge:{session_id}")
        self._downloads.cancel(session_id)
        merge = self._merges.get(session_id)
        if merge is not None and merge.stage not in ENDED:
            self._set(session_id, replace(merge, stage=MergeStage.CANCELLED))

    async def ended(self, session_id: str) -> None:
        """Return when no merge of the session runs."""
        await self._tasks.ended(f"merge:{session_id}")

    # --- the work -------------------------------------------------------------------------

    async def _work(self, session: Session, film: Film, output: Path, program: str) -> None:
        try:
            await self._fetch(session, film, output.parent)
            whole = await asyncio.to_thread(_prepare, session, film, output.parent)
            said = await self._make(session.id, whole, output, program)
        except (MergeFailed, OSError) as error:
            lines = error.lines if isinstance(error, MergeFailed) else ()
            self._move(session.id, stage=MergeStage.FAILED, said=str(error), lines=lines)
        else:
            self._move(session.id, stage=MergeStage.DONE, said=said)

    async def _fetch(self, session: Session, film: Film, folder: Path) -> None:
        sizes = {each.name: each.size or 0 for each in film.files}
        self._downloads.order(session, list(sizes), folder, sizes)
        await self._downloads.ended(session.id)
        for each in self._downloads.of(session.id):
            if each.name in sizes and each.stage is not Stage.DONE:
                why = each.why or "its download was cancelled."
                raise MergeFailed(f"{each.name} is not here: {why}")

    async def _make(self, session_id: str, film: Film, output: Path, program: str) -> str:
        if not program:
            return "The lists lie beside the slices. Run the command in that folder."
        self._move(session_id, stage=MergeStage.MERGING, seconds=film.seconds)
        part = output.with_name(f"part-{output.name}")
        try:
            await asyncio.to_thread(part.unlink, missing_ok=True)
            await asyncio.to_thread(_make_room, film, output.parent)
            args = command(film, part.name, program)
            lines = await _run(args, output.parent, lambda done: self._move(session_id, done=done))
            self._move(session_id, stage=MergeStage.CHECKING)
            length = await _checked(part, program)
            await asyncio.to_thread(part.replace, output)
        finally:
            part.unlink(missing_ok=True)
        return _result(film.seconds, length, sum("corrupt" in each.lower() for each in lines))

    def _move(self, session_id: str, **changes: object) -> None:
        self._set(session_id, replace(self._merges[session_id], **changes))  # type: ignore[arg-type]

    def _set(self, session_id: str, merge: Merge) -> None:
        self._merges[session_id] = merge
        self.changed.emit(session_id)


def _prepare(session: Session, film: Film, folder: Path) -> Film:
    """Read the playlists that are in `folder` now, and write the lists for ffmpeg beside them."""
    playlists = {each.name: _read(folder / local_name(each.name)) for each in film.files}
    read = next(each for each in films(film.files, session.sid, playlists) if each.uid == film.uid)
    for number, track in enumerate(read.tracks):
        text = list_text(track, local_name)
        (folder / read.list_name(number)).write_text(text, encoding="utf-8", newline="\n")
    return read


def _read(path: Path) -> Playlist | None:
    if path.suffix != ".m3u8" or path.stat().st_size > MOST_BYTES:
        return None
    return read_playlist(path.read_text("utf-8", "replace"), path.name)


async def _checked(film: Path, program: str) -> float:
    """Read the whole film through; how long it is in seconds. MergeFailed where it is not whole."""
    if not (await asyncio.to_thread(film.stat)).st_size:
        raise MergeFailed("ffmpeg wrote an empty file.")
    quiet = ("-hide_banner", "-nostdin", "-loglevel", "error", "-progress", "pipe:1")
    source = ("-i", f"file:{film.name}", "-map", "0", "-c", "copy", "-f", "null", "-")
    seen: list[float] = []
    await _run((program, *quiet, *source), film.parent, seen.append)
    return max(seen, default=0.0)


def _make_room(film: Film, folder: Path) -> None:
    """Raise OSError where the film, as large as its slices, does not fit onto the disk.

    ffmpeg itself does not always notice a disk that is full.
    """
    slices = (folder / local_name(each.name) for track in film.tracks for each in track.slices)
    needed, free = sum(each.stat().st_size for each in slices), shutil.disk_usage(folder).free
    if needed > free:
        raise OSError(
            f"The files need {needed} bytes and the disk has {free} left. "
            "Make room, or choose another folder."
        )


def _result(wanted: float, length: float, damaged: int) -> str:
    """What is known of the film: its length against its slices, damage that ffmpeg has met."""
    if damaged:
        return (
            f"The film is {length:.1f} s long, its slices sum up to {wanted:.1f} s, and ffmpeg "
            f"found damaged data in {damaged} places. Look at it before you rely on it."
        )
    if abs(wanted - length) > max(WITHIN[0], WITHIN[1] * wanted):
        return (
            f"The film is {length:.1f} s long and was read through without an error, but its "
            f"slices sum up to {wanted:.1f} s. Look at it before you rely on it."
        )
    return f"The film is {length:.1f} s long, as its slices are, and was read through whole."


# --- ffmpeg -----------------------------------------------------------------------------------


async def _run(args: Sequence[str], folder: Path, tell: Callable[[float], None]) -> Sequence[str]:
    """Run a command beside the loop; `tell` takes the seconds that are done. Returns its lines."""
    loop = asyncio.get_running_loop()
    process = _Process(args, folder, lambda done: loop.call_soon_threadsafe(tell, done))
    work = loop.run_in_executor(None, process.work)
    try:
        return await asyncio.shield(work)
    except asyncio.CancelledError:
        process.stop()
        await asyncio.wait({work})
        work.exception()
        raise


@dataclass
class _Process:
    """A command whose lines are read in a thread: no loop of Qt has to know of it."""

    args: Sequence[str]
    folder: Path
    tell: Callable[[float], object]
    stopped: threading.Event = field(default_factory=threading.Event)

    def work(self) -> Sequence[str]:
        lines: list[str] = []
        with subprocess.Popen(
            list(self.args),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0) if os.name == "nt" else 0,
        ) as process:
            threading.Thread(target=self._watch, args=(process,), daemon=True).start()
            assert process.stdout is not None
            for line in process.stdout:
                key, sign, value = line.strip().partition("=")
                if key == "out_time_us" and value.isdigit():
                    self.tell(int(value) / 1e6)
                elif not (sign and key.replace("_", "").isalnum()):
                    lines.append(line.strip())
            code = process.wait()
            self.stopped.set()
        if code:
            raise MergeFailed(f"ffmpeg ended with code {code}.", lines[-MOST_LINES:])
        return lines

    def stop(self) -> None:
        self.stopped.set()

    def _watch(self, process: subprocess.Popen[str]) -> None:
        """End the process when it is told to, and at the latest PATIENCE later."""
        self.stopped.wait()
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
