"""The things tests stand on are real, and end when they should."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import keyring
import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from tests.support.isolation import child_env, on_display
from tests.support.secret_service import SecretService

READ = "import keyring; print(keyring.get_password('agora', 'secret'))"
PAINT = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("on air")
label.show()
print(QGuiApplication.platformName(), label.windowHandle().isVisible())
"""


def run_python(code: str, env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.mark.keyring
def test_a_secret_is_kept_by_the_service_and_read_by_a_child(secret_service: SecretService) -> None:
    keyring.set_password("agora", "secret", "hush")

    assert keyring.get_password("agora", "secret") == "hush"
    assert run_python(READ, child_env()) == "hush"
    assert (secret_service.folder / "share" / "keyrings" / "login.keyring").is_file()


@pytest.mark.keyring
@pytest.mark.parametrize("_nth", [1, 2])
def test_every_test_gets_a_keyring_of_its_own(secret_service: SecretService, _nth: int) -> None:
    assert keyring.get_password("agora", "secret") is None
    keyring.set_password("agora", "secret", "hush")


@pytest.mark.keyring
def test_a_keyring_whose_daemon_died_lives_again(secret_service: SecretService) -> None:
    keyring.set_password("agora", "secret", "hush")
    assert secret_service.daemon.deaths() == 0
    secret_service.daemon.process.kill()
    secret_service.daemon.process.wait()
    assert secret_service.daemon.deaths() == 1
    assert run_python(READ, child_env()) == "hush"


@pytest.mark.keyring
def test_a_locked_collection_refuses(locked_secret_service: SecretService) -> None:
    with pytest.raises(KeyringLocked):
        keyring.get_password("agora", "secret")


@pytest.mark.keyring
def test_a_service_without_collection_cannot_make_one(bare_secret_service: SecretService) -> None:
    with pytest.raises(InitError):
        keyring.set_password("agora", "secret", "hush")


def test_without_a_service_there_is_no_keyring(no_secret_service: None) -> None:
    with pytest.raises(NoKeyringError):
        keyring.get_password("agora", "secret")


@pytest.mark.xcb
def test_a_real_window_is_drawn_on_the_throw_away_display(x_display: str) -> None:
    assert run_python(PAINT, child_env(**on_display(x_display))) == "xcb True"


def test_home_and_data_are_nobodys(isolated_home: Path) -> None:
    assert Path.home() == isolated_home
    assert Path(os.environ["AGORA_CONSOLE_DATA_DIR"]).parent == isolated_home
