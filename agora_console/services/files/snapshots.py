"""Snapshots: the pictures of a recording in its bucket, looked for while somebody looks at them.

Agora lists no snapshots, so the bucket is the only place that tells of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from agora_console.bucket.errors import BucketError, NotThereError
from agora_console.bucket.store import Bucket
from agora_console.domain.files.file_names import FileKind, classify
from agora_console.domain.session import Session
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.tasks import Tasks
from agora_console.vault.errors import VaultError

SHORTEST = 15.0
"""Seconds between two looks at least: a listing is a request that is paid for."""

MOST_BYTES = 8 * 1024 * 1024
"""Bytes of one picture at most."""

_TASK = "snapshots"


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of `uid`, taken at `at` seconds since the epoch; `size` in bytes."""

    name: str
    uid: str
    at: float
    size: int


def takes_snapshots(session: Session) -> bool:
    """Whether pictures were ordered."""
    return "snapshotConfig" in session.client_request


class Snapshots:
    """Looks for the pictures of one session at a time. `changed` tells its id."""

    def __init__(
        self,
        clock: Clock,
        tasks: Tasks,
        open_bucket: Callable[[Session], Awaitable[Bucket]],
        session_of: Callable[[str], Session | None],
    ) -> None:
        self.changed: Event[str] = Event()
        self._clock = clock
        self._tasks = tasks
        self._open_bucket = open_bucket
        self._session_of = session_of
        self._shots: dict[str, tuple[Shot, ...]] = {}
        self._trouble: dict[str, str] = {}
        self._bucket: Bucket | None = None

    def of(self, session_id: str) -> tuple[Shot, ...]:
        """What the last look found, oldest first."""
        return self._shots.get(session_id, ())

    def looked(self, session_id: str) -> bool:
        """Whether a look has told what is there, and be it nothing."""
        return session_id in self._shots

    def trouble(self, session_id: str) -> str:
        """Why nobody can look; empty while somebody can."""
        return self._trouble.get(session_id, "")

    def follow(self, session_id: str) -> None:
        """Look now, and again for every picture that is due while the recording runs."""
        self._tasks.start(_TASK, self._follow(session_id))

    def leave(self) -> None:
        """Look no more."""
        self._tasks.cancel(_TASK)

    async def fetch(self, shot: Shot) -> bytes:
        """The picture itself; only while its session is followed. Raises BucketError."""
        if self._bucket is None or not 0 < shot.size <= MOST_BYTES:
            raise NotThereError("The picture is empty, or too large to be one.")
        return await self._bucket.read(shot.name, 0, shot.size)

    async def _follow(self, session_id: str) -> None:
        session = self._session_of(session_id)
        if session is None or not session.sid:
            return
        try:
            bucket = await self._open_bucket(session)
        except (BucketError, VaultError, LookupError) as error:
            self._tell(session_id, str(error))
            return
        self._bucket = bucket
        try:
            while True:
                await self._look(bucket, session)
                session = self._session_of(session_id) or session
                await self._clock.sleep(_pause(session))
        finally:
            if self._bucket is bucket:
                self._bucket = None
            await bucket.close()

    async def _look(self, bucket: Bucket, session: Session) -> None:
        try:
            plain = await bucket.list(session.sid)
            moved = await bucket.list("bak")
        except BucketError as error:
            self._tell(session.id, str(error))
            return
        names = [(each.name, each.size) for each in (*plain.objects, *moved.objects)]
        found = _shots(names, session)
        if found != self._shots.get(session.id) or self._trouble.get(session.id):
            self._shots = {session.id: found}  # of one session at a time
            self._tell(session.id, "")

    def _tell(self, session_id: str, trouble: str) -> None:
        self._trouble[session_id] = trouble
        self.changed.emit(session_id)


def _shots(names: Sequence[tuple[str, int]], session: Session) -> tuple[Shot, ...]:
    shots = [
        Shot(name, said.uid, said.at, size)
        for name, size in names
        if "/" not in name
        and (said := classify(name, session.sid, session.cname, session.mode)) is not None
        and said.kind is FileKind.SNAPSHOT
        and said.at is not None
    ]
    return tuple(sorted(shots, key=lambda each: (each.at, each.name)))


def _pause(session: Session) -> float:
    """Until the next picture is due; an hour when there will be none."""
    if session.over:
        return 3600.0
    config = session.client_request.get("snapshotConfig")
    interval = config.get("captureInterval") if isinstance(config, dict) else None
    return max(SHORTEST, float(interval) if isinstance(interval, int) else 10.0)
