"""Types, ranges, choices and formats: whether one value suits its field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.config.spec import FieldSpec
from agora_console.domain.paths import join, read
from agora_console.domain.problems import Fix
from agora_console.domain.rules.findings import Findings, say
from agora_console.domain.rules.meant import MANY_BITS, bare, chosen, converted, share, suits
from agora_console.domain.rules.names import (
    is_colour,
    is_rtmp_address,
    is_variable,
    is_web_address,
    mended_address,
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


def check_value(findings: Findings, spec: FieldSpec, value: Any, path: str) -> bool:
    """Check everything but what is inside of objects; False when the type is wrong."""
    if not suits(spec, value):
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


def _wrong_type(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    wanted = _EXPECTED[spec.type]
    meant = converted(spec, value)
    if meant is None and spec.path.endswith("storageConfig.region"):
        meant = _region_number(findings, value, path)
    if spec.path == "mode" and "clientRequest" in findings.document:
        meant = findings.mode
    fix = None if meant is None else Fix(f"Use {_shown(meant)}", path, meant)
    if value is None and fix is None and findings.mode not in spec.required_in:
        fix = Fix(f"Remove {spec.key}", path)
    kind = "the text " if isinstance(value, str) else ""
    shown = f"{value:.1f}" if _is_pointed(value) else say(value)
    sentence = f"{spec.title} is {kind}{shown}, where Agora wants {wanted}."
    findings.error(f"{spec.key}-type", path, sentence, fix)


def _is_pointed(value: Any) -> bool:
    """True for a number that is whole and written with a point all the same."""
    return type(value) is float and value.is_integer() and abs(value) < 10**15


def _region_number(findings: Findings, name: Any, path: str) -> int | None:
    """The number of a storage region that stands there by its name."""
    owner = vendor(read(findings.document, path.rpartition(".")[0] + ".vendor"))
    wanted = bare(name) if isinstance(name, str) else ""
    regions = owner.regions if owner else ()
    return next((each.number for each in regions if bare(each.name) == wanted), None)


def _shown(value: Any) -> str:
    return f"[{', '.join(map(say, value))}]" if isinstance(value, list) else say(value)


def _check_number(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    if spec.choices:
        _check_choice(findings, spec, value, path)
        return
    report = findings.warn if spec.soft else findings.error
    rule, shown = f"{spec.key}-range", say(value, spec.unit)
    if spec.minimum is not None and value < spec.minimum:
        bound = int(spec.minimum)
        fix = _range_fix(findings, spec, value, path, bound)
        report(rule, path, f"{spec.title}: {shown} is below Agora's {bound}.", fix)
    if spec.maximum is not None and value > spec.maximum:
        bound = int(spec.maximum)
        fix = _range_fix(findings, spec, value, path, bound)
        report(rule, path, f"{spec.title}: {shown} is above Agora's {bound}.", fix)


def _range_fix(
    findings: Findings, spec: FieldSpec, value: Any, path: str, bound: int
) -> Fix | None:
    if spec.type == "number" and value > bound:
        part = share(findings.document, path, value)
        return None if part is None else Fix(f"Use the fraction {say(part)}", path, part)
    if spec.unit == "kbps" and value >= MANY_BITS and value // 1000 <= bound:
        return Fix(f"Use {value // 1000}", path, value // 1000)
    if (value < 1 <= bound and spec.unit == "px") or spec.path.endswith("storageConfig.region"):
        return None  # the smallest number is hardly what was meant
    return Fix(f"Use {bound}", path, bound)


def _check_choice(findings: Findings, spec: FieldSpec, value: Any, path: str) -> None:
    if value in spec.values:
        return
    if spec.key == "fps":
        rates = [int(rate) for rate in spec.values]
        nearest = min(rates, key=lambda rate: abs(rate - value)) if value > 0 else 15
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
    meant = chosen(spec, value) if isinstance(value, str) else None
    if meant is None and len(spec.choices) == 1:
        meant = spec.values[0]
    if meant is not None:
        return Fix(f"Use {meant}", path, meant)
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
        findings.error(
            f"{spec.key}-format",
            path,
            f"{spec.title}: {say(value)} is no colour such as #1A2B3C.",
            _text_fix(spec, value, path, mended_colour(value[:40])),
        )
    elif spec.kind == "url" and not is_web_address(value):
        findings.error(
            f"{spec.key}-format",
            path,
            f"{spec.title}: {say(value)} is no address that begins with https:// or http://.",
            _text_fix(spec, value, path, mended_address(value[:2000])),
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


def _text_fix(spec: FieldSpec, value: str, path: str, meant: str | None) -> Fix | None:
    if meant:
        return Fix(f"Use {say(meant)}", path, meant)
    return None if value.strip() or spec.required_in else Fix(f"Remove {spec.key}", path)


def _check_uid(findings: Findings, spec: FieldSpec, value: str, path: str) -> None:
    fault = uid_fault(value)
    if not fault or (not value and spec.key not in ("maxResolutionUid",) and not spec.required_in):
        return
    stripped = value.strip()
    bare_uid = stripped.lstrip("0")
    meant = bare_uid if uid_fault(bare_uid) is None else None
    fix = _text_fix(spec, value, path, meant)
    findings.error(f"{spec.key}-format", path, f"{spec.title} {fault}.", fix)


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
            named = [str(chosen(spec, each)) for each in value[:MOST_ITEMS]]
            meant = [str(spec.values[0])] if len(spec.values) == 1 else list(dict.fromkeys(named))
            mendable = set(meant) <= set(spec.values)
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
            _count_fix(spec, value, path),
        )
    elif spec.min_items is not None and count < spec.min_items:
        first = [str(choice) for choice in spec.values[:1]]
        fix = Fix(f"Use {first[0]}", path, first) if first else None
        findings.error(f"{spec.key}-count", path, f"{spec.title}: the list is empty.", fix)


def _count_fix(spec: FieldSpec, value: list[Any], path: str) -> Fix | None:
    """Every entry once, where that is short enough."""
    texts = [each for each in value if isinstance(each, str)]
    once = list(dict.fromkeys(texts))
    short = len(texts) == len(value) and len(once) <= (spec.max_items or 0)
    return Fix("Keep each once", path, once) if short else None


def _check_objects(findings: Findings, spec: FieldSpec, value: list[Any], path: str) -> None:
    for index, item in enumerate(value[:MOST_ITEMS]):
        if not isinstance(item, Mapping):
            findings.error(
                f"{spec.key}-type",
                join(path, index),
                f"{spec.title}: {say(item)} stands in the list, where Agora wants objects.",
            )
