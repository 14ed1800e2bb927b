"""Sentences for what went wrong on the way to Agora; Agora's own words are quoted as such."""

from __future__ import annotations

from agora_console.api.errors import ApiError, NoAnswer, Unreachable, Unreadable
from agora_console.domain.codes import explain
from agora_console.domain.session import Phase, Session


def sentence(error: ApiError, phase: Phase | None = None) -> str:
    """What an error means in this phase; numbers and the words of the server follow."""
    match error:
        case Unreachable():
            return f"Agora cannot be reached. {error.reason}".strip()
        case NoAnswer():
            return f"The request was sent and not answered. {error.reason}".strip()
        case Unreadable():
            return f"An answer came that is not understood. {error.reason} ({_numbers(error)})"
        case _:
            meant = explain(error.operation, error.http, error.code, phase, error.reason)
            said = f" Agora says: “{error.reason}”." if error.reason else ""
            return f"{meant.meaning}{said} ({_numbers(error)})"


def open_start_sentence(session: Session, why: str) -> str:
    """What it means that nobody knows whether a start was carried out, and what would end it."""
    return (
        f"{why} It is not known whether the recording started. If it did, it ends "
        f"{_its_end(session)}"
    )


def no_sid_sentence(session: Session, error: ApiError) -> str:
    """What it means that a recording runs whose sid is not known, and what ends it."""
    return (
        f"{sentence(error)} The recording runs, but its sid is not known, so it can be neither "
        f"asked nor stopped from here. It ends {_its_end(session)}"
    )


def _its_end(session: Session) -> str:
    if session.mode == "web":  # a page is never alone, so its idle time ends nothing
        return "by the longest time of a page recording alone (maxRecordingHour)."
    return f"{session.max_idle_time} s after the last person has left the channel."


def _numbers(error: ApiError) -> str:
    code = "" if error.code is None else f", code {error.code}"
    return f"HTTP {error.http}{code}"
