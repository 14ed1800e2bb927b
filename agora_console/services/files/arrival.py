"""Arrival: looks into the bucket after a recording has ended, and again until all is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from agora_console.bucket.errors import BucketError
from agora_console.bucket.store import Bucket, StoredObject
from agora_console.domain.evidence.facts import BucketSeen
from agora_console.domain.files.arrival import judge_arrival, not_looked, playlists_to_read
from agora_console.domain.files.file_names import classify
from agora_console.domain.files.playlist import MOST_BYTES, Playlist, read_playlist
from agora_console.domain.files.rows import Looked
from agora_console.domain.files.verdict import Arrival, Verdict
from agora_console.domain.session import Session
from agora_console.domain.slices import GivingWay
from agora_console.services.clock import Clock
from agora_console.services.events import Event
from agora_console.services.sessions.book import Book
from agora_console.services.tasks import Tasks
from agora_console.vault.errors import VaultError

LOOKS = (2.0, 60.0, 300.0, 900.0, 3600.0)
"""Seconds after the end at which the bucket is looked into, until everything is there."""

TOO_OLD = 24 * 3600.0
"""Seconds after the end from which on nobody looks by himself any more."""

MOST_PLAYLISTS = 500
"""Playlists of one recording that are read: 17 people with two tracks, moved a dozen times."""

OpenBucket = Callable[[Session], Awaitable[Bucket]]
"""Opens the folder of a session; raises BucketError, VaultError or LookupError with a sentence."""


class Arrivals:
    """Looks whether the files of ended recordings arrived. `found` tells a session id."""

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        open_bucket: OpenBucket,
        can_look: Callable[[Session], bool],
    ) -> None:
        self.found: Event[str] = Event()
        self._book = book
        self._clock = clock
        self._tasks = tasks
        self._open_bucket = open_bucket
        self._can_look = can_look
        self._seen: dict[str, Looked] = {}

    def follow(self) -> None:
        """Look by itself from now on, at what ends and at what has ended in the last day."""
        self._book.changed.subscribe(self._on_changed)
        for session in self._book.sessions():
            self._on_changed(session)

    def looked(self, session_id: str) -> Looked | None:
        """What the last look of this run saw; None before one. The same until the next look."""
        return self._seen.get(session_id)

    def looking(self, session_id: str) -> bool:
        """True while somebody looks because of an order."""
        return self._tasks.running(f"look:{session_id}")

    def look_now(self, session_id: str) -> None:
        """Look at once; one look is not doubled."""
        if not self.looking(session_id):
            self._tasks.start(f"look:{session_id}", self.look(session_id))

    async def look(self, session_id: str) -> Arrival:
        """Look once, write the verdict down and return it; only JournalError is raised."""
        session = self._book[session_id]
        try:
            arrival = await self._look(session)
        except (BucketError, VaultError, LookupError) as error:
            arrival = not_looked(self._clock.now(), str(error))
        await self._book.apply(session_id, BucketSeen(self._clock.now(), arrival))
        await self._book.remark(
            session_id,
            "bucket",
            f"Bucket: {arrival.verdict.value.upper()}. {arrival.sentence}",
            arrival.model_dump(mode="json"),
        )
        self.found.emit(session_id)
        return arrival

    # --- by itself ------------------------------------------------------------------------

    def _on_changed(self, session: Session) -> None:
        name = f"arrival:{session.id}"
        if self._tasks.closed or self._tasks.running(name) or not self._due(session):
            return
        self._tasks.start(name, self._follow(session.id))

    def _due(self, session: Session) -> bool:
        """Whether a session may have files that nobody has found yet."""
        if not (session.over and session.sid and session.confirmed_at and session.ended_at):
            return False
        seen = session.arrival
        done = seen is not None and (
            seen.verdict is Verdict.SAFE or seen.at >= session.ended_at + LOOKS[-1]
        )
        old = self._clock.now() - session.ended_at > TOO_OLD
        return not done and not old and self._can_look(session)

    async def _follow(self, session_id: str) -> None:
        while (due := self._next(session_id)) is not None:
            await self._clock.sleep(max(0.0, due - self._clock.now()))
            arrival = await self.look(session_id)
            if arrival.verdict is Verdict.SAFE:
                return

    def _next(self, session_id: str) -> float | None:
        """When the next look is due; looks that were missed are one."""
        session = self._book[session_id]
        if not self._due(session):
            return None
        seen = session.arrival.at if session.arrival else 0.0
        looks = [(session.ended_at or 0.0) + each for each in LOOKS]
        left = [each for each in looks if each > seen]
        missed = [each for each in left if each <= self._clock.now()]
        return next(iter(missed[-1:] or left), None)

    # --- one look -------------------------------------------------------------------------

    async def _look(self, session: Session) -> Arrival:
        bucket = await self._open_bucket(session)
        try:
            return await self._judge(session, bucket)
        finally:
            await bucket.close()

    async def _judge(self, session: Session, bucket: Bucket) -> Arrival:
        if not session.sid:
            return not_looked(self._clock.now(), "Without a sid no file can be told from others.")
        plain = await bucket.list(session.sid)
        moved = await bucket.list("bak")
        if not (plain.complete and moved.complete):
            return not_looked(self._clock.now(), "There are more files than are read at once.")
        listed = (*plain.objects, *moved.objects)
        objects = await asyncio.to_thread(_of_session, session, listed)
        sizes = {name: each.size for name, each in objects.items()}
        self._seen[session.id] = Looked(sizes)
        names = playlists_to_read(objects, session)
        if len(names) > MOST_PLAYLISTS:
            return not_looked(self._clock.now(), f"There are {len(names)} playlists.")
        playlists = {name: await self._playlist(bucket, objects[name]) for name in names}
        named = await asyncio.to_thread(_named, list(playlists.values()))
        self._seen[session.id] = Looked(sizes, named)
        return await asyncio.to_thread(
            judge_arrival, session, sizes, playlists, self._clock.now(), GivingWay()
        )

    async def _playlist(self, bucket: Bucket, stored: StoredObject) -> Playlist | None:
        if not 0 < stored.size <= MOST_BYTES:
            return None
        data = await bucket.read(stored.name, 0, stored.size)
        text = data.decode("utf-8", "replace")
        return await asyncio.to_thread(read_playlist, text, stored.name)


def _of_session(session: Session, listed: Iterable[StoredObject]) -> dict[str, StoredObject]:
    """What belongs to a recording, by name; in a thread, as there may be 100 000."""
    return {
        each.name: each
        for each in map(GivingWay(), listed)
        if "/" not in each.name and classify(each.name, session.sid, session.cname, session.mode)
    }


def _named(playlists: Iterable[Playlist | None]) -> frozenset[str]:
    read = [each for each in playlists if each is not None]
    segments = (segment.name for each in read for segment in each.segments)
    return frozenset((*segments, *(child for each in read for child in each.children)))
