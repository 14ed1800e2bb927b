"""Lines: one JSON object a line, both ways, with a limit on what is read and on what waits."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

LIMIT = 1_000_000
"""Bytes of one line; a config has some thousand."""

WAITING = 8_000_000
"""Bytes that may wait for somebody who does not read; then the connection ends."""

PROTOCOL = 1
"""Said first by both sides; another number ends the talk."""

PATIENCE = 3.0
"""Seconds for the first answer of a console that is well."""


class LineError(Exception):
    """The other side does not speak this protocol."""


class Lines:
    """A connection as JSON objects."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def read(self) -> dict[str, Any] | None:
        """The next object; None at the end. Raises LineError for anything else."""
        try:
            line = await self._reader.readline()
            if not line.endswith(b"\n"):
                return None
            value = json.loads(line)
        except OSError:
            return None
        except (ValueError, RecursionError):
            raise LineError("not a line of JSON, or too long a one") from None
        if not isinstance(value, dict):
            raise LineError("not an object")
        return value

    def write(self, value: Mapping[str, Any]) -> None:
        """Send an object; nothing happens when the other side is gone."""
        if self._writer.is_closing():
            return
        self._writer.write(json.dumps(value, ensure_ascii=True).encode("ascii") + b"\n")
        if self._writer.transport.get_write_buffer_size() > WAITING:
            self._writer.transport.abort()

    async def close(self) -> None:
        """Send what waits and end the connection."""
        self._writer.close()
        try:
            await asyncio.wait_for(self._writer.wait_closed(), PATIENCE)
        except (OSError, TimeoutError):
            self._writer.transport.abort()
