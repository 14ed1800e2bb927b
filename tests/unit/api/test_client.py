"""One attempt of each method: what is sent, what is reported, how it ends."""

from __future__ import annotations

import asyncio
import base64
import gc
import json
import socket
import ssl
from typing import Any

import httpx
import pytest
import respx
from pydantic import SecretStr

from agora_console import __version__
from agora_console.api import errors
from agora_console.api.client import OFF_LOOP_FROM, AgoraClient
from agora_console.api.errors import ApiError, Why
from agora_console.api.exchange import Exchange
from agora_console.api.failures import failure
from agora_console.api.redact import Redactor
from agora_console.api.wire import Handle
from agora_console.domain.secrets import Credentials, StartSecrets
from tests.support.log_guard import ExpectedLogs
from tests.unit.api.doubles import APP_ID, CREDENTIALS, HANDLE, SECRETS, OneReply, loop_turns

BASE = "https://api.agora.io"
IDS = {"resourceId": "rid-1_A", "sid": HANDLE.sid}
DOCUMENT = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "talks", "stsExpiration": 1},
        "recordingConfig": {"channelType": 0, "decryptionMode": 8},
    },
}


class Watched:
    """A client with one canned reply, and everything that it reports."""

    def __init__(
        self, http: int = 200, body: Any = None, headers: dict[str, str] | None = None
    ) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body or IDS).encode()
        self.reply = OneReply(http, content, headers)
        self.exchanges: list[Exchange] = []
        self.client = AgoraClient(
            self.reply.client(), BASE, CREDENTIALS, self.exchanges.append, now=lambda: 1234.5
        )

    @property
    def request(self) -> httpx.Request:
        return self.reply.requests[0]

    @property
    def exchange(self) -> Exchange:
        return self.exchanges[0]


# --- what is sent ------------------------------------------------------------------


async def test_the_headers_of_a_call() -> None:
    watched = Watched()
    await watched.client.stop(HANDLE)
    headers = watched.request.headers
    basic = base64.b64encode(b"customer-77:quite/secret+word").decode()
    assert headers["authorization"] == f"Basic {basic}"
    assert headers["content-type"] == "application/json"
    assert headers["accept"] == "application/json"
    assert headers["user-agent"] == f"AgoraConsole/{__version__}"
    assert headers["accept-encoding"] == "identity"


async def test_a_question_has_no_body_and_no_content_type() -> None:
    watched = Watched(body={"serverResponse": {"status": 5}})
    await watched.client.query(HANDLE)
    assert watched.request.method == "GET"
    assert watched.request.content == b""
    assert "content-type" not in watched.request.headers


async def test_the_resource_id_travels_as_it_came() -> None:
    odd = "aZ09-_.~!$&'()*+,;=:@"
    watched = Watched()
    await watched.client.stop(Handle(odd, "town-hall", "7", "mix", "s1"))
    path = f"/v1/apps/{APP_ID}/cloud_recording/resourceid/{odd}/sid/s1/mode/mix/stop"
    assert watched.request.url.raw_path == path.encode()


async def test_the_body_is_compact_json_with_the_secrets_in_it() -> None:
    watched = Watched()
    await watched.client.start(HANDLE, DOCUMENT, SECRETS)
    body = watched.request.content
    assert body.startswith(b'{"cname":"town-hall","uid":"7","clientRequest":{"token":"007eJx')
    assert json.loads(body)["clientRequest"]["storageConfig"]["secretKey"] == "storage/secret+2"


async def test_the_spelling_of_black_lists_is_a_setting() -> None:
    reply = OneReply(200, json.dumps(IDS).encode())
    client = AgoraClient(reply.client(), BASE, CREDENTIALS, spelling="unsubscribe")
    lists = {"audioUidList": {"unSubscribeAudioUids": ["9"]}}
    await client.update(HANDLE, {"streamSubscribe": lists})
    assert b'"unsubscribeAudioUids"' in reply.requests[0].content


@respx.mock
async def test_a_redirect_is_not_followed() -> None:
    respx.post(url__startswith=BASE).respond(307, headers={"location": "https://elsewhere.example"})
    async with httpx.AsyncClient(follow_redirects=True) as http:
        client = AgoraClient(http, BASE, CREDENTIALS)
        with pytest.raises(errors.Unreadable, match="redirect"):
            await client.stop(HANDLE)
    assert respx.calls.call_count == 1


@pytest.mark.parametrize(
    ("handle", "sentence"),
    [
        (Handle("a/b", "c", "1", "mix", "s"), "resourceId contains '/'"),
        (Handle("rid", "c", "1", "mix"), "There is no sid"),
    ],
)
async def test_ids_that_cannot_be_sent_are_refused_before_anything_is(
    handle: Handle, sentence: str
) -> None:
    watched = Watched()
    with pytest.raises(errors.BadRequest, match=sentence) as caught:
        await watched.client.query(handle)
    assert not caught.value.may_have_acted
    assert watched.reply.requests == []


@pytest.mark.parametrize("odd", [float("nan"), object(), "\ud800"])
async def test_a_document_that_is_no_json_is_refused_before_anything_is_sent(odd: object) -> None:
    watched = Watched()
    document = {"mode": "mix", "clientRequest": {"x": odd}}
    with pytest.raises(errors.BadRequest, match="Nothing was sent") as caught:
        await watched.client.start(HANDLE, document, SECRETS)
    # The error of the codec would hold the body.
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert watched.reply.requests == []


@pytest.mark.parametrize("base_url", ["http://api.agora.io", "ftp://api.agora.io", "api.agora.io"])
async def test_credentials_never_go_out_in_the_clear(base_url: str) -> None:
    async with httpx.AsyncClient() as http:
        with pytest.raises(ValueError, match=r"api\.agora\.io"):
            AgoraClient(http, base_url, CREDENTIALS)


# --- what is reported ----------------------------------------------------------------


async def test_an_exchange_tells_what_was_asked_and_answered() -> None:
    watched = Watched(body={"code": 0, **IDS}, headers={"x-request-id": "req-9"})
    await watched.client.stop(HANDLE, attempt=3)
    exchange = watched.exchange
    assert (exchange.at, exchange.operation, exchange.method) == (1234.5, "stop", "POST")
    assert exchange.host == "api.agora.io"
    assert exchange.url == str(watched.request.url)
    assert (exchange.attempt, exchange.http, exchange.code) == (3, 200, 0)
    assert (exchange.request_id, exchange.error) == ("req-9", "")
    assert exchange.latency_ms >= 0
    assert json.loads(exchange.request)["clientRequest"] == {"async_stop": False}
    assert json.loads(exchange.reply) == {"code": 0, **IDS}


async def test_an_exchange_of_a_start_shows_every_key_and_no_secret() -> None:
    watched = Watched()
    await watched.client.start(HANDLE, DOCUMENT, SECRETS)
    request = json.loads(watched.exchange.request)["clientRequest"]
    assert list(request["storageConfig"])[3:6] == ["accessKey", "secretKey", "stsToken"]
    assert request["token"] == request["recordingConfig"]["secret"] == "***"
    assert "storage-access-1" not in watched.exchange.request


async def test_a_failed_exchange_says_why() -> None:
    watched = Watched(400, {"code": 53, "reason": "task conflict"})
    with pytest.raises(errors.TaskConflict):
        await watched.client.start(HANDLE, DOCUMENT, SECRETS)
    assert watched.exchange.error == "start: 400/53: task conflict"
    assert watched.exchange.code == 53


async def test_a_call_that_is_cancelled_on_its_way_is_reported() -> None:
    arrived = asyncio.Event()

    async def hang(_request: httpx.Request) -> httpx.Response:
        arrived.set()
        await asyncio.Event().wait()
        raise AssertionError

    exchanges: list[Exchange] = []
    async with httpx.AsyncClient(transport=httpx.MockTransport(hang)) as http:
        client = AgoraClient(http, BASE, CREDENTIALS, exchanges.append)
        call = asyncio.create_task(client.start(HANDLE, DOCUMENT, SECRETS))
        await arrived.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    assert [exchange.error for exchange in exchanges] == ["Given up before an answer came."]


async def test_a_listener_that_breaks_does_not_turn_success_into_failure(
    expected_logs: ExpectedLogs,
) -> None:
    expected_logs.expect("report of an exchange failed")

    def broken(_exchange: Exchange) -> None:
        raise ZeroDivisionError

    reply = OneReply(200, json.dumps(IDS).encode())
    client = AgoraClient(reply.client(), BASE, CREDENTIALS, broken)
    assert (await client.start(HANDLE, DOCUMENT, SECRETS)).sid == HANDLE.sid


async def test_a_reply_that_echoes_a_secret_is_shown_without_it() -> None:
    echo = {"code": 2, "reason": "bad accessKey storage-access-1", "was": "storage/secret+2"}
    watched = Watched(400, echo)
    with pytest.raises(errors.BadRequest) as caught:
        await watched.client.start(HANDLE, DOCUMENT, SECRETS)
    everything = f"{caught.value!r} {vars(caught.value)} {watched.exchange}"
    assert "storage-access-1" not in everything
    assert "storage/secret+2" not in everything
    assert caught.value.reason == "bad accessKey ***"


async def test_a_secret_that_stands_in_the_document_itself_is_learnt() -> None:
    watched = Watched(400, {"code": 2, "reason": "wrong: typed-by-hand"})
    request = {"storageConfig": {"vendor": 1, "accessKey": "typed-by-hand"}}
    with pytest.raises(errors.BadRequest) as caught:
        await watched.client.start(HANDLE, {"clientRequest": request}, StartSecrets())
    assert caught.value.reason == "wrong: ***"


# --- large replies -----------------------------------------------------------------


def _file_list(count: int) -> bytes:
    entry = {
        "fileName": "c41f0a9be7d24f6c8a35b1d09e62f7a8_town-hall_20260601.ts",
        "trackType": "audio_and_video",
        "uid": "0",
        "mixedAllUser": True,
        "isPlayable": True,
        "sliceStartTime": 1781526000123,
    }
    text = ",".join([json.dumps(entry)] * count)
    return f'{{"serverResponse":{{"status":5,"fileList":[{text}]}}}}'.encode()


async def test_a_list_of_200_000_files_is_read_beside_the_loop() -> None:
    watched = Watched(body=_file_list(200_000))
    loop = asyncio.get_running_loop()
    gaps: list[float] = []

    async def tick() -> None:
        last = loop.time()
        while True:
            await asyncio.sleep(0)
            now = loop.time()
            gaps.append(now - last)
            last = now

    ticker = asyncio.create_task(tick())
    reply = await watched.client.query(HANDLE)
    ticker.cancel()
    assert len(reply.files) == 200_000
    # A loop that waited for the parser would stand still for a second and more.
    assert max(gaps) < 0.5
    assert len(gaps) > 20
    assert len(watched.exchange.reply) < OFF_LOOP_FROM


async def test_the_same_long_reply_again_gives_the_same_files_and_is_told_all_the_same() -> None:
    watched = Watched(body=_file_list(500))
    first = await watched.client.query(HANDLE)
    told = watched.exchange
    again = await watched.client.query(HANDLE)
    assert again.files is first.files
    assert again == first
    assert (watched.exchange.http, watched.exchange.reply) == (told.http, told.reply)


async def test_a_collector_that_was_off_before_stays_off() -> None:
    watched = Watched(body=_file_list(500))
    gc.disable()
    try:
        assert len((await watched.client.query(HANDLE)).files) == 500
        assert not gc.isenabled()
    finally:
        gc.enable()
    await watched.client.query(HANDLE)
    assert gc.isenabled()


async def test_a_reply_that_is_too_large_is_cut_off_and_is_no_success() -> None:
    reply = OneReply(200, _file_list(100))
    client = AgoraClient(reply.client(), BASE, CREDENTIALS, max_reply=1000)
    with pytest.raises(errors.Unreadable, match="larger than 1000 bytes"):
        await client.query(HANDLE)
    await loop_turns()


async def test_a_start_whose_reply_is_cut_off_may_have_started() -> None:
    body = json.dumps({**IDS, "padding": "x" * 2000}).encode()
    client = AgoraClient(OneReply(200, body).client(), BASE, CREDENTIALS, max_reply=1000)
    with pytest.raises(errors.Unreadable) as caught:
        await client.start(HANDLE, DOCUMENT, SECRETS)
    assert caught.value.may_have_acted
    await loop_turns()


async def test_a_failure_with_too_large_a_reply_is_still_that_failure() -> None:
    reply = OneReply(503, b"x" * 5000)
    client = AgoraClient(reply.client(), BASE, CREDENTIALS, max_reply=1000)
    with pytest.raises(errors.ServerFault):
        await client.query(HANDLE)
    await loop_turns()


# --- failures of the connection ----------------------------------------------------------

NEVER_SENT = [
    httpx.ConnectError("x"),
    httpx.ConnectTimeout("x"),
    httpx.PoolTimeout("x"),
    httpx.ProxyError("x"),
    httpx.UnsupportedProtocol("x"),
    httpx.InvalidURL("x"),
]
PERHAPS_SENT = [
    httpx.ReadError("x"),
    httpx.ReadTimeout("x"),
    httpx.WriteError("x"),
    httpx.WriteTimeout("x"),
    httpx.CloseError("x"),
    httpx.RemoteProtocolError("Server disconnected without sending a response."),
    httpx.LocalProtocolError("x"),
    httpx.DecodingError("x"),
    httpx.TooManyRedirects("x"),
    httpx.StreamClosed(),
    TimeoutError(),
    OSError("x"),
]


async def _failing(error: Exception) -> ApiError:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise error

    async with httpx.AsyncClient(transport=httpx.MockTransport(fail)) as http:
        client = AgoraClient(http, BASE, CREDENTIALS)
        with pytest.raises(ApiError) as caught:
            await client.start(HANDLE, DOCUMENT, SECRETS)
    return caught.value


@pytest.mark.parametrize("error", NEVER_SENT, ids=lambda error: type(error).__name__)
async def test_failures_after_which_nothing_was_sent(error: Exception) -> None:
    outcome = await _failing(error)
    assert isinstance(outcome, errors.Unreachable)
    assert not outcome.may_have_acted


@pytest.mark.parametrize("error", PERHAPS_SENT, ids=lambda error: type(error).__name__)
async def test_failures_after_which_a_recording_may_run(error: Exception) -> None:
    outcome = await _failing(error)
    assert isinstance(outcome, errors.NoAnswer)
    assert outcome.may_have_acted
    assert outcome.reason.startswith(("api.agora.io did not", "The connection to api.agora.io"))


@pytest.mark.parametrize("error", [*NEVER_SENT, *PERHAPS_SENT], ids=lambda e: type(e).__name__)
async def test_no_error_brings_the_request_along(error: Exception) -> None:
    outcome = await _failing(error)
    assert outcome.__cause__ is None
    assert outcome.__context__ is None


def test_asking_has_no_effect_that_could_be_open() -> None:
    assert not failure("query", "h", httpx.ReadTimeout("x")).may_have_acted


@pytest.mark.parametrize(
    ("cause", "why"),
    [
        (socket.gaierror(-2, "unknown"), "name"),
        (ConnectionRefusedError(), "refused"),
        (ssl.SSLError("handshake"), "tls"),
        (OSError("something else"), "other"),
    ],
)
def test_the_cause_is_found_behind_every_address_that_was_tried(cause: OSError, why: Why) -> None:
    error = httpx.ConnectError("All connection attempts failed")
    error.__cause__ = OSError("All connection attempts failed")
    error.__cause__.__cause__ = ExceptionGroup("two addresses", [OSError("first"), cause])
    outcome = failure("start", "api.agora.io", error)
    assert isinstance(outcome, errors.Unreachable)
    assert outcome.why == why
    assert "api.agora.io" in outcome.reason


def test_a_chain_of_causes_that_bites_its_tail_ends() -> None:
    one, two = httpx.ConnectError("one"), OSError("two")
    one.__cause__, two.__context__ = two, one
    outcome = failure("start", "h", one)
    assert isinstance(outcome, errors.Unreachable)
    assert outcome.why == "other"


def test_what_a_failure_quotes_is_redacted() -> None:
    redactor = Redactor()
    redactor.add("proxy-password")
    error = httpx.ProxyError("407 for user:proxy-password")
    assert "proxy-password" not in failure("query", "h", error, redactor.text).reason


async def test_a_closed_client_sends_nothing() -> None:
    http = httpx.AsyncClient()
    await http.aclose()
    with pytest.raises(errors.Unreachable, match="program is ending"):
        await AgoraClient(http, BASE, CREDENTIALS).start(HANDLE, DOCUMENT, SECRETS)


async def test_a_customer_secret_beyond_ascii_is_sent_as_utf_8() -> None:
    reply = OneReply(200, json.dumps(IDS).encode())
    credentials = Credentials(APP_ID, "käufer", SecretStr("geheim-ß"))
    await AgoraClient(reply.client(), BASE, credentials).stop(HANDLE)
    encoded = reply.requests[0].headers["authorization"].removeprefix("Basic ")
    assert base64.b64decode(encoded).decode() == "käufer:geheim-ß"
