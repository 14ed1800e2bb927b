"""What a command reads and writes: a file, or - for stdin."""

from __future__ import annotations

import sys
from pathlib import Path

from agora_console.commands.exits import UnusableError

STDIN = "-"

LIMIT = 64 * 1024 * 1024
"""Bytes that are read at most; what is larger is no config."""


def read_text(name: str) -> str:
    """The text of a file or of stdin; raises UnusableError with a sentence."""
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(LIMIT + 1)
        if len(data) > LIMIT:
            raise UnusableError(f"{name} is larger than {LIMIT // 1024 // 1024} MB; no config is.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(f"{name} is not UTF-8 text (byte {error.start}).") from None
    except OSError as error:
        raise UnusableError(f"{name} cannot be read: {error.strerror or error}.") from None


def write_text(path: Path, text: str) -> None:
    """Replace a file at once or not at all; raises UnusableError with a sentence."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnusableError(f"{path} cannot be written: {error.strerror or error}.") from None
