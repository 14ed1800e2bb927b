"""A judge for the part of JSON Schema that the project writes."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
}


def breaches(schema: Json, value: Any, at: str = "") -> list[str]:
    """Paths and keywords of everything in `value` that breaks `schema`."""
    found = []
    kind = schema.get("type")
    if kind and not _is(value, kind):
        return [f"{at}:type"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}:enum")
    if "const" in schema and value != schema["const"]:
        found.append(f"{at}:const")
    if isinstance(value, str):
        found += [f"{at}:pattern"] * (not re.search(schema.get("pattern", ""), value))
        found += [f"{at}:minLength"] * (len(value) < schema.get("minLength", 0))
    if isinstance(value, int | float) and not isinstance(value, bool):
        found += [f"{at}:minimum"] * (value < schema.get("minimum", value))
        found += [f"{at}:maximum"] * (value > schema.get("maximum", value))
    if isinstance(value, list):
        found += [f"{at}:minItems"] * (len(value) < schema.get("minItems", 0))
        found += [f"{at}:maxItems"] * (len(value) > schema.get("maxItems", len(value)))
        contained = schema.get("contains")
        found += [f"{at}:contains"] * bool(contained and contained["const"] not in value)
        found += [f"{at}:uniqueItems"] * bool(schema.get("uniqueItems") and _twice(value))
        for index, item in enumerate(value):
            found += breaches(schema.get("items", {}), item, f"{at}[{index}]")
    if isinstance(value, dict):
        found += _members(schema, value, at)
    for part in schema.get("allOf", ()):
        if not breaches(part["if"], value):
            found += breaches(part["then"], value, at)
    return found


def _twice(value: list[Any]) -> bool:
    return any(item in value[:index] for index, item in enumerate(value))


def _members(schema: Json, value: Json, at: str) -> list[str]:
    properties = schema.get("properties", {})
    found = [f"{at}.{key}:required" for key in schema.get("required", ()) if key not in value]
    for key, item in value.items():
        if key in properties:
            found += breaches(properties[key], item, f"{at}.{key}")
        elif schema.get("additionalProperties") is False:
            found.append(f"{at}.{key}:unknown")
    return found


def _is(value: Any, kind: str) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])
