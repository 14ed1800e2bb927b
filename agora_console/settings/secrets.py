"""What never gets into a file, whoever hands it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAMES = frozenset(
    {
        "accesskey",
        "authorization",
        "channelsecret",
        "customersecret",
        "password",
        "salt",
        "secret",
        "secretkey",
        "ststoken",
        "token",
    }
)


def without_secrets(value: Any) -> Any:
    """A copy of a JSON value without the keys that hold secrets, at any depth."""
    if isinstance(value, Mapping):
        return {
            key: without_secrets(inner) for key, inner in value.items() if not _is_secret(str(key))
        }
    if isinstance(value, list | tuple):
        return [without_secrets(inner) for inner in value]
    return value


def _is_secret(key: str) -> bool:
    return key.lower().replace("_", "").replace("-", "") in _NAMES
