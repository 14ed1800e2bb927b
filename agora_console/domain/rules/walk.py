"""Which keys are there, which are missing, and which Agora does not know.

The walk follows the specs, never the document, so its depth is theirs; what it does not know it
names and leaves alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.recording import BLACK_LISTS
from agora_console.domain.config.spec import FieldSpec
from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, text
from agora_console.domain.rules.subscription import fitting_group
from agora_console.domain.rules.unknown import name_unknown
from agora_console.domain.rules.values import MOST_ITEMS, check_value
from agora_console.domain.vendors import vendor

_FORBIDDEN = {
    ("individual", "transcodingConfig"): "X03",
    ("individual", "audioProfile"): "X03",
    ("mix", "streamMode"): "X04",
    ("mix", "snapshotConfig"): "X04",
    ("web", "token"): "X05",
    ("web", "recordingConfig"): "X05",
    ("web", "snapshotConfig"): "X05",
    ("mix", "extensionServiceConfig"): "X06",
    ("individual", "extensionServiceConfig"): "X06",
}
_MISSING = {"subscribeUidGroup": "X02", "extensionServiceConfig": "X05"}


def walk(
    findings: Findings,
    value: Mapping[str, Any],
    specs: Mapping[str, FieldSpec],
    path: str = "",
    *,
    service: str = "",
    legacy: bool = False,
) -> None:
    """Check the members of one object, and what is below them.

    `service` names the web service whose parameters these are; `legacy`: the object as a whole is
    no longer part of the API, which has been said.
    """
    for key, item in value.items():
        if findings.full:
            return
        spec = specs.get(BLACK_LISTS.get(key, key)) if isinstance(key, str) else None
        if spec is None or (spec.service and service and spec.service != service):
            name_unknown(findings, key, value, specs, path, service=service)
        else:
            _member(findings, spec, item, join(path, key), value, legacy=legacy)
    for spec in specs.values():
        needed = findings.mode in spec.required_in and not spec.secret
        if needed and spec.key not in value and spec.service in ("", service):
            _missing(findings, spec, value, path)


def _missing(findings: Findings, spec: FieldSpec, parent: Mapping[str, Any], path: str) -> None:
    here = join(path, spec.key)
    rule = _MISSING.get(spec.key, f"{spec.key}-missing")
    why = "it is mix, individual or web" if here == "mode" else f"{findings.mode} mode needs it"
    findings.error(
        rule,
        here,
        f"{spec.title} is missing ({spec.key}); {why}.",
        _missing_fix(findings, spec, parent, here),
    )


def _missing_fix(
    findings: Findings, spec: FieldSpec, parent: Mapping[str, Any], path: str
) -> Fix | None:
    if path == "mode" and "clientRequest" in parent:
        return Fix(f"Set it to {findings.mode}, for which the keys speak", path, findings.mode)
    if spec.key == "subscribeUidGroup":
        group = fitting_group(parent)
        return None if group is None else Fix(f"Set it to {group}, by the lists", path, group)
    if spec.type == "strings" and len(spec.choices) == 1:
        return Fix(f"Set {spec.key} to {spec.values[0]}", path, [spec.values[0]])
    if spec.path.endswith("storageConfig.region"):
        owner = vendor(parent.get("vendor"))
        if owner and not owner.has_regions:
            return Fix("Set region to 0", path, 0)
    return None


def _service(parent: Mapping[str, Any]) -> str:
    """The service whose parameters stand beside its name; empty where the name is none."""
    name = text(parent, "serviceName")
    return name if name in (RECORDER, PUBLISHER) else ""


def _member(
    findings: Findings,
    spec: FieldSpec,
    value: Any,
    path: str,
    parent: Mapping[str, Any],
    *,
    legacy: bool,
) -> None:
    if spec.secret:
        _secret(findings, spec, value, path)
        return
    if findings.mode not in spec.modes:
        _wrong_mode(findings, spec, path)
        return
    inside = spec.legacy or legacy
    if spec.legacy and not legacy:
        findings.warn(
            "legacy",
            path,
            f"{spec.title} ({spec.key}) is no longer part of the API; Agora may ignore it.",
            Fix(f"Remove {spec.key}", path),
        )
    if not check_value(findings, spec, value, path):
        return
    if spec.type == "object" and spec.children:
        walk(findings, value, spec.children, path, service=_service(parent), legacy=inside)
    elif spec.type == "objects":
        for index, item in enumerate(value[:MOST_ITEMS]):
            if isinstance(item, Mapping):
                walk(findings, item, spec.children, join(path, index), legacy=inside)


def _secret(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    """A secret in a file is named, and its value never repeated."""
    fix = Fix(f"Remove {spec.key}", path)
    if not findings.context.secrets_inside:
        findings.warn(
            "secret-in-file",
            path,
            f"{spec.title} ({spec.key}) stands in the config; a secret belongs in the keyring.",
            fix,
        )
    if not isinstance(value, str):
        sentence = f"{spec.title} is no text in quotes, which is what Agora wants."
        findings.error(f"{spec.key}-type", path, sentence, fix)


def _wrong_mode(findings: Findings, spec: FieldSpec, path: str) -> None:
    rule = _FORBIDDEN.get((findings.mode, spec.key))
    modes = " and ".join(spec.modes)
    sentence = f"{spec.title} ({spec.key}) exists in {modes} mode only; this is {findings.mode}."
    fix = Fix(f"Remove {spec.key}", path)
    if rule:
        findings.error(rule, path, sentence, fix)
    else:
        findings.warn("wrong-mode", path, sentence, fix)
