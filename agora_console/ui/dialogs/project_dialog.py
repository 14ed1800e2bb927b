"""ProjectDialog: a project with its account, its storage and the place of its secrets."""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

from pydantic import SecretStr
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.secrets import Credentials
from agora_console.services.files.probe import Probed, probe_name
from agora_console.services.values import Project, VaultState
from agora_console.ui.dialogs.account_card import AccountCard
from agora_console.ui.dialogs.place_card import PlaceCard
from agora_console.ui.dialogs.project_check import ACCOUNT_PATHS, APP_ID, NAME, check_account
from agora_console.ui.dialogs.storage_card import StorageCard
from agora_console.ui.dialogs.target_draft import TargetDraft
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console


_PROOFS = ("project-test", "project-certificate-test", "project-probe", "project-read-key")


class ProjectDialog(QDialog):
    """Edits `project`, or makes a new one (None). `saved` carries its id.

    It is not modal: a recording can be stopped while it is open. What is typed stays when saving
    fails.
    """

    saved = Signal(str)

    def __init__(
        self, console: Console, project: Project | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Project settings") if project else self.tr("New project"))
        self._console = console
        self._project_id = project.id if project else uuid.uuid4().hex
        self._stored = project is not None
        self._place = self.tr("stored")
        self._probe_name = probe_name()
        self.notice = Notice(self)
        self.account = AccountCard()
        self.storage = StorageCard()
        self.place = PlaceCard()
        self.keep = self.place.choice
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Save the project, its secrets to the place above (Enter)"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.setToolTip(self.tr("Change nothing (Esc)"))
        self._lay_out()
        self._connect()
        if project is not None:
            self.account.show_project(project)
            self.storage.show_targets(project.storage)
        else:
            self.account.show_steps()
            self.storage.set_title(self.tr("3  Storage"))
            self.storage.set_hint(self.tr("where Agora puts the files; it can wait"))
            self.storage.offer_target()
        self._ask_vault()

    def project(self) -> Project:
        """The project as it is in the fields."""
        account = self.account
        return Project(
            id=self._project_id,
            name=account.name.text().strip(),
            app_id=account.app_id.text().strip(),
            customer_id=account.customer_id.text().strip(),
            storage=self.storage.targets(),
            **account.advanced.values(),
        )

    def done(self, result: int) -> None:
        """Closing ends what is being proved; a probe removes what it wrote."""
        for proof in _PROOFS:
            self._console.tasks.cancel(proof)
        super().done(result)

    def _account_problems(self) -> tuple[Problem, ...]:
        account = self.account
        return check_account(
            account.name.text().strip(),
            account.app_id.text().strip(),
            account.customer_id.text().strip(),
            account.advanced.values()["api_url"],
            has_secret=account.has_stored_secret or account.secret.secret() is not None,
            certificate=account.advanced.certificate.secret(),
        )

    def _ask_vault(self) -> None:
        console = self._console
        console.run(
            "project-vault",
            console.projects.vault_state(),
            self._on_vault_state,
            self._on_vault_failed,
        )

    def _ask_stored(self) -> None:
        if self._stored:
            console, work = self._console, self._console.projects.credentials(self._project_id)
            console.run("project-secret", work, self._on_credentials, self._on_no_credentials)
            certificate = console.projects.certificate(self._project_id)
            failed = self._on_unread
            console.run("project-certificate", certificate, self._on_certificate, failed)
        self._ask_stored_keys()

    def _ask_stored_keys(self) -> None:
        for target in self.storage.targets():
            work = self._console.projects.storage_keys(self._project_id, target.id)
            done = partial(self.storage.show_stored_keys, target.id, place=self._place)
            name = f"project-keys-{target.id}"
            self._console.run(name, work, done, self._on_unread)
            reading = self._console.projects.read_keys(self._project_id, target.id)
            shown = partial(self.storage.show_stored_read_keys, target.id, place=self._place)
            name = f"project-read-keys-{target.id}"
            self._console.run(name, reading, shown, self._on_unread)

    # --- answers -------------------------------------------------------------------

    def _on_vault_state(self, state: VaultState) -> None:
        self._place = self.place.place(state)
        self.place.show_state(state)
        self._ask_stored()

    def _on_vault_failed(self, problem: Problem) -> None:
        self.place.show_failure(problem.sentence)

    def _on_credentials(self, credentials: Credentials) -> None:
        self.account.show_stored_secret(credentials.customer_secret, self._place)

    def _on_certificate(self, certificate: SecretStr | None) -> None:
        if certificate is not None:
            self.account.advanced.show_stored_certificate(certificate, self._place)

    def _on_no_credentials(self, problem: Problem) -> None:
        self.account.show_secret_hint(problem.sentence)

    def _on_unread(self, problem: Problem) -> None:
        """Say why a stored secret cannot be read, unless that is said of the keyring already."""
        if not self.place.says(problem.sentence):
            self.notice.show_problem(problem)

    def _on_tested(self, problem: Problem | None) -> None:
        self.account.show_verdict(problem)

    def _on_certificate_tested(self, _: None) -> None:
        self.account.advanced.certificate_proof.say(
            "green",
            self.tr(
                "A token was made from it and reads back right. Whether it is the certificate of "
                "this App ID, only Agora can prove."
            ),
        )

    def _on_certificate_refused(self, problem: Problem) -> None:
        self.account.advanced.certificate_proof.say("danger", _said(problem))

    def _on_probed(self, target_id: str, probed: Probed) -> None:
        self._probe_name = probe_name()
        if not self.storage.is_shown(target_id):
            return
        if probed.problem is None:
            role = "green" if probed.may_read and not probed.left_behind else "amber"
        else:
            role = "danger" if probed.refused else "amber"
        action = probed.problem.action if probed.problem is not None else ""
        self.storage.editor.proof.say(role, " ".join((*probed.sentences, action)).strip())

    def _on_not_probed(self, target_id: str, problem: Problem) -> None:
        if self.storage.is_shown(target_id):
            self.storage.editor.proof.say("amber", _said(problem))

    def _on_read_tested(self, target_id: str, sentence: str) -> None:
        if self.storage.is_shown(target_id):
            self.storage.editor.read_key.proof.say("green", sentence)

    def _on_read_refused(self, target_id: str, problem: Problem) -> None:
        if self.storage.is_shown(target_id):
            self.storage.editor.read_key.proof.say("danger", _said(problem))

    def _on_saved(self, _: object) -> None:
        self.saved.emit(self._project_id)
        self.accept()

    def _on_save_failed(self, problem: Problem) -> None:
        self._set_busy(False)
        self.notice.show_problem(problem)

    # --- wishes --------------------------------------------------------------------

    def _on_account_edited(self, path: str) -> None:
        problems = self._account_problems()
        self.account.show_problems(problems, [path])
        wrong = {problem.path for problem in problems}
        self.account.show_app_id_done(not wrong & {NAME, APP_ID})

    def _on_test_requested(self) -> None:
        problems = self._account_problems()
        self.account.show_problems(problems, ACCOUNT_PATHS)
        if has_errors([problem for problem in problems if problem.path != "name"]):
            return
        self.account.show_testing()
        secret = self.account.secret.secret()
        work = self._console.projects.test(self.project(), secret)
        self._console.run("project-test", work, self._on_tested, self._on_tested)

    def _on_certificate_test_requested(self) -> None:
        proof = self.account.advanced.certificate_proof
        proof.say("muted", self.tr("Building a token…"), busy=True)
        typed = self.account.advanced.certificate.secret()
        work = self._console.projects.test_certificate(self.project(), typed)
        self._console.run(
            "project-certificate-test",
            work,
            self._on_certificate_tested,
            self._on_certificate_refused,
        )

    def _on_storage_edited(self, draft: TargetDraft) -> None:
        """Name the place before anything is written there."""
        if not draft.bucket:
            self.storage.editor.show_path("")
            return
        path = self._console.probe_path(self.project(), draft.target(), self._probe_name)
        if isinstance(path, Problem):
            self.storage.editor.show_path(_said(path))
        else:
            said = self.tr("The test writes, reads back and removes {0}")
            self.storage.editor.show_path(said.format(path))

    def _on_probe_requested(self, draft: TargetDraft) -> None:
        self.storage.editor.show_problems()
        if draft.has_errors():
            return
        self._on_storage_edited(draft)
        self.storage.editor.proof.say("muted", self.tr("Writing a small object…"), busy=True)
        work = self._console.probe(
            self.project(), draft.target(), self._probe_name, draft.keys, draft.read_keys
        )
        done, failed = partial(self._on_probed, draft.id), partial(self._on_not_probed, draft.id)
        self._console.run("project-probe", work, done, failed)

    def _on_read_test_requested(self, draft: TargetDraft) -> None:
        self.storage.editor.show_problems()
        if draft.has_errors():
            return
        self.storage.editor.read_key.proof.say("muted", self.tr("Listing the folder…"), busy=True)
        work = self._console.probe_read_key(self.project(), draft.target(), draft.read_keys)
        done = partial(self._on_read_tested, draft.id)
        self._console.run("project-read-key", work, done, partial(self._on_read_refused, draft.id))

    def _on_save_clicked(self) -> None:
        problems = self._account_problems()
        self.account.show_problems(problems, ACCOUNT_PATHS)
        if self.storage.first_problem() or has_errors(problems):
            return
        self.notice.clear()
        self._set_busy(True)
        account = self.account
        work = self._console.projects.save(
            self.project(),
            account.secret.secret(),
            self.storage.typed_keys(),
            self.place.keep(),
            account.advanced.certificate.secret(),
            read_keys=self.storage.read_keys(),
        )
        self._console.run("project-save", work, self._on_saved, self._on_save_failed)

    def _set_busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.save.setText(self.tr("Saving…") if busy else self.tr("Save"))

    # --- shape ---------------------------------------------------------------------

    def _connect(self) -> None:
        self.account.edited.connect(self._on_account_edited)
        self.account.test_requested.connect(self._on_test_requested)
        self.account.advanced.certificate_test_requested.connect(
            self._on_certificate_test_requested
        )
        self.storage.edited.connect(self._on_storage_edited)
        self.storage.probe_requested.connect(self._on_probe_requested)
        self.storage.read_test_requested.connect(self._on_read_test_requested)
        self.save.clicked.connect(self._on_save_clicked)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(em(self, 1.2), em(self, 1.2), em(self, 1.2), em(self, 1.2))
        cards.setSpacing(em(self, 1))
        for widget in (self.notice, self.account, self.place, self.storage):
            cards.addWidget(widget)
        cards.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        footer = QFrame()
        footer.setObjectName("footer")
        buttons = QHBoxLayout(footer)
        buttons.setContentsMargins(em(self, 1.2), em(self, 0.8), em(self, 1.2), em(self, 0.8))
        buttons.setSpacing(em(self, 0.7))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addWidget(footer)
        self.resize(em(self, 56), em(self, 64))


def _said(problem: Problem) -> str:
    return " ".join(part for part in (problem.sentence, problem.action) if part)
