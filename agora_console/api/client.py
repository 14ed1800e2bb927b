"""AgoraClient: the methods of the API; one attempt a call, ending as a value or an ApiError."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar, cast

import httpx

from agora_console import __version__
from agora_console.api import bodies, headers, values, wire
from agora_console.api.address import check_base_url
from agora_console.api.connection import MAX_REPLY, Timeouts, unpacked
from agora_console.api.errors import OK, ApiError, BadRequest, Unreadable, acted, to_error
from agora_console.api.exchange import Exchange
from agora_console.api.failures import failure
from agora_console.api.redact import Redactor, basic
from agora_console.api.repeats import Repeats, Said, digest_of
from agora_console.api.wire import Handle, Operation, Spelling
from agora_console.domain.secrets import Credentials, StartSecrets
from agora_console.domain.slices import GivingWay

log = logging.getLogger(__name__)

OFF_LOOP_FROM = 65_536
"""Bytes of a reply from which on it is parsed in another thread."""

STAYS_FROM = 1024 * 1024
"""Bytes of a reply from which on the collector is told not to look through it again."""

_NO_SECRETS = StartSecrets()


class _Understood(Protocol):
    @property
    def understood(self) -> bool: ...


R = TypeVar("R", bound=_Understood)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    """A reply as it came; `whole` is False when it was cut off at the limit."""

    http: int
    headers: httpx.Headers
    body: bytes
    whole: bool


class AgoraClient:
    """One project at one host. Repeats nothing, and holds no state between calls but
    the last long replies.

    `on_exchange` hears of every attempt before its value is returned, also of a cancelled one.
    Raises ValueError with a sentence when `base_url` is neither https nor loopback.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str,
        credentials: Credentials,
        on_exchange: Callable[[Exchange], None] | None = None,
        redactor: Redactor | None = None,
        *,
        timeouts: Timeouts | None = None,
        spelling: Spelling = "unSubscribe",
        max_reply: int = MAX_REPLY,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._http = http
        self._base_url = check_base_url(base_url)
        self._credentials = credentials
        self._on_exchange = on_exchange
        self._redactor = Redactor() if redactor is None else redactor
        self._timeouts = Timeouts() if timeouts is None else timeouts
        self._spelling: Spelling = spelling
        self._max_reply = max_reply
        self._now = now
        self._repeats = Repeats()
        self._redactor.add_credentials(credentials)

    async def acquire(
        self,
        cname: str,
        uid: str,
        document: Mapping[str, Any],
        *,
        secrets: StartSecrets | None = None,
        attempt: int = 1,
    ) -> wire.Acquired:
        """Ask for a resourceId, valid for 5 minutes and one recording; harmless to repeat.

        With `secrets`, a copy of the coming start goes along as `startParameter`.
        """

        def body() -> Mapping[str, Any]:
            return wire.acquire_body(cname, uid, document, secrets=secrets, spelling=self._spelling)

        return await self._call("acquire", None, body, wire.parse_acquire, attempt)

    async def start(
        self,
        ids: Handle,
        document: Mapping[str, Any],
        secrets: StartSecrets,
        *,
        attempt: int = 1,
    ) -> wire.Started:
        """Start recording. A sid means accepted, not recording."""
        self._redactor.add_start_secrets(secrets)

        def body() -> Mapping[str, Any]:
            return wire.start_body(ids.cname, ids.uid, document, secrets, spelling=self._spelling)

        return await self._call("start", ids, body, wire.parse_start, attempt)

    async def query(self, ids: Handle, *, attempt: int = 1) -> wire.QueryReply:
        """Ask for status and files; has no effect."""
        return await self._call("query", ids, None, wire.parse_query, attempt)

    async def update(
        self,
        ids: Handle,
        client_request: Mapping[str, Any],
        secrets: StartSecrets = _NO_SECRETS,
        *,
        attempt: int = 1,
    ) -> None:
        """Replace subscription lists, pause or resume a page, change the push, rotate STS."""

        def body() -> Mapping[str, Any]:
            return wire.update_body(
                ids.cname, ids.uid, client_request, secrets, spelling=self._spelling
            )

        await self._call("update", ids, body, wire.parse_update, attempt)

    async def update_layout(
        self, ids: Handle, layout: Mapping[str, Any], *, attempt: int = 1
    ) -> None:
        """Replace the whole layout of a mix."""

        def body() -> Mapping[str, Any]:
            return wire.update_layout_body(ids.cname, ids.uid, layout)

        await self._call("updateLayout", ids, body, wire.parse_update, attempt)

    async def stop(
        self, ids: Handle, async_stop: bool = False, *, attempt: int = 1
    ) -> wire.StopReply:
        """Stop recording; answers after the upload unless `async_stop`."""

        def body() -> Mapping[str, Any]:
            return wire.stop_body(ids.cname, ids.uid, async_stop)

        return await self._call("stop", ids, body, wire.parse_stop, attempt)

    async def ncs_ip(self, *, attempt: int = 1) -> tuple[str, ...]:
        """Addresses from which Agora sends notifications; good for 24 h."""
        reply = await self._call("ncsIp", None, None, _parse_addresses, attempt)
        return reply.addresses

    # --- one attempt ---------------------------------------------------------------

    async def _call(
        self,
        operation: Operation,
        ids: Handle | None,
        body: Callable[[], Mapping[str, Any]] | None,
        parse: Callable[[bodies.Body], R],
        attempt: int,
    ) -> R:
        exchange = self._exchange(operation, ids, attempt)
        content, shown = self._content(operation, body)
        exchange = replace(exchange, request=shown)
        started = time.perf_counter()
        try:
            answer = await self._send(operation, exchange, content)
            outcome, exchange = await self._read(operation, exchange, answer, parse)
        except asyncio.CancelledError:
            self._report(exchange, started, error="Given up before an answer came.")
            raise
        error = str(outcome) if isinstance(outcome, ApiError) else ""
        self._report(exchange, started, error=error)
        if isinstance(outcome, ApiError):
            raise outcome
        return outcome

    def _exchange(self, operation: Operation, ids: Handle | None, attempt: int) -> Exchange:
        path = self._prepared(
            operation, lambda: wire.path(operation, self._credentials.app_id, ids)
        )
        return Exchange(
            at=self._now(),
            operation=operation,
            method="GET" if operation in ("query", "ncsIp") else "POST",
            base_url=self._base_url,
            path=path,
            attempt=attempt,
            request="",
        )

    def _content(
        self, operation: Operation, body: Callable[[], Mapping[str, Any]] | None
    ) -> tuple[bytes | None, str]:
        """The bytes to send, and the same for a person to read."""
        if body is None:
            return None, ""
        data = self._prepared(operation, body)
        self._redactor.learn(data)
        content = self._prepared(operation, lambda: wire.encode(data))
        return content, self._redactor.dumps(data)

    def _prepared(self, operation: Operation, make: Callable[[], T]) -> T:
        try:
            return make()
        except (ValueError, TypeError, RecursionError) as error:
            problem = str(error)
        # Raised here and not above: an encoding error holds the whole body.
        raise BadRequest(operation, reason=self._redactor.text(f"Nothing was sent. {problem}"))

    async def _send(
        self, operation: Operation, exchange: Exchange, content: bytes | None
    ) -> _Answer | ApiError:
        try:
            async with asyncio.timeout(self._timeouts.deadline(operation)):
                return await self._request(operation, exchange, content)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as error:
            # Built here and raised later: the cause would bring the request and its headers along.
            return failure(operation, exchange.host, error, self._redactor.text)

    async def _request(
        self, operation: Operation, exchange: Exchange, content: bytes | None
    ) -> _Answer:
        body, whole = bytearray(), True
        async with self._http.stream(
            exchange.method,
            exchange.url,
            content=content,
            headers=self._headers(content),
            timeout=self._timeouts.of(operation),
            follow_redirects=False,
        ) as response:
            assert isinstance(response.stream, httpx.AsyncByteStream)
            async for chunk in response.stream:
                body += chunk
                if len(body) > self._max_reply:
                    whole = False
                    break
        data, all_of_it = unpacked(
            bytes(body), response.headers.get("content-encoding", ""), self._max_reply
        )
        return _Answer(response.status_code, response.headers, data, whole and all_of_it)

    def _headers(self, content: bytes | None) -> dict[str, str]:
        headers = {
            "Authorization": f"Basic {basic(self._credentials)}",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "User-Agent": f"AgoraConsole/{__version__}",
        }
        if content is not None:
            headers["Content-Type"] = "application/json"
        return headers

    async def _read(
        self,
        operation: Operation,
        exchange: Exchange,
        answer: _Answer | ApiError,
        parse: Callable[[bodies.Body], R],
    ) -> tuple[R | ApiError, Exchange]:
        if isinstance(answer, ApiError):
            return answer, exchange
        if len(answer.body) > OFF_LOOP_FROM:
            with _collector_at_rest():
                return await asyncio.to_thread(self._judge_long, operation, exchange, answer, parse)
        return self._judge(operation, exchange, answer, parse, bodies.decode)

    def _judge_long(
        self,
        operation: Operation,
        exchange: Exchange,
        answer: _Answer,
        parse: Callable[[bodies.Body], R],
    ) -> tuple[R | ApiError, Exchange]:
        """Reply to value or error in a thread; the same reply to query again is not read again."""
        digest = digest_of(answer.body)
        known = self._repeats.get(exchange.path, digest) if operation == "query" else None
        if known is not None and answer.http == OK and answer.whole:
            shown = self._shown(answer.body)
            value = cast(R, replace(known.reply, raw=shown))
            return value, _answered(exchange, answer, known.code, shown, self._redactor)

        def decode(body: bodies.Body) -> dict[str, Any] | None:
            return bodies.decode(body, GivingWay())

        outcome, exchange = self._judge(operation, exchange, answer, parse, decode)
        if isinstance(outcome, wire.QueryReply):
            self._repeats.keep(exchange.path, digest, Said(outcome, exchange.code))
        if len(answer.body) > STAYS_FROM:
            # What was read stays, as does the window: to look through both takes 0.1 s each time.
            gc.collect(1)
            gc.freeze()
        return outcome, exchange

    def _judge(
        self,
        operation: Operation,
        exchange: Exchange,
        answer: _Answer,
        parse: Callable[[bodies.Body], R],
        decode: Callable[[bodies.Body], dict[str, Any] | None],
    ) -> tuple[R | ApiError, Exchange]:
        data = decode(answer.body)
        shown = self._shown(answer.body)
        outcome: R | ApiError | None = to_error(
            operation,
            answer.http,
            data,
            retry_after=headers.retry_after(answer.headers.get("retry-after"), self._now()),
            shown=shown,
            redact=self._redactor.text,
        )
        if outcome is None:
            outcome = self._value(operation, answer, data, shown, parse)
        code = outcome.code if isinstance(outcome, ApiError) else _code(data)
        return outcome, _answered(exchange, answer, code, shown, self._redactor)

    def _value(
        self,
        operation: Operation,
        answer: _Answer,
        data: bodies.Body,
        shown: str,
        parse: Callable[[bodies.Body], R],
    ) -> R | ApiError:
        value = parse(data)
        if value.understood and answer.whole:
            if isinstance(value, wire.QueryReply | wire.StopReply):
                return replace(value, raw=shown)
            return value
        return Unreadable(
            operation,
            http=OK,
            reason=_unreadable(data, answer, self._max_reply),
            body=shown,
            may_have_acted=acted(operation, Unreadable, OK),
            sid=values.usable_id(bodies.lower(data).get("sid")) if isinstance(data, dict) else "",
        )

    def _shown(self, body: bytes) -> str:
        text = bodies.body_text(body)
        if len(text) <= OFF_LOOP_FROM:
            text = self._redactor.json(text)
        return self._redactor.excerpt(text, bodies.RAW_LIMIT)

    def _report(self, exchange: Exchange, started: float, error: str) -> None:
        if self._on_exchange is None:
            return
        latency = round((time.perf_counter() - started) * 1000, 1)
        try:
            self._on_exchange(replace(exchange, latency_ms=latency, error=error))
        except Exception:  # a listener must not turn a start that worked into a failure
            log.exception("The report of an exchange failed")


def _answered(
    exchange: Exchange, answer: _Answer, code: int | None, shown: str, redactor: Redactor
) -> Exchange:
    return replace(
        exchange,
        http=answer.http,
        code=code,
        request_id=redactor.text(answer.headers.get("x-request-id", "")),
        reply=shown,
        server_date=headers.moment(answer.headers.get("date")),
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """No cyclic garbage collection meanwhile: it stops every thread, 0.4 s for 200 000 files."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@dataclass(frozen=True, slots=True)
class _Addresses:
    addresses: tuple[str, ...]

    @property
    def understood(self) -> bool:
        return bool(self.addresses)


def _parse_addresses(body: bodies.Body) -> _Addresses:
    return _Addresses(wire.parse_ncs_ip(body))


def _code(data: bodies.Body) -> int | None:
    return bodies.reply_code(bodies.lower(data)) if isinstance(data, dict) else None


def _unreadable(data: bodies.Body, answer: _Answer, limit: int) -> str:
    if not answer.whole:
        return f"The reply is larger than {limit} bytes and was cut off."
    if not answer.body.strip():
        return "The reply is empty."
    if data is None:
        kind = answer.headers.get("content-type", "no content type").partition(";")[0]
        return f"The reply is not Agora's JSON ({kind}); a proxy may have answered."
    return "The reply lacks what this call has to bring."
