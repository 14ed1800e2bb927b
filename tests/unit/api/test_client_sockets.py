"""The client against real sockets: silence, hang-ups, floods, TLS, proxies."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import ssl
import zlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from agora_console.api import errors
from agora_console.api.client import AgoraClient
from agora_console.api.connection import Timeouts, connect
from agora_console.api.wire import Started
from tests.unit.api.doubles import CREDENTIALS, HANDLE, SECRETS
from tests.unit.api.servers import Handler, Peer, serving

CERTIFICATE = Path(__file__).parents[2] / "data" / "tls" / "self-signed.pem"
SHORT = Timeouts(connect=0.3, read=0.3, stop=0.3, write=0.3, pool=0.3, total=0.3)
DOCUMENT = {"mode": "mix"}
STARTED = json.dumps({"resourceId": "rid-1_A", "sid": HANDLE.sid}).encode()


@pytest.fixture(scope="module")
def context() -> ssl.SSLContext:
    """One for all: making it takes its time."""
    return ssl.create_default_context()


@pytest.fixture
async def http(context: ssl.SSLContext) -> AsyncIterator[httpx.AsyncClient]:
    async with connect(context) as client:
        yield client


async def start(http: httpx.AsyncClient, base_url: str, **options: int) -> Started:
    client = AgoraClient(http, base_url, CREDENTIALS, timeouts=SHORT, **options)  # type: ignore[arg-type]
    return await client.start(HANDLE, DOCUMENT, SECRETS)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def answer(peer: Peer) -> None:
    while True:
        await peer.request()
        await peer.reply(STARTED)


async def test_a_start_over_a_real_socket(http: httpx.AsyncClient) -> None:
    async with serving(answer) as server:
        assert (await start(http, server.base_url)).sid == HANDLE.sid
        head = server.requests[0].split(b"\r\n")
    assert head[0].endswith(b"/mode/mix/start HTTP/1.1")
    assert b"Content-Type: application/json" in head


async def test_calls_share_one_connection(http: httpx.AsyncClient) -> None:
    async with serving(answer) as server:
        for _ in range(3):
            await start(http, server.base_url)
        assert server.connections == 1


async def test_cookies_are_not_kept(http: httpx.AsyncClient) -> None:
    async def bake(peer: Peer) -> None:
        while True:
            await peer.request()
            await peer.reply(STARTED, extra=b"Set-Cookie: who=you; Path=/\r\n")

    async with serving(bake) as server:
        await start(http, server.base_url)
        await start(http, server.base_url)
        assert b"cookie" not in server.requests[1].lower()


async def test_nobody_listens(http: httpx.AsyncClient) -> None:
    with pytest.raises(errors.Unreachable, match="nothing listens there") as caught:
        await start(http, f"http://127.0.0.1:{free_port()}")
    assert caught.value.why == "refused"


async def test_the_name_does_not_exist(http: httpx.AsyncClient) -> None:
    with pytest.raises(errors.Unreachable, match="was not found") as caught:
        await start(http, "https://no-such-host.invalid")
    assert caught.value.why == "name"


async def test_a_server_that_takes_the_request_and_says_nothing(http: httpx.AsyncClient) -> None:
    async def keep_silent(peer: Peer) -> None:
        await peer.request()
        await asyncio.Event().wait()

    async with serving(keep_silent) as server:
        with pytest.raises(errors.NoAnswer, match="did not answer in time") as caught:
            await start(http, server.base_url)
        assert len(server.requests) == 1
    assert caught.value.may_have_acted


async def test_a_server_that_acts_and_hangs_up(http: httpx.AsyncClient) -> None:
    async def hang_up(peer: Peer) -> None:
        await peer.request()

    async with serving(hang_up) as server:
        with pytest.raises(errors.NoAnswer, match="broke before the answer") as caught:
            await start(http, server.base_url)
    assert caught.value.may_have_acted


async def test_an_answer_that_breaks_off_in_the_middle(http: httpx.AsyncClient) -> None:
    async def break_off(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n" + STARTED)

    async with serving(break_off) as server:
        with pytest.raises(errors.NoAnswer) as caught:
            await start(http, server.base_url)
    assert caught.value.may_have_acted


async def test_what_is_no_http_at_all(http: httpx.AsyncClient) -> None:
    async def babble(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"\x00\xffSSH-2.0-hello\r\n\r\n")

    async with serving(babble) as server:
        with pytest.raises(errors.NoAnswer):
            await start(http, server.base_url)


async def test_bytes_that_drip_for_ever_are_given_up(http: httpx.AsyncClient) -> None:
    async def drip(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            await peer.send(b"1\r\n \r\n")
            await asyncio.sleep(0.05)

    async with serving(drip) as server:
        with pytest.raises(errors.NoAnswer, match="did not answer in time"):
            await start(http, server.base_url)


async def test_a_flood_is_cut_off(http: httpx.AsyncClient) -> None:
    async def flood(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            await peer.send(b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n")

    async with serving(flood) as server:
        with pytest.raises(errors.Unreadable, match="larger than 200000 bytes"):
            await start(http, server.base_url, max_reply=200_000)


def packing(body: bytes, how: bytes = b"gzip") -> Handler:
    async def pack(peer: Peer) -> None:
        await peer.request()
        await peer.reply(body, extra=b"Content-Encoding: " + how + b"\r\n")

    return pack


async def test_a_reply_that_a_proxy_packed_is_read(http: httpx.AsyncClient) -> None:
    async with serving(packing(gzip.compress(STARTED))) as server:
        assert (await start(http, server.base_url)).sid == HANDLE.sid


async def test_a_reply_packed_without_a_frame_is_read(http: httpx.AsyncClient) -> None:
    bare = zlib.compress(STARTED)[2:-4]  # what some servers call deflate
    async with serving(packing(bare, b"deflate")) as server:
        assert (await start(http, server.base_url)).sid == HANDLE.sid


async def test_a_reply_that_unpacks_without_end_is_cut_off(http: httpx.AsyncClient) -> None:
    async with serving(packing(gzip.compress(b" " * 10_000_000))) as server:
        with pytest.raises(errors.Unreadable, match="larger than 200000 bytes"):
            await start(http, server.base_url, max_reply=200_000)


async def test_a_reply_that_only_says_that_it_is_packed(http: httpx.AsyncClient) -> None:
    async with serving(packing(b"not gzip")) as server:
        with pytest.raises(errors.Unreadable, match="not Agora's JSON"):
            await start(http, server.base_url)


async def test_a_kept_connection_that_the_server_closes_on_the_request(
    http: httpx.AsyncClient,
) -> None:
    """The server may have read the request before it hung up: a start is open, not unsent."""

    async def answer_once(peer: Peer) -> None:
        await peer.request()
        await peer.reply(STARTED)
        await peer.request()

    async with serving(answer_once) as server:
        await start(http, server.base_url)
        with pytest.raises(errors.NoAnswer) as caught:
            await start(http, server.base_url)
        assert server.connections == 1
    assert caught.value.may_have_acted


async def test_a_kept_connection_that_was_closed_in_between_is_replaced(
    http: httpx.AsyncClient,
) -> None:
    closed = asyncio.Event()

    async def answer_and_close(peer: Peer) -> None:
        await peer.request()
        await peer.reply(STARTED)
        peer.writer.close()
        await peer.writer.wait_closed()
        closed.set()

    async with serving(answer_and_close) as server:
        await start(http, server.base_url)
        await closed.wait()
        assert (await start(http, server.base_url)).sid == HANDLE.sid
        assert server.connections == 2


async def test_a_redirect_leads_nowhere(http: httpx.AsyncClient) -> None:
    async with serving(answer) as elsewhere:

        async def redirect(peer: Peer) -> None:
            await peer.request()
            location = f"Location: {elsewhere.base_url}/\r\n".encode()
            await peer.reply(b"", "308 Permanent Redirect", location)

        async with serving(redirect) as server:
            with pytest.raises(errors.Unreadable, match="redirect"):
                await start(http, server.base_url)
        assert elsewhere.requests == []


async def test_a_certificate_that_nobody_signed_is_refused(http: httpx.AsyncClient) -> None:
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATE)
    async with serving(answer, own) as server:
        with pytest.raises(errors.Unreachable, match="certificate of 127") as caught:
            await start(http, server.base_url)
        assert server.requests == []
    assert caught.value.why == "tls"


async def test_a_certificate_that_the_system_trusts_is_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATE)
    async with connect() as http, serving(answer, own) as server:
        assert (await start(http, server.base_url)).sid == HANDLE.sid


async def test_a_server_that_never_finishes_the_tls_handshake(http: httpx.AsyncClient) -> None:
    async def stall(peer: Peer) -> None:
        await asyncio.Event().wait()

    async with serving(stall) as server:
        base_url = server.base_url.replace("http:", "https:")
        with pytest.raises(errors.Unreachable, match="in time") as caught:
            await start(http, base_url)
    assert caught.value.why == "timeout"


async def test_loopback_never_goes_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, context: ssl.SSLContext
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    async with serving(answer) as server, connect(context) as http:
        assert (await start(http, server.base_url)).sid == HANDLE.sid


async def test_a_proxy_of_the_environment_is_used_and_its_refusal_sends_nothing(
    monkeypatch: pytest.MonkeyPatch, context: ssl.SSLContext
) -> None:
    async def refuse(peer: Peer) -> None:
        await peer.request()
        await peer.reply(b"", "403 Forbidden")

    async with serving(refuse) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
        async with connect(context) as http:
            with pytest.raises(errors.Unreachable, match="proxy") as caught:
                await start(http, "https://api.agora.io")
        assert proxy.requests[0].startswith(b"CONNECT api.agora.io:443")
        assert b"Basic" not in proxy.requests[0]
    assert not caught.value.may_have_acted
