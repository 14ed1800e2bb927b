"""Client: the side of a command line whose data folder another console owns."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from agora_console.services.errands.handover.lines import (
    LIMIT,
    PATIENCE,
    PROTOCOL,
    LineError,
    Lines,
)
from agora_console.services.errands.handover.note import Note, new_nonce, read_note
from agora_console.services.events import Say

SILENCE = 10.0
"""Seconds without a sign of life after which the owner counts as hung."""


class OwnerGoneError(Exception):
    """The owner ended before the order was carried out; whoever ordered goes on by itself."""


class OwnerSilentError(Exception):
    """Somebody owns the folder and does not answer, or speaks another version of the protocol."""


class Owner:
    """The console that owns the data folder, ready for one order."""

    def __init__(self, lines: Lines, opening: Mapping[str, Any]) -> None:
        self._lines = lines
        self._opening = opening

    async def carry_out(
        self, order: Mapping[str, Any], say: Say, halted: asyncio.Event | None = None
    ) -> int:
        """Hand an order over, pass on what is said, and return its exit code.

        Raises OwnerGoneError or OwnerSilentError.
        """
        self._lines.write({**self._opening, "order": dict(order)})
        halting = asyncio.ensure_future(self._halt(halted)) if halted is not None else None
        try:
            while True:
                line = await asyncio.wait_for(self._lines.read(), SILENCE)
                if line is None:
                    raise OwnerGoneError
                if type(end := line.get("end")) is int:
                    return end
                facts = line.get("facts")
                if "event" in line and isinstance(facts, dict):
                    say(str(line["event"]), facts)
        except LineError:
            raise OwnerGoneError from None
        except TimeoutError:
            raise OwnerSilentError from None
        finally:
            if halting is not None:
                halting.cancel()
            await self.close()

    async def close(self) -> None:
        """Leave without an order."""
        await self._lines.close()

    async def _halt(self, halted: asyncio.Event) -> None:
        await halted.wait()
        self._lines.write({"halt": True})


async def reach(folder: Path) -> Owner | None:
    """The console that owns this folder; None when nobody can be reached there.

    Raises OwnerSilentError when somebody is there and does not answer.
    """
    note = read_note(folder)
    if note is None:
        return None
    try:
        async with asyncio.timeout(PATIENCE):
            return await _greet(note)
    except TimeoutError:
        raise OwnerSilentError from None
    except (OSError, LineError):  # nobody there, or a stranger
        return None


async def can_be_reached(folder: Path) -> bool:
    """Whether somebody listens for this folder, be it a hung one."""
    try:
        owner = await reach(folder)
    except OwnerSilentError:
        return True
    if owner is not None:
        await owner.close()
    return owner is not None


async def raise_owner(folder: Path, file: Path | None = None) -> bool:
    """Ask the window that owns this folder to come to the front, and to open `file` there.

    True when it does.
    """
    order = {"kind": "raise", "file": str(file or "")}
    try:
        owner = await reach(folder)
        return owner is not None and await owner.carry_out(order, _ignore) == 0
    except (OwnerGoneError, OwnerSilentError):
        return False


async def _greet(note: Note) -> Owner | None:
    if note.path:
        reader, writer = await asyncio.open_unix_connection(note.path, limit=LIMIT)
    else:
        reader, writer = await asyncio.open_connection("127.0.0.1", note.port, limit=LIMIT)
    lines = Lines(reader, writer)
    try:
        nonce = new_nonce()
        lines.write({"agora-console": PROTOCOL, "nonce": nonce})
        hello = await lines.read() or {}
        if hello.get("agora-console", PROTOCOL) != PROTOCOL:
            raise OwnerSilentError
        asked = hello.get("nonce")
        if isinstance(asked, str) and note.proves(hello.get("proof"), "owner", nonce):
            return Owner(lines, {"proof": note.proof("guest", asked)})
    except BaseException:
        await lines.close()
        raise
    await lines.close()
    return None


def _ignore(event: str, facts: dict[str, Any]) -> None:
    pass
