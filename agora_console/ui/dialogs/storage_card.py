"""StorageCard: the storage targets of a project, one of them in the editor."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from agora_console.services.setup.projects import StorageKeys
from agora_console.services.values import StorageTarget
from agora_console.ui.dialogs.target_draft import TargetDraft
from agora_console.ui.dialogs.target_editor import TargetEditor
from agora_console.ui.look.icons import tint
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import label


class StorageCard(Card):
    """`target_shown` carries the id of a target whose stored keys are to be looked up.

    `edited` carries the draft in the editor after each change, `probe_requested` one that is to be
    proved, `read_test_requested` one whose read key is.
    """

    target_shown = Signal(str)
    edited = Signal(object)
    probe_requested = Signal(object)
    read_test_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Storage"))
        self.set_hint(self.tr("where Agora puts the files"))
        self._drafts: list[TargetDraft] = []
        self.choice = QComboBox()
        self.add = QPushButton(self.tr("Add"))
        self.add.setToolTip(self.tr("Another bucket"))
        self.add.setAutoDefault(False)
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take this bucket out of the project; its files stay"))
        self.remove.setAutoDefault(False)
        tint(self.add, "plus", "text", 0.9)
        self.editor = TargetEditor()
        self._none = label(
            self.tr("No storage yet. Agora needs a bucket and a key that may write into it."),
            "muted",
            wrap=True,
        )
        self._choice_row = FieldRow(self.tr("Target"), self.choice)
        self.header.addWidget(self.remove)
        self.header.addWidget(self.add)
        self.body.addWidget(self._none)
        self.body.addWidget(self._choice_row)
        self.body.addWidget(self.editor)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        self.add.clicked.connect(self._on_add_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.editor.name_edited.connect(self._on_name_edited)
        self.editor.edited.connect(lambda: self._tell(self.edited))
        self.editor.probe_requested.connect(lambda: self._tell(self.probe_requested))
        self.editor.read_test_requested.connect(lambda: self._tell(self.read_test_requested))
        self._show()

    def show_targets(self, targets: Sequence[StorageTarget]) -> None:
        """Take the targets of a project."""
        self._drafts = [TargetDraft.of(target) for target in targets]
        self._fill(0)

    def offer_target(self) -> None:
        """Show the fields of a first target; while they are empty there is none."""
        self._drafts = [TargetDraft(id=uuid.uuid4().hex, is_new=True, optional=True)]
        self._fill(0)

    def targets(self) -> tuple[StorageTarget, ...]:
        """The targets as they are in the fields."""
        return tuple(draft.target() for draft in self._counting())

    def typed_keys(self) -> dict[str, StorageKeys]:
        """The keys that were typed, by target id; a half-typed pair is a problem, not a pair."""
        return {draft.id: draft.keys for draft in self._drafts if draft.keys is not None}

    def read_keys(self) -> dict[str, StorageKeys | None]:
        """The read keys that were typed, by target id; None where one is to be forgotten."""
        changed = [each for each in self._drafts if each.read_keys is not None or each.forget_read]
        return {draft.id: draft.read_keys for draft in changed}

    def show_stored_keys(self, target_id: str, keys: StorageKeys | None, place: str) -> None:
        """Say that the keys of a target are stored."""
        for draft in self._drafts:
            if draft.id == target_id:
                draft.stored = keys
                draft.place = place
        self.editor.show_stored()

    def show_stored_read_keys(self, target_id: str, keys: StorageKeys | None, place: str) -> None:
        """Say that the read key of a target is stored."""
        for draft in self._drafts:
            if draft.id == target_id:
                draft.read_stored = keys
                draft.place = place
        self.editor.show_stored()

    def is_shown(self, target_id: str) -> bool:
        """Whether this target is in the editor; an answer about another is late."""
        shown = self._drafts[self.choice.currentIndex()] if self._drafts else None
        return shown is not None and shown.id == target_id

    def _counting(self) -> list[TargetDraft]:
        return [draft for draft in self._drafts if draft.counts]

    def _tell(self, signal: SignalInstance) -> None:
        if self._drafts:
            signal.emit(self._drafts[self.choice.currentIndex()])

    def first_problem(self) -> bool:
        """True when a target cannot be saved; it is then in the editor, with the reason."""
        for number, draft in enumerate(self._drafts):
            if draft.counts and draft.has_errors():
                self.choice.setCurrentIndex(number)
                self.editor.show_problems()
                return True
        return False

    def _fill(self, chosen: int) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItems([draft.title() for draft in self._drafts])
        self.choice.setCurrentIndex(min(chosen, len(self._drafts) - 1))
        self.choice.blockSignals(False)
        self._show()

    def _show(self) -> None:
        some = bool(self._drafts)
        self._none.setHidden(some)
        self.remove.setEnabled(some)
        self.editor.setHidden(not some)
        self._choice_row.setHidden(len(self._drafts) < 2)
        if some:
            draft = self._drafts[self.choice.currentIndex()]
            self.editor.show_draft(draft)
            self.target_shown.emit(draft.id)

    def _on_choice_changed(self, index: int) -> None:
        self._show()

    def _on_add_clicked(self) -> None:
        if self._drafts and not self._drafts[-1].counts:
            self._drafts[-1].optional = False
            self._fill(len(self._drafts) - 1)
            self.editor.setFocus()
            return
        self._drafts.append(TargetDraft(id=uuid.uuid4().hex, is_new=True))
        self._fill(len(self._drafts) - 1)
        self.editor.setFocus()

    def _on_remove_clicked(self) -> None:
        index = self.choice.currentIndex()
        del self._drafts[index]
        self._fill(max(0, index - 1))

    def _on_name_edited(self) -> None:
        index = self.choice.currentIndex()
        self.choice.setItemText(index, self._drafts[index].title())
