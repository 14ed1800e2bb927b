"""AccountCard: App ID, customer ID and customer secret with a test, and what is advanced."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from agora_console.domain.problems import Problem
from agora_console.services.values import Project
from agora_console.ui.dialogs.advanced_rows import AdvancedRows
from agora_console.ui.dialogs.project_check import APP_ID, CUSTOMER_ID, NAME, SECRET
from agora_console.ui.dialogs.step_label import StepLabel
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.widgets.labels import label, restyle
from agora_console.ui.widgets.secret_line import SecretLine


class AccountCard(Card):
    """`edited` carries the path of the field that was left; `test_requested` wants the proof."""

    edited = Signal(str)
    test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Agora account"))
        self.name = QLineEdit()
        self.app_id = QLineEdit()
        self.customer_id = QLineEdit()
        self.secret = SecretLine()
        self.advanced = AdvancedRows()
        self.name.setPlaceholderText(self.tr("what this project is called here"))
        self.app_id.setPlaceholderText(self.tr("32 characters, 0…9 and a…f"))
        self.has_stored_secret = False
        self._rows = self._make_rows()
        self.steps = (
            StepLabel(1, self.tr("App ID")),
            StepLabel(2, self.tr("Customer ID and secret")),
        )
        for step in self.steps:
            step.setParent(self)
            step.hide()
        self.test = QPushButton(self.tr("Test"))
        self.test.setAutoDefault(False)
        self.test.setToolTip(
            self.tr("Asks Agora for a recorder that is never started: it costs nothing")
        )
        self._verdict = label("", wrap=True)
        self._mark = QLabel()
        self.fold = FoldButton(self.tr("Advanced"))
        self.fold.set_about(self.tr("Address, area, spelling of black lists, App certificate"))
        self._lay_out()
        for path in (NAME, APP_ID, CUSTOMER_ID, SECRET):
            line = self._rows[path].editor
            assert isinstance(line, QLineEdit)
            line.editingFinished.connect(lambda path=path: self.edited.emit(path))
            line.textEdited.connect(self._on_text_edited)
        self.advanced.url.textEdited.connect(self._on_text_edited)
        self.advanced.edited.connect(self.edited)
        self.advanced.changed.connect(self._name_fold)
        self.fold.toggled.connect(self.advanced.setVisible)
        self.test.clicked.connect(self.test_requested)

    def show_project(self, project: Project) -> None:
        """Fill the fields from a project."""
        self.name.setText(project.name)
        self.app_id.setText(project.app_id)
        self.customer_id.setText(project.customer_id)
        self.advanced.show_project(project)

    def show_stored_secret(self, secret: SecretStr, place: str) -> None:
        """Say that a secret is stored, where, and how it ends."""
        self.has_stored_secret = True
        self.secret.show_stored(secret, place)
        self._rows[SECRET].set_hint(self.tr("Leave empty to keep the stored one."))

    def show_secret_hint(self, text: str) -> None:
        """Say why no stored secret is shown."""
        self._rows[SECRET].set_hint(text)

    def show_steps(self) -> None:
        """Name the steps that a first project takes."""
        self.set_title("")
        for row, step in ((APP_ID, self.steps[0]), (CUSTOMER_ID, self.steps[1])):
            self.body.insertWidget(self.body.indexOf(self._rows[row]), step)
            step.show()

    def show_app_id_done(self, done: bool) -> None:
        """Mark the first step."""
        self.steps[0].set_done(done)

    def show_problems(self, problems: Iterable[Problem], paths: Iterable[str]) -> None:
        """Show what is wrong with the fields of `paths`, clear it where nothing is."""
        found = {problem.path: problem for problem in problems}
        for path in paths:
            if path in self._rows:
                self._rows[path].set_problem(found.get(path))
        if found.keys() & self.advanced.rows.keys():
            self.fold.setChecked(True)

    def show_testing(self) -> None:
        """Say that Agora is being asked."""
        self.test.setEnabled(False)
        self._say("refresh", "muted", self.tr("Asking Agora…"))

    def show_verdict(self, problem: Problem | None) -> None:
        """Say what the test has shown; None is the proof."""
        self.test.setEnabled(True)
        if problem is None:
            text = self.tr("Proved: Agora accepts this App ID, customer ID and secret.")
            self._say("check", "green", text)
            self.steps[1].set_done(True)
        else:
            self._say("error", "danger", " ".join((problem.sentence, problem.action)).strip())

    def verdict(self) -> str:
        """What is said of the last test; empty when it proves nothing of the present values."""
        return self._verdict.text()

    def _say(self, icon: str, role: str, text: str) -> None:
        tint(self._mark, icon, role, 1.2)
        restyle(self._verdict, "role", role)
        self._verdict.setText(text)
        self._mark.setVisible(bool(text))

    def _make_rows(self) -> dict[str, FieldRow]:
        projects = self.tr("console.agora.io → Project Management")
        rest_api = self.tr("console.agora.io → Developer Toolkit → RESTful API")
        return {
            NAME: FieldRow(self.tr("Project name"), self.name),
            APP_ID: FieldRow(self.tr("App ID"), self.app_id, hint=projects),
            CUSTOMER_ID: FieldRow(self.tr("Customer ID"), self.customer_id, hint=rest_api),
            SECRET: self.secret.row(self.tr("Customer secret")),
            **self.advanced.rows,
        }

    def _name_fold(self) -> None:
        count = self.advanced.count_set()
        name = self.tr("Advanced")
        self.fold.setText(self.tr("{0} ({1} set)").format(name, count) if count else name)

    def _lay_out(self) -> None:
        for path in (NAME, APP_ID, CUSTOMER_ID, SECRET):
            self.body.addWidget(self._rows[path])
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.5))
        line.addSpacing(em(self, 11.5))
        line.addWidget(self.test)
        line.addWidget(self._mark)
        line.addWidget(self._verdict, 1)
        line.addWidget(self.fold)
        self.body.addLayout(line)
        self.body.addWidget(self.advanced)
        self.advanced.hide()
        self._mark.hide()

    def _on_text_edited(self) -> None:
        """What was proved of other values proves nothing of these."""
        self._mark.hide()
        self._verdict.clear()
        self.steps[1].set_done(False)
