"""The entry to the rules: a raw document in, problems out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast, get_args

from agora_console.domain.config.requests import RecordingConfig
from agora_console.domain.config.spec import tree
from agora_console.domain.problems import Problem
from agora_console.domain.rules.acquire import check_acquire
from agora_console.domain.rules.advice import advise
from agora_console.domain.rules.findings import CheckContext, Findings, mapping, too_large
from agora_console.domain.rules.names import check_cname, check_uid
from agora_console.domain.rules.picture import check_picture
from agora_console.domain.rules.recording import check_recording
from agora_console.domain.rules.sending import check_sending
from agora_console.domain.rules.storage import check_storage
from agora_console.domain.rules.subscription import check_subscription
from agora_console.domain.rules.walk import walk
from agora_console.domain.rules.web import check_web
from agora_console.domain.session import Mode

MODES: tuple[Mode, ...] = get_args(Mode)

_RULES: tuple[Callable[[Findings], None], ...] = (
    check_acquire,
    check_storage,
    check_recording,
    check_subscription,
    check_picture,
    check_web,
    advise,
)


def check(
    document: Mapping[str, Any], *, context: CheckContext | None = None
) -> tuple[Problem, ...]:
    """Everything that is wrong with CONFIG.json, errors first.

    `document` is raw JSON: `{"mode": …, "clientRequest": {…}, "acquire": {…}}`; it may be
    anything, and no content raises. Implements the ranges and cross-field rules of the API.
    """
    refused = too_large(document)
    if refused:
        return (refused,)
    context = context or CheckContext()
    findings = Findings(document, RecordingConfig, infer_mode(document), context)
    walk(findings, document, tree(RecordingConfig))
    check_sending(findings)
    for rule in _RULES:
        rule(findings)
    _check_names(findings)
    return findings.sorted()


def infer_mode(document: Mapping[str, Any]) -> Mode:
    """The mode a document states, or the one that its keys speak for."""
    stated = document.get("mode")
    if stated in MODES:
        return cast("Mode", stated)
    request = _in_small_letters(_in_small_letters(document), "clientrequest")
    if "extensionserviceconfig" in request:
        return "web"
    recording = _in_small_letters(request, "recordingconfig")
    individual = {"subscribeuidgroup", "streammode"}.intersection(recording)
    if "transcodingconfig" not in recording and (individual or "snapshotconfig" in request):
        return "individual"
    return "mix"


def _in_small_letters(parent: Mapping[str, Any], key: str = "") -> Mapping[str, Any]:
    """The object, or the one at `key` in it, with its keys in small letters."""
    items = mapping(parent, key) if key else parent
    return {each.lower(): item for each, item in items.items() if isinstance(each, str)}


def _check_names(findings: Findings) -> None:
    context = findings.context
    for problem in (
        check_cname(context.cname, findings.mode) if context.cname is not None else None,
        check_uid(context.uid) if context.uid is not None else None,
    ):
        if problem and not findings.full:
            findings.problems.append(problem)
