"""The words of the states: what a person reads of a session, now.

The word is the truth; shape and tone only help. `look` claims no more than the last answer proves.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

from agora_console.domain.durations import duration
from agora_console.domain.files.verdict import Verdict
from agora_console.domain.open_case import what_is_known
from agora_console.domain.session import (
    FAILOVER_WINDOW,
    RESOURCE_LIFE,
    Mode,
    Phase,
    Session,
)

LONG_FOUR: dict[Mode, float] = {"mix": 60.0, "individual": 90.0, "web": 60.0}
"""Seconds in status 4 after which "in the channel, nothing stored yet" is worth attention.

The first file of a mix comes after 15 s, those of an individual recording after up to a minute.
"""

TOKEN_NEAR = 900.0
"""Seconds before the end of its token from which on a recording is worth attention."""

CONTROL_NEAR = 3600.0
"""Seconds before the end of its control window from which on one is worth attention."""

STALE_AFTER = 300.0
"""Seconds after which, at most, the last status is too old to be left without a word."""

BLIND_AFTER = STALE_AFTER + FAILOVER_WINDOW
"""Seconds after which the last status does not prove a recording any more."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a state shows: `word`, `shape` and `tone` for the chip, `sentence` beside it.

    Shapes: outline, ring, half, dot, dot_alert, question, alert, up, check_outline, check, backup,
    empty, square, cross, barred. Tones: neutral, blue, red_fill, amber, green, grey, red_outline.
    `attention` is True when somebody should look. `since` is when the state was entered,
    `answered_at` when the last status came, `age` how many seconds ago that was; `next` says what
    comes next. These move with the time, so two looks that differ in nothing else are equal.
    """

    word: str
    shape: str
    tone: str
    sentence: str = ""
    attention: bool = False
    since: float | None = field(default=None, compare=False)
    answered_at: float | None = field(default=None, compare=False)
    age: float | None = field(default=None, compare=False)
    next: str = field(default="", compare=False)


READY_LOOK = Look("READY", "outline", "neutral")


def not_ready_look(problems: int) -> Look:
    """The look of a draft that cannot start yet."""
    counted = "1 problem" if problems == 1 else f"{problems} problems"
    return Look("NOT READY", "outline", "neutral", counted)


_FIXED: dict[Phase, tuple[str, str, str, bool]] = {
    Phase.INTENT: ("STARTING", "ring", "blue", False),
    Phase.STARTING: ("STARTING", "ring", "blue", False),
    Phase.OUTCOME_UNKNOWN: ("UNKNOWN, MAY RECORD", "question", "amber", True),
    Phase.STOPPING: ("STOPPING", "up", "blue", False),
    Phase.UPLOADING: ("UPLOADING", "up", "blue", False),
    Phase.FILES_LISTED: ("FILES LISTED", "check_outline", "neutral", False),
    Phase.SAFE: ("SAFE", "check", "green", False),
    Phase.IN_BACKUP: ("IN AGORA BACKUP", "backup", "amber", True),
    Phase.NOTHING_RECORDED: ("NOTHING RECORDED", "empty", "amber", True),
    Phase.ENDED: ("ENDED", "square", "grey", False),
    Phase.FAILED: ("FAILED", "cross", "red_outline", True),
    Phase.OUT_OF_REACH: ("RUNNING, OUT OF REACH", "barred", "red_outline", True),
    Phase.DISMISSED: ("CLOSED, NOT PROVEN", "square", "grey", False),
}


def look(session: Session, now: float) -> Look:
    """The look of `session` at `now` (seconds since the epoch, UTC)."""
    shown, answered_at = _look(session, now), session.last_status_at
    return Look(  # every field by hand, as it is made for every session of a journal
        shown.word,
        shown.shape,
        shown.tone,
        shown.sentence,
        shown.attention,
        since=session.since,
        answered_at=answered_at,
        age=None if answered_at is None else max(0.0, now - answered_at),
        next=what_comes_next(session, now),
    )


def what_comes_next(session: Session, now: float) -> str:
    """What happens next by itself: when Agora is asked, and what a deadline will change."""
    parts = (_next_stop(session, now), _next_question(session, now), _next_change(session, now))
    return " ".join(part for part in parts if part)


def _next_stop(session: Session, now: float) -> str:
    due = session.next_stop_at
    if session.over or due is None:
        return ""
    return f"The stop is sent again in {duration(due - now)}."


def _next_question(session: Session, now: float) -> str:
    if session.phase is Phase.OUTCOME_UNKNOWN:
        left = (session.acquired_at or session.since) + RESOURCE_LIFE - now
        if left <= 0:
            return "The resourceId is too old to find out by starting again."
        return f"The same start is sent again until there is an answer, for {duration(left)} more."
    due = session.next_ask_at
    if session.closed or due is None:
        return ""
    return f"Asked again in {duration(due - now)}." if due > now else "Being asked now."


def _next_change(session: Session, now: float) -> str:
    if session.over:
        return ""
    if session.phase is Phase.UNCONFIRMED and session.confirm_by > now:
        return f"Counts as not started in {duration(session.confirm_by - now)}."
    if session.missing_since is None or session.ids_typed:
        return ""
    left = session.missing_since + FAILOVER_WINDOW - now
    return f"Counts as ended in {duration(left)} if it stays away." if left > 0 else ""


def _look(session: Session, now: float) -> Look:
    match session.phase:
        case Phase.UNCONFIRMED:
            return _unconfirmed(session, now)
        case Phase.RECORDING:
            return _recording(session, now)
        case Phase.UNKNOWN:
            return _unknown(session, now, session.cause)
        case Phase.FILES_LISTED:
            count = len(session.files)
            files = "1 file" if count == 1 else f"{count} files"
            listed = f"{files} listed. {session.cause}" if count else session.cause
            if session.arrival is not None and session.arrival.verdict is Verdict.INCOMPLETE:
                return Look("FILES INCOMPLETE", "alert", "amber", listed, attention=True)
            return Look("FILES LISTED", "check_outline", "neutral", listed)
        case phase:
            word, shape, tone, attention = _FIXED[phase]
            sentence = f"{session.cause} {what_is_known(session, now)}".strip()
            return Look(word, shape, tone, sentence, attention)


def next_turn(session: Session, now: float) -> float:
    """When word, shape, tone or attention may become others by time alone; infinity for never.

    Seconds since the epoch, from `now` on. Until then `look` differs in its sentences only.
    """
    return min((moment for moment in _turns(session) if moment >= now), default=math.inf)


def _turns(session: Session) -> Iterator[float]:
    """Every moment after which a phase looks otherwise than before."""
    if session.phase is Phase.UNCONFIRMED:
        yield session.confirm_by
    elif session.phase is Phase.RECORDING:
        answered = session.last_status_at if session.last_status_at is not None else session.since
        yield answered + stale_after(session)
        yield answered + BLIND_AFTER
        yield session.since + LONG_FOUR[session.mode]
        if session.control_ends_at is not None:
            yield session.control_ends_at - CONTROL_NEAR
        if session.token_expires_at is not None:
            yield session.token_expires_at - TOKEN_NEAR


def attention_reason(session: Session, now: float) -> str:
    """Why a recording that was confirmed needs a look; empty when all is well."""
    age = _age(session, now)
    if age > stale_after(session):
        return f"The last answer is {duration(age)} old. {session.cause}".strip()
    if session.cause:
        return session.cause
    long = now - session.since > LONG_FOUR[session.mode]
    if session.last_status == 4 and long and not session.files:
        return (
            "In the channel, nothing stored yet. Nobody publishes, the channel type or the "
            "encryption is wrong, or the storage refuses."
        )
    ends = session.control_ends_at
    if ends is not None and ends - now < CONTROL_NEAR:
        return f"The control window ends in {duration(max(0.0, ends - now))}."
    return _token_reason(session, now)


def _token_reason(session: Session, now: float) -> str:
    ends = session.token_expires_at
    if ends is None or ends - now >= TOKEN_NEAR:
        return ""
    if ends > now:
        left = duration(ends - now)
        return f"The token ends in {left}; the recorder may have to leave the channel then."
    return "The token has ended; the recorder may have had to leave the channel."


def stale_after(session: Session) -> float:
    """Seconds after which the last answer is older than two polls."""
    return min(STALE_AFTER, max(30.0, 2.0 * idle_limit(session)))


def idle_limit(session: Session) -> float:
    """Seconds alone in the channel after which the recorder leaves; a page is never alone."""
    return math.inf if session.mode == "web" else float(session.max_idle_time)


def _age(session: Session, now: float) -> float:
    """Seconds since the last status."""
    asked = session.last_status_at if session.last_status_at is not None else session.since
    return now - asked


def _unconfirmed(session: Session, now: float) -> Look:
    left = session.confirm_by - now
    by = f"Confirm within {duration(left)}." if left > 0 else "Not confirmed within 90 s."
    sentence = f"{by} {session.cause}".strip()
    return Look("STARTED, NOT CONFIRMED", "half", "blue", sentence, left <= 0)


def _recording(session: Session, now: float) -> Look:
    if _age(session, now) > BLIND_AFTER:
        return _unknown(session, now, attention_reason(session, now))
    reason = attention_reason(session, now)
    if reason:
        return Look("REC !", "dot_alert", "red_fill", reason, True)
    stored = (
        "In progress: the first file is stored."
        if session.last_status == 5
        else "Ready: the recorder is in the channel, nothing stored yet."
    )
    return Look("REC", "dot", "red_fill", stored)


def _unknown(session: Session, now: float, sentence: str) -> Look:
    if session.missing_since is not None:
        gone = now - session.missing_since
        if gone < FAILOVER_WINDOW:
            sentence += f" Recovering, {duration(gone)} of {duration(FAILOVER_WINDOW)}."
    sentence = f"{sentence} {what_is_known(session, now)}".strip()
    return Look("UNKNOWN, MAY STILL RECORD", "question", "amber", sentence, True)
