"""A stage for flow tests: the real services against the simulator over sockets, in fast time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.clock import FastClock
from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora
from agora_console.services.opening import lend_demo
from agora_console.services.start.orders import StartOrder
from agora_console.simulator import Simulator

SPEED = 40.0
"""Seconds of the story in a real one: 90 s pass in 2.3."""

MIX: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {
            "vendor": 1,
            "region": 0,
            "bucket": "demo-bucket",
            "fileNamePrefix": ["recordings"],
        },
        "recordingConfig": {
            "channelType": 1,
            "streamTypes": 2,
            "maxIdleTime": 300,
            "transcodingConfig": {
                "width": 1280,
                "height": 720,
                "fps": 30,
                "bitrate": 3420,
                "mixedVideoLayout": 1,
                "backgroundColor": "#101828",
            },
        },
        "recordingFileConfig": {"avFileType": ["hls", "mp4"]},
    },
}

INDIVIDUAL: dict[str, Any] = {
    "mode": "individual",
    "clientRequest": {
        "storageConfig": MIX["clientRequest"]["storageConfig"],
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


@dataclass
class Stage:
    """One console on one simulator."""

    simulator: Simulator
    console: Console

    def order(self, config: dict[str, Any] | None = None, **changes: Any) -> StartOrder:
        """A start order that the simulator accepts."""
        project = self.console.projects.current()
        assert project is not None
        values: dict[str, Any] = {
            "project": project,
            "cname": "town-hall",
            "uid": "527841",
            "config": config or MIX,
            "secrets": StartSecrets(
                access_key=SecretStr("demo-access-key"), secret_key=SecretStr("demo-secret-key")
            ),
        }
        return StartOrder(**{**values, **changes})

    def session(self, session_id: str) -> Session:
        session = self.console.recordings.get(session_id)
        assert session is not None
        return session

    async def until(
        self, session_id: str, fact: Callable[[Session], bool], seconds: float = 20.0
    ) -> Session:
        """The session as soon as `fact` holds of it; fails after `seconds` of real time."""
        moved = asyncio.Event()
        unsubscribe = self.console.recordings.changed.subscribe(lambda _: moved.set())
        try:
            async with asyncio.timeout(seconds):
                while not fact(self.session(session_id)):
                    moved.clear()
                    await moved.wait()
        except TimeoutError:
            pytest.fail(f"It never happened; the session is {self.session(session_id)!r}")
        finally:
            unsubscribe()
        return self.session(session_id)

    async def confirmed(self, **changes: Any) -> Session:
        """A session that records."""
        session_id = self.console.recordings.start(self.order(**changes))
        return await self.until(session_id, lambda session: session.confirmed_at is not None)

    def ledger_calls(self, method: str) -> int:
        """How often the simulator was called so."""
        return sum(1 for each in self.simulator.ledger.requests if each.method == method)


@asynccontextmanager
async def console_on(simulator: Simulator, folder: Path) -> AsyncIterator[Console]:
    """A console of this data folder that works on the simulator; adopts what it finds."""
    console = await Console.open(folder, FastClock(simulator.clock.speed), demo=True)
    account = simulator.account
    agora = DemoAgora(
        url=simulator.url,
        app_id=account.app_id,
        customer_id=account.customer_id,
        customer_secret=account.customer_secret,
        speed=simulator.clock.speed,
    )
    try:
        await lend_demo(console, agora)
        await console.recordings.adopt()
        yield console
    finally:
        await console.close()


@asynccontextmanager
async def stage(folder: Path, *faults: str, speed: float = SPEED) -> AsyncIterator[Stage]:
    """The whole set, ended in order."""
    async with (
        Simulator(speed=speed, faults=faults, files=folder / "bucket", seed=1) as simulator,
        console_on(simulator, folder / "data") as console,
    ):
        yield Stage(simulator, console)
