"""What a long reply said the last time: the same bytes again need not be read again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from agora_console.api.replies import QueryReply

MOST = 8
"""Questions whose last long reply is remembered."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reply to query as it was understood, and its `code`."""

    reply: QueryReply
    code: int | None


def digest_of(body: bytes) -> bytes:
    """What tells one body from another; other threads go on meanwhile."""
    return hashlib.blake2b(body, digest_size=32).digest()


class Repeats:
    """The last long reply to each question, known by its digest. For any thread."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[bytes, Said]] = {}

    def get(self, path: str, digest: bytes) -> Said | None:
        """What was said, if these are the same bytes as the last time."""
        known = self._said.get(path)
        return known[1] if known is not None and known[0] == digest else None

    def keep(self, path: str, digest: bytes, said: Said) -> None:
        """Remember it in place of what was said before."""
        self._said.pop(path, None)
        self._said[path] = (digest, said)
        for oldest in list(self._said)[:-MOST]:
            self._said.pop(oldest, None)
