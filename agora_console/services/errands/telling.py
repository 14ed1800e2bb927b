"""What commands say of problems and sessions: JSON for programs, with the sentence for people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from agora_console.domain.preflight import TITLES, Check, look_of
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.domain.states import look


def problem_facts(problem: Problem) -> dict[str, Any]:
    """A problem: sentence, what still holds and what can be done, as one text."""
    return {
        "severity": problem.severity.value,
        "path": problem.path,
        "rule": problem.rule,
        "sentence": problem.text,
    }


def check_facts(check: Check) -> dict[str, Any]:
    """One line of a preflight."""
    said = f"{TITLES[check.line]}. {check.evidence} {check.action}".strip()
    return {
        "word": look_of(check.state).word,
        "line": check.line.value,
        "state": check.state.value,
        "askedAt": _utc(check.at),
        "path": check.path,
        "sentence": said,
    }


def session_facts(session: Session, now: float) -> dict[str, Any]:
    """A session as it is known at `now`; `age` and `next` are seconds from there.

    `age` is that of the last answer, `next` when it is asked again, `stopAgain` when a stop is sent
    again; None where there is none.
    """
    shown = look(session, now)
    asked, planned = session.last_answer_at, session.next_ask_at
    again = session.next_stop_at
    return {
        "session": session.id,
        "word": shown.word,
        "phase": session.phase.value,
        "over": session.over,
        "attention": shown.attention,
        "sentence": shown.sentence or session.cause,
        "cname": session.cname,
        "uid": session.uid,
        "mode": session.mode,
        "appId": session.app_id,
        "resourceId": session.resource_id,
        "sid": session.sid,
        "status": session.last_status,
        "startedAt": _utc(session.started_at),
        "lastAnswer": session.last_answer,
        "age": None if asked is None else round(max(0.0, now - asked), 1),
        "next": None if planned is None else round(max(0.0, planned - now), 1),
        "stopPlannedAt": _utc(session.stop_planned_at),
        "stopAgain": None if again is None else round(max(0.0, again - now), 1),
        "files": len(session.files),
    }


def outcome_facts(session: Session, *, good: bool, sentence: str) -> dict[str, Any]:
    """How a command ended for its session."""
    return {
        "good": good,
        "phase": session.phase.value,
        "over": session.over,
        "sentence": sentence,
        "session": session.id,
        "resourceId": session.resource_id,
        "sid": session.sid,
        "uploadingStatus": session.uploading.value if session.uploading else None,
        "files": len(session.files),
    }


def file_facts(session: Session) -> Iterator[dict[str, Any]]:
    """Every file of a session."""
    for file in session.files:
        said = {name: value for name, value in file._asdict().items() if value is not None}
        yield {**said, "sentence": file.file_name}


def _utc(moment: float | None) -> str | None:
    if moment is None:
        return None
    return datetime.fromtimestamp(moment, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
