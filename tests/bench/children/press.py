"""From Start pressed to the sid on the screen: `COUNT`. AGORA_… name the simulator."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora
from agora_console.services.opening import DEMO_PROJECT, lend_demo
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.window import MainWindow
from tests.bench.children.stage import serve

STEP = 0.01


class Sight(QObject):
    """Knows when a label with a value in it has been painted, and the window with it."""

    def __init__(self, window: MainWindow, labels: list[CopyLabel]) -> None:
        super().__init__()
        self.seen: dict[str, float] = {}
        self._window = window
        self._painted: set[str] = set()
        self._of: dict[QObject, CopyLabel] = {}
        for label in labels:
            for part in (label, *label.findChildren(QWidget)):
                self._of[part] = label
                part.installEventFilter(self)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._of:
            self._painted.add(self._of[watched].value())
        if event.type() != QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        self._window.event(event)  # paints what has to be, and hands it to the screen
        for value in self._painted:
            self.seen.setdefault(value, time.perf_counter())
        self._painted.clear()
        return True


async def _press(window: MainWindow, console: Console) -> dict[str, Any]:
    demo = DemoAgora(
        url=os.environ["AGORA_API_URL"],
        app_id=os.environ["AGORA_APP_ID"],
        customer_id=os.environ["AGORA_CUSTOMER_ID"],
        customer_secret=os.environ["AGORA_CUSTOMER_SECRET"],
        speed=1.0,
    )
    await lend_demo(console, demo)
    console.projects.choose(DEMO_PROJECT)
    workspace = window.workspace
    assert workspace is not None
    sight = Sight(window, workspace.session.findChildren(CopyLabel))
    hands = Hands(window, 30.0)
    return {"seconds": [await _once(window, console, hands, sight, n) for n in range(count())]}


async def _once(
    window: MainWindow, console: Console, hands: Hands, sight: Sight, number: int
) -> float:
    workspace = window.workspace
    assert workspace is not None
    workspace.show_draft()
    hands.type_into("Channel name", f"stage-{number}")
    hands.type_into("Leave when idle", "300")
    await asyncio.sleep(1.0)  # judged, drawn, and below ten requests a second
    button = workspace.draft.bar.start
    while not button.isEnabled():  # noqa: ASYNC110 - what is looked at tells nobody
        await asyncio.sleep(STEP)
    before = len(console.recordings.sessions())
    begin = time.perf_counter()
    workspace.draft.start()
    while len(console.recordings.sessions()) == before:  # noqa: ASYNC110 - what is looked at tells nobody
        await asyncio.sleep(STEP)
    session_id = console.recordings.sessions()[-1].id
    while not (sid := console.recordings.sessions()[-1].sid) or sid not in sight.seen:
        await asyncio.sleep(STEP)
        assert console.recordings.sessions()[-1].id == session_id
    return sight.seen[sid] - begin


def count() -> int:
    """How many starts."""
    return int(sys.argv[1])


if __name__ == "__main__":
    serve(_press)
