"""Rules of page recording: its services, its size, its end (X05, X24 to X26)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, mapping, objects, say, text, whole
from agora_console.domain.rules.picture import check_area, is_local
from agora_console.domain.rules.values import MOST_ITEMS

PATH = "clientRequest.extensionServiceConfig"
SERVICES = "clientRequest.extensionServiceConfig.extensionServices"

_POLICY = {RECORDER: "error_abort", PUBLISHER: "error_ignore"}

Service = tuple[str, Mapping[str, Any]]


def check_web(findings: Findings) -> None:
    """The services of a page recording."""
    request = mapping(findings.document, "clientRequest")
    config = mapping(request, "extensionServiceConfig")
    if findings.mode != "web" or not isinstance(config.get("extensionServices"), list):
        return
    services = objects(config, "extensionServices", PATH, MOST_ITEMS)
    recorders = _of(services, RECORDER)
    publishers = _of(services, PUBLISHER)
    _check_count(findings, recorders, publishers)
    for here, service in services:
        _check_service(findings, service, here)
    for here, service in recorders:
        _check_recorder(findings, mapping(service, "serviceParam"), join(here, "serviceParam"))


def _of(services: list[Service], name: str) -> list[Service]:
    return [each for each in services if text(each[1], "serviceName") == name]


def _check_count(findings: Findings, recorders: list[Service], publishers: list[Service]) -> None:
    if not recorders:
        rule = "X26" if publishers else "X05"
        findings.error(
            rule, SERVICES, f"The service that records the page is missing ({RECORDER})."
        )
    for extra in recorders[1:]:
        findings.error("X05", extra[0], f"{RECORDER} stands in the list twice; one page, one task.")
    for extra in publishers[1:]:
        findings.error("X26", extra[0], f"{PUBLISHER} stands in the list twice; Agora takes one.")


def _check_service(findings: Findings, service: Mapping[str, Any], path: str) -> None:
    name = text(service, "serviceName")
    if name == "aliyun_vod_service":
        findings.error(
            "service-gone",
            join(path, "serviceName"),
            "Agora no longer has the service aliyun_vod_service.",
        )
    here = join(path, "errorHandlePolicy")
    wanted = _POLICY.get(name)
    policy = text(service, "errorHandlePolicy")
    if wanted is None or policy == wanted:
        return
    fix = Fix(f"Use {wanted}", here, wanted)
    if policy in _POLICY.values():
        rule = "X26" if name == PUBLISHER else "error-policy"
        findings.error(rule, here, f"On error: {name} takes {wanted} only.", fix)
    elif name == PUBLISHER and "errorHandlePolicy" not in service:
        findings.warn("X26", here, f"On error is not set; {name} wants {wanted}.", fix)


def _check_recorder(findings: Findings, param: Mapping[str, Any], path: str) -> None:
    check_area(findings, param, path, {"videoWidth": None, "videoHeight": None})
    page = text(param, "url")
    if is_local(page):
        findings.warn(
            "address-local",
            join(path, "url"),
            f"{say(page)} is inside your network; Agora cannot load it.",
        )
    _check_end(findings, whole(param, "maxRecordingHour"), join(path, "maxRecordingHour"))


def _check_end(findings: Findings, hours: int | None, path: str) -> None:
    window = whole(mapping(findings.document, "acquire"), "resourceExpiredHour", 72)
    if hours is None or window is None or not 1 <= window < hours <= 720:
        return
    findings.warn(
        "X24",
        path,
        f"The recording may last {hours} h, but it can be asked and stopped for {window} h only.",
        Fix(f"Control it for {hours} h", "acquire.resourceExpiredHour", hours),
    )
