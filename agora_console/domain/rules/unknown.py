"""Keys that Agora does not know, and ignores in silence: what was probably meant."""

from __future__ import annotations

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
    if is_secret_key(key):
        sentence = f"{plain(key)} is no key of Agora here, and its value looks like a secret."
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
    twin = next((name for name in known if name.lower() == key.lower()), None)
    if twin:
        sentence = f"Agora reads {twin}, not {plain(key)}; a key in the wrong case is ignored."
        findings.warn("X34", here, sentence, _rename(here, path, twin, parent))
    elif not _misplaced(findings, key, here):
        _guessed(findings, key, parent, path, known)


def _guessed(
    findings: Findings, key: str, parent: Mapping[str, Any], path: str, known: list[str]
) -> None:
    findings.guesses += 1
    guesses = get_close_matches(key, known, 1, 0.75) if findings.guesses <= MOST_GUESSES else []
    here = join(path, key)
    if guesses:
        sentence = f"Agora does not know {plain(key)} and ignores it; did you mean {guesses[0]}?"
        findings.warn("unknown-key", here, sentence, _rename(here, path, guesses[0], parent))
    else:
        sentence = f"Agora does not know {plain(key)} here and ignores it."
        findings.warn("unknown-key", here, sentence, Fix(f"Remove {plain(key)}", here))


def _rename(here: str, path: str, name: str, parent: Mapping[str, Any]) -> Fix:
    if name in parent:
        return Fix("Remove it", here)
    return Fix(f"Rename it to {name}", here, rename_to=join(path, name))


def _misplaced(findings: Findings, key: str, here: str) -> bool:
    places = _places(findings.root, findings.mode).get(key.lower(), ())
    if not places:
        return False
    sentence = f"Agora ignores {plain(key)} here; it belongs at {' or '.join(places)}."
    fix = None
    if len(places) == 1 and "[]" not in places[0] and _is_free(findings.document, places[0]):
        fix = Fix(f"Move it to {places[0]}", here, rename_to=places[0])
    findings.warn("wrong-place", here, sentence, fix)
    return True


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
