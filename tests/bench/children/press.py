"""From Start pressed to the sid on the screen: `COUNT`. AGORA_… name the simulator.

Taking turns with it: the same two calls as bare httpx makes them on the same loop, which is what
the two answers take.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from typing import Any

import httpx
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora
from agora_console.services.opening import DEMO_PROJECT, lend_demo
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.window import MainWindow
from tests.bench.children.stage import serve
from tests.bench.parts import CONFIG, KEYS

STEP = 0.01

REST = 0.5
"""Seconds after which nothing of a start is drawn any more."""


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
    pressed, answers = [], []
    async with httpx.AsyncClient(auth=(demo.customer_id, demo.customer_secret)) as http:
        await _answers(http, demo, "warm")
        for number in range(count()):
            pressed.append(await _once(window, console, hands, sight, number))
            await asyncio.sleep(REST)
            answers.append(await _answers(http, demo, str(number)))
    return {"seconds": pressed, "answers": answers}


async def _answers(http: httpx.AsyncClient, demo: DemoAgora, name: str) -> float:
    """Seconds that the two answers take."""
    place = f"{demo.url}/v1/apps/{demo.app_id}/cloud_recording"
    names = {"cname": f"bare-{name}", "uid": "7"}
    storage = {**CONFIG["clientRequest"]["storageConfig"], **KEYS}
    request = {**CONFIG["clientRequest"], "storageConfig": storage}
    begin = time.perf_counter()
    body = {**names, "clientRequest": CONFIG["acquire"]}
    acquired = (await http.post(f"{place}/acquire", json=body)).json()
    path = f"{place}/resourceid/{acquired['resourceId']}/mode/mix/start"
    started = (await http.post(path, json={**names, "clientRequest": request})).json()
    seconds = time.perf_counter() - begin
    assert started["sid"]
    return seconds


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
