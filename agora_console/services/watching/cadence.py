"""When a session is asked next: pure functions of what is known of it.

Follows the operating practice of `query`: 5 s after the sid, back-off to the confirmation, then
about every two minutes and always below the idle time; 404 after 5, 10, 15 s; 5xx after 5, 10,
15, 30 s. More often for a while after a change or an order.
"""

from __future__ import annotations

from agora_console.domain.evidence.status import presumed_over
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import idle_limit

STEADY = 120.0
"""Seconds between two questions to a recording of which all is well."""

NOT_STORED_YET = 15.0
SHORTEST = 4.0

LIVELY = 30.0
"""Seconds after a change, or after somebody asked, in which it is asked more often."""

_CONFIRM = (5.0, 5.0, 10.0, 15.0)
_TROUBLE = (5.0, 10.0, 15.0, 30.0)
_ENDING = (3.0, 5.0, 10.0, 15.0, 30.0)
_LIVELY = 10.0
_LONG_TROUBLE = 20
_SLOW = 60.0
_AFTER_END = (60.0, 240.0)
"""Seconds after an end that was concluded from 404 alone, at which it is looked for once more."""


def next_wait(session: Session, asked: int, now: float, *, lively: bool = False) -> float | None:
    """Seconds until the next question; None when there is nothing left to ask.

    `asked` counts the questions since the phase was entered, `now` is in seconds since the epoch.
    """
    if not session.sid or session.phase in (Phase.OUT_OF_REACH, Phase.DISMISSED):
        return None
    if session.over:
        return _after_end(session, asked)
    wait = _wait(session, asked)
    if lively:
        wait = min(wait, _LIVELY)
    left = session.confirm_by - now
    if session.phase is Phase.UNCONFIRMED and 0 < left < wait:
        return left
    return wait


def calm(session: Session) -> bool:
    """True for a recording of which all is well: its question may wait for the others."""
    return session.phase is Phase.RECORDING and not session.trouble_count and not session.cause


def urgency(session: Session) -> tuple[int, float]:
    """A key for sorting: who is asked first when all are asked at once."""
    first = (Phase.UNCONFIRMED, Phase.STOPPING, Phase.UPLOADING, Phase.UNKNOWN, Phase.RECORDING)
    rank = first.index(session.phase) if session.phase in first else len(first)
    return rank, session.last_status_at or 0.0


def steady_wait(session: Session) -> float:
    """Seconds between questions of a confirmed recording."""
    longest = NOT_STORED_YET if session.last_status != 5 else STEADY
    return max(SHORTEST, min(longest, 0.8 * idle_limit(session)))


def _wait(session: Session, asked: int) -> float:
    if session.trouble_count:
        many = session.trouble_count > _LONG_TROUBLE
        return _SLOW if many else _step(_TROUBLE, session.trouble_count - 1)
    match session.phase:
        case Phase.UNCONFIRMED:
            return _step(_CONFIRM, asked)
        case Phase.STOPPING | Phase.UPLOADING:
            return _step(_ENDING, asked)
        case Phase.FAILED:
            return _step(_TROUBLE, asked) if asked < len(_TROUBLE) else _SLOW
        case _:
            return steady_wait(session)


def _after_end(session: Session, asked: int) -> float | None:
    if not presumed_over(session) or asked >= len(_AFTER_END):
        return None
    return _AFTER_END[asked]


def _step(waits: tuple[float, ...], index: int) -> float:
    return waits[min(max(0, index), len(waits) - 1)]
