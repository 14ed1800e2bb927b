"""Open cases: recordings of which no question can prove the end, and who may close them.

Without its sid a recording can be neither asked nor stopped, beyond its control window no call for
it is answered, and ids that were typed prove nothing by a 404. Time proves no end either. So the
console says what it knows, and leaves the last word to a person: a claim, and shown as one.
"""

from __future__ import annotations

from agora_console.domain.durations import duration
from agora_console.domain.evidence.facts import Missing
from agora_console.domain.session import Phase, Session

HOUR = 3600.0

_CLOSE = "When you have made sure that it is over, close the case."

_NOT_ASKED = frozenset({Missing.REFUSED.value, Missing.NOT_ASKED.value})

_MAY_BE_OPEN = frozenset(
    {Phase.OUTCOME_UNKNOWN, Phase.UNKNOWN, Phase.OUT_OF_REACH, Phase.FAILED, Phase.STOPPING}
)


def is_open_case(session: Session) -> bool:
    """True where it may still record and no answer of Agora is to be expected."""
    if not session.live or session.phase not in _MAY_BE_OPEN:
        return False
    if not session.sid or session.phase is Phase.OUT_OF_REACH or session.ids_typed:
        return True
    return session.last_answer in _NOT_ASKED


def why_not_closable(session: Session) -> str:
    """Why a person cannot close the case, in a sentence; empty where that is possible."""
    if is_open_case(session):
        return ""
    if session.over:
        return "This recording is over."
    if session.closed:
        return "This case is closed already."
    if not session.live:
        return "Nothing was started yet."
    return "Agora still answers for this recording: stop it, and its end will be proven."


def what_is_known(session: Session, now: float) -> str:
    """What can be said of an open case at `now` (seconds since the epoch); else empty."""
    if not is_open_case(session):
        return ""
    parts = (_heard(session, now), _longest(session, now), _window(session, now), _CLOSE)
    return " ".join(part for part in parts if part)


def _heard(session: Session, now: float) -> str:
    begun = session.start_sent_at
    if session.sid or begun is None:
        return ""
    return f"The start was sent {duration(now - begun)} ago."


def _longest(session: Session, now: float) -> str:
    """What the longest time of a page recording says; other modes have none."""
    begun, hours = session.start_sent_at, session.longest_hours
    if begun is None or hours is None:
        return ""
    left = begun + hours * HOUR - now
    if left > 0:
        return f"By its longest time it ends in {duration(left)}."
    return f"By its longest time it should have ended {duration(-left)} ago; Agora did not say so."


def _window(session: Session, now: float) -> str:
    begun = session.start_sent_at
    if session.sid or begun is None:
        return ""
    left = begun + session.control_hours * HOUR - now
    if left > 0:
        return ""
    return (
        f"Its control window ended {duration(-left)} ago: nobody could stop it any more, even with "
        "its sid."
    )
