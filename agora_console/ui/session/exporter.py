"""Saving the file list: the dialog that asks where, and the write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.export import Kind, export_files

if TYPE_CHECKING:
    from agora_console.services.console import Console

_FILTERS: Final[dict[Kind, str]] = {"csv": "CSV (*.csv)", "json": "JSON (*.json)"}


class Exporter(QObject):
    """`saved` carries the path that was written, `failed` a Problem."""

    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, console: Console, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self._window = window
        self.dialog: QDialog | None = None

    def ask_where(self, session: Session, kind: Kind) -> None:
        """Open the dialog; the list that is saved is that of `session` as it is now."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = QFileDialog(self._window, self.tr("Export the file list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Qt's own question about an existing file would run a loop inside the loop; see _on_chosen.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(_FILTERS[kind])
        dialog.setDefaultSuffix(kind)
        dialog.selectFile(suggested_name(session, kind))
        dialog.fileSelected.connect(lambda path: self._on_chosen(session, kind, Path(path)))
        self._open(dialog)

    def close(self) -> None:
        """Take back a dialog that is open; nothing is saved."""
        if self.dialog is not None:
            self.dialog.reject()

    def save(self, session: Session, kind: Kind, path: Path) -> None:
        """Write the file list of `session` to `path`."""
        self._console.run(
            f"export:{path}",
            export_files(session, kind, path),
            lambda _: self.saved.emit(str(path)),
            lambda problem: self.failed.emit(self._explained(problem, path)),
        )

    def _on_chosen(self, session: Session, kind: Kind, path: Path) -> None:
        if not path.exists():
            self.save(session, kind, path)
            return
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(self.tr("Export the file list"))
        question.setText(self.tr("{0} exists already.").format(path.name))
        replace = question.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        replace.clicked.connect(lambda: self.save(session, kind, path))
        self._open(question)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._on_finished(dialog))
        dialog.open()

    def _on_finished(self, dialog: QDialog) -> None:
        if self.dialog is dialog:  # the question may have taken the place of the file dialog
            self.dialog = None
        dialog.deleteLater()

    def _explained(self, problem: Problem, path: Path) -> Problem:
        return Problem(
            self.tr("The file list was not saved to {0}.").format(path),
            holds=self.tr("The list is still in the journal."),
            action=self.tr("Choose another folder."),
            detail=problem.sentence,
        )


def suggested_name(session: Session, kind: Kind) -> str:
    """A file name with the channel in it, of letters that every file system takes."""
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', session.cname)}-files.{kind}"
