"""AdvancedRows: what most projects leave alone - address, area, spelling, App certificate."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import SecretStr
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from agora_console.services.values import Project
from agora_console.ui.dialogs.project_check import CERTIFICATE, URL
from agora_console.ui.dialogs.verdict_line import VerdictLine
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import LABEL_EMS, FieldRow
from agora_console.ui.widgets.secret_line import SecretLine
from agora_console.ui.widgets.segmented import SegmentedControl

DEFAULT_URL = "https://api.agora.io"


class AdvancedRows(QWidget):
    """The rows. `edited` carries the path of a line that was left, `changed` follows any change."""

    edited = Signal(str)
    changed = Signal()
    certificate_test_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.url = QLineEdit()
        self.url.setPlaceholderText(DEFAULT_URL)
        self.area = QComboBox()
        for value, text in self._areas():
            self.area.addItem(text, value)
        self.spelling = SegmentedControl(
            [("unSubscribe", "unSubscribe…"), ("unsubscribe", "unsubscribe…")],
            self.tr("Spelling of the black lists"),
        )
        self.certificate = SecretLine(self.tr("none"))
        self.has_stored_certificate = False
        self.rows = self._make_rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        for row in self.rows.values():
            column.addWidget(row)
        self.certificate_proof = VerdictLine(
            self.tr("Test certificate"),
            self.tr("Builds a token from it here, and reads that back; nothing is sent"),
            LABEL_EMS + 2.0,
        )
        self.certificate_proof.button.clicked.connect(self.certificate_test_requested)
        self.certificate.textChanged.connect(self.certificate_proof.clear)
        column.addWidget(self.certificate_proof)
        for path, line in ((URL, self.url), (CERTIFICATE, self.certificate)):
            line.editingFinished.connect(lambda path=path: self.edited.emit(path))
            line.textChanged.connect(self.changed)
        self.area.currentIndexChanged.connect(self.changed)
        self.spelling.value_changed.connect(self.changed)

    def show_project(self, project: Project) -> None:
        """Fill the rows from a project."""
        self.url.setText("" if project.api_url == DEFAULT_URL else project.api_url)
        self.area.setCurrentIndex(max(0, self.area.findData(project.area)))
        self.spelling.set_value(project.unsubscribe_spelling)

    def show_stored_certificate(self, certificate: SecretStr, place: str) -> None:
        """Say that a certificate is stored, where, and how it ends."""
        self.has_stored_certificate = True
        self.certificate.show_stored(certificate, place)
        self.changed.emit()

    def values(self) -> Mapping[str, str]:
        """The fields of a Project that stand here."""
        return {
            "api_url": self.url.text().strip() or DEFAULT_URL,
            "area": str(self.area.currentData()),
            "unsubscribe_spelling": str(self.spelling.value()),
        }

    def count_set(self) -> int:
        """How many rows differ from what a new project has."""
        differs = (
            bool(self.url.text().strip()),
            self.area.currentIndex() != 0,
            self.spelling.value() != "unSubscribe",
            self.has_stored_certificate or self.certificate.secret() is not None,
        )
        return sum(differs)

    def _areas(self) -> tuple[tuple[str, str], ...]:
        return (
            ("", self.tr("Automatic")),
            ("US", self.tr("North America (US)")),
            ("EU", self.tr("Europe (EU)")),
            ("AP", self.tr("Asia Pacific (AP)")),
            ("CN", self.tr("China (CN)")),
        )

    def _make_rows(self) -> dict[str, FieldRow]:
        return {
            URL: FieldRow(self.tr("API address"), self.url),
            "area": FieldRow(
                self.tr("Area"),
                self.area,
                hint=self.tr("Whose hosts are asked when the main one does not answer"),
            ),
            "unsubscribe_spelling": FieldRow(
                self.tr("Black lists"),
                self.spelling,
                hint=self.tr(
                    "How their keys are written; Agora's own papers disagree. Change it only when "
                    "a black list has no effect."
                ),
            ),
            CERTIFICATE: self.certificate.row(
                self.tr("App certificate"),
                hint=self.tr(
                    "Only for making tokens here. A project that has one lets nobody into a "
                    "channel without a token, the recorder neither."
                ),
            ),
        }
