"""The settings of a project: checked in words, proved by a test, secrets where they belong."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import SecretStr
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Problem
from agora_console.services.files.probe import Probed
from agora_console.services.values import Keep, Project
from agora_console.ui.dialogs.project_check import check_account, check_storage
from agora_console.ui.dialogs.project_dialog import ProjectDialog
from agora_console.ui.look.theme import Theme
from tests.gui.chrome_stage import ABSENT, LOCKED, WindowConsole
from tests.gui.draft_stand_in import PROJECT, TARGET

HEX = "0123456789abcdef0123456789abcdef"
GOOD = ("Acme", HEX, HEX, "https://api.agora.io")


class TestCheck:
    def sentences(self, *values: str, has_secret: bool = True) -> list[str]:
        return [each.sentence for each in check_account(*values, has_secret=has_secret)]

    def test_a_complete_account_has_no_problem(self) -> None:
        assert self.sentences(*GOOD) == []

    def test_everything_that_is_missing_is_said(self) -> None:
        found = check_account("", "", "", "https://api.agora.io", has_secret=False)
        assert [each.path for each in found] == ["name", "app_id", "customer_id", "secret"]

    @pytest.mark.parametrize(
        ("app_id", "part"), [("123", "this one has 3"), ("z" * 32, "other characters")]
    )
    def test_an_app_id_is_32_hex_digits(self, app_id: str, part: str) -> None:
        assert part in self.sentences("Acme", app_id, HEX, GOOD[3])[0]

    @pytest.mark.parametrize(
        "url",
        [
            "https://api.sd-rtn.com",
            "http://127.0.0.1:8080",
            "http://localhost:1",
            "http://[::1]:2",
        ],
    )
    def test_addresses_that_keep_the_secret(self, url: str) -> None:
        assert self.sentences(*GOOD[:3], url) == []

    @pytest.mark.parametrize(
        "url",
        [
            "http://api.agora.io",
            "ftp://x",
            "api.agora.io",
            "https://",
            "https://[",
            "https://host:port",
            "https://me:secret@host",
            "https://host/?key=1",
        ],
    )
    def test_addresses_that_do_not(self, url: str) -> None:
        assert len(self.sentences(*GOOD[:3], url)) == 1

    def test_a_storage_is_judged_by_the_rules_of_the_config(self) -> None:
        config = {"vendor": 1, "region": 0, "bucket": "b", "fileNamePrefix": ["not-allowed!"]}
        assert [each.path for each in check_storage(config)] == ["fileNamePrefix"]
        assert check_storage({"vendor": 1, "region": 0, "bucket": "b"}) == ()


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


@pytest.fixture
def console() -> WindowConsole:
    return WindowConsole()


def opened(qtbot: QtBot, console: WindowConsole, project: Project | None) -> ProjectDialog:
    dialog = ProjectDialog(console.as_console(), project)
    qtbot.addWidget(dialog)
    dialog.setModal(False)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


@pytest.fixture
def dialog(qtbot: QtBot, console: WindowConsole) -> ProjectDialog:
    return opened(qtbot, console, PROJECT)


@pytest.fixture
def new(qtbot: QtBot, console: WindowConsole) -> ProjectDialog:
    return opened(qtbot, console, None)


def fill(dialog: ProjectDialog, qtbot: QtBot) -> None:
    account = dialog.account
    for line, text in (
        (account.name, "Acme"),
        (account.app_id, HEX),
        (account.customer_id, HEX),
        (account.secret, "typed-secret-1234"),
    ):
        qtbot.keyClicks(line, text)


def test_it_shows_the_project_and_how_its_secret_ends(dialog: ProjectDialog) -> None:
    assert dialog.account.app_id.text() == PROJECT.app_id
    assert dialog.account.secret.placeholderText() == "•••• 7Q2W · in GNOME Keyring"
    assert dialog.account.secret.text() == ""
    assert dialog.account.secret.echoMode() == QLineEdit.EchoMode.Password


def test_the_stored_keys_are_told_by_their_ends(dialog: ProjectDialog) -> None:
    editor = dialog.storage.editor
    assert editor.access.placeholderText() == "•••• 4F2A · in GNOME Keyring"
    assert editor.secret.placeholderText() == "•••• 9Z8Y · in GNOME Keyring"


def test_saving_without_typing_a_secret_keeps_the_stored_one(
    dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    dialog.account.name.setText("Acme Live 2")
    with qtbot.waitSignal(dialog.saved) as emitted:
        dialog.save.click()
    saved, keys, keep = console.projects.saved[-1]
    assert emitted.args == [PROJECT.id]
    assert (saved.name, saved.storage) == ("Acme Live 2", PROJECT.storage)
    assert (console.projects.secrets, keys, keep) == ([None], {}, Keep.KEYRING)


def test_a_new_project_is_saved_with_its_secrets(
    new: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    fill(new, qtbot)
    new.storage.add.click()
    editor = new.storage.editor
    editor.vendor.setCurrentIndex(editor.vendor.findText("Alibaba Cloud OSS"))
    editor.vendor.activated.emit(editor.vendor.currentIndex())
    editor.region.setCurrentIndex(editor.region.findText("CN_Shanghai"))
    editor.region.activated.emit(editor.region.currentIndex())
    for line, text in (
        (editor.bucket, "acme-bucket"),
        (editor.prefix, "shows/today"),
        (editor.access, "access-1"),
        (editor.secret, "secret-1"),
    ):
        qtbot.keyClicks(line, text)
    new.keep.set_value(Keep.RUN)
    new.save.click()
    saved, keys, keep = console.projects.saved[-1]
    target = saved.storage[0]
    assert (target.vendor, target.region, target.bucket) == (2, 1, "acme-bucket")
    assert (target.prefix, target.name) == (("shows", "today"), "acme-bucket")
    assert [key.get_secret_value() for key in keys[target.id]] == ["access-1", "secret-1"]
    secret = console.projects.secrets[-1]
    assert secret is not None
    assert secret.get_secret_value() == "typed-secret-1234"
    assert keep is Keep.RUN


def test_the_captions_are_the_vendors_own(new: ProjectDialog) -> None:
    new.storage.add.click()
    editor = new.storage.editor
    editor.vendor.setCurrentIndex(editor.vendor.findText("Microsoft Azure Blob"))
    editor.vendor.activated.emit(editor.vendor.currentIndex())
    assert editor.bucket.accessibleName() == "Container"
    assert editor.access.accessibleName() == "Account name"
    assert editor.rows["region"].isHidden()


def test_an_incomplete_project_is_not_saved_and_says_why(
    new: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    qtbot.keyClicks(new.account.app_id, "123")
    new.save.click()
    assert console.projects.saved == []
    assert "this one has 3" in new.account.app_id.accessibleDescription()
    assert new.isVisible()


def test_a_bucket_without_a_name_is_not_saved(
    new: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    fill(new, qtbot)
    new.storage.add.click()
    new.save.click()
    assert console.projects.saved == []
    assert "bucket" in new.storage.editor.bucket.accessibleDescription().lower()


def test_one_key_alone_is_not_saved(
    dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.storage.editor.access, "only-this")
    dialog.save.click()
    assert console.projects.saved == []
    assert "missing" in dialog.storage.editor.secret.accessibleDescription()


def test_nothing_is_judged_while_it_is_typed(new: ProjectDialog, qtbot: QtBot) -> None:
    new.account.app_id.setFocus()
    qtbot.keyClicks(new.account.app_id, "123")
    assert "this one" not in new.account.app_id.accessibleDescription()
    qtbot.keyClick(new.account.app_id, Qt.Key.Key_Tab)
    assert "this one has 3" in new.account.app_id.accessibleDescription()


def test_a_locked_keyring_loses_nothing_that_was_typed(
    dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    console.fails = "project-save"
    qtbot.keyClicks(dialog.account.secret, "typed-secret-1234")
    dialog.save.click()
    assert dialog.notice.problem() == LOCKED
    assert dialog.isVisible()
    assert dialog.save.isEnabled()
    assert dialog.account.secret.text() == "typed-secret-1234"


def test_without_a_keyring_secrets_last_for_this_run(qtbot: QtBot, console: WindowConsole) -> None:
    console.projects.state = ABSENT
    dialog = opened(qtbot, console, None)
    assert dialog.keep.value() is Keep.RUN
    assert not dialog.keep.option(Keep.KEYRING).isEnabled()
    said = " ".join(text.text() for text in dialog.place.findChildren(QLabel))
    assert "There is no keyring. Install GNOME Keyring." in said
    assert "has to be typed again" in said


def test_what_the_choice_of_a_place_means_is_said(dialog: ProjectDialog) -> None:
    def said() -> str:
        return " ".join(text.text() for text in dialog.place.findChildren(QLabel))

    assert "Secrets go into GNOME Keyring." in said()
    dialog.keep.set_value(Keep.RUN)
    assert "has to be typed again" in said()
    assert "GNOME Keyring" not in said()


def test_a_secret_that_is_not_stored_is_said(qtbot: QtBot, console: WindowConsole) -> None:
    console.projects.secret = None
    dialog = opened(qtbot, console, PROJECT)
    assert "not in the keyring" in dialog.account.secret.accessibleDescription()


class TestProof:
    def test_it_is_said(self, dialog: ProjectDialog, console: WindowConsole) -> None:
        dialog.account.test.click()
        assert dialog.account.verdict().startswith("Proved")
        assert console.projects.tested[-1][1] is None  # the stored secret

    def test_a_refusal_is_said(self, dialog: ProjectDialog, console: WindowConsole) -> None:
        console.projects.verdict = Problem("Agora refuses the secret (401).", action="Paste it.")
        dialog.account.test.click()
        assert dialog.account.verdict() == "Agora refuses the secret (401). Paste it."
        assert dialog.account.test.isEnabled()

    def test_it_uses_what_is_typed(
        self, dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        qtbot.keyClicks(dialog.account.secret, "typed-secret-1234")
        dialog.account.test.click()
        project, secret = console.projects.tested[-1]
        assert project.app_id == PROJECT.app_id
        assert secret is not None
        assert secret.get_secret_value() == "typed-secret-1234"

    def test_it_is_not_asked_with_values_that_cannot_work(
        self, new: ProjectDialog, console: WindowConsole
    ) -> None:
        new.account.test.click()
        assert console.projects.tested == []

    def test_it_proves_nothing_of_other_values(self, dialog: ProjectDialog, qtbot: QtBot) -> None:
        dialog.account.test.click()
        qtbot.keyClicks(dialog.account.app_id, "0")
        assert dialog.account.verdict() == ""


class TestAdvanced:
    def test_it_is_folded_and_says_how_much_is_set(self, dialog: ProjectDialog) -> None:
        account = dialog.account
        assert not account.advanced.isVisible()
        assert account.fold.text() == "Advanced"
        account.fold.click()
        assert account.advanced.isVisible()
        account.advanced.url.setText("https://api.sd-rtn.com")
        account.advanced.spelling.set_value("unsubscribe")
        assert account.fold.text() == "Advanced (2 set)"

    def test_what_is_set_is_saved_and_shown_again(
        self, dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        advanced = dialog.account.advanced
        advanced.area.setCurrentIndex(advanced.area.findData("EU"))
        advanced.spelling.set_value("unsubscribe")
        dialog.save.click()
        saved = console.projects.saved[-1][0]
        assert (saved.area, saved.unsubscribe_spelling) == ("EU", "unsubscribe")
        again = opened(qtbot, console, saved)
        assert again.project() == saved

    def test_a_certificate_is_saved_as_a_secret(
        self, dialog: ProjectDialog, console: WindowConsole
    ) -> None:
        dialog.account.advanced.certificate.setText(HEX)
        dialog.save.click()
        kept = console.projects.app_certificate
        assert kept is not None
        assert kept.get_secret_value() == HEX
        assert HEX not in repr(console.projects.saved[-1][0].model_dump(exclude={"app_id"}))

    def test_a_stored_certificate_is_told_by_its_end(
        self, qtbot: QtBot, console: WindowConsole
    ) -> None:
        console.projects.app_certificate = SecretStr(HEX)
        dialog = opened(qtbot, console, PROJECT)
        advanced = dialog.account.advanced
        assert advanced.certificate.placeholderText() == "•••• cdef · in GNOME Keyring"
        assert advanced.count_set() == 1

    @pytest.mark.parametrize(("text", "part"), [("abc", "has 3"), ("z" * 32, "other characters")])
    def test_what_is_no_certificate_is_not_saved_and_unfolds(
        self, dialog: ProjectDialog, console: WindowConsole, text: str, part: str
    ) -> None:
        dialog.account.advanced.certificate.setText(text)
        dialog.save.click()
        assert console.projects.saved == []
        assert dialog.account.advanced.isVisible()
        assert part in dialog.account.advanced.certificate.accessibleDescription()


def test_a_target_is_taken_out(dialog: ProjectDialog, console: WindowConsole) -> None:
    dialog.storage.remove.click()
    dialog.save.click()
    assert [target.id for target in console.projects.saved[-1][0].storage] == ["t2"]
    assert TARGET.id == "t1"


class TestStorageProof:
    """What a probe says is tried against a real store elsewhere; here is what becomes of it."""

    def probed(self, console: WindowConsole, **changes: Any) -> list[tuple[Any, ...]]:
        calls: list[tuple[Any, ...]] = []
        result = Probed(**{"path": "b/x", "sentences": ("Written.",), "may_read": True, **changes})

        async def probe(*call: Any) -> Probed:
            calls.append(call)
            return result

        async def probe_read_key(*call: Any) -> str:
            calls.append(call)
            return "Listed."

        console.probe, console.probe_read_key = probe, probe_read_key  # type: ignore[attr-defined]
        return calls

    def test_the_place_is_named_before_and_the_kept_keys_are_used(
        self, dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        calls = self.probed(console)
        editor = dialog.storage.editor
        named = next(
            text.text() for text in editor.findChildren(QLabel) if "removes acme" in text.text()
        )
        editor.proof.button.click()
        _, target, name, keys, read_keys = calls[0]
        assert named.endswith("/".join((target.bucket, *target.prefix, name)))
        assert (keys, read_keys) == (None, None)
        assert editor.proof.text() == "Written."
        qtbot.keyClicks(editor.bucket, "x")
        assert editor.proof.text() == ""  # it proves nothing of another bucket

    def test_a_bucket_with_a_problem_is_not_tried(
        self, dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        calls = self.probed(console)
        qtbot.keyClicks(dialog.storage.editor.access, "only-this")
        dialog.storage.editor.proof.button.click()
        dialog.storage.editor.read_key.proof.button.click()
        assert calls == []

    def test_typed_keys_are_used_and_a_read_key_is_tested_saved_and_forgotten(
        self, dialog: ProjectDialog, console: WindowConsole, qtbot: QtBot
    ) -> None:
        calls = self.probed(console)
        editor, read_key = dialog.storage.editor, dialog.storage.editor.read_key
        read_key.fold.click()
        qtbot.keyClicks(read_key.access, "read-access-1")
        dialog.save.click()
        assert console.projects.saved == []
        assert "missing" in read_key.secret.accessibleDescription()
        qtbot.keyClicks(read_key.secret, "read-secret-1")
        read_key.proof.button.click()
        assert read_key.proof.text() == "Listed."
        editor.proof.button.click()
        assert [each.get_secret_value() for each in calls[-1][-1]] == [
            "read-access-1",
            "read-secret-1",
        ]
        dialog.save.click()
        kept = console.projects.readers[TARGET.id]
        assert kept is not None
        assert "read-" not in repr(console.projects.saved[-1][0])
        again = opened(qtbot, console, PROJECT)
        stored = again.storage.editor.read_key
        assert stored.access.placeholderText() == "•••• ss-1 · in GNOME Keyring"
        stored.forget.click()
        again.save.click()
        assert console.projects.readers[TARGET.id] is None

    def test_a_certificate_is_tested(self, dialog: ProjectDialog, console: WindowConsole) -> None:
        async def test_certificate(project: Project, certificate: SecretStr | None) -> None:
            if certificate is None:
                raise LookupError("No certificate is typed, and none is kept.")

        console.projects.test_certificate = test_certificate  # type: ignore[attr-defined]
        advanced = dialog.account.advanced
        advanced.certificate_proof.button.click()
        assert "none is kept" in advanced.certificate_proof.text()
        advanced.certificate.setText(HEX)
        assert advanced.certificate_proof.text() == ""
        advanced.certificate_proof.button.click()
        assert "only Agora can prove" in advanced.certificate_proof.text()


def test_a_first_project_goes_in_three_steps_and_storage_can_wait(
    new: ProjectDialog, console: WindowConsole, qtbot: QtBot
) -> None:
    assert all(step.isVisible() for step in new.account.steps)
    assert not new.storage.editor.isHidden()  # the third step lies open
    fill(new, qtbot)
    new.account.app_id.editingFinished.emit()
    assert [step.done for step in new.account.steps] == [True, False]
    new.account.test.click()
    assert [step.done for step in new.account.steps] == [True, True]
    qtbot.keyClicks(new.account.secret, "x")
    assert [step.done for step in new.account.steps] == [True, False]
    new.save.click()
    assert console.projects.saved[-1][0].storage == ()
