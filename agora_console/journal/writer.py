"""AsyncJournal: the journal on one worker thread, for any asyncio loop.

One thread means one order: what was handed over first is on the disk first.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError
from agora_console.journal.store import Journal

T = TypeVar("T")


class AsyncJournal:
    """The calls of Journal, awaitable; every one raises JournalError.

    Use `AsyncJournal.open`; one that was only made opens the file with the first call. What was
    handed over is written even when the task that waits for it is cancelled.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._journal: Journal | None = None
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._closed = False

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._path

    @property
    def read_only_reason(self) -> str:
        """Why nothing can be written, in a sentence; empty when it can, or before `open`."""
        return self._journal.read_only_reason if self._journal else ""

    @property
    def beside_owner(self) -> bool:
        """True when nothing can be written because another process owns the journal."""
        return self._journal is not None and self._journal.beside_owner

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What a person must be told of the opening."""
        return self._journal.notes if self._journal else ()

    @classmethod
    async def open(cls, path: Path) -> AsyncJournal:
        """The journal at `path`, opened; raises JournalError with the reason when it cannot be."""
        journal = cls(path)
        try:
            await journal._run(lambda opened: None)
        except BaseException:
            await journal.close()
            raise
        return journal

    def save(self, session: Session, *entries: Entry) -> asyncio.Future[None]:
        """`Journal.save`: handed over when it returns, on the disk when that is awaited."""
        return self._run(lambda journal: journal.save(session, *entries))

    async def append(self, entry: Entry) -> None:
        """`Journal.append`: on the disk when it returns."""
        await self._run(lambda journal: journal.append(entry))

    async def sessions(self) -> list[Session]:
        """`Journal.sessions`: every session with its files, oldest first."""
        return await self._run(lambda journal: journal.sessions())

    async def entries(self, session_id: str, limit: int = 500) -> list[Entry]:
        """`Journal.entries`: the time line of a session, newest first."""
        return await self._run(lambda journal: journal.entries(session_id, limit))

    async def remove(self, session_id: str) -> None:
        """`Journal.remove`: a session that is over is gone, and everything of it."""
        await self._run(lambda journal: journal.remove(session_id))

    async def shrink(self) -> bool:
        """`Journal.shrink`: the file is smaller; True when more can be given back."""
        return await self._run(lambda journal: journal.shrink())

    async def own(self) -> bool:
        """`Journal.own`: True when this journal is nobody else's any more."""
        return await self._run(lambda journal: journal.own())

    async def moved(self) -> bool:
        """`Journal.moved`: whether the owner has written since the last call."""
        return await self._run(lambda journal: journal.moved())

    async def close(self) -> None:
        """Write everything that was handed over, then close; harmless when done twice."""
        if self._closed:
            return
        self._closed = True
        last = self._worker.submit(self._shut)
        self._worker.shutdown(wait=False)
        await asyncio.shield(asyncio.wrap_future(last))
        self._worker.shutdown()  # its last work is done, so this takes no time

    def _run(self, work: Callable[[Journal], T]) -> asyncio.Future[T]:
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[T] = loop.create_future()
        if self._closed:
            _settle(outcome, _Failed(JournalError("The journal is closed.")))
        else:
            self._worker.submit(self._carry_out, work, loop, outcome)
        return outcome

    def _carry_out(
        self,
        work: Callable[[Journal], T],
        loop: asyncio.AbstractEventLoop,
        outcome: asyncio.Future[T],
    ) -> None:
        """On the worker: one call, and one message to the loop, on which a request may wait."""
        found: T | _Failed
        try:
            if self._journal is None:
                self._journal = Journal.open(self._path)
            found = work(self._journal)
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            found = _Failed(error)
        loop.call_soon_threadsafe(_settle, outcome, found)

    def _shut(self) -> None:
        if self._journal is not None:
            self._journal.close()


@dataclass(frozen=True, slots=True)
class _Failed:
    error: BaseException


def _settle(outcome: asyncio.Future[T], found: T | _Failed) -> None:
    """Whoever waited may have been cancelled; asyncio complains of failures that nobody saw."""
    if outcome.done():
        return
    if isinstance(found, _Failed):
        outcome.set_exception(found.error)
        outcome.exception()
    else:
        outcome.set_result(found)
