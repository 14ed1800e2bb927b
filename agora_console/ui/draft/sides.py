"""Sides: what the draft page shows at the left - form or JSON - and at the right of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from agora_console.ui.draft.folded import last_stop, tab_through
from agora_console.ui.look.metrics import em, scaled
from agora_console.ui.widgets.labels import ElidedLabel
from agora_console.ui.widgets.segmented import SegmentedControl

NARROW = 70.0
"""Below this width, in em, the left and the right side take turns."""


class Sides(QWidget):
    """The head of the page and its two sides. `side` is "form", "json" or, where there is no place
    for both, "preview"; `side_changed` says that it is another. Only the form is there at once.
    """

    side_changed = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__()
        self._form = form
        self._json, self._json_column = _column()
        self._json_column.setContentsMargins(0, 0, 0, em(self, 1))
        inside, self._right_column = _column()
        inside.setObjectName("scrolled")
        self._right_column.setContentsMargins(0, 0, em(self, 0.4), em(self, 1))
        self._right_column.setSpacing(em(self, 0.8))
        self._right = _scrolled(inside)
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
        self._lay_out()
        self.switch.value_changed.connect(self._on_switched)

    @property
    def side(self) -> str:
        """What is chosen."""
        return str(self.switch.value())

    def show_side(self, side: str) -> None:
        """Show a side."""
        self.switch.set_value(side)

    def add_json(self, json: QWidget) -> None:
        """Let this be what is seen instead of the form."""
        self._json_column.addWidget(json)
        self.chain()

    def add_right(self, widget: QWidget, stretch: int = 0) -> None:
        """Put this at the right, below what is there."""
        self._right_column.addWidget(widget, stretch)
        self.chain()

    def chain(self) -> None:
        """Let Tab go through form, JSON and the right side, whenever each was made."""
        tab_through(last_stop(self._form), self._json)
        tab_through(last_stop(self._form, self._json), self._right)

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


def _column() -> tuple[QWidget, QVBoxLayout]:
    """A widget that has others in it, one below the other."""
    widget = QWidget()
    return widget, QVBoxLayout(widget)


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
