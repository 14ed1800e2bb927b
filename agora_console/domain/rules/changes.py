"""The other requests: acquire alone, and what changes or ends a running recording.

Paths begin at the request itself: `layoutConfig[0].x_axis`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from agora_console.domain.config.picture import LayoutUpdate
from agora_console.domain.config.recording import EVERYBODY
from agora_console.domain.config.requests import (
    AcquireRequest,
    StopRequest,
    UpdateRequest,
)
from agora_console.domain.config.spec import tree
from agora_console.domain.page import PUBLISHER
from agora_console.domain.problems import Problem
from agora_console.domain.rules.acquire import check_request
from agora_console.domain.rules.checking import check
from agora_console.domain.rules.findings import (
    EMPTY,
    CheckContext,
    Findings,
    by_severity,
    mapping,
    objects,
    text,
    too_large,
    whole,
)
from agora_console.domain.rules.picture import check_layout
from agora_console.domain.rules.sending import check_sending
from agora_console.domain.rules.storage import check_storage_config
from agora_console.domain.rules.subscription import (
    MEDIA,
    STREAMS,
    Medium,
    check_lists,
    not_recorded,
    one_sided,
)
from agora_console.domain.rules.walk import walk
from agora_console.domain.session import Mode

_REQUEST = "clientRequest."


def check_update_layout(
    layout: Mapping[str, Any],
    *,
    document: Mapping[str, Any] = EMPTY,
    context: CheckContext | None = None,
) -> tuple[Problem, ...]:
    """The body of updateLayout (mix); `document` is the config that runs, for the lists in it."""
    findings = _walked(layout, LayoutUpdate, "mix", context)
    if isinstance(findings, Problem):
        return (findings,)
    recording = mapping(mapping(document, "clientRequest"), "recordingConfig")
    check_layout(findings, layout, "", recording)
    return findings.sorted()


def check_update(
    request: Mapping[str, Any],
    mode: Mode,
    *,
    document: Mapping[str, Any] = EMPTY,
    context: CheckContext | None = None,
) -> tuple[Problem, ...]:
    """The `clientRequest` of update; `document` is the config that runs, for what it started."""
    findings = _walked(request, UpdateRequest, mode, context)
    if isinstance(findings, Problem):
        return (findings,)
    changes = [key for key in tree(UpdateRequest) if key in request]
    if len(changes) != 1:
        sentence = f"An update carries one kind of change; this one has {len(changes)}."
        findings.warn("one-change", "", sentence)
    start = mapping(document, "clientRequest")
    if mode != "web":
        _check_subscription(findings, mapping(request, "streamSubscribe"), start)
    elif "rtmpPublishConfig" in request and document and not _publishes(start):
        findings.error(
            "X26", "rtmpPublishConfig", "The recording was started without a push to a CDN."
        )
    if "storageConfig" in request:
        check_storage_config(findings, mapping(request, "storageConfig"), "storageConfig")
    return findings.sorted()


def _check_subscription(
    findings: Findings, subscribe: Mapping[str, Any], start: Mapping[str, Any]
) -> None:
    streams = whole(mapping(start, "recordingConfig"), "streamTypes", 2)
    for medium in MEDIA:
        key = f"{medium.lower()}UidList"
        path = f"streamSubscribe.{key}"
        check_lists(findings, mapping(subscribe, key), path, medium)
        if key in subscribe and streams is not None and streams not in STREAMS[medium]:
            not_recorded(findings, path, key, medium, streams)
    named = {medium: bool(mapping(subscribe, f"{medium.lower()}UidList")) for medium in MEDIA}
    if streams == 2 and named["Audio"] != named["Video"]:
        other: Medium = "Video" if named["Audio"] else "Audio"
        path = f"streamSubscribe.{other.lower()}UidList"
        one_sided(findings, path, other, {f"subscribe{other}Uids": [EVERYBODY]})


def _publishes(start: Mapping[str, Any]) -> bool:
    config = mapping(start, "extensionServiceConfig")
    services = objects(config, "extensionServices", "", 2)
    return any(text(service, "serviceName") == PUBLISHER for _, service in services)


def check_acquire_request(
    request: Mapping[str, Any], mode: Mode, *, context: CheckContext | None = None
) -> tuple[Problem, ...]:
    """The `clientRequest` of acquire by itself; a copy of the start request is checked as such."""
    findings = _walked(request, AcquireRequest, mode, context)
    if isinstance(findings, Problem):
        return (findings,)
    check_request(findings, request, "")
    copy = mapping(request, "startParameter")
    of_the_copy = _of_the_copy(request, copy, mode, context) if copy else ()
    return tuple(by_severity((*findings.sorted(), *of_the_copy)))


def _of_the_copy(
    request: Mapping[str, Any], copy: Mapping[str, Any], mode: Mode, context: CheckContext | None
) -> Iterator[Problem]:
    """What is wrong with the start request inside of acquire, at its place there."""
    others = {key: value for key, value in request.items() if key != "startParameter"}
    document = {"mode": mode, "clientRequest": copy, "acquire": others}
    for problem in check(document, context=context):
        if problem.path.startswith(_REQUEST):
            fix = problem.fix
            if fix:
                fix = replace(fix, path=_moved(fix.path), rename_to=_moved(fix.rename_to))
            yield replace(problem, path=_moved(problem.path), fix=fix)


def _moved(path: str) -> str:
    if path.startswith(_REQUEST):
        return f"startParameter.{path.removeprefix(_REQUEST)}"
    return path.removeprefix("acquire.")


def check_stop(request: Mapping[str, Any], mode: Mode) -> tuple[Problem, ...]:
    """The `clientRequest` of stop."""
    findings = _walked(request, StopRequest, mode, None)
    return (findings,) if isinstance(findings, Problem) else findings.sorted()


def _walked(
    request: Mapping[str, Any], model: type[BaseModel], mode: Mode, context: CheckContext | None
) -> Findings | Problem:
    refused = too_large(request)
    if refused:
        return refused
    findings = Findings(request, model, mode, context or CheckContext())
    walk(findings, request, tree(model))
    check_sending(findings)
    return findings
