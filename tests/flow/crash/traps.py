"""Where a process dies: at a step of the journal or of the wire, by its own hand and signal 9.

The program knows nothing of this. A trap wraps, in a process that is to be killed, the one call
that writes to the journal and the one that makes the HTTP client.

A step of the journal is `<what>: unwritten`, `<what>: half written` (the transaction is not yet
committed) or `<what>: written`; a step of the wire is `<method>: unsent`, `<method>: sent` (not a
byte of the answer was read) or `<method>: answered` (and nothing was done with it yet).
"""

from __future__ import annotations

import asyncio
import os
import signal
import threading
from collections.abc import Mapping
from typing import Any
from unittest.mock import patch

import httpx

from agora_console.api import connection
from agora_console.domain.session import Session
from agora_console.journal.entries import Entry
from agora_console.journal.store import Journal
from agora_console.services.start.keeper import Keeper

ANY = "any"
"""Every step counts."""

_EVENTS = {
    "http11.receive_response_headers.started": "sent",
    "http11.receive_response_body.complete": "answered",
}


class Trap:
    """Kills this process at the `nth` time that it comes to a step.

    `begin` is a pipe that is written to, and closed, at the first step of all.
    """

    def __init__(self, point: str, nth: int, begin: int) -> None:
        self._point = point
        self._left = nth
        self._begin = begin
        self._lock = threading.Lock()

    def step(self, name: str) -> None:
        """The process comes to this step."""
        with self._lock:
            if self._begin >= 0:
                os.write(self._begin, b"!")
                os.close(self._begin)
                self._begin = -1
            if self._point in (name, ANY):
                self._left -= 1
                if not self._left:
                    os.kill(os.getpid(), signal.SIGKILL)


def arm(point: str, nth: int, begin: int) -> None:
    """Set a trap in this process."""
    trap = Trap(point, nth, begin)
    _watch_journal(trap)
    _watch_wire(trap)
    if point.startswith("resourceId"):
        _hold_the_keys()


def _watch_journal(trap: Trap) -> None:
    save = Journal.save
    known: dict[str, Session] = {}

    def saving(self: Journal, session: Session, *entries: Entry) -> None:
        what = news(known.get(session.id), session)

        def on_statement(statement: str) -> None:
            if statement == "COMMIT":
                trap.step(f"{what}: half written")

        trap.step(f"{what}: unwritten")
        self._db.set_trace_callback(on_statement)
        try:
            save(self, session, *entries)
        finally:
            self._db.set_trace_callback(None)
        known[session.id] = session
        trap.step(f"{what}: written")

    patch.object(Journal, "save", saving).start()


def _hold_the_keys() -> None:
    """Have the keyring take its time: else the resourceId is written with the order to start."""
    put = Keeper.put

    async def putting(self: Keeper, *what: Any) -> None:
        await put(self, *what)
        await asyncio.Event().wait()

    patch.object(Keeper, "put", putting).start()


def news(before: Session | None, after: Session) -> str:
    """What a session that is about to be written says that the journal does not know yet."""
    if before is None:
        return "intent"
    facts: Mapping[str, tuple[object, object]] = {
        "end": (before.over, after.over),
        "stop order": (before.stop_sent_at, after.stop_sent_at),
        "confirmation": (before.confirmed_at, after.confirmed_at),
        "sid": (before.sid, after.sid),
        "start order": (before.start_sent_at, after.start_sent_at),
        "resourceId": (before.resource_id, after.resource_id),
    }
    return next((name for name, (old, new) in facts.items() if old != new), "detail")


def _watch_wire(trap: Trap) -> None:
    async def on_request(request: httpx.Request) -> None:
        method = request.url.path.rsplit("/", 1)[-1]

        async def on_event(event: str, _info: Mapping[str, Any]) -> None:
            if event in _EVENTS:
                trap.step(f"{method}: {_EVENTS[event]}")

        trap.step(f"{method}: unsent")
        request.extensions = {**request.extensions, "trace": on_event}

    connect = connection.connect

    def connecting() -> httpx.AsyncClient:
        http = connect()
        http.event_hooks = {"request": [on_request]}
        return http

    patch.object(connection, "connect", connecting).start()
