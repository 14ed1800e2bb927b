"""AboutDialog: name, version and what the console keeps where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from agora_console.release import this_release
from agora_console.services.papers.support import versions
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.labels import label


class AboutDialog(QDialog):
    """What this program is, and where the journal and the settings are."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("About Agora Console"))
        picture = QLabel()
        tint(picture, "console", "danger", 3)
        title = label(self.tr("Agora Console {0}").format(this_release().line), "title", size=1.3)
        text = label(
            self.tr(
                "A control panel for Agora Cloud Recording: it starts, watches and stops "
                "recordings, and writes down what happened. It is not made by Agora."
            ),
            wrap=True,
        )
        place = CopyLabel(self.tr("Journal and settings"))
        place.set_value(str(folder))
        named = CopyLabel(self.tr("Versions"))
        named.set_value(" · ".join(f"{name} {said}" for name, said in self._versions()))
        secrets = label(self.tr("Secrets are in the keyring of this machine only."), "muted")
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.8))
        for widget in (title, text, place, named, secrets):
            words.addWidget(widget)
        words.addStretch(1)
        words.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.6), em(self, 1.6), em(self, 1.6), em(self, 1.4))
        row.setSpacing(em(self, 1.4))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setMinimumWidth(em(self, 48))
        self.resize(em(self, 50), em(self, 20))

    def _versions(self) -> list[tuple[str, str]]:
        """What a report of a fault has to name, Qt among it; no name of a machine or a person."""
        return [*list(versions().items())[1:], ("Qt", qVersion())]
