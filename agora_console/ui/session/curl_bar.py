"""The buttons that copy a request as a line or a script; the question before secrets are in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import label

_THANKS_MS = 1500


class CurlButtons(QWidget):
    """`copy_requested` wants the harmless line, `secrets_requested` the question about secrets.

    `python_requested` and `httpie_requested` want the other forms; there are no secrets in them.
    """

    copy_requested = Signal()
    python_requested = Signal()
    httpie_requested = Signal()
    secrets_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.copy = QPushButton(self.tr("Copy as cURL"))
        self.copy.setToolTip(self.tr("Secrets are read from environment variables (Ctrl+Shift+C)"))
        tint(self.copy, "copy", "muted")
        self.more = QToolButton()
        self.more.setToolTip(self.tr("More ways to copy"))
        self.more.setAccessibleName(self.tr("More ways to copy the request"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tint(self.more, "chevron_down", "muted", 0.9)
        self.menu = QMenu(self.more)
        self.plain = self.menu.addAction(self.tr("Copy, secrets from the environment"))
        self.python = self.menu.addAction(self.tr("Copy as Python (httpx)"))
        self.httpie = self.menu.addAction(self.tr("Copy as HTTPie"))
        self.menu.addSeparator()
        self.secret = self.menu.addAction(self.tr("Copy with secrets…"))
        self.plain.triggered.connect(self.copy_requested)
        self.python.triggered.connect(self.python_requested)
        self.httpie.triggered.connect(self.httpie_requested)
        self.secret.triggered.connect(self.secrets_requested)
        self.copy.clicked.connect(self.copy_requested)
        self.more.setMenu(self.menu)
        self.more.setProperty("bare", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.3))
        row.addWidget(self.copy)
        row.addWidget(self.more)
        self._thanks = QTimer(self, singleShot=True, interval=_THANKS_MS)
        self._thanks.timeout.connect(self._on_thanks_timeout)

    def thank(self) -> None:
        """Say for a moment that it was copied."""
        tint(self.copy, "check", "green")
        self.copy.setText(self.tr("Copied"))
        self._thanks.start()

    def _on_thanks_timeout(self) -> None:
        tint(self.copy, "copy", "muted")
        self.copy.setText(self.tr("Copy as cURL"))


class SecretsQuestion(QFrame):
    """Asks in place before secrets go to the clipboard; `confirmed` is the answer yes."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("severity", "warning")
        icon = QLabel()
        tint(icon, "warning", "amber", 1.35)
        text = label(
            self.tr(
                "The line will hold the customer secret and, for a start, the storage keys in the "
                "clear. Whoever can read the clipboard can read them."
            ),
            wrap=True,
        )
        self.yes = QPushButton(self.tr("Copy with secrets"))
        self.no = QPushButton(self.tr("Cancel"))
        self.yes.setAutoDefault(False)
        self.yes.setAccessibleDescription(text.text())
        self.no.setAccessibleDescription(text.text())
        self.setAccessibleName(text.text())
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.9), em(self, 0.6), em(self, 0.7), em(self, 0.6))
        row.setSpacing(em(self, 0.7))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        self.yes.clicked.connect(self._on_yes_clicked)
        self.no.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show the question; Cancel has the focus."""
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _on_yes_clicked(self) -> None:
        self.hide()
        self.confirmed.emit()
