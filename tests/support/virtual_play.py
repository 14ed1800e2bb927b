"""One story in a virtual world: boot a console, play, end it; the simulator's ledger is asked."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.start.orders import StartOrder
from agora_console.simulator.recording import Recording
from tests.support.virtual_time import run
from tests.support.virtual_world import World

STEP = 0.25
"""Seconds between two looks."""

Story = Callable[["Play"], Coroutine[Any, Any, None]]


class Play:
    """A world with a console, and the words for what is done in it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.told: list[Problem] = []

    async def boot(self) -> None:
        """Start a console and listen to it."""
        process = await self.world.boot()
        process.console.recordings.told.subscribe(self.told.append)

    async def reboot(self) -> None:
        """Crash, and start another console on what is left."""
        await self.world.crash()
        await self.boot()

    @property
    def console(self) -> Any:
        """The console that runs now."""
        assert self.world.process is not None
        return self.world.process.console

    @property
    def sessions(self) -> tuple[Session, ...]:
        """What the console knows, oldest first."""
        found: tuple[Session, ...] = self.console.recordings.sessions()
        return found

    def order(self, guards: dict[str, Any], **changes: Any) -> StartOrder:
        """An order for the channel show."""
        return replace(self.world.order("show", **changes), guards=guards)

    def start(self, guards: dict[str, Any], **changes: Any) -> str:
        """Order a recording of the channel show with guards; its session id."""
        found: str = self.console.guarded.start(self.order(guards, **changes))
        return found

    async def recording(self, guards: dict[str, Any], **changes: Any) -> Session:
        """Start one and wait until it records."""
        key = self.start(guards, **changes)
        return await self.until(key, lambda each: each.phase is Phase.RECORDING)

    async def until(
        self, key: str, fact: Callable[[Session], bool], seconds: float = 600.0
    ) -> Session:
        """The session as soon as it exists and `fact` holds of it."""
        while self.console.recordings.get(key) is None:
            assert seconds > 0, "it was never begun"
            seconds -= STEP
            await self.world.pass_time(STEP)
        return await self.world.until(key, fact, seconds)

    async def known(self, count: int, seconds: float = 900.0) -> Session:
        """The newest session as soon as there are so many."""
        while len(self.sessions) < count:
            assert seconds > 0, f"never more than {len(self.sessions)} sessions"
            seconds -= STEP
            await self.world.pass_time(STEP)
        return self.sessions[-1]

    @property
    def recordings(self) -> list[Recording]:
        """Everything that the simulator has recorded."""
        return self.world.simulator.ledger.recordings

    @property
    def live(self) -> list[Recording]:
        """What it records now."""
        return [each for each in self.recordings if each.ended_at is None]

    def strike(self, fault: str) -> None:
        """Let a fault strike what records now, and nothing that begins later."""
        simulator = self.world.simulator
        fault = fault if ":" in fault else f"{fault}:0"
        simulator.add_fault(fault)
        assert simulator.ledger.recordings  # looking makes it happen
        simulator.remove_fault(fault)


def play(folder: Path, story: Story) -> None:
    """Play a story in virtual time; Agora may never have been made to record twice unannounced."""

    async def whole() -> None:
        it = Play(World(folder))
        await it.boot()
        try:
            await story(it)
        finally:
            await it.world.end()
        assert it.world.simulator.ledger.doubled == []

    run(whole())
