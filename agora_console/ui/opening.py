"""Opening: whatever a person brings along goes to where it belongs - the draft, or an adoption."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from agora_console.domain.intake.recognise import Config, take_in
from agora_console.domain.intake.ticket import Ticket
from agora_console.domain.problems import Problem
from agora_console.services.reading import read_file
from agora_console.services.sessions.taking_over import TakenOver
from agora_console.ui.dropping import Dropping
from agora_console.ui.recovering import Recovering, taken_over_note
from agora_console.ui.speech.spoken import said as spoken

if TYPE_CHECKING:
    from agora_console.ui.dialogs.adopt_dialog import AdoptDialog
    from agora_console.ui.workspace import Workspace


class Opening(QObject):
    """Belongs to a workspace: files, the clipboard, what is dropped, tickets."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.recovering = Recovering(space)
        self.dropping = Dropping(space.window)
        self.adopt: AdoptDialog | None = None
        self.file_dialog: QFileDialog | None = None

    def begin(self) -> None:
        """Connect the commands, and take what is dropped."""
        commands, sidebar = self._space.window.commands, self._space.window.sidebar
        commands.open_file.triggered.connect(self._on_open_triggered)
        commands.paste.triggered.connect(self._on_paste_triggered)
        commands.take_over.triggered.connect(self._on_take_over_requested)
        sidebar.take_over_requested.connect(self._on_take_over_requested)
        self.dropping.file_dropped.connect(self.open_file)
        self.dropping.text_dropped.connect(
            lambda text: self.take_text(text, self.tr("what was dropped"))
        )
        self.dropping.refused.connect(self._space.window.show_problem)
        self.dropping.begin()
        self.recovering.begin()

    def end(self) -> None:
        """Take nothing any more, and close what is open."""
        self.dropping.end()
        for dialog in (self.adopt, self.file_dialog):
            if dialog is not None:
                dialog.reject()

    def open_file(self, path: Path) -> None:
        """Read a file and take over what is in it; what cannot be read is said."""
        done = partial(self._on_read, path.name)
        self._space.console.run(f"open:{path}", read_file(path), done, self._say)

    def take_text(self, text: str, source: str) -> None:
        """Take over a config, or show the recording of a ticket; `source` is told with it."""
        found = take_in(text)
        if isinstance(found, Config):
            self._space.show_draft()
            said = self.tr("the cURL line") if found.curl else source
            self._space.draft.take_over(found, said)
            note = self._space.draft.notice.problem()
            if note is not None and not self._space.draft.isVisible():  # there is no project yet
                self._say(replace(note, fix=None))
        elif isinstance(found, Ticket):
            self.show_adopt(text)
        else:
            why = spoken(found.sentence)
            if found.line:
                why = self.tr("Line {0}: {1}").format(found.line, why)
            sentence = self.tr("Nothing was taken over from {0}.").format(source)
            self._say(Problem(sentence, holds=why, action=self.tr("The draft is as it was.")))

    def take_pasted(self, text: str) -> None:
        """The same with what was in the clipboard."""
        self.take_text(text, self.tr("the clipboard"))

    def show_adopt(self, ticket: str = "") -> None:
        """Open the dialog that takes over a recording of another desk."""
        if self.adopt is None:
            from agora_console.ui.dialogs.adopt_dialog import AdoptDialog  # noqa: PLC0415

            dialog = AdoptDialog(self._space.console, self._space.window)
            dialog.taken.connect(self._on_taken)
            dialog.finished.connect(self._on_adopt_finished)
            self.adopt = dialog
        if ticket:
            self.adopt.ticket.setPlainText(ticket)
        self.adopt.setModal(False)
        self.adopt.show()
        self.adopt.raise_()
        self.adopt.activateWindow()

    # --- what happens --------------------------------------------------------------

    def _on_read(self, name: str, text: str) -> None:
        self.take_text(text, name)

    def _on_take_over_requested(self) -> None:
        self.show_adopt()

    def _on_paste_triggered(self) -> None:
        self.take_pasted(QGuiApplication.clipboard().text())

    def _on_open_triggered(self) -> None:
        if self.file_dialog is not None:
            self.file_dialog.raise_()
            return
        dialog = QFileDialog(self._space.window, self.tr("Open a config or ticket"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [
                self.tr("Configs and tickets (*.json *.agora-config *.agora-ticket *.txt)"),
                self.tr("All files (*)"),
            ]
        )
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.finished.connect(self._on_file_dialog_finished)
        self.file_dialog = dialog
        dialog.open()

    def _on_taken(self, taken: TakenOver) -> None:
        self._space.show_session(taken.session.id)
        self._say(taken_over_note(taken, self._space.console.clock.now()))

    def _say(self, problem: Problem) -> None:
        self._space.window.show_problem(problem)

    def _on_adopt_finished(self) -> None:
        if self.adopt is not None:
            self.adopt.deleteLater()
            self.adopt = None

    def _on_file_dialog_finished(self) -> None:
        if self.file_dialog is not None:
            self.file_dialog.deleteLater()
            self.file_dialog = None
