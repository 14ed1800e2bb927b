"""TargetEditor: vendor and region by name, bucket, prefix and the keys of one storage target."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from agora_console.domain.vendors import VENDORS, Vendor, vendor
from agora_console.ui.dialogs.read_key_rows import ReadKeyRows
from agora_console.ui.dialogs.target_draft import ACCESS, SECRET, TargetDraft
from agora_console.ui.dialogs.verdict_line import VerdictLine
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import LABEL_EMS, FieldRow
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.secret_line import SecretLine

_ENDPOINT = f"{STORAGE}.extensionParams.endpoint"


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
            line.show_stored(stored[number] if stored else None, self._draft.place)
        kept = self.tr("Leave both empty to keep the stored ones.") if stored else ""
        self.rows[SECRET].set_hint(kept)

    def show_problems(self) -> None:
        """Show what is wrong below each field."""
        found = {problem.path: problem for problem in reversed(self._draft.problems())}
        for path, row in self.rows.items():
            row.set_problem(found.get(path))
        for path in self.read_key.rows:
            self.read_key.show_problem(path, found.get(path))

    def _make_rows(self) -> dict[str, FieldRow]:
        return {
            "vendor": FieldRow(named(f"{STORAGE}.vendor"), self.vendor),
            "region": FieldRow(named(f"{STORAGE}.region"), self.region),
            "extensionParams": FieldRow(named(_ENDPOINT), self.endpoint),
            "bucket": FieldRow(named(f"{STORAGE}.bucket"), self.bucket),
            "fileNamePrefix": FieldRow(named(f"{STORAGE}.fileNamePrefix"), self.prefix),
            ACCESS: self.access.row(named(f"{STORAGE}.accessKey")),
            SECRET: self.secret.row(named(f"{STORAGE}.secretKey")),
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
        self.rows[ACCESS].set_caption(chosen.labels.access_key)
        self.rows[SECRET].set_caption(chosen.labels.secret_key)

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
