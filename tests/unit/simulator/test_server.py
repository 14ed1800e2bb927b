"""The bytes: what a client may send besides well-behaved requests."""

from __future__ import annotations

import asyncio
import re
import socket

import pytest

from agora_console.simulator import Simulator
from agora_console.simulator.pace import Limits
from tests.unit.simulator.caller import Caller
from tests.unit.simulator.conftest import MakeCaller

GET = b"GET /v1/ncs/ip HTTP/1.1\r\nHost: x\r\n\r\n"


async def exchange(simulator: Simulator, *parts: bytes, shut: bool = True) -> bytes:
    """Everything the simulator says to these bytes until it closes."""
    port = int(simulator.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        for part in parts:
            writer.write(part)
            await writer.drain()
        if shut:
            writer.write_eof()
        async with asyncio.timeout(5):
            return await reader.read()
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


def statuses(answer: bytes) -> list[int]:
    return [int(status) for status in re.findall(rb"HTTP/1\.1 (\d+)", answer)]


async def test_a_connection_serves_one_request_after_the_other(caller: Caller) -> None:
    last = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert statuses(await exchange(caller.simulator, GET, GET, last, shut=False)) == [401] * 3


async def test_requests_in_one_piece_are_answered_in_order(caller: Caller) -> None:
    head = GET.replace(b"/v1/ncs/ip", b"/elsewhere")
    last = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    answer = await exchange(caller.simulator, GET + head + GET + head + last, shut=False)
    assert statuses(answer) == [401, 404, 401, 404, 401]


async def test_a_request_in_single_bytes(caller: Caller) -> None:
    last = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    pieces = [last[at : at + 1] for at in range(len(last))]
    assert statuses(await exchange(caller.simulator, *pieces, shut=False)) == [401]


async def test_a_body_in_chunks(caller: Caller) -> None:
    async def chunks() -> object:
        for part in (b'{"cname": "town-hall", ', b'"uid": "1", ', b'"clientRequest": {}}'):
            yield part

    answer = await caller.http.post(
        f"{caller.base}/acquire",
        content=chunks(),  # type: ignore[arg-type]
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 200


async def test_who_waits_for_100_continue_gets_it(caller: Caller) -> None:
    account = caller.simulator.account
    head = (
        f"POST {caller.base}/acquire HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
        f"Authorization: {account.authorization}\r\nContent-Type: application/json\r\n"
        "Connection: close\r\nContent-Length: 2\r\n\r\n"
    )
    port = int(caller.simulator.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(head.encode())
    async with asyncio.timeout(5):
        assert await reader.readline() == b"HTTP/1.1 100 \r\n"
        writer.write(b"{}")
        assert statuses(await reader.read()) == [400]
    writer.close()


async def test_head_has_no_body(caller: Caller) -> None:
    last = b"HEAD /v1/ncs/ip HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = await exchange(caller.simulator, last, shut=False)
    assert statuses(answer) == [404]
    assert answer.endswith(b"\r\n\r\n")


async def test_old_http_is_answered_and_closed(caller: Caller) -> None:
    answer = await exchange(caller.simulator, b"GET / HTTP/1.0\r\n\r\n", shut=False)
    assert statuses(answer) == [404]


@pytest.mark.parametrize(
    "nonsense",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01",
        b"hello\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=range(8),
)
async def test_nonsense_is_refused_and_the_connection_ends(caller: Caller, nonsense: bytes) -> None:
    answer = await exchange(caller.simulator, nonsense)
    assert statuses(answer) in ([], [400], [501])
    assert (await caller.acquire()).status_code == 200


async def test_a_head_without_end(calling: MakeCaller) -> None:
    async with calling(limits=Limits(head=1000)) as caller:
        endless = b"GET / HTTP/1.1\r\nX: " + b"x" * 5000
        assert statuses(await exchange(caller.simulator, endless, shut=False)) in ([431], [])


async def test_a_body_beyond_the_limit(calling: MakeCaller) -> None:
    async with calling(limits=Limits(body=1000)) as caller:
        answer = await caller.http.post(f"{caller.base}/acquire", content=b"x" * 1001)
        assert answer.status_code == 413
        assert (await caller.acquire()).status_code == 200


async def test_who_leaves_in_the_middle_of_a_request_is_forgotten(caller: Caller) -> None:
    half = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n123"
    assert statuses(await exchange(caller.simulator, half)) in ([], [400])
    assert (await caller.acquire()).status_code == 200


async def test_who_says_nothing_is_put_out(calling: MakeCaller) -> None:
    async with calling(limits=Limits(patience=0.05)) as caller:
        assert await exchange(caller.simulator, b"GET / HT", shut=False) == b""


async def test_many_at_once(caller: Caller) -> None:
    answers = await asyncio.gather(*(caller.acquire(uid=str(n)) for n in range(1, 101)))
    assert {answer.status_code for answer in answers} == {200}


async def test_it_listens_on_loopback_only() -> None:
    with pytest.raises(ValueError, match="loopback"):
        await Simulator(host="0.0.0.0").start()


async def test_a_port_that_is_taken() -> None:
    async with Simulator() as first:
        port = int(first.url.rpartition(":")[2])
        with pytest.raises(OSError, match="in use"):
            await Simulator(port=port).start()


@pytest.mark.skipif(not socket.has_ipv6, reason="no IPv6 here")
async def test_the_other_loopback() -> None:
    try:
        async with Simulator(host="::1") as simulator, Caller(simulator).http as http:
            assert (await http.get("/v1/ncs/ip")).status_code == 200
    except OSError:
        pytest.skip("no IPv6 on this machine")


async def test_closing_drops_who_is_still_connected() -> None:
    simulator = Simulator()
    await simulator.start()
    port = int(simulator.url.rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(GET)
    await reader.readuntil(b"}")
    await simulator.close()
    async with asyncio.timeout(5):
        assert await reader.read() == b""
    writer.close()
    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_closing_twice_is_closing() -> None:
    simulator = Simulator()
    await simulator.start()
    await simulator.close()
    await simulator.close()
