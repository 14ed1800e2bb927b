"""Downloads that can be cut off at any byte and go on there later."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agora_console.bucket.errors import ChangedError, NoRouteError
from agora_console.bucket.store import Bucket, StoredObject

CHUNK = 4 * 1024 * 1024
"""Bytes that are read at once; so much is lost at most when a download is cut off."""

Progress = Callable[[int, int], None]
"""Is told how many bytes are there, of how many."""


# A mark of 32 hex digits is the MD5 of the content, unless the store encrypts with its own key.
_MD5 = re.compile(r"[0-9a-fA-F]{32}")


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that is here whole. `proved` is True where the store's own checksum agrees."""

    path: Path
    size: int
    sha256: str
    proved: bool


async def download(
    bucket: Bucket, name: str, target: Path, progress: Progress | None = None, chunk: int = CHUNK
) -> Downloaded:
    """Fetch an object into `target`, going on with the part of it that is here already.

    What is not whole lies beside it as `.part`. A whole file that is here already is not fetched
    again, and one of other content is kept. Raises BucketError, or OSError with a sentence.
    """
    facts = await bucket.head(name)
    if (here := await asyncio.to_thread(_here, target, facts)) is not None:
        return here
    part = target.with_name(target.name + ".part")
    done = await asyncio.to_thread(_begin, part, facts)
    tell = progress or (lambda done, size: None)
    tell(done, facts.size)
    while done < facts.size:
        data = await bucket.read(name, done, min(chunk, facts.size - done))
        if not data:
            raise NoRouteError("The store ended the file before its end.")
        await asyncio.to_thread(_put, part, done, data)
        done += len(data)
        tell(done, facts.size)
    if await bucket.head(name) != facts:
        raise ChangedError("The file was replaced in the bucket while it was read.")
    return await asyncio.to_thread(_finish, part, target, facts)


def _begin(part: Path, facts: StoredObject) -> int:
    """Bytes of this very object that are here already."""
    note = _note(part)
    mark = {"name": facts.name, "size": facts.size, "etag": facts.etag, "modified": facts.modified}
    done = part.stat().st_size if part.exists() else 0
    if done > facts.size or _read(note) != mark:
        done = 0
        part.write_bytes(b"")
        note.write_text(json.dumps(mark), encoding="utf-8")
    free = shutil.disk_usage(part.parent).free
    if free < facts.size - done:
        raise OSError(
            f"The file needs {facts.size - done} bytes and the disk has {free} left. "
            "Make room, or choose another folder."
        )
    return done


def _put(part: Path, at: int, data: bytes) -> None:
    # At its place, not at the end: a download that was cancelled may still be writing there.
    with part.open("r+b") as file:
        file.seek(at)
        file.write(data)


def _here(target: Path, facts: StoredObject) -> Downloaded | None:
    """The object, if it is here whole; OSError if something else is."""
    if not target.exists():
        return None
    if target.is_file() and target.stat().st_size == facts.size:
        sha256, md5 = _digests(target)
        proved = facts.etag.lower() == md5
        if proved or not _MD5.fullmatch(facts.etag):
            return Downloaded(target, facts.size, sha256, proved)
    raise OSError(f"Another {target.name} lies in that folder and is kept. Choose another folder.")


def _finish(part: Path, target: Path, facts: StoredObject) -> Downloaded:
    with part.open("r+b") as file:
        file.truncate(facts.size)
        os.fsync(file.fileno())
    sha256, md5 = _digests(part)
    proved = facts.etag.lower() == md5
    part.replace(target)
    _note(part).unlink(missing_ok=True)
    return Downloaded(target, facts.size, sha256, proved)


def _digests(path: Path) -> tuple[str, str]:
    """SHA-256 and MD5 in hex digits."""
    sha256, md5 = hashlib.sha256(), hashlib.md5(usedforsecurity=False)
    with path.open("rb") as file:
        while data := file.read(1024 * 1024):
            sha256.update(data)
            md5.update(data)
    return sha256.hexdigest(), md5.hexdigest()


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _read(note: Path) -> object:
    try:
        return json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
