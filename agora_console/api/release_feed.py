"""One question for the newest release: a GET that says nothing about who asks, a signed answer.

The answer is `{"signed": TEXT, "signature": BASE64}`; the signature is that of Ed25519 over the
bytes of TEXT in UTF-8. Nothing of TEXT is looked at before it has been verified.
"""

from __future__ import annotations

import asyncio
import base64
import json
import ssl
from urllib.parse import urlsplit

import httpx
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from agora_console.api.connection import connect

MOST = 16 * 1024
"""Bytes of an answer that are read at most."""

PATIENCE = 20.0
"""Seconds for all of it."""

HEADERS = {
    "User-Agent": "agora-console",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
"""The same for everybody: no version, no system, no language, no cookie."""


_NO_ANSWER = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading something else than an answer raises; brackets in brackets are the last of them."""


class FeedError(ValueError):
    """No answer, or none that can be trusted; the sentence says which."""


async def released(url: str, key: str, context: ssl.SSLContext | None = None) -> str:
    """The text that the owner of `key` (base64 of a public Ed25519 key) has signed.

    Raises FeedError. `context` is the trust of the connection where it is not the system's.
    """
    return verified(await _fetched(url, context), key)


def verified(body: bytes, key: str) -> str:
    """The signed text in an answer; raises FeedError for any other than the owner's of `key`."""
    try:
        answer = json.loads(body)
        text, signature = answer["signed"], base64.b64decode(answer["signature"], validate=True)
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(signature, text.encode())
    except InvalidSignature as error:
        raise FeedError(
            "The answer about new releases is not signed by this project. It counts for nothing."
        ) from error
    except _NO_ANSWER as error:
        raise FeedError(
            "What answered is no answer about new releases. It counts for nothing."
        ) from error
    return str(text)


async def _fetched(url: str, context: ssl.SSLContext | None) -> bytes:
    host = urlsplit(url).netloc
    if urlsplit(url).scheme != "https" or "@" in host:
        raise FeedError(f"“{url}” is not asked for releases: it has to be an https:// address.")
    try:
        async with (
            asyncio.timeout(PATIENCE),
            await asyncio.to_thread(connect, context) as http,
            http.stream("GET", url, headers=HEADERS) as reply,
        ):
            status, body = reply.status_code, await _beginning(reply)
    except (httpx.HTTPError, TimeoutError) as error:
        why = type(error).__name__
        raise FeedError(f"{host} could not be asked for releases ({why}).") from error
    if status != httpx.codes.OK:
        raise FeedError(f"{host} has no answer about new releases: {status}.")
    if len(body) > MOST:
        raise FeedError(
            f"{host} answers with more than {MOST} bytes, too many for a word on releases."
        )
    return body


async def _beginning(reply: httpx.Response) -> bytes:
    """The body, or more than `MOST` bytes of anything; what is announced as more is not read."""
    if int(reply.headers.get("Content-Length", "0")) > MOST:  # h11 lets nothing but digits pass
        return bytes(MOST + 1)
    assert isinstance(reply.stream, httpx.AsyncByteStream)
    body = bytearray()
    async for piece in reply.stream:
        body += piece
        if len(body) > MOST:
            break
    return bytes(body)
