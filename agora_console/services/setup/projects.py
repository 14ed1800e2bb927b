"""Projects: which App ID, which storage, and the secrets that belong to them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from pydantic import SecretStr

from agora_console.api.errors import ApiError
from agora_console.api.token import TokenError, build_token, read_token
from agora_console.domain.problems import Problem
from agora_console.domain.secrets import Credentials
from agora_console.services.events import Event
from agora_console.services.failures import problem_of
from agora_console.settings.projects import Project
from agora_console.settings.store import Settings
from agora_console.vault import names
from agora_console.vault.keyring_vault import Keep, Vault, VaultAbsentError, VaultState

StorageKeys = tuple[SecretStr, SecretStr]
"""Access key and secret key of a storage target."""

Prove = Callable[[Project, Credentials], Awaitable[None]]
"""Sends one harmless acquire; raises ApiError when Agora refuses it."""


_NOBODYS_CHANNEL = "agora-console-test"
_TEST_LIFE = 60


class Projects:
    """The projects of this data folder; their secrets live in the vault."""

    def __init__(
        self,
        settings: Settings,
        vault: Vault,
        *,
        remember: Callable[[SecretStr], None],
        prove: Prove,
    ) -> None:
        self.changed: Event[None] = Event()
        self._settings = settings
        self._vault = vault
        self._remember = remember
        self._transient: dict[str, Project] = {}
        self._for_this_run: set[str] = set()
        self._known: dict[str, SecretStr] = {}  # the keyring takes 20 ms a look
        self._api_url = ""
        self._prove = prove
        self._current = settings.preferences().last_project

    def all(self) -> tuple[Project, ...]:
        """Every project, those of this run last."""
        projects = (*self._settings.projects(), *self._transient.values())
        if not self._api_url:
            return projects
        return tuple(each.model_copy(update={"api_url": self._api_url}) for each in projects)

    def point_at(self, api_url: str) -> None:
        """Send everything to `api_url` in this run, whatever the projects say; "" ends that."""
        self._api_url = api_url

    def get(self, project_id: str) -> Project | None:
        """The project of that id, or None."""
        return next((project for project in self.all() if project.id == project_id), None)

    def current(self) -> Project | None:
        """The chosen project; the first one when none was chosen."""
        projects = self.all()
        chosen = self.get(self._current)
        return chosen or (projects[0] if projects else None)

    def choose(self, project_id: str) -> None:
        """Make a project the current one and remember it."""
        self._current = project_id
        if project_id not in self._transient:
            preferences = self._settings.preferences()
            self._settings.save_preferences(
                preferences.model_copy(update={"last_project": project_id})
            )
        self.changed.emit(None)

    async def save(
        self,
        project: Project,
        customer_secret: SecretStr | None,
        storage_keys: Mapping[str, StorageKeys],
        keep: Keep,
        certificate: SecretStr | None = None,
        *,
        read_keys: Mapping[str, StorageKeys | None] | None = None,
    ) -> None:
        """Store a project and what was typed of its secrets; None leaves a secret as it is.

        `read_keys` are those of targets that have new ones, None where they are to be forgotten.
        Raises VaultError (a sentence) before anything is written to the settings.
        """
        await self._write_secrets(project, customer_secret, storage_keys, keep, certificate)
        for target_id, keys in (read_keys or {}).items():
            await self.save_read_keys(project.id, target_id, keys, keep)
        if keep is Keep.RUN:
            self._for_this_run.add(project.id)
        elif customer_secret is not None:
            self._for_this_run.discard(project.id)
        self._settings.save_project(project)
        self.choose(project.id)

    async def lend(
        self,
        project: Project,
        customer_secret: SecretStr,
        storage_keys: Mapping[str, StorageKeys],
        *,
        choose: bool = True,
    ) -> None:
        """Use a project for this run only, as the demo and the command line do."""
        self._transient[project.id] = project
        await self._write_secrets(project, customer_secret, storage_keys, Keep.RUN)
        if choose:
            self.choose(project.id)
        else:
            self.changed.emit(None)

    def for_this_run(self, project_id: str) -> bool:
        """Whether a person wants secrets of this project to stay out of the keyring."""
        return project_id in self._for_this_run

    def knows_secret(self, project_id: str) -> bool:
        """Whether `credentials` has the secret of that project without asking the keyring."""
        return project_id in self._known

    async def credentials(self, project_id: str) -> Credentials:
        """App ID, customer ID and secret; raises LookupError or VaultError with a sentence."""
        project = self.get(project_id)
        if project is None:
            raise LookupError("The project of this recording is not known here any more.")
        secret = self._known.get(project_id)
        if secret is None:
            secret = await self._vault.read(names.customer_secret(project.id))
        if secret is None:
            raise LookupError(f"The customer secret of {project.name} is not in the keyring.")
        self._remember(secret)
        self._known[project_id] = secret
        return Credentials(project.app_id, project.customer_id, secret)

    async def storage_keys(self, project_id: str, target_id: str) -> StorageKeys | None:
        """The keys of a storage target, None when they are not stored. Raises VaultError."""
        access = await self._vault.read(names.access_key(project_id, target_id))
        secret = await self._vault.read(names.secret_key(project_id, target_id))
        if access is None or secret is None:
            return None
        self._remember(access)
        self._remember(secret)
        return access, secret

    async def read_keys(self, project_id: str, target_id: str) -> StorageKeys | None:
        """The keys with which only the console looks into a target; None without. VaultError."""
        try:
            access = await self._vault.read(names.read_access_key(project_id, target_id))
            secret = await self._vault.read(names.read_secret_key(project_id, target_id))
        except VaultAbsentError:  # then there is no more than what was typed for this run
            return None
        if access is None or secret is None:
            return None
        self._remember(access)
        self._remember(secret)
        return access, secret

    async def save_read_keys(
        self, project_id: str, target_id: str, keys: StorageKeys | None, keep: Keep
    ) -> None:
        """Keep the read key of a target, or forget it (None). Raises VaultError."""
        entries = (
            names.read_access_key(project_id, target_id),
            names.read_secret_key(project_id, target_id),
        )
        for name, value in zip(entries, keys or (None, None), strict=True):
            if value is None:
                await self._vault.forget(name)
            else:
                self._remember(value)
                await self._vault.write(name, value, keep)

    async def certificate(self, project_id: str) -> SecretStr | None:
        """The App certificate of a project, None when it is not stored. Raises VaultError."""
        certificate = await self._vault.read(names.certificate(project_id))
        if certificate is not None:
            self._remember(certificate)
        return certificate

    async def make_token(self, project: Project, cname: str, uid: str, seconds: int) -> SecretStr:
        """A token with which recorder `uid` may join `cname` for `seconds` (1 to 86400).

        Raises VaultError, LookupError without a certificate, or TokenError; each is a sentence.
        """
        certificate = await self.certificate(project.id)
        if certificate is None:
            raise LookupError(f"The App certificate of {project.name} is not in the keyring.")
        token = SecretStr(
            await asyncio.to_thread(build_token, project.app_id, certificate, cname, uid, seconds)
        )
        self._remember(token)
        return token

    async def test(self, project: Project, customer_secret: SecretStr | None) -> Problem | None:
        """Prove App ID, customer ID and secret by one acquire; None when Agora accepts them.

        An acquired resource that is never started costs nothing and expires after five minutes.
        Raises VaultError, or LookupError when no secret is typed or stored.
        """
        if customer_secret is None:
            credentials = await self.credentials(project.id)
            secret = credentials.customer_secret
        else:
            secret = customer_secret
            self._remember(secret)
        try:
            await self._prove(project, Credentials(project.app_id, project.customer_id, secret))
        except ApiError as error:
            return problem_of(error)
        return None

    async def test_certificate(self, project: Project, certificate: SecretStr | None) -> None:
        """Build a token with a certificate (None: the one that is kept) and read it back.

        That proves its shape; whether it is the certificate of this App ID, only Agora can say.
        Raises VaultError, LookupError or TokenError, each a sentence.
        """
        found = certificate or await self.certificate(project.id)
        if found is None:
            raise LookupError("No certificate is typed, and none is kept.")
        self._remember(found)
        made = SecretStr(
            await asyncio.to_thread(
                build_token, project.app_id, found, _NOBODYS_CHANNEL, "1", _TEST_LIFE
            )
        )
        self._remember(made)
        told = read_token(made.get_secret_value())
        if not (told.is_for_channel(_NOBODYS_CHANNEL) and told.is_for_uid("1")):
            raise TokenError("The token that was built does not say what it was built for.")

    async def vault_state(self) -> VaultState:
        """Which keyring there is and whether it can be used."""
        return await self._vault.state()

    async def _write_secrets(
        self,
        project: Project,
        customer_secret: SecretStr | None,
        storage_keys: Mapping[str, StorageKeys],
        keep: Keep,
        certificate: SecretStr | None = None,
    ) -> None:
        self._known.pop(project.id, None)
        entries: dict[str, SecretStr] = {}
        if customer_secret is not None:
            entries[names.customer_secret(project.id)] = customer_secret
        if certificate is not None:
            entries[names.certificate(project.id)] = certificate
        for target_id, (access, secret) in storage_keys.items():
            entries[names.access_key(project.id, target_id)] = access
            entries[names.secret_key(project.id, target_id)] = secret
        for name, value in entries.items():
            self._remember(value)
            await self._vault.write(name, value, keep)
