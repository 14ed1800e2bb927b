"""Lending: the credentials of a command's environment, as a project for this run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pydantic import SecretStr

from agora_console.services.console import Console
from agora_console.settings.projects import DEFAULT_API_URL, Project

if TYPE_CHECKING:
    from agora_console.services.errands.errand import Lent


def lent_by(env: Mapping[str, str], api_url: str = "") -> Lent | None:
    """The credentials that an environment holds; None when they are not complete."""
    app_id, customer_id = env.get("AGORA_APP_ID", ""), env.get("AGORA_CUSTOMER_ID", "")
    secret = env.get("AGORA_CUSTOMER_SECRET", "")
    if not (app_id and customer_id and secret):
        return None
    from agora_console.services.errands.errand import Lent  # noqa: PLC0415 - few lend

    return Lent(
        app_id=app_id,
        customer_id=customer_id,
        customer_secret=SecretStr(secret),
        api_url=api_url,
    )


START_SECRETS = {
    "access_key": "AGORA_STORAGE_ACCESS_KEY",
    "secret_key": "AGORA_STORAGE_SECRET_KEY",
    "token": "AGORA_TOKEN",
}
"""The secrets of a start that an environment may hold, and the variable of each."""


def secrets_of(env: Mapping[str, str], variables: Mapping[str, str]) -> dict[str, SecretStr]:
    """What these variables of an environment hold, by name; nothing for one that is empty."""
    return {
        name: SecretStr(env[variable]) for name, variable in variables.items() if env.get(variable)
    }


async def lend(console: Console, lent: Lent, *, choose: bool = False) -> None:
    """Let a console work with these credentials; a project that it knows already stays as it is.

    Nobody can so redirect requests for recordings that are watched already.
    """
    if console.projects.get(lent.project_id) is not None:
        return
    project = Project(
        id=lent.project_id,
        name="Environment",
        app_id=lent.app_id,
        customer_id=lent.customer_id,
        api_url=lent.api_url or DEFAULT_API_URL,
    )
    await console.projects.lend(project, lent.customer_secret, {}, choose=choose)
