"""What is known of the composite picture of a session, for drawing it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.layout import MAX_PEOPLE
from agora_console.domain.session import Session

SOME_PEOPLE = 3
"""Agora does not say how many people are in the channel; this many are drawn."""

DEFAULT_CANVAS = (360, 640)
"""Width and height Agora takes where `transcodingConfig` names none."""


def canvas_of(session: Session) -> tuple[int, int]:
    """Width and height of the picture in pixels."""
    recording = session.client_request.get("recordingConfig")
    picture = recording.get("transcodingConfig") if isinstance(recording, dict) else None
    if not isinstance(picture, dict):
        return DEFAULT_CANVAS
    width, height = picture.get("width"), picture.get("height")
    if isinstance(width, int) and isinstance(height, int) and width > 0 and height > 0:
        return width, height
    return DEFAULT_CANVAS


def people_of(layout: Mapping[str, Any]) -> int:
    """How many people to draw a layout for: everybody it names or has a region for, at least 3."""
    regions = layout.get("layoutConfig")
    count = len(regions) if isinstance(regions, list) else 0
    return min(MAX_PEOPLE, max(SOME_PEOPLE, count))
