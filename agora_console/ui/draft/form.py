"""The form: every card, in the order of what a person decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.secrets import StartSecrets
from agora_console.ui.draft.channel_card import ChannelCard
from agora_console.ui.draft.fields import Field
from agora_console.ui.draft.folded import last_stop, tab_through
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.mode_card import ModeCard
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.other_findings import OtherFindings
from agora_console.ui.draft.storage_choice import StorageChoice
from agora_console.ui.later import Later, part
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import TIGHT, stack
from agora_console.ui.widgets.ground import Ground

if TYPE_CHECKING:
    from agora_console.services.console import Console
    from agora_console.ui.draft.guards_card import GuardsCard
    from agora_console.ui.draft.individual_cards import SnapshotsCard, StreamsCard
    from agora_console.ui.draft.output_cards import FilesCard, LimitsCard
    from agora_console.ui.draft.page_card import PageCard
    from agora_console.ui.draft.people_card import PeopleCard
    from agora_console.ui.draft.picture_card import PictureCard
    from agora_console.ui.draft.push_card import PushCard
    from agora_console.ui.draft.storage_card import StorageCard

AnyCard = TypeVar("AnyCard", bound=FormCard)


class DraftForm(QScrollArea):
    """All fields of a draft. `left` says that a value is finished and may be judged.

    With `spare_untouched` an empty field is not called wrong before somebody was in it.
    `secrets_edited` follows each change of a secret that is in no document. What lies below the
    first cards is made later; nobody has typed anything into a card that is not made yet.
    """

    left = Signal()
    fix_requested = Signal(object)
    secrets_edited = Signal()

    def __init__(self, model: DraftModel, console: Console) -> None:
        super().__init__()
        self.spare_untouched = True
        self._model = model
        self._console = console
        self._made: list[FormCard] = []
        self._readable = True
        self.later = Later(self)
        self.target = StorageChoice(model, console, self)
        self.others = OtherFindings()
        self._column = self._lay_out()
        self.channel = self._put(ChannelCard(model, console))
        self.mode = self._put(ModeCard(model))
        self.channel.edited.connect(self.secrets_edited)
        self.target.left.connect(self.left)
        self.others.fix_requested.connect(self.fix_requested)

    @part
    def page(self) -> PageCard:
        from agora_console.ui.draft.page_card import PageCard  # noqa: PLC0415

        return self._put(PageCard(self._model))

    @part
    def push(self) -> PushCard:
        from agora_console.ui.draft.push_card import PushCard  # noqa: PLC0415

        card = self._put(PushCard(self._model))
        card.edited.connect(self.secrets_edited)
        return card

    @part
    def picture(self) -> PictureCard:
        from agora_console.ui.draft.picture_card import PictureCard  # noqa: PLC0415

        return self._put(PictureCard(self._model))

    @part
    def snapshots(self) -> SnapshotsCard:
        from agora_console.ui.draft.individual_cards import SnapshotsCard  # noqa: PLC0415

        return self._put(SnapshotsCard(self._model))

    @part
    def streams(self) -> StreamsCard:
        from agora_console.ui.draft.individual_cards import StreamsCard  # noqa: PLC0415

        return self._put(StreamsCard(self._model))

    @part
    def people(self) -> PeopleCard:
        from agora_console.ui.draft.people_card import PeopleCard  # noqa: PLC0415

        return self._put(PeopleCard(self._model))

    @part
    def files(self) -> FilesCard:
        from agora_console.ui.draft.output_cards import FilesCard  # noqa: PLC0415

        return self._put(FilesCard(self._model))

    @part
    def storage(self) -> StorageCard:
        from agora_console.ui.draft.storage_card import StorageCard  # noqa: PLC0415

        card = self._put(StorageCard(self._model, self._console, self.target))
        for edited in (card.extras.edited, card.keys_typed.edited):
            edited.connect(self.secrets_edited)
        return card

    @part
    def limits(self) -> LimitsCard:
        from agora_console.ui.draft.output_cards import LimitsCard  # noqa: PLC0415

        return self._put(LimitsCard(self._model))

    @part
    def guards(self) -> GuardsCard:
        from agora_console.ui.draft.guards_card import GuardsCard  # noqa: PLC0415

        return self._put(GuardsCard(self._model, self._console.recordings.suggest_uid))

    def set_readable(self, readable: bool) -> None:
        """Whether what is shown is what there is; if not, it cannot be changed here."""
        self._readable = readable
        for card in self._made:
            card.setEnabled(readable)

    def cards(self) -> tuple[FormCard, ...]:
        """The cards from top to bottom, all of them."""
        self.later.complete()
        return tuple(self._made)

    def secrets(self) -> StartSecrets:
        """What was typed of the secrets, and the storage keys of the keyring."""
        push, storage = DraftForm.push.made_in(self), DraftForm.storage.made_in(self)
        typed = storage.keys_typed.typed() if storage is not None else None
        access, secret = typed or self.target.stored.keys or (None, None)
        return StartSecrets(
            access,
            secret,
            token=self.channel.token.token(),
            channel_secret=self.channel.channel_secret(),
            salt=self.channel.salt(),
            sts_token=storage.extras.sts_token() if storage is not None else None,
            rtmp_url=push.address() if push is not None else None,
        )

    def shown_secrets(self) -> StartSecrets:
        """The same for the eye: a token that is made at Start has its place already."""
        return replace(self.secrets(), token=self.channel.token.shown_token())

    def fields(self) -> tuple[Field, ...]:
        """Every field; those of the layout have paths that begin at the layout."""
        return tuple(field for card in self.cards() for field in card.fields())

    def busy_fields(self) -> tuple[Field, ...]:
        """Fields in which a value is half typed."""
        return tuple(field for card in self._made for field in card.fields() if field.busy)

    def holds(self, problem: Problem) -> bool:
        """True when the problem is about a value that is half typed."""
        return any(field.busy for field in self._fields_of(problem))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, and those without one above the form."""
        left_over = tuple(each for each in problems if not self._is_spared(each))
        for card in self._made:
            away = not card.isVisibleTo(self)
            mine = card.show_problems(() if away else left_over)
            left_over = left_over if away else mine
        if self.later.over:
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
        for card in self._made:
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
        stack(self, self._is_tight())

    def _is_tight(self) -> bool:
        return self.width() < em(self, TIGHT)

    def _lay_out(self) -> QVBoxLayout:
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = Ground()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(self, 0.3), em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(self.others)
        column.addStretch(1)
        self.setWidget(inside)
        return column

    def _put(self, card: AnyCard) -> AnyCard:
        """Let a card follow those that there are, for the eye and for Tab."""
        card.left.connect(self.left)
        card.fix_requested.connect(self.fix_requested)
        card.grown.connect(partial(self._on_grown, card))
        self._column.insertWidget(self._column.count() - 1, card)
        self._made.append(card)
        card.setEnabled(self._readable)
        self._model.changed.connect(partial(self._show_mode, card))  # after the card has heard it
        self._show_mode(card)
        self._on_grown(card)
        return card

    def _on_grown(self, card: FormCard) -> None:
        stack(card, self._is_tight())
        if above := self._made[: self._made.index(card)]:
            tab_through(last_stop(*above), card)

    def _show_mode(self, card: FormCard) -> None:
        card.setVisible(self._model.mode in card.modes)
