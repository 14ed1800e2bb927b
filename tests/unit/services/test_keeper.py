"""The secrets of a start: kept until it is settled, and never in a way that stops it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets
from agora_console.services.start.keeper import Keeper
from agora_console.vault.keyring_vault import Keep, Vault, VaultError
from agora_console.vault.names import session_start
from tests.support.secret_service import SecretService

SECRETS = StartSecrets(
    access_key=SecretStr("access"), token=SecretStr("token"), salt=SecretStr("salt-salt")
)


@pytest.fixture
async def vault() -> AsyncIterator[Vault]:
    opened = Vault()
    yield opened
    opened.close()


@pytest.mark.keyring
async def test_another_run_gets_them_back_word_for_word(
    vault: Vault, secret_service: SecretService
) -> None:
    await Keeper(vault).put("one", "show", SECRETS)
    later = Vault()
    assert await Keeper(later).get("one") == SECRETS
    later.close()


@pytest.mark.keyring
async def test_what_is_settled_is_forgotten(vault: Vault, secret_service: SecretService) -> None:
    keeper = Keeper(vault)
    await keeper.put("one", "show", SECRETS)
    await keeper.drop("one")
    await keeper.drop("one")
    with pytest.raises(LookupError, match="cannot be asked again"):
        await keeper.get("one")


async def test_without_a_keyring_they_last_for_this_run(
    vault: Vault, no_secret_service: None
) -> None:
    keeper = Keeper(vault)
    await keeper.put("one", "show", SECRETS)
    assert await keeper.get("one") == SECRETS
    await keeper.drop("one")
    with pytest.raises(VaultError):
        await keeper.get("one")


@pytest.mark.keyring
async def test_a_locked_keyring_does_not_keep_a_recording_from_starting(
    vault: Vault, locked_secret_service: SecretService
) -> None:
    keeper = Keeper(vault)
    await keeper.put("one", "show", SECRETS)
    assert await keeper.get("one") == SECRETS
    await keeper.drop("one")


@pytest.mark.keyring
async def test_secrets_for_this_run_only_stay_out_of_the_keyring(
    vault: Vault, secret_service: SecretService
) -> None:
    keeper = Keeper(vault, run_only=lambda project_id: project_id == "private")
    await keeper.put("one", "private", SECRETS)
    await keeper.put("two", "show", SECRETS)
    assert await keeper.get("one") == SECRETS
    later = Vault()
    assert await later.read(session_start("one")) is None
    assert await later.read(session_start("two")) is not None
    later.close()


async def test_a_kind_of_secret_of_a_newer_console_is_passed_over(vault: Vault) -> None:
    text = SecretStr('{"access_key": "access", "unheard_of": "x"}')
    await vault.write(session_start("one"), text, Keep.RUN)
    assert await Keeper(vault).get("one") == StartSecrets(access_key=SecretStr("access"))
