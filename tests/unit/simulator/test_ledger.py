"""The ledger judges; and it can be read, and the simulator steered, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import httpx
import pytest

from agora_console.simulator import Simulator
from agora_console.simulator.clock import ManualClock, SystemClock
from tests.unit.simulator.caller import MIX, PAGE, STORAGE, Caller, changed
from tests.unit.simulator.conftest import MakeCaller


def rules(simulator: Simulator) -> list[str]:
    return [violation.rule for violation in simulator.ledger.violations]


async def test_requests_are_kept_with_their_answers(caller: Caller) -> None:
    session = await caller.started()
    await session.query()
    kept = [(each.method, each.status) for each in caller.simulator.ledger.requests]
    assert kept == [("acquire", 200), ("start", 200), ("query", 200)]
    start = caller.simulator.ledger.requests[1]
    assert start.body["clientRequest"] == MIX
    assert start.reply["sid"] == session.sid


async def test_what_never_was_answered_has_status_0(caller: Caller) -> None:
    caller.simulator.add_fault("lost-reply")
    with pytest.raises(httpx.RemoteProtocolError):
        await caller.acquire()
    assert [each.status for each in caller.simulator.ledger.requests] == [0]


# --- violations ------------------------------------------------------------------------


async def test_one_after_the_other_is_fine(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    clock.advance(30)
    for _ in range(3):
        await session.update({})
        await session.update_layout({})
    await session.stop()
    assert rules(caller.simulator) == []


async def test_overlapping_control_calls(calling: MakeCaller) -> None:
    clock = ManualClock(jump=False)
    async with calling(clock=clock) as caller:
        session = await caller.started()
        clock.advance(30)
        first = asyncio.create_task(session.update({}))
        second = asyncio.create_task(session.update_layout({}))
        await _until(lambda: clock.sleepers == 2)
        await session.query()
        assert rules(caller.simulator) == ["overlap"]
        clock.advance(1)
        assert {(await first).status_code, (await second).status_code} == {200}


async def test_sessions_do_not_overlap_each_other(calling: MakeCaller) -> None:
    clock = ManualClock(jump=False)
    async with calling(clock=clock) as caller:
        sessions = [await caller.started(uid=uid) for uid in ("1", "2")]
        clock.advance(30)
        calls = [asyncio.create_task(session.update({})) for session in sessions]
        await _until(lambda: clock.sleepers == 2)
        clock.advance(1)
        await asyncio.gather(*calls)
        assert rules(caller.simulator) == []


async def test_who_hung_up_does_not_overlap(calling: MakeCaller) -> None:
    clock = ManualClock(jump=False)
    async with calling(clock=clock) as caller:
        session = await caller.started()
        clock.advance(30)
        caller.simulator.add_fault("slow:update:60:1")
        first = asyncio.create_task(session.update({}))
        await _until(lambda: clock.sleepers == 1)
        clock.advance(1)
        await _until(lambda: clock.sleepers == 1)
        first.cancel()
        await _until(lambda: clock.sleepers == 0)
        again = asyncio.create_task(session.update({}))
        await _until(lambda: clock.sleepers == 1)
        clock.advance(1)
        assert (await again).status_code == 200
        assert rules(caller.simulator) == []


async def test_a_stop_whose_caller_hung_up_has_stopped(calling: MakeCaller) -> None:
    clock = ManualClock(jump=False)
    async with calling(clock=clock) as caller:
        session = await caller.started()
        clock.advance(30)
        stopping = asyncio.create_task(session.stop())
        await _until(lambda: clock.sleepers == 1)
        stopping.cancel()
        await _until(lambda: clock.sleepers == 0)
        assert caller.simulator.recordings[session.sid].cause == "stop"
        assert (await session.stop()).json()["code"] == 49


async def test_a_late_start_is_noted(caller: Caller, clock: ManualClock) -> None:
    session = await caller.acquired()
    clock.advance(2.5)
    await session.start()
    violations = caller.simulator.ledger.violations
    assert [(v.rule, v.sid) for v in violations] == [("late-start", session.sid)]


async def test_doubled_recordings(caller: Caller, clock: ManualClock) -> None:
    first = await caller.started()
    clock.advance(30)
    second = await caller.started(uid="4002")
    assert caller.simulator.ledger.doubled == [(first.sid, second.sid)]


async def test_a_backup_recorder_that_was_announced_is_none(
    caller: Caller, clock: ManualClock
) -> None:
    first = await caller.started()
    second = await caller.acquired(request={"excludeResourceIds": [first.resource_id]}, uid="4002")
    await second.start()
    assert caller.simulator.ledger.doubled == []


async def test_one_after_the_other_and_other_modes_are_none(
    caller: Caller, clock: ManualClock
) -> None:
    first = await caller.started()
    await caller.started("individual", uid="4002")
    clock.advance(30)
    await first.stop()
    clock.advance(10)
    await caller.started(uid="4003")
    await caller.started(uid="4004", cname="other")
    assert caller.simulator.ledger.doubled == []


# --- over HTTP -------------------------------------------------------------------------


@pytest.fixture
def outside(caller: Caller) -> httpx.AsyncClient:
    """The same connection without credentials."""
    caller.http.auth = None  # type: ignore[assignment]
    return caller.http


async def test_the_ledger_has_no_secrets(caller: Caller) -> None:
    secrets = ("token-of-nobody", "key-of-nobody", "access-of-nobody", "secret-of-nobody")
    request = changed(MIX, "token", secrets[0])
    request = changed(request, "recordingConfig.secret", secrets[1])
    await caller.started(request=request)
    await caller.started("individual", uid="4002")
    text = (await caller.http.get("/_sim/ledger")).text
    assert not [secret for secret in secrets if secret in text]
    assert STORAGE["bucket"] in text
    assert caller.simulator.account.customer_secret not in text


async def test_the_ledger_over_http(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    clock.advance(64)
    found = (await caller.http.get("/_sim/ledger", auth=None)).json()
    assert [each["method"] for each in found["requests"]] == ["acquire", "start"]
    assert found["doubled"] == found["violations"] == found["notes"] == []
    (recording,) = found["recordings"]
    assert recording["sid"] == session.sid
    assert (recording["live"], recording["status"], recording["billedSeconds"]) == (True, 5, 60)
    alone = (await caller.http.get("/_sim/recordings")).json()
    assert alone["recordings"] == found["recordings"]


async def test_faults_over_http(outside: httpx.AsyncClient, caller: Caller) -> None:
    answer = await outside.post("/_sim/faults", json={"add": ["unauthorized", "slow:query:3"]})
    assert answer.json()["on"] == ["unauthorized", "slow:query:3"]
    answer = await outside.post("/_sim/faults", json={"remove": ["unauthorized", "slow:query:3"]})
    assert answer.json()["on"] == []
    assert "failover" in (await outside.get("/_sim/faults")).json()["known"]


async def test_people_over_http(outside: httpx.AsyncClient, caller: Caller) -> None:
    await outside.post("/_sim/channels", json={"cname": "town-hall", "people": 0})
    assert caller.simulator.channel("town-hall").people == 0
    await outside.post("/_sim/channels", json={"cname": "town-hall", "uids": ["5", "6"]})
    assert caller.simulator.channel("town-hall").present() == ("5", "6")


async def test_time_over_http(outside: httpx.AsyncClient, clock: ManualClock) -> None:
    before = clock.now()
    answer = await outside.post("/_sim/clock", json={"advance": 12.5})
    assert answer.json() == {"now": before + 12.5}


async def test_real_time_is_not_moved(calling: MakeCaller) -> None:
    async with calling(clock=SystemClock()) as caller:
        answer = await caller.http.post("/_sim/clock", json={"advance": 1})
        assert answer.status_code == 400


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("faults", {"add": ["nothing"]}),
        ("faults", {"add": "drop"}),
        ("faults", {"remove": [1]}),
        ("faults", []),
        ("channels", {"cname": "x"}),
        ("channels", {"cname": "x", "people": -1}),
        ("channels", {"cname": "x", "people": 1e9}),
        ("channels", {"cname": 1, "people": 1}),
        ("channels", {"cname": "x", "people": 1, "uids": [1]}),
        ("clock", {"advance": -1}),
        ("clock", {"advance": "1"}),
        ("clock", {}),
    ],
)
async def test_nonsense_over_http(outside: httpx.AsyncClient, path: str, body: object) -> None:
    answer = await outside.post(f"/_sim/{path}", json=body)
    if body == {"cname": "x"}:
        assert answer.json() == {"cname": "x", "people": 0}
        return
    assert answer.status_code == 400
    assert answer.json()["message"]


async def test_nothing_else_under_sim(outside: httpx.AsyncClient) -> None:
    assert (await outside.get("/_sim/other")).status_code == 404
    assert (await outside.post("/_sim/ledger", json={})).status_code == 404
    assert (await outside.post("/_sim/faults", content=b"{")).status_code == 400


async def test_the_page_of_web_mode_is_no_secret(caller: Caller) -> None:
    await caller.started("web")
    assert PAGE["url"] in (await caller.http.get("/_sim/recordings")).text


async def _until(fact: Callable[[], bool]) -> None:
    """Let the loop run until `fact()` holds."""
    async with asyncio.timeout(5):
        while not fact():  # noqa: ASYNC110 - there is nothing to wait on but the fact itself
            await asyncio.sleep(0.001)
