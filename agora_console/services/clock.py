"""Clock: the time that the services see, and the only way in which they wait.

The wall clock is read once. From then on time goes on by a counter that nobody can set and that
also counts while the machine sleeps, so a changed clock, a leap second or a closed lid break no
elapsed time, no deadline and no schedule.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from typing import Protocol

SLICE = 10.0
"""Seconds after which a long wait looks at the time again: timers stand still in a sleep."""

BELIEVED = 26 * 3600.0
"""Seconds by which a clock may have been set back between two runs: any time zone and an hour."""


class Clock(Protocol):
    """`now` is seconds since the epoch (UTC), `monotonic` never jumps; both in seconds.

    `wall` is what the machine's own clock says at this moment, set by whoever may set it.
    """

    def now(self) -> float: ...

    def wall(self) -> float: ...

    def monotonic(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...

    def not_before(self, moment: float) -> None: ...


_SLEEPLESS = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
"""The counter of a system that goes on while the machine sleeps.

Python's own monotonic clock stands still there; elsewhere (Windows) it goes on by itself.
"""

_COUNTER: int | None = getattr(time, _SLEEPLESS.get(sys.platform, ""), None)


def steady() -> float:
    """Seconds since some moment, sleep of the machine included; never set, never back."""
    return time.monotonic() if _COUNTER is None else time.clock_gettime(_COUNTER)


class SystemClock:
    """The clock of this machine. `wall` and `counter` are where its time comes from, in seconds."""

    def __init__(
        self, wall: Callable[[], float] = time.time, counter: Callable[[], float] = steady
    ) -> None:
        self._wall = wall
        self._counter = counter
        self._epoch = wall() - counter()

    def now(self) -> float:
        """Seconds since the epoch, UTC, as it was right when the clock was made."""
        return self._epoch + self._counter()

    def wall(self) -> float:
        """Seconds since the epoch as the machine has them now; apart from `now` once it was set."""
        return self._wall()

    def monotonic(self) -> float:
        """Seconds since some moment; does not jump when the clock is set, and includes sleep."""
        return self._counter()

    async def sleep(self, seconds: float) -> None:
        """Wait; cancellable at any moment. After a sleep of the machine it ends within SLICE."""
        end = self._counter() + seconds
        await asyncio.sleep(min(max(0.0, seconds), SLICE))
        while (left := end - self._counter()) > 0:  # noqa: ASYNC110 - it is time that is awaited
            await asyncio.sleep(min(left, SLICE))

    def not_before(self, moment: float) -> None:
        """Go on from `moment` at least: an earlier run of the program has been there.

        So a clock that was set back between two runs makes nothing younger than it is. A moment
        that lies further ahead than any setting explains is not believed.
        """
        ahead = moment - self.now()
        if 0 < ahead <= BELIEVED:
            self._epoch += ahead


class FastClock(SystemClock):
    """A clock that runs `speed` times as fast as the machine's: for tour and tests.

    It begins at the true time and runs ahead of it.
    """

    def __init__(self, speed: float) -> None:
        begin = steady()
        super().__init__(counter=lambda: (steady() - begin) * speed)
        self._speed = speed

    def wall(self) -> float:
        """The same as `now`: nobody can set it."""
        return self.now()

    async def sleep(self, seconds: float) -> None:
        """Wait `seconds` of this clock."""
        await asyncio.sleep(max(0.0, seconds) / self._speed)
