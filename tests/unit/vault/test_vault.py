"""The vault on a real Secret Service: kept, locked, absent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.vault import names
from agora_console.vault.errors import UNNAMED
from agora_console.vault.keyring_vault import (
    Condition,
    Keep,
    Vault,
    VaultAbsentError,
    VaultLockedError,
)
from tests.support.isolation import child_env
from tests.support.secret_service import SecretService

HUSH = SecretStr("hush-hush")
NAMES = (
    names.customer_secret("stage"),
    names.access_key("stage", "bucket"),
    names.secret_key("stage", "bucket"),
    names.session_start("one"),
)


@pytest.fixture
async def vault() -> AsyncIterator[Vault]:
    opened = Vault()
    yield opened
    opened.close()


def files_below(folder: Path) -> bytes:
    """Everything that lies in a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_every_entry_has_a_name_of_its_own() -> None:
    assert NAMES == (
        "project/stage/customer_secret",
        "project/stage/storage/bucket/access_key",
        "project/stage/storage/bucket/secret_key",
        "session/one/start",
    )


# --- a keyring that works -----------------------------------------------------------


@pytest.mark.keyring
@pytest.mark.parametrize("name", NAMES)
async def test_a_secret_is_kept_given_back_and_forgotten(
    secret_service: SecretService, vault: Vault, name: str
) -> None:
    assert await vault.read(name) is None

    await vault.write(name, HUSH, Keep.KEYRING)
    assert await vault.read(name) == HUSH

    await vault.forget(name)
    assert await vault.read(name) is None


@pytest.mark.keyring
async def test_another_run_finds_what_was_kept(secret_service: SecretService, vault: Vault) -> None:
    await vault.write("name", HUSH, Keep.KEYRING)

    other = Vault()
    assert await other.read("name") == HUSH
    other.close()


@pytest.mark.keyring
@pytest.mark.parametrize("text", ["Ünïcödé 🔑", "a\nb", "x" * 1000, "é" * 1001, "y" * 12_345])
async def test_a_secret_comes_back_as_it_was(
    secret_service: SecretService, vault: Vault, text: str
) -> None:
    await vault.write("name", SecretStr(text), Keep.KEYRING)

    assert await vault.read("name") == SecretStr(text)


@pytest.mark.keyring
async def test_a_secret_is_replaced(secret_service: SecretService, vault: Vault) -> None:
    await vault.write("name", SecretStr("old"), Keep.KEYRING)
    await vault.write("name", HUSH, Keep.KEYRING)

    assert await vault.read("name") == HUSH


@pytest.mark.keyring
async def test_what_was_never_kept_can_be_forgotten(
    secret_service: SecretService, vault: Vault
) -> None:
    await vault.forget("name")

    assert await vault.read("name") is None


@pytest.mark.keyring
async def test_the_person_is_told_where_secrets_are_kept(
    secret_service: SecretService, vault: Vault
) -> None:
    state = await vault.state()

    assert (state.backend, state.condition) == ("GNOME Keyring", Condition.OK)
    assert state.sentence == "Secrets are kept in GNOME Keyring."


@pytest.mark.keyring
async def test_no_file_holds_a_secret_in_the_clear(
    secret_service: SecretService, vault: Vault, isolated_home: Path
) -> None:
    await vault.write("name", HUSH, Keep.KEYRING)
    await vault.write("other", HUSH, Keep.RUN)

    assert b"hush-hush" not in files_below(secret_service.folder)
    assert b"hush-hush" not in files_below(isolated_home)


# --- for this run only ----------------------------------------------------------------


async def test_for_this_run_no_keyring_is_needed(no_secret_service: None, vault: Vault) -> None:
    await vault.write("name", HUSH, Keep.RUN)
    assert await vault.read("name") == HUSH

    await vault.forget("name")
    with pytest.raises(VaultAbsentError):
        await vault.read("name")


@pytest.mark.keyring
async def test_a_secret_of_this_run_hides_the_one_in_the_keyring(
    secret_service: SecretService, vault: Vault
) -> None:
    await vault.write("name", SecretStr("old"), Keep.KEYRING)
    await vault.write("name", HUSH, Keep.RUN)

    assert await vault.read("name") == HUSH
    other = Vault()
    assert await other.read("name") == SecretStr("old")
    other.close()


@pytest.mark.keyring
async def test_a_secret_that_goes_into_the_keyring_is_not_hidden_any_more(
    secret_service: SecretService, vault: Vault
) -> None:
    await vault.write("name", SecretStr("old"), Keep.RUN)
    await vault.write("name", HUSH, Keep.KEYRING)

    assert await vault.read("name") == HUSH


@pytest.mark.keyring
async def test_forgetting_forgets_both(secret_service: SecretService, vault: Vault) -> None:
    await vault.write("name", HUSH, Keep.KEYRING)
    await vault.write("name", HUSH, Keep.RUN)

    await vault.forget("name")

    assert await vault.read("name") is None


async def test_an_empty_secret_is_a_mistake(vault: Vault) -> None:
    with pytest.raises(ValueError, match="empty"):
        await vault.write("name", SecretStr(""), Keep.RUN)


async def test_an_ended_run_holds_nothing(no_secret_service: None) -> None:
    vault = Vault()
    await vault.write("name", HUSH, Keep.RUN)

    vault.close()

    assert "hush" not in repr(vars(vault))
    assert not vault._run_only


# --- no keyring, a locked one ------------------------------------------------------------


async def test_without_a_keyring_the_person_is_told_how_to_get_one(
    no_secret_service: None, vault: Vault
) -> None:
    with pytest.raises(VaultAbsentError, match="No keyring was found") as missing:
        await vault.write("name", HUSH, Keep.KEYRING)

    assert "gnome-keyring" in missing.value.action
    assert "for this run only" in missing.value.problem.action
    state = await vault.state()
    assert (state.backend, state.condition) == (UNNAMED, Condition.ABSENT)


async def test_what_may_still_be_in_a_keyring_is_not_called_forgotten(
    no_secret_service: None, vault: Vault
) -> None:
    with pytest.raises(VaultAbsentError):
        await vault.forget("name")


@pytest.mark.keyring
async def test_a_keyring_that_comes_later_is_found(
    vault: Vault, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(VaultAbsentError):
        await vault.read("name")

    request.getfixturevalue("secret_service")
    await vault.write("name", HUSH, Keep.KEYRING)

    assert await vault.read("name") == HUSH


@pytest.mark.keyring
async def test_a_keyring_that_goes_away_is_missed(
    vault: Vault, secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    await vault.write("name", HUSH, Keep.KEYRING)

    with monkeypatch.context() as bus:
        bus.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'gone'}")
        with pytest.raises(VaultAbsentError):
            await vault.read("name")
        assert (await vault.state()).condition is Condition.ABSENT

    assert await vault.read("name") == HUSH


@pytest.mark.keyring
async def test_a_locked_keyring_says_so_and_is_not_called_empty(
    locked_secret_service: SecretService, vault: Vault
) -> None:
    with pytest.raises(VaultLockedError, match="GNOME Keyring is locked") as refused:
        await vault.read("name")

    assert "Unlock it" in refused.value.action
    with pytest.raises(VaultLockedError):
        await vault.write("name", HUSH, Keep.KEYRING)
    with pytest.raises(VaultLockedError):
        await vault.forget("name")


@pytest.mark.keyring
async def test_a_locked_keyring_is_noticed_without_a_prompt(
    locked_secret_service: SecretService, vault: Vault
) -> None:
    state = await vault.state()

    assert (state.backend, state.condition) == ("GNOME Keyring", Condition.LOCKED)
    assert state.sentence == "GNOME Keyring is locked."


@pytest.mark.keyring
async def test_a_keyring_without_anything_to_open_says_so(
    bare_secret_service: SecretService, vault: Vault
) -> None:
    with pytest.raises(VaultLockedError, match="GNOME Keyring could not be opened"):
        await vault.write("name", HUSH, Keep.KEYRING)

    assert (await vault.state()).condition is Condition.LOCKED


# --- the cost -------------------------------------------------------------------------------


def test_keyring_is_not_imported_before_it_is_asked() -> None:
    code = """
import asyncio, sys
from pydantic import SecretStr
from agora_console.vault.keyring_vault import Keep, Vault
async def use():
    vault = Vault()
    await vault.write("name", SecretStr("hush"), Keep.RUN)
    await vault.read("name")
asyncio.run(use())
print("keyring" in sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=child_env(), capture_output=True, text=True, check=True
    )

    assert done.stdout == "False\n"
