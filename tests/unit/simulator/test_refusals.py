"""What the gateway and the service refuse, and how they say so (API sections 5 and 6)."""

from __future__ import annotations

import base64
import json

import httpx
import pytest

from agora_console.simulator import Account, Simulator
from agora_console.simulator.clock import ManualClock
from agora_console.simulator.pace import Limits
from tests.unit.simulator.caller import MIX, Caller, Session, changed, without
from tests.unit.simulator.conftest import MakeCaller

NO_ROUTE = (404, {"message": "no Route matched with those values"})
NO_WORKER = (404, {"code": 404, "reason": "failed to find worker"})
BODY = {"cname": "town-hall", "uid": "4001", "clientRequest": {}}


def said(answer: httpx.Response) -> tuple[int, object]:
    return answer.status_code, answer.json()


def code(answer: httpx.Response) -> tuple[int, int]:
    return answer.status_code, answer.json()["code"]


# --- the gateway -------------------------------------------------------------------


async def test_without_credentials(caller: Caller) -> None:
    async with httpx.AsyncClient(trust_env=False) as stranger:
        answer = await stranger.post(f"{caller.simulator.url}{caller.base}/acquire", json=BODY)
    assert said(answer) == (401, {"message": "Unauthorized"})


@pytest.mark.parametrize("scheme", ["Basic ", "Bearer ", ""])
async def test_with_credentials_of_somebody_else(caller: Caller, scheme: str) -> None:
    pair = base64.b64encode(b"customer:wrong").decode()
    header = {"Authorization": scheme + pair}
    async with httpx.AsyncClient(base_url=caller.simulator.url, trust_env=False) as stranger:
        answer = await stranger.post(f"{caller.base}/acquire", json=BODY, headers=header)
    assert said(answer) == (401, {"message": "Invalid authentication credentials"})


async def test_with_another_app_id(caller: Caller) -> None:
    other = "f" * 32
    answer = await caller.http.post(f"/v1/apps/{other}/cloud_recording/acquire", json=BODY)
    assert said(answer) == (400, {"message": "appid is invalid"})


async def test_an_account_of_its_own(calling: MakeCaller) -> None:
    account = Account("0" * 32, "me", "my secret: with colon")
    async with calling(account=account) as caller:
        assert (await caller.acquire()).status_code == 200


@pytest.mark.parametrize(
    ("verb", "path"),
    [
        ("GET", "/acquire"),
        ("PUT", "/acquire"),
        ("HEAD", "/acquire"),
        ("POST", "/Acquire"),
        ("POST", "/acquire/"),
        ("POST", "/resourceid/r/mode/Mix/start"),
        ("POST", "/resourceid/r/mode/audio/start"),
        ("POST", "/resourceid//mode/mix/start"),
        ("POST", "/resourceId/r/mode/mix/start"),
        ("POST", "/resourceid/r/sid/s/mode/mix/query"),
        ("GET", "/resourceid/r/sid/s/mode/mix/stop"),
        ("POST", "/resourceid/r/sid/s/mode/mix/updatelayout"),
        ("POST", "/resourceid/r/sid/s/mode/mix/pause"),
    ],
)
async def test_a_wrong_verb_or_path_has_no_route(caller: Caller, verb: str, path: str) -> None:
    answer = await caller.http.request(verb, caller.base + path, json=BODY)
    assert answer.status_code == 404
    if verb != "HEAD":
        assert said(answer) == NO_ROUTE


@pytest.mark.parametrize("path", ["/", "/v1/apps", "/v3/ncs/ip", "/v1/ncs", "//v1/ncs/ip"])
async def test_elsewhere_is_no_route(caller: Caller, path: str) -> None:
    assert said(await caller.http.get(caller.simulator.url + path)) == NO_ROUTE


async def test_a_query_string_does_no_harm(caller: Caller) -> None:
    answer = await caller.http.post(f"{caller.base}/acquire?trace=1", json=BODY)
    assert answer.status_code == 200


async def test_more_than_ten_requests_in_a_second(calling: MakeCaller, clock: ManualClock) -> None:
    async with calling(limits=Limits()) as caller:
        answers = [await caller.acquire() for _ in range(11)]
        assert [answer.status_code for answer in answers] == [200] * 10 + [429]
        assert answers[10].json() == {"message": "API rate limit exceeded"}
        clock.advance(0.999)
        assert (await caller.acquire()).status_code == 429
        clock.advance(0.002)
        assert (await caller.acquire()).status_code == 200
        assert [v.rule for v in caller.simulator.ledger.violations] == ["rate", "rate"]


async def test_strangers_do_not_use_up_the_rate(calling: MakeCaller) -> None:
    async with calling(limits=Limits(requests_per_second=1)) as caller:
        for _ in range(5):
            await caller.http.post(f"{caller.base}/acquire", json=BODY, auth=("a", "b"))
        assert (await caller.acquire()).status_code == 200


async def test_every_answer_carries_a_request_id(caller: Caller) -> None:
    answers = [await caller.acquire(), await caller.http.get("/nowhere")]
    ids = {answer.headers["X-Request-Id"] for answer in answers}
    assert len(ids) == 2


# --- bodies --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "", "application/json; charset=x"]
)
async def test_another_content_type_is_code_8(caller: Caller, media: str) -> None:
    answer = await caller.http.post(
        f"{caller.base}/acquire", content=json.dumps(BODY), headers={"Content-Type": media}
    )
    assert code(answer) == (400, 8)


@pytest.mark.parametrize(
    "media",
    ["application/json", "application/json;charset=utf-8", "Application/JSON; Charset=UTF-8"],
)
async def test_json_in_utf8_is_taken(caller: Caller, media: str) -> None:
    answer = await caller.http.post(
        f"{caller.base}/acquire", content=json.dumps(BODY), headers={"Content-Type": media}
    )
    assert answer.status_code == 200


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b'{"cname": NaN}',
        b'{"cname": 1e999}',
        b"\xff\xfe{}",
        b"\xef\xbb\xbf{}",
        b"[" * 100_000,
        b'{"a":' * 101 + b"1" + b"}" * 101,
        b'{"uid": ' + b"9" * 5000 + b"}",
    ],
    ids=range(12),
)
async def test_what_is_not_a_json_object_is_code_8(caller: Caller, content: bytes) -> None:
    answer = await caller.http.post(
        f"{caller.base}/acquire", content=content, headers={"Content-Type": "application/json"}
    )
    assert code(answer) == (400, 8)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("cname", ""),
        ("cname", 7),
        ("cname", None),
        ("uid", 4001),
        ("uid", ""),
        ("uid", "0"),
        ("uid", "07"),
        ("uid", "-1"),
        ("uid", "4294967296"),
        ("uid", "٣"),
        ("uid", "12a"),
        ("clientRequest", None),
        ("clientRequest", []),
        ("clientRequest", "{}"),
    ],
)
@pytest.mark.parametrize("method", ["acquire", "start", "update", "updateLayout", "stop"])
async def test_ids_of_the_wrong_kind_are_code_2(
    caller: Caller, method: str, path: str, value: object
) -> None:
    session = await caller.acquired()
    place = {
        "acquire": "/acquire",
        "start": f"/resourceid/{session.resource_id}/mode/mix/start",
    }.get(method, f"{session.path}/{method}")
    answer = await caller.post(place, changed(BODY, path, value))
    name = method[0].upper() + method[1:]
    assert said(answer) == (400, {"code": 2, "reason": f"{name}: invalid {path} value!"})
    missing = await caller.post(place, without(BODY, path))
    assert said(missing) == said(answer)


@pytest.mark.parametrize("uid", ["1", "4294967295"])
async def test_uids_at_the_ends_of_the_range(caller: Caller, uid: str) -> None:
    assert (await caller.acquire(uid=uid)).status_code == 200


# --- channel names -----------------------------------------------------------------

EVERY_CHARACTER = (
    "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ !#$%&()+-:;<=.>?@[]^_{}|~,"
)


async def test_all_89_characters_are_allowed_in_a_channel(caller: Caller) -> None:
    assert len(EVERY_CHARACTER) == 89
    for part in (EVERY_CHARACTER[:64], EVERY_CHARACTER[64:]):
        assert (await caller.acquire(cname=part)).status_code == 200


@pytest.mark.parametrize("cname", ["a/b", 'a"b', "a\\b", "a*b", "a'b", "a`b", "ö", "x" * 65, "a\n"])
async def test_other_names_are_invalid_channel_names(caller: Caller, cname: str) -> None:
    answer = await caller.acquire(cname=cname)
    assert said(answer) == (400, {"code": 401, "reason": "invalid_channel_name"})


async def test_a_page_may_be_called_anything_up_to_1024_bytes(caller: Caller) -> None:
    scene = {"scene": 1}
    assert (await caller.acquire(scene, cname="ö/\\*" + "ä" * 509)).status_code == 200
    answer = await caller.acquire(scene, cname="ä" * 513)
    assert code(answer) == (400, 401)


# --- ids that do not belong together -----------------------------------------------


async def test_a_resource_nobody_handed_out(caller: Caller) -> None:
    session = Session(caller, "mix", "not-one-of-ours", "town-hall", "4001")
    assert code(await session.start()) == (400, 1001)
    assert code(await session.query()) == (400, 1001)
    assert code(await session.stop()) == (400, 1001)


@pytest.mark.parametrize("member", ["cname", "uid"])
async def test_another_cname_or_uid_than_at_acquire(
    caller: Caller, clock: ManualClock, member: str
) -> None:
    session = await caller.acquired()
    right = getattr(session, member)
    setattr(session, member, "4009")
    assert code(await session.start()) == (400, 432)
    setattr(session, member, right)
    await session.start()
    clock.advance(30)
    setattr(session, member, "4009")
    for answer in (
        await session.update({}),
        await session.update_layout({}),
        await session.stop(),
    ):
        assert code(answer) == (400, 432)


async def test_another_sid(caller: Caller) -> None:
    session = await caller.started()
    session.sid = "0" * 32
    for answer in (
        await session.query(),
        await session.update({}),
        await session.update_layout({}),
        await session.stop(),
    ):
        assert code(answer) == (400, 1003)


async def test_before_the_start_there_is_nobody(caller: Caller) -> None:
    session = await caller.acquired()
    for answer in (
        await session.query(),
        await session.update({}),
        await session.update_layout({}),
        await session.stop(),
    ):
        assert said(answer) == NO_WORKER


async def test_after_the_end_there_is_nobody(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    clock.advance(60)
    await session.stop()
    clock.advance(60)
    for answer in (
        await session.query(),
        await session.update({}),
        await session.update_layout({}),
        await session.stop(),
    ):
        assert said(answer) == NO_WORKER


async def test_a_leaving_recorder_takes_no_update(caller: Caller, clock: ManualClock) -> None:
    session = await caller.started()
    clock.advance(60)
    await session.stop()
    assert said(await session.update({})) == NO_WORKER


async def test_the_mode_stays(caller: Caller) -> None:
    session = await caller.started("mix")
    session.mode = "individual"
    for answer in (await session.query(), await session.update({}), await session.stop()):
        assert code(answer) == (400, 2)
        assert "mode" in answer.json()["reason"]


@pytest.mark.parametrize("mode", ["individual", "web"])
async def test_layouts_are_for_mix(caller: Caller, mode: str) -> None:
    session = await caller.started(mode)
    answer = await session.update_layout({"mixedVideoLayout": 1})
    assert code(answer) == (400, 2)


async def test_a_refused_start_leaves_the_resource_good(
    caller: Caller, simulator: Simulator
) -> None:
    session = await caller.acquired()
    assert code(await session.start(without(MIX, "storageConfig"))) == (400, 2)
    assert not simulator.recordings
    assert (await session.start()).status_code == 200
