"""Keeper: the secrets of a start, for as long as its outcome may be unknown.

A start that was cut off by a crash can be settled only by repeating it word for word, and the
journal holds no secret. So they wait in the vault until the sid is known.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import fields, replace

from pydantic import SecretStr

from agora_console.domain.secrets import StartSecrets, given
from agora_console.vault.keyring_vault import Keep, Vault, VaultError
from agora_console.vault.names import session_start

log = logging.getLogger(__name__)


class Keeper:
    """Puts the secrets of a start away, gives them back, forgets them.

    `run_only` says of a project whether its secrets are to stay out of the keyring.
    """

    def __init__(
        self, vault: Vault, run_only: Callable[[str], bool] = lambda project_id: False
    ) -> None:
        self._vault = vault
        self._run_only = run_only

    async def put(self, session_id: str, project_id: str, secrets: StartSecrets) -> None:
        """Keep the secrets; without a keyring they last for this run only."""
        await self.hold(session_id, project_id, secrets)

    async def hold(self, session_id: str, project_id: str, secrets: StartSecrets) -> bool:
        """The same; False where they last for this run only."""
        keep = Keep.RUN if self._run_only(project_id) else Keep.KEYRING
        text = json.dumps({name: value.get_secret_value() for name, value in given(secrets)})
        try:
            await self._vault.write(session_start(session_id), SecretStr(text), keep)
        except VaultError as error:
            log.info("A start cannot be repeated after a crash: %s", error)
            await self._vault.write(session_start(session_id), SecretStr(text), Keep.RUN)
            return False
        return keep is Keep.KEYRING

    async def get(self, session_id: str) -> StartSecrets:
        """The secrets of a start; raises VaultError, or LookupError when they are gone."""
        kept = await self._vault.read(session_start(session_id))
        if kept is None:
            raise LookupError("The keys of this start are gone, so it cannot be asked again.")
        values = json.loads(kept.get_secret_value())
        known = {field.name for field in fields(StartSecrets)}
        return StartSecrets(**{k: SecretStr(v) for k, v in values.items() if k in known})

    async def renew(self, session_id: str, project_id: str, fresh: StartSecrets) -> None:
        """Put what is fresh in the place of what is kept, where something is kept."""
        try:
            kept = await self.get(session_id)
        except (LookupError, VaultError) as error:
            log.info("No keys are kept that could be renewed: %s", error)
            return
        await self.put(session_id, project_id, replace(kept, **dict(given(fresh))))

    async def drop(self, session_id: str) -> None:
        """Forget the secrets of a start that is settled."""
        try:
            await self._vault.forget(session_start(session_id))
        except VaultError as error:
            log.info("The keys of a settled start could not be forgotten: %s", error)
