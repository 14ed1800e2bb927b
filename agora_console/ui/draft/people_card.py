"""People: whose sound and whose picture is recorded."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSignalBlocker

from agora_console.domain.config.recording import EVERYBODY
from agora_console.domain.paths import MISSING, read
from agora_console.domain.rules.subscription import MEDIA, STREAMS, Medium
from agora_console.ui.draft.document import RECORDING, Document, put
from agora_console.ui.draft.form_card import FormCard, Rows
from agora_console.ui.draft.list_fields import ListField
from agora_console.ui.draft.model import DraftModel
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.segmented import SegmentedControl

ALL, ONLY, ALL_BUT = "all", "only", "all_but"


def white(medium: Medium) -> str:
    """The path of the list of those who are recorded."""
    return f"{RECORDING}.subscribe{medium}Uids"


def black(medium: Medium) -> str:
    """The path of the list of those who are not."""
    return f"{RECORDING}.unSubscribe{medium}Uids"


class PeopleCard(FormCard):
    """Sound and picture of everybody, of some, or of all but some."""

    modes = ("mix", "individual")

    def __init__(self, model: DraftModel) -> None:
        super().__init__("", model)
        self.set_title(self.tr("People"))
        captions = {"Audio": self.tr("Sound of"), "Video": self.tr("Picture of")}
        self.whom = {medium: Whom(medium, captions[medium], model, self.rows) for medium in MEDIA}
        for whom in self.whom.values():
            for row in (whom.row, whom.only_row, whom.all_but_row):
                self.body.addWidget(row)
            whom.show_lists()


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
        self.only_row = FieldRow(named(self.only.path), self.only.widget, hint=hint)
        self.all_but_row = FieldRow(named(self.all_but.path), self.all_but.widget, hint=hint)
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
        model.changed.connect(self.show_lists)

    def show_lists(self) -> None:
        """Show the lists that there are; nothing of a medium that is not recorded."""
        only, but = self._model.get(white(self._medium)), self._model.get(black(self._medium))
        everybody = only == [EVERYBODY]
        listed = only is not MISSING and not everybody
        with QSignalBlocker(self):
            self.set_value(ONLY if listed else ALL_BUT if but is not MISSING else ALL)
        self.only_row.setVisible(listed)
        self.all_but_row.setVisible(but is not MISSING)
        streams = self._model.get(f"{RECORDING}.streamTypes")
        recorded = streams not in (0, 1, 2) or streams in STREAMS[self._medium]
        self.row.setVisible(recorded or only is not MISSING or but is not MISSING)
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
        else:
            document = self._everybody(document)
        self._model.become(document)
        self._rows.left.emit()

    def _everybody(self, document: Document) -> Document:
        """With a list for one medium alone, Agora records nobody of the other."""
        medium: Medium = "Video" if self._medium == "Audio" else "Audio"
        listed = read(document, white(medium))
        if listed == [EVERYBODY]:
            return put(document, white(medium), MISSING)
        if listed is MISSING and read(document, black(medium)) is MISSING:
            return document
        return put(document, white(self._medium), [EVERYBODY])
