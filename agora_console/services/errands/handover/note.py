"""Note: where the owner of a data folder listens, and how either side proves that it may read it.

The note lies in the data folder, readable for its owner alone. The token in it never travels: both
sides prove by HMAC that they know it, so neither an order nor a secret goes to a stranger that
took over a port or a name.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from agora_console.settings.atomic import write_text
from agora_console.settings.folders import ENDPOINT

SIZE = 10_000
"""Bytes of a note that are read at most."""


@dataclass(frozen=True, slots=True)
class Note:
    """Either `path` names a Unix socket, or `port` is one on loopback.

    `folder` is the data folder it was written for: a copy of that folder is not owned by anybody.
    """

    token: str = field(repr=False)
    folder: str
    path: str = ""
    port: int = 0

    def proof(self, role: str, nonce: str) -> str:
        """What only a reader of the note can answer to `nonce` in that role."""
        text = f"{role}:{nonce}".encode("utf-8", "replace")
        return hmac.new(self.token.encode(), text, hashlib.sha256).hexdigest()

    def proves(self, proof: object, role: str, nonce: str) -> bool:
        """Whether `proof` is that of a reader of the note."""
        given = proof if isinstance(proof, str) else ""
        return hmac.compare_digest(
            given.encode("utf-8", "replace"), self.proof(role, nonce).encode()
        )


def new_nonce() -> str:
    """A text that was never asked before."""
    return secrets.token_hex(16)


def write_note(folder: Path, *, path: str = "", port: int = 0) -> Note:
    """Say where this process listens, with a new token. Raises OSError."""
    note = Note(secrets.token_hex(32), str(folder.resolve()), path, port)
    write_text(folder / ENDPOINT, json.dumps(asdict(note)))
    return note


def read_note(folder: Path) -> Note | None:
    """Where the owner of this folder listens; None without a note that can be trusted."""
    try:
        with (folder / ENDPOINT).open("rb") as file:
            if not _private(os.fstat(file.fileno())):
                return None
            found = json.loads(file.read(SIZE))
        note = Note(**found) if _usable(found) else None
        return note if note is not None and note.folder == str(folder.resolve()) else None
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def drop_note(folder: Path) -> None:
    """Say that nobody listens any more."""
    try:
        (folder / ENDPOINT).unlink(missing_ok=True)
    except OSError:  # a note that stays is stale, and is found to be
        pass


def _usable(found: Any) -> bool:
    """Whether the values of a note are what they should be; that no other is there is Note's."""
    if not isinstance(found, dict):
        return False
    token, path, port = (found.get(key) for key in ("token", "path", "port"))
    if not (isinstance(token, str) and len(token) >= 32 and isinstance(path, str)):
        return False
    return type(port) is int and bool(path) != (0 < port < 65536)


def _private(found: os.stat_result) -> bool:
    """A note that others could have written, or read, proves nothing."""
    if sys.platform == "win32":  # pragma: no cover - folders of a profile are private there
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & 0o077
