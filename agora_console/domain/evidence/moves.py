"""Which phase may follow which, and the only ways to enter one.

The table is the shape of a session's life. `judge` decides by facts; a decision that the table
does not know is a mistake in the rules. It must not crash a show that records, so `checked` lets
everything of the fact in but the move, and says so in the log as an error. Tests fail on that.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from agora_console.domain.evidence.facts import Fact
from agora_console.domain.session import Phase, Session

log = logging.getLogger(__name__)

END = frozenset(
    {
        Phase.FILES_LISTED,
        Phase.SAFE,
        Phase.IN_BACKUP,
        Phase.NOTHING_RECORDED,
        Phase.ENDED,
        Phase.FAILED,
    }
)
"""Phases of a session that is over; FAILED may still turn out to record, and is over later."""

_AFTER_STOP = frozenset(
    {
        Phase.UPLOADING,
        Phase.FILES_LISTED,
        Phase.IN_BACKUP,
        Phase.NOTHING_RECORDED,
        Phase.ENDED,
        Phase.FAILED,
    }
)
_IN_DOUBT = frozenset({Phase.UNKNOWN, Phase.STOPPING, Phase.ENDED, Phase.FAILED})

MOVES: Mapping[Phase, frozenset[Phase]] = MappingProxyType(
    {
        Phase.INTENT: frozenset({Phase.STARTING, Phase.FAILED}),
        Phase.STARTING: frozenset(
            {Phase.OUTCOME_UNKNOWN, Phase.UNCONFIRMED, Phase.UNKNOWN, Phase.FAILED}
        ),
        Phase.OUTCOME_UNKNOWN: frozenset(
            {Phase.UNCONFIRMED, Phase.UNKNOWN, Phase.FAILED, Phase.DISMISSED}
        ),
        Phase.UNCONFIRMED: _IN_DOUBT | {Phase.RECORDING, Phase.OUT_OF_REACH},
        Phase.RECORDING: _IN_DOUBT | {Phase.OUT_OF_REACH},
        # A recording that runs without a sid may still get one, by the same start sent again.
        # A stop that is sent again is answered there as well.
        Phase.UNKNOWN: _IN_DOUBT
        | _AFTER_STOP
        | {Phase.UNCONFIRMED, Phase.RECORDING, Phase.OUT_OF_REACH, Phase.DISMISSED},
        # Until a stop is accepted, the recording may come back from wherever it was moved to.
        Phase.STOPPING: _AFTER_STOP
        | {Phase.UNKNOWN, Phase.UNCONFIRMED, Phase.RECORDING, Phase.OUT_OF_REACH, Phase.DISMISSED},
        # Agora may accept a stop and go on recording.
        Phase.UPLOADING: _AFTER_STOP | {Phase.UNKNOWN},
        Phase.FAILED: _IN_DOUBT
        | {Phase.RECORDING, Phase.UNCONFIRMED, Phase.OUT_OF_REACH, Phase.DISMISSED},
        Phase.OUT_OF_REACH: _IN_DOUBT
        | _AFTER_STOP
        | {Phase.RECORDING, Phase.UNCONFIRMED, Phase.DISMISSED},
        # What a person claims is no proof: whatever Agora says later counts more.
        Phase.DISMISSED: _IN_DOUBT | _AFTER_STOP | {Phase.RECORDING, Phase.UNCONFIRMED},
        # 404 for longer than a move takes is an end; a 4 or 5 all the same is stronger evidence.
        Phase.ENDED: frozenset({Phase.RECORDING, Phase.SAFE}),
        Phase.FILES_LISTED: frozenset({Phase.SAFE}),
        Phase.IN_BACKUP: frozenset({Phase.SAFE}),
        Phase.NOTHING_RECORDED: frozenset({Phase.SAFE}),
        # A file may be gone at the next look.
        Phase.SAFE: frozenset({Phase.FILES_LISTED}),
    }
)
"""From each phase, the phases that may follow it; staying in a phase is always legal."""


def legal(before: Session, after: Session) -> bool:
    """Whether a session may become another by one fact."""
    if before.phase is not after.phase and after.phase not in MOVES[before.phase]:
        return False
    if before.over and not after.over:
        return after.phase is Phase.RECORDING
    return not after.over or after.phase in END


def checked(before: Session, after: Session, fact: Fact) -> Session:
    """`after`; without its phase when that is illegal, which is a mistake of the program."""
    if legal(before, after):
        return after
    log.error(
        "Illegal move: %s to %s%s by %s",
        before.phase,
        after.phase,
        " (over)" if after.over else "",
        type(fact).__name__,
    )
    kept = {name: getattr(before, name) for name in ("phase", "since", "over", "ended_at")}
    return change(after, **kept)


def enter(session: Session, fact: Fact, phase: Phase, cause: str) -> Session:
    """The session in `phase`; `since` moves only when the phase does."""
    since = session.since if session.phase is phase else fact.at
    return change(session, phase=phase, since=since, cause=cause)


def end(session: Session, fact: Fact, phase: Phase, cause: str) -> Session:
    """The session over: nothing records any more."""
    session = enter(session, fact, phase, cause)
    return change(session, over=True, ended_at=fact.at, next_ask_at=None)


def change(session: Session, **changes: Any) -> Session:
    """A copy with other values."""
    return session.model_copy(update=changes)
