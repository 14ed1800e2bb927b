"""Old sessions leave the journal piece by piece, with all of theirs, and the file shrinks."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.retention import DAY
from agora_console.domain.session import FileEntry, Phase, Session
from agora_console.journal.entries import Entry
from agora_console.journal.errors import JournalError
from agora_console.journal.writer import AsyncJournal
from agora_console.services.sessions.book import Book
from agora_console.services.sessions.retention import EVERY, Retention
from tests.support.sessions import make_session
from tests.unit.services.bench import StillClock

NOW = 1_000 * DAY
FILES = tuple(FileEntry(file_name=f"sid_town-hall_{number}.ts") for number in range(3))


def session(name: str, days: float, **changes: Any) -> Session:
    ended = NOW - days * DAY
    values: dict[str, Any] = {
        "id": name,
        "phase": Phase.ENDED,
        "over": True,
        "since": ended,
        "ended_at": ended,
        "files": FILES,
    }
    return make_session(**{**values, **changes})


@asynccontextmanager
async def shelf(folder: Path, *sessions: Session, days: int = 90) -> AsyncIterator[Shelf]:
    journal = await AsyncJournal.open(folder / "journal.sqlite3")
    try:
        for each in sessions:
            await journal.save(each)
            for number in range(40):
                detail = {"reply": "x" * 900}
                await journal.append(
                    Entry(each.id, float(number), "request", "console", "query", detail)
                )
        book = Book(journal, StillClock(NOW))
        await book.load()
        yield Shelf(journal, book, Retention(book, journal, StillClock(NOW), lambda: days))
    finally:
        await journal.close()


class Shelf:
    def __init__(self, journal: AsyncJournal, book: Book, retention: Retention) -> None:
        self.journal = journal
        self.book = book
        self.retention = retention

    def count(self, table: str) -> int:
        with closing(sqlite3.connect(self.journal.path)) as db:
            return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def pages(self) -> int:
        with closing(sqlite3.connect(self.journal.path)) as db:
            return int(db.execute("PRAGMA page_count").fetchone()[0])


async def test_an_old_session_goes_with_its_files_and_its_time_line(tmp_path: Path) -> None:
    async with shelf(tmp_path, session("old", 91), session("new", 1)) as it:
        removed: list[str] = []
        it.book.removed.subscribe(removed.append)
        assert await it.retention.look() == 1
        assert removed == ["old"]
        assert [each.id for each in it.book.sessions()] == ["new"]
        assert [each.id for each in await it.journal.sessions()] == ["new"]
        assert (it.count("file"), it.count("entry")) == (3, 40)


@pytest.mark.parametrize("phase", list(Phase))
async def test_what_may_still_record_stays_and_the_journal_itself_refuses(
    phase: Phase, tmp_path: Path
) -> None:
    open_one = session("open", 999, phase=phase, over=False)
    async with shelf(tmp_path, open_one, session("new", 0)) as it:
        assert await it.retention.look() == 0
        with pytest.raises(JournalError):
            await it.book.remove("open")
        assert it.book.get("open") is not None
        assert (it.count("session"), it.count("entry")) == (2, 80)


async def test_the_file_becomes_smaller(tmp_path: Path) -> None:
    old = [session(f"old-{number}", 100 + number) for number in range(40)]
    async with shelf(tmp_path, *old, session("new", 0)) as it:
        before = it.pages()
        assert await it.retention.look() == 40
        assert it.pages() < before / 2


async def test_zero_days_keep_everything(tmp_path: Path) -> None:
    async with shelf(tmp_path, session("old", 999), session("new", 0), days=0) as it:
        assert await it.retention.look() == 0


async def test_a_journal_that_cannot_be_written_is_tried_again_the_next_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shelf(tmp_path, session("old", 91), session("new", 0)) as it:
        remove = it.journal.remove

        async def full(session_id: str) -> None:
            raise JournalError("The disk is full.")

        monkeypatch.setattr(it.journal, "remove", full)
        went = asyncio.Event()
        it.book.removed.subscribe(lambda _: went.set())

        class NextDay(StillClock):
            async def sleep(self, seconds: float) -> None:
                if seconds == EVERY:
                    monkeypatch.setattr(it.journal, "remove", remove)
                await super().sleep(seconds)

        days = asyncio.ensure_future(Retention(it.book, it.journal, NextDay(NOW), lambda: 90).run())
        await went.wait()
        days.cancel()
        await asyncio.wait({days})
        assert it.book.get("old") is None
