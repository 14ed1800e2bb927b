"""From one fact to the next session: the only place where a phase changes.

Every phase is entered on evidence alone. What is not proven stays open: a 404 may be a failover
for 90 s, silence and 5xx never prove an end, a 200 on start proves no recording. What a question
proves stands in `status` (answered) and `absence` (not answered).
"""

from __future__ import annotations

from agora_console.domain.evidence.absence import on_ask_failed, on_time
from agora_console.domain.evidence.facts import (
    AcquireSent,
    AskFailed,
    BucketSeen,
    CaseClosed,
    Fact,
    LayoutAccepted,
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
    StopPlanned,
    StopRefused,
    StopSent,
    StopUnanswered,
    TimePassed,
    UpdateAccepted,
    WatchdogKeysForgotten,
    WatchdogStoodDown,
)
from agora_console.domain.evidence.moves import change, checked, end, enter
from agora_console.domain.evidence.status import on_status
from agora_console.domain.files.verdict import Verdict
from agora_console.domain.on_air import with_layout, with_update
from agora_console.domain.open_case import is_open_case
from agora_console.domain.session import Phase, Session, Uploading
from agora_console.domain.watchdog import keys_forgotten, stood_down

_PROVE_THE_IDS = (
    LayoutAccepted,
    UpdateAccepted,
    StatusSeen,
    StopAccepted,
    StopFoundEnding,
    StopFoundNothing,
)
"""Answers that only a recording with these very ids can cause."""

_OF_A_STOP = (
    StopSent,
    StopAccepted,
    StopFoundEnding,
    StopFoundNothing,
    StopUnanswered,
    StopRefused,
    StopPlanned,
)
"""Facts that say nothing new of what is over."""

_CLAIM = "A person has made sure that it is over, and closed the case. Agora never said so."


def judge(session: Session, fact: Fact) -> Session:
    """The session after `fact`. Pure; TypeError for a fact that no rule knows."""
    if session.ids_typed and isinstance(fact, _PROVE_THE_IDS):
        session = change(session, ids_typed=False)
    if session.over and isinstance(fact, _OF_A_STOP):
        return session
    return _with_ending(checked(session, _judged(session, fact), fact), fact)


def _with_ending(session: Session, fact: Fact) -> Session:
    """Keep in mind that Agora called the recording ending, until it is back."""
    ending = session.phase is Phase.STOPPING and session.stop_sent_at is None
    if ending and session.ending_at is None:
        return change(session, ending_at=fact.at)
    if session.phase is Phase.RECORDING and session.ending_at is not None:
        return change(session, ending_at=None)
    return session


def _judged(session: Session, fact: Fact) -> Session:
    match fact:
        case StatusSeen():
            return on_status(session, fact)
        case AskFailed():
            return on_ask_failed(session, fact)
        case TimePassed():
            return on_time(session, fact)
        case AcquireSent() | ResourceReceived() | StartSent() | SidReceived():
            return _on_start(session, fact)
        case StartUnanswered() | StartWithoutSid() | Refused():
            return _on_no_sid(session, fact)
        case StopSent() | StopAccepted() | StopFoundEnding() | StopFoundNothing():
            return _on_stop(session, fact)
        case StopUnanswered() | StopRefused():
            return _on_stop_open(session, fact)
        case _:
            return _on_own(session, fact)


def _on_own(session: Session, fact: Fact) -> Session:
    """What is no answer to a start, a question or a stop: a wish, a guard, a look of our own."""
    match fact:
        case WatchdogStoodDown() | WatchdogKeysForgotten():
            return _on_watchdog(session, fact)
        case BucketSeen():
            return _on_bucket_seen(session, fact)
        case LayoutAccepted() | UpdateAccepted() | StopPlanned() | CaseClosed():
            return _on_wish(session, fact)
        case _:
            raise TypeError(f"No rule for {type(fact).__name__}")


def _on_watchdog(session: Session, fact: WatchdogStoodDown | WatchdogKeysForgotten) -> Session:
    if isinstance(fact, WatchdogStoodDown):
        return stood_down(session, fact.why)
    return keys_forgotten(session)


def _on_start(session: Session, fact: Fact) -> Session:
    sent, acquired = session.start_sent_at, session.acquired_at or 0.0
    # Another resourceId begins another start, whose outcome has to be found out by itself.
    first = sent if sent is not None and sent >= acquired else fact.at
    match fact:
        case ResourceReceived(resource_id=resource_id):
            return change(session, resource_id=resource_id, acquired_at=fact.at)
        case StartSent():
            return change(session, start_sent_at=first, cause=_start_cause(session))
        case SidReceived(sid=sid):
            return enter(
                change(session, sid=sid, started_at=fact.at, start_sent_at=first),
                fact,
                Phase.UNCONFIRMED,
                "Agora accepted the start. That it records is not confirmed yet.",
            )
        case _:
            return enter(session, fact, Phase.STARTING, "Asking Agora for a recorder (acquire).")


def _start_cause(session: Session) -> str:
    if session.phase is Phase.STARTING:
        return "Start sent, waiting for the sid."
    return "The same start is sent again, to find out whether the recording runs."


def _on_no_sid(session: Session, fact: StartUnanswered | StartWithoutSid | Refused) -> Session:
    match fact:
        case StartUnanswered(why=why):
            # That it runs, once proven, is not forgotten for a later question without an answer.
            runs = session.phase is Phase.UNKNOWN
            return enter(session, fact, Phase.UNKNOWN if runs else Phase.OUTCOME_UNKNOWN, why)
        case StartWithoutSid(why=why):
            return enter(session, fact, Phase.UNKNOWN, why)
        case _:
            return end(session, fact, Phase.FAILED, fact.why)


def _on_wish(
    session: Session, fact: LayoutAccepted | UpdateAccepted | StopPlanned | CaseClosed
) -> Session:
    """What a person wants of a recording, or says of it."""
    match fact:
        case LayoutAccepted(layout=layout):
            return with_layout(session, layout, fact.at)
        case UpdateAccepted(change=accepted):
            return with_update(session, accepted, fact.at)
        case StopPlanned(moment=moment):
            return change(session, stop_planned_at=moment)
        case _:
            if not is_open_case(session):
                return session
            return enter(session, fact, Phase.DISMISSED, _CLAIM)


def _on_stop(session: Session, fact: Fact) -> Session:
    match fact:
        case StopSent():
            return _on_stop_sent(session, fact)
        case StopAccepted():
            return _on_stop_accepted(session, fact)
        case StopFoundEnding(files=files):
            return _ending(
                change(session, files=files or session.files, stop_answered_at=fact.at),
                fact,
                "Agora says that this recording is ending already (49). Waiting for its end.",
            )
        case _:
            return end(session, fact, Phase.NOTHING_RECORDED, _nothing_recorded(session))


def _on_stop_open(session: Session, fact: StopUnanswered | StopRefused) -> Session:
    """A stop that proves no end."""
    accepted = session.stop_accepted_at is not None
    if isinstance(fact, StopUnanswered):
        if fact.received or (accepted and session.phase is not Phase.UNKNOWN):
            return _ending(session, fact, fact.why)
        beyond = session.phase is Phase.OUT_OF_REACH
        return enter(session, fact, Phase.OUT_OF_REACH if beyond else Phase.UNKNOWN, fact.why)
    if accepted:
        return change(session, cause=fact.why)
    # The order is used up: it must not be carried out at some later time by itself.
    used_up = change(
        session,
        stop_sent_at=None,
        stop_answered_at=None,
        stop_planned_at=None,
        stop_refused_at=fact.at,
    )
    return enter(used_up, fact, Phase.UNKNOWN, fact.why)


def _on_stop_sent(session: Session, fact: StopSent) -> Session:
    if session.stop_sent_at is None:
        session = change(session, stop_sent_at=fact.at, stop_refused_at=None)
        session = stood_down(session, "The watchdog is off: a stop was ordered here.")
    elif session.phase in (Phase.UNKNOWN, Phase.OUT_OF_REACH):
        # Sent again: that nobody knows whether it records stays true until there is an answer.
        return change(session, cause="The stop is sent again. It may still record.")
    return _ending(session, fact, "Stop sent, waiting for Agora's answer.")


def _ending(session: Session, fact: Fact, cause: str) -> Session:
    """On its way to the end; once a stop is accepted, what is left is the upload."""
    accepted = session.stop_accepted_at is not None
    return enter(session, fact, Phase.UPLOADING if accepted else Phase.STOPPING, cause)


def _on_stop_accepted(session: Session, fact: StopAccepted) -> Session:
    session = change(
        session,
        stop_accepted_at=fact.at,
        stop_answered_at=fact.at,
        uploading=fact.uploading,
        files=fact.files or session.files,
        last_answer="200",
        last_answer_at=fact.at,
        trouble_since=None,
        trouble_count=0,
    )
    match fact.uploading:
        case Uploading.UPLOADED:
            return end(
                session,
                fact,
                Phase.FILES_LISTED,
                "Agora says that all files are uploaded. Nobody has looked in the bucket.",
            )
        case Uploading.BACKUPED:
            return end(
                session,
                fact,
                Phase.IN_BACKUP,
                "At least one file went to Agora's backup first. It is delayed, not lost.",
            )
        case _:
            return enter(
                session,
                fact,
                Phase.UPLOADING,
                "Agora accepted the stop and has not said whether the files are uploaded.",
            )


_MAY_BE_SAFE = frozenset(
    {Phase.FILES_LISTED, Phase.IN_BACKUP, Phase.NOTHING_RECORDED, Phase.ENDED, Phase.SAFE}
)
"""Phases of an end in order: files that are all there after a failure do not undo the failure."""


def _on_bucket_seen(session: Session, fact: BucketSeen) -> Session:
    """What the bucket holds outweighs what Agora says of it; not to have looked proves nothing."""
    seen = fact.arrival
    session = change(session, arrival=seen)
    if session.phase not in _MAY_BE_SAFE or not session.over:
        return session
    if seen.verdict is Verdict.SAFE:
        return enter(session, fact, Phase.SAFE, seen.sentence)
    if seen.verdict is Verdict.INCOMPLETE and session.phase is Phase.SAFE:
        return enter(session, fact, Phase.FILES_LISTED, seen.sentence)
    if seen.verdict is Verdict.INCOMPLETE and session.phase is Phase.FILES_LISTED:
        return change(session, cause=seen.sentence)
    return session


def _nothing_recorded(session: Session) -> str:
    if session.files:
        listed = "1 file" if len(session.files) == 1 else f"{len(session.files)} files"
        return (
            "Agora says at the end that nothing was recorded (435), and had listed "
            f"{listed} before. Look in the bucket."
        )
    return "Nobody was publishing while the recorder was in the channel, so there is no file."
