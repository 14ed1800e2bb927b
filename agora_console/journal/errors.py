"""What can go wrong with the journal, each as a sentence and one thing to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agora_console.domain.problems import Problem

_GOES_ON = "Recordings that run go on at Agora, and what the journal holds is kept."


class JournalError(Exception):
    """The journal could not do what was asked; `problem` is what a person reads."""

    def __init__(self, sentence: str, *, action: str = "", detail: str = "") -> None:
        super().__init__(sentence)
        self.problem = Problem(
            sentence, rule="journal", holds=_GOES_ON, action=action, detail=detail
        )


class SecretRefusedError(JournalError):
    """Something that looks like a secret was about to be written down."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"The journal refused an entry: {where} holds a value that is not masked.",
            action="Report this: secrets have to be removed before they get here.",
        )


def damaged(error: sqlite3.Error) -> bool:
    """True when SQLite says that the file is not, or no longer, a database."""
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise into a JournalError about `path`."""
    try:
        yield
    except sqlite3.Error as error:
        sentence, action = _sqlite_words(error, path)
        raise JournalError(sentence, action=action, detail=str(error)) from error
    except OSError as error:
        sentence, action = _os_words(error, path)
        raise JournalError(sentence, action=action, detail=str(error)) from error


def _code(error: sqlite3.Error) -> int:
    """The primary result code; 0 when the error did not come from SQLite itself."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _sqlite_words(error: sqlite3.Error, path: Path) -> tuple[str, str]:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return _full(path)
    if code == sqlite3.SQLITE_IOERR:
        return (
            f"The journal {path} cannot be read or written: the disk is full, failing or gone.",
            "Look at the disk and free some space. Start nothing until this is mended.",
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _closed_to_us(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return (
            f"Another program keeps the journal {path} busy.",
            "Close what has the file open, a database viewer or a backup, and try again.",
        )
    if damaged(error):
        return (
            f"The journal {path} is damaged.",
            "Close Agora Console and open it again: it sets the damaged file aside and recovers "
            "what can be read.",
        )
    return f"The journal {path} failed.", "Try again; if it stays, choose another data folder."


def _os_words(error: OSError, path: Path) -> tuple[str, str]:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _full(path)
    return _closed_to_us(path)


def _full(path: Path) -> tuple[str, str]:
    return (
        f"The disk that holds the journal {path} is full.",
        "Free some space. Start nothing until this is mended.",
    )


def _closed_to_us(path: Path) -> tuple[str, str]:
    return (
        f"The journal {path} cannot be written.",
        "Make its folder writable for you, or choose another one with --data-dir.",
    )
