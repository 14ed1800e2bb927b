"""How late the loop is while the fleet of the journal is watched: `SECONDS`."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from agora_console.services.console import Console
from agora_console.ui.window import MainWindow
from tests.bench.children.stage import Lag, serve


async def _watch(window: MainWindow, console: Console) -> dict[str, Any]:
    await asyncio.sleep(2.0)  # the window is filled and painted
    asked = 0

    def count(_: object) -> None:
        nonlocal asked
        asked += 1

    console.recordings.exchanged.subscribe(count)
    lag, seconds = Lag(), float(sys.argv[1])
    await asyncio.sleep(seconds)
    return {"late": lag.stop(), "asked": asked / seconds}


if __name__ == "__main__":
    serve(_watch)
