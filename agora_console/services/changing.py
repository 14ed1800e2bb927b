"""Changing: layout, subscriptions and credentials of a recording that runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from agora_console.domain.evidence.facts import LayoutAccepted, UpdateAccepted
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session
from agora_console.services.agora import AgoraFor, handle
from agora_console.services.clock import Clock
from agora_console.services.sessions.book import Book
from agora_console.services.start.keeper import Keeper
from agora_console.services.start.orders import RefusedError
from agora_console.services.tasks import Tasks
from agora_console.services.watching.asking import Asker
from agora_console.services.watching.troubles import Troubles
from agora_console.services.watching.watch import Watcher


class Changer:
    """Sends changes, one at a time per session; what Agora accepted is a fact of the session.

    Changes run under the tasks `layout:<id>` and `update:<id>`. What becomes of one is told with
    its session, `Problem.path` being `layout` or `update`.
    """

    def __init__(
        self,
        book: Book,
        clock: Clock,
        tasks: Tasks,
        *,
        asker: Asker,
        watcher: Watcher,
        agora_for: AgoraFor,
        keeper: Keeper,
        troubles: Troubles,
    ) -> None:
        self._book = book
        self._clock = clock
        self._asker = asker
        self._watcher = watcher
        self._agora_for = agora_for
        self._keeper = keeper
        self._tasks = tasks
        self._troubles = troubles

    def begin(self, session_id: str, change: Mapping[str, Any], secrets: StartSecrets) -> None:
        """Send one change of subscriptions, page, push or STS credentials (method update).

        Raises RefusedError while one is on its way.
        """
        if self._tasks.running(f"update:{session_id}"):
            raise RefusedError.because("A change is on its way; wait for Agora's answer to it.")
        work = partial(self._update, session_id, change, secrets)
        guarded = self._troubles.guard(session_id, work, "Nothing was changed.", path="update")
        self._tasks.start(f"update:{session_id}", guarded)

    def begin_layout(self, session_id: str, layout: dict[str, Any]) -> None:
        """Send a whole layout. Raises RefusedError while one is on its way."""
        if self._tasks.running(f"layout:{session_id}"):
            raise RefusedError.because("A layout is on its way; wait for Agora's answer to it.")
        work = partial(self._update_layout, session_id, layout)
        holds = "The layout on air is what it was."
        guarded = self._troubles.guard(session_id, work, holds, path="layout")
        self._tasks.start(f"layout:{session_id}", guarded)

    async def _update(
        self, session_id: str, change: Mapping[str, Any], secrets: StartSecrets
    ) -> None:
        await self._book.note(session_id, f"A change ordered: {', '.join(change)}.")
        agora = await self._agora_for(self._book[session_id])
        async with self._asker.control(session_id):
            await agora.update(handle(self._in_turn(session_id)), change, secrets)
        session = await self._book.apply(session_id, UpdateAccepted(self._clock.now(), change))
        self._watcher.poke(session_id)
        if "storageConfig" in change and session.watchdog is not None:
            await self._keeper.renew(session_id, session.project_id, secrets)

    async def _update_layout(self, session_id: str, layout: dict[str, Any]) -> None:
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
