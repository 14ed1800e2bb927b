"""Backlog: what the journal could not take, kept in memory until it can.

A full disk keeps nothing from being known and nobody from stopping a recording.
"""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import replace

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError, SecretRefusedError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.events import Event

log = logging.getLogger(__name__)

MOST_LINES = 10_000
"""Lines of time lines that wait; beyond them the oldest are lost."""

WRITE_AGAIN = 5.0
"""Seconds between two attempts to write what waits."""

MENDED = Problem(
    "The journal can be written again. What happened meanwhile is in it.",
    Severity.NOTE,
    rule="journal",
)


class Backlog:
    """Writes to the journal, and keeps what it does not take for `catch_up`.

    `trouble` tells that something has to wait now, and why; `mended` that nothing does any more.
    `save` and `append` raise SecretRefusedError: what may not be written has nothing to wait for.
    """

    def __init__(self, journal: AsyncJournal) -> None:
        self.trouble: Event[JournalError] = Event()
        self.mended: Event[None] = Event()
        self._journal = journal
        self._troubled = False
        # Also what is just being written: whoever waits for it may be cancelled.
        self._sessions: dict[str, Session] = {}
        self._lines: deque[Entry] = deque(maxlen=MOST_LINES)

    def holds(self, session_id: str) -> bool:
        """Whether a session has to wait, and is newer here than on the disk."""
        return self._troubled and session_id in self._sessions

    async def save(self, session: Session, *lines: Entry, may_wait: bool = True) -> None:
        """Write a session with lines of its time line, now or later.

        Raises JournalError, and keeps nothing, for one that may not wait.
        """
        before = self._sessions.get(session.id)
        self._sessions[session.id] = session
        try:
            await self._journal.save(session, *lines)
        except JournalError as error:
            if may_wait and not isinstance(error, SecretRefusedError):
                self._wait(error, *lines)
                return
            self._forget(session)
            if before is not None:
                self._sessions.setdefault(session.id, before)
            raise
        self._forget(session)

    async def append(self, line: Entry) -> None:
        """Write a line, now or later."""
        try:
            await self._journal.append(line)
        except SecretRefusedError:
            raise
        except JournalError as error:
            self._wait(error, line)

    async def catch_up(self) -> bool:
        """Write what waits; True when nothing is left."""
        try:
            while self._sessions:
                await self._save_waiting(next(iter(self._sessions.values())))
            while self._lines:
                await self._journal.append(self._lines[0])
                self._lines.popleft()
        except JournalError:
            return False
        if self._troubled:
            self._troubled = False
            self.mended.emit(None)
        return True

    async def _save_waiting(self, session: Session) -> None:
        try:
            await self._journal.save(session)
        except SecretRefusedError as error:
            log.error("A session that waited cannot be written down: %s", error)
        self._forget(session)

    def _wait(self, error: JournalError, *lines: Entry) -> None:
        self._lines.extend(lines)
        if not self._troubled:
            self._troubled = True
            self.trouble.emit(error)

    def _forget(self, session: Session) -> None:
        """Drop a session that is on the disk, unless it has become newer meanwhile."""
        if self._sessions.get(session.id) is session:
            del self._sessions[session.id]


def trouble(error: JournalError) -> Problem:
    """What a person must know while something waits."""
    holds = (
        "Recordings go on and can be stopped. What happens is kept in memory, and written as soon "
        "as that is possible: do not close this console before."
    )
    return replace(error.problem, holds=holds)


def unwritten_ids(session: Session) -> Problem:
    """What a person must know of a recording whose ids are in memory alone."""
    return Problem(
        f"The ids of {session.cname} are not on the disk yet.",
        rule=f"session:{session.id}",
        holds=f"This console knows them: resourceId {session.resource_id}, sid {session.sid}.",
        action="Note both until the journal can be written; after a crash, nothing else stops this "
        "recording.",
    )
