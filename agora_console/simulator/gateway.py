"""What stands before the service: routes, credentials, App ID, rate; and the faults of the way.

The order is that of an API gateway: no route, no credentials, wrong App ID, too fast.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from agora_console.simulator import answers
from agora_console.simulator.account import Account
from agora_console.simulator.answers import Answer, RefusedError
from agora_console.simulator.distort import distort
from agora_console.simulator.faults import Effect, replacement
from agora_console.simulator.ledger import Exchange
from agora_console.simulator.pace import Limits
from agora_console.simulator.request import Request, parse
from agora_console.simulator.routes import Route, route
from agora_console.simulator.service import Service
from agora_console.simulator.world import World

_CONTROL = frozenset({"update", "updateLayout", "stop"})


class Gateway:
    """From a request to an answer, or to None where the connection just closes."""

    def __init__(self, account: Account, world: World, limits: Limits) -> None:
        self._account = account
        self._world = world
        self._service = Service(world, limits)
        # A second is a real one at least: nobody can keep step within milliseconds.
        self._window = max(1.0, world.clock.speed)
        rate = limits.requests_per_second
        self._most = None if rate is None else rate * self._window
        self._recent: deque[float] = deque()
        self._busy: Counter[str] = Counter()

    async def answer(self, request: Request) -> Answer | None:
        """Answer `request` and enter both in the ledger."""
        call = route(request.verb, request.path)
        exchange = Exchange(self._world.clock.now(), request.verb, request.path)
        self._world.ledger.requests.append(exchange)
        exchange.body = _readable(request.body)
        if call is not None:
            exchange.method, exchange.sid = call.method, call.sid
        answer = await self._answer(request, call)
        if answer is not None:
            exchange.status, exchange.reply = answer.status, answer.body
        return answer

    async def _answer(self, request: Request, call: Route | None) -> Answer | None:
        if call is None:
            return answers.NO_ROUTE
        faults = self._world.faults
        if faults.take(Effect.DROP, call.method):
            return None
        if refusal := self._refusal(request, call):
            return refusal
        with self._alone(call):
            answer = await self._act(request, call)
            if slow := faults.take(Effect.SLOW, call.method):
                await self._world.clock.sleep(slow.seconds)
        if faults.take(Effect.LOSE, call.method):
            return None
        shapes = [fault.kind.name for fault in faults.shapes(call.method)]
        return distort(answer, shapes, call.method)

    @contextmanager
    def _alone(self, call: Route) -> Iterator[None]:
        """Rule X30: a control call waits for the answer to the one before it."""
        if call.method not in _CONTROL:
            yield
            return
        if self._busy[call.sid]:
            detail = f"{call.method} before the last control call was answered"
            self._world.ledger.violate(self._world.clock.now(), "overlap", detail, call.sid)
        self._busy[call.sid] += 1
        try:
            yield
        finally:
            self._busy[call.sid] -= 1

    def _refusal(self, request: Request, call: Route) -> Answer | None:
        if fault := self._world.faults.take(Effect.GATE, call.method):
            return replacement(fault, call.method)
        header = request.headers.get("authorization")
        if header is None:
            return answers.UNAUTHORIZED
        if not self._account.admits(header):
            return answers.INVALID_CREDENTIALS
        if call.app_id and call.app_id != self._account.app_id:
            return answers.INVALID_APP_ID
        return self._too_fast(call)

    def _too_fast(self, call: Route) -> Answer | None:
        """Ten requests in any second; those that were refused do not count."""
        if self._most is None:
            return None
        now = self._world.clock.now()
        while self._recent and self._recent[0] <= now - self._window:
            self._recent.popleft()
        if len(self._recent) >= self._most:
            self._world.ledger.violate(now, "rate", f"{call.method} was one too many", call.sid)
            return answers.RATE_LIMITED
        self._recent.append(now)
        return None

    async def _act(self, request: Request, call: Route) -> Answer:
        fault = self._world.faults.take(Effect.REPLACE, call.method)
        if fault and not fault.acted:
            return replacement(fault, call.method)
        try:
            body = request.json() if request.verb == "POST" else None
        except RefusedError as refused:
            return refused.answer
        answer = await self._service.act(call, body)
        # What the service refused did not happen, so there is nothing to hide.
        if fault and answer.status < 300:
            return replacement(fault, call.method)
        return answer


def _readable(body: bytes) -> Any:
    """A body for the ledger: as JSON if it is, else as text, None if there is none."""
    if not body:
        return None
    try:
        return parse(body)
    except ValueError:
        return body[:2000].decode("utf-8", "replace")
