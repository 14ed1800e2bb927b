"""One folder of a bucket: list, look, read, write, remove, sign.

The library blocks in threads of its own here. Of its two faces the one without asyncio lets go of
the interpreter while it waits, except in a listing and where it signs; for these its asyncio side
runs on a loop of the thread. Its last reference to Python ends a moment after such an answer, and
an interpreter that ends in that moment is aborted: `close` lets it pass.
"""

from __future__ import annotations

import asyncio
import re
import secrets
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import SecretStr

from agora_console.bucket.errors import (
    BucketError,
    NoPermissionError,
    NotThereError,
    NoWayError,
    UnclearError,
    meaning,
)
from agora_console.bucket.places import Place

if TYPE_CHECKING:
    from opendal import Operator

T = TypeVar("T")

PATIENCE = 15.0
"""Seconds for which one answer of a store is waited for."""

MOST_OBJECTS = 200_000
"""Objects of one listing at most."""

MOST_BYTES = 64 * 1024 * 1024
"""Bytes of one read at most."""

SIGNED_FOR = (1, 7 * 24 * 3600)
"""Seconds for which a signed address may be good."""

_THREADS = 4
_LETTING_GO = 0.1
_BAD_NAME = re.compile(r"[\x00-\x1f\\]|(^|/)\.{1,2}(/|$)|^/|//")


@dataclass(frozen=True, slots=True)
class StoredObject:
    """An object: its name below the folder, size in bytes, `modified` in seconds since the epoch.

    `etag` is the store's mark of the content, empty where it has none.
    """

    name: str
    size: int
    modified: float | None = None
    etag: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies under a prefix; `complete` is False where the limit cut it off."""

    objects: tuple[StoredObject, ...]
    complete: bool


class Bucket:
    """The folder `prefix` of a bucket; nothing outside of it can be named. End it with `close`.

    Every method raises BucketError. Names are checked: no `..`, no absolute one.
    """

    def __init__(
        self,
        place: Place,
        prefix: tuple[str, ...] = (),
        keys: tuple[SecretStr, SecretStr] | None = None,
        *,
        patience: float = PATIENCE,
    ) -> None:
        self.place = place
        self.prefix = prefix
        self._folder = "".join(f"{checked(level)}/" for level in prefix)
        self._keys = keys
        self._patience = patience
        self._operator: Operator | None = None
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="bucket")
        self._answered = 0.0

    def path_of(self, name: str) -> str:
        """The whole path of an object in the bucket, for a person."""
        return f"{self.place.bucket}/{self._folder}{name}"

    def url_of(self, name: str) -> str:
        """The address of an object, not signed."""
        url = self.place.url_of(self._folder + checked(name))
        account = self._keys[0].get_secret_value() if self._keys else ""
        return url.replace("{account}", account)

    async def list(self, prefix: str = "", limit: int = MOST_OBJECTS) -> Listing:
        """The objects whose names begin with `prefix`, at any depth, `limit` at most."""
        checked(prefix)
        limit = min(limit, MOST_OBJECTS)

        async def collect() -> Listing:
            found: list[StoredObject] = []
            operator: Any = self._opened().to_async_operator()
            async for entry in await operator.list(_root_of(self, prefix), recursive=True):
                name = str(entry.path)
                if name.endswith("/") or not name.startswith(prefix):
                    continue
                if len(found) >= limit:
                    return Listing(tuple(found), complete=False)
                found.append(_stored(name, entry.metadata))
            return Listing(tuple(found), complete=True)

        listing = await self._run("list the folder", lambda: asyncio.run(collect()))
        if not listing.objects:
            await self._doubt()
        return listing

    async def head(self, name: str) -> StoredObject:
        """Size, time and mark of one object."""
        checked(name)
        try:
            return await self._run(
                "read the object", lambda: _stored(name, self._opened().stat(name))
            )
        except NoPermissionError:
            # An answer to this question has no body that says why; that of a read has.
            await self.read(name, 0, 1)
            raise

    async def read(self, name: str, offset: int = 0, size: int | None = None) -> bytes:
        """`size` bytes from `offset` on, which the object must have, or all of it."""
        checked(name)
        if size is not None and not 0 < size <= MOST_BYTES:
            raise ValueError(f"A read takes 1 to {MOST_BYTES} bytes, not {size}.")
        return await self._run(
            "read the object", lambda: bytes(self._opened().read(name, offset=offset, size=size))
        )

    async def write(self, name: str, data: bytes) -> None:
        """Write a small object."""
        checked(name)
        await self._run("write into the folder", lambda: self._opened().write(name, data))

    async def delete(self, name: str) -> None:
        """Remove an object."""
        checked(name)
        await self._run("remove the object", lambda: self._opened().delete(name))

    async def sign(self, name: str, seconds: int) -> SecretStr:
        """An address with which anybody can read the object for `seconds`; treat it as a secret."""
        checked(name)
        low, high = SIGNED_FOR
        if not low <= seconds <= high:
            raise ValueError(f"A signed address is good for {low} to {high} s, not {seconds}.")

        async def signed() -> SecretStr:
            operator = self._opened().to_async_operator()
            if not operator.capability().presign_read:
                raise NoWayError("The console cannot make signed addresses for this store.")
            return SecretStr((await operator.presign_read(name, seconds)).url)

        return await self._run("sign an address", lambda: asyncio.run(signed()))

    async def _doubt(self) -> None:
        """An empty listing is a claim that files are lost: a page that says yes to all makes none.

        The library takes any answer of HTTP 200 without objects in it for an empty folder.
        """
        name = f"no-such-object-{secrets.token_hex(8)}"
        try:
            await self.read(name, 0, 1)
        except (NotThereError, NoPermissionError):
            return
        raise UnclearError("Something else than a store answers at this address.")

    async def close(self) -> None:
        """Wait for what is under way, at most as long as one answer may take, and let go."""
        self._operator = None
        await asyncio.shield(asyncio.get_running_loop().run_in_executor(None, self._end))

    def _end(self) -> None:
        self._threads.shutdown(cancel_futures=True)
        time.sleep(max(0.0, self._answered + _LETTING_GO - time.monotonic()))

    async def _run(self, doing: str, work: Callable[[], T]) -> T:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._guarded, doing, work)

    def _guarded(self, doing: str, work: Callable[[], T]) -> T:
        failure: BucketError
        try:
            return work()
        except BucketError:
            raise
        except Exception as error:
            if type(error).__module__.partition(".")[0] not in ("opendal", "_opendal"):
                raise
            failure = meaning(type(error).__name__, str(error), doing)
        finally:
            self._answered = time.monotonic()
        raise failure  # outside of the handler: the library's message must not hang on it

    def _opened(self) -> Operator:
        if self._operator is None:
            self._operator = _open(self.place, self._folder, self._keys, self._patience)
        return self._operator


def checked(name: str) -> str:
    """`name`, if it stays below the folder; BucketError otherwise."""
    if _BAD_NAME.search(name) or len(name) > 1024:
        raise NoWayError("A name that leaves the folder of the target is not looked at.")
    return name


def _root_of(bucket: Bucket, prefix: str) -> str:
    """What the library is asked for; a folder on disk knows no prefixes of names."""
    if bucket.place.service != "fs":
        return prefix or "/"
    return prefix.rpartition("/")[0] + "/"


def _open(
    place: Place, folder: str, keys: tuple[SecretStr, SecretStr] | None, patience: float
) -> Operator:
    import opendal  # noqa: PLC0415 - 50 ms that only those pay who look into a bucket
    from opendal.layers import TimeoutLayer  # noqa: PLC0415

    options = dict(place.options)
    for option, key in zip(place.key_names, keys or (), strict=False):
        options[option] = key.get_secret_value()
    if place.service == "azblob" and "endpoint" not in options:
        account = options.get("account_name", "")
        options["endpoint"] = f"https://{account}.blob.core.windows.net"
    options["root"] = f"{options.get('root', '')}/{folder}"
    operator = opendal.Operator(place.service, **options)
    # No RetryLayer: with it, a read whose connection is cut never returns.
    return operator.layer(TimeoutLayer(timeout=patience, io_timeout=patience))


def _stored(name: str, facts: Any) -> StoredObject:
    modified = facts.last_modified
    return StoredObject(
        name=name,
        size=int(facts.content_length),
        modified=modified.timestamp() if modified is not None else None,
        etag=str(facts.etag or "").strip('"'),
    )
