"""Replies that are right and look different: every shape seen in the field (API section 4)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from agora_console.simulator.answers import EXITING, Answer

Json = dict[str, Any]


def distort(answer: Answer, names: list[str], method: str) -> Answer:
    """`answer` as these faults of effect SHAPE make it."""
    for name in names:
        if name == "exiting":
            answer = _exiting(answer)
        elif isinstance(answer.body, dict) and answer.status == 200:
            answer = Answer(200, _SHAPES[name](answer.body, method))
    return answer


def _exiting(answer: Answer) -> Answer:
    body = answer.body
    response = body.get("serverResponse", {}) if isinstance(body, dict) else {}
    return EXITING if response.get("status") in {6, 7, 8} else answer


def _renamed(value: Any, names: dict[str, str]) -> Any:
    """`value` with its keys renamed, all the way down."""
    if isinstance(value, dict):
        return {names.get(key, key): _renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return value


def _changed(value: Any, key: str, change: Callable[[Any], Any]) -> Any:
    """`value` with `change` applied to every member called `key`."""
    if isinstance(value, dict):
        return {
            name: change(item) if name == key else _changed(item, key, change)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [_changed(item, key, change) for item in value]
    return value


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _string_types(body: Json, _method: str) -> Json:
    return {
        key: _as_text(value) if key == "serverResponse" else value for key, value in body.items()
    }


def _playload(body: Json, _method: str) -> Json:
    renamed: Json = _renamed(body, {"payload": "playload"})
    return renamed


def _unknow(body: Json, _method: str) -> Json:
    changed: Json = _changed(body, "uploadingStatus", lambda _: "unknow")
    return changed


def _filename_case(body: Json, _method: str) -> Json:
    renamed: Json = _renamed(body, {"fileName": "filename", "filename": "fileName"})
    return renamed


def _seconds(body: Json, _method: str) -> Json:
    def in_files(files: Any) -> Any:
        return _changed(files, "sliceStartTime", lambda moment: moment // 1000)

    changed: Json = _changed(body, "fileList", in_files)
    return changed


def _file_json_string(body: Json, _method: str) -> Json:
    def packed(files: Any) -> Any:
        return json.dumps(files) if isinstance(files, list) else files

    changed: Json = _changed(body, "fileList", packed)
    return changed


def _capital_keys(body: Json, _method: str) -> Json:
    return {"Code": 200, "Body": body}


def _bare(body: Json, method: str) -> Json:
    dropped = {"cname", "uid", "sid"} if method == "query" else {"cname", "uid"}
    return {key: value for key, value in body.items() if key not in dropped}


_SHAPES: dict[str, Callable[[Json, str], Json]] = {
    "string-types": _string_types,
    "playload": _playload,
    "unknow": _unknow,
    "filename-case": _filename_case,
    "seconds": _seconds,
    "file-json-string": _file_json_string,
    "capital-keys": _capital_keys,
    "bare": _bare,
}
