"""The keys of a start that nobody types: what the keyring holds for the storage of a config."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from agora_console.domain.guards import second_uid_of
from agora_console.services.files.buckets import storage_of, target_of
from agora_console.services.setup.projects import Projects, StorageKeys
from agora_console.services.start.orders import StartOrder
from agora_console.settings.projects import Project


async def stored_keys(
    projects: Projects, project: Project, config: Mapping[str, Any]
) -> StorageKeys | None:
    """Access and secret key of the storage that a config names; None where none are stored.

    Raises VaultError.
    """
    target = target_of(project, storage_of(config))
    return None if target is None else await projects.storage_keys(project.id, target.id)


async def with_stored_keys(projects: Projects, order: StartOrder) -> StartOrder:
    """The order with the storage keys of today; as it was where the keyring has none."""
    keys = await stored_keys(projects, order.project, order.config)
    if keys is None:
        return order
    access, secret = keys
    return replace(order, secrets=replace(order.secrets, access_key=access, secret_key=secret))


async def with_tokens(projects: Projects, order: StartOrder, seconds: int) -> StartOrder:
    """The order with a token of so many seconds for each of its recorders; 0 makes none.

    Raises VaultError, LookupError without a certificate, or TokenError; each is a sentence.
    """
    if not seconds:
        return order
    token = await projects.make_token(order.project, order.cname, order.uid, seconds)
    order = replace(order, secrets=replace(order.secrets, token=token))
    second = second_uid_of(order.guards)
    if second is None:
        return order
    other = await projects.make_token(order.project, order.cname, second, seconds)
    return replace(order, second_token=other)
