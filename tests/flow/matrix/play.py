"""One story: a recording into which one fault strikes, watched from both sides."""

from __future__ import annotations

import asyncio
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.services.values import Exchange
from agora_console.simulator.faults import KINDS, Effect, Kind
from tests.flow.stage import Stage, stage

SPEED = 20.0
"""Seconds of the story in a real one: slower than elsewhere, as many stories share a processor."""

STORY = 45.0
"""Seconds of real time, at most, that a story may take: more is a hang."""

AT_ONCE = 24
"""Stories at a time."""

ENOUGH = 3
"""How often a fault that stays has to be met, where the console would go on for ever."""

MOMENTS = ("start", "running", "stopping")
"""Before the confirmation; while it records; when the stop is accepted and the end not known."""

LAYOUT = {"mixedVideoLayout": 2, "maxResolutionUid": "1001"}
SUBSCRIPTION = {"streamSubscribe": {"audioUidList": {"subscribeAudioUids": ["101"]}}}

CALM = frozenset({Phase.RECORDING, Phase.FAILED, Phase.UNKNOWN, Phase.STOPPING})
"""Phases in which a person would stop; before, it is not known what there is to stop."""

WORDS = {
    "STARTED, NOT CONFIRMED": "STARTED",
    "UNKNOWN, MAY RECORD": "UNKNOWN",
    "UNKNOWN, MAY STILL RECORD": "UNKNOWN",
    "FILES LISTED": "LISTED",
    "IN AGORA BACKUP": "BACKUP",
    "NOTHING RECORDED": "NOTHING",
    "RUNNING, OUT OF REACH": "OUT OF REACH",
}
"""Short forms of the words on the chip."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A fault, the method that it strikes, empty for none, when, and whether it stays."""

    fault: str
    method: str
    moment: str
    stays: bool = False

    @property
    def kind(self) -> Kind:
        """The fault's row in the simulator's table."""
        return KINDS[self.fault]

    @property
    def spec(self) -> str:
        """The fault as the simulator takes it; what strikes at an age does so as soon as it can."""
        if self.kind.effect is Effect.STRIKE:
            return f"{self.fault}:{2 if self.moment == 'start' else 0}"
        parts = (self.fault, self.method, "always" if self.stays else "")
        return ":".join(filter(None, parts))

    def __str__(self) -> str:
        what = f"{self.fault} always" if self.stays else self.fault
        return " ".join(filter(None, (what, self.method, self.moment)))


@dataclass(slots=True)
class Seen:
    """What the console showed and did, and what was wrong with it.

    `calls` are the requests that came to Agora while the fault was on, `answers` the requests that
    are over, well or not.
    """

    words: str = ""
    sentences: list[str] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def says(self, fragment: str) -> bool:
        """Whether the fragment stood on the screen at any time."""
        return any(fragment in sentence for sentence in self.sentences)


class Witness:
    """Sees every change of one session, and compares it with what the simulator knows."""

    def __init__(self, it: Stage, seen: Seen) -> None:
        self._it = it
        self._seen = seen
        self._words: list[str] = []
        self._sid = ""
        it.console.recordings.changed.subscribe(self._on_changed)
        it.console.recordings.told.subscribe(self._on_told)
        it.console.recordings.exchanged.subscribe(self._on_exchanged)

    def _on_exchanged(self, exchange: Exchange) -> None:
        self._seen.answers[exchange.operation] += 1

    def _on_changed(self, session: Session) -> None:
        shown = look(session, self._it.console.clock.now())
        word = WORDS.get(shown.word, shown.word)
        self._words.append(word)
        self._seen.words = " ".join(name for name, _ in groupby(self._words))
        if shown.sentence not in self._seen.sentences:
            self._seen.sentences.append(shown.sentence)
        self._check(session, word)

    def _check(self, session: Session, word: str) -> None:
        """Nothing forgotten, nothing claimed that is not so."""
        recordings = list(self._it.simulator.recordings.values())
        if self._sid and session.sid != self._sid:
            self._blame(f"the sid {self._sid} is lost")
        self._sid = session.sid
        if len(recordings) > 1:
            self._blame("doubled")
        live = [each for each in recordings if each.ended_at is None]
        if session.over and live:
            self._blame(f"called {word} while it records")
        if word.startswith("REC") and session.last_status not in (4, 5):
            self._blame(f"called {word} at status {session.last_status}")

    def _blame(self, what: str) -> None:
        if what not in self._seen.faults:
            self._seen.faults.append(what)

    def _on_told(self, problem: Problem) -> None:
        self._seen.sentences.append(f"{problem.sentence} {problem.holds}".strip())


async def play(cell: Cell, *more: str) -> Seen:
    """Play the story of a cell to its end, with more faults if so."""
    seen = Seen()
    with tempfile.TemporaryDirectory(prefix="agora-matrix-") as folder:
        try:
            async with asyncio.timeout(STORY), stage(Path(folder), speed=SPEED) as it:
                await Story(it, cell, seen, (cell.spec, *more)).run()
        except TimeoutError:
            seen.faults.append("hangs")
    return seen


class Story:
    """Start, wait until the moment, let the fault strike, wait until it is over, stop."""

    def __init__(self, it: Stage, cell: Cell, seen: Seen, faults: tuple[str, ...]) -> None:
        self._it = it
        self._cell = cell
        self._seen = seen
        self._faults = faults
        self._id = ""

    async def run(self) -> None:
        cell, it = self._cell, self._it
        Witness(it, self._seen)
        before = await self._up_to_the_moment()
        if cell.moment != "start":
            self._switch_on()
        await self._strike(before)
        self._seen.calls = Counter(each.method for each in it.simulator.ledger.requests)
        if cell.kind.effect is not Effect.STANDING:
            it.simulator.remove_fault("*")
        await self._to_the_end()
        self._judge()

    async def _up_to_the_moment(self) -> Session:
        """Start, and go as far as the fault has to wait; the session as it is then."""
        cell, it = self._cell, self._it
        if cell.moment == "stopping":
            it.simulator.add_fault("unknow:stop:1")
        if cell.moment == "start":
            self._switch_on()
            if cell.method == "stop":  # so that there is nothing recorded yet, however late it is
                it.simulator.add_fault("never-ready")
        self._id = it.console.recordings.start(it.order())
        if cell.moment == "start":
            return it.session(self._id)
        await self._until(lambda session: session.confirmed_at is not None)
        if cell.moment == "stopping":
            it.console.recordings.stop(self._id)
            await self._until(lambda session: session.stop_accepted_at is not None)
            await self._ended("stop")
        return it.session(self._id)

    def _switch_on(self) -> None:
        for fault in self._faults:
            self._it.simulator.add_fault(fault)

    async def _strike(self, before: Session) -> None:
        """Do what calls the method, and wait for what comes of it."""
        recordings = self._it.console.recordings
        match self._cell.method:
            case "query":
                recordings.ask_now(self._id)
                await self._answered(before)
            case "update":
                await self._order("update", lambda: recordings.update(self._id, SUBSCRIPTION))
            case "updateLayout":
                await self._order("layout", lambda: recordings.update_layout(self._id, LAYOUT))
            case "stop":
                await self._order("stop", lambda: recordings.stop(self._id))
            case "acquire" | "start":
                await self._ended("start")
            case _:
                recordings.ask_now(self._id)
                await self._until(lambda session: self._is_shown(REACHED[self._cell.fault]))

    def _is_shown(self, reached: Mapping[str, str | tuple[str, ...]]) -> bool:
        """Whether the words, so far, are those after which the story may go on."""
        return self._seen.words.endswith(reached.get(self._cell.moment, ""))

    async def _order(self, task: str, order: Callable[[], None]) -> None:
        if self._cell.moment == "start":
            await self._until(lambda session: bool(session.sid))
        order()
        await self._ended(task)

    async def _answered(self, before: Session) -> None:
        """Wait until a query has been struck, and what it brought has been judged."""

        def judged(session: Session) -> bool:
            heard = (session.trouble_count, session.last_status_at, session.over)
            return heard != (before.trouble_count, before.last_status_at, before.over)

        await self._until(judged)
        if self._cell.stays:
            await self._until(lambda session: session.over or session.trouble_count > 1)
        elif self._cell.kind.times == 1:
            await self._until(lambda session: session.over or not session.trouble_count)

    async def _ended(self, task: str) -> None:
        """Wait until a task of the session has ended, or has met a fault that stays often enough.

        Start and stop do not give up while it is open what became of them.
        """
        tasks, session = self._it.console.tasks, self._it.session(self._id)
        while tasks.running(f"{task}:{session.id}") and self._met < ENOUGH:  # noqa: ASYNC110
            await asyncio.sleep(0.01)

    @property
    def _met(self) -> int:
        """How often a fault that stays has been met, where the console does not give up."""
        endless = self._cell.stays and self._cell.method in ("start", "stop")
        return self._seen.answers[self._cell.method] if endless else 0

    async def _to_the_end(self) -> None:
        """Without the fault: a start is settled, a recording confirmed and stopped."""
        recordings = self._it.console.recordings
        while self._it.console.tasks.running(f"start:{self._id}"):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        session = self._it.session(self._id)
        if session.stoppable and session.stop_accepted_at is None:
            session = await self._until(lambda each: each.over or each.phase in CALM)
            if not session.over:
                recordings.stop(self._id)
        if session.stoppable:
            await self._until(lambda each: each.over)
        await recordings.flushed()

    async def _until(self, fact: Callable[[Session], bool]) -> Session:
        return await self._it.until(self._id, fact, STORY)

    def _judge(self) -> None:
        ledger = self._it.simulator.ledger
        session = self._it.session(self._id)
        if ledger.doubled:
            self._seen.faults.append("doubled")
        # How soon a start follows its acquire is a matter of the machine, at forty times the speed.
        self._seen.faults += [
            f"{each.rule}: {each.detail}" for each in ledger.violations if each.rule != "late-start"
        ]
        for recording in ledger.recordings:
            if recording.sid != session.sid and not self._seen.says("its sid is not known"):
                self._seen.faults.append("a sid was lost, and nothing said")


REACHED: dict[str, dict[str, str | tuple[str, ...]]] = {
    "failover": {"start": "STARTED REC", "running": "UNKNOWN REC"},
    "gone": {"start": "FAILED", "running": "UNKNOWN ENDED"},
    "abnormal": {"start": "FAILED", "running": "FAILED"},
    "kicked": {"start": "FAILED", "running": "UNKNOWN ENDED"},
    "idle-exit": {"start": ("ENDED", "FAILED"), "running": "ENDED"},
    "never-ready": {"start": "FAILED", "running": "REC"},
    "long-four": {"start": "REC REC !", "running": "REC"},
    "backup": {"start": "REC", "running": "REC"},
    "upload-timeout": {"start": "REC", "running": "REC"},
    "snapshots-black": {"start": "REC", "running": "REC"},
    "snapshots-frozen": {"start": "REC", "running": "REC"},
}
"""What has to be shown of a fault that strikes by itself, before the story goes on."""

STAYING = ("lost-reply", "drop", "error-502", "not-completed", "rate-limit", "garbage")
"""Faults that are also tried for good: one of each sort that is otherwise gone after once."""


def cells() -> list[Cell]:
    """Every fault in every method that it concerns, at every moment."""
    found = []
    for kind in KINDS.values():
        by_itself = kind.effect in (Effect.STRIKE, Effect.STANDING)
        for method in ("",) if by_itself else kind.methods:
            for moment in MOMENTS:
                found.append(Cell(kind.name, method, moment))
                if kind.name in STAYING:
                    found.append(Cell(kind.name, method, moment, stays=True))
    return found


def called(cell: Cell) -> bool:
    """Whether the method is called at all at that moment."""
    return cell.moment == "start" or cell.method not in ("acquire", "start")


async def play_all(wanted: Sequence[Cell]) -> dict[Cell, Seen]:
    """Play many stories at a time, in one loop; where nothing can strike, one for all."""
    turn = asyncio.Semaphore(AT_ONCE)
    quiet: dict[str, asyncio.Task[Seen]] = {}
    idle = [each.spec for each in wanted if not called(each)]

    async def one(cell: Cell) -> tuple[Cell, Seen]:
        if not called(cell):
            if cell.moment not in quiet:
                quiet[cell.moment] = asyncio.create_task(play(cell, *idle))
            return cell, await quiet[cell.moment]
        async with turn:
            return cell, await play(cell)

    return dict(await asyncio.gather(*(one(cell) for cell in wanted)))
