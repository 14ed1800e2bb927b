"""Preflights: the sheet beside the window, its fixes in the draft, and the run it is kept with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from agora_console.domain.preflight import PROJECT
from agora_console.domain.problems import Fix, Problem
from agora_console.ui.draft.token_words import FROM

if TYPE_CHECKING:
    from agora_console.ui.draft.page import DraftPage
    from agora_console.ui.preflight.sheet import PreflightSheet, Wanted
    from agora_console.ui.workspace import Workspace


class Preflights(QObject):
    """Belongs to a workspace; the sheet is there once and stays usable beside the window."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.sheet: PreflightSheet | None = None

    def begin(self) -> None:
        """Connect the command."""
        self._space.window.commands.preflight.triggered.connect(self.show)

    def follow(self, draft: DraftPage) -> None:
        """Connect the draft and its button."""
        draft.bar.preflight_requested.connect(self.show)
        draft.changed.connect(self._on_draft_changed)
        draft.started.connect(self._on_started)

    def end(self) -> None:
        """Close the sheet; what it asks ends."""
        if self.sheet is not None:
            self.sheet.reject()

    def show(self) -> None:
        """Show the sheet of the draft."""
        if self.sheet is None:
            from agora_console.ui.preflight.sheet import PreflightSheet  # noqa: PLC0415

            sheet = PreflightSheet(self._space.console, self._wanted, self._space.window)
            sheet.fix_requested.connect(self._on_fix_requested)
            sheet.place_requested.connect(self._on_place_requested)
            self.sheet = sheet
        self.sheet.refresh()
        self.sheet.setModal(False)
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.activateWindow()
        self.sheet.run_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> Wanted | None:
        from agora_console.ui.preflight.sheet import Wanted  # noqa: PLC0415

        draft = self._space.draft
        order = draft.order()
        return None if order is None else Wanted(order, draft.form.channel.token.seconds())

    def _on_draft_changed(self) -> None:
        if self.sheet is not None and self.sheet.isVisible():
            self.sheet.refresh()

    def _on_fix_requested(self, fix: Fix) -> None:
        self._space.draft.model.mend(fix)
        self._space.draft.judge.judge()

    def _on_place_requested(self, path: str) -> None:
        space = self._space
        if path == PROJECT:
            space.edit_project(space.console.projects.current())
            return
        space.show_draft()
        space.window.activateWindow()
        # Where a token comes from is always in sight, the line for a pasted one is not.
        space.draft.reveal(Problem("", path=FROM if path == "token" else path))

    def _on_started(self, session_id: str) -> None:
        """A sheet that was finished before belongs to the run that followed it, once."""
        sheet = self.sheet.finished_sheet if self.sheet is not None else None
        if sheet is None or self.sheet is None:
            return
        self.sheet.finished_sheet = None
        self.sheet.reject()
        console = self._space.console
        console.run(
            f"preflight-keep:{session_id}",
            console.preflight.keep(session_id, sheet),
            lambda kept: None,
            self._space.window.show_problem,
        )
