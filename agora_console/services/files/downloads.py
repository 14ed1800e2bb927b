"""Downloads: files of a bucket into a folder of this machine, a few at a time, each resumable."""

from __future__ import annotations

import asyncio
import os
import re
import shutil
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from agora_console.bucket.download import Downloaded, download
from agora_console.bucket.errors import BucketError, NoRouteError
from agora_console.bucket.store import Bucket
from agora_console.domain.session import Session
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.tasks import Tasks
from agora_console.vault.errors import VaultError

AT_ONCE = 2
"""Files of a recording that come at the same time."""

TRIES_AGAIN = (2.0, 5.0, 15.0)
"""Seconds after which a download whose connection broke goes on by itself."""

_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


class Stage(StrEnum):
    """How far a download is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = frozenset({Stage.WAITING, Stage.RUNNING})
"""The stages in which something still comes."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One file on its way to `target`: `done` of `size` bytes are here.

    `why` says what failed. `proved` is True where the store's own checksum agrees with the file.
    """

    name: str
    target: Path
    stage: Stage = Stage.WAITING
    done: int = 0
    size: int = 0
    why: str = ""
    sha256: str = ""
    proved: bool = False


class Downloads:
    """Fetches files of recordings. `changed` tells the id of a session whose downloads moved."""

    def __init__(
        self,
        clock: Clock,
        tasks: Tasks,
        open_bucket: Callable[[Session], Awaitable[Bucket]],
    ) -> None:
        self.changed: Event[str] = Event()
        self._clock = clock
        self._tasks = tasks
        self._open_bucket = open_bucket
        self._transfers: dict[str, dict[str, Transfer]] = {}

    def of(self, session_id: str) -> tuple[Transfer, ...]:
        """What was ordered of a session in this run, in that order."""
        return tuple(self._transfers.get(session_id, {}).values())

    def busy(self, session_id: str) -> bool:
        """True while something still comes."""
        return self._tasks.running(_task(session_id))

    def order(
        self, session: Session, names: Sequence[str], folder: Path, sizes: Mapping[str, int]
    ) -> None:
        """Fetch `names` into `folder`, after what was ordered before; `sizes` are bytes, if known.

        What is whole already is not fetched again, and what is here in part goes on there.
        """
        known = self._transfers.setdefault(session.id, {})
        for name in names:
            if name not in known or known[name].stage not in OPEN:
                known.pop(name, None)
                target = _free_target(folder / local_name(name), known.values())
                known[name] = Transfer(name, target, size=sizes.get(name, 0))
        self.changed.emit(session.id)
        if not self.busy(session.id):
            self._tasks.start(_task(session.id), self._work(session))

    async def ended(self, session_id: str) -> None:
        """Return when nothing comes any more."""
        await self._tasks.ended(_task(session_id))

    def cancel(self, session_id: str) -> None:
        """Let nothing more come; what is here stays, and an order goes on there."""
        self._tasks.cancel(_task(session_id))
        for each in self.of(session_id):
            if each.stage in OPEN:
                self._transfers[session_id][each.name] = replace(each, stage=Stage.CANCELLED)
        self.changed.emit(session_id)

    def forget(self, session_id: str) -> None:
        """Show what has ended no more; the files stay."""
        left = {each.name: each for each in self.of(session_id) if each.stage in OPEN}
        self._transfers[session_id] = left
        self.changed.emit(session_id)

    # --- the work -------------------------------------------------------------------------

    async def _work(self, session: Session) -> None:
        while self._first_waiting(session.id) is not None:  # more may be ordered meanwhile
            await self._batch(session)

    async def _batch(self, session: Session) -> None:
        try:
            bucket = await self._open_bucket(session)
        except (BucketError, VaultError, LookupError) as error:
            self._fail_all(session.id, str(error))
            return
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(AT_ONCE):
                    group.create_task(self._take(session.id, bucket))
        finally:
            await bucket.close()

    async def _take(self, session_id: str, bucket: Bucket) -> None:
        while (waiting := self._first_waiting(session_id)) is not None:
            self._set(session_id, replace(waiting, stage=Stage.RUNNING))
            try:
                await asyncio.to_thread(_make_room, self.of(session_id), waiting.target.parent)
                got = await self._fetch(session_id, bucket, waiting)
            except (BucketError, OSError) as error:
                failed = replace(
                    self._now(session_id, waiting), stage=Stage.FAILED, why=_why(error)
                )
                self._set(session_id, failed)
            else:
                self._set(
                    session_id,
                    replace(
                        waiting,
                        stage=Stage.DONE,
                        done=got.size,
                        size=got.size,
                        sha256=got.sha256,
                        proved=got.proved,
                    ),
                )

    async def _fetch(self, session_id: str, bucket: Bucket, wanted: Transfer) -> Downloaded:
        def tell(done: int, size: int) -> None:
            now = self._now(session_id, wanted)
            if now.stage is Stage.RUNNING:
                self._set(session_id, replace(now, done=done, size=size))

        for pause in TRIES_AGAIN:
            try:
                return await download(bucket, wanted.name, wanted.target, tell)
            except NoRouteError:
                await self._clock.sleep(pause)
        return await download(bucket, wanted.name, wanted.target, tell)

    def _first_waiting(self, session_id: str) -> Transfer | None:
        known = self._transfers[session_id].values()
        return next((each for each in known if each.stage is Stage.WAITING), None)

    def _now(self, session_id: str, transfer: Transfer) -> Transfer:
        return self._transfers[session_id].get(transfer.name, transfer)

    def _set(self, session_id: str, transfer: Transfer) -> None:
        self._transfers[session_id][transfer.name] = transfer
        self.changed.emit(session_id)

    def _fail_all(self, session_id: str, why: str) -> None:
        for each in self.of(session_id):
            if each.stage in OPEN:
                failed = replace(each, stage=Stage.FAILED, why=why)
                self._transfers[session_id][each.name] = failed
        self.changed.emit(session_id)


def local_name(name: str, *, windows: bool = os.name == "nt") -> str:
    """The name of a file of a bucket in a folder of this machine; never one that leads elsewhere.

    Nearly always `name` itself; a channel name may hold what Windows takes in no name.
    """
    base = re.sub(r"[\x00-\x1f\\]", "-", name.rpartition("/")[2])
    if windows:
        base = re.sub(r'[<>:"|?*]', "-", base).rstrip(". ")
        base = f"-{base}" if _RESERVED.fullmatch(base) else base
    return base if base.strip(".") else f"-{base}"


def _free_target(wanted: Path, others: Iterable[Transfer]) -> Path:
    """`wanted`, or with a number where another object of the recording goes to that very file."""
    taken = {str(each.target).casefold() for each in others}  # there are disks that know no case
    target, number = wanted, 2
    while str(target).casefold() in taken:
        target = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return target


def _why(error: Exception) -> str:
    """What failed, as a sentence; the words of a system alone tell of nothing to be done."""
    if isinstance(error, OSError) and error.strerror:
        return f"The folder cannot be written: {error.strerror}. Choose another folder."
    return str(error)


def _make_room(transfers: Sequence[Transfer], folder: Path) -> None:
    """Raise OSError with a sentence where not all of what still comes fits onto the disk."""
    folder.mkdir(parents=True, exist_ok=True)
    open_ = (each for each in transfers if each.stage in OPEN and each.target.parent == folder)
    needed = sum(max(0, each.size - each.done - _part(each)) for each in open_)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise OSError(
            f"The files need {needed} bytes and the disk has {free} left. "
            "Make room, or choose another folder."
        )


def _part(transfer: Transfer) -> int:
    """Bytes that an earlier download left."""
    part = transfer.target.with_name(transfer.target.name + ".part")
    return part.stat().st_size if part.exists() and not transfer.done else 0


def _task(session_id: str) -> str:
    return f"download:{session_id}"
