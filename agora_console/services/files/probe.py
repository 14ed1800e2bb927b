"""Probe: proves a storage target by writing, reading back and removing a small object."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from agora_console.bucket.errors import (
    BucketError,
    MissingBucketError,
    NoPermissionError,
    NotThereError,
    WrongKeyError,
    WrongRegionError,
)
from agora_console.bucket.store import Bucket
from agora_console.domain.problems import Problem

T = TypeVar("T")

_FEW = 100

_REFUSALS = (MissingBucketError, NoPermissionError, NotThereError, WrongKeyError, WrongRegionError)
"""What a store says to Agora as well. Anything else may be true of this machine alone."""


def probe_name() -> str:
    """A name for the object of one probe; show its whole path before it is written."""
    return f"agora-console-probe-{secrets.token_hex(4)}.txt"


@dataclass(frozen=True, slots=True)
class Probed:
    """What a probe proved. `path` is where, `sentences` tell each step.

    `problem` is set where nothing could be written; `refused` where the store itself said so, as
    it would to Agora. `may_read` is False where nobody can look for files with these keys;
    `left_behind` is True where the object could not be removed.
    """

    path: str
    sentences: tuple[str, ...]
    problem: Problem | None = None
    may_read: bool = False
    left_behind: bool = False
    refused: bool = False


async def probe(bucket: Bucket, name: str, reader: Bucket | None = None) -> Probed:
    """Write `name` into the folder, read it back (with `reader`, where one is given), remove it.

    Never raises BucketError: what failed is in the result. What was written is removed again, also
    when this is cancelled.
    """
    path = bucket.path_of(name)
    data = secrets.token_bytes(64)
    try:
        await _write(bucket, name, data)
    except BucketError as error:
        sentence = f"Nothing could be written to {path}. {error}"
        return Probed(path, (sentence,), error.problem, refused=isinstance(error, _REFUSALS))
    sentences = [f"Written to {path} from here: these keys may write there."]
    try:
        may_read, read = await _read_back(reader or bucket, name, data)
        sentences.append(read)
    finally:
        removed, last = await _whole(_remove(bucket, name, path))
    return Probed(path, (*sentences, last), None, may_read, not removed)


async def can_list(bucket: Bucket) -> str:
    """What a listing with a read key proves; raises BucketError where it may not list."""
    listing = await bucket.list(limit=_FEW)
    seen = f"{len(listing.objects)}{'' if listing.complete else ' or more'}"
    return f"Listed {bucket.path_of('')}: {seen} objects. The key may look."


async def _write(bucket: Bucket, name: str, data: bytes) -> None:
    """Write, and when that is cancelled, take back what was written all the same."""
    writing = asyncio.ensure_future(bucket.write(name, data))
    try:
        await asyncio.shield(writing)
    except asyncio.CancelledError:
        await asyncio.wait({writing})
        if writing.exception() is None:
            await _remove(bucket, name, bucket.path_of(name))
        raise


async def _whole(work: Coroutine[Any, Any, T]) -> T:
    """The result of `work`, which a cancellation does not cut in two."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait({task})
        raise


async def _read_back(bucket: Bucket, name: str, data: bytes) -> tuple[bool, str]:
    try:
        if await bucket.read(name, 0, len(data)) != data:
            return False, "What was read back is not what was written; another one answers here."
        listed = await bucket.list(name)
    except NoPermissionError:
        return False, (
            "Reading is not allowed with these keys, as it should be for Agora's; so nobody can "
            "look with them whether the files arrived. A separate read key can."
        )
    except BucketError as error:
        return False, f"It could not be read back. {error}"
    if not any(each.name == name for each in listed.objects):
        return False, "It can be read and is not in the list of the folder."
    return True, "Read back and found in the list of the folder, byte for byte."


async def _remove(bucket: Bucket, name: str, path: str) -> tuple[bool, str]:
    try:
        await bucket.delete(name)
    except BucketError as error:
        return False, f"{path} could not be removed and stays there: remove it by hand. {error}"
    return True, "Removed again."
