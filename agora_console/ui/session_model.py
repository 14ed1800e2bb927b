"""SessionModel: the session list. It changes row by row and tells it once per tick."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from agora_console.domain.session import Session
from agora_console.ui.session_rows import (
    DRAFT_KEY,
    Row,
    Section,
    in_order,
    local_date,
    section_of,
    section_title,
    session_row,
)

if TYPE_CHECKING:
    from agora_console.ui.ticks import Tick

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Row of an index."""


class SessionModel(QAbstractListModel):
    """Drafts, live, today and older, with a title row before each section that has rows.

    `rearranged` follows every change of which rows there are; while one is under way `arranging`
    is True, so that a view does not take the moving of its current row for a choice.
    """

    rearranged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.arranging = False
        self._sessions: dict[str, Session] = {}
        self._known: dict[str, Row] = {}
        self._draft: Row | None = None
        self._words: tuple[str, ...] = ()
        self._now = 0.0
        self._today = date.min
        self._rows: list[Row] = []
        self._titles = {
            Section.DRAFTS: self.tr("Drafts"),
            Section.LIVE: self.tr("Live"),
            Section.TODAY: self.tr("Today"),
            Section.OLDER: self.tr("Older"),
        }

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.ToolTipRole:
                return row.look.sentence if row.look else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _:
                return row if role == ROW_ROLE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].look is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def load(self, sessions: Iterable[Session], now: float) -> None:
        """Take what the journal holds."""
        self._now, self._today = now, local_date(now)
        for session in sessions:
            self._take(session)
        self._arrange()

    def remove(self, session_id: str) -> None:
        """Forget a session that has left the journal."""
        if self._sessions.pop(session_id, None) is not None:
            del self._known[session_id]
            self._arrange()

    def apply(self, tick: Tick) -> None:
        """Take the sessions that changed and let the ages of the live ones move on."""
        self._now = tick.now
        stale = local_date(tick.now) != self._today
        self._today = local_date(tick.now)
        live = [session for session in self._sessions.values() if not session.closed]
        for session in (*live, *tick.changed):
            before = self._sessions.get(session.id)
            stale |= before is None or before.closed != session.closed
            old = self._known.get(session.id)
            self._take(session)
            stale |= bool(self._words) and _word(old) != _word(self._known[session.id])
        if stale:
            self._arrange()
        self._refresh()

    def set_draft(self, row: Row | None) -> None:
        """Show, change or take away the row of the draft (its key is DRAFT_KEY)."""
        appeared = (row is None) != (self._draft is None) or bool(self._words)
        self._draft = row
        if appeared:
            self._arrange()
        self._refresh()

    def set_filter(self, text: str) -> None:
        """Keep only the rows in which every word of `text` is found."""
        self._words = tuple(text.lower().split())
        self._arrange()

    def index_of(self, key: str) -> QModelIndex:
        """The index of a session or of the draft; invalid while the filter hides it."""
        for number, row in enumerate(self._rows):
            if row.key == key:
                return self.index(number)
        return QModelIndex()

    def key_at(self, index: Index) -> str:
        """The key of a row."""
        return self._rows[index.row()].key

    def choosable_rows(self) -> list[Row]:
        """The rows that can be chosen, from top to bottom."""
        return [row for row in self._rows if row.look is not None]

    def every_row(self) -> list[Row]:
        """The rows of all sessions, whatever the filter hides, live ones first."""
        ordered = sorted(self._sessions.values(), key=lambda each: (each.closed, -each.created_at))
        return [self._known[session.id] for session in ordered]

    def row_of(self, session_id: str) -> Row | None:
        """The row of a session, whatever the filter hides; None for an unknown one."""
        return self._known.get(session_id)

    def has_sessions(self) -> bool:
        """True when there is any session, in sight or not."""
        return bool(self._sessions)

    def _take(self, session: Session) -> None:
        self._sessions[session.id] = session
        self._known[session.id] = session_row(session, self._now)

    def _refresh(self) -> None:
        """Put the present values into the rows, and tell it once."""
        changed = []
        for number, row in enumerate(self._rows):
            present = self._draft if row.key == DRAFT_KEY else self._known.get(row.key)
            if present is not None and present is not row and present != row:
                self._rows[number] = present
                changed.append(number)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def _arrange(self) -> None:
        self.arranging = True
        wanted = self._wanted()
        self._drop(wanted)
        self._place(wanted)
        self.arranging = False
        self._refresh()
        self.rearranged.emit()

    def _wanted(self) -> list[Row]:
        sections: dict[Section, list[Row]] = {section: [] for section in Section}
        if self._draft is not None:
            sections[Section.DRAFTS].append(self._draft)
        for session in in_order(self._sessions.values()):
            sections[section_of(session, self._today)].append(self._known[session.id])
        wanted = []
        for section, rows in sections.items():
            shown = [row for row in rows if row.matches(self._words)]
            if shown:
                wanted += [section_title(section, self._titles[section]), *shown]
        return wanted

    def _drop(self, wanted: list[Row]) -> None:
        """Remove the rows that are not wanted, each run of them at once, from the end."""
        keys = {row.key for row in wanted}
        last = len(self._rows) - 1
        while last >= 0:
            if self._rows[last].key in keys:
                last -= 1
                continue
            first = last
            while first > 0 and self._rows[first - 1].key not in keys:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _place(self, wanted: list[Row]) -> None:
        """Insert the rows that are missing and move those that stand elsewhere."""
        present = {row.key for row in self._rows}
        number = 0
        while number < len(wanted):
            if number < len(self._rows) and self._rows[number].key == wanted[number].key:
                number += 1
            elif wanted[number].key in present:
                self._move(wanted[number].key, number)
                number += 1
            else:
                end = number
                while end < len(wanted) and wanted[end].key not in present:
                    end += 1
                self.beginInsertRows(QModelIndex(), number, end - 1)
                self._rows[number:number] = wanted[number:end]
                self.endInsertRows()
                number = end

    def _move(self, key: str, target: int) -> None:
        source = next(n for n in range(target, len(self._rows)) if self._rows[n].key == key)
        self.beginMoveRows(QModelIndex(), source, source, QModelIndex(), target)
        self._rows.insert(target, self._rows.pop(source))
        self.endMoveRows()


def _word(row: Row | None) -> str:
    return row.look.word if row is not None and row.look is not None else ""
