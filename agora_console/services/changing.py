"""Changing: layout, subscriptions and credentials of a recording that runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from agora_console.domain.facts import LayoutAccepted, UpdateAccepted
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.agora import AgoraFor, handle
from agora_console.services.asking import Asker
from agora_console.services.book import Book
from agora_console.services.clock import Clock
from agora_console.services.orders import RefusedError
from agora_console.services.watch import Watcher


class Changer:
    """Sends changes, one at a time per session; what Agora accepted is a fact of the session.

    Raises ApiError, RefusedError, JournalError.
    """

    def __init__(
        self,
        book: Book,
        clock: Clock,
        asker: Asker,
        watcher: Watcher,
        agora_for: AgoraFor,
    ) -> None:
        self._book = book
        self._clock = clock
        self._asker = asker
        self._watcher = watcher
        self._agora_for = agora_for

    async def update(
        self, session_id: str, change: Mapping[str, Any], secrets: StartSecrets
    ) -> None:
        """Send one change of subscriptions, page, push or STS credentials (method update)."""
        await self._book.note(session_id, f"A change ordered: {', '.join(change)}.")
        agora = await self._agora_for(self._book[session_id])
        async with self._asker.control(session_id):
            await agora.update(handle(self._in_turn(session_id)), change, secrets)
        await self._book.apply(session_id, UpdateAccepted(self._clock.now(), change))
        self._watcher.poke(session_id)

    async def update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        """Send a whole layout."""
        await self._book.note(session_id, "A new layout ordered.")
        agora = await self._agora_for(self._book[session_id])
        async with self._asker.control(session_id):
            await agora.update_layout(handle(self._in_turn(session_id)), layout)
        await self._book.apply(session_id, LayoutAccepted(self._clock.now(), layout))
        self._watcher.poke(session_id)

    def _in_turn(self, session_id: str) -> Session:
        """The session when its turn has come; an end may have come before."""
        session = self._book[session_id]
        check_changeable(session)
        return session


def check_changeable(session: Session) -> None:
    """Raise RefusedError for a recording that is over."""
    if session.over:
        raise RefusedError.because("This recording is over.")
