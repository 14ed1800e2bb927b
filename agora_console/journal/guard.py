"""The last guard before the disk: nothing that looks like a secret is written down.

Secrets are removed long before they get here. This only catches the day on which one is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from agora_console.domain.secrets import is_secret_key
from agora_console.journal.errors import SecretRefusedError

# "", "•••• 1234", "***", "[redacted]", "<hidden>", "Basic ***"
_MASK = re.compile(
    r"(?:basic )?(?:.{0,5}(?:[*•●·]{3,}|…).{0,5}|[<\[(][a-z ]{0,20}[>\])]|)",
    re.IGNORECASE | re.DOTALL,
)
# A reply that is quoted, cut or embedded in a string: "token": "value", however often escaped.
_QUOTED = re.compile(r'\\*"([A-Za-z_-]{4,20})\\*"\s*:\s*\\*"([^"\\]*)')


def refuse_secrets(value: Any, where: str) -> None:
    """Raise SecretRefusedError when `value`, JSON of any depth, names a secret that is not a mask.

    The sentence says where it stands and never what it is.
    """
    if isinstance(value, Mapping):
        for key, inner in value.items():
            path = f"{where}.{key}"
            if isinstance(inner, str) and _leaks(str(key), inner):
                raise SecretRefusedError(path)
            refuse_secrets(inner, path)
    elif isinstance(value, str):
        for key, inner in _QUOTED.findall(value):
            if _leaks(key, inner):
                raise SecretRefusedError(f"{where}.{key}")
    elif isinstance(value, Iterable):
        for inner in value:
            refuse_secrets(inner, where)


def _leaks(key: str, value: str) -> bool:
    return is_secret_key(key) and _MASK.fullmatch(value) is None
