"""What the gateway repeats, where, and when; and what it leaves alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest

from agora_console.api import errors
from agora_console.api.budget import Budget, Priority
from agora_console.api.client import AgoraClient
from agora_console.api.errors import ApiError
from agora_console.api.exchange import Exchange
from agora_console.api.gateway import Gateway
from agora_console.api.hosts import Route, route
from tests.unit.api.doubles import APP_ID, CREDENTIALS, HANDLE, SECRETS
from tests.unit.api.virtual import VirtualClock

AGORA, SD_RTN = "https://api.agora.io", "https://api.sd-rtn.com"
IDS = {"resourceId": "rid-1_A", "sid": HANDLE.sid, "cname": "town-hall", "uid": "7"}
RUNNING = {**IDS, "serverResponse": {"status": 5}}
OK = (200, IDS)
GONE = httpx.ReadError("connection reset")
REFUSED = httpx.ConnectError("refused")
Step = tuple[int, Any] | Exception


class World:
    """Hosts that answer by a script, one step an attempt, and the virtual time in between."""

    def __init__(self, *script: Step, way: Route | None = None) -> None:
        self.clock = VirtualClock()
        self.script = list(script)
        self.hosts: list[str] = []
        self.at: list[float] = []
        self.exchanges: list[Exchange] = []
        self.http = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        self.budget = Budget(now=self.clock.now, sleep=self.clock.sleep)
        self.gateway = Gateway(
            self._client,
            way or route(AGORA, "EU"),
            APP_ID,
            self.budget,
            sleep=self.clock.sleep,
        )

    def _client(self, base_url: str) -> AgoraClient:
        return AgoraClient(
            self.http, base_url, CREDENTIALS, self.exchanges.append, now=self.clock.now
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.hosts.append(f"https://{request.url.host}")
        self.at.append(self.clock.now() - 1_000.0)
        step = self.script.pop(0)
        if isinstance(step, Exception):
            raise step
        http, body = step
        if isinstance(body, str):
            return httpx.Response(http, text=body)
        return httpx.Response(http, json=body)

    async def run(self, call: Coroutine[Any, Any, Any]) -> Any:
        task = asyncio.ensure_future(call)
        await self.clock.run()
        return await task


Method = Callable[[Gateway], Coroutine[Any, Any, Any]]

METHODS: dict[str, Method] = {
    "acquire": lambda gateway: gateway.acquire("town-hall", "7", {"mode": "mix"}),
    "start": lambda gateway: gateway.start(HANDLE, {"mode": "mix"}, SECRETS),
    "query": lambda gateway: gateway.query(HANDLE),
    "update": lambda gateway: gateway.update(HANDLE, {"webRecordingConfig": {"onhold": True}}),
    "updateLayout": lambda gateway: gateway.update_layout(HANDLE, {"mixedVideoLayout": 1}),
    "stop": lambda gateway: gateway.stop(HANDLE),
    "ncsIp": lambda gateway: gateway.ncs_ip(),
}
REPLIES = {
    "query": RUNNING,
    "stop": {**IDS, "serverResponse": {"uploadingStatus": "uploaded"}},
    "ncsIp": {"data": {"service": {"hosts": [{"primaryIP": "203.0.113.7"}]}}},
}
HARMLESS = ("acquire", "query", "update", "updateLayout", "ncsIp")


def success(operation: str) -> Step:
    return (200, REPLIES.get(operation, IDS))


@pytest.mark.parametrize("operation", METHODS)
async def test_what_works_is_sent_once(operation: str) -> None:
    world = World(success(operation))
    await world.run(METHODS[operation](world.gateway))
    assert world.hosts == [AGORA]
    assert [exchange.attempt for exchange in world.exchanges] == [1]


@pytest.mark.parametrize("operation", METHODS)
async def test_what_was_certainly_not_sent_goes_to_the_next_host(operation: str) -> None:
    world = World(REFUSED, REFUSED, REFUSED, success(operation))
    await world.run(METHODS[operation](world.gateway))
    assert world.hosts == [AGORA, AGORA, SD_RTN, "https://api-eu-west-1.agora.io"]
    assert world.at == [0.0, 1.0, 4.0, 10.0]
    assert [exchange.attempt for exchange in world.exchanges] == [1, 2, 3, 4]


@pytest.mark.parametrize("operation", METHODS)
async def test_after_four_hosts_it_is_over_and_nothing_has_happened(operation: str) -> None:
    world = World(REFUSED, REFUSED, REFUSED, REFUSED)
    with pytest.raises(errors.Unreachable) as caught:
        await world.run(METHODS[operation](world.gateway))
    assert not caught.value.may_have_acted
    assert world.gateway.base_url == AGORA


@pytest.mark.parametrize("operation", HARMLESS)
@pytest.mark.parametrize("step", [GONE, (502, "<html>"), (504, "")], ids=["lost", "502", "504"])
async def test_what_may_have_been_sent_goes_on_only_when_that_is_harmless(
    operation: str, step: Step
) -> None:
    world = World(step, step, success(operation))
    await world.run(METHODS[operation](world.gateway))
    assert world.hosts == [AGORA, AGORA, SD_RTN]


@pytest.mark.parametrize("operation", ["start", "stop"])
@pytest.mark.parametrize(
    ("step", "kind"),
    [
        (GONE, errors.NoAnswer),
        ((502, "<html>"), errors.ServerFault),
        ((500, {"code": 62}), errors.ServerFault),
        ((206, {"code": 65}), errors.NotCompleted),
        ((200, "<html>"), errors.Unreadable),
        ((429, {"message": "API rate limit exceeded"}), errors.RateLimited),
    ],
    ids=["lost", "502", "62", "65", "garbage", "429"],
)
async def test_start_and_stop_are_left_to_the_services(
    operation: str, step: Step, kind: type[ApiError]
) -> None:
    world = World(step)
    with pytest.raises(kind):
        await world.run(METHODS[operation](world.gateway))
    assert len(world.hosts) == 1


@pytest.mark.parametrize("step", [(500, {"code": 62}), (206, {"code": 65}), (404, {"code": 404})])
async def test_an_answer_to_a_query_is_left_to_the_watcher(step: Step) -> None:
    world = World(step)
    with pytest.raises(ApiError):
        await world.run(METHODS["query"](world.gateway))
    assert len(world.hosts) == 1


async def test_acquire_backs_off_at_the_same_host_when_agora_itself_fails() -> None:
    busy = (500, {"code": 501, "reason": "no_worker_manager_available"})
    world = World(busy, busy, busy, OK)
    await world.run(METHODS["acquire"](world.gateway))
    assert world.hosts == [AGORA] * 4
    assert world.at == [0.0, 1.0, 4.0, 10.0]


@pytest.mark.parametrize("operation", ["update", "updateLayout"])
@pytest.mark.parametrize("step", [(504, {"code": 62}), (206, {"code": 65})])
async def test_an_update_overwrites_so_it_is_repeated_twice(operation: str, step: Step) -> None:
    world = World(step, step, OK)
    await world.run(METHODS[operation](world.gateway))
    assert world.at == [0.0, 3.0, 9.0]
    world = World(step, step, step)
    with pytest.raises(ApiError):
        await world.run(METHODS[operation](world.gateway))


@pytest.mark.parametrize("operation", METHODS)
async def test_a_refusal_is_final(operation: str) -> None:
    world = World((400, {"code": 2, "reason": "no"}))
    with pytest.raises(errors.BadRequest):
        await world.run(METHODS[operation](world.gateway))


async def test_one_attempt_that_may_have_acted_is_not_forgotten() -> None:
    world = World(GONE, REFUSED, REFUSED, REFUSED)
    with pytest.raises(errors.Unreachable) as caught:
        await world.run(METHODS["update"](world.gateway))
    assert caught.value.may_have_acted


async def test_an_address_of_ones_own_has_no_other_way() -> None:
    world = World(REFUSED, way=Route("https://agora.example"))
    with pytest.raises(errors.Unreachable):
        await world.run(METHODS["start"](world.gateway))
    assert len(world.hosts) == 1


async def test_an_address_of_ones_own_is_asked_again_where_that_is_harmless() -> None:
    world = World(GONE, GONE, OK, way=Route("https://agora.example"))
    await world.run(METHODS["acquire"](world.gateway))
    assert world.at == [0.0, 1.0, 4.0]


async def test_a_host_that_answered_is_asked_first_from_then_on() -> None:
    world = World(REFUSED, REFUSED, OK, (200, RUNNING))
    await world.run(METHODS["acquire"](world.gateway))
    await world.run(METHODS["query"](world.gateway))
    assert world.hosts[-1] == world.gateway.base_url == SD_RTN


async def test_after_a_lost_start_the_next_call_goes_elsewhere() -> None:
    world = World(GONE, OK)
    with pytest.raises(errors.NoAnswer):
        await world.run(METHODS["start"](world.gateway))
    await world.run(METHODS["start"](world.gateway))
    assert world.hosts == [AGORA, SD_RTN]


async def test_a_refusal_proves_the_host() -> None:
    world = World(REFUSED, REFUSED, (400, {"code": 2}))
    with pytest.raises(errors.BadRequest):
        await world.run(METHODS["start"](world.gateway))
    assert world.gateway.base_url == SD_RTN


async def test_429_quiets_the_whole_app_id_for_as_long_as_agora_says() -> None:
    world = World((429, {"message": "API rate limit exceeded"}), (200, RUNNING))
    with pytest.raises(errors.RateLimited):
        await world.run(METHODS["query"](world.gateway))
    await world.run(METHODS["query"](world.gateway))
    assert world.at == [0.0, 1.0]


async def test_acquire_is_repeated_after_429() -> None:
    world = World((429, {}), (429, {}), OK)
    await world.run(METHODS["acquire"](world.gateway))
    assert world.at == [0.0, 1.0, 2.0]


async def test_a_stop_overtakes_the_polls_that_wait_for_the_budget() -> None:
    stopped = (200, REPLIES["stop"])
    world = World(*[(200, RUNNING)] * 2, stopped, *[(200, RUNNING)] * 4)
    polls = [asyncio.create_task(METHODS["query"](world.gateway)) for _ in range(6)]
    await world.clock.settle()
    stop = asyncio.create_task(METHODS["stop"](world.gateway))
    await world.clock.run()
    await asyncio.gather(*polls, stop)
    assert [exchange.operation for exchange in world.exchanges][:3] == ["query", "query", "stop"]


async def test_a_person_who_asks_now_goes_before_the_polls() -> None:
    world = World(*[(200, RUNNING)] * 4)
    polls = [asyncio.create_task(METHODS["query"](world.gateway)) for _ in range(3)]
    await world.clock.settle()
    now = asyncio.create_task(world.gateway.query(HANDLE, priority=Priority.CONTROL))
    await world.clock.advance(0.14)  # the next of 7.5 a second
    assert now.done()
    await world.clock.run()
    await asyncio.gather(*polls)


@pytest.mark.parametrize("step", [REFUSED, (500, {"code": 500})])
async def test_every_wait_can_be_cancelled(step: Step) -> None:
    world = World(step)
    task = asyncio.create_task(METHODS["acquire"](world.gateway))
    await world.clock.settle()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(world.hosts) == 1


async def test_a_closed_client_is_no_reason_to_try_other_hosts() -> None:
    world = World()
    await world.http.aclose()
    with pytest.raises(errors.Unreachable) as caught:
        await world.run(METHODS["query"](world.gateway))
    assert caught.value.why == "closed"
    assert world.clock.slept == []
