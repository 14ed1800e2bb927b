"""Which host is this machine."""

from __future__ import annotations

import pytest

from agora_console.domain.hosts import is_loopback


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.0.1", "::1"])
def test_a_host_that_is_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "localhost.example.com", "api.agora.io", "10.0.0.1", "::2"])
def test_a_host_that_is_not(host: str) -> None:
    assert not is_loopback(host)
