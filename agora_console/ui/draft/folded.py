"""Advanced: fields that are rarely used, folded away and built when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from agora_console.domain.config.spec import FieldSpec, by_path
from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Problem
from agora_console.ui.draft.form_card import Rows
from agora_console.ui.draft.model import DocumentModel, same
from agora_console.ui.look.metrics import em
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.fold import FoldButton
from agora_console.ui.widgets.labels import label


class Advanced(QWidget):
    """A button that says how many of the fields below it differ from Agora's default.

    `build` makes the rows and is called when they are seen for the first time, or when a finding
    concerns one of them. `keys` are the fields inside, below `prefix` in CONFIG.json; in a mode
    in which a field does not exist its row is not shown. `grown` follows the building.
    """

    left = Signal()
    fix_requested = Signal(object)
    grown = Signal()

    def __init__(
        self,
        owner: str,
        about: str,
        model: DocumentModel,
        keys: Sequence[str],
        build: Callable[[Advanced], None],
        *,
        prefix: str = "",
    ) -> None:
        super().__init__()
        self.model = model
        self.built = False
        self._owner = owner
        self._build = build
        self._about = about
        self._mode: str | None = None
        self._specs = {key: by_path()[f"{prefix}{key}"] for key in keys}
        self._wrong: frozenset[str] = frozenset()
        self._away: set[FieldRow] = set()
        self.rows = Rows(model, self)
        self.button = self._make_button()
        self.inside = QWidget()
        self.inside.hide()
        self.body = QVBoxLayout(self.inside)
        self._lay_out()
        self.rows.left.connect(self.left)
        self.rows.fix_requested.connect(self.fix_requested)
        model.changed.connect(self._count)
        self._count()

    def add_row(self, row: FieldRow, *fields: Any, optional: bool = True) -> FieldRow:
        """Put a row at the end; `build` calls this."""
        self.body.addWidget(row)
        return self.rows.add(row, *fields, optional=optional)

    def open(self) -> None:
        """Unfold it."""
        self.button.setChecked(True)

    def build(self) -> None:
        """Make the rows, where they have not been made."""
        if self.built:
            return
        self.built = True
        self._build(self)
        tab_through(self.button, self.inside)
        self._show_rows()
        self.grown.emit()

    def show_mode(self, mode: str) -> None:
        """Show what exists in this mode, and nothing where nothing does."""
        if mode == self._mode:
            return
        self._mode = mode
        self.setVisible(any(mode in spec.modes for spec in self._specs.values()))
        self._show_rows()
        self._count()

    def covers(self, path: str) -> bool:
        """True for a path that one of the rows stands for, as things are; it builds them then."""
        inside = any(
            path == key or path.startswith((f"{key}.", f"{key}[")) for key in self._present()
        )
        if inside:
            self.build()
        return inside and self.rows.row_of(path) is not None

    def count_set(self) -> int:
        """How many of the fields differ from the default."""
        values = ((self.model.get(key), spec) for key, spec in self._present().items())
        return sum(value is not MISSING and not same(value, spec.default) for value, spec in values)

    def show_problems(self, problems: Sequence[Problem], prefix: str = "") -> None:
        """Show each problem in its row; a new one unfolds everything."""
        wrong = frozenset(problem.path for problem in problems)
        if self.built:
            self.rows.show_problems(problems, prefix)
        if wrong - self._wrong:
            self.open()
        self._wrong = wrong

    # --- parts -----------------------------------------------------------------

    def _make_button(self) -> FoldButton:
        button = FoldButton()
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.toggled.connect(self._on_toggled)
        return button

    def _lay_out(self) -> None:
        self.body.setContentsMargins(0, em(self, 0.3), 0, 0)
        self.body.setSpacing(em(self, 0.7))
        self._contents = label(self._about, "muted", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(em(self, 0.5))
        line.addWidget(self.button)
        line.addWidget(self._contents, 1000)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.inside)

    # --- what is shown ---------------------------------------------------------

    def _present(self) -> dict[str, FieldSpec]:
        mode = self._mode
        return {
            key: spec for key, spec in self._specs.items() if mode is None or mode in spec.modes
        }

    def _show_rows(self) -> None:
        present = self._present()
        if self.built and self._mode is not None:
            for row, paths in self.rows.paths_of_rows():
                away = not any(path in present for path in paths)
                if away is not (row in self._away):
                    (self._away.add if away else self._away.remove)(row)
                    row.setVisible(not away)

    def _count(self) -> None:
        count = self.count_set()
        name = self.tr("Advanced")
        text = self.tr("{0} ({1} set)").format(name, count) if count else name
        if text != self.button.text():
            self.button.setText(text)
            self.button.setAccessibleName(f"{self._owner}: {text}")
            self.button.set_about(self._about)

    def _on_toggled(self, open_: bool) -> None:
        if open_:
            self.build()
        self._contents.setVisible(not open_)
        self.inside.setVisible(open_)


def tab_through(before: QWidget, inside: QWidget) -> None:
    """Let Tab go from one widget to what was made inside another, which Qt puts at the very end."""
    last = _able(before)
    for widget in _stops(inside):
        QWidget.setTabOrder(last, widget)
        last = widget


def last_stop(*inside: QWidget) -> QWidget:
    """The last widget in others that Tab can come to; the first of them where there is none."""
    return next((stops[-1] for each in reversed(inside) if (stops := _stops(each))), inside[0])


def _stops(inside: QWidget) -> list[QWidget]:
    # A segment that is not chosen takes its place as well; the list of a combo box is a window.
    window = inside.window()
    return [
        each
        for each in inside.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.focusProxy() is None
        and each.window() is window
    ]


def _able(widget: QWidget) -> QWidget:
    """The widget, or the nearest one before it that can have the focus: Qt chains no other."""
    while widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        before = widget.previousInFocusChain()
        if before is None:
            break
        widget = before
    return widget
