"""The last guard before the disk: nothing that looks like a secret is written down.

Secrets are removed long before they get here. This only catches the day on which one is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from agora_console.domain.secrets import is_secret_key
from agora_console.journal.errors import SecretRefusedError

# "", "•••• 1234", "***", "[redacted]", "<hidden>", "Basic ***"
_MASK = re.compile(
    r"(?:basic )?(?:.{0,5}(?:[*•●·]{3,}|…).{0,5}|[<\[(][a-z ]{0,20}[>\])]|)",
    re.IGNORECASE | re.DOTALL,
)
# A reply that is quoted, cut or embedded in a string: "token": "value", however often escaped.
_QUOTED = re.compile(r'\\*"([^"\\]{4,24})\\*"\s*:\s*\\*"([^"\\]*)')
# The same where the value begins with an escape, such as \u00e4: it ends at a quote that is escaped
# as often as the one before it. Looked ahead at, as there may be another such pair in it.
_ESCAPED = re.compile(
    r'(?<!\\)(?P<level>\\*)"([^"\\]{4,24})(?P=level)"\s*:\s*(?P=level)"'
    r'(?!(?P=level)")(?=(\\.*?)(?:(?<!\\)(?P=level)"|\Z))',
    re.DOTALL,
)


def refuse_secrets(value: Any, where: str) -> None:
    """Raise SecretRefusedError when `value`, JSON of any depth, names a secret that is not a mask.

    The sentence says where it stands and never what it is.
    """
    place = _of_any(value)
    if place:
        raise SecretRefusedError(where + place)


def _of_any(value: Any) -> str:
    """Where in a value a secret stands, as `.key.key`; empty where there is none."""
    # Every write to the disk comes through here: what is frequent is told by its type, first.
    if isinstance(value, str):
        return _of_text(value) if '"' in value else ""
    if isinstance(value, dict):
        return _of_object(value)
    if value is None or isinstance(value, (int, float)):
        return ""
    if isinstance(value, (list, tuple)):
        return _of_items(value)
    if isinstance(value, Mapping):
        return _of_object(value)
    return _of_items(value) if isinstance(value, Iterable) else ""


def _of_object(value: Mapping[Any, Any]) -> str:
    for key, inner in value.items():
        if is_secret_key(key) and isinstance(inner, str) and not _MASK.fullmatch(inner):
            return f".{key}"
        if place := _of_any(inner):
            return f".{key}{place}"
    return ""


def _of_items(value: Iterable[Any]) -> str:
    for inner in value:
        if place := _of_any(inner):
            return place
    return ""


def _of_text(text: str) -> str:
    escaped = ((key, _unescaped(inner, at)) for at, key, inner in _ESCAPED.findall(text))
    pairs = chain(_QUOTED.findall(text), escaped)
    leaks = (key for key, inner in pairs if is_secret_key(key) and not _MASK.fullmatch(inner))
    return next((f".{key}" for key in leaks), "")


def _unescaped(text: str, before: str) -> str:
    """The text that was escaped as often as a quote which has so many backslashes before it.

    A mask is written as escapes, too. What is cut within one stays as it is.
    """
    try:
        for _ in range(len(before).bit_length() + 1):
            text = json.loads(f'"{text}"')
    except ValueError:
        pass
    return text
