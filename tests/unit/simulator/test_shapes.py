"""Replies have the keys, types and order of keys that the reference's samples have."""

from __future__ import annotations

from typing import Any

import pytest

from agora_console.simulator.clock import ManualClock
from tests.unit.simulator.caller import (
    BODIES,
    INDIVIDUAL,
    MIX,
    MIX_MP4,
    SNAPSHOTS,
    WEB,
    WEB_PUSH,
    Caller,
    Json,
    changed,
)

IDS = {"cname": str, "uid": str, "resourceId": str, "sid": str}
FILE = {
    "fileName": str,
    "trackType": str,
    "uid": str,
    "mixedAllUser": bool,
    "isPlayable": bool,
    "sliceStartTime": int,
}
PAGE_FILE = {"filename": str, "sliceStartTime": int}
RECORDER = {
    "serviceName": str,
    "payload": {"state": str, "onhold": bool, "fileList": [PAGE_FILE]},
}
PUBLISHER = {
    "serviceName": str,
    "payload": {"state": str, "outputs": [{"rtmpUrl": str, "status": str}]},
}
UPLOAD = {"serviceName": str, "payload": {"uploadingStatus": str}}


def shape(value: Any) -> Any:
    """The types of `value`; a list of alike items is a list of one."""
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    if isinstance(value, list):
        shapes = [shape(item) for item in value]
        return shapes[:1] if all(each == shapes[0] for each in shapes) else shapes
    return type(value)


QUERIES: list[tuple[str, str, Json, Json]] = [
    (
        "mix, hls",
        "mix",
        MIX,
        {"status": int, "fileListMode": str, "fileList": str, "sliceStartTime": int},
    ),
    (
        "mix, hls and mp4",
        "mix",
        MIX_MP4,
        {"status": int, "fileListMode": str, "fileList": [FILE], "sliceStartTime": int},
    ),
    (
        "individual",
        "individual",
        INDIVIDUAL,
        {"status": int, "fileListMode": str, "fileList": [FILE], "sliceStartTime": int},
    ),
    ("snapshots", "individual", SNAPSHOTS, {"status": int, "sliceStartTime": int}),
    (
        "snapshots and files",
        "individual",
        changed(SNAPSHOTS, "recordingFileConfig.avFileType", ["hls"]),
        {"status": int, "sliceStartTime": int},
    ),
    ("web", "web", WEB, {"status": int, "extensionServiceState": [RECORDER]}),
    (
        "web and CDN",
        "web",
        WEB_PUSH,
        {"status": int, "extensionServiceState": [RECORDER, PUBLISHER]},
    ),
]
STOPS: list[tuple[str, str, Json, Json]] = [
    ("mix, hls", "mix", MIX, {"fileListMode": str, "fileList": str, "uploadingStatus": str}),
    (
        "mix, hls and mp4",
        "mix",
        MIX_MP4,
        {"fileListMode": str, "fileList": [FILE], "uploadingStatus": str},
    ),
    (
        "individual",
        "individual",
        INDIVIDUAL,
        {"fileListMode": str, "fileList": [FILE], "uploadingStatus": str},
    ),
    ("snapshots", "individual", SNAPSHOTS, {"uploadingStatus": str}),
    ("web", "web", WEB, {"extensionServiceState": [UPLOAD, RECORDER]}),
    ("web and CDN", "web", WEB_PUSH, {"extensionServiceState": [UPLOAD, RECORDER]}),
]


@pytest.mark.parametrize(
    ("mode", "request_", "expected"), [row[1:] for row in QUERIES], ids=[row[0] for row in QUERIES]
)
async def test_query(
    caller: Caller, clock: ManualClock, mode: str, request_: Json, expected: Json
) -> None:
    session = await caller.started(mode, request_)
    clock.advance(90)
    answer = await session.query()
    assert shape(answer.json()) == {**IDS, "serverResponse": expected}


@pytest.mark.parametrize(
    ("mode", "request_", "expected"), [row[1:] for row in STOPS], ids=[row[0] for row in STOPS]
)
async def test_stop(
    caller: Caller, clock: ManualClock, mode: str, request_: Json, expected: Json
) -> None:
    session = await caller.started(mode, request_)
    clock.advance(90)
    answer = await session.stop()
    assert shape(answer.json()) == {**IDS, "serverResponse": expected}


async def test_the_mode_of_the_list_says_what_it_is(caller: Caller, clock: ManualClock) -> None:
    text = await caller.started("mix", MIX)
    entries = await caller.started("mix", MIX_MP4, uid="4002")
    clock.advance(30)
    assert (await text.response())["fileListMode"] == "string"
    assert (await entries.response())["fileListMode"] == "json"


@pytest.mark.parametrize(
    ("mode", "request_", "expected"),
    [
        ("mix", MIX, {"status": 4, "fileListMode": "string", "fileList": "", "sliceStartTime": 0}),
        (
            "individual",
            INDIVIDUAL,
            {"status": 4, "fileListMode": "json", "fileList": [], "sliceStartTime": 0},
        ),
        ("individual", SNAPSHOTS, {"status": 4, "sliceStartTime": 0}),
    ],
)
async def test_before_the_first_file_the_list_is_there_and_empty(
    caller: Caller, clock: ManualClock, mode: str, request_: Json, expected: Json
) -> None:
    session = await caller.started(mode, request_)
    assert await session.response() == {"status": 0}
    clock.advance(5)
    assert await session.response() == expected


@pytest.mark.parametrize("mode", ["mix", "individual", "web"])
async def test_the_other_successes_are_ids(caller: Caller, clock: ManualClock, mode: str) -> None:
    session = await caller.acquired(mode)
    started = await session.start(BODIES[mode])
    ids = {
        "cname": "town-hall",
        "uid": "4001",
        "resourceId": session.resource_id,
        "sid": session.sid,
    }
    assert started.json() == ids
    assert (await session.update({})).json() == ids
    if mode == "mix":
        assert (await session.update_layout({})).json() == ids
    clock.advance(60)
    assert (await session.stop(at_once=True)).json() == ids


async def test_acquire_echoes_what_it_was_asked(caller: Caller) -> None:
    answer = (await caller.acquire()).json()
    assert list(answer) == ["cname", "uid", "resourceId"]
    assert (answer["cname"], answer["uid"]) == ("town-hall", "4001")
    assert 170 <= len(answer["resourceId"]) <= 300


async def test_ids_look_like_agoras(caller: Caller) -> None:
    session = await caller.started()
    assert len(session.sid) == 32
    assert set(session.sid) <= set("0123456789abcdef")
    assert session.resource_id.replace("-", "").replace("_", "").isalnum()


async def test_file_entries_of_a_mix_belong_to_everybody(
    caller: Caller, clock: ManualClock
) -> None:
    session = await caller.started("mix", MIX_MP4)
    began = clock.now()
    clock.advance(30)
    first = (await session.response())["fileList"][0]
    assert first == {
        "fileName": f"{session.sid}_town-hall.m3u8",
        "trackType": "audio_and_video",
        "uid": "0",
        "mixedAllUser": True,
        "isPlayable": True,
        "sliceStartTime": round((began + 4) * 1000),
    }


async def test_the_states_of_a_page(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started("web", WEB_PUSH)
    seen = []
    for seconds in (0, 30):
        clock.advance(seconds)
        services = (await session.response())["extensionServiceState"]
        seen.append([service["payload"]["state"] for service in services])
    await session.stop(at_once=True)
    services = (await session.response())["extensionServiceState"]
    seen.append([service["payload"]["state"] for service in services])
    assert seen == [["init"] * 2, ["inProgress"] * 2, ["exit"] * 2]


@pytest.mark.parametrize("version", ["v1", "v2"])
async def test_the_address_list(caller: Caller, version: str) -> None:
    answer = await caller.http.get(f"/{version}/ncs/ip")
    expected = {"data": {"service": {"hosts": [{"primaryIP": str}]}}}
    assert (answer.status_code, shape(answer.json())) == (200, expected)
