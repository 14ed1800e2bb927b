"""The words of the states: what a person reads of a session, now.

The word is the truth; shape and tone only help. `look` claims no more than the last answer proves.
"""

from __future__ import annotations

from dataclasses import dataclass

from agora_console.domain.session import CONFIRM_WITHIN, FAILOVER_WINDOW, Phase, Session

LONG_FOUR = 60.0
"""Seconds in status 4 after which "in the channel, nothing stored yet" is worth attention."""

STALE_AFTER = 300.0
"""Seconds without a status, at most, after which an answer no longer proves a recording."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a state shows: `word`, `shape` and `tone` for the chip, `sentence` beside it.

    Shapes: outline, ring, half, dot, dot_alert, question, up, check_outline, check, backup, empty,
    square, cross, barred. Tones: neutral, blue, red_fill, amber, green, grey, red_outline.
    `attention` is True when somebody should look.
    """

    word: str
    shape: str
    tone: str
    sentence: str = ""
    attention: bool = False


READY_LOOK = Look("READY", "outline", "neutral")


def not_ready_look(problems: int) -> Look:
    """The look of a draft that cannot start yet."""
    plural = "" if problems == 1 else "s"
    return Look("NOT READY", "outline", "neutral", f"{problems} problem{plural}")


_FIXED: dict[Phase, tuple[str, str, str, bool]] = {
    Phase.INTENT: ("STARTING", "ring", "blue", False),
    Phase.STARTING: ("STARTING", "ring", "blue", False),
    Phase.OUTCOME_UNKNOWN: ("UNKNOWN, MAY RECORD", "question", "amber", True),
    Phase.STOPPING: ("STOPPING", "up", "blue", False),
    Phase.UPLOADING: ("UPLOADING", "up", "blue", False),
    Phase.FILES_LISTED: ("FILES LISTED", "check_outline", "neutral", False),
    Phase.IN_BACKUP: ("IN AGORA BACKUP", "backup", "amber", True),
    Phase.NOTHING_RECORDED: ("NOTHING RECORDED", "empty", "amber", True),
    Phase.ENDED: ("ENDED", "square", "grey", False),
    Phase.FAILED: ("FAILED", "cross", "red_outline", True),
    Phase.OUT_OF_REACH: ("RUNNING, OUT OF REACH", "barred", "red_outline", True),
}


def look(session: Session, now: float) -> Look:
    """The look of `session` at `now` (seconds since the epoch, UTC)."""
    match session.phase:
        case Phase.UNCONFIRMED:
            return _unconfirmed(session, now)
        case Phase.RECORDING:
            return _recording(session, now)
        case Phase.UNKNOWN:
            return _unknown(session, now)
        case Phase.FILES_LISTED:
            count = len(session.files)
            files = "1 file" if count == 1 else f"{count} files"
            listed = f"{files} listed. {session.cause}" if count else session.cause
            return Look("FILES LISTED", "check_outline", "neutral", listed)
        case phase:
            word, shape, tone, attention = _FIXED[phase]
            return Look(word, shape, tone, session.cause, attention)


def attention_reason(session: Session, now: float) -> str:
    """Why a recording that was confirmed needs a look; empty when all is well."""
    asked = session.last_status_at if session.last_status_at is not None else session.since
    if now - asked > stale_after(session):
        return f"The last answer is {duration(now - asked)} old."
    if session.last_status == 4 and now - session.since > LONG_FOUR and not session.files:
        return (
            "In the channel, nothing stored yet. Nobody publishes, the channel type or the "
            "encryption is wrong, or the storage refuses."
        )
    ends = session.control_ends_at
    if ends is not None and ends - now < 3600.0:
        return f"The control window ends in {duration(max(0.0, ends - now))}."
    return ""


def stale_after(session: Session) -> float:
    """Seconds after which the last answer is older than two polls."""
    return min(STALE_AFTER, max(30.0, 2.0 * session.max_idle_time))


def duration(seconds: float) -> str:
    """`0:41`, `12:05` or `1:02:03`; whole seconds, never negative."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def _unconfirmed(session: Session, now: float) -> Look:
    left = (session.started_at or session.since) + CONFIRM_WITHIN - now
    by = f"Confirm within {duration(left)}." if left > 0 else "Not confirmed within 90 s."
    sentence = f"{by} {session.cause}".strip()
    return Look("STARTED, NOT CONFIRMED", "half", "blue", sentence, left <= 0)


def _recording(session: Session, now: float) -> Look:
    reason = attention_reason(session, now)
    if reason:
        return Look("REC !", "dot_alert", "red_fill", reason, True)
    stored = (
        "In progress: the first file is stored."
        if session.last_status == 5
        else "Ready: the recorder is in the channel, nothing stored yet."
    )
    return Look("REC", "dot", "red_fill", stored)


def _unknown(session: Session, now: float) -> Look:
    sentence = session.cause
    if session.missing_since is not None:
        gone = min(now - session.missing_since, FAILOVER_WINDOW)
        sentence += f" Recovering, {duration(gone)} of {duration(FAILOVER_WINDOW)}."
    return Look("UNKNOWN, MAY STILL RECORD", "question", "amber", sentence, True)
