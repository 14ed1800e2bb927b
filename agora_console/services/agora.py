"""The port to Agora that the services use; `api.gateway` is its real side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any, Protocol

from agora_console.api.budget import Priority
from agora_console.api.replies import Acquired, QueryReply, Started, StopReply
from agora_console.api.wire import Handle
from agora_console.domain.secrets import StartSecrets
from agora_console.domain.session import Session


class Agora(Protocol):
    """The methods of Cloud Recording; each returns a value or raises ApiError."""

    async def acquire(self, cname: str, uid: str, document: Mapping[str, Any]) -> Acquired: ...

    async def start(
        self, ids: Handle, document: Mapping[str, Any], secrets: StartSecrets
    ) -> Started: ...

    def query(
        self, ids: Handle, *, priority: Priority = Priority.POLL
    ) -> Coroutine[Any, Any, QueryReply]: ...

    async def update(
        self, ids: Handle, client_request: Mapping[str, Any], secrets: StartSecrets
    ) -> None: ...

    async def update_layout(self, ids: Handle, layout: Mapping[str, Any]) -> None: ...

    async def stop(self, ids: Handle, async_stop: bool = False) -> StopReply: ...


AgoraFor = Callable[[Session], Awaitable[Agora]]
"""Gives the connection for a session; raises VaultError or SettingsError with a sentence."""


def handle(session: Session) -> Handle:
    """The ids with which Agora finds the recording of a session."""
    return Handle(
        resource_id=session.resource_id,
        cname=session.cname,
        uid=session.uid,
        mode=session.mode,
        sid=session.sid,
    )
