"""What a person can hand to the linter, and the findings about it.

A CONFIG.json, a bare `clientRequest`, the whole body of a call, or a pasted cURL line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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
from agora_console.domain.paths import join
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
from agora_console.domain.rules.findings import mapping, plain, say, text
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

_NAMES = {"cname": "Channel name", "uid": "Recorder UID"}

MOST_BESIDE = 20
"""Keys beside the `clientRequest` of a body that are named."""

MOST_ROUNDS = 8
"""Rounds of fixing; each round may uncover what the next one mends."""


@dataclass(frozen=True, slots=True)
class LintInput:
    """What was read. `document` is CONFIG.json for start, and the `clientRequest` of other calls.

    `form` is how it was written and `value` what stood there as a whole, `curl` whether it came
    as a cURL line. `notes` are findings about the text itself.
    """

    document: dict[str, Any]
    form: Form
    call: Call
    mode: Mode
    value: Mapping[str, Any] = field(default_factory=dict)
    curl: bool = False
    notes: tuple[Problem, ...] = ()

    @property
    def cname(self) -> str | None:
        """The channel name of a whole body."""
        return _text(self.value.get("cname")) if self.form == "body" else None

    @property
    def uid(self) -> str | None:
        """The recorder UID of a whole body."""
        return _text(self.value.get("uid")) if self.form == "body" else None

    @property
    def in_its_form(self) -> dict[str, Any]:
        """The document, in the form in which it was written."""
        if self.form == "config":
            return self.document
        if self.form == "clientRequest":
            wrapped = self.call == "start"
            return self.document["clientRequest"] if wrapped else self.document
        if self.call != "start":
            has_request = isinstance(self.value.get("clientRequest"), dict)
            return {**self.value, **({"clientRequest": self.document} if has_request else {})}
        names = {key: self.value[key] for key in _NAMES if key in self.value}
        added = set() if "mode" in self.value else {"mode"}
        return {**names, **{k: v for k, v in self.document.items() if k not in added}}


def read_input(source: str, mode: Mode | None = None) -> LintInput | UnusableInput:
    """Read whatever a person has; never raises. `mode` wins over what `source` says."""
    if not is_curl(source[:200]):
        parsed = read_json(source)
        return parsed if isinstance(parsed, UnusableInput) else _understood(parsed, mode, None)
    line = read_curl(source)
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
    """The findings about what was read.

    A whole body is what Agora gets: channel, UID and secrets are checked as they stand in it.
    """
    context = context or CheckContext()
    around: list[Problem] = []
    if found.form == "body":
        given = {"cname": context.cname, "uid": context.uid}
        around += [problem for problem in _names(found) if given[problem.path] is None]
        around += _beside(found)
        context = _as_sent(context, found)
    problems = (*_findings(found, context), *around, *found.notes)
    ranks = list(Severity)
    return tuple(sorted(problems, key=lambda problem: ranks.index(problem.severity)))


def mend(found: LintInput, context: CheckContext | None = None) -> LintInput:
    """What was read, with every fix applied that loses nothing; notes about the text are dropped.

    A secret stays where it is: it may be the only copy.
    """
    names = {key: str(found.value[key]) for key in _NAMES if type(found.value.get(key)) is int}
    mended = replace(found, value={**found.value, **names}, notes=())
    for _ in range(MOST_ROUNDS):
        problems = lint(mended, context)
        harmless = [problem for problem in problems if problem.rule != "secret-in-file"]
        mended = replace(mended, document=apply_fixes(mended.document, harmless))
    return mended


def _as_sent(context: CheckContext, found: LintInput) -> CheckContext:
    known: dict[str, Any] = {
        "cname": found.cname,
        "uid": found.uid,
        "has_storage_keys": False,
        "has_sts_token": False,
        "has_channel_secret": False,
        "has_salt": False,
    }
    unknown = {key: value for key, value in known.items() if getattr(context, key) is None}
    return replace(context, secrets_inside=True, **unknown)


def _names(found: LintInput) -> Iterator[Problem]:
    """What keeps a body from naming its task."""
    for key, title in _NAMES.items():
        if key not in found.value:
            if "mode" not in found.value:
                yield Problem(f"{title} is missing ({key}).", path=key, rule=f"{key}-missing")
        elif not isinstance(found.value[key], str):
            yield Problem(
                f"{title} is {say(found.value[key])}, where Agora wants a text in quotes.",
                path=key,
                rule=f"{key}-type",
                action="Put it in quotes.",
            )


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
    start = {key: item for key, item in value.items() if form != "body" or key not in _NAMES}
    if form == "clientRequest":
        start = {"clientRequest": value}
    stated = mode or infer_mode(start)
    notes = [_repeated(path, form) for path in parsed.repeated]
    document = _with_mode(start, form, mode, stated) if call == "start" else request
    if "mode" not in start and form != "config" and mode is None and call == "start":
        notes.append(_guessed(stated))
    return LintInput(document, form, call, stated, value, notes=tuple(notes))


def _beside(found: LintInput) -> Iterator[Problem]:
    """What is wrong around the `clientRequest` of a call other than start."""
    if found.call == "start":
        return
    request = found.value.get("clientRequest")
    if not isinstance(request, dict):
        missing = "is missing" if "clientRequest" not in found.value else f"is {say(request)}"
        sentence = f"clientRequest {missing}, where Agora wants an object."
        yield Problem(sentence, path="clientRequest", rule="clientRequest-type")
    others = [key for key in found.value if key not in (*_NAMES, "clientRequest")]
    for key in others[:MOST_BESIDE]:
        sentence = f"Agora does not know {plain(key)} beside clientRequest and ignores it."
        yield Problem(sentence, Severity.WARNING, path=join("", key), rule="unknown-key")


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
    """The call that most of the keys belong to; acquire and stop alone may say nothing."""
    if not request:
        return "acquire"
    if list(request) == ["storageConfig"] and text(mapping(request, "storageConfig"), "stsToken"):
        return "update"  # fresh temporary keys; a start would say what is recorded

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
