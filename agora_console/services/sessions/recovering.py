"""Recovering: starts and stops that were cut off and that nobody is settling."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.failures import problem_of
from agora_console.services.recordings import Recordings


@dataclass(frozen=True, slots=True)
class Recovered:
    """What is known by now, and by channel name what kept Agora from being asked."""

    sessions: tuple[Session, ...]
    unasked: tuple[tuple[str, Problem], ...]


def cut_off(recordings: Recordings) -> tuple[Session, ...]:
    """The sessions whose start or stop has no known outcome, and nothing is under way for them."""
    return tuple(each for each in recordings.sessions() if _is_cut_off(each, recordings))


async def recover(recordings: Recordings, sessions: Sequence[Session]) -> Recovered:
    """Find out what became of these, all at once; never raises."""
    results = await asyncio.gather(
        *(recordings.recover(each.id) for each in sessions), return_exceptions=True
    )
    pairs = list(zip(sessions, results, strict=True))
    return Recovered(
        tuple(each for each in results if isinstance(each, Session)),
        tuple(
            (session.cname, problem_of(result))
            for session, result in pairs
            if isinstance(result, BaseException)
        ),
    )


def _is_cut_off(session: Session, recordings: Recordings) -> bool:
    if session.closed or session.over:
        return False
    if not session.sid:
        return session.phase is Phase.OUTCOME_UNKNOWN and not recordings.starting(session.id)
    stop_open = session.stop_sent_at is not None and session.stop_accepted_at is None
    return stop_open and not recordings.stopping(session.id)
