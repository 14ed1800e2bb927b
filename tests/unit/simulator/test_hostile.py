"""Whatever is sent, the simulator answers by itself with less than 500, and lives."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.pace import Limits
from agora_console.simulator.request import Request
from agora_console.simulator.routes import METHODS, MODES
from agora_console.simulator.tables import CLIENT_REQUEST
from tests.unit.simulator.caller import BODIES, SNAPSHOTS, WEB_PUSH, Caller
from tests.unit.simulator.test_server import exchange, statuses

NAMES = sorted(
    {field.name for fields in CLIENT_REQUEST.values() for field in fields}
    | {"cname", "uid", "clientRequest", "vendor", "region", "layoutConfig", "serviceName"}
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20)
    | st.sampled_from(["1", "#allstream#", "hls", "mp4", "http://a", "\ud800"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=20,
)
good_requests = st.sampled_from([*BODIES.values(), SNAPSHOTS, WEB_PUSH, {}])


@st.composite
def damaged(draw: st.DrawFn) -> Any:
    """A good clientRequest with one member, somewhere, replaced by anything."""
    request = json.loads(json.dumps(draw(good_requests)))
    at = request
    while isinstance(at, dict | list) and at:
        keys = list(at) if isinstance(at, dict) else list(range(len(at)))
        key = draw(st.sampled_from(keys))
        if not isinstance(at[key], dict | list) or not at[key] or draw(st.booleans()):
            at[key] = draw(values)
            break
        at = at[key]
    return request


calls = st.tuples(
    st.sampled_from(METHODS),
    st.sampled_from(MODES),
    damaged() | values,
    st.sampled_from(["1", "2"]),
    st.booleans(),
    st.integers(0, 400),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(calls, min_size=1, max_size=8))
def test_any_json_in_any_order(script: list[Any]) -> None:
    async def play() -> None:
        clock = ManualClock()
        async with Simulator(clock=clock, limits=Limits(requests_per_second=None)) as simulator:
            caller = Caller(simulator)
            async with caller.http:
                for step in script:
                    await _step(caller, step)
                    clock.advance(step[-1])
                assert (await caller.http.get("/_sim/ledger")).status_code == 200

    asyncio.run(play())


async def _step(caller: Caller, step: Any) -> None:
    method, mode, request, uid, whole, _ = step
    session = await caller.acquired(mode, uid=uid)
    if method != "acquire" and (await session.start()).status_code != 200:
        return
    body = {"cname": "town-hall", "uid": uid, "clientRequest": request} if whole else request
    path = {
        "acquire": "/acquire",
        "start": f"/resourceid/{session.resource_id}/mode/{mode}/start",
    }.get(method, f"{session.path}/{method}")
    if method == "start":
        fresh = await caller.acquired(mode, uid="9")
        path = f"/resourceid/{fresh.resource_id}/mode/{mode}/start"
        if whole:
            body = {**body, "uid": "9"}
    content = json.dumps(body).encode()
    answer = await caller.http.request(
        "GET" if method == "query" else "POST",
        caller.base + path,
        content=content,
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code < 500
    answer.json()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.binary(max_size=300), min_size=1, max_size=5))
def test_any_bytes(parts: list[bytes]) -> None:
    async def play() -> None:
        async with Simulator() as simulator:
            answer = await exchange(simulator, *parts)
            assert all(status < 500 or status == 501 for status in statuses(answer))
            async with Caller(simulator).http as http:
                assert (await http.get("/v1/ncs/ip")).status_code == 200

    asyncio.run(play())


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=100).map(str.encode))
def test_any_body(content: bytes) -> None:
    async def play() -> None:
        simulator = Simulator()
        request = Request(
            "POST",
            f"/v1/apps/{simulator.account.app_id}/cloud_recording/acquire",
            {
                "authorization": simulator.account.authorization,
                "content-type": "application/json",
            },
            content,
        )
        answer = await simulator.handle(request)
        assert answer is not None
        assert answer.status == 400

    asyncio.run(play())
