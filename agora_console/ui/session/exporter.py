"""Saving what a session has to a file: the dialog that asks where, and the write."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

from agora_console.domain.files.rows import Looked
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.files.export import Kind, export_files, write_export
from agora_console.services.papers.har import har
from agora_console.services.papers.support import write_bundle
from agora_console.services.values import Exchange
from agora_console.ui.session.calls import Call

if TYPE_CHECKING:
    from agora_console.services.console import Console

_FILTERS: Final[dict[str, str]] = {
    "csv": "CSV (*.csv)",
    "json": "JSON (*.json)",
    "html": "HTML (*.html)",
    "har": "HTTP Archive (*.har)",
    "zip": "ZIP (*.zip)",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A file somebody wants: its ending and name, who writes it, and what is said of it."""

    title: str
    ending: str
    name: str
    subject: str
    write: Callable[[Path], Coroutine[Any, Any, None]]


class Exporter(QObject):
    """`saved` carries what was written and its path, `failed` a Problem."""

    saved = Signal(str, str)
    failed = Signal(object)

    def __init__(self, console: Console, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self._window = window
        self.dialog: QDialog | None = None

    def ask_where(self, session: Session, kind: Kind, looked: Looked | None = None) -> None:
        """Open the dialog; the list that is saved is that of `session` as it is now."""
        self.ask(self._files(session, kind, looked))

    def ask_where_har(self, session: Session, calls: Sequence[Call]) -> None:
        """Open the dialog for an archive of these requests."""
        exchanges = [_exchange(call) for call in calls]

        async def write(path: Path) -> None:
            await write_export(path, har(exchanges, self._console.redactor))

        title, name = self.tr("Save the requests as HAR"), export_name(session, "requests", "har")
        self.ask(Wish(title, "har", name, self.tr("The archive of requests"), write))

    def ask_where_bundle(self, session: Session) -> None:
        """Open the dialog for the support bundle of `session`."""
        console = self._console

        async def write(path: Path) -> None:
            entries = await console.recordings.entries(session.id)
            await write_bundle(path, session, entries, console.redactor, console.clock.now())

        title, name = self.tr("Save the support bundle"), export_name(session, "support", "zip")
        self.ask(Wish(title, "zip", name, self.tr("The support bundle"), write))

    def close(self) -> None:
        """Take back a dialog that is open; nothing is saved."""
        if self.dialog is not None:
            self.dialog.reject()

    def save(self, session: Session, kind: Kind, path: Path) -> None:
        """Write the file list of `session` to `path`."""
        self._save(self._files(session, kind), path)

    def _files(self, session: Session, kind: Kind, looked: Looked | None = None) -> Wish:
        return Wish(
            self.tr("Export the file list"),
            kind,
            suggested_name(session, kind),
            self.tr("The file list"),
            lambda path: export_files(session, kind, path, looked),
        )

    def ask(self, wish: Wish) -> None:
        """Open the dialog for a wish; one dialog at a time."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        dialog = QFileDialog(self._window, wish.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # Qt's own question about an existing file would run a loop inside the loop; see _on_chosen.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setNameFilter(self._filter(wish.ending))
        dialog.setDefaultSuffix(wish.ending)
        dialog.selectFile(wish.name)
        dialog.fileSelected.connect(lambda path: self._on_chosen(wish, Path(path)))
        self._open(dialog)

    def _filter(self, ending: str) -> str:
        match ending:
            case "agora-config":
                return self.tr("Agora Console config (*.agora-config)")
            case "txt":
                return self.tr("Text (*.txt)")
        return _FILTERS[ending]

    def _save(self, wish: Wish, path: Path) -> None:
        self._console.run(
            f"export:{path}",
            wish.write(path),
            lambda _: self.saved.emit(wish.subject, str(path)),
            lambda problem: self.failed.emit(self._explained(problem, wish, path)),
        )

    def _on_chosen(self, wish: Wish, path: Path) -> None:
        if not path.exists():
            self._save(wish, path)
            return
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Warning)
        question.setWindowTitle(wish.title)
        question.setText(self.tr("{0} exists already.").format(path.name))
        replace = question.addButton(self.tr("Replace it"), QMessageBox.ButtonRole.AcceptRole)
        keep = question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(keep)
        question.setEscapeButton(keep)
        replace.clicked.connect(lambda: self._save(wish, path))
        self._open(question)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _: self._on_finished(dialog))
        dialog.open()

    def _on_finished(self, dialog: QDialog) -> None:
        if self.dialog is dialog:  # the question may have taken the place of the file dialog
            self.dialog = None
        dialog.deleteLater()

    def _explained(self, problem: Problem, wish: Wish, path: Path) -> Problem:
        return Problem(
            self.tr("{0} was not saved to {1}.").format(wish.subject, path),
            holds=self.tr("Everything in it is still in the journal."),
            action=self.tr("Choose another folder."),
            detail=problem.sentence,
        )


def suggested_name(session: Session, kind: Kind) -> str:
    """A file name with the channel in it, of letters that every file system takes."""
    return export_name(session, "files", kind)


def export_name(session: Session, what: str, ending: str) -> str:
    """A file name with the channel in it."""
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '-', session.cname)}-{what}.{ending}"


def _exchange(call: Call) -> Exchange:
    return Exchange(
        at=call.at,
        operation=call.operation,
        method=call.method,
        base_url=call.address,
        path="",
        attempt=call.attempt,
        request=call.request,
        http=call.http,
        code=call.code,
        latency_ms=call.latency_ms or 0.0,
        request_id=call.request_id,
        reply=call.reply,
        error=call.error,
    )
