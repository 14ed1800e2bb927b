"""A person in front of the real window: real console, real loop, the simulator over sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QPushButton, QWidget

from agora_console.arguments import Arguments
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services import opening
from agora_console.services.console import Console
from agora_console.serving import Opening, Serving
from agora_console.simulator import Simulator
from agora_console.simulator.ledger import Exchange
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace
from tests.flow.stage import SPEED, console_on
from tests.flow.window.screen import shown

PATIENCE = 20.0
"""Seconds of real time for which a fact is waited for."""

SIZE = (1280, 900)


@dataclass
class Seat:
    """One window, and what its person does and reads."""

    window: MainWindow
    console: Console
    served: asyncio.Task[int]

    def __post_init__(self) -> None:
        self.hands = Hands(self.window, PATIENCE)

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def session(self) -> Session:
        """The session that was begun last."""
        return self.console.recordings.sessions()[-1]

    # --- what is read -----------------------------------------------------------------

    def screen(self) -> str:
        """Everything that can be seen in the window now."""
        return "\n".join(shown(self.window))

    async def reads(self, *words: str) -> None:
        """Wait until all of that stands on the screen."""
        await self.hands.until(
            lambda: all(word in self.screen() for word in words), f"the screen never said {words}"
        )

    async def until(self, fact: Callable[[Session], bool], what: str = "it never happened") -> None:
        """Wait until a fact holds of the session, and the window has been told."""
        await self.hands.until(
            lambda: bool(self.console.recordings.sessions()) and fact(self.session), what
        )
        await self.told()

    async def told(self) -> None:
        """Wait until the window has taken over what has happened so far."""
        told = asyncio.Event()
        self.workspace.ticker.tick.connect(told.set, Qt.ConnectionType.SingleShotConnection)
        await asyncio.wait_for(told.wait(), PATIENCE)

    async def whole(self) -> None:
        """Wait until every card of the draft has been made, which is sooner than anybody looks."""
        await self.hands.until(lambda: self.workspace.draft.whole, "the draft was never whole")

    # --- what is done -----------------------------------------------------------------

    def fill_draft(self, channel: str = "town-hall", mode: str = "Composite (mix)") -> None:
        """The least that a recording in the demo needs."""
        self.hands.type_into("Channel name", channel)
        self.hands.press(f"Recording mode: {mode}")
        self.hands.type_into("Leave when idle", "300")
        if mode == "Individual":
            self.hands.pick("People at the peak", "3 to 7")

    def paste_token(self, token: str) -> None:
        """Choose a pasted token, and paste it."""
        self.hands.press("Token: Paste")
        self.hands.type_into("Pasted token", token)

    async def start(self) -> Session:
        """Press Start and wait for the sid."""
        before = len(self.console.recordings.sessions())
        button = self.hands.find(QPushButton, "Start recording")
        await self.hands.until(button.isEnabled, "Start stays deaf")
        self.hands.press("Start recording")
        await self.hands.until(
            lambda: len(self.console.recordings.sessions()) > before, "nothing was started"
        )
        await self.until(lambda session: bool(session.sid), "no sid came")
        return self.session

    async def record(self, channel: str = "town-hall", mode: str = "Composite (mix)") -> Session:
        """Fill the form, start and wait for the confirmation."""
        self.fill_draft(channel, mode)
        await self.start()
        await self.until(lambda session: session.confirmed_at is not None, "never confirmed")
        return self.session

    async def stop(self) -> Session:
        """Hold Stop and wait for the end."""
        self.hands.find(HoldButton, "Hold to stop").set_hold_ms(150)
        await self.hands.hold("Hold to stop", lambda: self.session.stop_sent_at is not None)
        await self.until(lambda session: session.over, "the recording did not end")
        return self.session

    async def dialog(self) -> QDialog:
        """The dialog that is open over the window, as soon as there is one."""
        await self.hands.until(lambda: open_dialog(self.window) is not None, "no dialog came")
        found = open_dialog(self.window)
        assert found is not None
        return found

    async def save_as(self, path: Path) -> None:
        """Answer a file dialog."""
        dialog = await self.dialog()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, pos=widget.rect().center() if at is None else at
        )

    async def leave(self) -> int:
        """Close the window, leave running what runs; the exit code."""
        self.window.close()
        await self.hands.until(
            lambda: self.served.done() or open_dialog(self.window) is not None, "it stays"
        )
        if not self.served.done():
            Hands(await self.dialog()).press("Leave running")
        return await asyncio.wait_for(self.served, PATIENCE)


def open_dialog(window: MainWindow) -> QDialog | None:
    return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)


class DemoOpening:
    """Opens a demo's console on a simulator of this loop instead of one in a process."""

    def __init__(self, simulator: Simulator, folder: Path) -> None:
        self._simulator = simulator
        self._folder = folder

    def open_console(
        self, wishes: Arguments, tell: Callable[[Problem], None], /
    ) -> AbstractAsyncContextManager[Console]:
        return console_on(self._simulator, self._folder)


@asynccontextmanager
async def window_of(
    arguments: Arguments, theme: Theme, source: Opening = opening
) -> AsyncIterator[Seat]:
    """The program as `app` serves it, ended in order; recordings are left running."""
    opened: asyncio.Future[tuple[MainWindow, Console]] = asyncio.get_running_loop().create_future()

    async def take(window: MainWindow, console: Console) -> None:
        opened.set_result((window, console))

    serving = Serving(arguments, theme, lambda: source)
    served = asyncio.ensure_future(serving.run(take))
    waited: set[asyncio.Future[Any]] = {served, opened}
    await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
    if served.done():
        raise AssertionError(f"The window did not open: {served.result()}")
    window, console = opened.result()
    window.resize(*SIZE)
    try:
        yield Seat(window, console, served)
    finally:
        serving.end(0)
        await asyncio.wait_for(served, PATIENCE)


@dataclass
class Set(Seat):
    """A seat, and the Agora at the other end of the line."""

    simulator: Simulator

    def calls(self, method: str) -> list[Exchange]:
        """The requests of one method, in order."""
        return [each for each in self.simulator.ledger.requests if each.method == method]

    def request(self, method: str = "start") -> dict[str, Any]:
        """`clientRequest` of the last request of that method, as it arrived."""
        request: dict[str, Any] = self.calls(method)[-1].body["clientRequest"]
        return request


@asynccontextmanager
async def demo_window(
    folder: Path,
    theme: Theme,
    *faults: str,
    simulator: Simulator | None = None,
    minimized: bool = False,
) -> AsyncIterator[Set]:
    """A demo window; on a simulator of its own, or on one that runs already."""
    if simulator is None:
        async with (
            Simulator(speed=SPEED, faults=faults, files=folder / "bucket", seed=1) as own,
            demo_window(folder, theme, simulator=own, minimized=minimized) as it,
        ):
            yield it
        return
    source = DemoOpening(simulator, folder / "data")
    async with window_of(Arguments(demo=True, minimized=minimized), theme, source) as seat:
        yield Set(seat.window, seat.console, seat.served, simulator)
