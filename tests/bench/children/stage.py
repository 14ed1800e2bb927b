"""The real window with a script instead of a person: `serve(script)`."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from agora_console.arguments import Arguments
from agora_console.services.console import Console
from agora_console.serving import Serving
from agora_console.ui.look.theme import Theme
from agora_console.ui.window import MainWindow

Script = Callable[[MainWindow, Console], Awaitable[dict[str, Any]]]
"""Returns the facts that are said."""


def serve(script: Script) -> None:
    """Run the window on AGORA_CONSOLE_DATA_DIR until the script has ended; say its facts."""
    gc.disable()  # as the program does until its window is ready
    application = QApplication(sys.argv)
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(application, "dark")
    arguments = Arguments(data_dir=Path(os.environ["AGORA_CONSOLE_DATA_DIR"]), speed=1.0)

    async def whole() -> None:
        serving = Serving(arguments, theme)

        async def scripted(window: MainWindow, console: Console) -> None:
            window.resize(1280, 800)
            print(json.dumps(await script(window, console)), flush=True)
            serving.end(0)

        await serving.run(scripted)

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        runner.run(whole())


class Lag:
    """Knocks at the loop every few milliseconds and keeps how late it opened, in seconds."""

    PERIOD = 0.005

    def __init__(self) -> None:
        self.late: list[float] = []
        self._task = asyncio.ensure_future(self._knock())

    async def _knock(self) -> None:
        while True:
            due = time.perf_counter() + self.PERIOD
            await asyncio.sleep(self.PERIOD)
            self.late.append(max(0.0, time.perf_counter() - due))

    def stop(self) -> list[float]:
        """Knock no more; every lateness."""
        self._task.cancel()
        return self.late
