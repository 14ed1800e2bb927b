"""Fields: plain widgets tied to a path of a document.

A field writes what is typed into the document at once, bad values as the text they are, and shows
what others put there. `left` says that a value is finished, which is when it may be judged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from agora_console.domain.paths import MISSING
from agora_console.ui.draft.model import DocumentModel, same
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.segmented import SegmentedControl


class Field(QObject):
    """One value of a document and the widget that shows it.

    Subclasses read and show. `busy` is True from the first key of an edit until it is left,
    `touched` once it was left.
    """

    left = Signal()

    def __init__(self, model: DocumentModel, path: str, widget: QWidget) -> None:
        super().__init__(widget)
        self.model = model
        self.path = path
        self.widget = widget
        self.busy = False
        self.touched = False
        model.changed.connect(self.refresh)

    def read(self) -> Any:
        """The JSON value that the widget stands for; MISSING when nothing is to be sent."""
        raise NotImplementedError

    def show(self, value: Any) -> None:
        """Show a JSON value, or with MISSING that Agora's default holds."""
        raise NotImplementedError

    @property
    def is_set(self) -> bool:
        """True when the value is part of the request."""
        return self.model.get(self.path) is not MISSING

    @property
    def is_empty(self) -> bool:
        """True when there is nothing in it, sent or not."""
        return self.model.get(self.path) in (MISSING, "")

    def refresh(self) -> None:
        """Show what the document says, unless the widget says just that."""
        value = self.model.get(self.path)
        if not same(self.read(), value):
            self.show(value)

    def write(self) -> None:
        """Put what the widget says into the document."""
        self.model.set(self.path, self.read())

    def unset(self) -> None:
        """Leave the value to Agora."""
        self.model.set(self.path, MISSING)
        self._leave()

    def finish(self) -> None:
        """Count what is typed as finished."""
        self._leave()

    def _leave(self) -> None:
        self.busy = False
        self.touched = True
        self.left.emit()


class LineField(Field):
    """A value typed as text. `ems` is the width of the line; 0 takes all there is."""

    widget: QLineEdit

    def __init__(
        self, model: DocumentModel, path: str, placeholder: str = "", ems: float = 0
    ) -> None:
        edit = QLineEdit()
        edit.setPlaceholderText(placeholder)
        super().__init__(model, path, edit)
        if ems:
            edit.setFixedWidth(em(edit, ems))
            edit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        edit.textEdited.connect(self._on_edited)
        edit.editingFinished.connect(self.finish)
        self.refresh()

    def read(self) -> Any:
        return self.parse(self.widget.text())

    def show(self, value: Any) -> None:
        self.widget.setText("" if value is MISSING else self.format(value))

    def parse(self, text: str) -> Any:
        """The JSON value of a text."""
        return text or MISSING

    def format(self, value: Any) -> str:
        """The text of a JSON value."""
        return str(value)

    def _on_edited(self) -> None:
        self.busy = True
        self.write()


class NameField(LineField):
    """Text that is always sent, empty or not; blanks around it are a slip of the mouse."""

    def parse(self, text: str) -> Any:
        return text

    def finish(self) -> None:
        self.widget.setText(self.widget.text().strip())
        self.write()
        super().finish()


class NumberField(LineField):
    """A whole number; what is none stays as the text that was typed."""

    def parse(self, text: str) -> Any:
        plain = text.strip()
        if not plain:
            return MISSING
        return int(plain) if re.fullmatch(r"-?[0-9]{1,18}", plain) else plain


class PathField(LineField):
    """`fileNamePrefix` as a path: `recordings/20260601` is two levels."""

    def parse(self, text: str) -> Any:
        plain = text.strip().strip("/")
        return plain.split("/") if plain else MISSING

    def format(self, value: Any) -> str:
        return "/".join(map(str, value)) if isinstance(value, list) else str(value)


class ChoiceField(Field):
    """One of few. Until a person chooses, Agora's `default` is shown and nothing is sent."""

    widget: SegmentedControl

    def __init__(
        self,
        model: DocumentModel,
        path: str,
        options: Sequence[tuple[Any, str]],
        name: str,
        default: Any,
    ) -> None:
        control = SegmentedControl(options, name)
        super().__init__(model, path, control)
        self._values = [value for value, _ in options]
        self._default = default
        self._value: Any = MISSING
        control.set_value(default)
        control.value_changed.connect(self._on_chosen)
        for value in self._values:
            control.option(value).clicked.connect(self._on_option_clicked)
        self.refresh()

    def read(self) -> Any:
        return self._value

    def show(self, value: Any) -> None:
        self._value = value
        with QSignalBlocker(self.widget):
            self.widget.set_value(value if value in self._values else self._default)

    def _on_option_clicked(self) -> None:
        self._on_chosen(self.widget.value())

    def _on_chosen(self, value: Any) -> None:
        if not same(value, self._value):
            self._value = value
            self.write()
            self._leave()


class ComboField(Field):
    """One of many. `unset` is the text for "nothing is sent"; "" where something must be."""

    widget: QComboBox

    def __init__(
        self, model: DocumentModel, path: str, options: Sequence[tuple[Any, str]], unset: str
    ) -> None:
        combo = QuietCombo()
        super().__init__(model, path, combo)
        self._foreign = -1
        combo.addItem(unset, MISSING)
        self.set_options(options)
        combo.activated.connect(self._on_activated)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; the one in the document stays, known or not."""
        while self.widget.count() > 1:
            self.widget.removeItem(1)
        self._foreign = -1
        for value, text in options:
            self.widget.addItem(text, value)
        self.show(self.model.get(self.path))

    def read(self) -> Any:
        return self.widget.currentData()

    def show(self, value: Any) -> None:
        if self._foreign >= 0:
            self.widget.removeItem(self._foreign)
            self._foreign = -1
        index = self._index(value)
        if index < 0:  # a value that is not offered is shown as what it is
            index = self._foreign = self.widget.count()
            self.widget.addItem(str(value), value)
        self.widget.setCurrentIndex(index)

    def _index(self, value: Any) -> int:
        items = range(self.widget.count())
        return next((n for n in items if same(self.widget.itemData(n), value)), -1)

    def _on_activated(self) -> None:
        self.write()
        self._leave()


class QuietCombo(QComboBox):
    """A combo box that a turn of the wheel scrolls past instead of changing it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
