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
        self._learned: dict[str, Session] = {}
        self._learned_at = 0.0

    def learn(self, sessions: Iterable[Session], now: float) -> None:
        """Take the states for known, without a word: how each was said is asked with a change."""
        self._learned = {session.id: session for session in sessions}
        self._learned_at = now

    def apply(self, tick: Tick, in_sight: str) -> list[str]:
        """Announce the states that changed, but for the session `in_sight`; what was said."""
        said = []
        for session in tick.changed:
            before, word = self._word_before(session.id), look(session, tick.now).word
            if before != word and session.id != in_sight:
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

    def _word_before(self, session_id: str) -> str | None:
        learned = self._learned.pop(session_id, None)
        if learned is None:
            return self._words.get(session_id)
        return look(learned, self._learned_at).word
