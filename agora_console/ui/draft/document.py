"""Changing a draft by JSON path; pure, and no document is ever modified."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from agora_console.domain.page import PUBLISHER, RECORDER
from agora_console.domain.paths import MISSING, join, read, steps, with_value, without
from agora_console.domain.problems import Fix

Document = dict[str, Any]

RECORDING = "clientRequest.recordingConfig"
TRANSCODING = f"{RECORDING}.transcodingConfig"
FILES = "clientRequest.recordingFileConfig"
SNAPSHOT = "clientRequest.snapshotConfig"
STORAGE = "clientRequest.storageConfig"
PAGE = "clientRequest.extensionServiceConfig"
ACQUIRE = "acquire"

MODE_PATHS: Mapping[str, tuple[str, ...]] = {
    "mix": (TRANSCODING, f"{RECORDING}.audioProfile", FILES),
    "individual": (
        f"{RECORDING}.streamMode",
        f"{RECORDING}.subscribeUidGroup",
        SNAPSHOT,
        "clientRequest.appsCollection",
        "clientRequest.transcodeOptions",
        f"{ACQUIRE}.scene",
        FILES,
    ),
    "web": (PAGE, FILES),
}
"""What each mode alone may carry, or carries in its own way (API 10: X03 to X06, X10)."""

CHANNEL = "channel"
"""The place on the shelf for what mix and individual share and a page has not (API 10: X05)."""

_FRESH: Mapping[str, Any] = {FILES: {"avFileType": ["hls"]}}
_FRESH_PAGE: Mapping[str, Any] = {
    PAGE: {
        "extensionServices": [
            {
                "serviceName": RECORDER,
                "errorHandlePolicy": "error_abort",
                "serviceParam": {"audioProfile": 0, "videoWidth": 1280, "videoHeight": 720},
            }
        ]
    },
    **_FRESH,
}
"""A page recording needs a size and a quality of the sound; how long it lasts has to be said."""

_POLICIES = {RECORDER: "error_abort", PUBLISHER: "error_ignore"}
"""The only `errorHandlePolicy` that each service takes."""

_KEPT_EMPTY = ("clientRequest", FILES, SNAPSHOT)
"""Objects whose presence means something, so that they stay when their last key goes."""


def put(document: Mapping[str, Any], path: str, value: Any) -> Document:
    """The document with `value` at `path`, MISSING removes; what stands in the way gives way.

    Raises ValueError where the path means an item of a list that has none there.
    """
    if value is MISSING:
        return drop(document, path)
    place, way = "", steps(path)
    for step, below in pairwise(way):
        place = join(place, step)
        if isinstance(below, str) and not isinstance(read(document, place), Mapping):
            document = with_value(document, place, {})
    return with_value(document, path, value)


def drop(document: Mapping[str, Any], path: str) -> Document:
    """The document without `path`; objects that become empty by it go as well."""
    if read(document, path) is MISSING:
        return dict(document)
    smaller = without(document, path)
    parent = _parent(path)
    if parent and parent not in _KEPT_EMPTY and read(smaller, parent) == {}:
        return drop(smaller, parent)
    return smaller


def mended(document: Mapping[str, Any], fix: Fix) -> Document:
    """The document after a fix: a value set, a key removed, or a key renamed."""
    if fix.rename_to:
        value = read(document, fix.path)
        return put(drop(document, fix.path), fix.rename_to, value)
    return put(document, fix.path, MISSING if fix.value is None else fix.value)


def switched(
    document: Mapping[str, Any], mode: str, shelf: Mapping[str, Mapping[str, Any]]
) -> tuple[Document, dict[str, Mapping[str, Any]]]:
    """The document in another mode, and what the mode that is left keeps on the shelf.

    Nothing that was typed is lost: what the other mode does not know is kept under the name of
    its mode and comes back with it. Recording files are asked for where nothing was kept.
    """
    left = str(document.get("mode", ""))
    if left == mode:
        return dict(document), dict(shelf)
    changed, kept = _taken(document, MODE_PATHS.get(left, ()))
    shelf = {**shelf, left: kept}
    if mode == "web":
        changed, kept = _taken(changed, (RECORDING,))
        shelf[CHANNEL] = kept
    changed = put(changed, "mode", mode)
    if left == "web":
        for path, value in shelf.get(CHANNEL, {RECORDING: {"channelType": 1}}).items():
            changed = put(changed, path, value)
    fresh = _FRESH_PAGE if mode == "web" else _FRESH
    for path, value in shelf.get(mode, fresh).items():
        changed = put(changed, path, value)
    return changed, shelf


def service_at(document: Mapping[str, Any], name: str) -> str:
    """The path of a service of the page recording, wherever in its list it stands; else ""."""
    services = read(document, f"{PAGE}.extensionServices")
    for index, service in enumerate(services if isinstance(services, list) else ()):
        if isinstance(service, Mapping) and service.get("serviceName") == name:
            return f"{PAGE}.extensionServices[{index}]"
    return ""


def with_service(document: Mapping[str, Any], name: str, param: Mapping[str, Any]) -> Document:
    """The document with these parameters of a service, which is added where there is none."""
    place = service_at(document, name)
    if place:
        return put(document, f"{place}.serviceParam", dict(param))
    services = read(document, f"{PAGE}.extensionServices")
    added = {
        "serviceName": name,
        "errorHandlePolicy": _POLICIES[name],
        "serviceParam": dict(param),
    }
    known = services if isinstance(services, list) else []
    return put(document, f"{PAGE}.extensionServices", [*known, added])


def without_service(document: Mapping[str, Any], name: str) -> Document:
    """The document without a service of the page recording."""
    place = service_at(document, name)
    return drop(document, place) if place else dict(document)


def _taken(document: Mapping[str, Any], paths: Iterable[str]) -> tuple[Document, Mapping[str, Any]]:
    """The document without `paths`, and what stood there."""
    kept = {path: value for path in paths if (value := read(document, path)) is not MISSING}
    left = dict(document)
    for path in kept:
        left = drop(left, path)
    return left, kept


def _parent(path: str) -> str:
    place = ""
    for step in steps(path)[:-1]:
        place = join(place, step)
    return place
