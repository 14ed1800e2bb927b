"""What it proves that a question had no status for an answer, or that time has passed: little.

A 404 is judged by the session's own time line. Before and after the life of a recording it means
that there is none; in between Agora may be moving it to another server, for up to 90 s. Only 404
throughout that time, seen by somebody who looked, is an end.
"""

from __future__ import annotations

from agora_console.domain.durations import duration
from agora_console.domain.evidence.facts import AskFailed, Fact, Missing
from agora_console.domain.evidence.moves import change, end, enter
from agora_console.domain.evidence.status import ENDING, ends, not_in_time
from agora_console.domain.session import CONFIRM_WITHIN, FAILOVER_WINDOW, Phase, Session
from agora_console.domain.states import BLIND_AFTER

UNWATCHED = 120.0
"""Seconds between two 404 after which the second begins a window of its own: in between the
recording may have been back, and been moved again."""

_FRESH = 45.0
"""Seconds for which an answer says what is, when 90 s have passed since the start."""

_SETTLED = frozenset({Phase.STOPPING, Phase.UPLOADING, Phase.OUT_OF_REACH})
"""Phases of which no answer changes nothing."""


def on_ask_failed(session: Session, fact: AskFailed) -> Session:
    """The session after a question without a status."""
    session = change(
        session,
        last_answer=fact.kind.value,
        trouble_since=session.trouble_since if session.trouble_since is not None else fact.at,
        trouble_count=session.trouble_count + 1,
    )
    if fact.kind not in (Missing.SILENCE, Missing.NOT_ASKED):
        session = change(session, last_answer_at=fact.at)
    if session.over:
        return session
    if session.phase is Phase.DISMISSED and fact.kind is not Missing.NO_WORKER:
        return session  # what a person claimed stands until there is an answer
    match fact.kind:
        case Missing.NOT_ASKED:
            return on_time(change(session, cause=fact.why), fact)
        case Missing.EXITING:
            return _on_exiting(session, fact)
        case Missing.NO_WORKER:
            return _on_no_worker(session, fact)
    if session.phase in _SETTLED or _may_still_confirm(session, fact):
        return change(session, cause=fact.why)
    return enter(session, fact, Phase.UNKNOWN, fact.why)


def on_time(session: Session, fact: Fact) -> Session:
    """The session after some time: deadlines may have passed."""
    if session.phase is Phase.UNCONFIRMED and fact.at >= session.confirm_by:
        if _looked(session, fact):
            return enter(session, fact, Phase.FAILED, not_in_time(session))
        return enter(
            session, fact, Phase.UNKNOWN, f"90 s have passed and Agora did not say. {session.cause}"
        )
    if session.phase is Phase.RECORDING:
        blind = fact.at - (session.last_status_at or session.since)
        if blind > BLIND_AFTER:
            cause = f"The last answer is {duration(blind)} old. {session.cause}".strip()
            return enter(session, fact, Phase.UNKNOWN, cause)
    return session


def _looked(session: Session, fact: Fact) -> bool:
    """Whether somebody has just seen that it is not ready."""
    seen = max(session.last_status_at or 0.0, session.missing_at or 0.0)
    return fact.at - seen <= _FRESH


def _may_still_confirm(session: Session, fact: Fact) -> bool:
    return session.phase is Phase.UNCONFIRMED and fact.at < session.confirm_by


def _on_exiting(session: Session, fact: AskFailed) -> Session:
    cause = "Agora says that the recorder is leaving (501)."
    if session.stop_accepted_at is not None:
        return enter(session, fact, Phase.UPLOADING, cause)
    if session.stop_sent_at is None:
        cause = f"{cause} It was not stopped here. {ends(session)}"
    return enter(session, fact, Phase.STOPPING, cause)


def _on_no_worker(session: Session, fact: AskFailed) -> Session:
    last = session.missing_at
    watched = last is not None and fact.at - last <= UNWATCHED
    since = session.missing_since if watched and session.missing_since is not None else fact.at
    session = change(session, missing_since=since, missing_at=fact.at)
    if session.stop_accepted_at is not None:
        return end(
            session, fact, Phase.ENDED, "Stopped. Agora did not report whether the upload is done."
        )
    if session.last_status in ENDING:
        return end(session, fact, Phase.ENDED, _how_it_ended(session, fact))
    closes = session.control_ends_at
    # Behind the end of the control window a 404 says nothing any more.
    proven = min(fact.at, closes or fact.at) - since >= FAILOVER_WINDOW
    if session.phase is Phase.DISMISSED and not proven:
        return session
    if not proven and closes is not None and fact.at >= closes:
        return _out_of_reach(session, fact)
    if session.ids_typed:
        return _on_typed_ids(session, fact, proven)
    if session.confirmed_at is None and session.adopted_at is None:
        return _on_never_confirmed(session, fact, proven)
    if proven:
        return end(session, fact, Phase.ENDED, _how_it_ended(session, fact))
    return _perhaps_moving(session, fact)


def _out_of_reach(session: Session, fact: AskFailed) -> Session:
    return change(
        enter(
            session,
            fact,
            Phase.OUT_OF_REACH,
            "The control window has passed: Agora answers no call for this recording any more. "
            f"If it still runs, {_what_still_ends_it(session)}",
        ),
        next_ask_at=None,
    )


def _what_still_ends_it(session: Session) -> str:
    if session.mode == "web":
        return "only the longest time of a page recording (maxRecordingHour) ends it."
    return f"only {session.max_idle_time} s without anybody in the channel end it."


def _perhaps_moving(session: Session, fact: AskFailed) -> Session:
    if session.stop_sent_at is not None or session.phase is Phase.STOPPING:
        return enter(
            session,
            fact,
            Phase.STOPPING,
            "Agora does not know the task any more (404). It is ending, or moving to another "
            "server.",
        )
    return enter(
        session,
        fact,
        Phase.UNKNOWN,
        "Agora does not find the recorder (404). It may be moving to another server and still "
        "record.",
    )


def _on_typed_ids(session: Session, fact: AskFailed, proven: bool) -> Session:
    """Ids that Agora never answered to prove no end: one of them may be wrong."""
    cause = (
        "Agora does not find a recording with these ids (404). It has ended, or one of the typed "
        "ids is wrong: compare them."
        if proven
        else "Agora does not find a recording with these ids (404). It may be moving."
    )
    if session.phase is Phase.STOPPING:
        return change(session, cause=cause)
    return enter(session, fact, Phase.UNKNOWN, cause)


def _on_never_confirmed(session: Session, fact: AskFailed, proven: bool) -> Session:
    begun = session.started_at or 0.0
    sign_of_life = max(begun, session.last_status_at or 0.0)
    if proven and fact.at - begun >= CONFIRM_WITHIN:
        if session.stop_sent_at is not None:
            return end(session, fact, Phase.ENDED, _how_it_ended(session, fact))
        if (session.missing_since or 0.0) - sign_of_life > CONFIRM_WITHIN:
            return end(
                session,
                fact,
                Phase.ENDED,
                "Agora does not find the recorder any more (404). Nobody looked for "
                f"{duration((session.missing_since or 0.0) - sign_of_life)} before, so it is not "
                "known whether it ever recorded. Look in the bucket.",
            )
        return end(
            session,
            fact,
            Phase.FAILED,
            "The recorder never got ready: Agora has not found it for 90 s (404). Usual causes: "
            "wrong storage keys or bucket, wrong or expired token, wrong recording settings.",
        )
    if session.phase is Phase.UNCONFIRMED and fact.at < session.confirm_by:
        return change(session, cause="Agora does not find the recorder yet (404).")
    return _perhaps_moving(session, fact)


def _how_it_ended(session: Session, fact: AskFailed) -> str:
    if session.stop_sent_at is not None:
        if session.files:
            return "The recording has ended. Agora has not said whether its files are uploaded."
        return "The recording has ended. Agora has listed no files."
    return f"The recording ended by itself: {_how_it_is_known(session, fact)} {ends(session)}"


def _how_it_is_known(session: Session, fact: AskFailed) -> str:
    if session.last_status in ENDING:
        return f"after status {session.last_status} Agora does not find it any more (404)."
    missing = session.missing_since if session.missing_since is not None else fact.at
    gone = duration(fact.at - missing)
    if session.last_status is None or session.last_status_at is None:
        return (
            f"Agora has not found it for {gone} (404), longer than a move to another server takes."
        )
    seen = duration(missing - session.last_status_at)
    return (
        f"Agora has not found it for {gone} (404), longer than a move to another server takes; "
        f"status {session.last_status} was seen {seen} before."
    )
