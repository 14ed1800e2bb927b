"""TargetDraft: a storage target while it is edited, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from agora_console.domain.problems import Problem, Severity, has_errors
from agora_console.domain.vendors import VENDORS, vendor
from agora_console.services.setup.projects import StorageKeys
from agora_console.services.values import StorageTarget
from agora_console.ui.dialogs.project_check import check_storage

ACCESS, SECRET = "accessKey", "secretKey"
READ_ACCESS, READ_SECRET = "readAccessKey", "readSecretKey"


@dataclass
class TargetDraft:
    """A storage target while it is edited, with what was typed of its keys.

    `optional` is one that nobody asked for: while it is empty it counts as none.
    """

    id: str
    name: str = ""
    vendor: int = VENDORS[0].number
    region: int = 0
    bucket: str = ""
    prefix: str = ""
    endpoint: str = ""
    access: str = ""
    secret: str = ""
    stored: StorageKeys | None = None
    read_access: str = ""
    read_secret: str = ""
    read_stored: StorageKeys | None = None
    forget_read: bool = False
    place: str = ""
    is_new: bool = False
    optional: bool = False

    @classmethod
    def of(cls, target: StorageTarget) -> TargetDraft:
        """The draft of a target that is saved."""
        return cls(
            id=target.id,
            name=target.name,
            vendor=target.vendor,
            region=target.region,
            bucket=target.bucket,
            prefix="/".join(target.prefix),
            endpoint=target.endpoint,
        )

    def target(self) -> StorageTarget:
        """The target as it will be saved; without a name it is called after its bucket."""
        return StorageTarget(
            id=self.id,
            name=self.title(),
            vendor=self.vendor,
            region=self.region,
            bucket=self.bucket,
            prefix=self.prefix_parts(),
            endpoint=self.endpoint,
        )

    def title(self) -> str:
        """What the target is called."""
        return self.name or self.bucket or "—"

    def prefix_parts(self) -> tuple[str, ...]:
        """`fileNamePrefix`: the folders, outermost first."""
        return tuple(part for part in self.prefix.split("/") if part)

    @property
    def keys(self) -> StorageKeys | None:
        """Both keys, when both were typed."""
        if not (self.access and self.secret):
            return None
        return SecretStr(self.access), SecretStr(self.secret)

    @property
    def read_keys(self) -> StorageKeys | None:
        """Both halves of the read key, when both were typed."""
        if not (self.read_access and self.read_secret):
            return None
        return SecretStr(self.read_access), SecretStr(self.read_secret)

    @property
    def counts(self) -> bool:
        """False for one that nobody asked for and nobody has filled."""
        typed = (self.name, self.bucket, self.prefix, self.endpoint, self.access, self.secret)
        return not self.optional or any(typed)

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong; `path` is the key of `storageConfig`."""
        found = list(check_storage(self._storage_config()))
        if not self.bucket and not any(problem.path == "bucket" for problem in found):
            found.append(Problem("The bucket is missing.", path="bucket"))
        found += self._key_problems()
        if bool(self.read_access) != bool(self.read_secret):
            path = READ_SECRET if self.read_access else READ_ACCESS
            text = "One half of the read key is missing; the two belong together."
            found.append(Problem(text, path=path))
        return tuple(found)

    def has_errors(self) -> bool:
        """True when it cannot be saved."""
        return has_errors(self.problems())

    def _key_problems(self) -> list[Problem]:
        labels = (vendor(self.vendor) or VENDORS[0]).labels
        if bool(self.access) == bool(self.secret):
            if self.access or self.stored is not None:
                return []
            sentence = "Without its keys a recording cannot start; they are asked for then."
            return [Problem(sentence, Severity.NOTE, SECRET)]
        missing = labels.secret_key if self.access else labels.access_key
        path = SECRET if self.access else ACCESS
        return [Problem(f"{missing} is missing; the two belong together.", path=path)]

    def _storage_config(self) -> dict[str, Any]:
        config: dict[str, Any] = {
            "vendor": self.vendor,
            "region": self.region,
            "bucket": self.bucket,
        }
        if parts := self.prefix_parts():
            config["fileNamePrefix"] = list(parts)
        if self.endpoint:
            config["extensionParams"] = {"endpoint": self.endpoint}
        return config
