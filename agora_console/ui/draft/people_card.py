"""People: whose sound and whose picture is recorded."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtCore import QSignalBlocker

from agora_console.domain.config.recording import EVERYBODY
from agora_console.domain.paths import MISSING
from agora_console.ui.draft.document import RECORDING, put
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard, Rows
from agora_console.ui.draft.list_fields import ListField
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.segmented import SegmentedControl

Medium = Literal["Audio", "Video"]
MEDIA: tuple[Medium, ...] = ("Audio", "Video")

ALL, ONLY, ALL_BUT = "all", "only", "all_but"


def white(medium: Medium) -> str:
    """The path of the list of those who are recorded."""
    return f"{RECORDING}.subscribe{medium}Uids"


def black(medium: Medium) -> str:
    """The path of the list of those who are not."""
    return f"{RECORDING}.unSubscribe{medium}Uids"


class PeopleCard(FormCard):
    """Sound and picture of everybody, of some, or of all but some."""

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("People"))
        self._draft = model
        self.whom: dict[Medium, Whom] = {}
        self.advanced = self.add_section(
            Advanced(
                self.tr("People"),
                self.tr("whose sound and picture is recorded: everybody's"),
                model,
                [path(medium) for medium in MEDIA for path in (white, black)],
                self._build_lists,
            )
        )
        model.changed.connect(self._show_mode)
        self._show_mode()

    def _build_lists(self, section: Advanced) -> None:
        captions = {"Audio": self.tr("Sound of"), "Video": self.tr("Picture of")}
        for medium in MEDIA:
            whom = Whom(medium, captions[medium], self._draft, section.rows)
            self.whom[medium] = whom
            for row in (whom.row, whom.only_row, whom.all_but_row):
                section.body.addWidget(row)

    def _show_mode(self) -> None:
        self.advanced.show_mode(self._draft.mode)


class Whom(SegmentedControl):
    """The choice for one medium, and the lines of its two lists."""

    def __init__(self, medium: Medium, caption: str, model: DraftModel, rows: Rows) -> None:
        super().__init__(
            [(ALL, self.tr("Everybody")), (ONLY, self.tr("Only")), (ALL_BUT, self.tr("All but"))],
            caption,
        )
        self._medium = medium
        self._model = model
        self._typed: list[Any] = []
        hint = self.tr("UIDs, 32 at most")
        self.only = ListField(model, white(medium), "1001, 1002", keeps_empty=True)
        self.all_but = ListField(model, black(medium), "1001, 1002", keeps_empty=True)
        self.only_row = FieldRow(self.tr("Only"), self.only.widget, hint=hint)
        self.all_but_row = FieldRow(self.tr("All but"), self.all_but.widget, hint=hint)
        self.only.widget.setAccessibleName(self.tr("{0}: only these UIDs").format(caption))
        self.all_but.widget.setAccessibleName(self.tr("{0}: all but these UIDs").format(caption))
        rows.add(self.only_row, self.only)
        rows.add(self.all_but_row, self.all_but)
        self.row = FieldRow(caption, self)
        rows.add(self.row, optional=False)
        for path in (white(medium), black(medium)):
            rows.claim(self.row, path)
        self._rows = rows
        self.value_changed.connect(self._on_chosen)
        model.changed.connect(self._show_lists)
        self._show_lists()

    def _show_lists(self) -> None:
        only, but = self._model.get(white(self._medium)), self._model.get(black(self._medium))
        everybody = only == [EVERYBODY]
        listed = only is not MISSING and not everybody
        with QSignalBlocker(self):
            self.set_value(ONLY if listed else ALL_BUT if but is not MISSING else ALL)
        self.only_row.setVisible(listed)
        self.all_but_row.setVisible(but is not MISSING)
        self.row.set_sent(everybody)
        self.row.set_hint(self._words(everybody))

    def _words(self, everybody: bool) -> str:
        return self.tr("Said to Agora as {0}").format(EVERYBODY) if everybody else ""

    def _on_chosen(self, value: object) -> None:
        mine, other = white(self._medium), black(self._medium)
        listed = [self._model.get(path) for path in (mine, other)]
        known = next((each for each in listed if isinstance(each, list)), [])
        if known and known != [EVERYBODY]:
            self._typed = known
        document = put(put(self._model.document(), mine, MISSING), other, MISSING)
        if value != ALL:
            document = put(document, mine if value == ONLY else other, list(self._typed))
        elif self._is_listed_elsewhere():
            # With a list for one medium alone, Agora records nobody of the other.
            document = put(document, mine, [EVERYBODY])
        self._model.become(document)
        self._rows.left.emit()

    def _is_listed_elsewhere(self) -> bool:
        medium: Medium = "Video" if self._medium == "Audio" else "Audio"
        paths = (white(medium), black(medium))
        return any(self._model.get(path) not in (MISSING, [EVERYBODY]) for path in paths)
