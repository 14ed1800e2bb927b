"""AdoptDialog: takes over a recording of another desk, by its ticket or by its ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.intake.ticket import Ticket, TicketError, make_ticket
from agora_console.domain.intake.ticket_text import read_ticket
from agora_console.domain.problems import Problem, Severity
from agora_console.services.reading import read_file
from agora_console.services.sessions.taking_over import TakenOver, take_over
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from agora_console.services.console import Console

_LINES = ("sid", "resourceId", "cname", "uid")


class AdoptDialog(QDialog):
    """`taken` carries the TakenOver. It closes by itself then; what was refused it says."""

    taken = Signal(object)

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Take over a recording"))
        self._console = console
        self._read: Ticket | None = None
        self.file_dialog: QFileDialog | None = None
        self.notice = Notice()
        self.ticket = QPlainTextEdit()
        self.ticket.setTabChangesFocus(True)
        self.ticket.setFont(mono(self.font(), 0.95))
        self.ticket.setPlaceholderText(self.tr("agora-ticket:… from a mail or chat, or its file"))
        self.ticket.setProperty("lines", "few")
        self.choose = QPushButton(self.tr("Choose a file…"))
        self.lines = {key: QLineEdit() for key in _LINES}
        self.mode = SegmentedControl(
            [("mix", "mix"), ("individual", "individual"), ("web", "web")], self.tr("Mode")
        )
        self.project = QComboBox()
        for project in console.projects.all():
            self.project.addItem(project.name, project.id)
        self.take = QPushButton(self.tr("Take over"))
        self.take.setProperty("kind", "primary")
        self.take.setDefault(True)
        self.cancel = QPushButton(self.tr("Close"))
        self.rows = self._make_rows()
        self._lay_out()
        self._connect()
        self._choose_project("")
        self.resize(em(self, 46), em(self, 38))

    def done(self, result: int) -> None:
        if self.file_dialog is not None:
            self.file_dialog.reject()
        super().done(result)

    def open_file(self, path: Path) -> None:
        """Read the ticket of a file."""
        work = read_file(path)
        self._console.run("adopt:file", work, self.ticket.setPlainText, self.notice.show_problem)

    # --- what happens ----------------------------------------------------------------

    def _on_ticket_changed(self) -> None:
        """Show what a ticket says; what is none says why."""
        text = self.ticket.toPlainText()
        self._read = None
        self.rows["ticket"].set_problem(None)
        if not text.strip():
            return
        try:
            self._read = ticket = read_ticket(text)
        except TicketError as error:
            self.rows["ticket"].set_problem(Problem(str(error)))
            return
        self._show_ids(ticket)
        self._choose_project(ticket.app_id)

    def _show_ids(self, ticket: Ticket) -> None:
        for key, value in _ids(ticket).items():
            if key in self.lines:
                self.lines[key].setText(value)
                self.rows[key].set_problem(None)
        self.mode.set_value(ticket.mode)

    def _choose_project(self, app_id: str) -> None:
        """The project with that App ID, else the one in use; none is said."""
        current = self._console.projects.current()
        wanted = current.id if current else ""
        known = {each.app_id.casefold(): each.id for each in self._console.projects.all()}
        self.rows["project"].set_problem(None)
        if app_id:
            wanted = known.get(app_id.casefold(), wanted)
            if app_id.casefold() not in known:
                sentence = self.tr("No project here has the App ID {0} of the ticket.")
                self.rows["project"].set_problem(Problem(sentence.format(app_id)))
        self.project.setCurrentIndex(max(self.project.findData(wanted), 0))

    def _on_take_clicked(self) -> None:
        for key in self.lines:
            self.rows[key].set_problem(None)
        ticket, project_id = self._wanted(), self.project.currentData()
        if ticket is None:
            return
        self.take.setEnabled(False)
        said = self.tr("Writing it down, and asking Agora once…")
        self.notice.show_problem(Problem(said, Severity.NOTE))
        work = take_over(self._console.recordings, ticket, str(project_id or ""))
        self._console.run("adopt", work, self._on_taken, self._on_refused)

    def _wanted(self) -> Ticket | None:
        """The ticket that was read, or one of the typed ids; None when they make none."""
        typed: dict[str, Any] = {key: line.text().strip() for key, line in self.lines.items()}
        typed["mode"] = self.mode.value()
        if self._read is not None and _ids(self._read) == typed:
            return self._read
        for key in _LINES:
            if not typed[key]:
                said = self.tr("It is missing: a recording is found by all of its ids.")
                self._fail(key, said)
                return None
        try:
            return make_ticket(typed)
        except TicketError as error:
            self._fail(error.field, str(error))
            return None

    def _fail(self, key: str, sentence: str) -> None:
        row = self.rows.get(key)
        if row is None:
            self.notice.show_problem(Problem(sentence))
        else:
            row.set_problem(Problem(sentence))
            row.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_taken(self, taken: TakenOver) -> None:
        self.taken.emit(taken)
        self.accept()

    def _on_refused(self, problem: Problem) -> None:
        self.take.setEnabled(True)
        self.notice.show_problem(problem)

    def _on_choose_clicked(self) -> None:
        if self.file_dialog is not None:
            return
        dialog = QFileDialog(self, self.tr("Open a ticket"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Tickets (*.agora-ticket *.json *.txt)"), self.tr("All (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.finished.connect(self._on_file_dialog_finished)
        self.file_dialog = dialog
        dialog.open()

    def _on_file_dialog_finished(self) -> None:
        if self.file_dialog is not None:
            self.file_dialog.deleteLater()
            self.file_dialog = None

    # --- parts -----------------------------------------------------------------------

    def _connect(self) -> None:
        for button in (self.choose, self.cancel):
            button.setAutoDefault(False)
        self.ticket.textChanged.connect(self._on_ticket_changed)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.take.clicked.connect(self._on_take_clicked)
        self.cancel.clicked.connect(self.reject)

    def _make_rows(self) -> dict[str, FieldRow]:
        captions = {
            "sid": self.tr("sid"),
            "resourceId": self.tr("resourceId"),
            "cname": self.tr("Channel name"),
            "uid": self.tr("Recorder UID"),
        }
        return {
            "ticket": FieldRow(self.tr("Ticket"), self.ticket),
            **{key: FieldRow(said, self.lines[key]) for key, said in captions.items()},
            "mode": FieldRow(self.tr("Mode"), self.mode),
            "project": FieldRow(self.tr("Project"), self.project),
        }

    def _lay_out(self) -> None:
        words = self.tr(
            "It is written into the journal here and Agora is asked once. Whoever started it goes "
            "on watching it as well."
        )
        column = QVBoxLayout(self)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.7))
        column.addWidget(self.notice)
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.rows["ticket"])
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignRight)
        column.addWidget(label(self.tr("Or type its ids"), "title"))
        for key in (*_LINES, "mode", "project"):
            column.addWidget(self.rows[key])
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.take)
        column.addLayout(buttons)


def _ids(ticket: Ticket) -> dict[str, Any]:
    return {
        "sid": ticket.sid,
        "resourceId": ticket.resource_id,
        "cname": ticket.cname,
        "uid": ticket.uid,
        "mode": ticket.mode,
    }
