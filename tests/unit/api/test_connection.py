"""The base URL, the trust store, the proxies, the time-outs."""

from __future__ import annotations

import logging
import ssl
from pathlib import Path

import httpx
import pytest

from agora_console.api.address import check_base_url
from agora_console.api.connection import Timeouts, connect, trust
from agora_console.api.redact import NOISY_LIBRARIES


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://api.agora.io", "https://api.agora.io"),
        (" https://api.agora.io/ ", "https://api.agora.io"),
        ("https://gate.example:8443/agora/", "https://gate.example:8443/agora"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_addresses_of_the_api(typed: str, kept: str) -> None:
    assert check_base_url(typed) == kept


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "is no address"),
        ("api.agora.io", "is no address"),
        ("ftp://api.agora.io", "is no address"),
        ("https://", "is no address"),
        ("https://[::1", "is no address"),
        ("https://host:port", "is no address"),
        ("http://api.agora.io", "is not encrypted"),
        ("http://192.168.0.9", "is not encrypted"),
        ("http://localhost.example.com", "is not encrypted"),
        ("http://127.0.0.1.example.com", "is not encrypted"),
        ("https://api.agora.io?x=1", "more than the address"),
        ("https://api.agora.io#x", "more than the address"),
        ("https://api agora.io", "more than the address"),
    ],
)
def test_what_is_no_address_of_the_api(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        check_base_url(typed)


@pytest.mark.parametrize("scheme", ["https", "http", "ftp"])
def test_a_login_in_the_address_is_refused_and_not_repeated(scheme: str) -> None:
    with pytest.raises(ValueError, match="has a login in it") as caught:
        check_base_url(f"{scheme}://me:hunter22@api.agora.io")
    assert "hunter22" not in str(caught.value)


def test_a_stop_may_take_longer_than_the_upload_that_it_waits_for() -> None:
    timeouts = Timeouts()
    assert timeouts.of("stop").read == 40.0
    assert timeouts.of("query").read == 10.0
    assert timeouts.of("start").connect == 5.0
    assert timeouts.deadline("stop") > 40.0


def test_without_a_system_store_the_bundled_one_is_trusted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    paths = ssl.get_default_verify_paths()._replace(capath=str(tmp_path))
    monkeypatch.setattr(ssl, "create_default_context", lambda: bare)
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
    monkeypatch.setattr(
        httpx, "create_ssl_context", lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )
    assert trust() is not bare
    (tmp_path / "one.pem").touch()
    assert trust() is bare


def test_certificates_and_names_are_checked() -> None:
    context = trust()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "gopher://127.0.0.1"])
def test_a_proxy_that_cannot_be_used_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(ValueError, match="proxy named in the environment"):
        connect(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


async def test_the_libraries_below_do_not_log_headers() -> None:
    levels = {name: logging.getLogger(name).level for name in NOISY_LIBRARIES}
    try:
        logging.getLogger("hpack").setLevel(logging.DEBUG)
        logging.getLogger("httpx").setLevel(logging.ERROR)
        await connect(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)).aclose()
        assert logging.getLogger("hpack").level == logging.WARNING
        assert logging.getLogger("httpx").level == logging.ERROR
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
