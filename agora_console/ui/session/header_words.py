"""The sentences of the header of a session page; pure."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agora_console.domain.durations import duration
from agora_console.domain.evidence.status import stop_holds
from agora_console.domain.session import Phase, Session
from agora_console.domain.states import TOKEN_NEAR
from agora_console.ui.look.looks import look, status_meaning
from agora_console.ui.look.times import both, clock_on_day, elapsed, span
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate

_SHORT_CAPTION = 27  # characters that fit below the figure


@dataclass(frozen=True, slots=True)
class Timer:
    """The big figure, and the line below it that says what it counts."""

    figure: str
    caption: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class StopState:
    """Whether stop is offered, whether it can be pressed, and what stands beside it."""

    shown: bool
    enabled: bool
    reason: str = ""


def headline(session: Session, now: float) -> str:
    """What is known now, how old that is, and when Agora is asked next."""
    parts = [_status_part(session, now), asked_part(session, now)]
    return " ".join(part for part in parts if part)


def asked_part(session: Session, now: float) -> str:
    """`Asked 12 s ago, next in 1:48.`; for one that is over, when it ended."""
    if session.over:
        ended = session.ended_at
        return (
            translate("Session", "Over since {0}.").format(clock_on_day(ended, now))
            if ended
            else ""
        )
    if not session.sid:
        return ""
    parts = (_last_part(session, now), _next_part(session, now), _stop_part(session, now))
    return ", ".join(part for part in parts if part) + "."


def timer(session: Session, now: float) -> Timer:
    """Counts from the first 4 or 5 to now, or to the end."""
    begin = session.confirmed_at
    if begin is None:
        caption = (
            translate("Session", "never confirmed")
            if session.over or session.phase is Phase.FAILED
            else translate("Session", "not confirmed yet")
        )
        return Timer("--:--:--", caption)
    claimed = session.since if session.phase is Phase.DISMISSED else None
    accepted = session.stop_accepted_at if stop_holds(session) else None
    end = accepted or session.ended_at or claimed
    start = clock_on_day(begin, now)
    if end is None:
        return Timer(
            elapsed(now - begin),
            _two_lines(translate("Session", "since confirmed"), start),
            both(begin),
        )
    caption = _two_lines(
        translate("Session", "from {0}").format(start),
        translate("Session", "to {0}").format(clock_on_day(end, now)),
    )
    return Timer(elapsed(end - begin), caption, f"{both(begin)}\n{both(end)}")


def _two_lines(first: str, second: str) -> str:
    """Two parts of a caption; one below the other where a date makes them long."""
    short = len(first) + len(second) < _SHORT_CAPTION
    return f"{first}{' ' if short else chr(10)}{second}"


def stop_state(session: Session, refused: str = "") -> StopState:
    """The state of the stop button; a stop that was sent may be sent again until it is accepted.

    `refused` says why nothing is stopped from here at all: read only, or locked.
    """
    if session.over or (session.closed and not session.stoppable):
        return StopState(False, False)
    reason = said(refused) or _why_not_stoppable(session)
    if reason:
        return StopState(True, False, reason)
    return StopState(True, True)


def _why_not_stoppable(session: Session) -> str:
    if session.start_sent_at is None:
        return translate("Session", "Nothing is started yet.")
    if not session.sid:
        return translate("Session", "Cannot be stopped: its sid is not known.")
    if session.phase is Phase.OUT_OF_REACH:
        return translate("Session", "Cannot be stopped: the control window has passed.")
    if stop_holds(session):
        return translate("Session", "Agora has accepted the stop.")
    return ""


def control_window(session: Session, now: float) -> tuple[str, str]:
    """How long stop, query and updateLayout still work, and the theme role of that."""
    ends = session.control_ends_at
    if session.over:
        return translate("Session", "over"), "muted"
    if ends is None:
        return translate("Session", "opens with the start"), "muted"
    if ends <= now:
        return translate("Session", "ended at {0}").format(clock_on_day(ends, now)), "danger"
    role = "amber" if ends - now < 3600 else "text"
    return translate("Session", "{0} left").format(span(ends - now)), role


def token_life(ends: float, now: float) -> tuple[str, str]:
    """How long the token of the recorder is valid, and the theme role of that."""
    if ends <= now:
        return translate("Session", "ended at {0}").format(clock_on_day(ends, now)), "danger"
    role = "amber" if ends - now < TOKEN_NEAR else "text"
    return translate("Session", "ends in {0}").format(span(ends - now)), role


def _status_part(session: Session, now: float) -> str:
    shown = look(session, now)
    if session.over or session.last_status is None:
        return shown.sentence
    meaning = status_meaning(session.last_status)
    calm = session.phase is Phase.RECORDING and not shown.attention
    return translate("Session", "Status {0}, {1}. {2}").format(
        session.last_status, meaning.word, meaning.sentence if calm else shown.sentence
    )


def _last_part(session: Session, now: float) -> str:
    asked = session.last_answer_at
    if session.trouble_since is not None:
        tries = (
            translate("Session", "1 question without a good answer")
            if session.trouble_count == 1
            else translate("Session", "{0} questions without a good answer").format(
                session.trouble_count
            )
        )
        last = session.last_status_at
        if last is None:
            return tries
        return translate("Session", "{0}, the last good one is {1} old").format(
            tries, span(now - last)
        )
    if asked is None:
        return translate("Session", "Not asked yet")
    return translate("Session", "Asked {0} ago").format(span(now - asked))


def _stop_part(session: Session, now: float) -> str:
    due = session.next_stop_at
    if due is None:
        return ""
    return translate("Session", "the stop is sent again in {0}").format(duration(due - now))


def _next_part(session: Session, now: float) -> str:
    due = session.next_ask_at
    if due is None:
        gone = session.phase is Phase.OUT_OF_REACH
        return translate("Session", "not asked again") if gone else ""
    if due <= now:
        return translate("Session", "asking now")
    return translate("Session", "next in {0}").format(duration(due - now))
