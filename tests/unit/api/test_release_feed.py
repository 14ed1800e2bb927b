"""The question for the newest release, to a real server over TLS."""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import json
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from agora_console.api.release_feed import MOST, FeedError, released, verified
from tests.unit.api.servers import Handler, Peer, serving

SIGNER = Ed25519PrivateKey.generate()
KEY = base64.b64encode(SIGNER.public_key().public_bytes_raw()).decode()
TEXT = '{"version": "1.2.0"}'


def answer(text: str = TEXT, signer: Ed25519PrivateKey = SIGNER, signed: str = "") -> bytes:
    """An answer that says `text`, with the signature of `signed` where that is another."""
    signature = base64.b64encode(signer.sign((signed or text).encode())).decode()
    return json.dumps({"signed": text, "signature": signature}).encode()


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The context of a server on loopback, and that of a client who trusts it alone."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback")])
    now = datetime.now(UTC)
    host = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([host]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    certificate = made.public_bytes(Encoding.PEM)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    Path(file).write_bytes(private + certificate)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file)
    return server, ssl.create_default_context(cadata=certificate.decode())


def says(body: bytes, status: str = "200 OK", extra: bytes = b"") -> Handler:
    async def handler(peer: Peer) -> None:
        await peer.request()
        await peer.reply(body, status, extra)

    return handler


async def test_one_request_that_says_nothing_about_who_asks(
    tls: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    cookie = b"Set-Cookie: id=7; Path=/\r\n"
    async with serving(says(answer(), extra=cookie), tls[0]) as server:
        for _ in range(2):
            assert await released(f"{server.base_url}/latest.json", KEY, tls[1]) == TEXT
    first, second = server.requests
    assert first == second
    lines = first.decode().split("\r\n")
    assert lines[0] == "GET /latest.json HTTP/1.1"
    host = server.base_url.removeprefix("https://")
    assert {line.lower() for line in lines[1:] if line} == {
        f"host: {host}",
        "user-agent: agora-console",
        "accept: application/json",
        "accept-encoding: identity",
        "connection: close",
    }


def cut(body: bytes) -> Handler:
    async def handler(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body[:-9])

    return handler


def endless() -> Handler:
    async def handler(peer: Peer) -> None:
        await peer.request()
        await peer.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            await peer.send(b"400\r\n" + b" " * 0x400 + b"\r\n")
            await asyncio.sleep(0)

    return handler


@pytest.mark.parametrize(
    ("handler", "why"),
    [
        pytest.param(lambda: says(answer(signer=Ed25519PrivateKey.generate())), "not signed by"),
        pytest.param(lambda: says(answer(signed="another text")), "not signed by"),
        pytest.param(lambda: says(b"<html>"), "no answer about new releases"),
        pytest.param(lambda: says(b"", "404 Not Found"), "no answer about new releases: 404"),
        pytest.param(
            lambda: says(b"", "302 Found", b"Location: https://example.org/\r\n"), "releases: 302"
        ),
        pytest.param(lambda: cut(answer()), r"could not be asked .+ \(RemoteProtocolError\)"),
        pytest.param(lambda: says(answer("x" * MOST)), f"more than {MOST} bytes"),
        pytest.param(endless, f"more than {MOST} bytes"),
    ],
    ids=["key", "text", "page", "missing", "elsewhere", "cut", "oversize", "endless"],
)
async def test_what_is_not_the_projects_word_is_refused(
    handler: Callable[[], Handler], why: str, tls: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    async with serving(handler(), tls[0]) as server:
        with pytest.raises(FeedError, match=why):
            await released(server.base_url, KEY, tls[1])


async def test_a_server_without_a_trusted_certificate_is_told_nothing(
    tls: tuple[ssl.SSLContext, ssl.SSLContext],
) -> None:
    async with serving(says(answer()), tls[0]) as server:
        with pytest.raises(FeedError, match="could not be asked for releases"):
            await released(server.base_url, KEY, ssl.create_default_context())
    assert server.requests == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/", "https://me:pw@127.0.0.1:9/", "", "file:/x"]
)
async def test_only_an_encrypted_address_is_asked(url: str) -> None:
    with pytest.raises(FeedError, match="has to be an https:// address"):
        await released(url, KEY)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"\xff",
        b'{"signed": 7, "signature": ""}',
        b'{"signed": "x"}',
        b'{"signed": "x", "signature": "%%"}',
        b'{"signed": "x", "signature": 7}',
        b"[" * 16_000,
        b'{"signed":' * 1_600,
    ],
)
def test_any_other_form_is_no_answer(body: bytes) -> None:
    with pytest.raises(FeedError, match="no answer about new releases"):
        verified(body, KEY)
