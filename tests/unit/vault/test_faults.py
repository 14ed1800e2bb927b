"""Keyrings that hang, refuse or fail in their own words, made where no real one does so."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, ClassVar

import keyring.core
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, chainer
from keyring.backends.fail import Keyring as FailingKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)
from pydantic import SecretStr

from agora_console.vault import backends
from agora_console.vault.errors import UNNAMED, VaultError, VaultRefusedError
from agora_console.vault.keychain import Keychain
from agora_console.vault.keyring_vault import (
    Condition,
    Keep,
    Vault,
    VaultAbsentError,
    VaultLockedError,
)
from tests.support.isolation import child_env

HUSH = SecretStr("hush-hush")


class MadeKeyring(KeyringBackend):
    """A keyring in memory that does what a test wants before it does its work."""

    priority: ClassVar[float] = -1
    name: ClassVar[str] = "Vault of Brass"

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[str, str] = {}
        self.before: Callable[[str], object] = lambda call: None

    def get_password(self, service: str, username: str) -> str | None:
        self.before("get")
        return self.kept.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.before("set")
        self.kept[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.before("delete")
        del self.kept[username]


class PlaintextKeyring(MadeKeyring):
    """Looks like the one that writes plain files."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


@pytest.fixture
def brass(monkeypatch: pytest.MonkeyPatch) -> MadeKeyring:
    """A keyring that the person has configured."""
    made = MadeKeyring()
    monkeypatch.setattr(keyring.core, "load_env", lambda: made)
    return made


@pytest.fixture
async def vault() -> AsyncIterator[Vault]:
    opened = Vault(call_limit=30.0)
    yield opened
    opened.close()


def raising(error: Exception, on: str = "") -> Callable[[str], None]:
    """Raise at every call, or at the calls of one kind."""

    def before(call: str) -> None:
        if on in ("", call):
            raise error

    return before


class LockedException(Exception):
    """Named like one of the library below the Secret Service."""


class SecretServiceNotAvailableException(Exception):
    """Named like another one."""


def caused(error: Exception, cause: Exception) -> Exception:
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (NoKeyringError(), VaultAbsentError),
        (SecretServiceNotAvailableException(), VaultAbsentError),
        (caused(InitError(), SecretServiceNotAvailableException()), VaultAbsentError),
        (ConnectionResetError(), VaultAbsentError),
        (KeyringLocked(), VaultLockedError),
        (InitError(), VaultLockedError),
        (LockedException(), VaultLockedError),
        (PasswordSetError(), VaultRefusedError),
        (KeyringError(), VaultRefusedError),
        (RuntimeError(1783, "CredWrite", "The stub received bad data"), VaultRefusedError),
    ],
)
async def test_each_failure_is_one_of_three(
    brass: MadeKeyring, vault: Vault, error: Exception, kind: type[VaultError]
) -> None:
    brass.before = raising(error)

    with pytest.raises(VaultError) as failed:
        await vault.write("name", HUSH, Keep.KEYRING)

    assert type(failed.value) is kind
    assert failed.value.condition is kind.condition
    assert failed.value.problem.detail == type(error).__name__


@pytest.mark.parametrize(
    ("call", "use", "words"),
    [
        ("get", lambda vault: vault.read("name"), "refused to give a secret"),
        ("set", lambda vault: vault.write("name", HUSH, Keep.KEYRING), "refused to keep a secret"),
        ("delete", lambda vault: vault.forget("name"), "refused to forget a secret"),
    ],
)
async def test_a_refusal_says_what_was_refused(
    brass: MadeKeyring, vault: Vault, call: str, use: Any, words: str
) -> None:
    brass.kept["name"] = "old"
    brass.before = raising(PasswordDeleteError(), on=call)

    with pytest.raises(VaultRefusedError, match=f"Vault of Brass {words}"):
        await use(vault)


async def test_what_a_keyring_quotes_is_not_passed_on(brass: MadeKeyring, vault: Vault) -> None:
    brass.before = raising(PasswordSetError("cannot store 'hush-hush'"), on="set")

    with pytest.raises(VaultRefusedError) as failed:
        await vault.write("name", HUSH, Keep.KEYRING)

    assert "hush" not in repr(failed.value.problem)
    assert failed.value.__cause__ is None
    assert failed.value.__context__ is None


# --- what the state remembers -----------------------------------------------------------


async def test_a_refusal_is_told_until_a_call_works(brass: MadeKeyring, vault: Vault) -> None:
    brass.before = raising(KeyringError())
    with pytest.raises(VaultRefusedError):
        await vault.read("name")
    assert (await vault.state()).condition is Condition.REFUSED

    brass.before = lambda call: None
    await vault.read("name")

    state = await vault.state()
    assert (state.backend, state.condition) == ("Vault of Brass", Condition.OK)


async def test_a_lock_that_cannot_be_seen_is_remembered(brass: MadeKeyring, vault: Vault) -> None:
    brass.before = raising(KeyringLocked())
    with pytest.raises(VaultLockedError):
        await vault.read("name")

    assert (await vault.state()).sentence == "Vault of Brass is locked."


@pytest.mark.keyring
async def test_a_lock_that_was_opened_since_is_not_told_any_more(
    secret_service: object, monkeypatch: pytest.MonkeyPatch, vault: Vault
) -> None:
    with monkeypatch.context() as closed:
        closed.setattr(
            SecretService.Keyring, "get_password", lambda *rest: raising(KeyringLocked())("")
        )
        with pytest.raises(VaultLockedError):
            await vault.read("name")

    assert (await vault.state()).condition is Condition.OK


# --- a prompt that nobody answers -----------------------------------------------------------


@pytest.fixture
def prompt(brass: MadeKeyring) -> Iterator[threading.Event]:
    """Set to answer the prompt that every call raises."""
    answered = threading.Event()
    brass.before = lambda call: answered.wait(30)
    yield answered
    answered.set()


@pytest.fixture
async def hasty() -> AsyncIterator[Vault]:
    """A vault that does not wait for people."""
    opened = Vault(call_limit=0.05, look_limit=0.05)
    yield opened
    opened.close()


async def test_a_prompt_that_is_not_answered_is_told(hasty: Vault, prompt: threading.Event) -> None:
    with pytest.raises(VaultLockedError, match="waiting for its prompt") as late:
        await hasty.read("name")

    assert "Answer the keyring's prompt" in late.value.action


async def test_behind_a_prompt_the_state_says_what_it_waits_for(
    hasty: Vault, prompt: threading.Event
) -> None:
    with pytest.raises(VaultLockedError):
        await hasty.read("name")

    state = await hasty.state()

    assert state.condition is Condition.LOCKED
    assert "waiting for its prompt" in state.sentence


async def test_after_the_prompt_was_answered_calls_go_on(
    brass: MadeKeyring, prompt: threading.Event
) -> None:
    brass.kept["name"] = "hush-hush"
    vault = Vault(call_limit=30.0)
    reading = asyncio.create_task(vault.read("name"))
    await asyncio.sleep(0)
    prompt.set()

    assert await reading == HUSH
    vault.close()


async def test_a_call_behind_a_prompt_that_was_given_up_is_not_made_later(
    brass: MadeKeyring, hasty: Vault, prompt: threading.Event
) -> None:
    with pytest.raises(VaultLockedError):
        await hasty.read("name")
    with pytest.raises(VaultLockedError):
        await hasty.write("name", HUSH, Keep.KEYRING)

    prompt.set()
    brass.before = lambda call: None
    patient = hasty._worker.submit(lambda: dict(brass.kept))

    assert await asyncio.wrap_future(patient) == {}


async def test_a_keyring_that_is_slow_to_be_found_has_no_name_yet(
    hasty: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = threading.Event()
    monkeypatch.setattr(backends, "find", lambda: found.wait(30) and MadeKeyring())

    state = await hasty.state()

    assert state.backend == UNNAMED
    assert state.sentence == "The keyring is waiting for its prompt."
    found.set()


def test_a_prompt_does_not_keep_the_program_from_ending() -> None:
    code = """
import asyncio, threading
import keyring.core
from agora_console.vault.keyring_vault import Vault, VaultLockedError
from tests.unit.vault.test_faults import MadeKeyring

made = MadeKeyring()
made.before = lambda call: threading.Event().wait()
keyring.core.load_env = lambda: made

async def use():
    try:
        await Vault(call_limit=0.5).read("name")
    except VaultLockedError as error:
        print(error)

asyncio.run(use())
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=child_env(),
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )

    assert done.stdout.endswith("is waiting for its prompt.\n")
    assert done.stderr == ""


# --- which keyring is used ----------------------------------------------------------------


@pytest.mark.parametrize("made", [PlaintextKeyring, NullKeyring])
def test_a_keyring_that_protects_nothing_is_not_used(
    monkeypatch: pytest.MonkeyPatch, made: type[KeyringBackend]
) -> None:
    monkeypatch.setattr(keyring.core, "load_env", made)

    with pytest.raises(VaultAbsentError, match="does not protect what it keeps"):
        backends.find()


def test_an_unknown_keyring_is_used_only_where_it_was_configured(
    monkeypatch: pytest.MonkeyPatch, brass: MadeKeyring
) -> None:
    assert backends.find() is brass

    monkeypatch.setattr(keyring.core, "load_env", lambda: None)
    monkeypatch.setattr(MadeKeyring, "priority", 9)
    with pytest.raises(VaultAbsentError):
        backends.find()


def test_a_configured_keyring_that_cannot_be_had_is_absent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "no.such.Keyring")

    with pytest.raises(VaultAbsentError) as failed:
        backends.find()

    assert "ModuleNotFoundError" in failed.value.detail


@pytest.mark.parametrize("chain", [[], [FailingKeyring]])
def test_an_empty_chain_of_keyrings_is_none(
    monkeypatch: pytest.MonkeyPatch, chain: list[type[KeyringBackend]]
) -> None:
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [made() for made in chain])
    monkeypatch.setattr(keyring.core, "load_env", chainer.ChainerBackend)

    with pytest.raises(VaultAbsentError, match="No keyring was found"):
        backends.find()


def test_of_a_chain_the_first_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    first = MadeKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [first, MadeKeyring()])
    monkeypatch.setattr(keyring.core, "load_env", chainer.ChainerBackend)

    assert backends.find() is first


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.Windows", "Windows Credential Manager"),
        ("keyring.backends.macOS", "macOS Keychain"),
        ("keyring.backends.kwallet", "KWallet"),
        ("keyring.backends.SecretService", "the Secret Service"),
        ("somebody.elses", "Vault of Brass"),
    ],
)
def test_a_keyring_is_called_by_the_name_people_know(
    no_secret_service: None, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    monkeypatch.setattr(MadeKeyring, "__module__", module)

    assert backends.name_of(MadeKeyring()) == name


def test_a_chain_of_its_own_answers_for_one_service_only(brass: MadeKeyring) -> None:
    Keychain("Agora Console").write("name", "hush-hush")

    assert brass.kept == {"name": "hush-hush"}
