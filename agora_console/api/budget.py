"""The request budget: no App ID sends more than 10 requests in any second, over all sessions."""

from __future__ import annotations

import asyncio
import heapq
import itertools
import time
from collections import deque
from collections.abc import Awaitable, Callable
from enum import IntEnum

PER_SECOND = 10
"""Requests a second that Agora takes per App ID; above it answers 429."""

BURST = 2
"""Requests that may leave at once after a pause."""

MARGIN = 0.5
"""Requests a second that are left unused. Agora counts what arrives, not what leaves: with it, ten
a second arrive at most although one request takes up to 0.2 s longer on its way than another."""

_TICK = 0.001
"""Seconds of the shortest sleep: a clock does not move by less than it can tell apart."""


class Priority(IntEnum):
    """Who goes first. Within a priority it is the order of asking."""

    CONTROL = 0  # start, stop, update: a person waits, or a recording depends on it
    POLL = 1  # query


class Budget:
    """A token bucket per App ID with two queues before it.

    The bucket holds `burst` tokens and gains `per_second - burst - MARGIN` a second, so that no
    second ever sees more than `per_second`, where they arrive either. Taking costs O(log n) with n
    waiting; waiting can be cancelled at any point and gives back what it was granted. `now` and
    `sleep` are the clock, in seconds.
    """

    def __init__(
        self,
        per_second: int = PER_SECOND,
        burst: int = BURST,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        if not 0 < burst < per_second:
            raise ValueError(f"The burst has to be between 1 and {per_second - 1}, not {burst}.")
        self.per_second = per_second
        self._burst = burst
        self._now = now
        self._sleep = sleep
        self._lanes: dict[str, _Lane] = {}

    async def take(self, app_id: str, priority: Priority = Priority.CONTROL) -> None:
        """Return when a request may be sent."""
        await self._lane(app_id).take(priority)

    def pause(self, app_id: str, seconds: float) -> None:
        """Send nothing for a while, because Agora said so (429)."""
        self._lane(app_id).pause(seconds)

    def used(self, app_id: str) -> int:
        """Requests of the last second."""
        return self._lane(app_id).used()

    def waiting(self, app_id: str) -> int:
        """Requests that wait for their turn."""
        return self._lane(app_id).waiting

    def _lane(self, app_id: str) -> _Lane:
        if app_id not in self._lanes:
            rate = self.per_second - self._burst - MARGIN
            self._lanes[app_id] = _Lane(rate, self._burst, self._now, self._sleep)
        return self._lanes[app_id]


class _Ticket:
    """One waiting request; `turn` is set when it is granted, or when it has to keep the time."""

    def __init__(self) -> None:
        self.turn = asyncio.Event()
        self.granted = False
        self.gone = False


class _Lane:
    """The bucket of one App ID.

    No task of its own: one of those who wait keeps the time for all of them and hands that duty on
    when it is served or cancelled. So nothing is left running when nobody waits.
    """

    def __init__(
        self,
        rate: float,
        burst: int,
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        self._rate = rate
        self._burst = burst
        self._now = now
        self._sleep = sleep
        self._tokens = float(burst)
        self._filled_at = now()
        self._not_before = self._filled_at
        self._queue: list[tuple[int, int, _Ticket]] = []
        self._order = itertools.count()
        self._keeper: _Ticket | None = None
        self._sent: deque[float] = deque()
        self.waiting = 0

    async def take(self, priority: Priority) -> None:
        ticket = _Ticket()
        heapq.heappush(self._queue, (priority, next(self._order), ticket))
        self.waiting += 1
        self._grant()
        try:
            while not ticket.granted:
                await self._wait(ticket)
        except asyncio.CancelledError:
            self._give_back(ticket)
            raise
        finally:
            self.waiting -= 1
            self._hand_on()

    def pause(self, seconds: float) -> None:
        self._not_before = max(self._not_before, self._now() + seconds)

    def used(self) -> int:
        self._forget(self._now())
        return len(self._sent)

    async def _wait(self, ticket: _Ticket) -> None:
        if self._keeper is not None:
            await ticket.turn.wait()
            ticket.turn.clear()
            return
        self._keeper = ticket
        try:
            await self._sleep(self._delay())
        finally:
            self._keeper = None
        self._grant()

    def _grant(self) -> None:
        """Give the tokens there are to those who have waited longest in the first queue."""
        now = self._now()
        self._fill(now)
        # A hair below one is one: fractions of a second do not add up exactly.
        while now >= self._not_before and self._tokens > 1 - 1e-9 and self._first() is not None:
            ticket = heapq.heappop(self._queue)[2]
            ticket.granted = True
            ticket.turn.set()
            self._tokens -= 1
            self._sent.append(now)

    def _give_back(self, ticket: _Ticket) -> None:
        ticket.gone = True
        if ticket.granted:
            self._tokens = min(self._tokens + 1, self._burst)
            self._sent.pop()

    def _hand_on(self) -> None:
        """Whoever is first keeps the time from now on, unless somebody does."""
        first = self._first()
        if self._keeper is None and first is not None:
            first.turn.set()

    def _first(self) -> _Ticket | None:
        while self._queue and self._queue[0][2].gone:
            heapq.heappop(self._queue)
        return self._queue[0][2] if self._queue else None

    def _fill(self, now: float) -> None:
        gained = max(0.0, now - self._filled_at) * self._rate
        self._tokens = min(float(self._burst), self._tokens + gained)
        self._filled_at = now
        self._forget(now)

    def _forget(self, now: float) -> None:
        while self._sent and self._sent[0] <= now - 1.0:
            self._sent.popleft()

    def _delay(self) -> float:
        now = self._now()
        self._fill(now)
        return max((1 - self._tokens) / self._rate, self._not_before - now, _TICK)
