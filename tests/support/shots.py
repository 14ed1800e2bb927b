"""A picture of every screen, on the real window and services against the simulator.

Run by `python3 packaging/dev.py shots [DIR]`; nothing real is asked and nothing is kept.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import qasync
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from agora_console.arguments import parse
from agora_console.services.console import Console
from agora_console.services.gate import HELD
from agora_console.serving import Serving
from agora_console.ui.look.theme import Theme
from agora_console.ui.speech.language import Language
from agora_console.ui.window import MainWindow
from tests.support.screens import screens, settle

THEMES = ("light", "dark", "contrast")
SIZES = (QSize(1280, 800), QSize(960, 600))
SPEED = 20.0
PATIENCE = 60.0
GLANCE = 0.02
SETTLE = 0.12
"""Seconds in which the services answer what a screen has asked for."""

RECORDING = "clientRequest.recordingConfig"
SETTINGS: dict[str, dict[str, object]] = {
    "mix": {
        f"{RECORDING}.maxIdleTime": 300,
        f"{RECORDING}.transcodingConfig.width": 1280,
        f"{RECORDING}.transcodingConfig.height": 720,
        f"{RECORDING}.transcodingConfig.fps": 30,
        f"{RECORDING}.transcodingConfig.bitrate": 3420,
        f"{RECORDING}.transcodingConfig.mixedVideoLayout": 1,
    },
    "individual": {f"{RECORDING}.subscribeUidGroup": 1},
}
SHOWS = (("keynote-main-stage", "mix"), ("breakout-room-3", "individual"), ("rehearsal", "mix"))
"""Channel and mode of what is recorded; the last one is stopped again."""


def main(arguments: Sequence[str]) -> int:
    """Take all pictures; the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py shots", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("build", "shots"))
    parser.add_argument("--language", choices=("en", "de"), default="en")
    parser.add_argument("--scale", default="1", help="how many pixels a point has, such as 1.5")
    wishes = parser.parse_args(arguments)
    os.environ["QT_SCALE_FACTOR"] = wishes.scale
    app = QApplication(["shots"])
    app.setQuitOnLastWindowClosed(False)
    theme, language = Theme(app, THEMES[0]), Language(wishes.language, app)
    wishes.folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="agora-shots-") as data,
        asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner,
    ):
        return runner.run(_serve(Path(data), theme, language, wishes.folder))


async def _serve(data: Path, theme: Theme, language: Language, folder: Path) -> int:
    wishes = parse(["--demo", "--speed", str(SPEED), "--data-dir", str(data)])
    serving = Serving(wishes, theme, language=language)

    async def script(window: MainWindow, console: Console) -> None:
        await _record(window, console)
        begin = time.monotonic()
        count = await _take_all(window, theme, folder)
        print(f"{count} pictures in {folder}, {time.monotonic() - begin:.0f} s")
        for session in console.recordings.sessions():
            if session.stoppable:
                console.gate.order(session.id, HELD)
        await _until(lambda: not any(each.live for each in console.recordings.sessions()))
        serving.end()

    return await serving.run(script)


async def _record(window: MainWindow, console: Console) -> None:
    """Something to see: recordings of two modes, and one that is over."""
    space = window.workspace
    assert space is not None
    recordings = console.recordings
    for cname, mode in SHOWS:
        window.select_draft()
        space.draft.model.set_mode(mode)
        space.draft.model.set("cname", cname)
        for path, value in SETTINGS[mode].items():
            space.draft.model.set(path, value)
        space.draft.judge.judge()
        await _until(lambda: not space.draft.launch.blocked and _ready(space.draft.problems()))
        space.draft.start()
        await _until(partial(_is_stored, console, cname), f"{cname} was not started")
    console.gate.order(recordings.sessions()[-1].id, HELD)
    await _until(lambda: any(each.over for each in recordings.sessions()), "nothing ended")
    space.draft.model.set("cname", "town-hall")


def _is_stored(console: Console, cname: str) -> bool:
    shows = [each for each in console.recordings.sessions() if each.cname == cname]
    return any(each.last_status == 5 and each.files for each in shows)


def _ready(problems: Sequence[object]) -> bool:
    return not any(getattr(each, "severity", "") == "error" for each in problems)


async def _take_all(window: MainWindow, theme: Theme, folder: Path) -> int:
    count = 0
    for name in THEMES:
        theme.choose(name)
        for size in SIZES:
            window.resize(size)
            settle()
            for screen in screens(window):
                shown = screen.show()
                await asyncio.sleep(SETTLE)
                settle()
                if shown is not window:
                    shown.resize(shown.size().boundedTo(size))
                    settle()
                place = folder / f"{screen.name}-{name}-{size.width()}.png"
                if not shown.grab().save(str(place)):
                    raise OSError(f"{place} could not be written")
                count += 1
                screen.leave()
                settle()
    return count


async def _until(fact: Callable[[], bool], failure: str = "") -> None:
    end = time.monotonic() + PATIENCE
    while not fact():
        if time.monotonic() > end:
            raise TimeoutError(failure)
        await asyncio.sleep(GLANCE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
