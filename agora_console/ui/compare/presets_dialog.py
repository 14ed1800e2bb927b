"""PresetsDialog: save the draft under a name, use it again, rename, duplicate, share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.problems import Problem, Severity
from agora_console.services.setup.presets import ENDING, LONGEST_NAME, Preset
from agora_console.services.values import SettingsError
from agora_console.ui.look.metrics import em
from agora_console.ui.session.exporter import Exporter, Wish
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import label
from agora_console.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from agora_console.services.console import Console

Document = Mapping[str, Any]


class PresetsDialog(QDialog):
    """`used` carries a document that becomes the draft, `compare_requested` a preset's name.

    `draft` gives what is typed now; what a preset replaced can be taken back until it closes.
    """

    used = Signal(object)
    compare_requested = Signal(str)

    def __init__(
        self, console: Console, draft: Callable[[], Document], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setWindowTitle(self.tr("Presets"))
        self._console, self._presets, self._draft = console, console.presets, draft
        self._replaced: Document | None = None
        self.notice = Notice()
        self.exporter = Exporter(console, self)
        self.file_dialog: QFileDialog | None = None
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Presets"))
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("Name, such as Evening show"))
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show()
        self.resize(em(self, 46), em(self, 34))

    @property
    def chosen(self) -> str:
        """The name of the preset that is chosen; empty when none is."""
        item = self.list.currentItem()
        return item.text() if item is not None else ""

    def done(self, result: int) -> None:
        self.exporter.close()
        if self.file_dialog is not None:
            self.file_dialog.reject()
        super().done(result)

    # --- what is pressed ---------------------------------------------------------

    def _on_save(self) -> None:
        self._do(lambda: self._select(self._presets.save(self.name.text(), self._draft()).name))

    def _on_rename(self) -> None:
        def rename() -> None:
            self._presets.rename(self.chosen, self.name.text())
            self._select(self.name.text())

        self._do(rename)

    def _on_duplicate(self) -> None:
        self._do(lambda: self._select(self._presets.duplicate(self.chosen).name))

    def _on_delete(self) -> None:
        self._do(lambda: self._presets.delete(self.chosen))

    def _on_use(self) -> None:
        preset = self._presets.get(self.chosen)
        if preset is not None:
            self._replaced = self._draft()
            self.used.emit(preset.document)
            self._say(self.tr("The draft has the settings of {0} now.").format(preset.name))
            self.take_back.setEnabled(True)

    def _on_take_back(self) -> None:
        if self._replaced is not None:
            self.used.emit(self._replaced)
            self._replaced = None
            self.take_back.setEnabled(False)
            self._say(self.tr("The draft is as it was."))

    def _on_export(self) -> None:
        name = self.chosen

        async def write(path: Path) -> None:
            await self._presets.export_file(name, path)

        title, subject = self.tr("Export the preset"), self.tr("The preset {0}").format(name)
        file = f"{name.replace('/', '-')}{ENDING}"
        self.exporter.ask(Wish(title, ENDING.removeprefix("."), file, subject, write))

    def _on_copy(self) -> None:
        name = self.chosen
        QGuiApplication.clipboard().setText(self._presets.export(name))
        self._say(self.tr("{0} is in the clipboard as JSON, without secrets.").format(name))

    def _on_import(self) -> None:
        if self.file_dialog is not None:
            return
        dialog = QFileDialog(self, self.tr("Import a preset"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(
            [self.tr("Configs (*.agora-config *.json *.txt)"), self.tr("All files (*)")]
        )
        dialog.fileSelected.connect(lambda path: self.import_file(Path(path)))
        dialog.finished.connect(self._on_file_dialog_finished)
        self.file_dialog = dialog
        dialog.open()

    def import_file(self, path: Path) -> None:
        """Keep what a file holds as a preset."""
        work = self._presets.import_file(path)
        self._console.run("presets:import", work, self._on_imported, self.notice.show_problem)

    def _on_imported(self, preset: Preset) -> None:
        self._select(preset.name)
        self._say(self.tr("{0} is imported, without secrets.").format(preset.name))

    def _on_file_dialog_finished(self) -> None:
        if self.file_dialog is not None:
            self.file_dialog.deleteLater()
            self.file_dialog = None

    # --- what is shown -----------------------------------------------------------

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except SettingsError as error:
            self.notice.show_problem(error.problem)
        else:
            self.notice.clear()
        self._show()

    def _say(self, sentence: str) -> None:
        self.notice.show_problem(Problem(sentence, Severity.NOTE))

    def _select(self, name: str) -> None:
        self._show()
        found = self.list.findItems(" ".join(name.split()), Qt.MatchFlag.MatchFixedString)
        if found:
            self.list.setCurrentItem(found[0])

    def _show(self) -> None:
        chosen, names = self.chosen, [preset.name for preset in self._presets.all()]
        if names != [self.list.item(row).text() for row in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(names)
        row = names.index(chosen) if chosen in names else min(0, len(names) - 1)
        self.list.setCurrentRow(row)
        self.empty.setVisible(not names)
        self._enable()

    def _enable(self) -> None:
        some, named = bool(self.chosen), bool(self.name.text().strip())
        self.save.setEnabled(named)
        self.rename.setEnabled(named and some)
        for button in (
            self.use,
            self.duplicate,
            self.compare,
            self.copy,
            self.export,
            self.delete,
        ):
            button.setEnabled(some)

    def _on_current_changed(self) -> None:
        if self.chosen:
            self.name.setText(self.chosen)
        self._enable()

    def _make_buttons(self) -> None:
        def button(text: str, tip: str = "") -> QPushButton:
            made = QPushButton(text)
            made.setAutoDefault(False)
            made.setToolTip(tip)
            return made

        self.save = button(self.tr("Save the draft"), self.tr("Under the name in the field"))
        self.use = button(self.tr("Use in the draft"), self.tr("Replaces what is typed there"))
        self.take_back = button(self.tr("Take back"), self.tr("The draft as it was before"))
        self.take_back.setEnabled(False)
        self.rename = button(self.tr("Rename"), self.tr("To the name in the field"))
        self.duplicate = button(self.tr("Duplicate"))
        self.compare = button(self.tr("Compare…"), self.tr("With the draft"))
        self.export = button(self.tr("Export…"), self.tr("A CONFIG.json without secrets"))
        self.copy = button(self.tr("Copy"), self.tr("As JSON without secrets, to share"))
        self.import_ = button(
            self.tr("Import…"), self.tr("A config or a cURL line; secrets are left out")
        )
        self.delete = HoldButton(
            self.tr("Hold to delete"),
            confirm_key=Qt.Key.Key_D,
            confirm_text=self.tr("Press D to delete, Esc to keep"),
        )
        self.delete.setAutoDefault(False)
        self.close_button = button(self.tr("Close"))
        self.empty = label(
            self.tr("No preset yet. Type a name and save the draft."), "muted", wrap=True
        )

    def _connect(self) -> None:
        for button, slot in (
            (self.save, self._on_save),
            (self.use, self._on_use),
            (self.take_back, self._on_take_back),
            (self.rename, self._on_rename),
            (self.duplicate, self._on_duplicate),
            (self.copy, self._on_copy),
            (self.export, self._on_export),
            (self.import_, self._on_import),
            (self.close_button, self.accept),
        ):
            button.clicked.connect(slot)
        self.compare.clicked.connect(lambda: self.compare_requested.emit(self.chosen))
        self.delete.held.connect(self._on_delete)
        self.name.textChanged.connect(self._enable)
        self.list.currentRowChanged.connect(self._on_current_changed)
        self.exporter.saved.connect(self._on_saved)
        self.exporter.failed.connect(self.notice.show_problem)

    def _on_saved(self, subject: str, path: str) -> None:
        self._say(self.tr("{0} is saved to {1}.").format(subject, path))

    def _lay_out(self) -> None:
        name = label(self.tr("Name"), "muted")
        name.setBuddy(self.name)
        top = QGridLayout()
        top.setSpacing(em(self, 0.6))
        top.addWidget(name, 0, 0)
        top.addWidget(self.name, 0, 1)
        top.addWidget(self.save, 0, 2)
        top.addWidget(self.rename, 0, 3)
        top.setColumnStretch(1, 1)
        side = QVBoxLayout()
        side.setSpacing(em(self, 0.5))
        for button in (self.use, self.take_back, self.compare, self.duplicate):
            side.addWidget(button)
        side.addStretch(1)
        for button in (self.import_, self.export, self.copy, self.delete):
            side.addWidget(button)
        names = QVBoxLayout()
        names.addWidget(self.list, 1)
        names.addWidget(self.empty)
        middle = QHBoxLayout()
        middle.setSpacing(em(self, 0.8))
        middle.addLayout(names, 1)
        middle.addLayout(side)
        column = QVBoxLayout(self)
        edge = em(self, 1.2)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.notice)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
