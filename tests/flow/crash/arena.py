"""An arena: one Agora and one nursery, both real processes, and a judge who trusts neither side.

The judge asks the simulator over HTTP what it records, and a new console on the dead one's data
folder what it knows of that.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import urllib.request
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import Any

from agora_console.arguments import Arguments
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.services.console import Console
from agora_console.services.opening import open_console
from tests.flow.crash.victim import IDLE, SPEED, Order
from tests.support.processes import end

PATIENCE = 20.0
"""Seconds of real time for which a fact is waited for."""

UNWRITTEN = "not written, not sent"
UNSTARTED = "closed: nothing was started"
STOPPED = "adopted and stopped"
FOUND_ENDED = "its end found out"
NO_SID = "runs, sid lost with the reply: said so"
"""What becomes of one recording whose console was killed."""


@dataclass(frozen=True, slots=True)
class Death:
    """How a victim ended: by a signal, or with an exit code; and what it had said by then.

    `lasted` is in seconds from its first step to its end.
    """

    code: int
    signal: int
    lasted: float
    said: str


class Arena:
    """Rounds of killing and looking; many may follow each other, one at a time."""

    def __init__(
        self,
        folder: Path,
        url: str,
        nursery: subprocess.Popen[str],
        keyring_deaths: Callable[[], int],
    ) -> None:
        self.url = url
        self.keyring_deaths = keyring_deaths
        self._folder = folder
        self._nursery = nursery
        self._numbers = count(1)
        self._template = self._new_folder()
        self._lives: dict[str, float] = {}

    def prepare(self) -> None:
        """Make the data folder of which every round gets a copy."""
        log = self._folder / "prepare.log"
        death = self._run(Order("prepare", str(self._template), str(log), url=self.url))
        assert (death.code, death.signal) == (0, 0), death.said

    async def life(self, run: str) -> float:
        """Seconds from the first step to the natural end of a victim that nobody kills."""
        if run not in self._lives:
            death = await self.kill(self.data_folder(), self.channel(), run)
            assert (death.code, death.signal) == (0, 0), death.said
            self._lives[run] = death.lasted
        return self._lives[run]

    def data_folder(self) -> Path:
        """A data folder in which nothing has happened yet."""
        folder = self._new_folder()
        unwanted = shutil.ignore_patterns("journal*")
        shutil.copytree(self._template, folder, dirs_exist_ok=True, ignore=unwanted)
        return folder

    async def kill(self, folder: Path, channel: str, run: str = "record", **trap: Any) -> Death:
        """Let a victim record `channel` in `folder` until the trap, or its own end."""
        log = folder / f"{channel}.log"
        order = Order(run, str(folder), str(log), channel=channel, uid=_uid(channel), **trap)
        return await asyncio.to_thread(self._run, order)

    def channel(self) -> str:
        """The name of a channel that no other round uses."""
        return f"show-{next(self._numbers)}"

    async def recordings(self, channel: str) -> list[dict[str, Any]]:
        """What the simulator has recorded, or records, in a channel."""
        found = await asyncio.to_thread(self._call, "recordings")
        return [each for each in found["recordings"] if each["cname"] == channel]

    async def empty(self, channel: str) -> None:
        """Let everybody leave a channel, so that a recording of it ends by itself."""
        await asyncio.to_thread(self._call, "channels", {"cname": channel, "people": 0})

    async def faults(self, add: Sequence[str] = (), remove: Sequence[str] = ()) -> None:
        """Switch faults on and off."""
        wanted = {"add": list(add), "remove": list(remove)}
        await asyncio.to_thread(self._call, "faults", wanted)

    def ledger(self) -> dict[str, Any]:
        """Everything that the simulator has seen."""
        found: dict[str, Any] = self._call("ledger")
        return found

    def _run(self, order: Order) -> Death:
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(json.dumps(asdict(order)) + "\n")
        self._nursery.stdin.flush()
        report = json.loads(self._nursery.stdout.readline())
        said = Path(order.log)
        return Death(**report, said=said.read_text("utf-8") if said.exists() else "")

    def _call(self, path: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(f"{self.url}/_sim/{path}", data, PATIENCE) as reply:
            return json.load(reply)

    def _new_folder(self) -> Path:
        folder = self._folder / f"data-{next(self._numbers)}"
        folder.mkdir(parents=True)
        return folder


def _uid(channel: str) -> str:
    """The recorder UID of a channel; its own, so that a stranger's recording would show."""
    return str(7000 + int(channel.rpartition("-")[2]))


@contextmanager
def arena(
    folder: Path, env: Mapping[str, str], keyring_deaths: Callable[[], int]
) -> Iterator[Arena]:
    """Start both processes; end both by their ids."""
    simulate = ["-m", "agora_console", "simulate", "--json", f"--speed={SPEED}"]
    with (
        _child(simulate, env) as simulator,
        _child(["-m", "tests.flow.crash.nursery"], env) as nursery,
    ):
        assert simulator.stdout is not None
        assert nursery.stdout is not None
        url = json.loads(simulator.stdout.readline())["url"]
        assert nursery.stdout.readline() == "ready\n"
        it = Arena(folder, url, nursery, keyring_deaths)
        it.prepare()
        yield it


@contextmanager
def _child(arguments: Sequence[str], env: Mapping[str, str]) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    command = [sys.executable, *arguments]
    with subprocess.Popen(command, env=dict(env), stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield process
        finally:
            end(process)  # type: ignore[arg-type]


async def in_turns(arenas: Sequence[Arena], rounds: Sequence[Callable[[Arena], Any]]) -> list[Any]:
    """Do every round once, each in whichever arena is free; the results, in no order.

    A round in which the keyring died is repeated: clients that are killed in the middle of a call
    can take that daemon with them, and what it is about is the console.
    """
    left = deque(rounds)
    results = []

    async def work(it: Arena) -> None:
        while left:
            round_ = left.popleft()
            deaths = it.keyring_deaths()
            try:
                results.append(await round_(it))
            except AssertionError:
                if await asyncio.to_thread(it.keyring_deaths) == deaths:
                    raise
                left.append(round_)

    async with asyncio.TaskGroup() as group:
        for it in arenas:
            group.create_task(work(it))
    return results


# --- the judge -----------------------------------------------------------------------------


@dataclass
class Heir:
    """The console that comes after the dead one."""

    arena: Arena
    console: Console

    async def outcome(self, channel: str) -> str:
        """What became of the recording of a channel; fails for one that is lost or doubled.

        What can be stopped is stopped; a recording that nobody can stop is left by its people.
        """
        recordings = await self.arena.recordings(channel)
        had_ended = any(not each["live"] for each in recordings)
        found = [each for each in self.console.recordings.sessions() if each.cname == channel]
        if not found:
            assert recordings == [], "Agora records what the journal does not know"
            return UNWRITTEN
        (session,) = found
        session = await self.until(session.id, self._is_settled)
        if session.stoppable:
            self.console.recordings.stop(session.id)
            session = await self.until(session.id, lambda each: each.over)
        recordings = await self.arena.recordings(channel)
        assert len(recordings) <= 1, "doubled"
        if not recordings:
            return self._unstarted(session)
        (recording,) = recordings
        assert recording["resourceId"] == session.resource_id
        assert recording["uid"] == session.uid
        if not session.sid:
            await self.arena.empty(channel)
            return self._without_sid(session, recording)
        assert recording["sid"] == session.sid
        assert session.over
        assert not recording["live"], "called over while it records"
        return FOUND_ENDED if had_ended else STOPPED

    def _unstarted(self, session: Session) -> str:
        assert session.over
        assert session.phase is Phase.FAILED
        assert session.cause.lower().endswith("nothing was started.")
        return UNSTARTED

    def _without_sid(self, session: Session, recording: dict[str, Any]) -> str:
        shown = look(session, self.console.clock.now())
        assert recording["live"]
        assert not session.over
        assert "UNKNOWN" in shown.word
        assert "can be neither asked nor stopped" in shown.sentence
        assert f"ends {IDLE} s after the last person has left" in shown.sentence
        return NO_SID

    def starting(self, session: Session) -> bool:
        """Whether the console is still finding out what became of a start."""
        return self.console.tasks.running(f"start:{session.id}")

    def _is_settled(self, session: Session) -> bool:
        return session.over or session.stoppable or not self.starting(session)

    async def until(self, session_id: str, fact: Callable[[Session], bool]) -> Session:
        """The session as soon as `fact` holds of it."""
        moved = asyncio.Event()
        unsubscribe = self.console.recordings.changed.subscribe(lambda _: moved.set())
        try:
            async with asyncio.timeout(PATIENCE):
                while not fact(session := self._session(session_id)):
                    moved.clear()
                    await moved.wait()
        except TimeoutError:
            raise AssertionError(f"It never happened: {self._session(session_id)!r}") from None
        finally:
            unsubscribe()
        return session

    def _session(self, session_id: str) -> Session:
        session = self.console.recordings.get(session_id)
        assert session is not None, "a session of the journal is not listed"
        return session


async def inherit(arena: Arena, folder: Path, channels: Mapping[str, Death]) -> list[str]:
    """Open the folder as the next console does, and judge what it makes of every channel."""
    told: list[Problem] = []
    async with open_console(Arguments(data_dir=folder, speed=SPEED), told.append) as console:
        assert told == [], "the journal was damaged"
        known = {session.cname: session for session in console.recordings.sessions()}
        for channel, death in channels.items():
            _nothing_said_is_forgotten(death, known.get(channel))
        heir = Heir(arena, console)
        return [await heir.outcome(channel) for channel in channels]


def _nothing_said_is_forgotten(death: Death, known: Session | None) -> None:
    """What the victim had said of its recording was on the disk before it said so."""
    for line in death.said.splitlines():
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("event") == "state" and (known is None or event["session"] == known.id):
            assert known is not None, "it was told and is not in the journal"
            for key, value in (("sid", known.sid), ("resourceId", known.resource_id)):
                assert event[key] in ("", value), f"{key} was told and is not in the journal"
