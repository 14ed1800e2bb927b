"""A real project: account, storage and secrets by the dialog, into the real keyring."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton

from agora_console.arguments import Arguments
from agora_console.simulator import Simulator
from agora_console.ui.dialogs.project_dialog import ProjectDialog
from agora_console.ui.look.theme import Theme
from agora_console.ui.tour.hands import Hands
from agora_console.vault import names
from agora_console.vault.keyring_vault import Vault
from tests.flow.stage import SPEED
from tests.flow.window.screen import shown
from tests.flow.window.stage import PATIENCE, Seat, window_of
from tests.support.secret_service import SecretService

ACCESS, SECRET = "AKIA-the-access-key-7Q2W", "the-secret-key-of-the-bucket-9ZX4"
WRONG = "0badc0de0badc0de0badc0de0badc0de"


class Form:
    """The project dialog and what is typed into it."""

    def __init__(self, seat: Seat, dialog: ProjectDialog) -> None:
        self.seat = seat
        self.dialog = dialog
        self.hands = Hands(dialog, PATIENCE)

    def fill_account(self, simulator: Simulator, secret: str = "", url: str = "") -> None:
        account = simulator.account
        self.hands.type_into("Project name", "Stage")
        self.hands.type_into("App ID", account.app_id)
        self.hands.type_into("Customer ID", account.customer_id)
        self.hands.type_into("Customer secret", secret or account.customer_secret)
        if self.hands.seen(QLineEdit, "API address") is None:
            self.hands.press("Advanced")
        self.hands.type_into("API address", url or simulator.url)

    def fill_storage(self) -> None:
        self.hands.press("Add")
        self.hands.pick("Vendor", "Amazon S3")
        self.hands.pick("Region", "us-east-1")
        self.hands.type_into("Bucket", "studio-archive")
        self.hands.type_into("Folder", "shows/2026")
        self.hands.type_into("Access key ID", ACCESS)
        self.hands.type_into("Secret access key", SECRET)

    async def test(self) -> str:
        """Press Test; what it says."""
        self.hands.press("Test")
        button = self.hands.find(QPushButton, "Test")
        await self.hands.until(button.isEnabled, "the test never ended")
        return "\n".join(shown(self.dialog))

    async def save(self) -> None:
        self.hands.press("Save")
        await self.hands.until(
            lambda: self.seat.workspace.project_dialog is None, "the dialog stays open"
        )

    async def says(self, *words: str) -> None:
        await self.hands.until(
            lambda: all(word in "\n".join(shown(self.dialog)) for word in words),
            f"the dialog never said {words}",
        )


async def new_project(seat: Seat) -> Form:
    """Open the dialog from the page that a person sees first."""
    seat.hands.press("Set up a project…")
    dialog = await seat.dialog()
    assert isinstance(dialog, ProjectDialog)
    return Form(seat, dialog)


@pytest.fixture
def arguments(tmp_path: Path) -> Arguments:
    """A data folder of its own, in the time of the story."""
    return Arguments(data_dir=tmp_path / "data", speed=SPEED)


def files_below(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in folder.rglob("*") if path.is_file())


# --- Test -------------------------------------------------------------------------------


async def test_the_test_button_proves_the_account_by_an_acquire_alone(
    arguments: Arguments, theme: Theme
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator, window_of(arguments, theme) as seat:
        form = await new_project(seat)
        form.fill_account(simulator)
        assert "Proved: Agora accepts this App ID, customer ID and secret." in await form.test()
        assert [each.method for each in simulator.ledger.requests] == ["acquire"]
        assert simulator.recordings == {}


async def test_the_test_button_tells_what_is_wrong(arguments: Arguments, theme: Theme) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator, window_of(arguments, theme) as seat:
        form = await new_project(seat)
        form.fill_account(simulator, secret=WRONG)
        said = await form.test()
        assert "401" in said
        assert WRONG not in said

        form.fill_account(simulator)
        simulator.add_fault("not-enabled")
        assert "App ID" in await form.test()

        for url, words in OUT_OF_REACH:
            form.fill_account(simulator, url=url)
            said = await form.test()
            assert "Agora cannot be reached" in said
            assert words in said
        assert "Proved" not in said


OUT_OF_REACH = [
    ("http://127.0.0.1:1", "refused the connection"),
    ("https://agora.invalid", "was not found"),
]


async def test_a_plain_address_on_the_network_is_refused_before_the_secret_is_sent(
    arguments: Arguments, theme: Theme
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator, window_of(arguments, theme) as seat:
        form = await new_project(seat)
        form.fill_account(simulator, url="http://api.agora.io")
        form.hands.press("Test")
        await form.says("The API address has to begin with https://")
        assert list(simulator.ledger.requests) == []


# --- the keyring ----------------------------------------------------------------------------


@pytest.mark.keyring
async def test_secrets_go_into_the_keyring_and_come_back_for_a_later_start(
    arguments: Arguments, theme: Theme, secret_service: SecretService
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator:
        async with window_of(arguments, theme) as seat:
            form = await new_project(seat)
            await form.says("Secrets are kept in GNOME Keyring.")
            form.fill_account(simulator)
            form.fill_storage()
            await form.save()
            project = seat.console.projects.current()
            assert project is not None
            await seat.reads("Stage", "LIVE")
        target = project.storage[0]
        vault = Vault()
        kept = [
            await vault.read(name)
            for name in (
                names.customer_secret(project.id),
                names.access_key(project.id, target.id),
                names.secret_key(project.id, target.id),
            )
        ]
        vault.close()
        assert [each.get_secret_value() for each in kept if each] == [
            simulator.account.customer_secret,
            ACCESS,
            SECRET,
        ]
        async with window_of(arguments, theme) as seat:
            await seat.hands.until(
                lambda: "its keys are kept, …7Q2W" in seat.screen(), "no keys were read"
            )
            seat.fill_draft()
            await seat.start()
            started = next(each for each in simulator.ledger.requests if each.method == "start")
            storage = started.body["clientRequest"]["storageConfig"]
            assert (storage["accessKey"], storage["secretKey"]) == (ACCESS, SECRET)
            assert storage["fileNamePrefix"] == ["shows", "2026"]
            await seat.until(lambda session: session.confirmed_at is not None)
            await seat.stop()


@pytest.mark.keyring
async def test_the_keys_of_a_new_target_are_kept_from_the_form(
    arguments: Arguments, theme: Theme, secret_service: SecretService
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator:
        async with window_of(arguments, theme) as seat:
            form = await new_project(seat)
            form.fill_account(simulator)
            await form.save()
            await seat.whole()
            seat.fill_draft()
            seat.hands.pick("Vendor", "Amazon S3")
            seat.hands.pick("Region", "us-east-1")
            seat.hands.type_into("Bucket", "studio-archive")
            seat.hands.type_into("Access key ID", ACCESS)
            seat.hands.type_into("Secret access key", SECRET)
            seat.hands.press("Keep target")
            await seat.reads("its keys are kept, …7Q2W")
        async with window_of(arguments, theme) as seat:
            seat.hands.pick("Target", "studio-archive")
            await seat.reads("its keys are kept, …7Q2W")


@pytest.mark.keyring
async def test_a_locked_keyring_says_so_and_nothing_typed_is_lost(
    arguments: Arguments, theme: Theme, locked_secret_service: SecretService
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator, window_of(arguments, theme) as seat:
        form = await new_project(seat)
        await form.says("GNOME Keyring is locked.")
        form.fill_account(simulator)
        save = form.hands.find(QPushButton, "Save")
        form.hands.press("Save")
        await form.hands.until(save.isEnabled, "saving never ended")
        await form.says("GNOME Keyring is locked.", "keep the secrets for this run only")
        assert seat.console.projects.all() == ()
        typed = form.hands.find(QLineEdit, "Customer secret").text()
        assert typed == simulator.account.customer_secret
        form.hands.press("Where secrets are kept: This run only")
        await form.save()
        assert [project.name for project in seat.console.projects.all()] == ["Stage"]


async def test_without_a_keyring_secrets_are_kept_for_this_run_only(
    arguments: Arguments, theme: Theme, no_secret_service: None, tmp_path: Path
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator:
        async with window_of(arguments, theme) as seat:
            form = await new_project(seat)
            await form.says("No keyring was found on this machine.", "gnome-keyring")
            keyring = form.hands.find(QAbstractButton, "Where secrets are kept: Keyring")
            assert not keyring.isEnabled()
            form.fill_account(simulator)
            form.fill_storage()
            await form.save()
            seat.fill_draft()
            await seat.start()
            await seat.until(lambda session: session.confirmed_at is not None)
            await seat.stop()
        everything = b"".join(files_below(tmp_path / "data"))
        for secret in (ACCESS, SECRET, simulator.account.customer_secret):
            assert secret.encode() not in everything
        async with window_of(arguments, theme) as seat:
            await seat.reads("No keyring was found on this machine.")
            seat.fill_draft()
            assert not seat.hands.find(QPushButton, "Start recording").isEnabled()


async def test_a_start_whose_secret_is_gone_says_so_and_sends_nothing(
    arguments: Arguments, theme: Theme, no_secret_service: None
) -> None:
    async with Simulator(speed=SPEED, seed=1) as simulator:
        async with window_of(arguments, theme) as seat:
            form = await new_project(seat)
            await form.says("No keyring was found on this machine.")
            form.fill_account(simulator)
            form.fill_storage()
            await form.save()
        async with window_of(arguments, theme) as seat:
            seat.fill_draft()
            await seat.hands.until(
                lambda: seat.hands.seen(QLineEdit, "Access key ID") is not None,
                "nobody asked for the keys that are gone",
            )
            seat.hands.type_into("Access key ID", ACCESS)
            seat.hands.type_into("Secret access key", SECRET)
            seat.hands.press("Start recording")
            await seat.until(lambda session: session.over)
            await seat.reads("FAILED", "No keyring was found on this machine.", "Nothing was sent.")
        assert list(simulator.ledger.requests) == []
