"""Types, ranges, choices and formats: whether one value suits its field."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.spec import FieldSpec
from agora_console.domain.paths import join, read
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, say
from agora_console.domain.rules.names import (
    is_colour,
    is_rtmp_address,
    is_variable,
    is_web_address,
    mended_colour,
    uid_fault,
)
from agora_console.domain.vendors import vendor

MOST_ITEMS = 64
"""Items of a list that are looked at; the longest list of the API has 32."""

_EXPECTED = {
    "integer": "a whole number",
    "number": "a number",
    "string": "a text in quotes",
    "boolean": "true or false",
    "object": "an object",
    "strings": "a list of texts",
    "objects": "a list of objects",
}

_ALIASES = {"composite": "mix", "webpage": "web", "us": "na"}
"""What else some choices are called, in small letters."""


def check_value(findings: Findings, spec: FieldSpec, value: Any, path: str) -> bool:
    """Check everything but what is inside of objects; False when the type is wrong."""
    if not _fits(spec, value):
        _wrong_type(findings, spec, value, path)
        return False
    match spec.type:
        case "integer" | "number":
            _check_number(findings, spec, value, path)
        case "string":
            _check_text(findings, spec, value, path)
        case "strings":
            _check_count(findings, spec, value, path)
            _check_texts(findings, spec, value, path)
        case "objects":
            _check_count(findings, spec, value, path)
            _check_objects(findings, spec, value, path)
        case _:
            pass
    return True


def _fits(spec: FieldSpec, value: Any) -> bool:
    match spec.type:
        case "integer":
            return type(value) is int
        case "number":
            return type(value) is int or (type(value) is float and math.isfinite(value))
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "object":
            return isinstance(value, Mapping)
        case _:
            return isinstance(value, list)


def _wrong_type(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    wanted = _EXPECTED[spec.type]
    if value is None:
        findings.error(
            f"{spec.key}-type",
            path,
            f"{spec.title} is null, where Agora wants {wanted}.",
            Fix(f"Remove {spec.key}", path),
        )
        return
    converted = _converted(spec, value)
    if converted is None and spec.path.endswith("storageConfig.region"):
        converted = _region_number(findings, value, path)
    fix = None if converted is None else Fix(f"Use {_shown(converted)}", path, converted)
    kind = "the text " if isinstance(value, str) else ""
    findings.error(
        f"{spec.key}-type",
        path,
        f"{spec.title} is {kind}{say(value)}, where Agora wants {wanted}.",
        fix,
    )


def _region_number(findings: Findings, name: Any, path: str) -> int | None:
    """The number of a storage region that stands there by its name."""
    owner = vendor(read(findings.document, path.rpartition(".")[0] + ".vendor"))
    wanted = name.strip().lower() if isinstance(name, str) else ""
    regions = owner.regions if owner else ()
    return next((each.number for each in regions if each.name.lower() == wanted), None)


def _shown(value: Any) -> str:
    return f"[{', '.join(map(say, value))}]" if isinstance(value, list) else say(value)


def _converted(spec: FieldSpec, value: Any) -> Any:
    """What was probably meant by a value of the wrong type; None when that is anyone's guess."""
    if isinstance(value, str) and len(value) <= 40:
        return _from_text(spec, value.strip())
    if type(value) is float and spec.type == "integer" and value.is_integer():
        return int(value)
    if type(value) is int and abs(value) < 10**15:
        if spec.type == "string":
            return str(value)
        if spec.type == "boolean" and value in (0, 1):
            return bool(value)
    return None


def _from_text(spec: FieldSpec, value: str) -> Any:
    match spec.type:
        case "integer" | "number":
            return _number(value, whole=spec.type == "integer")
        case "boolean":
            return {"true": True, "false": False}.get(value.lower())
        case "strings":
            parts = re.split(r"[/\\]" if spec.kind == "prefix" else r"[\s,;]+", value)
            return [part for part in parts if part] or None
        case _:
            return None


def _number(value: str, *, whole: bool) -> int | float | None:
    try:
        number = int(value) if whole else float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _check_number(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    if spec.choices:
        _check_choice(findings, spec, value, path)
        return
    for limit, word, beyond in (
        (spec.minimum, "below", spec.minimum is not None and value < spec.minimum),
        (spec.maximum, "above", spec.maximum is not None and value > spec.maximum),
    ):
        if beyond:
            bound = int(limit or 0)
            report = findings.warn if spec.soft else findings.error
            report(
                f"{spec.key}-range",
                path,
                f"{spec.title}: {say(value, spec.unit)} is {word} Agora's {bound}.",
                _range_fix(spec, value, bound, path),
            )


def _range_fix(spec: FieldSpec, value: Any, bound: int, path: str) -> Fix:
    if spec.type == "number" and 10 <= value <= 100:  # percent, where Agora wants fractions
        return Fix(f"Use the fraction {say(value / 100)}", path, value / 100)
    return Fix(f"Use {bound}", path, bound)


def _check_choice(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    if value in spec.values:
        return
    if spec.key == "fps":
        nearest = min((int(rate) for rate in spec.values), key=lambda rate: abs(rate - value))
        findings.warn(
            "X12",
            path,
            f"{spec.title}: {say(value, spec.unit)} does not exist at Agora and becomes 15.",
            Fix(f"Use {nearest}", path, nearest),
        )
        return
    findings.error(
        f"{spec.key}-choice",
        path,
        f"{spec.title}: {say(value)} is none of Agora's values: {_listed(spec)}.",
        _choice_fix(spec, value, path),
    )


def _choice_fix(spec: FieldSpec, value: Any, path: str) -> Fix | None:
    if isinstance(value, str):
        meant = _ALIASES.get(value.strip().lower(), value.strip().lower())
        for choice in spec.choices:
            if meant in (str(choice.value).lower(), choice.label.lower()):
                return Fix(f"Use {choice.value}", path, choice.value)
    if len(spec.choices) == 1:
        return Fix(f"Use {spec.values[0]}", path, spec.values[0])
    if value == "" and not spec.required_in:
        return Fix(f"Remove {spec.key}", path)
    return None


def _listed(spec: FieldSpec) -> str:
    return ", ".join(
        f"{choice.value} ({choice.label})" if isinstance(choice.value, int) else choice.value
        for choice in spec.choices
        if not choice.gone
    )


def _check_text(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    if spec.choices:
        _check_choice(findings, spec, value, path)
    elif spec.kind == "uid":
        _check_uid(findings, spec, value, path)
    elif spec.kind == "colour" and not is_colour(value):
        meant = mended_colour(value[:40])
        findings.error(
            f"{spec.key}-format",
            path,
            f"{spec.title}: {say(value)} is no colour such as #1A2B3C.",
            Fix(f"Use {meant}", path, meant) if meant else None,
        )
    elif spec.kind == "url" and not is_web_address(value):
        findings.error(
            f"{spec.key}-format",
            path,
            f"{spec.title}: {say(value)} is no address that begins with https:// or http://.",
        )
    elif spec.kind == "rtmp" and not (is_rtmp_address(value) or is_variable(value)):
        # The address holds the stream key, so it is not repeated.
        findings.error(
            "X26",
            path,
            f"{spec.title}: the address does not begin with rtmp:// or rtmps://.",
        )
    elif spec.kind == "name" and not value.strip():
        findings.error(f"{spec.key}-missing", path, f"{spec.title} is empty; Agora needs a name.")


def _check_uid(findings: Findings, spec: FieldSpec, value: str, path: str) -> None:
    fault = uid_fault(value)
    if not fault or (not value and spec.key not in ("maxResolutionUid",) and not spec.required_in):
        return
    findings.error(f"{spec.key}-format", path, f"{spec.title} {fault}.")


def _check_texts(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    for index, item in enumerate(value[:MOST_ITEMS]):
        if not isinstance(item, str):
            mended = [str(each) if type(each) is int else each for each in value[:MOST_ITEMS]]
            mendable = len(value) <= MOST_ITEMS and all(isinstance(each, str) for each in mended)
            findings.error(
                f"{spec.key}-type",
                join(path, index),
                f"{spec.title}: {say(item)} stands in the list, where Agora wants texts in quotes.",
                Fix("Put the numbers in quotes", path, mended) if mendable else None,
            )
            return
    if spec.choices:
        _check_items(findings, spec, value, path)


def _check_items(findings: Findings, spec: FieldSpec, value: list[str], path: str) -> None:
    for index, item in enumerate(value[:MOST_ITEMS]):
        if item not in spec.values:
            meant = [each.strip().lower() for each in value[:MOST_ITEMS]]
            if len(spec.values) == 1:
                meant = [str(spec.values[0])]
            mendable = set(meant) <= set(spec.values) and len(meant) == len(set(meant))
            findings.error(
                f"{spec.key}-choice",
                join(path, index),
                f"{spec.title}: {say(item)} is none of Agora's values: {_listed(spec)}.",
                Fix(f"Use {', '.join(meant)}", path, meant) if mendable else None,
            )
            return


def _check_count(findings: Findings, spec: FieldSpec, value: list[Any], path: str) -> None:
    count = len(value)
    if spec.max_items is not None and count > spec.max_items:
        findings.error(
            f"{spec.key}-count",
            path,
            f"{spec.title}: {count} entries are above Agora's {spec.max_items}.",
        )
    elif spec.min_items is not None and count < spec.min_items:
        findings.error(f"{spec.key}-count", path, f"{spec.title}: the list is empty.")


def _check_objects(findings: Findings, spec: FieldSpec, value: list[Any], path: str) -> None:
    for index, item in enumerate(value[:MOST_ITEMS]):
        if not isinstance(item, Mapping):
            findings.error(
                f"{spec.key}-type",
                join(path, index),
                f"{spec.title}: {say(item)} stands in the list, where Agora wants objects.",
            )
