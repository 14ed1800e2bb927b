"""The one HTTP client of the program: trust, time-outs, limits, proxies.

HTTP/1.1 only: on HTTP/2 every call shares one connection, and one question that times out would
take a stop that waits for its answer down with it.
"""

from __future__ import annotations

import ssl
import zlib
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path

import httpx

from agora_console.api.redact import quiet_libraries

MAX_REPLY = 64 * 1024 * 1024
"""Bytes of a reply that are read at most; a list of 200 000 files is about 45 MB."""

HttpClient = httpx.AsyncClient
"""What `connect` gives; whoever keeps it need not know whose it is."""

_LIMITS = httpx.Limits(max_connections=128, max_keepalive_connections=16, keepalive_expiry=60.0)
_LOOPBACK = ("all://127.0.0.1", "all://localhost", "all://[::1]")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. `read` is the wait for the next bytes, `stop` the same for stop, which answers
    after the upload (20 s and more). `total` bounds a whole attempt beyond its read time-out.
    """

    connect: float = 5.0
    read: float = 10.0
    stop: float = 40.0
    write: float = 10.0
    pool: float = 10.0
    total: float = 30.0

    def of(self, operation: str) -> httpx.Timeout:
        """The time-outs of one operation."""
        read = self.stop if operation == "stop" else self.read
        return httpx.Timeout(connect=self.connect, read=read, write=self.write, pool=self.pool)

    def deadline(self, operation: str) -> float:
        """Seconds after which an attempt is given up, however slowly bytes arrive."""
        return self.total + (self.stop if operation == "stop" else self.read)


def trust() -> ssl.SSLContext:
    """TLS by the system's trust store (`SSL_CERT_FILE` and `SSL_CERT_DIR` count); certifi if bare.

    Takes about 0.2 s: call it off the loop, once.
    """
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    folder = Path(paths.capath) if paths.capath else None
    if context.cert_store_stats()["x509_ca"] or (folder and any(folder.iterdir())):
        return context
    return httpx.create_ssl_context()


def connect(context: ssl.SSLContext | None = None) -> httpx.AsyncClient:
    """The shared client; close it at the end. Proxies of the environment count, not for loopback.

    Raises ValueError with a sentence when a proxy in the environment cannot be used.
    """
    quiet_libraries()
    try:
        return httpx.AsyncClient(
            verify=trust() if context is None else context,
            limits=_LIMITS,
            timeout=Timeouts().of(""),
            follow_redirects=False,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            mounts=dict.fromkeys(_LOOPBACK),
        )
    except (ImportError, ValueError, httpx.InvalidURL) as error:
        raise ValueError(
            "The proxy named in the environment (HTTPS_PROXY, ALL_PROXY) cannot be used: "
            "it has to be an http:// or https:// address."
        ) from error


def unpacked(body: bytes, encoding: str, limit: int) -> tuple[bytes, bool]:
    """At most `limit` bytes of a body, and whether that is all of it.

    Nobody is asked to compress; what a proxy compressed all the same is unpacked within bounds,
    and left as it is where it is damaged.
    """
    if encoding.lower() in ("gzip", "x-gzip", "deflate"):
        # gzip or zlib, by their first bytes; else deflate as some servers take it, without a frame.
        for wbits in (47, -zlib.MAX_WBITS):
            try:
                body = zlib.decompressobj(wbits=wbits).decompress(body, limit + 1)
            except zlib.error:
                continue
            return body[:limit], len(body) <= limit
    return body[:limit], len(body) <= limit
