"""Health: what the status strip says of host, budget, keyring and journal."""

from __future__ import annotations

from collections import deque

from agora_console.api.exchange import Exchange
from agora_console.services.clock import Clock
from agora_console.services.events import Event

BUDGET = 10
"""Requests per second that Agora allows for one App ID."""


class Health:
    """The last known facts; `changed` tells that one of them is new."""

    def __init__(self, clock: Clock) -> None:
        self.changed: Event[None] = Event()
        self.host = ""
        self.latency_ms: float | None = None
        self.reached: bool | None = None
        self.budget = BUDGET
        self.keyring = ""
        self.journal = ""
        self._clock = clock
        self._requests: deque[float] = deque()

    @property
    def requests_last_second(self) -> int:
        """Requests sent in the last second, over all sessions."""
        edge = self._clock.now() - 1.0
        while self._requests and self._requests[0] < edge:
            self._requests.popleft()
        return len(self._requests)

    def on_exchange(self, exchange: Exchange) -> None:
        """Note host and latency of a request."""
        self._requests.append(exchange.at)
        self.host = exchange.host
        self.reached = exchange.http is not None
        self.latency_ms = exchange.latency_ms if self.reached else None
        self.changed.emit(None)

    def say(self, *, keyring: str | None = None, journal: str | None = None) -> None:
        """Set the sentence for keyring or journal."""
        if keyring is not None:
            self.keyring = keyring
        if journal is not None:
            self.journal = journal
        self.changed.emit(None)
