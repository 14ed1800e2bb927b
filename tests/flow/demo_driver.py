"""A demo window in a process of its own, driven to a point at which a test wants to kill it.

`python -m tests.flow.demo_driver start DIR` records and waits; `find-and-stop DIR` finds the
recording, sees that it is watched, stops it and leaves.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import qasync
from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from agora_console.arguments import Arguments
from agora_console.services.console import Console
from agora_console.serving import Serving
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from agora_console.ui.window import MainWindow

SPEED = 8.0


async def start(window: MainWindow, console: Console) -> None:
    hands = Hands(window)
    hands.type_into("Channel name", "town-hall")
    hands.type_into("Leave when idle", "300")
    hands.press("Start recording")
    await hands.until(
        lambda: any(each.confirmed_at for each in console.recordings.sessions()), "no recording"
    )
    print("records", console.recordings.sessions()[-1].sid, flush=True)
    await asyncio.Event().wait()


async def find_and_stop(window: MainWindow, console: Console) -> None:
    hands = Hands(window)
    session = console.recordings.sessions()[-1]
    print("found", session.sid, flush=True)
    asked = session.last_status_at or 0.0
    hands.press("Ask now")
    await hands.until(
        lambda: (console.recordings.sessions()[-1].last_status_at or 0.0) > asked, "not watched"
    )
    print("watched", flush=True)
    await hands.hold(
        "Hold to stop", lambda: console.recordings.sessions()[-1].stop_sent_at is not None
    )
    await hands.until(lambda: console.recordings.sessions()[-1].over, "it did not end")
    print("FILES LISTED" if console.recordings.sessions()[-1].files else "no files", flush=True)
    window.close()


def on_qt_message(kind: object, context: object, text: str) -> None:
    if not text.startswith("This plugin does not support"):
        print(text, file=sys.stderr)


def main(act: str, folder: str) -> int:
    qInstallMessageHandler(on_qt_message)
    application = QApplication(["demo"])
    application.setQuitOnLastWindowClosed(False)
    arguments = Arguments(demo=True, data_dir=Path(folder), speed=SPEED)
    script = start if act == "start" else find_and_stop

    async def serve() -> int:
        return await Serving(arguments, Theme(application, "dark")).run(script)

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(serve())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
