"""Headers of replies: how long to wait, and what time it is there. Nothing here raises."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

from agora_console.api.values import to_float


def retry_after(header: str | None, now: float) -> float | None:
    """Seconds to wait by a `Retry-After` header (seconds or a date), never negative."""
    if not header:
        return None
    seconds = to_float(header)
    if seconds is None:
        at = moment(header)
        seconds = None if at is None else at - now
    return None if seconds is None else max(0.0, seconds)


def moment(header: str | None) -> float | None:
    """The moment of a header like `Date`, in seconds since the epoch; None for no date."""
    try:
        at = parsedate_to_datetime(header or "")
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
