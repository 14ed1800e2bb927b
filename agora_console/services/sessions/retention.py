"""Retention: what ended long ago leaves the journal, piece by piece, while everything else goes on.

The journal has one worker for all writing, and a stop may be waiting for it. So each session is a
piece of its own, and so are a few hundred pages of the file that becomes smaller.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from agora_console.domain.retention import may_go
from agora_console.journal.errors import JournalError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book

log = logging.getLogger(__name__)

EVERY = 24 * 3600.0
"""Seconds between two looks of a console that runs for long."""

BREATH = 0.05
"""Seconds between two pieces."""


class Retention:
    """Removes what has been over for longer than `days` says at each look; 0 keeps everything."""

    def __init__(
        self, book: Book, journal: AsyncJournal, clock: Clock, days: Callable[[], int]
    ) -> None:
        self._book = book
        self._journal = journal
        self._clock = clock
        self._days = days

    async def run(self) -> None:
        """Look now and every day, for as long as the console runs."""
        while True:
            try:
                await self.look()
            except JournalError as error:  # the journal says that itself where it matters
                log.info("Old sessions stay in the journal for now: %s", error)
            await self._clock.sleep(EVERY)

    async def look(self) -> int:
        """Remove what may go, and give the room back; how many sessions went."""
        days = self._days()
        old = may_go(self._book.sessions(), days, self._clock.now())
        for session in old:
            await self._book.remove(session.id)
            await self._clock.sleep(BREATH)
        while await self._journal.shrink():
            await self._clock.sleep(BREATH)
        if old:
            log.info("%d sessions left the journal after %d days", len(old), days)
        return len(old)
