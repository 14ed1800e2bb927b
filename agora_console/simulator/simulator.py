"""Put together: an Agora on loopback."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

from agora_console.simulator.account import Account
from agora_console.simulator.answers import Answer
from agora_console.simulator.channel import Channel
from agora_console.simulator.clock import Clock, SystemClock
from agora_console.simulator.control import PREFIX, Control
from agora_console.simulator.faults import FaultBoard
from agora_console.simulator.gateway import Gateway
from agora_console.simulator.ledger import Ledger
from agora_console.simulator.pace import LIMITS, PACE, Limits, Pace
from agora_console.simulator.recording import Recording
from agora_console.simulator.request import Request
from agora_console.simulator.server import Server
from agora_console.simulator.uploader import Uploader
from agora_console.simulator.world import World


class Simulator:
    """A Cloud Recording service for one account.

    `port` 0 takes a free one; `speed` is simulated seconds in a real one; `faults` are
    NAME[:ARG] as `faults` lists them; `files` is the folder that plays the buckets; `people`
    publish in every channel until `channel` is told otherwise. ValueError for a fault, speed or
    number that does not exist.
    """

    def __init__(
        self,
        account: Account | None = None,
        *,
        port: int = 0,
        host: str = "127.0.0.1",
        speed: float = 1.0,
        faults: Iterable[str] = (),
        files: Path | None = None,
        people: int = 3,
        clock: Clock | None = None,
        pace: Pace = PACE,
        limits: Limits = LIMITS,
        seed: int | None = None,
    ) -> None:
        if people < 0:
            raise ValueError(f"there cannot be {people} people in a channel")
        self.account = account or Account()
        self.clock: Clock = clock or SystemClock(speed)
        self.faults = FaultBoard(faults)
        self._world = World(self.clock, self.faults, pace, people, random.Random(seed))
        self._gateway = Gateway(self.account, self._world, limits)
        self._control = Control(self._world)
        self._server = Server(self.handle, limits, self.clock.now)
        self._uploader = Uploader(self._world, files) if files is not None else None
        self._host, self._port = host, port

    async def start(self) -> None:
        """Listen. OSError if the port is taken."""
        self._port = await self._server.start(self._host, self._port)

    async def close(self) -> None:
        """Drop every connection and stop writing files; recordings stay readable."""
        await self._server.close()
        if self._uploader is not None:
            await self._uploader.close()

    async def __aenter__(self) -> Simulator:
        await self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.close()

    @property
    def url(self) -> str:
        """The API's base address, without a slash at the end."""
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"http://{host}:{self._port}"

    @property
    def ledger(self) -> Ledger:
        """What happened so far, brought forward to now."""
        self._world.settle()
        return self._world.ledger

    @property
    def recordings(self) -> dict[str, Recording]:
        """Every recording by sid, brought forward to now."""
        self._world.settle()
        return self._world.recordings

    def channel(self, cname: str) -> Channel:
        """Who publishes in a channel; setting `people` makes them come or go now."""
        return self._world.channel(cname)

    def add_fault(self, spec: str) -> None:
        """Switch a fault on from now. ValueError if there is none of this name."""
        self._world.settle()
        self.faults.add(spec)

    def remove_fault(self, name: str) -> None:
        """Switch off every fault of this name, or one as it was written, or all with "*"."""
        self._world.settle()
        self.faults.remove(name)

    async def handle(self, request: Request) -> Answer | None:
        """The answer to one request, or None to close the connection without one."""
        if request.path.startswith(PREFIX):
            return self._control.answer(request)
        answer = await self._gateway.answer(request)
        if self._uploader is not None:
            self._uploader.watch()
        return answer
