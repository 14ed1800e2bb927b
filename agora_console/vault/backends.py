"""Which keyring there is, what a person calls it, and whether it is locked. Imports keyring.

Runs on the vault's own thread: importing and looking take 150 ms, and any call may block.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import keyring
import keyring.core
from keyring.backend import KeyringBackend, get_all_keyring
from keyring.backends import SecretService, chainer, fail

from agora_console.vault.errors import absent, unprotected

SECRET_SERVICE = "the Secret Service"

_NAMES = {
    "keyring.backends.SecretService": SECRET_SERVICE,
    "keyring.backends.libsecret": SECRET_SERVICE,
    "keyring.backends.kwallet": "KWallet",
    "keyring.backends.Windows": "Windows Credential Manager",
    "keyring.backends.macOS": "macOS Keychain",
}
"""Keyrings that are used wherever they are found; any other has to be configured."""

_PROGRAMS = {
    "gnome-keyring": "GNOME Keyring",
    "kwalletd": "KWallet",
    "ksecretd": "KWallet",
    "keepassxc": "KeePassXC",
}
"""Who answers for the Secret Service, by the beginning of the program's name."""

_UNPROTECTED = ("keyrings.alt.", "keyring.backends.null.")
"""Backends that write plain or weakly hidden files, or nothing at all."""


def find() -> KeyringBackend:
    """The keyring of this machine, looked for anew: a Secret Service may have been started since.

    Raises VaultAbsentError where there is none that protects what it keeps.
    """
    try:
        vars(get_all_keyring).pop("saved_result", None)
        keyring.core.init_backend(_is_known)
        backend = keyring.get_keyring()
    except (ImportError, AttributeError, ValueError, RuntimeError) as error:
        # Named in PYTHON_KEYRING_BACKEND or keyringrc.cfg, and not to be had.
        raise absent(f"{type(error).__name__}: {error}") from None
    if isinstance(backend, chainer.ChainerBackend):
        # A chain would forget in its first keyring only, and keep nothing when it is empty.
        chain: list[KeyringBackend] = backend.backends
        if not chain:
            raise absent()
        backend = chain[0]
    if isinstance(backend, fail.Keyring):
        raise absent()
    if _path(backend).startswith(_UNPROTECTED):
        raise unprotected(backend.name)
    return backend


def name_of(backend: KeyringBackend) -> str:
    """What a person calls the keyring."""
    name = _NAMES.get(type(backend).__module__, backend.name)
    return _program() or name if name == SECRET_SERVICE else name


def is_locked(backend: KeyringBackend) -> bool | None:
    """Whether the keyring is locked, found out without raising its prompt; None = not known."""
    if _NAMES.get(type(backend).__module__) != SECRET_SERVICE:
        return None
    storage = _storage()
    with closing(storage.dbus_init()) as bus:
        try:
            return bool(storage.Collection(bus).is_locked())
        except storage.ItemNotFoundException:  # nothing was ever kept: there is no collection
            return None


def _program() -> str:
    """The name of the program that answers for the Secret Service; empty when it is not known."""
    storage = _storage()
    try:
        with closing(storage.dbus_init()) as bus:
            proxy = storage.Proxy(storage.message_bus, bus)
            (pid,) = proxy.GetConnectionUnixProcessID("org.freedesktop.secrets")
        program = Path("/proc", str(pid), "comm").read_text()
    except (OSError, storage.SecretStorageException, storage.util.DBusErrorResponse):
        return ""
    return next((name for start, name in _PROGRAMS.items() if program.startswith(start)), "")


def _storage() -> Any:
    """The library below the backend; it is there wherever the backend is."""
    return vars(SecretService)["secretstorage"]


def _is_known(backend: KeyringBackend) -> bool:
    return type(backend).__module__ in _NAMES


def _path(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"
