"""How long the journal keeps what is provably over. What may still record stays for ever."""

from __future__ import annotations

from collections.abc import Iterable

from agora_console.domain.session import Session

DAY = 86_400.0

LEAP = 30 * DAY
"""Seconds by which the clock may be ahead of everything in the journal and still be believed.

A clock that was set a year ahead by mistake must not empty the journal. Whoever was away for longer
has the rest removed when something new stands in it.
"""


def may_go(sessions: Iterable[Session], days: float, now: float) -> list[Session]:
    """The sessions that ended more than `days` ago, oldest first; `now` in seconds since the epoch.

    None for 0 days. One whose end is not known, or that a person merely said was over, is not among
    them.
    """
    known = tuple(sessions)
    if days <= 0 or not known:
        return []
    edge = min(now, max(map(_latest, known)) + LEAP) - days * DAY
    gone = [(ended, each) for each in known if (ended := _end(each)) is not None and ended < edge]
    return [session for _, session in sorted(gone, key=lambda pair: pair[0])]


def _end(session: Session) -> float | None:
    return session.ended_at if session.over else None


def _latest(session: Session) -> float:
    return max(session.created_at, session.since, session.last_answer_at or 0.0)
