"""Virtual time: a clock that jumps to the next sleeper as soon as everybody waits."""

from __future__ import annotations

import asyncio
import heapq
import itertools


class VirtualClock:
    """`now` and `sleep` for the code under test; `run` lets it pass until nobody sleeps."""

    def __init__(self, start: float = 1_000.0) -> None:
        self._time = start
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self.slept: list[float] = []

    def now(self) -> float:
        return self._time

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._time + seconds, next(self._order), future))
        await future

    async def settle(self) -> None:
        """Let every task that can run do so."""
        for _ in range(50):
            await asyncio.sleep(0)

    async def advance(self, seconds: float) -> None:
        """Let `seconds` pass, waking sleepers in their order."""
        until = self._time + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            await self._wake()
        self._time = until

    async def run(self) -> None:
        """Let time pass until nobody sleeps."""
        await self.settle()
        while self._sleepers:
            await self._wake()

    async def _wake(self) -> None:
        when, _, future = heapq.heappop(self._sleepers)
        if not future.done():
            self._time = max(self._time, when)
            future.set_result(None)
            await self.settle()
