"""What holds for every test: nothing personal in reach, no warning, no log record, no task left."""

from __future__ import annotations

import asyncio
import gc
import inspect
import itertools
import logging
import os
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support import table
from tests.support.coverage_floor import CoverageFloor, is_full_run
from tests.support.isolation import isolated, leaky
from tests.support.log_guard import ExpectedLogs, RecordCollector, verdict
from tests.support.secret_service import SecretService, secret_service_process
from tests.support.table import Tables
from tests.support.xserver import x_server

HOMES = pytest.StashKey[Iterator[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of the project's own."""
    parser.addoption(
        "--long", action="store_true", help="ten times as many random steps, as before a release"
    )
    parser.addoption("--seed", type=int, default=0, help="of the random steps: other ones")
    parser.addoption(
        "--frozen", metavar="DIST", help="what packaging/build.py has made; runs tests/frozen on it"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Isolate what runs outside a test too: collection, session fixtures."""
    folder = tempfile.TemporaryDirectory(prefix="agora-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(folder.cleanup)
    homes = (Path(folder.name, str(nth)) for nth in itertools.count())
    config.stash[HOMES] = homes
    for name in leaky(os.environ):
        del os.environ[name]
    os.environ.update(isolated(next(homes)))
    config.pluginmanager.register(Tables(), table.KEY)
    if is_full_run(config):
        config.pluginmanager.register(CoverageFloor(), "coverage-floor")


# --- no time is lost -------------------------------------------------------------

LONG_ONES_FIRST = ("tests/fuzz/model/", "tests/flow/", "tests/bench/", "tests/gui/")
"""Folders whose files take long; when they are done, what is left goes evenly to all workers."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where workers share the files, have none of them begin a long one when others are done."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: [not item.nodeid.startswith(f) for f in LONG_ONES_FIRST])


def pytest_collection_finish() -> None:
    """Spare the collector of garbage what stays to the end: all tests, and all they import."""
    gc.collect()
    gc.freeze()


# --- nothing personal in reach -------------------------------------------------


@pytest.fixture(autouse=True)
def isolated_home(pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for every test, without a session bus and so without a keyring."""
    homes = pytestconfig.stash[HOMES]
    home = next(homes)
    for name in leaky(os.environ):
        monkeypatch.delenv(name)
    for name, value in isolated(home).items():
        monkeypatch.setenv(name, value)
    return home


@pytest.fixture(scope="session")
def qapp(qapp: object) -> object:
    """The QApplication, with Qt's own idea of the home moved aside as well."""
    from PySide6.QtCore import QStandardPaths

    QStandardPaths.setTestModeEnabled(True)
    return qapp


# --- nothing passes unseen -----------------------------------------------------


@pytest.fixture
def expected_logs() -> ExpectedLogs:
    """Announce the records of WARNING and above that the test is about."""
    return ExpectedLogs()


@pytest.fixture(autouse=True)
def _no_unexpected_logs(expected_logs: ExpectedLogs) -> Iterator[None]:
    collector = RecordCollector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if problems := verdict(collector.records, expected_logs):
        pytest.fail(problems, pytrace=False)


@pytest.fixture
async def _no_leaked_tasks() -> AsyncIterator[None]:
    yield
    await asyncio.sleep(0)  # lets a task that was cancelled a moment ago end
    left = asyncio.all_tasks() - {asyncio.current_task()}
    if left:
        names = ", ".join(sorted(t.get_name() + " " + repr(t.get_coro()) for t in left))
        pytest.fail(f"tasks left running: {names}", pytrace=False)


@pytest.fixture(autouse=True)
def _guard_tasks(request: pytest.FixtureRequest) -> None:
    if inspect.iscoroutinefunction(getattr(request, "function", None)):
        request.getfixturevalue("_no_leaked_tasks")


# --- real things, started for a test ---------------------------------------------


@pytest.fixture(scope="session")
def x_display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a throw-away X display; for a child: ``child_env(**on_display(x_display))``."""
    with x_server(tmp_path_factory.mktemp("x")) as display:
        yield display


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch, isolated_home: Path) -> Iterator[SecretService]:
    """A real, unlocked, empty Secret Service: for this process, and for children by ``.env``."""
    with _keyring_on_a_service(monkeypatch, password="throw-away") as service:
        yield service


@pytest.fixture
def locked_secret_service(
    secret_service: SecretService, _keyring_leaks_its_socket: None
) -> SecretService:
    """The same, locked, and nobody there to unlock it: keyring raises KeyringLocked."""
    secret_service.lock()
    return secret_service


@pytest.fixture
def bare_secret_service(
    monkeypatch: pytest.MonkeyPatch, isolated_home: Path, _keyring_leaks_its_socket: None
) -> Iterator[SecretService]:
    """A Secret Service without any collection to store in: keyring raises InitError."""
    with _keyring_on_a_service(monkeypatch, password=None) as service:
        yield service


@pytest.fixture
def _keyring_leaks_its_socket() -> Iterator[None]:
    """keyring does not close its connection where a collection is locked or cannot be made."""
    # pytest puts the filters back after the test.
    warnings.filterwarnings("ignore", "unclosed <socket", ResourceWarning)
    yield
    gc.collect()


@pytest.fixture
def no_secret_service(isolated_home: Path) -> None:
    """What holds anyway, said aloud: no bus, keyring's backend is ``fail``, NoKeyringError."""


@contextmanager
def _keyring_on_a_service(
    monkeypatch: pytest.MonkeyPatch, *, password: str | None
) -> Iterator[SecretService]:
    import keyring.core

    before = keyring.get_keyring()
    with (
        tempfile.TemporaryDirectory(prefix="agora-") as folder,
        secret_service_process(Path(folder), password=password) as service,
    ):
        for name, value in service.env.items():
            monkeypatch.setenv(name, value)
        # keyring looks for backends once per process, and that was before this bus was there.
        keyring.set_keyring(keyring.core.load_keyring("keyring.backends.SecretService.Keyring"))
        yield service
    keyring.set_keyring(before)
