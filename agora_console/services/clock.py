"""Clock: the time that the services see, and the only way in which they wait."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Clock(Protocol):
    """`now` is seconds since the epoch (UTC), `monotonic` never jumps; both in seconds."""

    def now(self) -> float: ...

    def monotonic(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> float:
        """Seconds since the epoch, UTC."""
        return time.time()

    def monotonic(self) -> float:
        """Seconds since some moment; does not jump when the clock is set."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait; cancellable at any moment."""
        await asyncio.sleep(max(0.0, seconds))


class FastClock:
    """A clock that runs `speed` times as fast as the machine's: for tour and tests."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._epoch = time.time()
        self._begin = time.monotonic()

    def now(self) -> float:
        """Seconds since the epoch; begins at the true time and runs ahead of it."""
        return self._epoch + (time.monotonic() - self._begin) * self._speed

    def monotonic(self) -> float:
        """Fast seconds since the clock was made."""
        return (time.monotonic() - self._begin) * self._speed

    async def sleep(self, seconds: float) -> None:
        """Wait `seconds` of this clock."""
        await asyncio.sleep(max(0.0, seconds) / self._speed)
