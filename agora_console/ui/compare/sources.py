"""What can be compared: the draft, presets, what past runs were started with, what is on air."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from agora_console.domain.on_air import config_on_air
from agora_console.domain.session import Session
from agora_console.services.setup.presets import Preset
from agora_console.ui.look import times


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


def _tr(text: str) -> str:
    return QCoreApplication.translate("Compare", text)
