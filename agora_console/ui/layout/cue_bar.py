"""The cues of a project: layouts under F1 to F8, to be prepared, kept, named and removed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from agora_console.services.values import CUES, Cue
from agora_console.ui.layout.names import suggested_name
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.labels import restyle
from agora_console.ui.widgets.wrapping import WrappingRow


class CueBar(QWidget):
    """`prepared` and `taken` carry a Cue, `changed` all cues after one was kept or removed.

    The keys hold in the whole window while the bar is in sight.
    """

    prepared = Signal(object)
    taken = Signal(object)
    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cues: dict[int, Cue] = {}
        self._next: Mapping[str, Any] = {}
        self._naming = 0
        self._menus: dict[int, QMenu] = {}
        self.buttons = [self._button(number) for number in range(1, CUES + 1)]
        self.keep = QPushButton(self.tr("+ Cue"))
        self.keep.setToolTip(self.tr("Keep what is in Next under the next free key"))
        self.keep.clicked.connect(lambda: self.begin_naming(self.free()))
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name of the cue"))
        self.name.setMaxLength(40)
        self.name.setFixedWidth(em(self, 11))
        self.name.hide()
        self.name.returnPressed.connect(self._on_named)
        row = WrappingRow(self, em(self, 0.5))
        for widget in (*self.buttons, self.keep, self.name):
            row.addWidget(widget)
        self._add_keys()
        self._show()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Show the cues of a project."""
        self._cues = {cue.number: cue for cue in cues}
        self._end_naming()
        self._show()

    def set_next(self, layout: Mapping[str, Any]) -> None:
        """Mark the cue that is in Next, if it is one."""
        self._next = layout
        for number, button in enumerate(self.buttons, 1):
            cue = self._cues.get(number)
            restyle(button, "chosen", cue is not None and cue.layout == layout)

    def cue_of(self, layout: Mapping[str, Any]) -> Cue | None:
        """The cue with this layout."""
        return next((cue for cue in self._cues.values() if cue.layout == layout), None)

    def has(self, number: int) -> bool:
        """True when there is a cue under that key."""
        return number in self._cues

    def menu_of(self, number: int) -> QMenu:
        """What a right click on a cue offers; the menu key does as well."""
        return self._menus[number]

    def free(self) -> int:
        """The first key without a cue; 0 when there is none."""
        return next((n for n in range(1, CUES + 1) if n not in self._cues), 0)

    def begin_naming(self, number: int) -> None:
        """Ask in place for the name under which what is in Next is kept; Escape keeps nothing."""
        if number:
            self._naming = number
            known = self._cues.get(number)
            self.name.setText(known.name if known else suggested_name(self._next))
            self.name.setPlaceholderText(self.tr("Name of F{0}").format(number))
            self.name.show()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()

    # --- what happens --------------------------------------------------------------

    def _on_named(self) -> None:
        number, name = self._naming, self.name.text().strip()
        if number and name:
            cue = Cue(number=number, name=name, layout=dict(self._next))
            self._take_over({**self._cues, number: cue})

    def _remove(self, number: int) -> None:
        self._take_over({n: cue for n, cue in self._cues.items() if n != number})

    def _take_over(self, cues: dict[int, Cue]) -> None:
        self.set_cues([cues[number] for number in sorted(cues)])
        self.changed.emit(tuple(self._cues.values()))

    def _end_naming(self) -> None:
        self._naming = 0
        self.name.hide()

    def names(self) -> dict[int, str]:
        """The names of the cues by their numbers."""
        return {number: cue.name for number, cue in self._cues.items()}

    def prepare(self, number: int, _checked: bool = False) -> None:
        """Put a cue into Next, as its key does."""
        if number in self._cues:
            self.prepared.emit(self._cues[number])

    def take(self, number: int, _checked: bool = False) -> None:
        """Take a cue, as its key does."""
        if number in self._cues:
            self.taken.emit(self._cues[number])

    # --- parts ---------------------------------------------------------------------

    def _button(self, number: int) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(partial(self._on_clicked, number))
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        menu = self._menus[number] = QMenu(button)
        for text, does in (
            (self.tr("Keep what is in Next here"), partial(self.begin_naming, number)),
            (self.tr("Remove this cue"), partial(self._remove, number)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(partial(_run, does))
            menu.addAction(action)

        def popup(at: QPoint) -> None:
            menu.popup(button.mapToGlobal(at))

        button.customContextMenuRequested.connect(popup)
        return button

    def _on_clicked(self, number: int, _checked: bool = False) -> None:
        self.prepare(number)

    def _add_keys(self) -> None:
        for number in range(1, CUES + 1):
            for keys, does in ((f"F{number}", self.prepare), (f"Ctrl+F{number}", self.take)):
                action = QAction(keys, self)
                action.setShortcut(QKeySequence(keys))
                action.triggered.connect(partial(_run, partial(does, number)))
                self.addAction(action)
        cancel = QAction(self.tr("Keep nothing"), self.name)
        cancel.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        cancel.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        cancel.triggered.connect(self._end_naming)
        self.name.addAction(cancel)

    def _show(self) -> None:
        for number, button in enumerate(self.buttons, 1):
            cue = self._cues.get(number)
            button.setVisible(cue is not None)
            name = cue.name if cue else ""
            button.setText(f"F{number}  {name}".replace("&", "&&"))
            button.setAccessibleName(self.tr("Cue {0}: {1}").format(number, name))
            button.setToolTip(
                self.tr("F{0} puts {1} into Next, Ctrl+F{0} takes it").format(number, name)
            )
        self.keep.setVisible(bool(self.free()))
        self._show_key_use()
        self.set_next(self._next)

    def _show_key_use(self) -> None:
        """A key without a cue is free for whoever else wants it."""
        for action in self.actions():
            number = int(action.text()[-1])
            action.setEnabled(number in self._cues)


def _run(does: Any, _checked: bool = False) -> None:
    does()
