"""From one fact to the next session: the only place where a phase changes.

Every phase is entered on evidence alone. What is not proven stays open: a 404 may be a failover
for 90 s, silence and 5xx never prove an end, a 200 on start proves no recording.
"""

from __future__ import annotations

from typing import Any

from agora_console.domain.facts import (
    AcquireSent,
    AskFailed,
    Fact,
    LayoutAccepted,
    Missing,
    Refused,
    ResourceReceived,
    SidReceived,
    StartSent,
    StartUnanswered,
    StartWithoutSid,
    StatusSeen,
    StopAccepted,
    StopFoundEnding,
    StopFoundNothing,
    StopRefused,
    StopSent,
    StopUnanswered,
    TimePassed,
)
from agora_console.domain.session import (
    CONFIRM_WITHIN,
    FAILOVER_WINDOW,
    FileEntry,
    Phase,
    Session,
    Uploading,
)

RUNNING = frozenset({4, 5})
ENDING = frozenset({6, 7, 8})
ABNORMAL_EXIT = 20


def judge(session: Session, fact: Fact) -> Session:
    """The session after `fact`. Pure; TypeError for a fact that no rule knows."""
    match fact:
        case StatusSeen():
            return _on_status(session, fact)
        case AskFailed():
            return _on_ask_failed(session, fact)
        case LayoutAccepted(layout=layout):
            return _with(session, layout=layout, layout_at=fact.at)
        case TimePassed():
            return _on_time(session, fact)
        case AcquireSent() | ResourceReceived() | StartSent() | SidReceived():
            return _on_start(session, fact)
        case StartUnanswered(why=why):
            return _enter(session, fact, Phase.OUTCOME_UNKNOWN, why)
        case StartWithoutSid(why=why):
            return _enter(session, fact, Phase.UNKNOWN, why)
        case _:
            return _on_stop(session, fact)


def _on_start(session: Session, fact: Fact) -> Session:
    sent, acquired = session.start_sent_at, session.acquired_at or 0.0
    # Another resourceId begins another start, whose outcome has to be found out by itself.
    first = sent if sent is not None and sent >= acquired else fact.at
    match fact:
        case ResourceReceived(resource_id=resource_id):
            return _with(session, resource_id=resource_id, acquired_at=fact.at)
        case StartSent():
            return _with(session, start_sent_at=first, cause="Start sent, waiting for the sid.")
        case SidReceived(sid=sid):
            return _enter(
                _with(session, sid=sid, started_at=fact.at, start_sent_at=first),
                fact,
                Phase.UNCONFIRMED,
                "Agora accepted the start. That it records is not confirmed yet.",
            )
        case _:
            return _enter(session, fact, Phase.STARTING, "Asking Agora for a recorder (acquire).")


def _on_stop(session: Session, fact: Fact) -> Session:
    match fact:
        case Refused(why=why):
            return _end(session, fact, Phase.FAILED, why)
        case StopSent():
            first = session.stop_sent_at if session.stop_sent_at is not None else fact.at
            session = _with(session, stop_sent_at=first)
            return _enter(session, fact, Phase.STOPPING, "Stop sent, waiting for Agora's answer.")
        case StopAccepted(uploading=uploading, files=files):
            return _on_stop_accepted(session, fact, uploading, files)
        case StopFoundEnding(files=files):
            return _enter(
                _with(session, files=files or session.files),
                fact,
                Phase.STOPPING,
                "Agora says that this recording is ending already (49). Waiting for its end.",
            )
        case StopFoundNothing():
            return _end(
                session,
                fact,
                Phase.NOTHING_RECORDED,
                "Nobody was publishing while the recorder was in the channel, so there is no file.",
            )
        case StopUnanswered(why=why):
            return _enter(session, fact, Phase.STOPPING, why)
        case StopRefused(why=why):
            return _enter(session, fact, Phase.UNKNOWN, why)
        case _:
            raise TypeError(f"No rule for {type(fact).__name__}")


def _on_stop_accepted(
    session: Session, fact: Fact, uploading: Uploading | None, files: tuple[FileEntry, ...]
) -> Session:
    session = _with(
        session,
        stop_accepted_at=fact.at,
        uploading=uploading,
        files=files or session.files,
        last_answer="200",
        last_answer_at=fact.at,
    )
    match uploading:
        case Uploading.UPLOADED:
            return _end(
                session,
                fact,
                Phase.FILES_LISTED,
                "Agora says that all files are uploaded. Nobody has looked in the bucket.",
            )
        case Uploading.BACKUPED:
            return _end(
                session,
                fact,
                Phase.IN_BACKUP,
                "At least one file went to Agora's backup first. It is delayed, not lost.",
            )
        case _:
            return _enter(
                session,
                fact,
                Phase.UPLOADING,
                "Agora accepted the stop and has not said whether the files are uploaded.",
            )


def _on_status(session: Session, fact: StatusSeen) -> Session:
    session = _with(
        session,
        last_status=fact.status,
        last_status_at=fact.at,
        last_answer="200",
        last_answer_at=fact.at,
        trouble_since=None,
        trouble_count=0,
        missing_since=None,
        files=session.files if not fact.files else fact.files,
    )
    if session.over:
        return session
    if fact.status == ABNORMAL_EXIT:
        return _end(
            session,
            fact,
            Phase.FAILED,
            "The recorder exited abnormally (status 20). Start again with another UID.",
        )
    if fact.status in ENDING:
        return _on_ending_status(session, fact)
    if session.stop_sent_at is not None and session.phase in (Phase.STOPPING, Phase.UPLOADING):
        return _with(
            session, cause=f"Stop was sent; Agora still reports status {_number(fact.status)}."
        )
    if fact.status in RUNNING:
        confirmed = session.confirmed_at if session.confirmed_at is not None else fact.at
        return _enter(_with(session, confirmed_at=confirmed), fact, Phase.RECORDING, "")
    return _on_early_status(session, fact)


def _on_ending_status(session: Session, fact: StatusSeen) -> Session:
    if session.stop_accepted_at is not None:
        return session
    if session.stop_sent_at is not None:
        cause = f"Agora is ending the recording (status {fact.status})."
    else:
        cause = (
            f"Agora is ending the recording (status {fact.status}); it was not stopped here. "
            "Nobody in the channel for the idle time, or stopped from elsewhere."
        )
    return _enter(session, fact, Phase.STOPPING, cause)


def _on_early_status(session: Session, fact: StatusSeen) -> Session:
    if session.confirmed_at is not None:
        return _enter(
            session,
            fact,
            Phase.UNKNOWN,
            f"Agora reports status {_number(fact.status)} after it had recorded: it is recovering.",
        )
    if session.phase is Phase.UNKNOWN:
        session = _enter(session, fact, Phase.UNCONFIRMED, "")
    return _on_time(_with(session, cause=""), fact)


def _on_ask_failed(session: Session, fact: AskFailed) -> Session:
    session = _with(
        session,
        last_answer=fact.kind.value,
        trouble_since=session.trouble_since if session.trouble_since is not None else fact.at,
        trouble_count=session.trouble_count + 1,
    )
    if fact.kind is not Missing.SILENCE:
        session = _with(session, last_answer_at=fact.at)
    if session.over:
        return session
    if fact.kind is Missing.EXITING:
        return _enter(
            session, fact, Phase.STOPPING, "Agora says that the recorder is leaving (501)."
        )
    if fact.kind is Missing.NO_WORKER:
        return _on_no_worker(session, fact)
    if session.phase in (Phase.STOPPING, Phase.UPLOADING):
        return _with(session, cause=fact.why)
    if session.phase is Phase.UNCONFIRMED and fact.at < _confirm_by(session):
        return _with(session, cause=fact.why)
    return _enter(session, fact, Phase.UNKNOWN, fact.why)


def _on_no_worker(session: Session, fact: AskFailed) -> Session:
    missing_since = session.missing_since if session.missing_since is not None else fact.at
    session = _with(session, missing_since=missing_since)
    if session.control_ends_at is not None and fact.at >= session.control_ends_at:
        return _enter(
            session,
            fact,
            Phase.OUT_OF_REACH,
            "The control window has passed: Agora answers no call for this recording any more. "
            f"If it still runs, only {session.max_idle_time} s without anybody in the channel "
            "end it.",
        )
    if session.stop_accepted_at is not None:
        return _end(
            session, fact, Phase.ENDED, "Stopped. Agora did not report whether the upload is done."
        )
    if session.last_status in ENDING:
        return _end(session, fact, Phase.ENDED, _how_it_ended(session))
    if session.confirmed_at is None and session.phase is not Phase.STOPPING:
        return _on_no_worker_unconfirmed(session, fact)
    if fact.at - missing_since >= FAILOVER_WINDOW:
        return _end(session, fact, Phase.ENDED, _how_it_ended(session))
    if session.phase is Phase.STOPPING:
        return _with(
            session, cause="Agora does not know the task any more (404). It is ending, or moving."
        )
    return _enter(
        session,
        fact,
        Phase.UNKNOWN,
        "Agora does not find the recorder (404). It may be moving to another server and still "
        "record.",
    )


def _on_no_worker_unconfirmed(session: Session, fact: AskFailed) -> Session:
    sign_of_life = max(session.started_at or 0.0, session.last_status_at or 0.0)
    if fact.at - sign_of_life < CONFIRM_WITHIN:
        return _with(session, cause="Agora does not find the recorder yet (404).")
    return _end(
        session,
        fact,
        Phase.FAILED,
        "The recorder never got ready: Agora does not find it 90 s after the start. Usual causes: "
        "wrong storage keys or bucket, wrong or expired token, wrong recording settings.",
    )


def _on_time(session: Session, fact: Fact) -> Session:
    if session.phase is Phase.UNCONFIRMED and fact.at >= _confirm_by(session):
        return _enter(
            session,
            fact,
            Phase.FAILED,
            "No status 4 or 5 within 90 s of the start. It counts as not started; it is still "
            "asked and can be stopped.",
        )
    return session


def _how_it_ended(session: Session) -> str:
    if session.stop_sent_at is not None:
        return "The recording has ended. The file list was not received with the stop."
    return (
        "The recording ended by itself: Agora does not find the task any more. "
        f"Nobody in the channel for {session.max_idle_time} s, stopped from elsewhere, or its "
        "UID was taken by somebody else."
    )


def _confirm_by(session: Session) -> float:
    return (session.started_at or 0.0) + CONFIRM_WITHIN


def _number(status: int | None) -> str:
    return "without a number" if status is None else str(status)


def _enter(session: Session, fact: Fact, phase: Phase, cause: str) -> Session:
    since = session.since if session.phase is phase else fact.at
    return _with(session, phase=phase, since=since, cause=cause)


def _end(session: Session, fact: Fact, phase: Phase, cause: str) -> Session:
    session = _enter(session, fact, phase, cause)
    return _with(session, over=True, ended_at=fact.at, next_ask_at=None)


def _with(session: Session, **changes: Any) -> Session:
    return session.model_copy(update=changes)
