"""The JSON Schema of CONFIG.json (draft 2020-12), made from the field specs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from agora_console.domain.config.base import UID_PATTERN
from agora_console.domain.config.recording import BLACK_LISTS, EVERYBODY
from agora_console.domain.config.requests import RecordingConfig
from agora_console.domain.config.spec import FieldSpec, tree
from agora_console.domain.session import Mode

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TITLE = "Recording of Agora Console"

_TEXTS: dict[str, dict[str, Any]] = {
    "uid": {"pattern": f"^{UID_PATTERN}$"},
    "url": {"pattern": "^https?://"},
    "rtmp": {"pattern": "^rtmps?://"},
    "colour": {"pattern": "^#[0-9A-Fa-f]{6}$"},
    "name": {"minLength": 1},
    "uids": {"pattern": f"^({UID_PATTERN}|{EVERYBODY})$"},
    "prefix": {"pattern": "^[A-Za-z0-9]+$"},
}


def json_schema(mode: Mode | None = None) -> dict[str, Any]:
    """The schema of CONFIG.json in `mode`; None: of all modes, told apart by the key `mode`.

    Secrets are no part of it. What Agora does not refuse (a soft range) is not enforced.
    """
    if mode is not None:
        return {"$schema": _DRAFT, "title": f"{_TITLE}, {mode}", **_document(mode)}
    modes: tuple[Mode, ...] = get_args(Mode)
    return {
        "$schema": _DRAFT,
        "title": _TITLE,
        "type": "object",
        "required": ["mode"],
        "properties": {"mode": {"enum": list(modes)}},
        "allOf": [
            {"if": {"properties": {"mode": {"const": each}}}, "then": _document(each)}
            for each in modes
        ],
    }


def _document(mode: Mode) -> dict[str, Any]:
    schema = _object(tree(RecordingConfig), mode)
    schema["properties"]["mode"] = {"const": mode}
    schema["properties"]["$schema"] = {"type": "string"}
    return schema


def _object(specs: Mapping[str, FieldSpec], mode: Mode, service: str = "") -> dict[str, Any]:
    members = [
        spec
        for spec in specs.values()
        if mode in spec.modes and not spec.secret and spec.service in ("", service)
    ]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {spec.key: _field(spec, mode) for spec in members},
        "required": [spec.key for spec in members if mode in spec.required_in],
        "additionalProperties": False,
    }
    for other, key in BLACK_LISTS.items():
        if key in schema["properties"]:
            schema["properties"][other] = schema["properties"][key]
    cases = [case for spec in members for case in _services(spec, mode)]
    if cases:
        schema["allOf"] = cases
    return schema


def _services(spec: FieldSpec, mode: Mode) -> list[dict[str, Any]]:
    """What the parameters of each service look like, by the name beside them."""
    names = dict.fromkeys(child.service for child in spec.children.values() if child.service)
    return [
        {
            "if": {"properties": {"serviceName": {"const": name}}},
            "then": {"properties": {spec.key: _object(spec.children, mode, name)}},
        }
        for name in names
    ]


def _field(spec: FieldSpec, mode: Mode) -> dict[str, Any]:
    schema: dict[str, Any] = {"title": spec.title, "description": _description(spec)}
    if spec.legacy:
        schema["deprecated"] = True
    if spec.default is not None:
        schema["default"] = spec.default
    return {**schema, **_shape(spec, mode)}


def _description(spec: FieldSpec) -> str:
    unit = f" In {spec.unit}." if spec.unit else ""
    named = [choice for choice in spec.choices if str(choice.value) != choice.label]
    values = ", ".join(f"{choice.value} = {choice.label}" for choice in named)
    return spec.sentence + unit + (f" {values}." if values else "")


def _shape(spec: FieldSpec, mode: Mode) -> dict[str, Any]:
    match spec.type:
        case "object":
            tagged = any(child.service for child in spec.children.values())
            plain = tagged or not spec.children
            return {"type": "object"} if plain else _object(spec.children, mode)
        case "objects":
            return {"type": "array", **_count(spec), "items": _object(spec.children, mode)}
        case "strings":
            kinds = {"type": "string", **_text(spec), **_kinds(spec, mode)}
            return {"type": "array", **_count(spec), **_contained(spec), "items": kinds}
        case "string":
            return {"type": "string", **_text(spec)}
        case "boolean":
            return {"type": "boolean"}
        case _:
            return {"type": spec.type, **_number(spec)}


def _kinds(spec: FieldSpec, mode: Mode) -> dict[str, Any]:
    """X10: of the kinds of file, individual mode has the first one only."""
    is_only = spec.key == "avFileType" and mode == "individual"
    return {"enum": list(spec.values[:1])} if is_only else {}


def _contained(spec: FieldSpec) -> dict[str, Any]:
    """X10: MP4 does not come without HLS, and nothing twice."""
    if not spec.choices:
        return {}
    return {"contains": {"const": spec.values[0]}, "uniqueItems": True}


def _count(spec: FieldSpec) -> dict[str, Any]:
    bounds = {"minItems": spec.min_items, "maxItems": spec.max_items}
    return {key: value for key, value in bounds.items() if value is not None}


def _text(spec: FieldSpec) -> dict[str, Any]:
    if spec.choices:
        return {"enum": list(spec.values)}
    if spec.kind == "uid" and not spec.required_in and spec.path.endswith("[].uid"):
        return {"pattern": f"^({UID_PATTERN})?$"}
    return _TEXTS.get(spec.kind, {})


def _number(spec: FieldSpec) -> dict[str, Any]:
    if spec.choices:
        return {"examples" if spec.soft else "enum": list(spec.values)}
    if spec.soft:
        return {}
    bounds = {"minimum": spec.minimum, "maximum": spec.maximum}
    return {key: value for key, value in bounds.items() if value is not None}
