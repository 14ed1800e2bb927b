"""Projects: the App certificate, and the tokens that are made with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.api.token import TokenError, read_token
from agora_console.domain.secrets import Credentials
from agora_console.services.setup.projects import Projects
from agora_console.settings.projects import Project
from agora_console.settings.store import Settings
from agora_console.vault.keyring_vault import Keep, Vault, VaultError

CERTIFICATE = SecretStr("fedcba9876543210fedcba9876543210")
PROJECT = Project(id="p", name="Acme", app_id="0123456789abcdef" * 2, customer_id="me")


@dataclass
class Office:
    """Projects in a folder, without a keyring: what is kept is kept for the run."""

    folder: Path
    remembered: list[SecretStr] = field(default_factory=list)
    vault: Vault = field(default_factory=Vault)

    def __post_init__(self) -> None:
        async def prove(_project: Project, _credentials: Credentials) -> None:
            raise AssertionError("nothing is sent")

        self.projects = Projects(
            Settings(self.folder), self.vault, remember=self.remembered.append, prove=prove
        )

    async def save(self, certificate: SecretStr | None) -> None:
        await self.projects.save(PROJECT, SecretStr("secret"), {}, Keep.RUN, certificate)


@pytest.fixture
def office(tmp_path: Path, no_secret_service: None) -> Iterator[Office]:
    made = Office(tmp_path)
    yield made
    made.vault.close()


async def test_the_certificate_is_kept_and_stays_when_none_is_typed(office: Office) -> None:
    await office.save(CERTIFICATE)
    await office.save(None)
    assert await office.projects.certificate("p") == CERTIFICATE
    assert CERTIFICATE.get_secret_value() not in (office.folder / "projects.json").read_text()


async def test_a_token_is_made_for_channel_and_uid_and_remembered(office: Office) -> None:
    await office.save(CERTIFICATE)
    token = await office.projects.make_token(PROJECT, "town-hall", "7", 3600)
    read = read_token(token.get_secret_value())
    assert (read.channel, read.uid) == ("town-hall", "7")
    assert token in office.remembered
    assert CERTIFICATE in office.remembered


async def test_without_a_certificate_a_sentence(office: Office) -> None:
    await office.save(None)
    with pytest.raises((LookupError, VaultError)) as told:
        await office.projects.make_token(PROJECT, "town-hall", "7", 3600)
    assert str(told.value)


async def test_a_certificate_that_is_none_is_a_sentence_without_it(office: Office) -> None:
    await office.save(SecretStr("not-a-certificate"))
    with pytest.raises(TokenError, match="32 digits") as told:
        await office.projects.make_token(PROJECT, "town-hall", "7", 3600)
    assert "not-a-certificate" not in str(told.value)
