"""A start with its guards: the watchdog on the session, and a second recorder beside the first.

The second one is a session of its own. It is started when the resourceId of the first is settled,
and excludes it, so that Agora puts it into another zone. Whatever becomes of it, the first is left
alone.
"""

from __future__ import annotations

import asyncio
import copy
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from agora_console.domain.guards import (
    Pair,
    partner_of,
    second_key,
    second_uid_of,
    watchdog_of,
)
from agora_console.domain.problems import Problem, Severity, has_errors
from agora_console.domain.session import Phase, Session
from agora_console.services.clock import Clock
from agora_console.services.recordings import Recordings
from agora_console.services.start.orders import Bond, RefusedError, StartOrder
from agora_console.services.start.push import without_push
from agora_console.services.tasks import Tasks

_OPEN = (Phase.INTENT, Phase.STARTING)


class GuardedStart:
    """Starts what was ordered together with its guards."""

    def __init__(self, recordings: Recordings, clock: Clock, tasks: Tasks) -> None:
        self._recordings = recordings
        self._clock = clock
        self._tasks = tasks

    def start(self, order: StartOrder, session_id: str = "") -> str:
        """Begin a recording and return its session id; a second recorder follows by itself.

        Raises RefusedError with every problem when nothing may be sent.
        """
        problems = self._recordings.check(order)
        if has_errors(problems):
            raise RefusedError(problems)
        key = session_id or uuid.uuid4().hex
        second = second_uid_of(order.guards)
        bond = Bond(
            watchdog=watchdog_of(order.guards, self._clock.now()),
            pair=None if second is None else Pair(id=key, role="A"),
        )
        order = replace(order, bond=bond)
        self._recordings.start(order, key)
        if second is not None:
            self._tasks.start(f"second:{key}", self._follow(key, order, second))
        return key

    def partner(self, session: Session) -> Session | None:
        """The other recorder of the pair, if there is one."""
        return partner_of(session, self._recordings.sessions())

    def both(self, session_id: str) -> tuple[str, ...]:
        """A recording and the other one of its pair, as far as each can be stopped."""
        session = self._recordings.get(session_id)
        if session is None:
            return ()
        both = (session, self.partner(session))
        return tuple(each.id for each in both if each is not None and each.stoppable)

    async def _follow(self, first_id: str, order: StartOrder, uid: str) -> None:
        first = await self._settled(first_id)
        if first is None or not first.resource_id:
            self._tell(first_id, "the first one has not got a recorder, so nothing was sent.")
            return
        try:
            self._recordings.start(second_order(order, first, uid), second_key(first_id))
        except RefusedError as error:
            self._tell(first_id, str(error))

    async def _settled(self, session_id: str) -> Session | None:
        """The first session as soon as it will not ask for another resourceId; None if dropped."""
        moved = asyncio.Event()
        unsubscribe = self._recordings.changed.subscribe(lambda _: moved.set())
        started = asyncio.ensure_future(self._tasks.ended(f"start:{session_id}"))
        started.add_done_callback(lambda _: moved.set())
        try:
            while (session := self._recordings.get(session_id)) is not None:
                if started.done() or session.sid or session.phase not in _OPEN:
                    break
                moved.clear()
                await moved.wait()
        finally:
            unsubscribe()
            started.cancel()
        return session

    def _tell(self, session_id: str, why: str) -> None:
        self._recordings.told.emit(
            Problem(
                f"The second recorder was not started: {why}",
                Severity.WARNING,
                rule=f"session:{session_id}",
                holds="The first one is not concerned.",
            )
        )


def second_order(order: StartOrder, first: Session, uid: str) -> StartOrder:
    """The order of the second recorder: the same once more, away from the first.

    A page is pushed to a CDN by the first one alone.
    """
    token = order.second_token or order.secrets.token
    order = without_push(order)
    return replace(
        order,
        uid=uid,
        config=keeping_away(order.config, (first.resource_id,)),
        secrets=replace(order.secrets, token=token),
        guards={},
        second_token=None,
        bond=replace(order.bond, pair=Pair(id=first.id, role="B")),
    )


def keeping_away(config: Mapping[str, Any], resource_ids: Sequence[str]) -> dict[str, Any]:
    """The config with these recordings excluded as well (API acquire, excludeResourceIds)."""
    found = copy.deepcopy(dict(config))
    if resource_ids:
        acquire = found.setdefault("acquire", {})
        known = acquire.get("excludeResourceIds", [])
        acquire["excludeResourceIds"] = list(dict.fromkeys((*known, *resource_ids)))
    return found
