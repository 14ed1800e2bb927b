"""What a status proves: the answer of a query (API section 3.3, states of section 7)."""

from __future__ import annotations

from collections.abc import Iterator

from agora_console.domain.codes import status_meaning
from agora_console.domain.evidence.facts import StatusSeen
from agora_console.domain.evidence.moves import change, end, enter
from agora_console.domain.on_air import with_services
from agora_console.domain.page import PUBLISHER, RECORDER, PushTarget
from agora_console.domain.session import Phase, Session

EARLY = frozenset({0, 1, 2, 3})
RUNNING = frozenset({4, 5})
ENDING = frozenset({6, 7, 8})
ABNORMAL_EXIT = 20

STOP_TAKES = 30.0
"""Seconds after the answer to a stop in which a 4 or 5 is no wonder: a stop may take 20 s."""


def outlives_its_stop(session: Session) -> bool:
    """True where Agora has answered to a stop, and long after still reports that it records.

    A second stop does no harm (49, later 404), and a recording that nobody stops goes on.
    """
    answered, seen = session.stop_answered_at, session.last_status_at
    if session.over or session.stop_sent_at is None or answered is None or seen is None:
        return False
    return session.last_status in RUNNING and seen - answered >= STOP_TAKES


def stop_holds(session: Session) -> bool:
    """True where Agora has accepted a stop, and reports nothing against it."""
    return session.stop_accepted_at is not None and not outlives_its_stop(session)


def presumed_over(session: Session) -> bool:
    """True where the end was concluded from 404 alone: what Agora says later counts more."""
    return (
        session.over
        and session.phase in (Phase.ENDED, Phase.FAILED)
        and session.ended_at == session.missing_at
        and session.stop_accepted_at is None
        and session.last_status not in ENDING
    )


def on_status(session: Session, fact: StatusSeen) -> Session:
    """The session after an answer to query."""
    presumed = presumed_over(session)
    session = with_services(session, fact.services, fact.at)
    session = change(
        session,
        last_status=fact.status,
        last_status_at=fact.at,
        last_answer="200",
        last_answer_at=fact.at,
        trouble_since=None,
        trouble_count=0,
        missing_since=None,
        missing_at=None,
        files=fact.files or session.files,
    )
    if session.over:
        return _back(session, fact) if presumed and fact.status in RUNNING else session
    if fact.status == ABNORMAL_EXIT:
        return end(session, fact, Phase.FAILED, _abnormal(session))
    if fact.status in ENDING or RECORDER in fact.left:
        return _on_ending(session, fact)
    if session.stop_accepted_at is not None:
        cause = f"Agora accepted the stop and still reports {_status(fact)}."
        if outlives_its_stop(session):
            return enter(session, fact, Phase.UNKNOWN, f"{cause} It may still record.")
        return change(session, cause=cause)
    if fact.status in RUNNING:
        confirmed = session.confirmed_at if session.confirmed_at is not None else fact.at
        session = change(session, confirmed_at=confirmed)
        return enter(session, fact, Phase.RECORDING, _remark(session, fact))
    return _on_not_running(session, fact)


def _back(session: Session, fact: StatusSeen) -> Session:
    session = change(session, over=False, ended_at=None, confirmed_at=session.confirmed_at)
    if session.confirmed_at is None:
        session = change(session, confirmed_at=fact.at)
    return enter(session, fact, Phase.RECORDING, "It is back, after it had counted as over.")


def _abnormal(session: Session) -> str:
    if session.stop_accepted_at is not None:
        return (
            "The recorder exited abnormally (status 20) after the stop was accepted. The last "
            "files may be missing."
        )
    return "The recorder exited abnormally (status 20). Start again with another UID."


def _on_ending(session: Session, fact: StatusSeen) -> Session:
    page = RECORDER in fact.left and fact.status not in ENDING
    how = f"{_status(fact)}, and the page recorder has left" if page else _status(fact)
    if session.stop_accepted_at is not None:
        return enter(session, fact, Phase.UPLOADING, f"Agora is ending the recording ({how}).")
    if session.stop_sent_at is not None:
        cause = f"Agora is ending the recording ({how})."
    else:
        cause = f"Agora is ending the recording ({how}); it was not stopped here. {ends(session)}"
    return enter(session, fact, Phase.STOPPING, cause)


def ends(session: Session) -> str:
    """What ends a recording that nobody stopped from here."""
    if session.mode == "web":
        return (
            "The page could not be shown, its longest time was reached, or it was stopped from "
            "elsewhere."
        )
    return (
        f"Nobody in the channel for {session.max_idle_time} s, stopped from elsewhere, or its UID "
        "was taken by somebody else."
    )


def _remark(session: Session, fact: StatusSeen) -> str:
    """What a person must know of a recording although it runs; empty when all is well."""
    if session.stop_sent_at is not None:
        return f"A stop was sent, and Agora still reports {_status(fact)}."
    if session.stop_refused_at is not None:
        return "A stop was refused, and it still records. Stop it again."
    if fact.on_hold:
        return "On hold: the page is shown, and nothing of it is stored until it goes on."
    if PUBLISHER in fact.left:
        return "The page is recorded; its push to the CDN has ended."
    if any(each.status.lower() == "disconnected" for each in _targets(fact)):
        return "The page is recorded, and the CDN does not take the push (disconnected)."
    return ""


def _targets(fact: StatusSeen) -> Iterator[PushTarget]:
    return (target for service in fact.services for target in service.outputs)


def _on_not_running(session: Session, fact: StatusSeen) -> Session:
    """Status 0 to 3, none, or one that the reference does not have."""
    if session.confirmed_at is not None:
        cause = f"Agora reports {_status(fact)} after it had recorded."
        if fact.status in EARLY:
            cause = f"{cause} It is recovering."
        return enter(session, fact, Phase.UNKNOWN, cause)
    if fact.at >= session.confirm_by:
        return enter(session, fact, Phase.FAILED, not_in_time(session))
    cause = "" if fact.status in EARLY else f"Agora reports {_status(fact)}."
    return enter(session, fact, Phase.UNCONFIRMED, cause)


def not_in_time(session: Session) -> str:
    """The sentence of a recorder that did not get ready within its 90 s."""
    begin = "start" if session.adopted_at is None else "adoption"
    return (
        f"No status 4 or 5 within 90 s of the {begin}. It counts as not started; it is still "
        "asked and can be stopped."
    )


def _status(fact: StatusSeen) -> str:
    if fact.status is None:
        return "no status"
    if fact.status in EARLY | RUNNING | ENDING:
        return f"status {fact.status}"
    return f"status {fact.status} ({status_meaning(fact.status).word} to its reference)"
