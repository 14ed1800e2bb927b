"""ReleaseNews: asks for a newer release where that is switched on, and says what is proven."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from agora_console.domain.problems import Fix, Problem, Severity

if TYPE_CHECKING:
    from agora_console.domain.update import Announcement
    from agora_console.ui.workspace import Workspace

log = logging.getLogger(__name__)

PAGE = "release"
"""The path of the Fix that opens it."""


class ReleaseNews(QObject):
    """Belongs to a workspace. Only the owner of the data folder asks at the start, never the demo.

    `answered` carries the newer release, or None for none; `failed` the Problem of an answer that
    is missing or not believed.
    """

    answered = Signal(object)
    failed = Signal(object)

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space

    def begin(self) -> None:
        """Ask once a run, where somebody wants that; a person need not be told of no answer."""
        console = self._space.console
        self._space.window.notice.fix_requested.connect(self._on_fix_requested)
        updates, owner = console.updates, not console.recordings.read_only
        if updates.on and not updates.asked and owner and not console.demo:
            console.run("release", console.updates.ask(), self._tell, self._note)

    def ask(self) -> None:
        """Ask once more; what comes of it is not shown in the window."""
        console = self._space.console
        console.run("release", console.updates.ask(), self.answered.emit, self.failed.emit)

    def open_page(self, page: str) -> None:
        """Show the page of a release in the browser."""
        if not QDesktopServices.openUrl(QUrl(page)):
            said = self.tr("The page could not be opened: {0}").format(page)
            self._space.window.show_problem(Problem(said, Severity.WARNING))

    def _tell(self, found: Announcement | None) -> None:
        if found is None:
            return
        version = self._space.console.updates.version
        said = self.tr("Agora Console {0} is out; this is {1}.").format(found.version, version)
        self._space.window.show_problem(
            Problem(
                said,
                Severity.NOTE,
                rule="release",
                holds=self.tr("Nothing was downloaded."),
                fix=Fix(self.tr("Open its page"), PAGE, found.page),
            )
        )

    def _note(self, problem: Problem) -> None:
        log.info("No answer about new releases: %s", problem.sentence)

    def _on_fix_requested(self, fix: Fix) -> None:
        if fix.path == PAGE:
            self.open_page(str(fix.value))
