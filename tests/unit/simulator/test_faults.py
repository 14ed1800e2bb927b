"""Every fault by name: what it does to an answer, or to a recording."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from agora_console.simulator.clock import ManualClock
from agora_console.simulator.faults import KINDS, Effect, FaultBoard, parse
from agora_console.simulator.routes import METHODS
from tests.unit.simulator.caller import INDIVIDUAL, MIX_MP4, WEB, Caller, Session
from tests.unit.simulator.conftest import MakeCaller


async def call(session: Session, method: str) -> httpx.Response:
    match method:
        case "acquire":
            return await session.caller.acquire(uid="4099")
        case "start":
            fresh = await session.caller.acquired(uid="4098")
            answer = await fresh.start()
            session.sid = fresh.sid if answer.status_code == 200 else session.sid
            return answer
        case "query":
            return await session.query()
        case "update":
            return await session.update({})
        case "updateLayout":
            return await session.update_layout({"mixedVideoLayout": 1})
        case _:
            return await session.stop()


# --- the way of a request --------------------------------------------------------------


@pytest.mark.parametrize("method", METHODS)
async def test_drop_closes_before_anything_happened(caller: Caller, method: str) -> None:
    session = await caller.started()
    caller.simulator.add_fault(f"drop:{method}")
    with pytest.raises(httpx.RemoteProtocolError):
        await call(session, method)
    assert len(caller.simulator.recordings) == 1
    assert caller.simulator.recordings[session.sid].ended_at is None
    assert (await call(session, method)).status_code in {200, 206}


async def test_a_lost_reply_has_its_effect(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("lost-reply:start")
    session = await caller.acquired()
    with pytest.raises(httpx.RemoteProtocolError):
        await session.start()
    assert len(caller.simulator.recordings) == 1
    assert (await session.start()).json()["code"] == 7
    session.sid = next(iter(caller.simulator.recordings))
    clock.advance(30)
    caller.simulator.add_fault("lost-reply:stop:2")
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            await session.stop()
    assert (await session.stop()).json()["code"] == 49


async def test_slow_acts_at_once_and_answers_late(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("slow:query:40:1")
    session = await caller.started()
    before = clock.now()
    await session.query()
    assert clock.now() - before == 40
    await session.query()
    assert clock.now() - before == 40


@pytest.mark.parametrize(
    ("spec", "status", "body"),
    [
        ("error-500:query", 500, ""),
        ("error-502:query", 502, "<html>"),
        ("error-503:query", 503, "<html>"),
        ("error-504:query", 504, ""),
        ("html:query", 200, "<html>"),
        ("garbage:query", 200, '{"resourceId"'),
        ("empty:query", 200, ""),
        ("not-completed:query", 206, '{"code": 65, "reason": "request not completed"}'),
        ("request-timeout:query", 504, '{"code": 62, "reason": "request timeout"}'),
        ("rate-limit:query", 429, '{"message": "API rate limit exceeded"}'),
        ("unauthorized:query", 401, '{"message": "Invalid authentication credentials"}'),
        ("error-500:acquire", 500, '{"code": 500, "reason": "internal_error"}'),
        ("over-load", 400, '{"code": 406, "reason": "vendor_over_load"}'),
        ("not-enabled", 400, '{"code": 400, "reason": "invalid_appid"}'),
        ("inactive", 400, '{"code": 405, "reason": "no_active_status"}'),
        ("allocate:acquire", 500, '{"code": 501, "reason": "no_worker_manager_available"}'),
        ("allocate-timeout", 500, '{"code": 504, "reason": "allocate_timeout"}'),
        ("allocate:start", 500, '{"code": 502, "reason": "Failed to allocate worker"}'),
        ("request-timeout:start", 500, '{"code": 62, "reason": "request timeout"}'),
        ("conflict", 400, '{"code": 53, "reason": "task conflict"}'),
        ("already-started", 201, '{"code": 7, "reason": "already started"}'),
        ("expired-resource", 400, '{"code": 433, '),
        ("no-data", 206, '{"code": 435, "reason": "no recorded data"}'),
    ],
)
async def test_another_answer(
    caller: Caller, clock: ManualClock, spec: str, status: int, body: str
) -> None:
    session = await caller.started()
    clock.advance(30)
    fault = parse(spec)
    if fault.methods == ("start",):
        fresh = await caller.acquired(uid="4098")
    caller.simulator.add_fault(spec)
    answer = await (
        fresh.start() if fault.methods == ("start",) else call(session, fault.methods[0])
    )
    assert answer.status_code == status
    assert answer.text.startswith(body)
    assert bool(answer.text) is bool(body)


@pytest.mark.parametrize("name", ["error-504", "not-completed", "request-timeout", "empty"])
async def test_whether_it_acted_behind_a_bad_answer(caller: Caller, name: str) -> None:
    session = await caller.acquired()
    caller.simulator.add_fault(f"{name}:start")
    await session.start()
    assert not caller.simulator.recordings
    caller.simulator.add_fault(f"{name}:start:acted")
    await session.start()
    assert len(caller.simulator.recordings) == 1


async def test_what_was_refused_stays_refused_behind_a_fault(caller: Caller) -> None:
    session = await caller.acquired()
    caller.simulator.add_fault("error-504:start:acted")
    assert (await session.start({})).status_code == 400


async def test_no_data_does_stop(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started(request=MIX_MP4)
    clock.advance(60)
    caller.simulator.add_fault("no-data")
    assert (await session.stop()).status_code == 206
    assert caller.simulator.recordings[session.sid].cause == "stop"


# --- the shape of an answer ------------------------------------------------------------


async def shaped(calling: MakeCaller, clock: ManualClock, fault: str, **how: Any) -> Any:
    """(query, stop) of a recording of a minute while `fault` is on."""
    async with calling() as caller:
        session = await caller.started(**how)
        clock.advance(60)
        caller.simulator.add_fault(fault)
        query, stop = await session.query(), await session.stop()
        return query.json(), stop.json()


async def test_string_types(calling: MakeCaller, clock: ManualClock) -> None:
    query, _ = await shaped(calling, clock, "string-types", request=MIX_MP4)
    response = query["serverResponse"]
    assert response["status"] == "5"
    assert response["sliceStartTime"].isdigit()
    assert response["fileList"][0]["isPlayable"] == "true"


async def test_playload(calling: MakeCaller, clock: ManualClock) -> None:
    _, stop = await shaped(calling, clock, "playload", mode="web", request=WEB)
    state = stop["serverResponse"]["extensionServiceState"]
    assert [set(service) for service in state] == [{"serviceName", "playload"}] * 2


async def test_unknow(calling: MakeCaller, clock: ManualClock) -> None:
    _, stop = await shaped(calling, clock, "unknow")
    assert stop["serverResponse"]["uploadingStatus"] == "unknow"


async def test_filename_case(calling: MakeCaller, clock: ManualClock) -> None:
    query, _ = await shaped(calling, clock, "filename-case", request=MIX_MP4)
    assert "filename" in query["serverResponse"]["fileList"][0]
    page, _ = await shaped(calling, clock, "filename-case", mode="web", request=WEB)
    payload = page["serverResponse"]["extensionServiceState"][0]["payload"]
    assert "fileName" in payload["fileList"][0]


async def test_seconds(calling: MakeCaller, clock: ManualClock) -> None:
    query, stop = await shaped(calling, clock, "seconds", request=MIX_MP4)
    response = query["serverResponse"]
    assert response["fileList"][0]["sliceStartTime"] == response["sliceStartTime"] // 1000
    assert stop["serverResponse"]["fileList"][0]["sliceStartTime"] < 1e11


async def test_file_json_string(calling: MakeCaller, clock: ManualClock) -> None:
    query, _ = await shaped(calling, clock, "file-json-string", mode="individual")
    files = query["serverResponse"]["fileList"]
    assert isinstance(files, str)
    assert len(json.loads(files)) == 6


async def test_capital_keys(calling: MakeCaller, clock: ManualClock) -> None:
    query, _ = await shaped(calling, clock, "capital-keys")
    assert (query["Code"], query["Body"]["serverResponse"]["status"]) == (200, 5)


async def test_bare(calling: MakeCaller, clock: ManualClock) -> None:
    query, stop = await shaped(calling, clock, "bare")
    assert set(query) == {"resourceId", "serverResponse"}
    assert set(stop) == {"resourceId", "sid", "serverResponse"}


async def test_refusals_keep_their_shape(caller: Caller) -> None:
    session = await caller.acquired()
    caller.simulator.add_fault("capital-keys")
    assert (await session.query()).json()["code"] == 404


async def test_exiting_answers_a_query_after_the_stop(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    caller.simulator.add_fault("exiting")
    clock.advance(30)
    assert await session.status() == 5
    await session.stop()
    answer = await session.query()
    assert (answer.status_code, answer.json()) == (500, {"code": 501, "reason": "exiting"})
    clock.advance(30)
    assert (await session.query()).status_code == 404


async def test_several_shapes_go_together(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started("individual", INDIVIDUAL)
    clock.advance(60)
    for name in ("seconds", "filename-case", "string-types"):
        caller.simulator.add_fault(name)
    entry = (await session.response())["fileList"][0]
    assert entry["filename"].endswith(".m3u8")
    assert entry["sliceStartTime"].isdigit()
    assert len(entry["sliceStartTime"]) == 10


# --- the life of a recording -----------------------------------------------------------


async def test_gone(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("gone:25")
    session = await caller.started()
    clock.advance(24)
    assert await session.status() == 5
    clock.advance(2)
    assert await session.status() is None
    assert (await session.stop()).status_code == 404
    assert (await (await caller.acquired()).start()).status_code == 200
    recording = caller.simulator.recordings[session.sid]
    assert (recording.cause, recording.ended_at) == ("gone", recording.started_at + 25)


async def test_a_fault_added_later_strikes_those_that_run(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started()
    clock.advance(500)
    caller.simulator.add_fault("gone")
    assert await session.status() is None
    assert caller.simulator.recordings[session.sid].ended_at == clock.now()


async def test_failover(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("failover:30:80")
    session = await caller.started(request=MIX_MP4)
    clock.advance(29)
    assert await session.status() == 5
    clock.advance(2)
    for answer in (
        await session.query(),
        await session.update({}),
        await session.update_layout({}),
        await session.stop(),
    ):
        assert answer.status_code == 404
    clock.advance(80)
    names = [entry["fileName"] for entry in (await session.response())["fileList"]]
    assert [name.partition("_")[0] for name in names] == [session.sid] * 2
    clock.advance(20)
    names = [entry["fileName"] for entry in (await session.response())["fileList"]]
    assert [name.partition("_")[0] for name in names] == [session.sid] * 2 + ["bak0"] * 2
    assert (await session.stop()).status_code == 200


async def test_failover_names_the_new_playlist_of_a_mix(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("failover:30")
    session = await caller.started()
    clock.advance(120)
    assert (await session.response())["fileList"] == f"bak0_{session.sid}_town-hall.m3u8"


async def test_the_fourth_failover_is_the_end(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    for _ in range(3):
        clock.advance(100)
        caller.simulator.add_fault("failover:0:10")
        assert await session.status() is None
        clock.advance(11)
        assert await session.status() == 5
        caller.simulator.remove_fault("failover")
    clock.advance(100)
    caller.simulator.add_fault("failover:0:10")
    clock.advance(11)
    assert await session.status() is None
    assert caller.simulator.recordings[session.sid].cause == "failover"


async def test_abnormal(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("abnormal:40")
    session = await caller.started()
    clock.advance(41)
    assert await session.status() == 20
    clock.advance(30)
    assert await session.status() is None


async def test_kicked(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("kicked:40")
    session = await caller.started()
    clock.advance(41)
    assert await session.status() is None
    assert (await session.stop()).json()["code"] == 49
    clock.advance(30)
    assert (await session.stop()).json()["code"] == 404


async def test_idle_exit(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("idle-exit:40")
    session = await caller.started()
    clock.advance(41)
    assert await session.status() == 6
    assert (await session.stop()).json()["code"] == 49
    assert caller.simulator.recordings[session.sid].cause == "idle"


@pytest.mark.parametrize(("spec", "level"), [("never-ready", 3), ("never-ready:1", 1)])
async def test_never_ready(caller: Caller, clock: ManualClock, spec: str, level: int) -> None:
    caller.simulator.add_fault(spec)
    session = await caller.started()
    clock.advance(1000)
    assert await session.status() == level
    caller.simulator.remove_fault("never-ready")
    clock.advance(30)
    assert await session.status() == 5


async def test_long_four(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("long-four")
    session = await caller.started()
    clock.advance(1000)
    assert await session.status() == 4
    assert (await session.stop()).json()["code"] == 435


async def test_backup(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("backup")
    session = await caller.started()
    clock.advance(60)
    response = (await session.stop()).json()["serverResponse"]
    assert response["uploadingStatus"] == "backuped"


async def test_upload_timeout(caller: Caller, clock: ManualClock) -> None:
    caller.simulator.add_fault("upload-timeout")
    session = await caller.started()
    clock.advance(60)
    before = clock.now()
    answer = (await session.stop()).json()
    assert clock.now() - before == 20
    assert (answer["code"], answer["serverResponse"]) == (50, {"uploadingStatus": "unknown"})


# --- the table -------------------------------------------------------------------------


def test_every_fault_has_a_sentence() -> None:
    assert all(kind.sentence.endswith(".") for kind in KINDS.values())


@pytest.mark.parametrize(
    "spec",
    [
        "",
        "nothing",
        "slow:query:fast",
        "slow:-1",
        "slow:inf",
        "conflict:stop",
        "long-four:3",
        "never-ready:4",
        "drop:1:2",
        "error-418",
    ],
)
def test_what_is_no_fault(spec: str) -> None:
    with pytest.raises(ValueError, match=r"fault|nothing here|concern|level"):
        parse(spec)


@pytest.mark.parametrize("name", [k.name for k in KINDS.values() if k.effect is Effect.REPLACE])
async def test_faults_of_one_method_leave_the_others_alone(caller: Caller, name: str) -> None:
    kind = KINDS[name]
    session = await caller.started()
    for method in METHODS:
        if method not in kind.methods and method not in {"start", "stop"}:
            caller.simulator.add_fault(f"{name}:always")
            assert (await call(session, method)).status_code == 200


def test_a_fault_is_used_up() -> None:
    board = FaultBoard(["drop:query:2", "drop:any:always"])
    for _ in range(2):
        board.take(Effect.DROP, "query")
    assert board.specs == ["drop:any:always"]
    board.remove("*")
    assert board.take(Effect.DROP, "query") is None


def test_faults_of_nought_times_do_nothing() -> None:
    assert FaultBoard(["drop:0"]).take(Effect.DROP, "query") is None
