"""Vault: secrets in the system's keyring, or for this run in memory. Never in a file."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from pydantic import SecretStr

from agora_console.vault.errors import (
    UNNAMED,
    Condition,
    VaultAbsentError,
    VaultError,
    VaultLockedError,
    VaultRefusedError,
    waiting,
)
from agora_console.vault.worker import DaemonWorker

if TYPE_CHECKING:
    from agora_console.vault.keychain import Keychain

__all__ = [
    "Condition",
    "Keep",
    "Vault",
    "VaultAbsentError",
    "VaultError",
    "VaultLockedError",
    "VaultRefusedError",
    "VaultState",
]

T = TypeVar("T")

SERVICE = "Agora Console"
"""Under which the entries stand in the keyring."""

CALL_LIMIT = 45.0
"""Seconds that a call may take: a person may have to type the keyring's password."""

LOOK_LIMIT = 5.0
"""Seconds that a look at the keyring may take; it never asks for a password."""


class Keep(StrEnum):
    """Where a secret is kept."""

    KEYRING = "keyring"
    RUN = "run"  # in memory, gone with the program


@dataclass(frozen=True, slots=True)
class VaultState:
    """What a person is told of the keyring: its name, whether it can be used, what to do."""

    backend: str
    condition: Condition
    sentence: str
    action: str = ""


class Vault:
    """One entry per secret. Every call raises VaultError: absent, locked or refused.

    A secret that is kept for this run hides the one of that name in the keyring.
    """

    def __init__(
        self,
        service: str = SERVICE,
        *,
        call_limit: float = CALL_LIMIT,
        look_limit: float = LOOK_LIMIT,
    ) -> None:
        self._service = service
        self._call_limit = call_limit
        self._look_limit = look_limit
        self._run_only: dict[str, SecretStr] = {}
        self._worker = DaemonWorker("keyring")
        self._chain: Keychain | None = None

    async def read(self, name: str) -> SecretStr | None:
        """The secret of that name, None when there is none."""
        if name in self._run_only:
            return self._run_only[name]
        text = await self._call(lambda chain: chain.read(name))
        return None if text is None else SecretStr(text)

    async def write(self, name: str, secret: SecretStr, keep: Keep) -> None:
        """Keep a secret, in place of the one of that name. Raises ValueError for an empty one.

        When it fails with VaultLockedError because a prompt was not answered in time, the secret
        is kept after all should the prompt be answered later.
        """
        text = secret.get_secret_value()
        if not text:
            raise ValueError("An empty secret is not kept; forget it instead.")
        if keep is Keep.RUN:
            self._run_only[name] = secret
            return
        await self._call(lambda chain: chain.write(name, text))
        self._run_only.pop(name, None)

    async def forget(self, name: str) -> None:
        """Remove the secret of that name; nothing happens when there is none."""
        was_run_only = self._run_only.pop(name, None) is not None
        try:
            await self._call(lambda chain: chain.forget(name))
        except VaultAbsentError:
            if not was_run_only:  # without a keyring there was no other place
                raise

    async def state(self) -> VaultState:
        """Which keyring there is and whether it can be used; neither raises nor prompts."""
        try:
            await self._call(lambda chain: chain.look(), self._look_limit)
        except VaultError as error:
            return VaultState(self._name, error.condition, str(error), error.action)
        return VaultState(self._name, Condition.OK, f"Secrets are kept in {self._name}.")

    def close(self) -> None:
        """Forget what was kept for this run and end the thread, without waiting for a prompt."""
        self._run_only.clear()
        self._worker.close()

    @property
    def _name(self) -> str:
        return UNNAMED if self._chain is None else self._chain.name

    async def _call(self, work: Callable[[Keychain], T], limit: float | None = None) -> T:
        future = self._worker.submit(lambda: work(self._keychain()))
        try:
            async with asyncio.timeout(self._call_limit if limit is None else limit):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise waiting(self._name) from None

    def _keychain(self) -> Keychain:
        if self._chain is None:
            from agora_console.vault.keychain import Keychain  # noqa: PLC0415 - 150 ms, not now

            self._chain = Keychain(self._service)
        return self._chain
