"""When a session is asked next: pure functions of what is known of it.

Follows the operating practice of `query`: 5 s after the sid, back-off to the confirmation, then
about every two minutes and always below the idle time; 404 after 5, 10, 15 s; 5xx after 5, 10,
15, 30 s.
"""

from __future__ import annotations

from agora_console.domain.session import Phase, Session

STEADY = 120.0
NOT_STORED_YET = 15.0
SHORTEST = 4.0

_CONFIRM = (5.0, 5.0, 10.0, 15.0)
_TROUBLE = (5.0, 10.0, 15.0, 30.0)
_ENDING = (3.0, 5.0, 10.0, 15.0, 30.0)
_AFTER_END = 60.0


def next_wait(session: Session, asked: int) -> float | None:
    """Seconds until the next question; None when there is nothing left to ask.

    `asked` counts the questions since the phase was entered.
    """
    if session.over or not session.sid or session.phase is Phase.OUT_OF_REACH:
        return None
    if session.trouble_count:
        return _step(_TROUBLE, session.trouble_count - 1)
    match session.phase:
        case Phase.UNCONFIRMED:
            return _step(_CONFIRM, asked)
        case Phase.STOPPING | Phase.UPLOADING:
            return _step(_ENDING, asked)
        case Phase.FAILED:
            return _step(_TROUBLE, asked) if asked < len(_TROUBLE) else _AFTER_END
        case _:
            return steady_wait(session)


def steady_wait(session: Session) -> float:
    """Seconds between questions of a confirmed recording."""
    if session.last_status != 5:
        return NOT_STORED_YET
    return max(SHORTEST, min(STEADY, 0.8 * session.max_idle_time))


def _step(waits: tuple[float, ...], index: int) -> float:
    return waits[min(max(0, index), len(waits) - 1)]
