"""Two arenas for the whole run, one for each core, and the table of what was killed in them."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.flow.crash.arena import Arena, arena
from tests.support.isolation import child_env
from tests.support.secret_service import SecretService, secret_service_process
from tests.support.table import show, table
from tests.support.trust import small_trust

ARENAS = 2


class Tally:
    """Kills by where they struck and by what became of the recording."""

    def __init__(self) -> None:
        self.kills: Counter[tuple[str, str]] = Counter()

    def add(self, point: str, outcomes: Sequence[str]) -> None:
        """Count kills at a point, one for each outcome."""
        self.kills.update((point, outcome) for outcome in outcomes)

    def __str__(self) -> str:
        rows = [(point, str(kills), found) for (point, found), kills in self.kills.items()]
        total = f"{self.kills.total()} processes killed with signal 9"
        return table(total, ("killed at", "kills", "then"), rows)


@pytest.fixture(scope="session")
def tally(pytestconfig: pytest.Config) -> Iterator[Tally]:
    """Shown at the end."""
    it = Tally()
    yield it
    show(pytestconfig, str(it))


@pytest.fixture(scope="session")
def _keyring() -> Iterator[SecretService]:
    """The keyring of all processes."""
    if sys.platform != "linux":
        pytest.skip("fork, pidfd and a keyring of one's own are things of Linux")
    with (
        tempfile.TemporaryDirectory(prefix="agora-") as name,
        secret_service_process(Path(name), password="throw-away") as service,
    ):
        yield service


@pytest.fixture(scope="session")
def _env(_keyring: SecretService) -> dict[str, str]:
    """What all processes share: a keyring, and a trust store that is read in no time."""
    return {**_keyring.env, **small_trust(_keyring.folder)}


@pytest.fixture(scope="session")
def _arenas(
    _env: dict[str, str], _keyring: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[list[Arena]]:
    env = child_env(**_env)
    with ExitStack() as stack:
        arenas = [
            stack.enter_context(
                arena(tmp_path_factory.mktemp("arena"), env, _keyring.daemon.deaths)
            )
            for _ in range(ARENAS)
        ]
        yield arenas
        for each in arenas:
            ledger = each.ledger()
            assert ledger["doubled"] == []
            # In this haste, how soon a start follows says more of the machine than of the console.
            assert [each for each in ledger["violations"] if each["rule"] != "late-start"] == []


@pytest.fixture
def arenas(
    _arenas: list[Arena],
    _env: dict[str, str],
    _keyring: SecretService,
    monkeypatch: pytest.MonkeyPatch,
) -> list[Arena]:
    """The arenas, and this process in the environment of their victims, as their heir."""
    for name, value in _env.items():
        monkeypatch.setenv(name, value)
    assert os.environ["DBUS_SESSION_BUS_ADDRESS"]
    _keyring.daemon.deaths()  # begins with one that lives
    return _arenas
