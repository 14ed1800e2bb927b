"""Entry: one line of a session's time line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a session's time line; `at` in seconds since the epoch (UTC).

    `kind` is "state", "request", "operator" or "note", `source` says who or what it comes from,
    `detail` is JSON without any secret.
    """

    session_id: str
    at: float
    kind: str
    source: str
    text: str
    detail: Mapping[str, Any] = field(default_factory=dict)
