"""HTTP/1.1 over asyncio streams: bytes in, bytes out, whatever the other side sends.

Works on any asyncio loop that can `start_server`, and listens on loopback only.
"""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from http import HTTPStatus
from typing import Any

import h11

from agora_console.simulator.answers import Answer
from agora_console.simulator.pace import Limits
from agora_console.simulator.request import Request

LOOPBACK = ("127.0.0.1", "::1")
_READ = 1 << 16

Handler = Callable[[Request], Awaitable[Answer | None]]


class Server:
    """Listens on `host` and hands every complete request to `handler`; `now` dates the answers."""

    def __init__(
        self, handler: Handler, limits: Limits, now: Callable[[], float] = time.time
    ) -> None:
        self._handler = handler
        self._limits = limits
        self._now = now
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()

    async def start(self, host: str, port: int) -> int:
        """Listen; the port in use. OSError if it is taken, ValueError if `host` is elsewhere."""
        if host not in LOOPBACK:
            raise ValueError(f"the simulator listens on loopback only, not on {host}")
        self._server = await asyncio.start_server(self._serve, host, port)
        bound: int = self._server.sockets[0].getsockname()[1]
        return bound

    async def close(self) -> None:
        """Stop listening and drop every connection."""
        if self._server is not None:
            self._server.close()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()
            self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._connections.add(task)
        try:
            await _Connection(reader, writer, self._handler, self._limits, self._now).run()
        except (OSError, asyncio.CancelledError):
            pass  # the other side went away, or we do
        finally:
            self._connections.discard(task)
            writer.close()


class _Connection:
    """One client's connection: requests one after the other until either side closes."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        handler: Handler,
        limits: Limits,
        now: Callable[[], float],
    ) -> None:
        self._now = now
        self._reader = reader
        self._writer = writer
        self._handler = handler
        self._limits = limits
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=limits.head)

    async def run(self) -> None:
        while await self._one_request():
            pass

    async def _one_request(self) -> bool:
        """Serve a request; whether another may follow."""
        try:
            request = await self._request()
        except h11.RemoteProtocolError as error:
            await self._refuse(error.error_status_hint, "Bad request")
            return False
        except _TooLargeError:
            await self._refuse(413, "Request size limit exceeded")
            return False
        except TimeoutError:
            return False
        if request is None:
            return False
        answer = await self._handled(request)
        if answer is None:
            return False
        await self._send(answer, with_body=request.verb != "HEAD")
        if self._http.our_state is h11.MUST_CLOSE or self._http.their_state is h11.MUST_CLOSE:
            return False
        self._http.start_next_cycle()
        return True

    async def _handled(self, request: Request) -> Answer | None:
        """The answer, unless the client hangs up before it is there."""
        handling = asyncio.ensure_future(self._handler(request))
        listening = asyncio.ensure_future(self._reader.read(_READ))
        try:
            await asyncio.wait({handling, listening}, return_when=asyncio.FIRST_COMPLETED)
            if listening.done():
                self._http.receive_data(listening.result())
                if not listening.result() and not handling.done():
                    return None
            return await handling
        finally:
            await _end(handling)
            await _end(listening)

    async def _request(self) -> Request | None:
        head: h11.Request | None = None
        body = bytearray()
        while True:
            event = await self._event()
            if isinstance(event, h11.Request):
                head = event
            elif isinstance(event, h11.Data):
                body += event.data
                if len(body) > self._limits.body:
                    raise _TooLargeError
            elif head is None or isinstance(event, h11.ConnectionClosed):
                return None
            else:
                return _request(head, bytes(body))

    async def _event(self) -> h11.Event:
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                assert not isinstance(event, type)
                return event
            if self._http.they_are_waiting_for_100_continue:
                await self._write(h11.InformationalResponse(status_code=100, headers=[]))
            async with asyncio.timeout(self._limits.patience):
                self._http.receive_data(await self._reader.read(_READ))

    async def _refuse(self, status: int, message: str) -> None:
        if self._http.our_state in {h11.IDLE, h11.SEND_RESPONSE}:
            await self._send(Answer(status, {"message": message}), closing=True)

    async def _send(self, answer: Answer, *, with_body: bool = True, closing: bool = False) -> None:
        is_page = isinstance(answer.body, str) and answer.body.startswith("<")
        text = answer.body if isinstance(answer.body, str) else json.dumps(answer.body)
        body = text.encode("utf-8")
        headers = [
            ("Date", formatdate(self._now(), usegmt=True)),
            ("Content-Type", "text/html" if is_page else "application/json; charset=utf-8"),
            ("Content-Length", str(len(body))),
            ("X-Request-Id", uuid.uuid4().hex),
        ]
        if closing:
            headers.append(("Connection", "close"))
        reason = HTTPStatus(answer.status).phrase.encode("ascii")
        head = h11.Response(status_code=answer.status, headers=headers, reason=reason)
        await self._write(head)
        if with_body and body:
            await self._write(h11.Data(data=body))
        await self._write(h11.EndOfMessage())

    async def _write(self, event: h11.Event) -> None:
        if data := self._http.send(event):
            self._writer.write(data)
            await self._writer.drain()


class _TooLargeError(Exception):
    """A body beyond the limit."""


async def _end(task: asyncio.Future[Any]) -> None:
    """Cancel `task` if it still runs, and wait until it is over."""
    if not task.done():
        task.cancel()
        await asyncio.wait({task})


def _request(head: h11.Request, body: bytes) -> Request:
    headers = {name.decode("ascii"): value.decode("latin-1") for name, value in head.headers}
    return Request(head.method.decode("ascii"), head.target.decode("ascii"), headers, body)
