"""Which bucket belongs to a session or a target, and with which keys it is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from agora_console.bucket.errors import NoWayError
from agora_console.bucket.places import Place, local_place, place_of
from agora_console.bucket.store import Bucket, checked
from agora_console.domain.files.file_names import folder
from agora_console.domain.hosts import is_loopback
from agora_console.domain.session import Session
from agora_console.services.setup.projects import Projects, StorageKeys
from agora_console.settings.projects import Project, StorageTarget


class Buckets:
    """Opens buckets. `simulated` is the folder in which the demo's simulator keeps its own."""

    def __init__(self, projects: Projects, simulated: Path | None = None) -> None:
        self._projects = projects
        self._simulated = simulated
        self._lent: dict[tuple[object, ...], StorageKeys] = {}

    def can_look(self, session: Session) -> bool:
        """False where the API is a simulator without a folder: there is no bucket behind it."""
        return self._simulated is not None or not _is_simulator(self._api_of(session))

    def is_local(self, session: Session) -> bool:
        """Whether the bucket is a folder of this machine."""
        return self._simulated is not None and _is_simulator(self._api_of(session))

    async def of_session(self, session: Session) -> Bucket:
        """The folder that a session records into.

        With the read key of its target, where there is one: Agora's own may only write. Raises
        BucketError, VaultError or LookupError, each a sentence.
        """
        values = storage_of(session.config)
        place = self._place_of(self._api_of(session), values)
        if place.service == "fs":
            return Bucket(place, folder(session))
        lent = self._lent.get(_key(values))
        if lent is not None:
            return Bucket(place, folder(session), lent)
        project = self._projects.get(session.project_id)
        target = target_of(project, values)
        if project is None or target is None:
            raise LookupError(
                "No storage target of the project is this bucket, so there are no keys for it."
            )
        return Bucket(place, folder(session), await self._keys(project, target))

    async def urls(self, session: Session, names: Sequence[str]) -> list[str]:
        """The addresses of objects, not signed: they open what everybody may read.

        Raises what `of_session` raises; keys are asked for only where the account is among them.
        """
        place = self._place_of(self._api_of(session), storage_of(session.config))
        if "{account}" in place.url:
            bucket = await self.of_session(session)
        else:
            bucket = Bucket(place, folder(session))
        try:
            return [bucket.url_of(name) for name in names]
        finally:
            await bucket.close()

    def lend_read_keys(self, storage: Mapping[str, Any], keys: StorageKeys) -> None:
        """Look into the place of a `storageConfig` with these keys, in this run."""
        self._lent[_key(storage)] = keys

    def of_config(
        self, project: Project, storage: Mapping[str, Any], keys: StorageKeys | None
    ) -> Bucket:
        """The folder of a `storageConfig`, opened with `keys`. Raises BucketError."""
        place = self._place_of(project.api_url, storage)
        if place.service != "fs" and keys is None:
            raise LookupError("The keys of the storage are missing.")
        return Bucket(place, prefix_of(storage), None if place.service == "fs" else keys)

    def path_of(self, project: Project, storage: Mapping[str, Any], name: str) -> str:
        """Where an object of that name would lie, for a person. Raises BucketError."""
        place = self._place_of(project.api_url, storage)
        return Bucket(place, prefix_of(storage)).path_of(name)

    async def reader_of_config(self, project: Project, storage: Mapping[str, Any]) -> Bucket | None:
        """The same folder opened with a read key; None where there is none. Raises BucketError."""
        place = self._place_of(project.api_url, storage)
        if place.service == "fs":
            return None
        keys = self._lent.get(_key(storage))
        target = target_of(project, storage)
        if keys is None and target is not None:
            keys = await self._projects.read_keys(project.id, target.id)
        return Bucket(place, prefix_of(storage), keys) if keys else None

    async def of_target(
        self, project: Project, target: StorageTarget, keys: StorageKeys | None = None
    ) -> Bucket:
        """The folder of a target; `keys` as typed, None for those that are kept."""
        place = self._place(
            project.api_url, target.vendor, target.region, target.bucket, target.endpoint
        )
        if place.service == "fs":
            return Bucket(place, target.prefix)
        found = keys or await self._projects.storage_keys(project.id, target.id)
        if found is None:
            raise LookupError(f"The keys of {target.name} are not in the keyring.")
        return Bucket(place, target.prefix, found)

    def path_of_target(self, project: Project, target: StorageTarget, name: str) -> str:
        """Where an object of that name would lie, for a person. Raises BucketError."""
        place = self._place(
            project.api_url, target.vendor, target.region, target.bucket, target.endpoint
        )
        return Bucket(place, target.prefix).path_of(name)

    async def reader_of(self, project: Project, target: StorageTarget) -> Bucket | None:
        """The folder of a target opened with its read key; None where it has none."""
        keys = await self._projects.read_keys(project.id, target.id)
        return await self.of_target(project, target, keys) if keys else None

    async def _keys(self, project: Project, target: StorageTarget) -> StorageKeys:
        keys = await self._projects.read_keys(project.id, target.id)
        keys = keys or await self._projects.storage_keys(project.id, target.id)
        if keys is None:
            raise LookupError(f"The keys of {target.name} are not in the keyring.")
        return keys

    def _place_of(self, api_url: str, storage: Mapping[str, Any]) -> Place:
        return self._place(
            api_url,
            storage.get("vendor", -1),
            storage.get("region", -1),
            str(storage.get("bucket", "")),
            _endpoint(storage),
        )

    def _place(self, api_url: str, vendor: int, region: int, bucket: str, endpoint: str) -> Place:
        if not _is_simulator(api_url):
            return place_of(vendor, region, bucket, endpoint)
        if self._simulated is None:
            raise NoWayError(
                "The API of this project is a simulator on this machine; no bucket is behind it."
            )
        return local_place(self._simulated / checked(bucket))

    def _api_of(self, session: Session) -> str:
        project = self._projects.get(session.project_id)
        return project.api_url if project else session.api_url


def storage_of(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """The `storageConfig` of a config document; empty where it has none."""
    request = config.get("clientRequest")
    storage = request.get("storageConfig") if isinstance(request, Mapping) else None
    return storage if isinstance(storage, Mapping) else {}


def prefix_of(storage: Mapping[str, Any]) -> tuple[str, ...]:
    """`fileNamePrefix`: the folders, outermost first."""
    levels = storage.get("fileNamePrefix")
    return tuple(str(each) for each in levels) if isinstance(levels, list) else ()


def target_of(project: Project | None, storage: Mapping[str, Any]) -> StorageTarget | None:
    """The target with the same place; the folder does not matter to its keys."""
    wanted = _key(storage)
    targets = project.storage if project else ()
    return next(
        (t for t in targets if (t.vendor, t.region, t.bucket, _bare(t.endpoint)) == wanted), None
    )


def _key(storage: Mapping[str, Any]) -> tuple[object, ...]:
    """A bucket of one store; the same name at another store is another bucket."""
    named = (storage.get("vendor"), storage.get("region"), storage.get("bucket"))
    return (*named, _bare(_endpoint(storage)))


def _endpoint(storage: Mapping[str, Any]) -> str:
    extra = storage.get("extensionParams")
    return str(extra.get("endpoint") or "") if isinstance(extra, Mapping) else ""


def _bare(endpoint: str) -> str:
    """An endpoint with or without its scheme is the same one."""
    return endpoint.strip().removeprefix("https://").rstrip("/").lower()


def _is_simulator(api_url: str) -> bool:
    return is_loopback(urlsplit(api_url).hostname or "")
