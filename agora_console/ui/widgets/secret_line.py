"""A line for a secret: dots while it is typed, in the open only while a button is held."""

from __future__ import annotations

from pydantic import SecretStr
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from agora_console.ui.look.icons import tint
from agora_console.ui.widgets.field import FieldRow

_TELLING = 8  # letters a secret needs so that its last four give nothing away


class SecretLine(QLineEdit):
    """A secret that is typed or pasted. It is in no document and never leaves by the clipboard."""

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(placeholder)
        self.eye = QToolButton()
        self.eye.setProperty("kind", "flat")
        self.eye.setToolTip(self.tr("Hold to read"))
        self.eye.setAccessibleName(self.tr("Hold to read the secret"))
        tint(self.eye, "eye", "muted")
        self.eye.pressed.connect(self._on_eye_pressed)
        self.eye.released.connect(self._on_eye_released)
        self.textChanged.connect(lambda text: self.eye.setEnabled(bool(text)))
        self.eye.setEnabled(False)

    def secret(self) -> SecretStr | None:
        """What was typed, without the blanks around it; None when nothing was."""
        text = self.text().strip()
        return SecretStr(text) if text else None

    def show_stored(self, secret: SecretStr | None, place: str) -> None:
        """Say where a secret is kept and how it ends; None: that none is."""
        self.setPlaceholderText(f"•••• {last_four(secret)} · {place}" if secret else "")

    def row(self, caption: str, hint: str = "") -> FieldRow:
        """A row with this line and the button that shows it."""
        row = FieldRow(caption, self, hint=hint)
        row.add_widget(self.eye)
        return row

    def _on_eye_pressed(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        tint(self.eye, "eye_off", "muted")

    def _on_eye_released(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)
        tint(self.eye, "eye", "muted")


def last_four(secret: SecretStr | None) -> str:
    """The end of a secret, as much of it as may be shown; "" when that would tell too much."""
    text = secret.get_secret_value() if secret else ""
    return text[-4:] if len(text) >= _TELLING else ""
