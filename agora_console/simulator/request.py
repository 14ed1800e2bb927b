"""A request as it came off the wire, and the JSON in it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn

from agora_console.simulator.answers import BAD_REQUEST, RefusedError

_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class Request:
    """Verb, target and body; header names are in lower case."""

    verb: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]

    def json(self) -> Any:
        """The body as strict JSON; code 8 for another Content-Type or for anything else."""
        media, _, charset = self.headers.get("content-type", "").partition(";")
        if media.strip().lower() != "application/json" or not _is_utf8(charset):
            raise RefusedError(BAD_REQUEST)
        try:
            return parse(self.body)
        except ValueError as error:
            raise RefusedError(BAD_REQUEST) from error


def parse(body: bytes) -> Any:
    """Strict JSON in UTF-8; ValueError for NaN, infinities, and nesting beyond reason too."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_refuse, parse_float=_finite)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    level = [value]
    for _ in range(_DEEPEST):
        level = [item for each in level for item in _members(each)]
        if not level:
            return value
    raise ValueError("nested too deeply")


def _members(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def _is_utf8(parameter: str) -> bool:
    return parameter.replace(" ", "").lower() in {"", "charset=utf-8", 'charset="utf-8"'}


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _finite(digits: str) -> float:
    value = float(digits)
    if value - value != 0:
        raise ValueError(f"{digits} is out of range")
    return value
