"""The rows that keep a storage target in the project, and its keys in the keyring."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.services.values import Keep
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import FieldRow


class KeepRow(QWidget):
    """Name, for how long, and the button. `requested` when it is pressed."""

    requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name_line = QLineEdit()
        self.name_line.setPlaceholderText(self.tr("the bucket's name"))
        self.button = QPushButton()
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.requested)
        self.for_run = QCheckBox(self.tr("Keys for this run only"))
        self.for_run.setToolTip(self.tr("They stay out of the keyring and end with the program"))
        self._name_row = FieldRow(self.tr("Keep as"), self.name_line)
        self._run_row = FieldRow("", self.for_run)
        self.for_run.setAccessibleName(self.for_run.text())
        self._run_row.add_widget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        column.addWidget(self._name_row)
        column.addWidget(self._run_row)
        self._busy = self._possible = False

    def name(self) -> str:
        """The name that was typed."""
        return self.name_line.text().strip()

    def keep(self) -> Keep:
        """How long the keys are to last."""
        return Keep.RUN if self.for_run.isChecked() else Keep.KEYRING

    def show_what(self, *, known: bool, named: bool, typed: bool) -> None:
        """`known`: the project has the target; `named`: it has a place; `typed`: there are keys.

        A target that is known needs no keeping until keys are typed for it.
        """
        self.setVisible(typed or not known)
        self._name_row.setVisible(not known)
        self.button.setText(self.tr("Keep keys") if known else self.tr("Keep target"))
        self._possible = named and typed
        why = self.tr("Needs vendor, region, bucket and both keys")
        self.button.setToolTip("" if self._possible else why)
        self._enable()

    def set_busy(self, busy: bool) -> None:
        """Refuse another press while one is under way."""
        self._busy = busy
        self._enable()

    def _enable(self) -> None:
        self.button.setEnabled(self._possible and not self._busy)
