"""What can be compared: the draft, presets, what past runs were started with, what is on air."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from agora_console.domain.layout import LAYOUT_KEYS
from agora_console.domain.paths import MISSING, has_place, with_value, without
from agora_console.domain.session import Session
from agora_console.services.presets import Preset
from agora_console.ui import times
from agora_console.ui.session.layout_diff import on_air

_PICTURE = "clientRequest.recordingConfig.transcodingConfig"


@dataclass(frozen=True, slots=True)
class Source:
    """A config document under a key that lasts and a title for a person."""

    key: str
    title: str
    document: Mapping[str, Any]


def sources(
    draft: Mapping[str, Any], presets: Sequence[Preset], sessions: Sequence[Session]
) -> Iterator[Source]:
    """Draft first, then what is on air, presets, and past runs from the newest on."""
    yield Source("draft", _tr("The draft"), draft)
    newest = sorted(sessions, key=lambda each: -each.created_at)
    for session in newest:
        if not session.closed:
            title = _tr("On air: {0}").format(session.cname)
            yield Source(f"air:{session.id}", title, config_on_air(session))
    for preset in presets:
        title = _tr("Preset: {0}").format(preset.name)
        yield Source(f"preset:{preset.name.casefold()}", title, preset.document)
    for session in newest:
        at = times.both(session.created_at)
        title = _tr("Started: {0}, {1}").format(session.cname, at)
        yield Source(f"run:{session.id}", title, session.config)


def config_on_air(session: Session) -> Mapping[str, Any]:
    """The config of the start with the layout that Agora accepted last."""
    document: dict[str, Any] = session.config
    if session.layout is None:
        return document
    layout = on_air(session)
    for key in LAYOUT_KEYS:
        path = f"{_PICTURE}.{key}"
        value = layout.get(key, MISSING)
        if value is MISSING:  # updateLayout resets what it leaves out
            document = without(document, path)
        elif has_place(document, path):
            document = with_value(document, path, value)
    return document


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)
