"""Which recordings stand on the wall and in the strip, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from agora_console.ui.listing.session_model import ROW_ROLE, SessionModel
from agora_console.ui.listing.session_rows import Row

if TYPE_CHECKING:
    from agora_console.domain.session import Session

Index = QModelIndex | QPersistentModelIndex

KEPT = 600.0
"""Seconds for which a recording stays after it was over, so that nobody wonders where it went."""

KEPT_WITH_TROUBLE = 12 * 3600.0
"""Seconds for which one stays whose end wants a look, such as NOTHING RECORDED."""


def belongs(row: Row, now: float) -> bool:
    """True for what may record, and for a while for what is over."""
    if row.look is None or row.key == "draft":
        return False
    if row.over_since is None:
        return True
    return now - row.over_since < (KEPT_WITH_TROUBLE if row.look.attention else KEPT)


def may_belong(session: Session, now: float) -> bool:
    """Whether the row of a session may belong on the wall, now or later."""
    ended = session.ended_at or session.since
    return not session.closed or now - ended < KEPT_WITH_TROUBLE


class WallModel(QSortFilterProxyModel):
    """What belongs on the wall: what wants a look first, then as in the list, over ones last.

    `aged` is that of the source: a second has passed.
    """

    def __init__(self, source: SessionModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._now = 0.0
        self.aged = source.aged
        self.setSourceModel(source)
        self.sort(0)

    def set_now(self, now: float) -> None:
        """Let time pass; at most once a minute for what is over, the rest tells itself."""
        if int(now // 60) != int(self._now // 60):
            self._now = now
            self.invalidate()

    def row(self, index: Index) -> Row:
        """The row of an index of this model."""
        found: Row = index.data(ROW_ROLE)
        return found

    def rows(self) -> list[Row]:
        """Everything in sight, in its order."""
        return [self.row(self.index(number, 0)) for number in range(self.rowCount())]

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return belongs(self._source.row_at(source_row), self._now)

    def lessThan(self, source_left: Index, source_right: Index) -> bool:
        return self._rank(source_left.row()) < self._rank(source_right.row())

    def _rank(self, number: int) -> tuple[bool, bool, int]:
        row = self._source.row_at(number)
        calm = row.look is None or not row.look.attention
        return row.over_since is not None, calm, number  # planned ones come after live ones
