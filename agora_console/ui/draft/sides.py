"""Sides: what the draft page shows at the left - form or JSON - and at the right of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.labels import ElidedLabel
from agora_console.ui.widgets.segmented import SegmentedControl

NARROW = 70.0
"""Below this width, in em, the left and the right side take turns."""


class Sides(QWidget):
    """The head of the page and its two sides. `side` is "form", "json" or, where there is no place
    for both, "preview"; `side_changed` says that it is another.
    """

    side_changed = Signal()

    def __init__(self, form: QWidget, json: QWidget, *right: QWidget) -> None:
        super().__init__()
        self._form, self._json = form, _above_the_edge(json)
        self._left = "form"
        self.switch = SegmentedControl(
            [
                ("form", self.tr("Form")),
                ("json", self.tr("JSON")),
                ("preview", self.tr("Preview and request")),
            ],
            self.tr("Side in sight"),
        )
        self.switch.option("json").setToolTip(self.tr("The same config as JSON (Ctrl+Shift+J)"))
        self.presets = QPushButton(self.tr("Presets…"))
        self.presets.setToolTip(self.tr("Keep these settings, or use others again (Ctrl+P)"))
        self._right = self._make_right(*right)
        self._lay_out()
        self.switch.value_changed.connect(self._on_switched)

    @property
    def side(self) -> str:
        """What is chosen."""
        return str(self.switch.value())

    def show_side(self, side: str) -> None:
        """Show a side."""
        self.switch.set_value(side)

    def add_notice(self, notice: QWidget) -> None:
        """Let this stand between the head and the sides."""
        self._column.insertWidget(1, notice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.8))
        head.addWidget(_title(self.tr("New recording")))
        head.addWidget(self.presets)
        head.addStretch(1)
        head.addWidget(self.switch)
        sides = QHBoxLayout()
        sides.setSpacing(em(self, 0.8))
        sides.addWidget(self._form, 7)
        sides.addWidget(self._json, 7)
        sides.addWidget(self._right, 5)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(em(self, 0.8))
        self._column.addLayout(head)
        self._column.addLayout(sides, 1)

    def _make_right(self, preview: QWidget, request: QWidget) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, em(self, 0.4), em(self, 1))
        column.setSpacing(em(self, 0.8))
        column.addWidget(preview)
        column.addWidget(request, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def _on_switched(self) -> None:
        if self.side != "preview":
            self._left = self.side
        self._show()
        self.side_changed.emit()

    def _show(self) -> None:
        narrow = self.width() < em(self, NARROW)
        if not narrow and self.side == "preview":
            self.switch.set_value(self._left)
            return
        edge = em(self, 0.7 if narrow else 1.4)
        self._column.setContentsMargins(edge, em(self, 1), edge, 0)
        self.switch.show_option("preview", narrow)
        self._form.setVisible(self.side == "form")
        self._json.setVisible(self.side == "json")
        self._right.setVisible(not narrow or self.side == "preview")


def _title(text: str) -> ElidedLabel:
    """The first thing that gives way where large type leaves no place."""
    title = ElidedLabel()
    title.setText(text)
    title.setProperty("role", "title")
    title.setFont(scaled(title.font(), 1.5, bold=True))
    return title


def _above_the_edge(widget: QWidget) -> QWidget:
    """The widget with the space below it that a page which scrolls has at its end."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, em(widget, 1))
    column.addWidget(widget)
    return holder
