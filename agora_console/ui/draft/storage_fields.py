"""The fields of a storage: vendor and region by name, bucket, folder, endpoint."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from agora_console.domain.paths import MISSING, read
from agora_console.domain.vendors import VENDORS, StorageLabels, Vendor, region, vendor
from agora_console.ui.draft.document import STORAGE, put
from agora_console.ui.draft.fields import ComboField, LineField, PathField
from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.widgets.field import FieldRow

_VENDOR = f"{STORAGE}.vendor"
_REGION = f"{STORAGE}.region"
_ENDPOINT = f"{STORAGE}.extensionParams.endpoint"


class VendorField(ComboField):
    """The vendor. Another one takes the region and the endpoint away, which were not its own."""

    def write(self) -> None:
        number = self.read()
        document = put(self.model.document(), self.path, number)
        owner = vendor(number)
        if owner is not None:
            if not owner.has_regions:
                document = put(document, _REGION, owner.regions[0].number)
            elif region(number, read(document, _REGION)) is None or owner_changed(self, number):
                document = put(document, _REGION, MISSING)
            if not owner.needs_endpoint:
                document = put(document, _ENDPOINT, MISSING)
        self.model.become(document)


def owner_changed(field: ComboField, number: object) -> bool:
    """True when the vendor in the document is another one: its region numbers mean other places."""
    return bool(field.model.get(field.path) != number)


class StorageFields:
    """The rows that say where the files go; `rows` knows them, `widgets` are to be laid out."""

    def __init__(self, owner: QWidget, model: DraftModel, rows: Rows) -> None:
        self._model = model
        present = [(each.number, each.name) for each in VENDORS if not each.legacy]
        choose = _tr("Choose …")
        self.vendor = VendorField(model, _VENDOR, present, unset=choose)
        self.region = ComboField(model, _REGION, [], unset=choose)
        self.endpoint = LineField(model, _ENDPOINT, _tr("host name of the store"))
        self.bucket = LineField(model, f"{STORAGE}.bucket")
        self.folder = PathField(model, f"{STORAGE}.fileNamePrefix", _tr("the root of the bucket"))
        self.region_row = FieldRow(named(_REGION), self.region.widget)
        self.endpoint_row = FieldRow(named(_ENDPOINT), self.endpoint.widget)
        self.bucket_row = FieldRow(named(self.bucket.path), self.bucket.widget)
        self.vendor_row = FieldRow(named(_VENDOR), self.vendor.widget)
        self.folder_row = FieldRow(named(self.folder.path), self.folder.widget)
        rows.add(self.vendor_row, self.vendor, optional=False)
        rows.add(self.region_row, self.region, optional=False)
        rows.add(self.endpoint_row, self.endpoint)
        rows.add(self.bucket_row, self.bucket, optional=False)
        rows.add(self.folder_row, self.folder)
        self._shown: object = MISSING
        model.changed.connect(self.show_vendor)

    @property
    def place_rows(self) -> tuple[FieldRow, ...]:
        """The rows that name the place, in the order in which they are read."""
        return (self.vendor_row, self.region_row, self.endpoint_row, self.bucket_row)

    def labels(self) -> StorageLabels:
        """What the chosen vendor calls things."""
        owner = self._vendor()
        return owner.labels if owner else StorageLabels()

    def has_region(self) -> bool:
        """True when a region has to be chosen."""
        owner = self._vendor()
        return owner is None or owner.has_regions

    def has_endpoint(self) -> bool:
        """True when an endpoint is needed, or there is one that should not be."""
        owner = self._vendor()
        needed = owner is not None and owner.needs_endpoint
        return needed or self._model.get(_ENDPOINT) is not MISSING

    def show_vendor(self) -> None:
        """Offer the regions of the vendor in the document."""
        number = self._model.get(_VENDOR)
        if number == self._shown:
            return
        self._shown = number
        owner = self._vendor()
        regions = owner.regions if owner else ()
        older = _tr("{0} (no longer listed)")
        self.region.set_options(
            [
                (each.number, older.format(each.label) if each.legacy else each.label)
                for each in sorted(regions, key=lambda each: each.legacy)
            ]
        )

    def _vendor(self) -> Vendor | None:
        config = self._model.get(STORAGE)
        return vendor(config.get("vendor")) if isinstance(config, Mapping) else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("StorageFields", text)
