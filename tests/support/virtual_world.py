"""A world in virtual time: Agora, the network, a disk, a machine, and a console that may crash.

The console is the real one, from `Console` down to the bytes of its requests; its journal is a real
SQLite file. Three things stand in for what lies outside the process and cannot be hurried:

* The network is an httpx transport that calls the simulator in this process. A socket would do its
  waiting in real time, so a day could not pass, and no two runs would interleave alike. What a
  socket adds (bytes, TLS, half-open connections) is tested on sockets elsewhere.
* The journal's worker thread is a `VirtualDisk`: each write takes virtual time and is done at its
  end, as a whole. So a crash falls between any two writes, and a run can be repeated exactly.
* The keyring is a dict that outlives the process, as a keyring does.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora
from agora_console.services.opening import lend_demo
from agora_console.services.start.orders import StartOrder
from agora_console.simulator import Simulator
from agora_console.simulator.answers import Answer
from agora_console.simulator.pace import LIMITS, Limits
from agora_console.simulator.request import Request
from agora_console.vault.keyring_vault import Keep, Vault
from tests.support.virtual_time import VirtualDisk, VirtualLoop

EPOCH = 1_800_000_000.0
"""Seconds since 1970 at which every world begins."""

SECRETS = StartSecrets(
    access_key=SecretStr("demo-access-key"), secret_key=SecretStr("demo-secret-key")
)

MIX: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "demo-bucket"},
        "recordingConfig": {
            "channelType": 1,
            "streamTypes": 2,
            "maxIdleTime": 300,
            "transcodingConfig": {
                "width": 1280,
                "height": 720,
                "fps": 15,
                "bitrate": 1710,
                "mixedVideoLayout": 1,
            },
        },
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}

INDIVIDUAL: dict[str, Any] = {
    "mode": "individual",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "demo-bucket"},
        "recordingConfig": {
            "channelType": 1,
            "streamTypes": 2,
            "streamMode": "standard",
            "subscribeUidGroup": 1,
            "maxIdleTime": 300,
        },
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}

WEB: dict[str, Any] = {
    "mode": "web",
    "acquire": {"scene": 1},
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "demo-bucket"},
        "extensionServiceConfig": {
            "errorHandlePolicy": "error_abort",
            "extensionServices": [
                {
                    "serviceName": "web_recorder_service",
                    "errorHandlePolicy": "error_abort",
                    "serviceParam": {
                        "url": "https://example.org/stage",
                        "audioProfile": 0,
                        "videoWidth": 1280,
                        "videoHeight": 720,
                        "maxRecordingHour": 4,
                    },
                }
            ],
        },
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}


@dataclass
class Machine:
    """The time of the world, and what a machine makes of it: its clock may be set, it may sleep."""

    loop: VirtualLoop
    slept: float = 0.0
    wall_error: float = 0.0
    sleeps: list[tuple[float, float]] = field(default_factory=list)
    """When it fell asleep and when it woke, each in seconds since 1970."""

    def elapsed(self) -> float:
        """Seconds of the world since some moment; no machine can change them."""
        return self.loop.time() + self.slept

    def now(self) -> float:
        """The true time, in seconds since 1970."""
        return EPOCH + self.elapsed()

    def sleep(self, seconds: float) -> None:
        """The lid is closed, and opened so much later; nothing of this machine runs meanwhile."""
        begin = self.now()
        self.slept += seconds
        self.sleeps.append((begin, self.now()))

    def asleep_since(self, moment: float) -> float:
        """Seconds that it has slept since `moment`."""
        return sum(max(0.0, woke - max(fell, moment)) for fell, woke in self.sleeps)

    def clock(self) -> SystemClock:
        """A clock as the program makes it: from the wall clock, be it right or wrong."""
        return SystemClock(lambda: self.now() + self.wall_error, self.elapsed)


class WorldClock:
    """The simulator's clock: the true time."""

    speed = 1.0

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def now(self) -> float:
        return self._machine.now()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))

    async def reach(self, moment: float) -> None:
        await self.sleep(moment - self.now())


@dataclass
class Network:
    """The way between console and Agora. `state` is up, refused, silent or lossy.

    refused: no connection, at once. silent: nothing arrives and nobody says so. lossy: of every
    three requests one is lost on its way, and of every three answers one.
    """

    simulator: Simulator
    chance: random.Random
    state: str = "up"
    latency: float = 0.03
    jitter: float = 0.02
    serving: set[asyncio.Task[Any]] = field(default_factory=set)
    sids: dict[str, int] = field(default_factory=dict)
    """The sids of which the answer to start arrived, each with the number of the process."""
    sent: list[tuple[float, str]] = field(default_factory=list)
    """When which path left a console, by the loop's time."""

    def pause(self) -> float:
        return self.latency + self.chance.random() * self.jitter

    async def close(self) -> None:
        for task in self.serving:
            task.cancel()
        await asyncio.gather(*self.serving, return_exceptions=True)


class Wire(httpx.AsyncBaseTransport):
    """What one process has of the network."""

    def __init__(self, network: Network, number: int) -> None:
        self._network = network
        self._number = number
        self.cut = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        network, timeout = self._network, request.extensions["timeout"]
        if self.cut or network.state == "refused":
            raise httpx.ConnectError("[Errno 111] Connection refused")
        if network.state == "silent":
            await asyncio.sleep(timeout["connect"])
            raise httpx.ConnectTimeout("no connection")
        network.sent.append((asyncio.get_running_loop().time(), request.url.path))
        letter = _Letter(await _request(request))
        task = asyncio.ensure_future(self._deliver(letter))
        network.serving.add(task)
        task.add_done_callback(network.serving.discard)
        try:
            async with asyncio.timeout(timeout["read"]):
                answer = await asyncio.shield(task)
        except TimeoutError:
            letter.hang_up(task)
            raise httpx.ReadTimeout("no answer") from None
        except asyncio.CancelledError:
            letter.hang_up(task)
            raise
        if answer is None:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.")
        if request.url.path.endswith("/start") and (sid := sid_in(answer)):
            network.sids[sid] = self._number
        return _response(answer)

    async def _deliver(self, letter: _Letter) -> Answer | None:
        network = self._network
        await asyncio.sleep(network.pause())
        if self._is_lost():
            await asyncio.Event().wait()
        letter.arrived = True
        answer = await letter.handed_to(network.simulator)
        await asyncio.sleep(network.pause())
        if self._is_lost():
            await asyncio.Event().wait()
        return answer

    def _is_lost(self) -> bool:
        state = self._network.state
        return state in ("refused", "silent") or (
            state == "lossy" and self._network.chance.random() < 1 / 3
        )


def _response(answer: Answer) -> httpx.Response:
    if isinstance(answer.body, str):
        kind = "text/html" if answer.body.startswith("<") else "application/json"
        return httpx.Response(answer.status, text=answer.body, headers={"content-type": kind})
    return httpx.Response(answer.status, json=answer.body)


def sid_in(answer: Answer) -> str:
    """The sid that an answer to start gives; empty where it gives none."""
    body = answer.body if isinstance(answer.body, dict) else {}
    while "Body" in body:
        body = body["Body"]
    return str(body.get("sid", "")) if answer.status == 200 else ""


@dataclass
class _Letter:
    """One request on its way; what a client that hangs up leaves to a server."""

    request: Request
    arrived: bool = False
    hung_up: bool = False

    async def handed_to(self, simulator: Simulator) -> Answer | None:
        handling = asyncio.ensure_future(simulator.handle(self.request))
        try:
            if self.hung_up:
                # It acts before it first waits, and is dropped then.
                await asyncio.sleep(0)
                return None
            return await handling
        finally:
            handling.cancel()

    def hang_up(self, task: asyncio.Task[Any]) -> None:
        """What is on its way may arrive all the same; what is being served is dropped."""
        self.hung_up = True
        if self.arrived:
            task.cancel()


async def _request(request: httpx.Request) -> Request:
    return Request(
        request.method,
        request.url.raw_path.decode("ascii"),
        {name.lower(): value for name, value in request.headers.items()},
        await request.aread(),
    )


class SharedVault(Vault):
    """A keyring: it is there after a crash, and needs no thread."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, SecretStr] = {}

    async def read(self, name: str) -> SecretStr | None:
        return self.kept.get(name)

    async def write(self, name: str, secret: SecretStr, keep: Keep) -> None:
        self.kept[name] = secret

    async def forget(self, name: str) -> None:
        self.kept.pop(name, None)

    def close(self) -> None:
        pass


@dataclass
class Process:
    """One run of the console."""

    number: int
    console: Console
    disk: VirtualDisk
    wire: Wire
    begun_at: float
    """The true time, in seconds since 1970."""
    hidden: float
    """Seconds since the last console of which this one cannot know, its clock being set back."""

    def session(self, session_id: str) -> Session:
        session = self.console.recordings.get(session_id)
        assert session is not None
        return session

    @property
    def sessions(self) -> tuple[Session, ...]:
        return self.console.recordings.sessions()


class World:
    """Everything together. Make it on a VirtualLoop; `end` when done."""

    def __init__(
        self,
        folder: Path,
        *,
        faults: tuple[str, ...] = (),
        seed: int = 1,
        limits: Limits = LIMITS,
        disk_latency: Callable[[], float] | None = None,
    ) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, VirtualLoop)
        self.folder = folder
        self.chance = random.Random(seed)
        self.machine = Machine(loop)
        self.simulator = Simulator(
            clock=WorldClock(self.machine), faults=faults, seed=seed, limits=limits
        )
        self.network = Network(self.simulator, self.chance)
        self.vault = SharedVault()
        self.disk_seconds = 0.004
        self._disk_latency = disk_latency
        self.process: Process | None = None
        self.beside: list[Console] = []
        self.booted = 0
        self._ahead = 0.0

    # --- the console ---------------------------------------------------------------------

    async def boot(self) -> Process:
        """Start a console; it adopts what the journal holds."""
        assert self.process is None
        console, disk, wire = await self._open()
        begun_at, hidden = self.machine.now(), self.hidden(console.clock.now())
        self.process = Process(self.booted, console, disk, wire, begun_at, hidden)
        await console.recordings.adopt()
        return self.process

    async def open_beside(self) -> Console:
        """Start a second console while the first one runs; whoever does so closes it."""
        console, _, _ = await self._open()
        self.beside.append(console)
        return console

    async def _open(self) -> tuple[Console, VirtualDisk, Wire]:
        self.booted += 1
        disk = VirtualDisk(self._disk_latency or self._latency)
        wire = Wire(self.network, self.booted)
        with patch("agora_console.journal.writer.ThreadPoolExecutor", lambda **_: disk):
            console = await Console.open(
                self.folder, self.machine.clock(), demo=True, vault=self.vault
            )
        http: asyncio.Future[httpx.AsyncClient] = asyncio.get_running_loop().create_future()
        http.set_result(httpx.AsyncClient(transport=wire))
        console._links._http = http
        account = self.simulator.account
        demo = DemoAgora(
            url="http://127.0.0.1:9",
            app_id=account.app_id,
            customer_id=account.customer_id,
            customer_secret=account.customer_secret,
            speed=1.0,
        )
        await lend_demo(console, demo)
        return console, disk, wire

    def hidden(self, now: float) -> float:
        """Seconds since the last console of which one cannot know that begins at its own `now`."""
        return max(0.0, self._ahead - (now - self.machine.now()))

    async def close(self) -> None:
        """End the console in order; recordings go on."""
        assert self.process is not None
        process, self.process = self.process, None
        self._ahead = process.console.clock.now() - self.machine.now()
        await process.console.close()

    async def crash(self) -> None:
        """The console is gone from one moment to the next; only the disk remembers."""
        assert self.process is not None
        process, self.process = self.process, None
        self._ahead = process.console.clock.now() - self.machine.now()
        process.disk.pull_the_plug()
        process.wire.cut = True
        # What is cancelled may begin something new: that dies as well.
        while mine := [task for task in asyncio.all_tasks() if self._is_mine(task)]:
            for task in mine:
                task.cancel()
            await asyncio.gather(*mine, return_exceptions=True)
        journal = process.console._journal._journal
        assert journal is not None
        journal.close()

    def _is_mine(self, task: asyncio.Task[Any]) -> bool:
        """Whether a task belongs to the console, and not to the server or to the test."""
        code = getattr(task.get_coro(), "cr_code", None)
        outside = task in self.network.serving or code is Simulator.handle.__code__
        outside = outside or any(task in each.tasks._tasks.values() for each in self.beside)
        return not outside and task is not asyncio.current_task()

    async def end(self) -> None:
        """End whatever still runs."""
        if self.process is not None:
            await self.close()
        await self.network.close()

    def _latency(self) -> float:
        return self.disk_seconds * (0.5 + self.chance.random())

    # --- orders and time -----------------------------------------------------------------

    def order(
        self,
        cname: str,
        uid: str = "527841",
        config: dict[str, Any] | None = None,
        secrets: StartSecrets = SECRETS,
    ) -> StartOrder:
        assert self.process is not None
        project = self.process.console.projects.current()
        assert project is not None
        return StartOrder(
            project=project, cname=cname, uid=uid, config=config or MIX, secrets=secrets
        )

    def start(self, cname: str, **changes: Any) -> str:
        """Order a recording; its session id."""
        assert self.process is not None
        return self.process.console.recordings.start(self.order(cname, **changes))

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, with everything that happens in it."""
        await asyncio.sleep(seconds)

    async def until(
        self, session_id: str, fact: Callable[[Session], bool], seconds: float = 600.0
    ) -> Session:
        """The session as soon as `fact` holds of it; fails after `seconds` of virtual time."""
        assert self.process is not None
        moved = asyncio.Event()
        unsubscribe = self.process.console.recordings.changed.subscribe(lambda _: moved.set())
        try:
            async with asyncio.timeout(seconds):
                while not fact(self.process.session(session_id)):
                    moved.clear()
                    await moved.wait()
        except TimeoutError:
            raise AssertionError(
                f"It never happened: {self.process.session(session_id)!r}"
            ) from None
        finally:
            unsubscribe()
        return self.process.session(session_id)
