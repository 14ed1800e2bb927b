"""Reading a file that a person opens: of bounded size, text, and nothing that would block."""

from __future__ import annotations

import asyncio
import os
from errno import ENOENT
from pathlib import Path

from agora_console.domain.problems import Problem
from agora_console.services.start.orders import RefusedError

LARGEST = 1_000_000
"""Bytes; a config has some thousand."""


async def read_file(path: Path) -> str:
    """The text of a file; raises RefusedError with a sentence."""
    return await asyncio.to_thread(_read, path)


def read_beginning(path: Path, most: int) -> bytes:
    """The first `most` bytes of a file. Raises OSError: FileNotFoundError for what is no file.

    A pipe or a device would block for ever, or never end.
    """
    if not path.is_file():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path))
    with path.open("rb") as file:
        return file.read(most)


def _read(path: Path) -> str:
    try:
        data = read_beginning(path, LARGEST + 1)
    except FileNotFoundError:
        raise _refused(path, "is not there, or is no file") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a zero in it
        reason = error.strerror if isinstance(error, OSError) else ""
        raise _refused(path, f"cannot be read: {reason or 'its name cannot be used'}") from None
    if len(data) > LARGEST:
        raise _refused(path, f"is larger than {LARGEST // 1_000_000} MB; no config or ticket is")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, f"is no UTF-8 text (byte {error.start})") from None


def _refused(path: Path, why: str) -> RefusedError:
    name = path.name if len(path.name) <= 80 else f"{path.name[:79]}…"
    action = "Choose a config (.json, .agora-config), a ticket (.agora-ticket) or a cURL line."
    return RefusedError((Problem(f"“{name}” {why}.", rule="open", action=action),))
