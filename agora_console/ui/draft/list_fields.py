"""Fields of lists: texts in one line, and the images of people as a table of lines."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.paths import MISSING
from agora_console.ui.draft.fields import Field, LineField, QuietCombo
from agora_console.ui.draft.model import DocumentModel
from agora_console.ui.look.icons import tint
from agora_console.ui.look.metrics import em


class ListField(LineField):
    """Texts in one line, separated by commas or blanks. An empty line is no list.

    With `keeps_empty` a list that was emptied stays an empty list, which is not the same.
    """

    def __init__(
        self, model: DocumentModel, path: str, placeholder: str = "", *, keeps_empty: bool = False
    ) -> None:
        self._keeps_empty = keeps_empty
        self._empty: Any = MISSING
        super().__init__(model, path, placeholder)

    def parse(self, text: str) -> Any:
        return [part for part in re.split(r"[\s,;]+", text) if part] or self._empty

    def format(self, value: Any) -> str:
        return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

    def show(self, value: Any) -> None:
        self._empty = [] if self._keeps_empty and value is not MISSING else MISSING
        super().show(value)


class ImagesField(Field):
    """`backgroundConfig`: an image for a UID in each line, as many lines as are wanted."""

    def __init__(self, model: DocumentModel, path: str, renderings: Sequence[str]) -> None:
        super().__init__(model, path, QWidget())
        self._renderings = renderings
        self._value: Any = MISSING
        self._lines: list[_ImageLine] = []
        self.add = QPushButton(self.tr("Add image"))
        self.add.setAccessibleName(self.tr("Add an image for a person"))
        tint(self.add, "plus", "text", 0.9)
        self.add.clicked.connect(self._on_add_clicked)
        self._column = QVBoxLayout(self.widget)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self.widget, 0.4))
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.widget.setFocusProxy(self.add)
        self.refresh()

    def read(self) -> Any:
        return self._value

    def show(self, value: Any) -> None:
        self._value = value
        entries = value if isinstance(value, list) else []
        while len(self._lines) > len(entries):
            line = self._lines.pop()
            self._column.removeWidget(line)
            line.deleteLater()
        while len(self._lines) < len(entries):
            self._add_line()
        for line, entry in zip(self._lines, entries, strict=True):
            line.show_entry(entry if isinstance(entry, Mapping) else {})

    @property
    def lines(self) -> Sequence[_ImageLine]:
        """The lines from top to bottom."""
        return self._lines

    def _add_line(self) -> None:
        index = len(self._lines)
        line = _ImageLine(index + 1, self._renderings)
        line.uid.textEdited.connect(partial(self._on_edited, index, "uid"))
        line.address.textEdited.connect(partial(self._on_edited, index, "image_url"))
        line.rendering.activated.connect(partial(self._on_rendering_chosen, index))
        line.remove.clicked.connect(partial(self._on_remove_clicked, index))
        for edit in (line.uid, line.address):
            edit.editingFinished.connect(self.finish)
        self._column.insertWidget(index, line)
        line.show()  # at once, so that the cursor can go into it
        stops = (line.uid, line.address, line.rendering, line.remove, self.add)
        chain = (*(each.remove for each in self._lines[-1:]), *stops)
        for before, widget in pairwise(chain):
            QWidget.setTabOrder(before, widget)
        self._lines.append(line)

    def _entries(self) -> list[Any]:
        return list(self._value) if isinstance(self._value, list) else []

    def _on_edited(self, index: int, key: str, text: str) -> None:
        self.busy = True
        self._change(index, key, text.strip())

    def _on_rendering_chosen(self, index: int, _: int) -> None:
        self._change(index, "render_mode", self._lines[index].rendering.currentData())
        self._leave()

    def _change(self, index: int, key: str, value: object) -> None:
        entries = self._entries()
        entry = entries[index] if isinstance(entries[index], Mapping) else {}
        changed = {name: each for name, each in entry.items() if name != key}
        if value is not MISSING:
            changed[key] = value
        entries[index] = {name: changed[name] for name in _ordered(changed)}
        self._become(entries)

    def _on_add_clicked(self) -> None:
        self.show([*self._entries(), {"uid": "", "image_url": ""}])
        self.write()
        self._lines[-1].uid.setFocus()

    def _on_remove_clicked(self, index: int, _: bool = False) -> None:
        entries = self._entries()
        del entries[index]
        self.show(entries or MISSING)
        self.write()
        self._leave()

    def _become(self, entries: list[Any]) -> None:
        self._value = entries
        self.write()


class _ImageLine(QWidget):
    """UID, address, rendering, and a button that takes the line away."""

    def __init__(self, number: int, renderings: Sequence[str]) -> None:
        super().__init__()
        self.uid = QLineEdit()
        self.uid.setPlaceholderText(self.tr("UID"))
        self.uid.setFixedWidth(em(self, 6))
        self.address = QLineEdit()
        self.address.setPlaceholderText("https://")
        self.address.setMinimumWidth(em(self, 6))
        self.rendering = QuietCombo()
        self.rendering.setMinimumContentsLength(4)
        self.rendering.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.rendering.addItem(renderings[0], MISSING)
        for value, text in enumerate(renderings[1:], 1):
            self.rendering.addItem(text, value)
        self.remove = QToolButton()
        self.remove.setToolTip(self.tr("Remove this image"))
        tint(self.remove, "trash", "muted", 0.9)
        names = {
            self.uid: self.tr("UID of image {0}"),
            self.address: self.tr("Address of image {0}"),
            self.rendering: self.tr("Rendering of image {0}"),
            self.remove: self.tr("Remove image {0}"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.4))
        for widget, name in names.items():
            widget.setAccessibleName(name.format(number))
            row.addWidget(widget, int(widget is self.address))

    def show_entry(self, entry: Mapping[str, Any]) -> None:
        for edit, key in ((self.uid, "uid"), (self.address, "image_url")):
            text = str(entry.get(key, ""))
            if edit.text().strip() != text:
                edit.setText(text)
        with QSignalBlocker(self.rendering):
            rendering = entry.get("render_mode", MISSING)
            chosen = 0 if rendering is MISSING else self.rendering.findData(rendering)
            self.rendering.setCurrentIndex(max(0, chosen))


def _ordered(entry: Mapping[str, Any]) -> list[str]:
    known = [key for key in ("uid", "image_url", "render_mode") if key in entry]
    return [*known, *(key for key in entry if key not in known)]
