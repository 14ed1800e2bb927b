"""The layout for a number of people, as a picture."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from agora_console.domain.layout import Layout, unseen
from agora_console.ui.layout.bench import Bench
from agora_console.ui.layout.canvas import LayoutCanvas
from agora_console.ui.layout.preview_controls import PreviewControls
from agora_console.ui.layout.toolbar import LayoutToolbar
from agora_console.ui.look.theme import Theme
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label

_PEOPLE = 5


class PreviewCard(Card):
    """Picture, people, and whether those whom the layout names are among them."""

    people_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.set_title(self.tr("Layout preview"))
        self.controls = PreviewControls(_PEOPLE)
        self.people = self.controls.people
        self.preview = LayoutCanvas(theme)
        self.named_present = QCheckBox(self.tr("UIDs that the layout names are in the channel"))
        self.named_present.setChecked(True)
        self.unseen = label("", "amber", wrap=True)
        self._layout: Mapping[str, Any] = {}
        self._canvas = (0, 0)
        self._tools: LayoutToolbar | None = None
        for widget in (self.preview, self.controls, self.named_present, self.unseen):
            self.body.addWidget(widget)
        self.people.changed.connect(self.people_changed)
        self.controls.changed.connect(self._show)
        self.named_present.toggled.connect(self._show)
        self._show()

    def show_layout(self, layout: Mapping[str, Any], canvas: tuple[int, int]) -> None:
        """Show a layout (transcodingConfig or updateLayout) on a canvas in pixels."""
        self._layout, self._canvas = layout, canvas
        self._show()

    def edit(self, bench: Bench) -> None:
        """Let regions be drawn and moved in the picture while the layout is a custom one."""
        self.preview.edit(bench)
        self._tools = LayoutToolbar(self.preview, bench, self.people.value)
        self._tools.leave_undo()
        self.body.insertWidget(1, self._tools)
        self._show()

    def _show(self) -> None:
        people = self.people.value()
        names = _names_somebody(self._layout)
        strangers = names and not self.named_present.isChecked()
        joined = ("",) * people if strangers else ()
        self.named_present.setVisible(names)
        self.preview.set_sources(self.controls.shape())
        self.preview.set_numbers(self.controls.numbers.isChecked())
        self.preview.show_layout(self._layout, people, self._canvas, joined)
        if self._tools is not None:
            self._tools.setVisible(self.preview.editable)
        left_out = unseen(self._layout, people, joined)
        self.unseen.setVisible(left_out > 0)
        self.unseen.setText(
            self.tr("{0} of {1} people have no region and are not seen").format(left_out, people)
        )


def _names_somebody(layout: Mapping[str, Any]) -> bool:
    match layout.get("mixedVideoLayout"):
        case Layout.VERTICAL:
            return bool(layout.get("maxResolutionUid"))
        case Layout.CUSTOM:
            entries = layout.get("layoutConfig")
            listed = entries if isinstance(entries, list) else []
            return any(isinstance(each, Mapping) and each.get("uid") for each in listed)
    return False
