"""What sending a layout changes, key by key."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.layout_diff import Change, Kind, changes
from agora_console.ui.session.rows_model import Column, Role, RowsModel
from agora_console.ui.session.tables import FIT, STRETCH, Table
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label

_LEAST_ROWS = 3


class ChangesCard(Card):
    """A row per key: what it is on air, and what it becomes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("What Take sends"))
        self.model = RowsModel(self._columns(theme), self)
        self._table = Table(self.model, self.tr("Changes of the layout"), (FIT, FIT, STRETCH))
        self.body.addWidget(
            label(
                self.tr("The layout is sent whole: Agora returns what is left out to its default."),
                "muted",
                wrap=True,
            )
        )
        self.body.addWidget(self._table)

    def show_changes(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> int:
        """Show what sending `new` does while `old` is on air; returns how many keys change."""
        rows = changes(old, new)
        self.model.set_rows(rows)
        count = sum(change.kind is not Kind.KEPT for change in rows)
        self.set_hint(self.tr("1 change") if count == 1 else self.tr("{0} changes").format(count))
        height = em(self._table, 2.2) * (max(len(rows), _LEAST_ROWS) + 1) + em(self._table, 0.5)
        self._table.setFixedHeight(height)
        return count

    def _columns(self, theme: Theme) -> tuple[Column[Change], ...]:
        def letters(_: Change, role: int) -> Any:
            return mono(self.font(), 0.92) if role == Role.FontRole else None

        def ink(change: Change, role: int) -> Any:
            if role == Role.ForegroundRole:
                return theme.color("muted" if change.kind is Kind.KEPT else "amber")
            return letters(change, role)

        return (
            Column(self.tr("Key"), lambda change: change.key, roles=letters),
            Column(
                self.tr("On air"), lambda change: change.old, lambda change: change.old, letters
            ),
            Column(self.tr("Becomes"), self._becomes, self._becomes, ink),
        )

    def _becomes(self, change: Change) -> str:
        match change.kind:
            case Kind.KEPT:
                return self.tr("kept, sent again")
            case Kind.RESET:
                return self.tr("Agora's default")
            case _:
                return f"→ {change.new}"
