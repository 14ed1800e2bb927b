"""The simulator's time: the wall clock, faster if wanted, or a clock that a test moves by hand.

Everything the service does by time (status 0 to 5, slices, expiry, the ten requests a second) is
measured on this clock, so that a day can pass in a second, or in none.
"""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """Unix seconds of simulated time, and two ways to wait in it."""

    @property
    def speed(self) -> float:
        """Simulated seconds in a real one."""

    def now(self) -> float:
        """Unix time, in seconds."""

    async def sleep(self, seconds: float) -> None:
        """Spend `seconds`: the work of a request that takes its time."""

    async def reach(self, moment: float) -> None:
        """Wait until `moment` without making time pass."""


class SystemClock:
    """Real time from now on, `speed` times as fast; a changed wall clock does not disturb it."""

    def __init__(self, speed: float = 1.0) -> None:
        if not 0 < speed <= 100_000:
            raise ValueError(f"speed must be above 0 and at most 100000, not {speed:g}")
        self.speed = speed
        self._epoch = time.time()
        self._origin = time.monotonic()

    def now(self) -> float:
        return self._epoch + (time.monotonic() - self._origin) * self.speed

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self.speed)

    async def reach(self, moment: float) -> None:
        await self.sleep(max(0.0, moment - self.now()))


class ManualClock:
    """Time that stands still until `advance`, for tests that do not wait.

    `jump`: a request that takes its time moves the clock by itself, so that one task can call and
    read the answer. Without it the request waits for somebody else to call `advance`.
    """

    speed = 1.0

    def __init__(self, start: float = 1_800_000_000.0, *, jump: bool = True) -> None:
        self._now = start
        self._jump = jump
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    def now(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        """Let `seconds` pass and wake whoever waited for less."""
        if seconds < 0:
            raise ValueError("time does not run backwards here")
        self._now += seconds
        for moment, future in self._sleepers:
            if moment <= self._now and not future.done():
                future.set_result(None)
        self._sleepers = [each for each in self._sleepers if not each[1].done()]

    @property
    def sleepers(self) -> int:
        """How many wait for time to pass."""
        return sum(not future.done() for _, future in self._sleepers)

    async def sleep(self, seconds: float) -> None:
        if self._jump:
            self.advance(max(0.0, seconds))
            await asyncio.sleep(0)
        else:
            await self.reach(self._now + seconds)

    async def reach(self, moment: float) -> None:
        if moment <= self._now:
            await asyncio.sleep(0)
            return
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((moment, future))
        await future
