"""The form: every card, in the order of what a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.secrets import StartSecrets
from agora_console.ui.draft.channel_card import ChannelCard
from agora_console.ui.draft.fields import Field
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.guards_card import GuardsCard
from agora_console.ui.draft.individual_cards import SnapshotsCard, StreamsCard
from agora_console.ui.draft.mode_card import ModeCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.other_findings import OtherFindings
from agora_console.ui.draft.output_cards import FilesCard, LimitsCard
from agora_console.ui.draft.page_card import PageCard
from agora_console.ui.draft.people_card import PeopleCard
from agora_console.ui.draft.picture_card import PictureCard
from agora_console.ui.draft.push_card import PushCard
from agora_console.ui.draft.storage_card import StorageCard
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import TIGHT, stack
from agora_console.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from agora_console.services.console import Console


class DraftForm(QScrollArea):
    """All fields of a draft. `left` says that a value is finished and may be judged.

    With `spare_untouched` an empty field is not called wrong before somebody was in it.
    `secrets_edited` follows each change of a secret that is in no document.
    """

    left = Signal()
    fix_requested = Signal(object)
    secrets_edited = Signal()

    def __init__(self, model: DraftModel, console: Console) -> None:
        super().__init__()
        self.spare_untouched = True
        self._model = model
        self.channel = ChannelCard(model, console)
        self.mode = ModeCard(model)
        self.page = PageCard(model)
        self.push = PushCard(model)
        self.picture = PictureCard(model)
        self.snapshots = SnapshotsCard(model)
        self.streams = StreamsCard(model)
        self.people = PeopleCard(model)
        self.files = FilesCard(model)
        self.storage = StorageCard(model, console)
        self.limits = LimitsCard(model)
        self.guards = GuardsCard(model, console.recordings.suggest_uid)
        self.others = OtherFindings()
        self._lay_out()
        for card in self.cards():
            card.left.connect(self.left)
            card.fix_requested.connect(self.fix_requested)
            card.grown.connect(self._stack)
        for edited in (self.channel.edited, self.push.edited, self.storage.extras.edited):
            edited.connect(self.secrets_edited)
        self.others.fix_requested.connect(self.fix_requested)
        model.changed.connect(self._show_mode)
        self._show_mode()

    def cards(self) -> tuple[FormCard, ...]:
        """The cards from top to bottom."""
        return (
            self.channel,
            self.mode,
            self.page,
            self.push,
            self.picture,
            self.snapshots,
            self.streams,
            self.people,
            self.files,
            self.storage,
            self.limits,
            self.guards,
        )

    def secrets(self) -> StartSecrets:
        """What was typed of the secrets, and the storage keys of the keyring."""
        keys = self.storage.keys()
        access, secret = keys if keys is not None else (None, None)
        return StartSecrets(
            access,
            secret,
            token=self.channel.token.token(),
            channel_secret=self.channel.channel_secret(),
            salt=self.channel.salt(),
            sts_token=self.storage.extras.sts_token(),
            rtmp_url=self.push.address(),
        )

    def shown_secrets(self) -> StartSecrets:
        """The same for the eye: a token that is made at Start has its place already."""
        return replace(self.secrets(), token=self.channel.token.shown_token())

    def fields(self) -> tuple[Field, ...]:
        """Every field; those of the layout have paths that begin at the layout."""
        return tuple(field for card in self.cards() for field in card.fields())

    def busy_fields(self) -> tuple[Field, ...]:
        """Fields in which a value is half typed."""
        return tuple(field for field in self.fields() if field.busy)

    def holds(self, problem: Problem) -> bool:
        """True when the problem is about a value that is half typed."""
        return any(field.busy for field in self._fields_of(problem))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, and those without one above the form."""
        left_over = tuple(each for each in problems if not self._is_spared(each))
        for card in self.cards():
            away = not card.isVisibleTo(self)
            mine = card.show_problems(() if away else left_over)
            left_over = left_over if away else mine
        self.others.show_problems([each for each in left_over if each.path])

    def _is_spared(self, problem: Problem) -> bool:
        if problem.rule == "token-missing":
            return self.spare_untouched and not self.channel.token.touched
        fields = self._fields_of(problem)
        return (
            self.spare_untouched
            and problem.severity is Severity.ERROR
            and bool(fields)
            and all(field.is_empty and not field.touched for field in fields)
        )

    def _fields_of(self, problem: Problem) -> list[Field]:
        """The fields in the row where the problem stands."""
        for card in self.cards():
            row = card.row_of(problem.path) if card.isVisibleTo(self) else None
            if row is not None:
                return [each for each in card.fields() if row.isAncestorOf(each.widget)]
        return []

    def reveal(self, path: str) -> None:
        """Unfold the row of `path`, scroll to it and put the cursor into it."""
        for card in self.cards():
            row = card.row_of(path) if card.isVisibleTo(self) else None
            if row is not None:
                card.uncover(row)
                self.ensureWidgetVisible(row, 0, em(self, 12))
                row.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.ensureWidgetVisible(self.others)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        stack(self, self.width() < em(self, TIGHT))

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Ground()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(self, 0.3), em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.others)
        for card in self.cards():
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(inside)

    def _show_mode(self) -> None:
        mode = self._model.mode
        for card in (self.page, self.push):
            card.setVisible(mode == "web")
        self.people.setVisible(mode != "web")
        self.picture.setVisible(mode == "mix")
        self.snapshots.setVisible(mode == "individual")
        self.streams.setVisible(mode == "individual")
