"""Deadlines: the moments at which something ends by itself, as data to count down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from agora_console.domain.durations import duration
from agora_console.domain.session import FAILOVER_WINDOW, RESOURCE_LIFE, Session

Name = Literal["resource", "confirm", "recover", "stop", "token", "sts", "control"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One moment: `at` in seconds since the epoch (UTC), `left` in seconds, negative when passed.

    `name` is one of resource (the resourceId is too old to start), confirm (4 or 5 must have been
    seen), recover (404 for longer than a move takes), stop (the planned one), token and sts
    (credentials end), control (`resourceExpiredHour`: no call works any more).
    """

    name: Name
    at: float
    left: float
    sentence: str


def deadlines(session: Session, now: float) -> tuple[Deadline, ...]:
    """The deadlines of a session that somebody has to care for, the next one first."""
    if session.closed:
        return ()
    found = (
        Deadline(name, at, at - now, _sentence(name, at - now)) for name, at in moments(session)
    )
    return tuple(sorted(found, key=lambda deadline: deadline.at))


def moments(session: Session) -> Iterator[tuple[Name, float]]:
    """The bare moments of a session that is not over, in no order; cheap."""
    if not session.sid:
        if session.acquired_at is not None:
            yield "resource", session.acquired_at + RESOURCE_LIFE
        return
    if session.confirmed_at is None:
        yield "confirm", session.confirm_by
    if session.missing_since is not None and not session.ids_typed:
        yield "recover", session.missing_since + FAILOVER_WINDOW
    if session.stop_planned_at is not None and session.stop_sent_at is None:
        yield "stop", session.stop_planned_at
    if session.token_expires_at is not None:
        yield "token", session.token_expires_at
    sts = _sts_expiration(session)
    if sts is not None:
        yield "sts", sts
    control = session.control_ends_at
    if control is not None:
        yield "control", control


def _sts_expiration(session: Session) -> float | None:
    if session.sts_expires_at is not None:
        return session.sts_expires_at
    storage = session.client_request.get("storageConfig")
    value = storage.get("stsExpiration") if isinstance(storage, dict) else None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and value else None


_TO_COME: dict[Name, str] = {
    "resource": "The start has to reach Agora within {0}.",
    "confirm": "Status 4 or 5 has to be seen within {0}.",
    "recover": "It counts as ended in {0} if Agora does not find it again.",
    "stop": "It is stopped in {0}.",
    "token": "The token ends in {0}; the recorder may have to leave the channel then.",
    "sts": "The storage credentials end in {0}; what is uploaded later is refused.",
    "control": "Asking, changing and stopping work for {0} more.",
}

_PASSED: dict[Name, str] = {
    "resource": "The resourceId is {0} too old to start a recording.",
    "confirm": "Status 4 or 5 is {0} late.",
    "recover": "Agora has not found it for {0} longer than a move takes.",
    "stop": "It should have been stopped {0} ago.",
    "token": "The token ended {0} ago; the recorder may have had to leave the channel.",
    "sts": "The storage credentials ended {0} ago; uploads may be refused.",
    "control": "Asking, changing and stopping ended {0} ago.",
}


def _sentence(name: Name, left: float) -> str:
    return (_TO_COME if left > 0 else _PASSED)[name].format(duration(abs(left)))
