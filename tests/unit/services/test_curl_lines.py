"""A request of the journal as a cURL line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.api.redact import MASK
from agora_console.domain.secrets import Credentials
from agora_console.services.papers.curl_lines import SentRequest, curl_line, curl_line_with_secrets
from agora_console.services.setup.projects import Projects
from agora_console.settings.projects import Project, StorageTarget
from agora_console.settings.store import Settings
from agora_console.vault.keyring_vault import Keep, Vault
from tests.support.sessions import make_session

START = SentRequest(
    "POST",
    "https://api.agora.io/v1/apps/a/cloud_recording/resourceid/r/mode/mix/start",
    f'{{"clientRequest":{{"token":"{MASK}","storageConfig":{{"accessKey":"{MASK}"}}}}}}',
)
HERE = {"vendor": 1, "region": 0, "bucket": "b"}


async def projects_in(folder: Path, vault: Vault, *, keys: bool = True) -> Projects:
    async def prove(_project: Project, _credentials: Credentials) -> None:
        raise AssertionError("nothing is sent")

    projects = Projects(Settings(folder), vault, remember=lambda _: None, prove=prove)
    target = StorageTarget(id="t", name="b", prefix=("shows",), **HERE)
    project = Project(id="p", name="Acme", app_id="a", customer_id="me", storage=(target,))
    pairs = {"t": (SecretStr("the-access-key"), SecretStr("the-secret-key"))} if keys else {}
    await projects.save(project, SecretStr("the-customer-secret"), pairs, Keep.RUN)
    return projects


def test_without_secrets_every_one_is_a_variable() -> None:
    line = curl_line(START)
    for name in ("AGORA_CUSTOMER_SECRET", "AGORA_TOKEN", "AGORA_STORAGE_ACCESS_KEY"):
        assert name in line


@pytest.mark.parametrize(
    ("config", "key"), [(HERE, "the-access-key"), ({**HERE, "bucket": "other"}, "${AGORA_STORAGE")]
)
async def test_with_secrets_those_that_are_stored_stand_in_the_line(
    tmp_path: Path, no_secret_service: None, config: dict[str, object], key: str
) -> None:
    vault = Vault()
    projects = await projects_in(tmp_path, vault)
    session = make_session(project_id="p", config={"clientRequest": {"storageConfig": config}})
    line = await curl_line_with_secrets(projects, session, START)
    vault.close()
    assert "me:the-customer-secret" in line
    assert key in line
    assert "${AGORA_TOKEN}" in line


async def test_a_project_that_is_gone_is_a_sentence(
    tmp_path: Path, no_secret_service: None
) -> None:
    vault = Vault()
    projects = await projects_in(tmp_path, vault)
    with pytest.raises(LookupError, match="is not known here any more"):
        await curl_line_with_secrets(projects, make_session(project_id="gone"), START)
    vault.close()


async def test_a_config_without_a_storage_asks_for_no_keys(
    tmp_path: Path, no_secret_service: None
) -> None:
    vault = Vault()
    projects = await projects_in(tmp_path, vault)
    session = make_session(project_id="p", config={"clientRequest": {}})
    assert "${AGORA_STORAGE_ACCESS_KEY}" in await curl_line_with_secrets(projects, session, START)
    vault.close()
