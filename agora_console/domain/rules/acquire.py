"""Rules of `acquire`: scene, zones, and the copy of the start request (X01, X29, X32)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.requests import StartRequest
from agora_console.domain.config.spec import FieldSpec, tree
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, mapping, text, whole
from agora_console.domain.vendors import Zone, region

_REGION = "clientRequest.storageConfig.region"

_SCENES = {"mix": (0,), "individual": (0, 2), "web": (1,)}

_AFFINITY: dict[int | None, Zone] = {1: "CN", 2: "AP", 3: "EU", 4: "NA"}

_ZONE_NAMES = {"CN": "mainland China", "AP": "Asia", "EU": "Europe", "NA": "North America"}


def check_acquire(findings: Findings) -> None:
    """What acquire is asked, and how it goes with the start request."""
    acquire = mapping(findings.document, "acquire")
    check_request(findings, acquire, "acquire")
    _check_zone(findings, acquire)
    if "startParameter" in acquire:
        _check_copy(findings, acquire["startParameter"])


def check_request(findings: Findings, acquire: Mapping[str, Any], path: str) -> None:
    """The rules of the acquire request itself: X01, and one kind of region."""
    scene = whole(acquire, "scene")
    if scene in (0, 1, 2) and scene not in _SCENES[findings.mode]:
        right = _SCENES[findings.mode][0]
        here = join(path, "scene")
        findings.error(
            "X01",
            here,
            f"Scene: {scene} does not go with {findings.mode} mode, which has {right}.",
            Fix(f"Use {right}", here, right),
        )
    if "region" in acquire and "regionAffinity" in acquire:
        here = join(path, "regionAffinity")
        findings.error(
            "region-twice",
            here,
            "Recorder region and preferred region are both set; Agora takes one of them.",
            Fix("Remove regionAffinity", here),
        )


def _check_zone(findings: Findings, acquire: Mapping[str, Any]) -> None:
    storage = mapping(mapping(findings.document, "clientRequest"), "storageConfig")
    place = region(storage.get("vendor"), storage.get("region"))
    if place is None or not place.zone:
        return
    fence = text(acquire, "region")
    if fence in _ZONE_NAMES and fence != place.zone:
        sentence = (
            f"The storage is in {place.label}, outside of the region {fence} "
            f"({_ZONE_NAMES[fence]}) that the recorder must not leave."
        )
        if place.zone == "other":
            findings.warn("X32", _REGION, sentence)
        else:
            findings.error("X32", _REGION, sentence)
        return
    expected = _AFFINITY.get(whole(acquire, "regionAffinity")) or findings.context.zone
    if not fence and expected in _ZONE_NAMES and expected != place.zone:
        findings.warn(
            "storage-far",
            _REGION,
            f"The storage is in {place.label}, far from the recorder in {_ZONE_NAMES[expected]}; "
            "the upload may be slow, and late files can be lost.",
        )


def _check_copy(findings: Findings, copy: Any) -> None:
    """The copy has to say what start says; keys are compared without the secrets of either."""
    path = "acquire.startParameter"
    specs = tree(StartRequest)
    if not isinstance(copy, Mapping):
        return
    for secret in _secrets(copy, specs, path):
        findings.warn(
            "secret-in-file",
            secret,
            "A secret stands in the config; it belongs in the keyring.",
            Fix("Remove it", secret),
        )
    start = mapping(findings.document, "clientRequest")
    if _bare(copy, specs) != _bare(start, specs):
        findings.error(
            "X29",
            path,
            "The start parameters differ from what start will say; Agora would refuse the start.",
            Fix("Remove them", path),
        )


def _secrets(value: Mapping[str, Any], specs: Mapping[str, FieldSpec], path: str) -> list[str]:
    found = []
    for spec in specs.values():
        if spec.secret and spec.key in value:
            found.append(join(path, spec.key))
        elif spec.type == "object":
            found += _secrets(mapping(value, spec.key), spec.children, join(path, spec.key))
    return found


def _bare(value: Mapping[str, Any], specs: Mapping[str, FieldSpec]) -> dict[str, Any]:
    """The object without its secrets."""
    bare = {}
    for key, item in value.items():
        spec = specs.get(key)
        if spec is None or not spec.secret:
            known = spec and spec.type == "object" and isinstance(item, Mapping)
            bare[key] = _bare(item, spec.children) if spec and known else item
    return bare
