"""RetryPolicy: whether and when a call may be made again after an error, as the reference says.

Pure. The gateway obeys it for acquire, update and updateLayout; the services for start, query and
stop, where repeating depends on the session.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from agora_console.api.errors import (
    ApiError,
    NoAnswer,
    NotCompleted,
    NoWorker,
    RateLimited,
    ServerFault,
    Unreachable,
    Unreadable,
)

Waits = tuple[float, ...]

RATE_LIMIT_WAIT = 1.0
"""Seconds after a 429 without `Retry-After`."""

RETRY_AFTER_LIMIT = 60.0
"""Seconds of a `Retry-After` that are believed."""

STOP_RATE_LIMIT_WAITS = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds after a 429 to stop: it is repeated until it is heard, and must not be what is too much.

The last wait goes on.
"""

_OPEN = (ServerFault, NoAnswer, Unreadable)
"""Errors after which it is open what became of the request."""


def _rows(waits: Waits, *kinds: type[ApiError]) -> dict[type[ApiError], Waits]:
    return dict.fromkeys(kinds, waits)


_TABLE: dict[str, dict[type[ApiError], Waits]] = {
    "acquire": _rows((1, 3, 6), NotCompleted, *_OPEN),
    # 65 with the same resourceId, then acquire anew; open ends with the same parameters, then a
    # new UID: a 201/7 or 53 to the repetition proves that the first one lives.
    "start": _rows((3, 6), NotCompleted) | _rows((3, 6, 9), *_OPEN),
    "query": _rows((5, 10, 15), NoWorker)
    | _rows((5, 10, 15, 30), NotCompleted, Unreachable, *_OPEN),
    "update": _rows((3, 6), NotCompleted, *_OPEN),
    "updateLayout": _rows((3, 6), NotCompleted, *_OPEN),
    # A stop is repeated until the session is over; the last wait goes on.
    "stop": _rows((3, 6, 9, 15, 30), NotCompleted, Unreachable, *_OPEN),
    "ncsIp": _rows((1, 3, 6), *_OPEN),
}


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """Waits in seconds per operation and class of error; what is not named is not repeated.

    Never repeated are 400 and its classes, 401, 403, 404 without a worker (except query), 201/7.
    """

    table: Mapping[str, Mapping[type[ApiError], Waits]] = field(default_factory=lambda: _TABLE)
    rate_limit_attempts: int = 5

    def next_wait(self, operation: str, error: ApiError, attempt: int) -> float | None:
        """Seconds until `operation` may be tried again after `attempt` tries, or None: not again.

        For start, None after waits means that the same start is given up, not the recording.
        """
        if isinstance(error, RateLimited):
            return self._after_rate_limit(operation, error, attempt)
        waits = self.table.get(operation, {}).get(type(error), ())
        if attempt <= len(waits):
            wait: float | None = waits[attempt - 1]
        else:
            wait = waits[-1] if waits and operation == "stop" else None
        if wait is None or error.retry_after is None:
            return wait
        return max(wait, min(error.retry_after, RETRY_AFTER_LIMIT))

    def _after_rate_limit(self, operation: str, error: ApiError, attempt: int) -> float | None:
        if operation == "stop":
            wait = STOP_RATE_LIMIT_WAITS[min(attempt, len(STOP_RATE_LIMIT_WAITS)) - 1]
            return wait if error.retry_after is None else max(wait, rate_limit_wait(error))
        if attempt >= self.rate_limit_attempts:
            return None
        return rate_limit_wait(error)


def rate_limit_wait(error: ApiError) -> float:
    """Seconds to be quiet after a 429."""
    if error.retry_after is None:
        return RATE_LIMIT_WAIT
    return min(error.retry_after, RETRY_AFTER_LIMIT)
