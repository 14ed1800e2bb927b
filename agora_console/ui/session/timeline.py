"""The time line: what happened to a session, one row per piece of news, newest first; pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from agora_console.domain.session import Phase
from agora_console.ui.look.looks import status_meaning
from agora_console.ui.session.calls import (
    Call,
    backup_prefix,
    call_of,
    explained,
    phase_of,
    walk,
)
from agora_console.ui.speech.spoken import said

if TYPE_CHECKING:
    from agora_console.services.values import Entry

translate = QCoreApplication.translate

# Phases that are news of their own; the others begin with an answer that has a row already.
_VERDICTS = frozenset(
    {
        Phase.OUTCOME_UNKNOWN,
        Phase.FILES_LISTED,
        Phase.SAFE,
        Phase.IN_BACKUP,
        Phase.NOTHING_RECORDED,
        Phase.ENDED,
        Phase.FAILED,
        Phase.OUT_OF_REACH,
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `at` is when it was so first, `last_at` when it was confirmed last, `times` times.

    `tone` is a theme role: text, amber or danger.
    """

    at: float
    last_at: float
    code: str
    meaning: str
    answer: str
    tone: str = "text"
    times: int = 1


def lines(entries: Sequence[Entry]) -> tuple[Line, ...]:
    """The rows of `entries` (newest first); equal answers in a row are one row with a count."""
    result: list[Line] = []
    before: Call | None = None
    for entry, phase in walk(entries):
        if entry.kind == "request":
            call = call_of(entry, phase)
            line = _line_of_call(call, before)
            before = call if call.operation == "query" else before
            if result and _repeats(result[-1], line, call):
                line = _again(result.pop(), line)
            result.append(line)
        elif entry.kind != "state":
            result.append(Line(entry.at, entry.at, "", said(entry.text), entry.kind))
        elif (now := phase_of(entry)) is not phase and now in _VERDICTS:
            result.append(_line_of_verdict(entry, now))
    return tuple(reversed(result))


def answer_of(call: Call) -> str:
    """`200 · 91 ms`, `404 code 404 · 12 ms`, or that there was no answer."""
    words = [str(call.http) if call.http is not None else translate("Session", "no answer")]
    if call.code is not None and call.code != call.http and not call.good:
        words[0] += translate("Session", " code {0}").format(call.code)
    if call.latency_ms is not None:
        words.append(f"{call.latency_ms:.0f} ms")
    return " · ".join(words)


def meaning_of(call: Call) -> str:
    """What the answer to a call means: a word, and the sentence to it."""
    if call.good and call.operation == "query":
        if call.status is None:
            return translate("Session", "Answered without a status.")
        meaning = status_meaning(call.status)
        return f"{_sentence_case(meaning.word)}. {meaning.sentence}"
    if call.good:
        return _accepted(call.operation)
    meant = explained(call)
    reason = said(meant.meaning) if call.http is not None else call.error
    words = f"{said(meant.title)}. {reason}".strip()
    return words if call.operation == "query" else f"{call.operation}: {words}"


def _accepted(operation: str) -> str:
    match operation:
        case "acquire":
            return translate("Session", "acquire: resource ID received")
        case "start":
            return translate("Session", "start accepted, sid received")
        case "stop":
            return translate("Session", "stop accepted")
        case "updateLayout":
            return translate("Session", "updateLayout accepted: the new layout is on air")
        case _:
            return translate("Session", "{0} accepted").format(operation)


def _line_of_call(call: Call, before: Call | None) -> Line:
    code, tone = "", "text"
    if call.operation == "query" and call.good:
        code = "" if call.status is None else str(call.status)
        tone = "danger" if call.status == 20 else "text"
    elif not call.good:
        code = str(call.http or "")
        tone = "amber"
    meaning = meaning_of(call)
    if call.operation == "query" and call.good and before is not None and not before.good:
        meaning = translate("Session", "Back again. {0}").format(meaning)
        if prefix := backup_prefix(call):
            meaning += translate("Session", " New files start with {0}_.").format(prefix)
    return Line(call.at, call.at, code, meaning, answer_of(call), tone)


def _line_of_verdict(entry: Entry, phase: Phase) -> Line:
    tone = "danger" if phase in (Phase.FAILED, Phase.OUT_OF_REACH) else "text"
    text = said(entry.text) or phase.value.replace("_", " ")
    return Line(entry.at, entry.at, "", text, translate("Session", "concluded"), tone)


def _repeats(last: Line, line: Line, call: Call) -> bool:
    same = (last.code, last.meaning) == (line.code, line.meaning)
    return same and call.operation == "query"


def _again(first: Line, line: Line) -> Line:
    return replace(first, last_at=line.at, answer=line.answer, times=first.times + 1)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
