"""Announcer: tells assistive technology what became of recordings that are not in sight."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from agora_console.ui.look.looks import look
from agora_console.ui.speech.saying import announce

if TYPE_CHECKING:
    from agora_console.domain.session import Session
from agora_console.ui.ticks import Tick

MOST = 3
"""Changes that are said one by one; of more of them, only how many there were."""


class Announcer:
    """Says each change of a state once; the page of a session speaks for itself."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._words: dict[str, str] = {}

    def learn(self, sessions: Iterable[Session], now: float) -> None:
        """Take the states for known, without a word."""
        self._words.update((session.id, look(session, now).word) for session in sessions)

    def apply(self, tick: Tick, in_sight: str) -> list[str]:
        """Announce the states that changed, but for the session `in_sight`; what was said."""
        said = []
        for session in tick.changed:
            word = look(session, tick.now).word
            if self._words.get(session.id) != word and session.id != in_sight:
                said.append(f"{session.cname}: {word}")
            self._words[session.id] = word
        if len(said) > MOST:
            text = QCoreApplication.translate(
                "Announcer", "{0} recordings have changed their state"
            )
            said = [text.format(len(said))]
        for text in said:
            announce(self._window, text)
        return said
