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
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_cname,
    check_stop,
    check_uid,
    check_update,
    check_update_layout,
    infer_mode,
)
from agora_console.domain.rules.findings import mapping, plain, say, text
from agora_console.domain.rules.names import uid_fault
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

_CALLED = {"cname": "cname", "channel": "cname", "channelname": "cname", "uid": "uid"}
"""What else people call the names of a task, in small letters."""

_NOT_BY_ITSELF = ("secret-in-file", "X07")
"""Rules whose fix is a person's to choose: the only copy of a secret, screenshots alone."""

_SCENES: Mapping[str, Mode] = {"1": "web", "2": "individual"}

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
        names = {key: item for key, item in self.value.items() if _name_of(key)}
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
        around += [problem for problem in _names(found) if given.get(problem.path) is None]
        around += _beside(found)
        context = _as_sent(context, found)
    findings = (_in_place(found, problem) for problem in _findings(found, context))
    problems = (*findings, *around, *found.notes)
    ranks = list(Severity)
    return tuple(sorted(problems, key=lambda problem: ranks.index(problem.severity)))


def mend(found: LintInput, context: CheckContext | None = None) -> LintInput:
    """What was read, with every fix applied that loses nothing; notes about the text are dropped.

    A secret stays where it is: it may be the only copy.
    """
    mended = replace(found, notes=())
    for _ in range(MOST_ROUNDS):
        problems = lint(mended, context)
        harmless = [problem for problem in problems if problem.rule not in _NOT_BY_ITSELF]
        around = [problem for problem in harmless if _is_around(mended, problem)]
        inside = [problem for problem in harmless if problem not in around]
        mended = replace(
            mended,
            value=apply_fixes(mended.value, around),
            document=apply_fixes(mended.document, inside),
        )
    return mended


def _is_around(found: LintInput, problem: Problem) -> bool:
    """Whether a finding is about what stands beside the `clientRequest` of a body."""
    named = found.form == "body" and _name_of(problem.path)
    return bool(named) and problem.path not in found.document


def _in_place(found: LintInput, problem: Problem) -> Problem:
    """The finding, without a fix that would write into a request that is not there."""
    fix = problem.fix
    if not fix or found.form == "config" or not f"{fix.rename_to or fix.path}.".startswith("acq"):
        return problem
    return replace(problem, fix=None, action="Set it in the acquire request.")


def _name_of(key: str) -> str:
    """The name of a task that a key beside `clientRequest` means; empty for any other key."""
    return _CALLED.get(key.lower().replace("_", ""), "")


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
        value = found.value.get(key)
        twin = next((each for each in found.value if _name_of(each) == key != each), "")
        if key not in found.value and twin:
            yield _misnamed(key, twin)
        elif key not in found.value:
            if "mode" not in found.value:
                yield Problem(f"{title} is missing ({key}).", path=key, rule=f"{key}-missing")
        elif type(value) is int and key == "uid" and uid_fault(str(value)):
            continue  # which is what counts
        elif not isinstance(value, str):
            fix = Fix("Put it in quotes", key, str(value)) if type(value) is int else None
            sentence = f"{title} is {say(value)}, where Agora wants a text in quotes."
            action = "Put it in quotes."
            yield Problem(sentence, path=key, rule=f"{key}-type", action=action, fix=fix)


def _misnamed(key: str, twin: str) -> Problem:
    fix = Fix(f"Rename it to {key}", twin, rename_to=key)
    sentence = f"Agora reads {key}, not {plain(twin)}; without it the request is refused."
    return Problem(sentence, path=twin, rule="X34", action=f"{fix.label}.", fix=fix)


def _of_the_task(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    """What is wrong with the names in the body of a call other than start."""
    cname, uid = context.cname, context.uid
    problems = (
        check_cname(cname, found.mode) if cname is not None else None,
        check_uid(uid) if uid is not None else None,
    )
    return tuple(problem for problem in problems if problem and found.form == "body")


def _findings(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    if found.call == "start":
        return check(found.document, context=context)
    return (*_of_the_request(found, context), *_of_the_task(found, context))


def _of_the_request(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    match found.call:
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
    start = {key: item for key, item in value.items() if form != "body" or not _name_of(key)}
    if form == "clientRequest":
        start = {"clientRequest": value}
    stated = mode or (infer_mode(start) if call == "start" else _mode_of(call, request))
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
    others = [key for key in found.value if not _name_of(key) and key != "clientRequest"]
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
    keys = {key.lower().replace("_", "") for key in value}
    if not keys.isdisjoint(_NAMES):
        return "body"
    if not keys.isdisjoint(key.lower() for key in tree(RecordingConfig)):
        return "body" if call and "mode" not in value else "config"
    known = max(_hits(value, each) for each in _REQUESTS)
    return "clientRequest" if call or 0 < known * 2 >= len(value) else "config"


def _hits(request: Mapping[str, Any], call: Call) -> int:
    """How many of the keys belong to a call, whatever their case."""
    names = {key.lower().replace("_", "") for key in _REQUESTS[call]}
    return sum(key.lower().replace("_", "") in names for key in request)


def _mode_of(call: Call, request: Mapping[str, Any]) -> Mode:
    """The mode that the keys of a call other than start speak for."""
    web = ("webrecordingconfig", "rtmppublishconfig")
    if call == "update" and any(key.lower() in web for key in request):
        return "web"
    if call == "acquire" and "scene" in request:
        return _SCENES.get(str(request["scene"]), "mix")
    return infer_mode({"clientRequest": request.get("startParameter", {})})


def _call(request: Mapping[str, Any]) -> Call:
    """The call that most of the keys belong to; acquire and stop alone may say nothing."""
    if not request:
        return "acquire"
    if list(request) == ["storageConfig"] and text(mapping(request, "storageConfig"), "stsToken"):
        return "update"  # fresh temporary keys; a start would say what is recorded
    return max(_REQUESTS, key=lambda call: _hits(request, call))


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
