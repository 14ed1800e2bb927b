"""CopyLabel: an id in fixed-width letters, and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.widgets.labels import ElidedLabel, label

_THANKS_MS = 1500


class CopyLabel(QWidget):
    """A caption (may be empty), a value that gives way in the middle, and a copy button."""

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = caption
        self._whole = ""
        self._value = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self._value.setFont(mono(self.font(), 0.95))
        self._button = QToolButton()
        self._button.setProperty("kind", "flat")
        self._button.setToolTip(self.tr("Copy"))
        self._button.setAccessibleName(self.tr("Copy {0}").format(caption).strip())
        self._button.clicked.connect(self._on_button_clicked)
        tint(self._button, "copy", "muted", 1.05)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.4))
        if caption:
            row.addWidget(label(caption, "muted"))
        row.addWidget(self._value, 1)
        row.addWidget(self._button)
        self._thanks = QTimer(self, singleShot=True, interval=_THANKS_MS)
        self._thanks.timeout.connect(self._on_thanks_timeout)
        self.set_value("")

    def value(self) -> str:
        """The whole value, whatever part of it is in sight."""
        return self._whole

    def set_value(self, text: str) -> None:
        """Show `text`; an empty one is shown as a dash and cannot be copied."""
        if text == self._whole and self._value.text():
            return
        self._whole = text
        self._value.setText(text or "—")
        self._value.setAccessibleName(f"{self._caption} {text or self.tr('not known yet')}".strip())
        self._button.setEnabled(bool(text))
        self._button.setAccessibleDescription(text)

    def _on_button_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._whole)
        tint(self._button, "check", "green")
        self._button.setToolTip(self.tr("Copied"))
        self._thanks.start()

    def _on_thanks_timeout(self) -> None:
        tint(self._button, "copy", "muted")
        self._button.setToolTip(self.tr("Copy"))
