"""Every test below this folder runs on Qt's loop, as the program does."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Callable, Iterator, Mapping

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from agora_console.ui.look.theme import Theme


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The loop of `app.run_window`; `_application` sees to it that there is an application."""
    return {"qt": lambda: qasync.QEventLoop(QApplication.instance())}


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> None:
    """As `app.run_window` sets it: the end of one window is not the end of the program."""
    qapp.setQuitOnLastWindowClosed(False)


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """What is left of a loop holds timers of Qt; they have to die in the thread they live in."""
    gc.collect()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    """The program takes SIGINT and SIGTERM; the test run wants them back."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The dark theme, on the application."""
    return Theme(qapp, "dark")
