"""When a lost recording is started again: a pure decision on what is known of it.

Only a proven loss counts. A recording that may still run is never made good, for two would record
and bill; nor is one that somebody ended, here or elsewhere, or that left an empty channel. What
Agora does not tell apart is a stop from another desk, or an empty channel, between two questions:
both look like a loss.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from agora_console.domain.durations import duration
from agora_console.domain.evidence.facts import Missing
from agora_console.domain.evidence.moves import change
from agora_console.domain.evidence.status import ENDING, presumed_over
from agora_console.domain.guards import Watchdog, are_partners
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import idle_limit

LATE = 900.0
"""Seconds after the cool-down for which a loss is still made good: the show may be over then."""

UNWATCHED = 900.0
"""Seconds without a question after which a 404 does not say when, and so why, it ended."""

ON_TIME = 60.0
"""Seconds before the longest time of a page recording at which its end is the one ordered."""


class Step(StrEnum):
    """What a watchdog does now."""

    ARMED = "armed"  # nothing is lost
    WAIT = "wait"  # lost; the cool-down runs
    ASK = "ask"  # Agora is asked once more whether it is really over
    START = "start"  # start again, now
    OFF = "off"  # nothing any more, and nothing is to be made good
    GIVE_UP = "give_up"  # lost, and not started again: a person must know


@dataclass(frozen=True, slots=True)
class Decision:
    """`sentence` is what a person reads; `at` is when WAIT ends, in seconds since the epoch."""

    step: Step
    sentence: str
    at: float | None = None


def decide(
    session: Session, successor: Session | None, others: Iterable[Session], now: float
) -> Decision:
    """What the watchdog of `session` does at `now`.

    `successor` is the session that follows it already, `others` are those of the same journal.
    """
    dog = session.watchdog
    if dog is None:
        return Decision(Step.OFF, "It is not started again after a loss.")
    if dog.off:
        return Decision(Step.OFF, dog.off)
    if successor is not None:
        return Decision(Step.OFF, f"Lost, and started again with UID {successor.uid}.")
    if not session.over:
        return Decision(Step.ARMED, _armed(session, dog))
    if reason := _no_loss(session):
        return Decision(Step.OFF, f"Not started again: {reason}")
    return _on_loss(session, dog, others, now)


def _on_loss(session: Session, dog: Watchdog, others: Iterable[Session], now: float) -> Decision:
    ended = session.ended_at if session.ended_at is not None else session.since
    due = ended + dog.cool_down
    if reason := _not_now(session, dog, ended, others, now):
        return Decision(Step.GIVE_UP, f"Not started again: {reason}")
    if now < due:
        left = duration(due - now)
        sentence = f"Lost. It is started again in {left}, with another UID."
        return Decision(Step.WAIT, sentence, due)
    if presumed_over(session) and not _still_missing(session, due):
        return Decision(Step.ASK, "Lost. Agora is asked once more before it is started again.")
    return Decision(Step.START, "Lost. It is started again now.")


def stood_down(session: Session, why: str) -> Session:
    """The session with its watchdog off; the first reason counts."""
    dog = session.watchdog
    if dog is None or dog.off:
        return session
    return change(session, watchdog=dog.model_copy(update={"off": why}))


def keys_forgotten(session: Session) -> Session:
    """The session without keys that are kept for its watchdog."""
    dog = session.watchdog
    if dog is None or dog.forgotten:
        return session
    return change(session, watchdog=dog.model_copy(update={"forgotten": True}))


def _armed(session: Session, dog: Watchdog) -> str:
    left = dog.times - session.restarts
    if left <= 0:
        return f"Started again {_times(session.restarts)} already, which is the most."
    return f"Armed: after a proven loss it is started again, {left} of {_times(dog.times)} left."


def _no_loss(session: Session) -> str:
    """Why the end of a session is no loss; empty when it is one."""
    if session.phase not in (Phase.ENDED, Phase.FAILED) or session.stop_sent_at is not None:
        return "it was stopped."
    if not session.sid:
        # What makes a loss good and was not started leaves the loss as it was.
        return "" if session.predecessor_id else "nothing was started, so nothing is lost."
    if session.last_status in ENDING or session.ending_at is not None:
        return "it ended in order, because the channel was empty or somebody stopped it elsewhere."
    if _was_at_its_end(session):
        return f"its longest time, {session.longest_hours} h, was reached."
    if _was_idle(session):
        return (
            f"nothing was ever stored, and {session.max_idle_time} s without anybody in the "
            "channel end a recording."
        )
    return ""


def _was_at_its_end(session: Session) -> bool:
    """Whether a page recording ended when its longest time (`maxRecordingHour`) was over."""
    hours, begun = session.longest_hours, session.started_at
    gone = session.missing_since if session.missing_since is not None else session.ended_at
    if hours is None or begun is None or gone is None:
        return False
    return gone - begun >= hours * 3600.0 - ON_TIME


def _was_idle(session: Session) -> bool:
    """Whether it has stored nothing for so long that an empty channel has ended it."""
    begun, gone = session.started_at, session.missing_since
    if session.confirmed_at is None or session.last_status != 4 or session.files:
        return False
    if _unwatched(session) > UNWATCHED:
        return False
    return begun is not None and gone is not None and gone - begun >= idle_limit(session)


def _not_now(
    session: Session, dog: Watchdog, ended: float, others: Iterable[Session], now: float
) -> str:
    """What speaks against starting again after a loss; empty when nothing does."""
    if session.restarts >= dog.times:
        return f"it was started again {_times(dog.times)}, which is the most that was ordered."
    if dog.until is not None and now >= dog.until:
        return "the time for which the watchdog was ordered has passed."
    unwatched = _unwatched(session)
    if unwatched > UNWATCHED:
        return f"nobody looked for {duration(unwatched)} before, so why it ended is not known."
    if now > ended + dog.cool_down + LATE:
        return f"the loss is {duration(now - ended)} old."
    for other in others:
        if _in_the_way(session, other, ended):
            return f"UID {other.uid} records this channel, or has since."
    return ""


def _unwatched(session: Session) -> float:
    """Seconds between the last answer and the first 404; 0 where the end was seen."""
    if not presumed_over(session) or session.missing_since is None:
        return 0.0
    return session.missing_since - max(session.last_status_at or 0.0, session.started_at or 0.0)


def _in_the_way(session: Session, other: Session, ended: float) -> bool:
    """Whether another recording would be doubled, or has taken the place of the lost one."""
    wanted = (session.app_id, session.cname, session.mode)
    if other.id == session.id or (other.app_id, other.cname, other.mode) != wanted:
        return False
    if are_partners(session, other):
        return False
    return not other.over or (bool(other.sid) and other.created_at > ended)


def _still_missing(session: Session, since: float) -> bool:
    asked = session.last_answer_at
    return session.last_answer == Missing.NO_WORKER.value and asked is not None and asked >= since


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
