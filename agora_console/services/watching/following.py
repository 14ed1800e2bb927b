"""Following: a console beside the owner of its data folder shows what that one does.

When the owner ends, in order or by a crash, the operating system lets its lock go. Then this
console owns the folder: it watches and commands without a restart.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from agora_console.journal.errors import JournalError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book

log = logging.getLogger(__name__)

LOOK = 1.0
"""Seconds between two looks at the owner."""

LOOK_AFTER_TROUBLE = 10.0


class Follower:
    """Keeps `book` as the owner's journal is; `taken` is called once this console owns it."""

    def __init__(
        self, book: Book, journal: AsyncJournal, clock: Clock, taken: Callable[[], Awaitable[None]]
    ) -> None:
        self._book = book
        self._journal = journal
        self._clock = clock
        self._taken = taken

    async def run(self) -> None:
        """Return when this console owns the data folder, and works."""
        while not await self._look():
            await self._clock.sleep(LOOK)
        await self._taken()

    async def _look(self) -> bool:
        try:
            owned = await self._journal.own()
            if owned or await self._journal.moved():
                await self._book.load()
        except JournalError as error:
            log.info("The journal of the owner cannot be read for the moment: %s", error)
            await self._clock.sleep(LOOK_AFTER_TROUBLE)
            return False
        return owned
