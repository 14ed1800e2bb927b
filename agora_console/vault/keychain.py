"""Keychain: the entries of one service in the system's keyring, with its failures in words.

Imports keyring and blocks; the vault calls it on a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from agora_console.vault import backends, long_values
from agora_console.vault.errors import (
    UNNAMED,
    VaultAbsentError,
    VaultError,
    VaultLockedError,
    VaultRefusedError,
    absent,
    locked,
    not_opened,
    refused,
)

T = TypeVar("T")

# The library below the Secret Service lets exceptions of its own through. They are known by their
# names, as it is not there on every system.
_GONE = {"SecretServiceNotAvailableException"}
_LOCKED = {"LockedException", "PromptDismissedException"}


class Keychain:
    """Reads, writes and forgets; every call raises VaultError. `name` is what it is called."""

    def __init__(self, service: str) -> None:
        self.name = UNNAMED
        self._service = service
        self._backend: KeyringBackend | None = None
        self._last: VaultError | None = None

    def read(self, name: str) -> str | None:
        """The secret of an entry, None when there is none."""
        return self._do("give a secret", lambda entries: long_values.read(entries, name))

    def write(self, name: str, value: str) -> None:
        """Keep a secret in an entry."""
        self._do("keep a secret", lambda entries: long_values.write(entries, name, value))

    def forget(self, name: str) -> None:
        """Remove an entry; nothing happens when there is none."""
        self._do("forget a secret", lambda entries: long_values.forget(entries, name))

    def look(self) -> None:
        """Raise the VaultError that the next call would meet, as far as that is known.

        Never raises a prompt.
        """
        is_locked = self._guarded("open", backends.is_locked)
        if is_locked:
            raise locked(self.name)
        last = self._last
        if isinstance(last, VaultRefusedError) or (
            isinstance(last, VaultLockedError) and is_locked is None
        ):
            raise last.alike()

    def _do(self, wish: str, work: Callable[[_Entries], T]) -> T:
        try:
            result = self._guarded(wish, lambda backend: work(_Entries(backend, self._service)))
        except VaultError as error:
            self._last = error.alike()
            raise
        self._last = None
        return result

    def _guarded(self, wish: str, work: Callable[[KeyringBackend], T]) -> T:
        try:
            return work(self._found())
        except VaultError:
            raise
        except Exception as error:  # noqa: BLE001 - backends raise what their system does
            known = _in_words(error, self.name, wish)
        if isinstance(known, VaultAbsentError):
            self._backend = None  # another one, or the same one again, may come
        raise known  # out here it has no context: the frames of the original hold the secret

    def _found(self) -> KeyringBackend:
        if self._backend is None:
            self._backend = backends.find()
            self.name = backends.name_of(self._backend)
        return self._backend


class _Entries:
    """One service in one keyring."""

    def __init__(self, backend: KeyringBackend, service: str) -> None:
        self._backend = backend
        self._service = service

    def get(self, name: str) -> str | None:
        return self._backend.get_password(self._service, name)

    def put(self, name: str, text: str) -> None:
        self._backend.set_password(self._service, name, text)

    def remove(self, name: str) -> None:
        self._backend.delete_password(self._service, name)


def _in_words(error: Exception, name: str, wish: str) -> VaultError:
    """The failure without its text, which may quote a secret."""
    kind, cause = type(error).__name__, type(error.__cause__).__name__
    if isinstance(error, NoKeyringError | OSError) or {kind, cause} & _GONE:
        return absent(kind)
    if isinstance(error, InitError):
        return not_opened(name, kind)
    if isinstance(error, KeyringLocked) or kind in _LOCKED:
        return locked(name, kind)
    return refused(name, wish, kind)
