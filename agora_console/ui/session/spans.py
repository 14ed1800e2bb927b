"""The phases of a session over time, as stretches for the band; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agora_console.domain.session import Phase, Session
from agora_console.ui.session.calls import phase_of

if TYPE_CHECKING:
    from agora_console.services.values import Entry

QUIET = frozenset(
    {Phase.FILES_LISTED, Phase.SAFE, Phase.IN_BACKUP, Phase.NOTHING_RECORDED, Phase.ENDED}
)
"""Phases in which nothing goes on any more: the band ends where they begin."""

TONES = {
    Phase.STARTING: "blue",
    Phase.OUTCOME_UNKNOWN: "amber",
    Phase.UNCONFIRMED: "blue",
    Phase.RECORDING: "rec",
    Phase.UNKNOWN: "amber",
    Phase.STOPPING: "blue",
    Phase.UPLOADING: "blue",
    Phase.FAILED: "danger",
    Phase.OUT_OF_REACH: "danger",
}
"""The theme role of each phase that has a length; an intent counts as starting."""


Move = tuple[float, Phase]
"""When the session came into a phase."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The session was in `phase` from `start` to `end` (seconds since the epoch)."""

    start: float
    end: float
    phase: Phase

    @property
    def length(self) -> float:
        """Seconds."""
        return self.end - self.start


def moves_of(entries: Sequence[Entry]) -> tuple[Move, ...]:
    """The changes of phase among the entries (newest first), the oldest first."""
    return tuple(
        (entry.at, phase)
        for entry in reversed(entries)
        if entry.kind == "state" and (phase := phase_of(entry))
    )


def stretches(session: Session, told: Sequence[Move], now: float) -> tuple[Stretch, ...]:
    """The phases of `session` from its beginning to `now`, or to its end; neighbours joined.

    The moves that are `told` (oldest first) may reach back less far than the session: what they
    lack is taken from the times the session itself knows.
    """
    first = told[0][0] if told else float("inf")
    moves = [move for move in _known_moves(session) if move[0] < first] + list(told)
    moves.append((session.since or session.created_at, session.phase))
    moves = [(at, Phase.STARTING if phase is Phase.INTENT else phase) for at, phase in moves]
    moves.sort(key=lambda move: move[0])
    end = session.ended_at if session.over and session.ended_at is not None else now
    return _joined(moves, max(end, moves[0][0]))


def shares(parts: Sequence[Stretch], least: float) -> tuple[float, ...]:
    """The part of the band, 0..1, that each stretch takes: `least`, and the rest by its time.

    Together they are 1; where there are too many for `least` each takes the same.
    """
    whole = sum(part.length for part in parts)
    if whole <= 0:
        return ()
    least = min(least, 1.0 / len(parts))
    room = 1.0 - least * len(parts)
    return tuple(least + room * part.length / whole for part in parts)


def _joined(moves: list[Move], end: float) -> tuple[Stretch, ...]:
    result: list[Stretch] = []
    for (start, phase), (until, _) in zip(moves, [*moves[1:], (end, Phase.ENDED)], strict=True):
        if phase in QUIET or until <= start:
            continue
        if result and result[-1].phase is phase and result[-1].end == start:
            result.append(Stretch(result.pop().start, until, phase))
        else:
            result.append(Stretch(start, until, phase))
    return tuple(result)


def _known_moves(session: Session) -> list[Move]:
    times = (
        (session.created_at, Phase.STARTING),
        (session.started_at, Phase.UNCONFIRMED),
        (session.confirmed_at, Phase.RECORDING),
        (session.missing_since, Phase.UNKNOWN),
        (session.stop_sent_at, Phase.STOPPING),
        (session.stop_accepted_at, Phase.UPLOADING),
    )
    return [(at, phase) for at, phase in times if at is not None]
