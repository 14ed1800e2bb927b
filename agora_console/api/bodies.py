"""Bodies of replies: JSON wherever there is some, whatever is around it. Nothing here raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from agora_console.api.values import to_int

Body = bytes | str | Mapping[str, Any] | None
"""A reply as it came, or as `decode` read it."""

HandOn = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes an object that was read and returns it."""

RAW_LIMIT = 32_768
"""Characters of a reply that are kept for a person to read."""

NESTING = 3
"""JSON inside a text inside JSON: how deep it is looked for."""


def decode(body: Body, hand_on: HandOn = lambda item: item) -> dict[str, Any] | None:
    """The JSON object of a reply, without an envelope `{"Code", "Body"}`; None for all else.

    Every object that is read goes through `hand_on`. It is Python, so that a list of 200 000 files
    lets other threads have their turn.
    """
    data = as_object(body, hand_on)
    if data is None:
        return None
    fields = lower(data)
    inner = as_object(fields.get("body"))
    if inner is None or fields.keys() & {"resourceid", "sid", "serverresponse"}:
        return data
    if "code" not in lower(inner) and not code_is_fine(fields.get("code")):
        inner["code"] = fields["code"]
    return inner


def body_text(body: bytes | str) -> str:
    """A body as text; bytes that are no UTF-8 become replacement characters."""
    return body.decode("utf-8-sig", "replace") if isinstance(body, bytes) else body


def reply_code(fields: Mapping[str, Any]) -> int | None:
    """`code` of a reply with lower-case keys."""
    return to_int(fields.get("code"))


def code_is_fine(value: object) -> bool:
    """True for a `code` that does not contradict a 200: none, 0, or the 200 of an envelope."""
    return value in (None, "") or to_int(value) in (0, 200)


def reply_reason(fields: Mapping[str, Any]) -> str:
    """What the service or the gateway says of a failure; empty where it says nothing."""
    for key in ("reason", "message", "msg", "error"):
        if isinstance(text := fields.get(key), str) and text:
            return text
    return ""


def lower(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same with keys in lower case; of two keys that differ in case, one with a value wins."""
    fields = {key.lower(): value for key, value in data.items()}
    if len(fields) == len(data):
        return fields
    fields.clear()
    for key, value in data.items():
        name = key.lower()
        if name not in fields or value not in (None, ""):
            fields[name] = value
    return fields


def read_fields(body: Body) -> dict[str, Any]:
    return lower(decode(body) or {})


def as_object(value: object, hand_on: HandOn = lambda item: item) -> dict[str, Any] | None:
    for _ in range(NESTING):
        if isinstance(value, bytes):
            value = body_text(value)
        if not isinstance(value, str):
            break
        value = read_json(value, hand_on)
    return dict(value) if isinstance(value, Mapping) else None


def read_json(text: str, hand_on: HandOn = lambda item: item) -> Any:
    try:
        return json.loads(text, object_hook=hand_on)
    except (ValueError, RecursionError):
        return None


def read_list(value: object) -> list[Any]:
    if isinstance(value, str):
        value = read_json(value)
    return value if isinstance(value, list) else []


def raw_text(body: Body) -> str:
    if isinstance(body, bytes | str):
        return body_text(body[: RAW_LIMIT * 4])[:RAW_LIMIT]
    return ""
