"""The layout that is in preparation: picture under the hand, tools, form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from agora_console.ui.draft.layout_form import LayoutForm
from agora_console.ui.layout.canvas import LayoutCanvas
from agora_console.ui.layout.preview_controls import PreviewControls
from agora_console.ui.layout.toolbar import LayoutToolbar
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.picture import SOME_PEOPLE
from agora_console.ui.widgets.card import Card


class NextCard(Card):
    """`changed` follows the form and what the preview assumes."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Next"))
        self.form = LayoutForm()
        self.controls = PreviewControls(SOME_PEOPLE)
        self.people = self.controls.people
        self.people.setToolTip(
            self.tr("Agora does not say how many people there are; the preview assumes this many")
        )
        self.canvas = LayoutCanvas(theme)
        self.canvas.setAccessibleName(self.tr("Next layout"))
        self.canvas.edit(self.form.regions.bench)
        self.tools = LayoutToolbar(self.canvas, self.form.regions.bench, self.people.value)
        for widget in (self.canvas, self.tools, self.controls, self.form):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self.form.changed.connect(self.changed)
        self.controls.changed.connect(self.changed)

    def show_layout(self, document: Mapping[str, Any], canvas: tuple[int, int]) -> None:
        """Draw what the form says, on a canvas in pixels."""
        self.canvas.set_sources(self.controls.shape())
        self.canvas.set_numbers(self.controls.numbers.isChecked())
        self.canvas.show_layout(document, self.people.value(), canvas)
        self.tools.setVisible(self.canvas.editable)
