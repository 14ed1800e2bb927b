"""What a person can hand to the linter, and the findings about it.

A CONFIG.json, a bare `clientRequest`, the whole body of a call, or a pasted cURL line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from agora_console.domain.config import RecordingConfig
from agora_console.domain.config.picture import LayoutUpdate
from agora_console.domain.config.requests import (
    AcquireRequest,
    StartRequest,
    StopRequest,
    UpdateRequest,
)
from agora_console.domain.config.spec import tree
from agora_console.domain.curl import is_curl, read_curl
from agora_console.domain.fixes import apply_fixes
from agora_console.domain.json_text import JsonText, UnusableInput, read_json
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_stop,
    check_update,
    check_update_layout,
    infer_mode,
)
from agora_console.domain.session import Mode

Call = Literal["start", "acquire", "update", "updateLayout", "stop"]

Form = Literal["config", "clientRequest", "body"]

_REQUESTS: dict[Call, Mapping[str, object]] = {
    "start": tree(StartRequest),
    "updateLayout": tree(LayoutUpdate),
    "update": tree(UpdateRequest),
    "acquire": tree(AcquireRequest),
    "stop": tree(StopRequest),
}
"""The calls in the order in which a request without a name is taken for one of them."""

MOST_ROUNDS = 8
"""Rounds of fixing; each round may uncover what the next one mends."""


@dataclass(frozen=True, slots=True)
class LintInput:
    """What was read. `document` is CONFIG.json for start, and the `clientRequest` of other calls.

    `form` is how it was written, `curl` whether it came as a cURL line; `cname` and `uid` are
    those of a whole body. `notes` are findings about the text itself.
    """

    document: dict[str, Any]
    form: Form
    call: Call
    mode: Mode
    cname: str | None = None
    uid: str | None = None
    curl: bool = False
    notes: tuple[Problem, ...] = ()


def read_input(text: str, mode: Mode | None = None) -> LintInput | UnusableInput:
    """Read whatever a person has; never raises. `mode` wins over what the text says."""
    if not is_curl(text[:200]):
        parsed = read_json(text)
        return parsed if isinstance(parsed, UnusableInput) else _understood(parsed, mode, None)
    line = read_curl(text)
    if isinstance(line, UnusableInput):
        return line
    parsed = read_json(line.body)
    if isinstance(parsed, UnusableInput):
        return replace(parsed, sentence=f"In the body of the cURL line: {parsed.sentence}")
    call = next((each for each in _REQUESTS if each == line.method), None)
    if line.method and call is None:
        return UnusableInput(f"A {line.method} request has no body to check.")
    return replace(_understood(parsed, mode or line.mode, call), curl=True)


def lint(found: LintInput, context: CheckContext | None = None) -> tuple[Problem, ...]:
    """The findings about what was read; channel and UID of a whole body are checked with it."""
    context = context or CheckContext()
    if found.form == "body" or found.curl:
        context = replace(
            context,
            cname=found.cname if context.cname is None else context.cname,
            uid=found.uid if context.uid is None else context.uid,
        )
    problems = _findings(found, context)
    ranks = list(Severity)
    return tuple(
        sorted((*problems, *found.notes), key=lambda problem: ranks.index(problem.severity))
    )


def mend(found: LintInput, context: CheckContext | None = None) -> LintInput:
    """What was read, with every fix applied that can be; notes about the text are dropped."""
    mended = replace(found, notes=())
    for _ in range(MOST_ROUNDS):
        mended = replace(mended, document=apply_fixes(mended.document, lint(mended, context)))
    return mended


def _findings(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    match found.call:
        case "start":
            return check(found.document, context=context)
        case "acquire":
            return check_acquire_request(found.document, found.mode, context=context)
        case "update":
            return check_update(found.document, found.mode, context=context)
        case "updateLayout":
            return check_update_layout(found.document, context=context)
        case _:
            return check_stop(found.document, found.mode)


def _understood(parsed: JsonText, mode: Mode | None, call: Call | None) -> LintInput:
    value = parsed.value
    form = _form(value, call)
    inner = value if form == "clientRequest" else value.get("clientRequest")
    request = inner if isinstance(inner, dict) else {}
    call = call or ("start" if form == "config" else _call(request))
    start = {"clientRequest": request} if form != "config" else value
    if form == "body" and call == "start" and "clientRequest" in value:
        start = {"clientRequest": value["clientRequest"]}
    stated = mode or infer_mode(start)
    notes = [_repeated(path, form) for path in parsed.repeated]
    document = _with_mode(start, form, mode, stated) if call == "start" else request
    if form != "config" and mode is None and call == "start":
        notes.append(_guessed(stated))
    return LintInput(
        document,
        form,
        call,
        stated,
        cname=_text(value.get("cname")) if form == "body" else None,
        uid=_text(value.get("uid")) if form == "body" else None,
        notes=tuple(notes),
    )


def _with_mode(
    start: Mapping[str, Any], form: Form, mode: Mode | None, stated: Mode
) -> dict[str, Any]:
    if form == "config" and mode is None:
        return dict(start)
    return {**start, "mode": stated} if "mode" in start else {"mode": stated, **start}


def _form(value: dict[str, Any], call: Call | None) -> Form:
    if "cname" in value or "uid" in value:
        return "body"
    if any(key in tree(RecordingConfig) for key in value):
        return "body" if call and "mode" not in value else "config"
    known = any(key in specs for specs in _REQUESTS.values() for key in value)
    return "clientRequest" if known or call else "config"


def _call(request: Mapping[str, Any]) -> Call:
    """The call that most of the keys belong to."""

    def hits(call: Call) -> int:
        return sum(key in _REQUESTS[call] for key in request)

    return max(_REQUESTS, key=hits)


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    return str(value) if type(value) is int else None


def _repeated(path: str, form: Form) -> Problem:
    shown = f"clientRequest.{path}" if form == "clientRequest" else path
    return Problem(
        "The key stands in the object twice; the last one counts.",
        Severity.WARNING,
        path=shown,
        rule="duplicate-key",
        action="Remove one of them.",
    )


def _guessed(mode: Mode) -> Problem:
    return Problem(
        f"The mode is not stated; the keys speak for {mode}.",
        Severity.NOTE,
        path="mode",
        rule="mode-guessed",
        action="State the mode if it is another one.",
    )


__all__ = [
    "LintInput",
    "UnusableInput",
    "apply_fixes",
    "lint",
    "mend",
    "read_input",
]
