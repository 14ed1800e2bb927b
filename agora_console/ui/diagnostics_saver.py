"""Saving diagnostics from the menu, and saying where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QGuiApplication

from agora_console.domain.problems import Problem, Severity
from agora_console.services.papers.diagnostics import save_diagnostics

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.window import MainWindow


class DiagnosticsSaver(QObject):
    """Writes one file into the data folder: nothing is sent anywhere."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console = console
        self._window = window

    def save(self) -> None:
        """Save them and show the place, or what kept them from being saved."""
        screen = self._window.screen()
        size = screen.size()
        surroundings = {
            "qt": qVersion(),
            "platform": QGuiApplication.platformName(),
            "screen": f"{size.width()} × {size.height()} at {screen.devicePixelRatio():g}",
            "theme": self._window.theme.choice,
        }
        self._console.run(
            "diagnostics",
            save_diagnostics(self._console, surroundings),
            self._on_saved,
            self._window.show_problem,
        )

    def _on_saved(self, path: Path) -> None:
        self._window.show_problem(
            Problem(
                self.tr("Diagnostics were saved to {0}.").format(path),
                severity=Severity.NOTE,
                holds=self.tr("They hold the log and versions, no secret, and were not sent."),
            )
        )
