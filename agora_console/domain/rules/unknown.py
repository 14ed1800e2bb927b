"""Keys that Agora does not know, and ignores in silence: what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel

from agora_console.domain.config.spec import FieldSpec, tree
from agora_console.domain.paths import MISSING, has_place, join, read
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import MAX_KEY, Findings, plain, say
from agora_console.domain.secrets import is_secret_key
from agora_console.domain.session import Mode

TOLERATED = frozenset({"$schema"})
"""Keys of the document itself that editors write; they are never sent."""

MOST_GUESSES = 20
"""Unknown keys of a document for which a similar one is looked for; each look takes its time."""


def name_unknown(
    findings: Findings,
    key: object,
    parent: Mapping[str, Any],
    specs: Mapping[str, FieldSpec],
    path: str,
    *,
    service: str,
) -> None:
    """Report a key that is not among `specs`, with the key that was probably meant."""
    if not path and key in TOLERATED:
        return
    if not isinstance(key, str) or len(key) > MAX_KEY:
        findings.warn("unknown-key", path, f"Agora does not know the key {say(key)}, ignores it.")
        return
    here = join(path, key)
    if is_secret_key(key) and not findings.context.secrets_inside:
        twin = next((name for name in specs if _bare(name) == _bare(key)), None)
        means = f"Agora reads {twin}, not {plain(key)}" if twin else f"{plain(key)} is not read"
        sentence = f"{means}; and a secret belongs in the keyring, not in the config."
        findings.warn("secret-in-file", here, sentence, Fix(f"Remove {plain(key)}", here))
        return
    foreign = specs.get(key)
    if foreign:
        sentence = f"{plain(key)} belongs to {foreign.service}; Agora ignores it here."
        findings.warn("wrong-service", here, sentence, Fix(f"Remove {plain(key)}", here))
        return
    known = [
        spec.key
        for spec in specs.values()
        if findings.mode in spec.modes and spec.service in ("", service)
    ]
    twin = next((name for name in known if _bare(name) == _bare(key)), None)
    if twin:
        kind = "in the wrong case" if twin.lower() == key.lower() else "in another spelling"
        sentence = f"Agora reads {twin}, not {plain(key)}; a key {kind} is ignored."
        findings.warn("X34", here, sentence, _rename(here, path, twin, parent))
    elif not _misplaced(findings, key, here):
        _guessed(findings, key, parent, path, known)


def _bare(key: str) -> str:
    return key.lower().replace("_", "")


_COUSINS = {"x": "xaxis", "y": "yaxis", "left": "xaxis", "top": "yaxis", "url": "imageurl"}
"""What else people call the numbers of a region, and the image of a person."""


def _cousin(key: str, known: list[str]) -> str | None:
    """The name that the same thing has here: the canvas of a mix and a page are called apart."""
    bare = _bare(key).replace("framerate", "fps")
    bare = _COUSINS.get(bare, bare)
    names = {bare, bare.removeprefix("video"), f"video{bare}"}
    return next((name for name in known if _bare(name) in names), None)


def _guessed(
    findings: Findings, key: str, parent: Mapping[str, Any], path: str, known: list[str]
) -> None:
    here = join(path, key)
    guess = _cousin(key, known)
    if guess is None and _of_another_mode(findings, key, here):
        return
    findings.guesses += 1
    if guess is None and findings.guesses <= MOST_GUESSES:
        guess = next(iter(get_close_matches(key, known, 1, 0.75)), None)
    if guess:
        sentence = f"Agora does not know {plain(key)} and ignores it; did you mean {guess}?"
        findings.warn("unknown-key", here, sentence, _rename(here, path, guess, parent))
        return
    sentence = f"Agora does not know {plain(key)} here and ignores it."
    findings.warn("unknown-key", here, sentence, Fix(f"Remove {plain(key)}", here))


def _of_another_mode(findings: Findings, key: str, here: str) -> bool:
    modes = _modes(findings.root).get(key, ())
    if not modes or findings.mode in modes:
        return False
    sentence = f"{key} exists in {' and '.join(modes)} mode only; Agora ignores it here."
    findings.warn("unknown-key", here, sentence, Fix(f"Remove {key}", here))
    return True


def _rename(here: str, path: str, name: str, parent: Mapping[str, Any]) -> Fix:
    if name in parent:
        return Fix("Remove it", here)
    return Fix(f"Rename it to {name}", here, rename_to=join(path, name))


def _misplaced(findings: Findings, key: str, here: str) -> bool:
    places = _places(findings.root, findings.mode).get(key.lower(), ())
    if not places:
        return False
    places = tuple(_near(place, here) for place in places)
    sentence = f"Agora ignores {plain(key)} here; it belongs at {' or '.join(places)}."
    fix = None
    if len(places) == 1 and "[]" not in places[0] and _is_free(findings.document, places[0]):
        fix = Fix(f"Move it to {places[0]}", here, rename_to=places[0])
    findings.warn("wrong-place", here, sentence, fix)
    return True


def _near(place: str, here: str) -> str:
    """The place with the list indexes of `here`, where it lies in the same item."""
    near = place
    for index in re.findall(r"\[\d+\]", here):
        near = near.replace("[]", index, 1)
    item = here[: here.rfind("]") + 1]
    return near if item and near.startswith(item) else place


def _is_free(document: Mapping[str, Any], path: str) -> bool:
    return has_place(document, path) and read(document, path) is MISSING


@cache
def _places(root: type[BaseModel], mode: Mode) -> Mapping[str, tuple[str, ...]]:
    """Where each key (in lower case) stands in a request, legacy and secret fields left out."""
    places: dict[str, tuple[str, ...]] = {}
    level = list(tree(root).values())
    while level:
        spec = level.pop(0)
        if mode in spec.modes and not spec.legacy and not spec.secret:
            places[spec.key.lower()] = (*places.get(spec.key.lower(), ()), spec.path)
            level.extend(spec.children.values())
    return places


@cache
def _modes(root: type[BaseModel]) -> Mapping[str, tuple[Mode, ...]]:
    """The modes in which a key exists, wherever it stands; legacy fields left out."""
    modes: dict[str, tuple[Mode, ...]] = {}
    level = list(tree(root).values())
    while level:
        spec = level.pop(0)
        if not spec.legacy:
            modes[spec.key] = tuple(dict.fromkeys((*modes.get(spec.key, ()), *spec.modes)))
            level.extend(spec.children.values())
    return modes
