"""What a person hands to the linter, and what it is: form, call and mode; pure.

A CONFIG.json, a bare `clientRequest`, the whole body of a call, or a pasted cURL line.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from agora_console.domain.intake.curl import is_curl, read_curl
from agora_console.domain.intake.json_text import JsonText, UnusableInput, read_json
from agora_console.domain.problems import Problem, Severity
from agora_console.domain.rules import infer_mode
from agora_console.domain.rules.findings import mapping, text
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

NAMES = {"cname": "Channel name", "uid": "Recorder UID"}

_CALLED = {"cname": "cname", "channel": "cname", "channelname": "cname", "uid": "uid"}
"""What else people call the names of a task, in small letters."""

_SCENES: Mapping[str, Mode] = {"1": "web", "2": "individual"}


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
        names = {key: item for key, item in self.value.items() if name_of(key)}
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


def name_of(key: str) -> str:
    """The name of a task that a key beside `clientRequest` means; empty for any other key."""
    return _CALLED.get(key.lower().replace("_", ""), "")


def _understood(parsed: JsonText, mode: Mode | None, call: Call | None) -> LintInput:
    value = parsed.value
    form = _form(value, call)
    inner = value if form == "clientRequest" else value.get("clientRequest")
    request = inner if isinstance(inner, dict) else {}
    call = call or ("start" if form == "config" else _call(request))
    start = {key: item for key, item in value.items() if form != "body" or not name_of(key)}
    if form == "clientRequest":
        start = {"clientRequest": value}
    stated = mode or (infer_mode(start) if call == "start" else _mode_of(call, request))
    notes = [_repeated(path, form) for path in parsed.repeated]
    document = _with_mode(start, form, mode, stated) if call == "start" else request
    if "mode" not in start and form != "config" and mode is None and call == "start":
        notes.append(_guessed(stated))
    return LintInput(document, form, call, stated, value, notes=tuple(notes))


def _with_mode(
    start: Mapping[str, Any], form: Form, mode: Mode | None, stated: Mode
) -> dict[str, Any]:
    if form == "config" and mode is None:
        return dict(start)
    return {**start, "mode": stated} if "mode" in start else {"mode": stated, **start}


def _form(value: dict[str, Any], call: Call | None) -> Form:
    keys = {key.lower().replace("_", "") for key in value}
    if not keys.isdisjoint(NAMES):
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
