"""The three ways in which a keyring fails, each a sentence and one thing to do."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import ClassVar, Self

from agora_console.domain.problems import Problem

UNNAMED = "the keyring"
"""What a keyring is called before it was looked for."""

_OR_RUN_ONLY = "or keep the secrets for this run only."
_HOW_TO_GET_ONE = (
    "Install and start GNOME Keyring (package gnome-keyring), KWallet or KeePassXC, or keep the "
    "secrets for this run only."
    if sys.platform == "linux"
    else "Make the keyring of your system available, or keep the secrets for this run only."
)


class Condition(StrEnum):
    """What a keyring can do for us."""

    OK = "ok"
    ABSENT = "absent"  # there is none
    LOCKED = "locked"  # it waits for its owner
    REFUSED = "refused"  # it says no


class VaultError(Exception):
    """A secret could not be read, kept or forgotten; no text of it ever holds the secret."""

    condition: ClassVar[Condition] = Condition.REFUSED

    def __init__(self, sentence: str, action: str, detail: str = "") -> None:
        super().__init__(sentence)
        self.action = action
        self.detail = detail

    def alike(self) -> Self:
        """The same failure without its traceback, whose frames may hold a secret."""
        return type(self)(str(self), self.action, self.detail)

    @property
    def problem(self) -> Problem:
        """What a person reads."""
        return Problem(str(self), rule="keyring", action=self.action, detail=self.detail)


class VaultAbsentError(VaultError):
    """There is no keyring, or only one that does not protect what it keeps."""

    condition = Condition.ABSENT


class VaultLockedError(VaultError):
    """The keyring is locked, or waits for its prompt."""

    condition = Condition.LOCKED


class VaultRefusedError(VaultError):
    """The keyring is open and says no."""

    condition = Condition.REFUSED


def absent(detail: str = "") -> VaultAbsentError:
    """There is no keyring on this machine."""
    return VaultAbsentError("No keyring was found on this machine.", _HOW_TO_GET_ONE, detail)


def unprotected(name: str) -> VaultAbsentError:
    """There is one, but it would write the secrets into a plain file or nowhere."""
    return VaultAbsentError(
        f"The only keyring on this machine, {name}, does not protect what it keeps.",
        _HOW_TO_GET_ONE,
    )


def locked(name: str, detail: str = "") -> VaultLockedError:
    """The keyring is locked and was not unlocked."""
    return VaultLockedError(
        f"{_capital(name)} is locked.", f"Unlock it and try again, {_OR_RUN_ONLY}", detail
    )


def not_opened(name: str, detail: str = "") -> VaultLockedError:
    """The keyring runs, and it could not be opened: most likely nothing was ever kept in it."""
    return VaultLockedError(
        f"{_capital(name)} could not be opened.",
        "Open the keyring's own program, unlock or create its default keyring, and try again, "
        f"{_OR_RUN_ONLY}",
        detail,
    )


def waiting(name: str) -> VaultLockedError:
    """The keyring has not answered in time, most likely because it asks for its password."""
    return VaultLockedError(
        f"{_capital(name)} is waiting for its prompt.",
        f"Answer the keyring's prompt, it may be behind a window, and try again, {_OR_RUN_ONLY}",
    )


def refused(name: str, wish: str, detail: str = "") -> VaultRefusedError:
    """The keyring said no to a `wish`: "give a secret", "keep a secret", "forget a secret"."""
    return VaultRefusedError(
        f"{_capital(name)} refused to {wish}.",
        f"Allow Agora Console in the keyring's own program and try again, {_OR_RUN_ONLY}",
        detail,
    )


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
