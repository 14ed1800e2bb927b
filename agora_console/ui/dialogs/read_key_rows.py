"""ReadKeyRows: a second key of a target, with which only the console looks and downloads."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem
from agora_console.services.setup.projects import StorageKeys
from agora_console.ui.dialogs.target_draft import READ_ACCESS, READ_SECRET
from agora_console.ui.dialogs.verdict_line import VerdictLine
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import LABEL_EMS
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.widgets.secret_line import SecretLine


class ReadKeyRows(QWidget):
    """Folded away while there is none. `edited` follows any change, `test_requested` the button.

    `forget_toggled` says whether the stored key is to be forgotten when the project is saved.
    """

    edited = Signal()
    test_requested = Signal()
    forget_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.fold = FoldButton(self.tr("Separate read key"))
        self.fold.set_about(
            self.tr("For looking and downloading here, since Agora's key had better only write")
        )
        self.access, self.secret = SecretLine(), SecretLine()
        self.rows = {
            READ_ACCESS: self.access.row(self.tr("Read: access key")),
            READ_SECRET: self.secret.row(
                self.tr("Read: secret key"),
                hint=self.tr("Stays here: Agora never gets it."),
            ),
        }
        self.forget = QPushButton(self.tr("Forget"))
        self.forget.setCheckable(True)
        self.forget.setAutoDefault(False)
        self.forget.setProperty("kind", "link")
        self.forget.setToolTip(self.tr("Remove the read key when the project is saved"))
        self.forget.setAccessibleName(self.tr("Forget the stored read key"))
        self.rows[READ_ACCESS].add_widget(self.forget)
        self.proof = VerdictLine(
            self.tr("Test read key"),
            self.tr("Lists the folder; writes nothing"),
            LABEL_EMS + 2.0,
        )
        self._inside = QWidget()
        self._lay_out()
        self.fold.toggled.connect(self._inside.setVisible)
        self.forget.toggled.connect(self.forget_toggled)
        self.proof.button.clicked.connect(self.test_requested)
        for line in (self.access, self.secret):
            line.textEdited.connect(self.edited)

    def show_typed(self, access: str, secret: str) -> None:
        """Put what was typed into the lines."""
        self.access.setText(access)
        self.secret.setText(secret)
        self.fold.setChecked(bool(access or secret))
        self.proof.clear()

    def show_stored(self, stored: StorageKeys | None, place: str, *, forget: bool) -> None:
        """Say how the stored key ends and where it is, and whether it is to go."""
        for line, number in ((self.access, 0), (self.secret, 1)):
            if stored and forget:
                line.setPlaceholderText(self.tr("forgotten on Save"))
            else:
                line.show_stored(stored[number] if stored else None, place)
        self.forget.setVisible(stored is not None)
        self.forget.setChecked(forget)
        if stored is not None:
            self.fold.setChecked(True)

    def show_problem(self, path: str, problem: Problem | None) -> None:
        """Show what is wrong with one of the lines."""
        self.rows[path].set_problem(problem)
        if problem is not None:
            self.fold.setChecked(True)

    def _lay_out(self) -> None:
        self.fold.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.forget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(em(self, 0.7))
        for row in self.rows.values():
            inside.addWidget(row)
        inside.addWidget(self.proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.5))
        column.addWidget(self.fold)
        column.addWidget(self._inside)
        self._inside.hide()
