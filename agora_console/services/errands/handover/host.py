"""Host: the owner's side; takes orders from command lines on its data folder."""

from __future__ import annotations

import asyncio
import logging
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from agora_console.services.errands.handover.lines import (
    LIMIT,
    PATIENCE,
    PROTOCOL,
    LineError,
    Lines,
)
from agora_console.services.errands.handover.note import (
    Note,
    drop_note,
    new_nonce,
    read_note,
    write_note,
)
from agora_console.services.events import Say
from agora_console.services.tasks import Tasks

log = logging.getLogger(__name__)

BEAT = 1.0
"""Seconds between two signs of life while an order is carried out."""

GUESTS = 64
"""Connections at a time; the next one is turned away."""

SOCKET = "console.sock"
_ELSEWHERE = "agora-console-"

Work = Callable[[dict[str, Any], Say, asyncio.Event], Awaitable[int]]
"""Carries out an order: says events, hears of Ctrl+C, returns the exit code."""


@asynccontextmanager
async def hosting(folder: Path, work: Work, *, loopback: bool = False) -> AsyncIterator[None]:
    """Take orders for as long as the context lasts. Only the owner of the folder may do so.

    A console that cannot listen works all the same; the log says why. `loopback` takes a port
    instead of a Unix socket, as Windows does.
    """
    _sweep(folder)
    host = _Host(work)
    try:
        with _bound(folder, loopback=loopback or sys.platform == "win32") as listening:
            host.note = _publish(folder, listening)
            server = await _listen(listening, host.receive)
    except OSError as error:
        log.info("No orders are taken from command lines: %s", error)
        drop_note(folder)
        yield
        return
    try:
        yield
    finally:
        drop_note(folder)
        server.close()
        _remove(host.note.path)
        await host.close()
        await server.wait_closed()


class _Host:
    """Everybody who is connected, and what is done for them."""

    def __init__(self, work: Work) -> None:
        self.note: Note | None = None
        self._closed = False
        self._work = work
        self._guests = Tasks()
        self._count = 0
        self._here = 0

    def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Take a connection; what comes of it runs as a task of its own."""
        if self._closed or self.note is None or self._here >= GUESTS:
            writer.transport.abort()
            return
        self._here += 1
        self._count += 1
        task = self._guests.start(f"guest:{self._count}", self._serve(self.note, reader, writer))
        task.add_done_callback(self._on_left)

    async def close(self) -> None:
        """Break off every order; whoever waits for one carries it on by itself."""
        self._closed = True
        await self._guests.close()

    def _on_left(self, task: asyncio.Task[None]) -> None:
        self._here -= 1

    async def _serve(
        self, note: Note, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        lines = Lines(reader, writer)
        try:
            async with asyncio.timeout(PATIENCE):
                order = await _take_order(note, lines)
            if order is not None:
                await self._carry_out(order, lines)
        except LineError as error:
            log.info("An order was not understood: %s", error)
        except TimeoutError:
            log.info("Somebody connected and gave no order")
        finally:
            await lines.close()

    async def _carry_out(self, order: dict[str, Any], lines: Lines) -> None:
        halted = asyncio.Event()
        beside = [
            asyncio.ensure_future(_beat(lines)),
            asyncio.ensure_future(_hear(lines, halted)),
        ]

        def say(event: str, facts: dict[str, Any]) -> None:
            lines.write({"event": event, "facts": facts})

        try:
            lines.write({"end": await self._work(order, say, halted)})
        finally:
            for each in beside:
                each.cancel()
            await asyncio.gather(*beside, return_exceptions=True)


async def _take_order(note: Note, lines: Lines) -> dict[str, Any] | None:
    """Both sides prove that they read the note; the order, or None when the other one cannot."""
    hello = await lines.read()
    if hello is None:
        return None
    asked = hello.get("nonce")
    if hello.get("agora-console") != PROTOCOL or not isinstance(asked, str):
        lines.write({"agora-console": PROTOCOL})
        return None
    nonce = new_nonce()
    proof = note.proof("owner", asked)
    lines.write({"agora-console": PROTOCOL, "proof": proof, "nonce": nonce})
    reply = await lines.read()
    if reply is None or not note.proves(reply.get("proof"), "guest", nonce):
        return None
    order = reply.get("order")
    return order if isinstance(order, dict) else {}


async def _beat(lines: Lines) -> None:
    while True:
        lines.write({})
        await asyncio.sleep(BEAT)


async def _hear(lines: Lines, halted: asyncio.Event) -> None:
    """Hear of Ctrl+C. One who leaves without a word has not halted anything."""
    try:
        while (line := await lines.read()) is not None:
            if line.get("halt") is True:
                halted.set()
    except LineError:
        pass


# --- where it listens --------------------------------------------------------------------


@contextmanager
def _bound(folder: Path, *, loopback: bool) -> Iterator[socket.socket]:
    """A socket with a name; closed again when what is done with it fails."""
    family = socket.AF_INET if loopback else socket.AF_UNIX
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        if loopback:
            listening.bind(("127.0.0.1", 0))
        else:
            _bind_unix(listening, folder)
        yield listening
    except BaseException:
        name = listening.getsockname()
        listening.close()
        _remove(name)
        raise


def _bind_unix(listening: socket.socket, folder: Path) -> None:
    path = folder / SOCKET
    try:
        path.unlink(missing_ok=True)
        listening.bind(str(path))
    except OSError:  # too long a path, or a file system without sockets
        path = Path(tempfile.mkdtemp(prefix=_ELSEWHERE)) / SOCKET
        listening.bind(str(path))
    # Nobody can connect before it listens, so this is soon enough.
    path.chmod(0o600)


async def _listen(
    listening: socket.socket, receive: Callable[[asyncio.StreamReader, asyncio.StreamWriter], None]
) -> asyncio.Server:
    if listening.family == socket.AF_INET:
        return await asyncio.start_server(receive, sock=listening, limit=LIMIT)
    return await asyncio.start_unix_server(receive, sock=listening, limit=LIMIT)


def _publish(folder: Path, listening: socket.socket) -> Note:
    address = listening.getsockname()
    if listening.family == socket.AF_INET:
        return write_note(folder, port=address[1])
    return write_note(folder, path=address)


def _sweep(folder: Path) -> None:
    """Remove what an owner left behind that was killed."""
    note = read_note(folder)
    drop_note(folder)
    if note is not None:
        _remove(note.path)


def _remove(name: object) -> None:
    """Remove a Unix socket by its name, and the folder that was made for it alone."""
    if not name or not isinstance(name, str):  # a port needs no removal
        return
    path = Path(name)
    try:
        if path.name == SOCKET and path.is_socket():
            path.unlink()
        if path.parent.name.startswith(_ELSEWHERE):
            path.parent.rmdir()
    except OSError as error:
        log.info("The socket %s stays behind: %s", path, error)
