"""Application: takes the files that the system hands over to a program that runs already.

On macOS a double click on a ticket or a config, and a file dropped on the icon in the Dock, come as
an event of the application and not on the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """`open_file` is called with each file; what comes before it is set waits for it."""

    # Not an event filter: that one would have every event of every widget go through Python.

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[Path] = []
        self._open_file: Callable[[Path], None] | None = None

    def hand_files_to(self, open_file: Callable[[Path], None]) -> None:
        """Say who opens files, also those that have come already."""
        self._open_file = open_file
        for path in self._waiting:
            open_file(path)
        self._waiting.clear()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            path = Path(event.file())
            if self._open_file is None:
                self._waiting.append(path)
            else:
                self._open_file(path)
            return True
        return super().event(event)
