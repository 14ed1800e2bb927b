"""What the console says and does when its disk is full, read-only, slow, damaged, or not its own.

Nothing that depends on an unwritten id is sent, nothing that was learned is forgotten, a recording
can always be stopped, and once the disk is back the journal knows everything.
"""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.journal.entries import Entry
from agora_console.journal.store import Journal
from agora_console.services.clock import FastClock
from agora_console.services.console import Console
from agora_console.services.sessions.backlog import MENDED
from agora_console.services.start.orders import RefusedError
from agora_console.simulator import Simulator
from agora_console.simulator.answers import Answer
from agora_console.simulator.request import Request
from tests.flow.stage import SPEED, Stage, console_on

HOUR = 3600.0

Trouble = Callable[[Stage], AbstractContextManager[None]]


@contextmanager
def full_disk(it: Stage) -> Iterator[None]:
    """No file of this process may grow beyond the journal's log: what a full disk does to it."""
    import resource

    log = journal_of(it.console).with_name("journal.sqlite3-wal")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only_disk(it: Stage) -> Iterator[None]:
    """The journal refuses every write, as on a file system that is mounted read-only meanwhile."""
    journal = it.console._journal

    def switch(value: str) -> None:
        assert journal._journal is not None
        execute = journal._journal._db.execute
        journal._worker.submit(execute, f"PRAGMA query_only = {value}").result(timeout=10)

    switch("ON")
    try:
        yield
    finally:
        switch("OFF")


POSIX = pytest.mark.skipif(os.name != "posix", reason="file size limits of POSIX")

TROUBLES = [
    pytest.param(full_disk, "the disk is full, failing or gone", id="full", marks=POSIX),
    pytest.param(read_only_disk, "cannot be written", id="read-only"),
]


def journal_of(console: Console) -> Path:
    return console.folder / "journal.sqlite3"


@asynccontextmanager
async def room(folder: Path) -> AsyncIterator[Stage]:
    """A stage whose Agora writes no files: they would be bounded too."""
    async with (
        Simulator(speed=SPEED, seed=1) as simulator,
        console_on(simulator, folder / "data") as console,
    ):
        yield Stage(simulator, console)


class Listener:
    """What a person is told."""

    def __init__(self, console: Console) -> None:
        self.problems: list[Problem] = []
        self._came = asyncio.Event()
        console.recordings.told.subscribe(self._on_told)

    def _on_told(self, problem: Problem) -> None:
        self.problems.append(problem)
        self._came.set()

    def text(self) -> str:
        """All of it."""
        parts = [(each.sentence, each.holds, each.action) for each in self.problems]
        return "\n".join(" ".join(part) for part in parts)

    async def hears(self, words: str) -> Problem:
        """The first problem with these words, as soon as it is told."""
        async with asyncio.timeout(20):
            while True:
                for problem in self.problems:
                    if words in " ".join((problem.sentence, problem.holds, problem.action)):
                        return problem
                self._came.clear()
                await self._came.wait()


async def asked_again(it: Stage, session_id: str) -> Session:
    """The session after one more question."""
    before = it.session(session_id).last_status_at or 0.0
    it.console.recordings.ask_now(session_id)
    return await it.until(session_id, lambda each: (each.last_status_at or 0.0) > before)


def on_disk(console: Console) -> list[Session]:
    """What a console that came now would find: the journal is read beside its owner."""
    beside = Journal.open(journal_of(console))
    try:
        return beside.sessions()
    finally:
        beside.close()


# --- full, or read-only, in the middle -------------------------------------------------------


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
async def test_a_recording_is_watched_and_stopped_though_nothing_can_be_written(
    trouble: Trouble, words: str, tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        told = Listener(it.console)
        with trouble(it):
            await asked_again(it, session.id)
            await told.hears(words)
            it.console.recordings.stop(session.id)
            session = await it.until(session.id, lambda each: each.over)
            assert it.simulator.recordings[session.sid].ended_at is not None
            assert session.phase is Phase.FILES_LISTED
            assert words in it.console.health.journal
            (kept,) = on_disk(it.console)
            assert not kept.over
        assert (await told.hears(MENDED.sentence)).severity is Severity.NOTE
        (kept,) = on_disk(it.console)
        assert kept.over
        assert kept.files == session.files
        assert it.console.health.journal == "Journal saved"
        assert sum(words in problem.sentence for problem in told.problems) == 1, told.text()


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
async def test_the_time_line_of_bad_times_is_complete_when_the_disk_is_back(
    trouble: Trouble, words: str, tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        told = Listener(it.console)
        with trouble(it):
            it.console.recordings.stop(session.id)
            await it.until(session.id, lambda each: each.over)
            await told.hears(words)
        await told.hears(MENDED.sentence)
        await it.console.recordings.flushed()
        lines = await it.console.recordings.entries(session.id)
        assert "Stop ordered." in [line.text for line in lines]
        assert "stop" in [line.detail.get("operation") for line in lines]
        assert "files_listed" in [line.detail.get("phase") for line in lines]


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
async def test_what_is_kept_is_written_at_the_latest_when_the_console_closes(
    trouble: Trouble, words: str, tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        told = Listener(it.console)
        with trouble(it):
            it.console.recordings.stop(session.id)
            await it.until(session.id, lambda each: each.over)
            await told.hears(words)
        await it.console.close()
        (kept,) = on_disk(it.console)
        assert kept.over


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
async def test_without_room_for_the_intent_nothing_is_sent(
    trouble: Trouble, words: str, tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        told = Listener(it.console)
        with trouble(it):
            it.console.recordings.start(it.order())
            problem = await told.hears(words)
            assert (
                "Start nothing until this is mended" in problem.action or trouble is not full_disk
            )
            assert it.console.recordings.sessions() == ()
            assert len(it.simulator.ledger.requests) == 0
        await it.confirmed()


def acquire_is_due(session: Session) -> bool:
    return session.phase is Phase.INTENT


def resource_is_due(session: Session) -> bool:
    return session.phase is Phase.STARTING


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
@pytest.mark.parametrize(("moment", "acquired"), [(acquire_is_due, 0), (resource_is_due, 1)])
async def test_what_a_start_needs_is_on_the_disk_first_or_it_is_not_sent(
    trouble: Trouble,
    words: str,
    moment: Callable[[Session], bool],
    acquired: int,
    tmp_path: Path,
) -> None:
    async with room(tmp_path) as it:
        told = Listener(it.console)
        async with Strike(it, trouble, moment):
            session_id = it.console.recordings.start(it.order())
            await told.hears(words)
            session = await it.until(session_id, lambda each: each.over)
            assert session.phase is Phase.FAILED
            assert "nothing was started" in session.cause
            assert it.ledger_calls("acquire") == acquired
            assert it.ledger_calls("start") == 0
        await it.console.close()
        async with console_on(it.simulator, tmp_path / "data") as console:
            (kept,) = console.recordings.sessions()
            assert kept.over
            assert kept.phase is Phase.FAILED
            assert it.simulator.recordings == {}


class Strike:
    """A trouble that begins as soon as a session is at a moment, and ends with the context."""

    def __init__(self, it: Stage, trouble: Trouble, moment: Callable[[Session], bool]) -> None:
        self._it = it
        self._trouble = trouble(it)
        self._moment = moment
        self._is_on = False

    async def __aenter__(self) -> None:
        self._leave = self._it.console.recordings.changed.subscribe(self._on_changed)

    async def __aexit__(self, *failure: object) -> None:
        self._leave()
        if self._is_on:
            self._trouble.__exit__(None, None, None)

    def _on_changed(self, session: Session) -> None:
        if not self._is_on and self._moment(session):
            self._is_on = True
            self._trouble.__enter__()


def sid_is_due(session: Session) -> bool:
    return session.start_sent_at is not None


@pytest.mark.parametrize(("trouble", "words"), TROUBLES)
async def test_a_sid_that_cannot_be_written_is_told_used_and_written_later(
    trouble: Trouble, words: str, tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        told = Listener(it.console)
        async with Strike(it, trouble, sid_is_due):
            session_id = it.console.recordings.start(it.order())
            problem = await told.hears("are not on the disk yet")
            session = await it.until(session_id, lambda each: each.confirmed_at is not None)
            assert problem.rule == f"session:{session_id}"
            assert f"sid {session.sid}" in problem.holds
            assert f"resourceId {session.resource_id}" in problem.holds
            (kept,) = on_disk(it.console)
            assert kept.sid == ""
        await told.hears(MENDED.sentence)
        (kept,) = on_disk(it.console)
        assert kept.sid == session.sid
        it.console.recordings.stop(session_id)
        await it.until(session_id, lambda each: each.over)
        assert len(it.simulator.recordings) == 1


# --- slow ------------------------------------------------------------------------------------


class SlowDisk:
    """Every write of a session waits until the loop has turned so and so often meanwhile."""

    TURNS = 20

    def __init__(self) -> None:
        self.writes = 0
        self.starved = 0
        self._turns = 0
        self._turned = threading.Condition()

    async def turn(self) -> None:
        """Count the turns of the loop, until cancelled."""
        while True:
            with self._turned:
                self._turns += 1
                self._turned.notify_all()
            await asyncio.sleep(0.001)

    def write(self) -> None:
        """Take time; in the thread of the journal."""
        with self._turned:
            wanted = self._turns + self.TURNS
            self.writes += 1
            self.starved += not self._turned.wait_for(lambda: self._turns >= wanted, timeout=5.0)


class Doorkeeper(Simulator):
    """Notes the methods of requests as they come, for any thread to read."""

    def __init__(self, **options: Any) -> None:
        self.came: list[str] = []
        super().__init__(**options)

    async def handle(self, request: Request) -> Answer | None:
        self.came.append(request.path.rsplit("/", 1)[-1])
        return await super().handle(request)


async def test_a_slow_disk_delays_what_depends_on_it_and_never_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk, simulator = SlowDisk(), Doorkeeper(speed=SPEED, seed=1)
    save = Journal.save
    too_early: list[str] = []

    def slowly(self: Journal, session: Session, *entries: Entry) -> None:
        disk.write()
        if not session.resource_id and "start" in simulator.came:
            too_early.append("start before the resourceId was on the disk")
        if session.phase is Phase.INTENT and "acquire" in simulator.came:
            too_early.append("acquire before the intent was on the disk")
        if session.start_sent_at is not None and not session.sid and "start" in simulator.came:
            too_early.append("start before the disk knew that it would be sent")
        save(self, session, *entries)

    monkeypatch.setattr(Journal, "save", slowly)
    turning = asyncio.ensure_future(disk.turn())
    async with simulator, console_on(simulator, tmp_path / "data") as console:
        it = Stage(simulator, console)
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        await it.until(session.id, lambda each: each.over)
    turning.cancel()
    assert disk.writes > 6
    assert disk.starved == 0
    assert too_early == []


# --- somebody else's -------------------------------------------------------------------------


async def test_a_second_console_shows_and_neither_asks_nor_orders(tmp_path: Path) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        async with console_on(it.simulator, tmp_path / "data") as second:
            sent: list[object] = []
            second.recordings.exchanged.subscribe(sent.append)
            (shown,) = second.recordings.sessions()
            assert shown.sid == session.sid
            assert look(shown, second.clock.now()).word == "REC"
            assert "Another Agora Console" in second.health.journal
            assert "This one only shows" in second.health.journal
            second.recordings.ask_now(session.id)
            with pytest.raises(RefusedError, match="only shows"):
                second.recordings.stop(session.id)
            with pytest.raises(RefusedError, match="only shows"):
                second.recordings.start(it.order(cname="elsewhere"))
            await asked_again(it, session.id)
            await asked_again(it, session.id)
            assert sent == []
        assert it.ledger_calls("stop") == 0
        it.console.recordings.stop(session.id)
        await it.until(session.id, lambda each: each.over)


# --- damaged ---------------------------------------------------------------------------------


def overwrite_the_header(file: Path) -> None:
    with file.open("rb+") as journal:
        journal.write(b"\0" * 100)


def cut_off_the_end(file: Path) -> None:
    os.truncate(file, file.stat().st_size * 2 // 3)


def is_kept(file: str) -> bool:
    return Path(file).is_file()


@pytest.mark.parametrize("damage", [overwrite_the_header, cut_off_the_end])
async def test_a_damaged_journal_gives_its_recordings_back(
    damage: Callable[[Path], None], tmp_path: Path
) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        await it.console.close()
        damage(journal_of(it.console))
        async with console_on(it.simulator, tmp_path / "data") as console:
            it.console = console
            (note,) = console.notes
            assert "The journal was damaged. Recovered: 1 sessions" in note.sentence
            assert "Recordings that run go on at Agora." in note.holds
            assert is_kept(note.action.rpartition(": ")[2])
            found = it.session(session.id)
            assert (found.sid, found.resource_id) == (session.sid, session.resource_id)
            console.recordings.stop(session.id)
            await it.until(session.id, lambda each: each.over)
            assert it.simulator.recordings[session.sid].ended_at is not None


# --- the clock -------------------------------------------------------------------------------


@pytest.mark.parametrize("jump", [-HOUR, HOUR], ids=["back", "forward"])
async def test_a_wall_clock_that_is_set_shortens_and_lengthens_nothing(
    jump: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    true_time = time.time
    async with room(tmp_path) as it:
        session = await it.confirmed()
        began = it.console.clock.now()
        monkeypatch.setattr(time, "time", lambda: true_time() + jump)
        it.simulator.add_fault("failover:0:40")
        it.console.recordings.ask_now(session.id)
        await it.until(session.id, lambda each: each.phase is Phase.UNKNOWN)
        session = await it.until(session.id, lambda each: each.phase is Phase.RECORDING)
        assert 0 < it.console.clock.now() - began < HOUR
        it.simulator.add_fault("gone:0")
        it.console.recordings.ask_now(session.id)
        session = await it.until(session.id, lambda each: each.missing_since is not None)
        session = await it.until(session.id, lambda each: each.over)
        assert session.phase is Phase.ENDED
        assert 90 <= (session.ended_at or 0) - (session.missing_since or 0) < 200


class BehindClock(FastClock):
    """A clock that was set back by an hour before the console was opened again."""

    def __init__(self, speed: float) -> None:
        super().__init__(speed)
        self._epoch -= HOUR


async def test_a_clock_that_was_set_back_between_two_runs_makes_nothing_younger(
    tmp_path: Path,
) -> None:
    async with room(tmp_path) as it:
        session = await it.confirmed()
        await it.console.close()
        with patch("tests.flow.stage.FastClock", BehindClock):
            async with console_on(it.simulator, tmp_path / "data") as console:
                it.console = console
                assert console.clock.now() >= (session.last_answer_at or 0)
                session = await asked_again(it, session.id)
                shown = look(session, console.clock.now())
                assert shown.word == "REC"
                console.recordings.stop(session.id)
                session = await it.until(session.id, lambda each: each.over)
                assert session.phase is Phase.FILES_LISTED
                assert (session.ended_at or 0) > (session.confirmed_at or 0)
