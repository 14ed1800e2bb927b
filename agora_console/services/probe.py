"""Probe: proves a storage target by writing, reading back and removing a small object."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from agora_console.bucket.errors import BucketError, NoPermissionError
from agora_console.bucket.store import Bucket
from agora_console.domain.problems import Problem


def probe_name() -> str:
    """A name for the object of one probe; show its whole path before it is written."""
    return f"agora-console-probe-{secrets.token_hex(4)}.txt"


@dataclass(frozen=True, slots=True)
class Probed:
    """What a probe proved. `path` is where, `sentences` tell each step.

    `problem` is set where Agora could not write there; `may_read` is False where nobody can look
    for files with these keys; `left_behind` where the object could not be removed.
    """

    path: str
    sentences: tuple[str, ...]
    problem: Problem | None = None
    may_read: bool = False
    left_behind: bool = False


async def probe(bucket: Bucket, name: str, reader: Bucket | None = None) -> Probed:
    """Write `name` into the folder, read it back (with `reader`, where one is given), remove it.

    Never raises BucketError: what failed is in the result. What was written is removed again, also
    when this is cancelled.
    """
    path = bucket.path_of(name)
    data = secrets.token_bytes(64)
    try:
        await bucket.write(name, data)
    except BucketError as error:
        return Probed(path, (f"Nothing could be written to {path}. {error}",), error.problem)
    sentences = [f"Written to {path}: Agora can do so with these keys."]
    try:
        may_read, read = await _read_back(reader or bucket, name, data)
        sentences.append(read)
    finally:
        removed, last = await _remove(bucket, name, path)
    return Probed(path, (*sentences, last), None, may_read, not removed)


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
