"""A second start on the same data folder: the first window comes to the front."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from pathlib import Path

from agora_console.arguments import Arguments
from agora_console.services.errands.desk import Desk
from agora_console.services.errands.handover.client import raise_owner
from agora_console.services.errands.handover.host import hosting
from agora_console.services.values import Project
from agora_console.serving import Serving
from agora_console.settings.folders import ENDPOINT
from agora_console.simulator import Simulator
from agora_console.ui.look.theme import Theme
from tests.flow.children import console_child, run_console
from tests.flow.stage import console_on
from tests.flow.window.stage import PATIENCE, DemoOpening, demo_window


def wait_for(path: Path) -> None:
    """Return as soon as another process has made a file."""
    deadline, tick = time.monotonic() + PATIENCE, threading.Event()
    while not path.exists():
        assert time.monotonic() < deadline, f"{path} never came"
        tick.wait(0.02)


async def test_a_second_demo_raises_the_first_window_and_ends(isolated_home: Path) -> None:
    folder = isolated_home / "data" / "demo"
    with console_child("--demo") as first:
        await asyncio.to_thread(wait_for, folder / ENDPOINT)
        second = await asyncio.to_thread(run_console, "--demo")
        assert (second.code, second.out, second.err) == (0, "", "")
        assert first.process.poll() is None
        assert "asked for the window" in (folder / "logs" / "console.log").read_text()
        listed = await asyncio.to_thread(run_console, "--demo", "sessions", "--json")
        assert (listed.code, listed.out) == (0, "")
        first.send(signal.SIGTERM)
        ended = await asyncio.to_thread(first.ended)
        assert (ended.code, ended.err) == (0, "")
    assert not (folder / ENDPOINT).exists()
    # It would have noted where it hangs, or crashes; see services.crashes.
    assert (folder / "logs" / "stacks.txt").exists()
    assert not (folder / "logs" / "crash.txt").exists()


async def test_a_minimised_window_is_brought_back_over_the_socket(
    tmp_path: Path, theme: Theme
) -> None:
    async with demo_window(tmp_path, theme) as it, hosting(tmp_path, Desk(it.console).take):
        it.window.showMinimized()
        assert await raise_owner(tmp_path)
        assert not it.window.isMinimized()
        assert it.window.isVisible()


async def test_a_maximised_window_stays_maximised(tmp_path: Path, theme: Theme) -> None:
    async with demo_window(tmp_path, theme) as it:
        it.window.showMaximized()
        it.console.raise_requested.emit("")
        assert it.window.isMaximized()


async def test_a_window_that_finds_an_owner_behind_the_lock_gives_way(
    tmp_path: Path, theme: Theme
) -> None:
    """Two windows started at once: the second one is open before it can know."""
    async with (
        Simulator(files=tmp_path / "bucket") as simulator,
        console_on(simulator, tmp_path / "data") as owner,
        hosting(tmp_path / "data", Desk(owner).take),
    ):
        raised: list[str] = []
        owner.raise_requested.subscribe(raised.append)
        source = DemoOpening(simulator, tmp_path / "data")
        wanted = Arguments(demo=True, open=tmp_path / "show.agora-config")
        assert await Serving(wanted, theme, lambda: source).run() == 0
        assert raised == [str(tmp_path / "show.agora-config")]


async def test_beside_an_owner_without_a_window_the_second_one_only_shows(
    tmp_path: Path, theme: Theme
) -> None:
    async with (
        Simulator(files=tmp_path / "bucket") as simulator,
        console_on(simulator, tmp_path / "data") as owner,
        hosting(tmp_path / "data", Desk(owner).take),
        demo_window(tmp_path, theme, simulator=simulator) as it,
    ):
        await it.reads("This one only shows.")
        project = it.console.projects.current()
        assert isinstance(project, Project)
        assert it.console.recordings.read_only
