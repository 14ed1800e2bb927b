"""What a command reads and writes: a file, or - for stdin."""

from __future__ import annotations

import os
import select
import shutil
import stat
import sys
from pathlib import Path
from typing import BinaryIO

from agora_console.commands.exits import UnusableError

STDIN = "-"

PATIENCE = 5.0
"""Seconds that a pipe has for its first character."""

PAUSE = 60.0
"""Seconds that it may rest between two pieces."""

_PIECE = 1 << 20

LIMIT = 64 * 1024 * 1024
"""Bytes that are read at most; what is larger is no config."""


def read_text(name: str) -> str:
    """The text of a file or of stdin; raises UnusableError with a sentence."""
    shown = "The input" if name == STDIN else name
    try:
        if name == STDIN:
            data = sys.stdin.buffer.read(LIMIT + 1)
        else:
            with _opened(name) as file:
                data = file.read(LIMIT + 1) if _is_file(file) else _by_pieces(file, shown)
        if len(data) > LIMIT:
            raise UnusableError(f"{shown} is larger than {LIMIT // 1024 // 1024} MB; no config is.")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnusableError(f"{shown} is not UTF-8 text (byte {error.start}).") from None
    except OSError as error:
        raise UnusableError(f"{shown} cannot be read: {error.strerror or error}.") from None
    except ValueError:  # a name with a zero in it
        raise UnusableError("The file name cannot be used.") from None


def _opened(name: str) -> BinaryIO:
    """Open without waiting: a pipe that nobody writes into would hold the open itself."""
    flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(name, os.O_RDONLY | flags)
    try:
        return os.fdopen(handle, "rb")
    except OSError:
        os.close(handle)
        raise


def _is_file(file: BinaryIO) -> bool:
    return sys.platform == "win32" or stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def _by_pieces(file: BinaryIO, shown: str) -> bytes:
    """All of a pipe; whoever holds it open and writes nothing does not hold the command."""
    data = bytearray()
    while len(data) <= LIMIT:
        if not select.select([file], [], [], PAUSE if data else PATIENCE)[0]:
            what = "it stopped in the middle" if data else "nothing came out of it"
            raise UnusableError(f"{shown} is no file, and {what}.")
        piece = os.read(file.fileno(), _PIECE)
        if not piece:
            break
        data += piece
    return bytes(data)


def is_text(text: str) -> bool:
    """True for what UTF-8 can carry."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def write_text(path: Path, text: str) -> None:
    """Replace a file at once or not at all; raises UnusableError with a sentence.

    Its permissions stay, and a link goes on pointing to the file that is replaced; a new file is
    for its owner alone.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.touch(mode=0o600)
        beside.write_text(text, encoding="utf-8")
        if target.exists():
            shutil.copymode(target, beside)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnusableError(f"{path} cannot be written: {error.strerror or error}.") from None
