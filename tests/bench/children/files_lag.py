"""How late the loop is while a long list arrives, is shown, sorted and filtered: `COUNT`."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from PySide6.QtCore import Qt

from agora_console.services.console import Console
from agora_console.ui.session.files_model import FileColumn, FilesModel
from agora_console.ui.window import MainWindow
from tests.bench.children.stage import Lag, serve

STEP = 0.02


async def _look(window: MainWindow, console: Console) -> dict[str, Any]:
    workspace = window.workspace
    assert workspace is not None
    session = console.recordings.sessions()[0]
    workspace.show_session(session.id)
    page = workspace.session
    page.show_tab(page.files)
    model = page.files.findChild(FilesModel)
    assert model is not None
    count = int(sys.argv[1])
    await _holds(model, 1)
    await asyncio.sleep(2.0)  # the page is made and painted: what is measured are the files
    lag = Lag()
    console.recordings.ask_now(session.id)
    await _holds(model, count)
    await asyncio.sleep(1.0)
    arrived = max(lag.stop())
    lag = Lag()
    console.recordings.ask_now(session.id)
    await asyncio.sleep(1.0)
    again = max(lag.stop())
    lag = Lag()
    await asyncio.sleep(STEP)
    model.sort(FileColumn.STARTS, Qt.SortOrder.DescendingOrder)
    await _settled(model)
    by_sort = max(lag.stop())
    lag = Lag()
    await asyncio.sleep(STEP)
    page.files.filter.setText("uid_s_1003")
    await _settled(model)
    return {
        "arrived": arrived,
        "the same again": again,
        "sorted": by_sort,
        "filtered": max(lag.stop()),
    }


async def _holds(model: FilesModel, count: int) -> None:
    while len(model.files) < count:  # noqa: ASYNC110 - what is looked at tells nobody
        await asyncio.sleep(STEP)


async def _settled(model: FilesModel) -> None:
    while model.busy:  # noqa: ASYNC110 - as above
        await asyncio.sleep(STEP)
    await asyncio.sleep(STEP)


if __name__ == "__main__":
    serve(_look)
