"""Layout: how people are arranged, on which ground. The draft and the running session share it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.layout import FIT, MAX_PEOPLE, Layout, regions
from agora_console.domain.paths import join
from agora_console.domain.problems import Problem
from agora_console.ui.draft.color_field import ColorField
from agora_console.ui.draft.document import TRANSCODING, Document
from agora_console.ui.draft.fields import ChoiceField, Field, LineField
from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.draft.regions_editor import RegionsEditor
from agora_console.ui.draft.spec_fields import named
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import FieldRow

_OWN = {Layout.VERTICAL: "maxResolutionUid", Layout.CUSTOM: "layoutConfig"}


class LayoutForm(QWidget):
    """Layout, large UID, ground colour and regions as one document.

    `changed` follows each change; `left` says that a value is finished and may be judged;
    `fix_requested` carries the Fix whose button was pressed, with the path of the problem.
    """

    changed = Signal()
    left = Signal()
    fix_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DocumentModel({}, self)
        self._rows = Rows(self._model, self)
        self._parked: dict[str, Any] = {}
        self._people = 3
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.7))
        self._add_layout_row()
        self._add_large_row()
        self._add_color_row()
        self._add_regions()
        self._model.changed.connect(self._on_model_changed)
        self._rows.left.connect(self.left)
        self._rows.fix_requested.connect(self.fix_requested)
        self._show_parts()

    def document(self) -> Document:
        """The wire keys that are set, as `updateLayout` takes them."""
        return dict(self._model.document())

    def set_document(self, document: Mapping[str, Any]) -> None:
        """Show a layout; keys that are not on the form are kept and come back."""
        self._model.become(dict(document))

    def set_people(self, people: int) -> None:
        """How many people a custom layout is begun with, where none was typed before."""
        self._people = min(max(people, 1), MAX_PEOPLE)

    def fields(self) -> tuple[Field, ...]:
        """Every field of the form; their paths begin at the layout."""
        return self._rows.fields()

    def row_of(self, path: str) -> FieldRow | None:
        """The row that shows `path` (of the layout's own document)."""
        return self._rows.row_of(path)

    def show_problems(self, problems: Sequence[Problem], prefix: str = "") -> tuple[Problem, ...]:
        """Show problems whose path begins with `prefix`; returns those that have no row here."""
        self.regions.show_problems(problems, join(prefix, "layoutConfig"))
        return self._rows.show_problems(problems, prefix)

    # --- parts -----------------------------------------------------------------

    def _add_layout_row(self) -> None:
        name = named("mixedVideoLayout", f"{TRANSCODING}.")
        options: list[tuple[object, str]] = [
            (int(Layout.FLOATING), self.tr("Floating")),
            (int(Layout.BEST_FIT), self.tr("Best fit")),
            (int(Layout.VERTICAL), self.tr("Vertical")),
            (int(Layout.CUSTOM), self.tr("Custom")),
        ]
        self.layout_choice = _LayoutField(
            self._model, "mixedVideoLayout", options, name, default=int(Layout.FLOATING)
        )
        self.layout_choice.chosen.connect(self._on_layout_chosen)
        self._add(FieldRow(name, self.layout_choice.widget), self.layout_choice)

    def _add_large_row(self) -> None:
        self.large_uid = LineField(self._model, "maxResolutionUid", self.tr("UID"), ems=9)
        self._large_row = FieldRow(
            named("maxResolutionUid", f"{TRANSCODING}."),
            self.large_uid.widget,
            unit=self.tr("is shown large, at the left"),
        )
        self._add(self._large_row, self.large_uid)

    def _add_color_row(self) -> None:
        self.color = ColorField(self._model, "backgroundColor", "#000000")
        row = FieldRow(named("backgroundColor", f"{TRANSCODING}."), self.color.widget)
        row.add_widget(self.color.swatch)
        self._add(row, self.color)

    def _add_regions(self) -> None:
        self.regions = RegionsEditor()
        self.regions.edited.connect(self._on_regions_edited)
        self._regions_row = FieldRow(
            named("layoutConfig", f"{TRANSCODING}."),
            self.regions.buttons,
            unit=self.tr("at most {0}").format(MAX_PEOPLE),
        )
        self._column.addWidget(self._regions_row)
        self._column.addWidget(self.regions)
        self._rows.claim(self._regions_row, "layoutConfig")
        self._regions_row.fix_requested.connect(self.fix_requested)

    def _add(self, row: FieldRow, field: Field) -> None:
        self._column.addWidget(row)
        self._rows.add(row, field)

    # --- what happens ----------------------------------------------------------

    def _on_layout_chosen(self, value: int) -> None:
        document = self._model.document()
        changed: Document = {"mixedVideoLayout": value}
        changed |= {key: item for key, item in document.items() if key != "mixedVideoLayout"}
        for layout, key in _OWN.items():
            if layout != value and key in changed:
                self._parked[key] = changed.pop(key)
            elif layout == value and key not in changed and key in self._parked:
                changed[key] = self._parked[key]
        if value == Layout.CUSTOM and "layoutConfig" not in changed:
            changed["layoutConfig"] = first_regions(document, self._people)
        self._model.become(changed)

    def _on_regions_edited(self) -> None:
        self._model.set("layoutConfig", self.regions.model.regions())
        self.left.emit()

    def _on_model_changed(self) -> None:
        config = self._model.get("layoutConfig")
        entries = config if isinstance(config, list) else []
        self.regions.model.set_regions([each for each in entries if isinstance(each, Mapping)])
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        document = self._model.document()
        layout = document.get("mixedVideoLayout")
        custom = layout == Layout.CUSTOM or "layoutConfig" in document
        self._large_row.setVisible(layout == Layout.VERTICAL or "maxResolutionUid" in document)
        self._regions_row.setVisible(custom)
        self._regions_row.set_sent("layoutConfig" in document)
        self.regions.setVisible(custom)


class _LayoutField(ChoiceField):
    """The layout; a choice moves what belongs to one layout alone out of the way."""

    chosen = Signal(object)

    def write(self) -> None:
        self.chosen.emit(self.read())


def first_regions(layout: Mapping[str, Any], people: int) -> list[dict[str, Any]]:
    """The regions that a layout has for `people` people, as the begin of a custom one."""
    keys = ("x_axis", "y_axis", "width", "height")
    entries = []
    for rect in regions(layout, people):
        sides = (rect.x, rect.y, rect.width, rect.height)
        entry: dict[str, Any] = {"uid": rect.uid} if rect.uid else {}
        entry |= {key: round(side, 6) for key, side in zip(keys, sides, strict=True)}
        if rect.render_mode == FIT:
            entry["render_mode"] = FIT
        entries.append(entry)
    return entries
