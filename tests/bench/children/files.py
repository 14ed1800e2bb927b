"""A stop reply of 100 000 files, from bytes to a sorted and filtered table: `COUNT ROUNDS`."""

from __future__ import annotations

import gc
import json
import sys
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QTableView

from agora_console.api import bodies, replies
from agora_console.domain.files.rows import collect
from agora_console.domain.session import FileEntry
from agora_console.ui.session.files_model import FileColumn, FilesModel
from agora_console.ui.slices import Slices
from tests.bench.measure import take_turns, timed
from tests.support.sessions import make_session


def reply(count: int) -> bytes:
    """What Agora would send."""
    sid = "8a9f0c1d2e3b4a5968778695a4b3c2d1"
    files = [
        {
            "fileName": f"shows/{sid}_stage__uid_s_{1000 + n % 17}__uid_e_av_{n:08d}.ts",
            "trackType": "audio_and_video",
            "uid": str(1000 + n % 17),
            "mixedAllUser": False,
            "isPlayable": True,
            "sliceStartTime": 1_700_000_000_000 + n * 15_000,
        }
        for n in range(count)
    ]
    body = {
        "cname": "stage",
        "uid": "527841",
        "resourceId": "r",
        "sid": sid,
        "serverResponse": {
            "fileListMode": "json",
            "fileList": files,
            "uploadingStatus": "uploaded",
        },
    }
    return json.dumps(body).encode()


class Empty(QAbstractTableModel):
    """A model that has rows and nothing in them."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: Any = None) -> int:
        return self._rows

    def columnCount(self, parent: Any = None) -> int:
        return len(FileColumn)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return None


def _ours(body: bytes) -> None:
    """On one thread, so that the work is counted and no waiting; in slices, as the window does."""
    view = QTableView()
    model = FilesModel()
    view.setModel(model)
    session = make_session(files=_parsed(body))
    loop, slices = QEventLoop(), Slices(model)
    model.settled.connect(loop.quit)
    slices.start(collect(session), model.set_files)
    loop.exec()
    model.sort(FileColumn.STARTS, Qt.SortOrder.DescendingOrder)
    loop.exec()
    model.set_filter("uid_s_1003")
    loop.exec()
    view.grab()


def _parsed(body: bytes) -> tuple[FileEntry, ...]:
    """The collector rests meanwhile, as it does while the client reads a long reply."""
    gc.disable()
    try:
        return replies.parse_stop(bodies.decode(body)).files
    finally:
        gc.enable()


def _floor(body: bytes) -> None:
    view = QTableView()
    model = Empty(len(json.loads(body)["serverResponse"]["fileList"]))
    view.setModel(model)
    view.grab()


def main(count: int, rounds: int) -> None:
    """Say what each took, round by round."""
    application = QApplication(sys.argv)
    body = reply(count)
    ours, floor = take_turns(rounds, [timed(lambda: _ours(body)), timed(lambda: _floor(body))])
    print(json.dumps({"ours": ours.values, "floor": floor.values}), flush=True)
    del application


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
