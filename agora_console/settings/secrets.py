"""What never gets into a file, whoever hands it over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.secrets import is_secret_key


def without_secrets(value: Any) -> Any:
    """A copy of a JSON value without the keys that hold secrets, at any depth."""
    if isinstance(value, Mapping):
        return {
            key: without_secrets(inner) for key, inner in value.items() if not is_secret_key(key)
        }
    if isinstance(value, list | tuple):
        return [without_secrets(inner) for inner in value]
    return value
