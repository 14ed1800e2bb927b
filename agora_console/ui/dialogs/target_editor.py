"""TargetEditor: vendor and region by name, bucket, prefix and the keys of one storage target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, Severity, has_errors
from agora_console.domain.vendors import VENDORS, Vendor, vendor
from agora_console.services.projects import StorageKeys
from agora_console.services.values import StorageTarget
from agora_console.ui.dialogs.project_check import check_storage
from agora_console.ui.metrics import em
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.secret_line import SecretLine, last_four

_ACCESS, _SECRET = "accessKey", "secretKey"


@dataclass
class TargetDraft:
    """A storage target while it is edited, with what was typed of its keys."""

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
    place: str = ""
    is_new: bool = False

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

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong; `path` is the key of `storageConfig`."""
        found = list(check_storage(self._storage_config()))
        if not self.bucket and not any(problem.path == "bucket" for problem in found):
            found.append(Problem("The bucket is missing.", path="bucket"))
        found += self._key_problems()
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
            return [Problem(sentence, Severity.NOTE, _SECRET)]
        missing = labels.secret_key if self.access else labels.access_key
        path = _SECRET if self.access else _ACCESS
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


class TargetEditor(QWidget):
    """Edits the draft it shows in place. `name_edited` says that its title may have changed."""

    name_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = TargetDraft("")
        self.name = QLineEdit()
        self.vendor = QComboBox()
        self.region = QComboBox()
        self.bucket = QLineEdit()
        self.endpoint = QLineEdit()
        self.prefix = QLineEdit()
        self.access = SecretLine()
        self.secret = SecretLine()
        self.name.setPlaceholderText(self.tr("like the bucket"))
        self.prefix.setPlaceholderText(self.tr("folder/in/the/bucket"))
        self.endpoint.setPlaceholderText("https://storage.example.com")
        for each in VENDORS:
            gone = self.tr(" (no longer offered)") if each.legacy else ""
            self.vendor.addItem(each.name + gone, each.number)
        self.rows = self._make_rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        for row in self.rows.values():
            column.addWidget(row)
        self.setFocusProxy(self.vendor)
        self.vendor.activated.connect(self._on_vendor_activated)
        self.region.activated.connect(self._on_region_activated)
        for line in (self.name, self.bucket, self.endpoint, self.prefix, self.access, self.secret):
            line.textEdited.connect(self._on_text_edited)
            line.editingFinished.connect(self._on_editing_finished)

    def show_draft(self, draft: TargetDraft) -> None:
        """Put a draft into the fields."""
        self._draft = draft
        self.name.setText(draft.name)
        self.vendor.setCurrentIndex(self.vendor.findData(draft.vendor))
        self.bucket.setText(draft.bucket)
        self.endpoint.setText(draft.endpoint)
        self.prefix.setText(draft.prefix)
        self.access.setText(draft.access)
        self.secret.setText(draft.secret)
        self._show_vendor()
        self.show_stored()
        for row in self.rows.values():
            row.set_problem(None)

    def show_stored(self) -> None:
        """Say how the stored keys of the draft end and where they are."""
        stored = self._draft.stored
        for line, number in ((self.access, 0), (self.secret, 1)):
            ends = f"•••• {last_four(stored[number])} · {self._draft.place}" if stored else ""
            line.setPlaceholderText(ends)
        kept = self.tr("Leave both empty to keep the stored ones.") if stored else ""
        self.rows[_SECRET].set_hint(kept)

    def show_problems(self) -> None:
        """Show what is wrong below each field."""
        found = {problem.path: problem for problem in reversed(self._draft.problems())}
        for path, row in self.rows.items():
            row.set_problem(found.get(path))

    def _make_rows(self) -> dict[str, FieldRow]:
        return {
            "vendor": FieldRow(self.tr("Vendor"), self.vendor),
            "region": FieldRow(self.tr("Region"), self.region),
            "extensionParams": FieldRow(self.tr("Endpoint"), self.endpoint),
            "bucket": FieldRow(self.tr("Bucket"), self.bucket),
            "fileNamePrefix": FieldRow(self.tr("Prefix"), self.prefix),
            _ACCESS: self.access.row(self.tr("Access key")),
            _SECRET: self.secret.row(self.tr("Secret key")),
            "name": FieldRow(self.tr("Called here"), self.name),
        }

    def _show_vendor(self) -> None:
        """The regions and captions of the vendor that is chosen."""
        chosen: Vendor = vendor(self._draft.vendor) or VENDORS[0]
        self.region.clear()
        for region in chosen.regions:
            gone = self.tr(" (no longer offered)") if region.legacy else ""
            self.region.addItem(region.label + gone, region.number)
        at = max(0, self.region.findData(self._draft.region))
        self.region.setCurrentIndex(at)
        self._draft.region = self.region.itemData(at)
        self.rows["region"].setHidden(not chosen.has_regions)
        self.rows["extensionParams"].setHidden(not chosen.needs_endpoint)
        self.rows["bucket"].set_caption(chosen.labels.bucket)
        self.rows[_ACCESS].set_caption(chosen.labels.access_key)
        self.rows[_SECRET].set_caption(chosen.labels.secret_key)

    def _on_vendor_activated(self) -> None:
        self._draft.vendor = self.vendor.currentData()
        self._draft.region = 0
        self._show_vendor()
        self.show_problems()

    def _on_region_activated(self) -> None:
        self._draft.region = self.region.currentData()
        self.show_problems()

    def _on_text_edited(self) -> None:
        draft = self._draft
        draft.name = self.name.text().strip()
        draft.bucket = self.bucket.text().strip()
        draft.endpoint = self.endpoint.text().strip()
        draft.prefix = self.prefix.text().strip()
        draft.access = self.access.text().strip()
        draft.secret = self.secret.text().strip()
        self.name_edited.emit()

    def _on_editing_finished(self) -> None:
        if self._draft.bucket or self._draft.access:
            self.show_problems()
