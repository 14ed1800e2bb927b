"""A session for tests that need one: real values, changed where the test says so."""

from __future__ import annotations

from typing import Any

from agora_console.domain.session import Session


def make_session(idle: int = 300, **changes: Any) -> Session:
    """A mix session of the channel town-hall; `idle` is its maxIdleTime in seconds."""
    values: dict[str, Any] = {
        "id": "s1",
        "project_id": "p1",
        "app_id": "a" * 32,
        "api_url": "https://api.agora.io",
        "cname": "town-hall",
        "uid": "527841",
        "mode": "mix",
        "config": {"mode": "mix", "clientRequest": {"recordingConfig": {"maxIdleTime": idle}}},
        "created_at": 0.0,
    }
    return Session.model_validate({**values, **changes})
