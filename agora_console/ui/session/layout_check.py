"""What Agora would refuse of a new layout, by the rules of the whole config; pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.problems import Problem
from agora_console.domain.rules import check
from agora_console.domain.session import Session
from agora_console.ui.speech.spoken import said

translate = QCoreApplication.translate

PREFIX: Final = "clientRequest.recordingConfig.transcodingConfig"
"""Where the layout stands in a config; the paths of the problems begin with it."""


def with_layout(session: Session, layout: Mapping[str, Any]) -> dict[str, Any]:
    """The config of `session` with `layout` in the place of the layout it was started with."""
    request = session.client_request
    recording = _mapping(request.get("recordingConfig"))
    picture = _mapping(recording.get("transcodingConfig"))
    rest = {key: value for key, value in picture.items() if key not in LAYOUT_KEYS}
    recording = recording | {"transcodingConfig": rest | dict(layout)}
    return session.config | {"clientRequest": request | {"recordingConfig": recording}}


def layout_in(document: Mapping[str, Any]) -> dict[str, Any]:
    """The layout keys of a config document."""
    picture: Any = document
    for key in PREFIX.split("."):
        picture = _mapping(picture.get(key))
    return {key: picture[key] for key in LAYOUT_KEYS if key in picture}


def layout_problems(session: Session, layout: Mapping[str, Any]) -> tuple[Problem, ...]:
    """What is wrong with `layout` on the canvas of `session`; other findings are left out."""
    heads = tuple(f"{PREFIX}.{key}" for key in LAYOUT_KEYS)
    return tuple(
        problem for problem in check(with_layout(session, layout)) if problem.path.startswith(heads)
    )


def why_no_change(session: Session, read_only: str = "") -> str:
    """Why nothing can be changed of `session` while it runs; empty when something can."""
    if session.over:
        return translate("Session", "The recording is over.")
    if read_only:
        return said(read_only)
    if not session.stoppable:
        return translate("Session", "The recording has no sid yet, so it cannot be changed.")
    if session.stop_sent_at is not None:
        return translate("Session", "The recording is being stopped.")
    return ""


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
