"""TargetEditor: vendor and region by name, bucket, prefix and the keys of one storage target."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, Severity, has_errors
from agora_console.domain.vendors import VENDORS, Vendor, vendor
from agora_console.services.projects import StorageKeys
from agora_console.services.values import StorageTarget
from agora_console.ui.dialogs.project_check import check_storage
from agora_console.ui.dialogs.read_key_rows import READ_ACCESS, READ_SECRET, ReadKeyRows
from agora_console.ui.dialogs.verdict_line import VerdictLine
from agora_console.ui.metrics import em
from agora_console.ui.widgets.field import LABEL_EMS, FieldRow
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.secret_line import SecretLine, last_four

_ACCESS, _SECRET = "accessKey", "secretKey"


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
    """Edits the draft it shows in place. `edited` follows any change, `name_edited` the title.

    `probe_requested` wants the target proved, `read_test_requested` its read key.
    """

    edited = Signal()
    name_edited = Signal()
    probe_requested = Signal()
    read_test_requested = Signal()

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
        self.read_key = ReadKeyRows()
        self.proof = VerdictLine(
            self.tr("Test storage"),
            self.tr("Writes a small object, reads it back and removes it"),
            LABEL_EMS + 2.0,
        )
        self._path = label("", "muted", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        for row in self.rows.values():
            column.addWidget(row)
        column.addWidget(self.read_key)
        indented = QHBoxLayout()
        indented.addSpacing(em(self, LABEL_EMS + 2.0))
        indented.addWidget(self._path, 1)
        column.addLayout(indented)
        column.addWidget(self.proof)
        self.setFocusProxy(self.vendor)

    def _connect(self) -> None:
        self.proof.button.clicked.connect(self.probe_requested)
        self.read_key.test_requested.connect(self.read_test_requested)
        self.read_key.edited.connect(self._on_text_edited)
        self.read_key.forget_toggled.connect(self._on_forget_toggled)
        for secret in (self.read_key.access, self.read_key.secret):
            secret.editingFinished.connect(self._on_editing_finished)
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
        self.read_key.show_typed(draft.read_access, draft.read_secret)
        self.show_stored()
        for row in (*self.rows.values(), *self.read_key.rows.values()):
            row.set_problem(None)
        self.proof.clear()
        self.edited.emit()

    def show_path(self, text: str) -> None:
        """Say what a test would write, and where; empty hides it."""
        self._path.setText(text)
        self._path.setVisible(bool(text))

    def show_stored(self) -> None:
        """Say how the stored keys of the draft end and where they are."""
        self.read_key.show_stored(
            self._draft.read_stored, self._draft.place, forget=self._draft.forget_read
        )
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
        for path in self.read_key.rows:
            self.read_key.show_problem(path, found.get(path))

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
        self._on_edited()

    def _on_region_activated(self) -> None:
        self._draft.region = self.region.currentData()
        self.show_problems()
        self._on_edited()

    def _on_text_edited(self) -> None:
        draft = self._draft
        draft.name = self.name.text().strip()
        draft.bucket = self.bucket.text().strip()
        draft.endpoint = self.endpoint.text().strip()
        draft.prefix = self.prefix.text().strip()
        draft.access = self.access.text().strip()
        draft.secret = self.secret.text().strip()
        draft.read_access = self.read_key.access.text().strip()
        draft.read_secret = self.read_key.secret.text().strip()
        self.name_edited.emit()
        self._on_edited()

    def _on_forget_toggled(self, forget: bool) -> None:
        self._draft.forget_read = forget
        self.show_stored()
        self._on_edited()

    def _on_edited(self) -> None:
        """What was proved of other values proves nothing of these."""
        self.proof.clear()
        self.read_key.proof.clear()
        self.edited.emit()

    def _on_editing_finished(self) -> None:
        if self._draft.bucket or self._draft.access:
            self.show_problems()
