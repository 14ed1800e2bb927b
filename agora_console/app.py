"""Composition root with a window: paint first, import everything else afterwards.

What is imported here is on the way to the first paint; the loop, the services and what stands in
the window are in `serving`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from agora_console import __version__
from agora_console.first_look import Look
from agora_console.settings.folders import console_dir, may_be_owned
from agora_console.settings.glance import glance
from agora_console.ui.application import Application
from agora_console.ui.window import MainWindow

if TYPE_CHECKING:
    from agora_console.arguments import Arguments

log = logging.getLogger(__name__)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}

UNSEEN_MS = 1000
"""After so long it goes on without a paint: the window may be minimised, or the screen locked."""


def run_window(look: Look, read: Callable[[], Arguments]) -> int:
    """Open the window and serve it; returns the exit code. `read` says the rest of what was typed.

    Where one runs on the same data folder, that one comes to the front instead.
    """
    folder = console_dir(look.data_dir, os.environ, demo=look.demo)
    if not look.alone and _raised_running(folder, read):
        return 0
    qInstallMessageHandler(_on_qt_message)
    application = Application([sys.argv[0]])
    application.setApplicationName("Agora Console")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("agora-console")
    application.setQuitOnLastWindowClosed(False)
    kept = glance(folder)
    window = MainWindow(demo=look.demo)
    application.hand_files_to(window.open_file)
    window.restore_place(kept.get("window", ""))
    window.prime(look.theme or kept.get("theme", "system"))
    if not look.minimized:  # or it would perhaps never be painted
        _paint(application, window)
    from agora_console.serving import serve_window

    return serve_window(read(), application, window)


def _paint(application: QApplication, window: MainWindow) -> None:
    """Show the window and return as soon as it has been painted.

    There is no task yet that a loop of Qt's own could harm.
    """
    seen = QTimer(singleShot=True, interval=UNSEEN_MS)
    seen.timeout.connect(application.exit)
    window.painted.connect(application.exit)
    seen.start()
    window.show()
    application.exec()
    window.painted.disconnect(application.exit)


def _raised_running(folder: Path, read: Callable[[], Arguments]) -> bool:
    """True when another process has a window for this data folder, which is now in front."""
    if not may_be_owned(folder):
        return False
    from agora_console.services.errands.handover.note import read_note

    if read_note(folder) is None:
        return False
    import asyncio

    from agora_console.services.errands.handover.client import raise_owner

    return asyncio.run(raise_owner(folder, read().open))


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt's own words go to the log; what the offscreen platform says of every window does not."""
    if text.startswith("This plugin does not support"):
        return
    level = _LEVELS.get(kind, logging.ERROR)
    log.log(level, "Qt: %s", text)
