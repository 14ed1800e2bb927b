"""Links: the way from a session to Agora; one HTTP client and one budget for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from agora_console.api.address import check_base_url
from agora_console.api.budget import Budget
from agora_console.api.errors import ApiError
from agora_console.api.exchange import Exchange
from agora_console.api.hosts import route
from agora_console.api.redact import Redactor
from agora_console.domain.secrets import Credentials
from agora_console.services.clock import Clock
from agora_console.settings.projects import Project

if TYPE_CHECKING:
    from agora_console.api.client import AgoraClient
    from agora_console.api.connection import HttpClient
    from agora_console.api.gateway import Gateway

Report = Callable[[str, Exchange], None]
"""Takes a session id ("" for none) and a request with its answer."""


class Links:
    """Makes gateways; `close` ends every connection. `report` hears of every request."""

    def __init__(self, redactor: Redactor, clock: Clock, report: Report) -> None:
        self._redactor = redactor
        self._clock = clock
        self._report = report
        self._budget = Budget(now=clock.monotonic, sleep=clock.sleep)
        self._http: asyncio.Future[HttpClient] | None = None
        self._gateways: dict[str, tuple[Project, Credentials, Gateway]] = {}
        # Which session the running task calls for: each has tasks of its own, and they overlap.
        self._session: ContextVar[str] = ContextVar("session", default="")
        self._ear: ContextVar[list[Exchange] | None] = ContextVar("ear", default=None)

    async def prove(self, project: Project, credentials: Credentials) -> None:
        """One acquire for a channel that nobody uses; raises ApiError when Agora refuses it."""
        gateway = await self.gateway("", project, credentials)
        await gateway.acquire("agora-console-test", "1", {"mode": "mix"})

    async def try_acquire(
        self,
        project: Project,
        credentials: Credentials,
        cname: str,
        uid: str,
        document: Mapping[str, Any],
    ) -> tuple[Exchange | None, ApiError | None]:
        """One acquire that nobody starts: its last attempt, and what was wrong with it."""
        gateway = await self.gateway("", project, credentials)
        heard: list[Exchange] = []
        mark = self._ear.set(heard)
        failure = None
        try:
            await gateway.acquire(cname, uid, document)
        except ApiError as error:
            failure = error
        finally:
            self._ear.reset(mark)
        return (heard[-1] if heard else None), failure

    @property
    def ready(self) -> bool:
        """True when the HTTP client is made."""
        return self._http is not None and self._http.done()

    async def warm(self) -> None:
        """Make the HTTP client, off the loop: its trust store takes about 0.2 s."""
        if self._http is None:
            self._http = asyncio.ensure_future(asyncio.to_thread(_connected))
        try:
            await asyncio.shield(self._http)
        except ValueError:  # a proxy that cannot be used; it may be mended until the next call
            self._http = None
            raise

    async def close(self) -> None:
        """End every connection."""
        if self._http is not None:
            http = await self._http
            await http.aclose()

    async def gateway(self, session_id: str, project: Project, credentials: Credentials) -> Gateway:
        """The way to Agora for one session; ValueError with a sentence for a bad address.

        All sessions of a project share one gateway, and so the host that answered last.
        """
        check_base_url(project.api_url)
        await self.warm()
        kept = self._gateways.get(project.id)
        if kept is None or kept[:2] != (project, credentials):
            kept = (project, credentials, self._make(project, credentials))
            self._gateways[project.id] = kept
        self._session.set(session_id)
        return kept[2]

    def _hear(self, exchange: Exchange) -> None:
        ear = self._ear.get()
        if ear is not None:
            ear.append(exchange)
        self._report(self._session.get(), exchange)

    def _make(self, project: Project, credentials: Credentials) -> Gateway:
        from agora_console.api.client import AgoraClient  # noqa: PLC0415
        from agora_console.api.gateway import Gateway  # noqa: PLC0415

        assert self._http is not None
        http = self._http.result()

        def client_for(base_url: str) -> AgoraClient:
            return AgoraClient(
                http,
                base_url,
                credentials,
                on_exchange=self._hear,
                redactor=self._redactor,
                now=self._clock.now,
                spelling=project.unsubscribe_spelling,
            )

        return Gateway(
            client_for,
            route(project.api_url, project.area),
            credentials.app_id,
            self._budget,
            sleep=self._clock.sleep,
        )


def _connected() -> HttpClient:
    """The client, with all that speaks to it imported: a window opens before anybody calls."""
    from agora_console.api import gateway  # noqa: F401, PLC0415
    from agora_console.api.connection import connect  # noqa: PLC0415

    return connect()
