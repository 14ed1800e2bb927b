"""Storage: a target of the project, or a new one that can be kept in it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.domain.problems import Problem
from agora_console.services.values import StorageTarget
from agora_console.ui.draft.document import STORAGE
from agora_console.ui.draft.fields import QuietCombo
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.keep_row import KeepRow
from agora_console.ui.draft.key_rows import KeyRows
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.storage_choice import StorageChoice
from agora_console.ui.draft.storage_extras import StorageExtras
from agora_console.ui.draft.storage_fields import StorageFields
from agora_console.ui.draft.targets import parts, words
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.secret_line import last_four

if TYPE_CHECKING:
    from agora_console.services.console import Console


class StorageCard(FormCard):
    """Target, folder, and for a new target its place and keys.

    The details of a target of the project are folded away until they are asked for, or something
    is wrong with them.
    """

    def __init__(self, model: DraftModel, console: Console, choice: StorageChoice) -> None:
        super().__init__("", model)
        self.set_title(self.tr("Storage"))
        self._draft = model
        self._console = console
        self._choice = choice
        self.target = QuietCombo()
        self.details_button = QPushButton(self.tr("Details"))
        self.details_button.setCheckable(True)
        self.details_button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.notice = Notice()
        self.fields_of = StorageFields(self, model, self.rows)
        self.keys_typed = KeyRows(self, self.rows)
        self.keep = KeepRow()
        self.extras = StorageExtras(model, self)
        self._lay_out()
        self._connect()
        self._on_targets_changed()
        self._on_keys_changed()

    def uncover(self, row: FieldRow) -> None:
        super().uncover(row)
        if self._details.isAncestorOf(row):
            self.details_button.setChecked(True)

    def show_problems(self, problems: Sequence[Problem]) -> tuple[Problem, ...]:
        left_over = super().show_problems(problems)
        inside = (*self.fields_of.place_rows, self._key_rows[0], self._key_rows[1])
        if any(row.problem() is not None for row in inside):
            self.details_button.setChecked(True)
        return left_over

    # --- parts -----------------------------------------------------------------

    def _lay_out(self) -> None:
        self._target_row = FieldRow(self.tr("Target"), self.target)
        self._target_row.add_widget(self.details_button)
        self.rows.claim(self._target_row, STORAGE)
        self._key_rows = (self.keys_typed.access_row, self.keys_typed.secret_row)
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.7))
        for row in (*self.fields_of.place_rows, *self._key_rows, self.keep):
            column.addWidget(row)
        for widget in (self._target_row, self._details, self.fields_of.folder_row, self.notice):
            self.body.addWidget(widget)
        self.add_section(self.extras.section)

    def _connect(self) -> None:
        self._draft.changed.connect(self._show)
        self._choice.targets_changed.connect(self._on_targets_changed)
        self._choice.keys_changed.connect(self._on_keys_changed)
        self.keys_typed.edited.connect(self._show)
        self.keys_typed.left.connect(self._on_keys_left)
        self.extras.left.connect(self.left)
        self.keep.requested.connect(self._on_keep_requested)
        self.target.activated.connect(self._on_target_activated)
        self.details_button.toggled.connect(self._show)

    # --- what is shown ---------------------------------------------------------

    def _show(self) -> None:
        choice, target, config = self._choice, self._choice.target, self._choice.config()
        with QSignalBlocker(self.target):
            self.target.setCurrentIndex(max(self.target.findData(choice.chosen), 0))
        unfolded = target is None or self.details_button.isChecked()
        self.details_button.setVisible(target is not None)
        self._details.setVisible(unfolded)
        self._target_row.set_hint(self._target_words())
        self._target_row.set_sent(bool(config))
        self.fields_of.region_row.setVisible(self.fields_of.has_region())
        self.fields_of.endpoint_row.setVisible(self.fields_of.has_endpoint())
        labels = self.fields_of.labels()
        self.fields_of.bucket_row.set_caption(labels.bucket)
        self.keys_typed.show(labels, choice.stored.keys)
        self.keep.show_what(
            known=target is not None,
            named=parts(config) is not None,
            typed=self.keys_typed.typed() is not None,
        )

    def _target_words(self) -> str:
        target, stored = self._choice.target, self._choice.stored
        if target is None:
            return ""
        if stored.pending:
            keys = self.tr("reading its keys")
        elif self.keys_typed.typed() is not None:
            keys = self.tr("with the keys typed here")
        elif stored.keys is None:
            keys = self.tr("its keys are not in the keyring")
        else:
            end = last_four(stored.keys[0])
            keys = (
                self.tr("its keys are kept, …{0}").format(end)
                if end
                else self.tr("its keys are kept")
            )
        return f"{words(target)}; {keys}"

    # --- what happens ----------------------------------------------------------

    def _on_targets_changed(self) -> None:
        with QSignalBlocker(self.target):
            self.target.clear()
            self.target.addItem(self.tr("New target"), "")
            for target in self._choice.targets():
                self.target.addItem(target.name, target.id)
        self._show()

    def _on_target_activated(self) -> None:
        self._choice.choose(str(self.target.currentData()))
        self._show()
        self.left.emit()

    def _on_keys_left(self) -> None:
        self._show()
        self.left.emit()

    def _on_keys_changed(self) -> None:
        if self._choice.stored.problem is not None:
            self.notice.show_problem(self._choice.stored.problem)
        else:
            self.notice.clear()
        self._show()

    def _on_keep_requested(self) -> None:
        project = self._console.projects.current()
        found, typed = parts(self._choice.config()), self.keys_typed.typed()
        if project is None or found is None:
            return
        known = self._choice.target
        target = StorageTarget(
            id=known.id if known else uuid.uuid4().hex,
            name=known.name if known else self.keep.name() or found["bucket"],
            **(found if known is None else {**found, "prefix": known.prefix}),
        )
        others = tuple(each for each in project.storage if each.id != target.id)
        self._choice.expect(target.id)
        self.keep.set_busy(True)
        self._console.run(
            "draft-keep-target",
            self._console.projects.save(
                project.model_copy(update={"storage": (*others, target)}),
                None,
                {target.id: typed} if typed else {},
                self.keep.keep(),
            ),
            self._on_kept,
            self._on_keep_failed,
        )

    def _on_kept(self, _: None) -> None:
        self.keep.set_busy(False)
        self.keys_typed.clear()
        self.notice.clear()

    def _on_keep_failed(self, problem: Problem) -> None:
        self.keep.set_busy(False)
        self.notice.show_problem(problem)
