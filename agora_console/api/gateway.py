"""Gateway: the methods of AgoraClient with hosts, budget and the repetitions that are safe."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from agora_console.api import wire
from agora_console.api.budget import Budget, Priority
from agora_console.api.client import AgoraClient
from agora_console.api.errors import ApiError, NoAnswer, RateLimited, ServerFault, Unreachable
from agora_console.api.hosts import FAILOVER_WAITS, Route
from agora_console.api.policy import RetryPolicy, rate_limit_wait
from agora_console.api.wire import Handle, Operation
from agora_console.domain.secrets import StartSecrets

T = TypeVar("T")
Call = Callable[[AgoraClient, int], Awaitable[T]]

REPEATED = frozenset({"acquire", "update", "updateLayout", "ncsIp"})
"""Operations that the gateway repeats by the policy: each time has the same effect as once."""

HARMLESS = REPEATED | {"query"}
"""Operations that go to the next host although the last one may have got them."""

_NO_SECRETS = StartSecrets()


class Gateway:
    """One project's way to Agora; shared by all its sessions.

    Each attempt waits for the budget of the App ID: control calls before polls. What was certainly
    not sent goes to the next host of the route, whatever it is; what may have been sent goes there
    only when that is harmless. start and stop are never repeated otherwise, that is for the
    services to decide (`RetryPolicy` tells when), and a query is asked again by the watcher.

    `client_for` makes the client of a base URL. The host that answered last is asked first.
    """

    def __init__(
        self,
        client_for: Callable[[str], AgoraClient],
        route: Route,
        app_id: str,
        budget: Budget,
        policy: RetryPolicy | None = None,
        *,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._client_for = client_for
        self._route = route
        self._app_id = app_id
        self._budget = budget
        self._policy = RetryPolicy() if policy is None else policy
        self._sleep = sleep
        self._clients: dict[str, AgoraClient] = {}
        self.base_url = route.primary
        """The base URL in use."""

    async def acquire(
        self,
        cname: str,
        uid: str,
        document: Mapping[str, Any],
        *,
        secrets: StartSecrets | None = None,
    ) -> wire.Acquired:
        """A resourceId; repeated after 1, 3 and 6 s where its outcome is open."""
        return await self._run(
            "acquire",
            lambda client, n: client.acquire(cname, uid, document, secrets=secrets, attempt=n),
        )

    async def start(
        self, ids: Handle, document: Mapping[str, Any], secrets: StartSecrets
    ) -> wire.Started:
        """Start; sent once, except to another host where it was certainly not sent."""
        return await self._run(
            "start", lambda client, n: client.start(ids, document, secrets, attempt=n)
        )

    async def query(self, ids: Handle, *, priority: Priority = Priority.POLL) -> wire.QueryReply:
        """Status and files. CONTROL is for a person who asks now."""
        return await self._run("query", lambda client, n: client.query(ids, attempt=n), priority)

    async def update(
        self, ids: Handle, client_request: Mapping[str, Any], secrets: StartSecrets = _NO_SECRETS
    ) -> None:
        """Update; it overwrites, so it is repeated after 3 and 6 s where its outcome is open."""
        await self._run(
            "update", lambda client, n: client.update(ids, client_request, secrets, attempt=n)
        )

    async def update_layout(self, ids: Handle, layout: Mapping[str, Any]) -> None:
        """New layout; repeated like update."""
        await self._run(
            "updateLayout", lambda client, n: client.update_layout(ids, layout, attempt=n)
        )

    async def stop(self, ids: Handle, async_stop: bool = False) -> wire.StopReply:
        """Stop; sent once, except to another host where it was certainly not sent."""
        return await self._run("stop", lambda client, n: client.stop(ids, async_stop, attempt=n))

    async def ncs_ip(self) -> tuple[str, ...]:
        """Addresses from which Agora sends notifications."""
        return await self._run("ncsIp", lambda client, n: client.ncs_ip(attempt=n))

    async def _run(
        self, operation: Operation, call: Call[T], priority: Priority = Priority.CONTROL
    ) -> T:
        tried: list[str] = []
        acted = False
        base_url = self.base_url
        while True:
            tried.append(base_url)
            await self._budget.take(self._app_id, priority)
            try:
                value = await call(self._client(base_url), len(tried))
            except ApiError as error:
                failure = error
            else:
                self.base_url = base_url
                return value
            acted = acted or failure.may_have_acted
            wait, base_url = self._next(operation, failure, tried)
            if wait is None:
                # One of several attempts may have acted, although the last one did not.
                failure.may_have_acted = acted
                raise failure
            await self._sleep(wait)

    def _next(
        self, operation: Operation, failure: ApiError, tried: list[str]
    ) -> tuple[float | None, str]:
        """How long to wait, and whom to ask then."""
        if isinstance(failure, RateLimited):
            self._budget.pause(self._app_id, rate_limit_wait(failure))
        if _is_of_the_host(operation, failure):
            after = self._route.after(tried, failure)
            if after is not None:
                return FAILOVER_WAITS[len(tried) - 1], after
            if not self._route.single:
                self.base_url = self._route.primary
                return None, self.base_url
        elif isinstance(failure, NoAnswer):
            # Not repeated here, but the next call had better go elsewhere.
            self.base_url = self._route.after((tried[-1], tried[-1]), failure) or tried[-1]
        else:
            self.base_url = tried[-1]
        if operation not in REPEATED:
            return None, tried[-1]
        return self._policy.next_wait(operation, failure, len(tried)), tried[-1]

    def _client(self, base_url: str) -> AgoraClient:
        if base_url not in self._clients:
            self._clients[base_url] = self._client_for(base_url)
        return self._clients[base_url]


def _is_of_the_host(operation: Operation, failure: ApiError) -> bool:
    """Whether another host may do better, and asking it is harmless."""
    if isinstance(failure, Unreachable):
        return failure.why != "closed"
    if operation not in HARMLESS:
        return False
    # A 5xx with a code is Agora's own answer; one without comes from the gateway in front.
    return isinstance(failure, NoAnswer) or (
        isinstance(failure, ServerFault) and failure.code is None
    )
