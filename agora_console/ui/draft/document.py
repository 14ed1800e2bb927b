"""Changing a draft by JSON path; pure, and no document is ever modified."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from agora_console.domain.paths import MISSING, join, read, steps, with_value, without
from agora_console.domain.problems import Fix

Document = dict[str, Any]

RECORDING = "clientRequest.recordingConfig"
TRANSCODING = f"{RECORDING}.transcodingConfig"
FILES = "clientRequest.recordingFileConfig"
SNAPSHOT = "clientRequest.snapshotConfig"
STORAGE = "clientRequest.storageConfig"
ACQUIRE = "acquire"

MODE_PATHS: Mapping[str, tuple[str, ...]] = {
    "mix": (TRANSCODING, f"{RECORDING}.audioProfile", FILES),
    "individual": (
        f"{RECORDING}.streamMode",
        f"{RECORDING}.subscribeUidGroup",
        SNAPSHOT,
        FILES,
    ),
}
"""What each mode alone may carry, or carries in its own way (API 10: X03, X04, X10)."""

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
    paths = MODE_PATHS.get(left, ())
    kept = {path: value for path in paths if (value := read(document, path)) is not MISSING}
    changed = dict(document)
    for path in paths:
        changed = drop(changed, path)
    changed = put(changed, "mode", mode)
    for path, value in shelf.get(mode, {FILES: {"avFileType": ["hls"]}}).items():
        changed = put(changed, path, value)
    return changed, {**shelf, left: kept}


def _parent(path: str) -> str:
    place = ""
    for step in steps(path)[:-1]:
        place = join(place, step)
    return place
