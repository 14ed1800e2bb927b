"""Renewing the temporary credentials of the storage of a recording, by one update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.rotation import moment_of, rotation, why_not_rotatable
from agora_console.domain.rules import CheckContext, check_update
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.secret_line import SecretLine

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.workspace import Workspace

_PATH = "storageConfig."


class RotationDialog(QDialog):
    """Asks for the new credentials of one recording; it closes when Agora has accepted them.

    What is typed is kept in memory, and only as long as this is open.
    """

    def __init__(self, console: Console, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Renew the storage credentials"))
        self._console = console
        self._session = session
        self._sent: int | None = None
        self.access, self.secret, self.token = SecretLine(), SecretLine(), SecretLine()
        self.ends = QLineEdit()
        self.ends.setPlaceholderText(self.tr("2026-05-17T18:30:00Z, or seconds since 1970"))
        self.notice = Notice()
        self.rows = {
            "accessKey": self.access.row(named(f"{STORAGE}.accessKey")),
            "secretKey": self.secret.row(named(f"{STORAGE}.secretKey")),
            "stsToken": self.token.row(named(f"{STORAGE}.stsToken")),
            "stsExpiration": FieldRow(
                named(f"{STORAGE}.stsExpiration"),
                self.ends,
                hint=self.tr("At least four hours from now"),
            ),
        }
        self.send = QPushButton(self.tr("Send"))
        self.send.setProperty("kind", "primary")
        self.send.setDefault(True)
        self.send.setToolTip(self.tr("Sends one update with the whole storage (Enter)"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.send.clicked.connect(self._on_send_clicked)
        self.cancel.clicked.connect(self.reject)
        self._ends = (
            console.recordings.changed.subscribe(self._on_changed),
            console.recordings.told.subscribe(self._on_told),
        )

    def done(self, result: int) -> None:
        """Forget what was typed."""
        for end in self._ends:
            end()
        for line in (self.access, self.secret, self.token):
            line.clear()
        super().done(result)

    def _on_send_clicked(self) -> None:
        keys = {
            "accessKey": self.access.text().strip(),
            "secretKey": self.secret.text().strip(),
            "stsToken": self.token.text().strip(),
        }
        expires = moment_of(self.ends.text())
        change = rotation(self._session, keys, expires)
        problems = (*self._missing(keys, expires), *self._judged(change, keys))
        found = {problem.path.removeprefix(_PATH): problem for problem in reversed(problems)}
        for path, row in self.rows.items():
            row.set_problem(found.get(path))
        if has_errors(problems):
            return
        self.notice.clear()
        try:
            self._console.gate.update(self._session.id, change)
        except RefusedError as error:
            self.notice.show_problem(error.problems[0])
            return
        self._sent = expires
        self._set_busy(True)

    def _judged(self, change: dict[str, object], keys: dict[str, str]) -> tuple[Problem, ...]:
        context = CheckContext(
            now=self._console.clock.now(),
            has_storage_keys=bool(keys["accessKey"] and keys["secretKey"]),
            has_sts_token=bool(keys["stsToken"]),
            secrets_inside=True,
        )
        return check_update(
            change, self._session.mode, document=self._session.config, context=context
        )

    def _missing(self, keys: dict[str, str], expires: int | None) -> tuple[Problem, ...]:
        found = [
            Problem(self.tr("It is missing."), path=path)
            for path, value in keys.items()
            if not value
        ]
        if expires is None:
            said = self.tr("This is no point in time; paste it as the vendor writes it.")
            found.append(Problem(said, path="stsExpiration"))
        return tuple(found)

    def _on_changed(self, session: Session) -> None:
        if session.id != self._session.id:
            return
        self._session = session
        if self._sent is not None and session.sts_expires_at == self._sent:
            self.accept()

    def _on_told(self, problem: Problem) -> None:
        mine = problem.rule == f"session:{self._session.id}" and problem.path == "update"
        if mine and self._sent is not None:
            self._set_busy(False)
            self.notice.show_problem(problem)

    def _set_busy(self, busy: bool) -> None:
        self.send.setEnabled(not busy)
        self.send.setText(self.tr("Sending…") if busy else self.tr("Send"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.7))
        about = f"{self._session.cname} · UID {self._session.uid}"
        column.addWidget(label(about, "title", wrap=True))
        column.addWidget(self.notice)
        for row in self.rows.values():
            column.addWidget(row)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(em(self, 0.7))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)
        self.setMinimumWidth(em(self, 44))


class Rotations(QObject):
    """Opens the dialog for the recording in sight; belongs to a workspace."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.dialog: RotationDialog | None = None

    def begin(self) -> None:
        """Connect the command."""
        self._space.window.commands.rotate.triggered.connect(self.show)

    def end(self) -> None:
        """Close what is open."""
        if self.dialog is not None:
            self.dialog.reject()

    def show(self) -> None:
        """Ask for new credentials, or say why there is nothing to renew."""
        space = self._space
        on_page = space.window.pages.currentWidget() is space.session
        session = space.console.recordings.get(space.session.session_id) if on_page else None
        why = (
            self.tr("Choose the recording whose credentials end.")
            if session is None
            else why_not_rotatable(session)
        )
        if why or session is None:
            space.window.show_problem(Problem(why, holds=self.tr("Nothing was sent.")))
            return
        if self.dialog is None:
            self.dialog = RotationDialog(space.console, session, space.window)
            self.dialog.finished.connect(self._on_finished)
        self.dialog.setModal(False)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def _on_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
