"""SessionModel: the session list. It changes row by row and tells it once per tick.

Of what is over only a page is in the model, and more when somebody scrolls to its end: a view lays
out every row whenever one is added, and a journal may hold many thousands.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from agora_console.domain.agenda import Agenda
from agora_console.domain.session import Session
from agora_console.domain.states import next_turn
from agora_console.ui.listing.keyed_rows import Index, KeyedRows
from agora_console.ui.listing.session_rows import (
    DRAFT_KEY,
    Counts,
    Row,
    RowBook,
    Section,
    Tally,
    in_order,
    local_date,
    midnight,
    section_title,
)

if TYPE_CHECKING:
    from agora_console.domain.states import Look
    from agora_console.services.values import Sort
    from agora_console.ui.ticks import Tick

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Row of an index."""

PAGE = 200
"""Rows of what is over that are added at once."""


class SessionModel(KeyedRows):
    """Drafts, live, planned, today and older, with a title row before each section that has rows.

    `rearranged` follows every change of which rows there are. `aged` says that a second has passed:
    the times of open rows run, which nobody is told row by row. What a row says is made when it is
    asked for.
    """

    rearranged = Signal()
    aged = Signal()

    def __init__(self, parent: QObject | None = None, book: RowBook | None = None) -> None:
        super().__init__(parent)
        self._book = book or RowBook()
        self._sort: Sort = "started"
        self._room = PAGE
        self._over_left = 0
        self._plans: dict[str, Row] = {}
        self._open: dict[str, Session] = {}
        self._turns = Agenda()  # when an open one looks otherwise because of the time
        self._tally = Tally()
        self._warm: list[Session] = []
        self._warming = QTimer(self, interval=0)
        self._warming.timeout.connect(self._on_warming)
        self._sessions: dict[str, Session] = {}
        self._known: dict[str, Row] = {}  # of the open ones; of others when they are needed
        self._over: list[Session] | None = None  # in their order; None: to be sorted anew
        self._draft: Row | None = None
        self._words: tuple[str, ...] = ()
        self._now = 0.0
        self._today = date.min
        self._titles = {
            Section.DRAFTS: self.tr("Drafts"),
            Section.LIVE: self.tr("Live"),
            Section.PLANNED: self.tr("Planned"),
            Section.TODAY: self.tr("Today"),
            Section.OLDER: self.tr("Older"),
        }

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row_at(index.row())
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
        self._warm = [session for session in self._sessions.values() if session.closed]
        self._warming.start()

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._over_left > 0 and not self.arranging

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._room += PAGE
            self._arrange()

    def remove(self, session_id: str) -> None:
        """Forget a session that has left the journal."""
        if self._sessions.pop(session_id, None) is not None:
            self._known.pop(session_id, None)
            self._over = None
            self._close(session_id)
            self._book.forget(session_id)
            self._arrange()

    def apply(self, tick: Tick) -> bool:
        """Take the sessions that changed, and the time; True when any of them looks otherwise."""
        today = local_date(tick.now)
        stale, self._today = today != self._today, today
        moved = int(tick.now) != int(self._now)
        self._now = tick.now
        turned = map(self._open.get, self._turns.due(tick.now))
        touched = {each.id: each for each in (*turned, *tick.changed) if each is not None}
        for session in touched.values():
            before = self._sessions.get(session.id)
            old = self._known.get(session.id)
            self._take(session)
            stale |= before is None or before.closed != session.closed
            stale |= self._stands_otherwise(old, self._book.row(session, self._now))
        if stale:
            self._arrange()
        else:
            self._refresh(self._places[key] for key in touched if key in self._places)
        if moved and self._open:
            self.aged.emit()
        return bool(touched)

    def counts(self) -> Counts:
        """How many there are that somebody has to care for."""
        return self._tally.counts()

    def _stands_otherwise(self, old: Row | None, new: Row) -> bool:
        """Whether a change of the state may move or hide the row."""
        if old is None or old.look is None or new.look is None:
            return True
        by_word = bool(self._words) or self._sort in ("attention", "state")
        before, after = old.look, new.look
        return by_word and (before.word, before.attention) != (after.word, after.attention)

    def set_draft(self, row: Row | None) -> None:
        """Show, change or take away the row of the draft (its key is DRAFT_KEY)."""
        appeared = (row is None) != (self._draft is None) or bool(self._words)
        self._draft = row
        if appeared:
            self._arrange()
        self._refresh()

    def set_plans(self, rows: Iterable[Row]) -> None:
        """Show these planned starts, in their order."""
        plans = {row.key: row for row in rows}
        other = list(plans) != list(self._plans) or bool(self._words)
        self._plans = plans
        if other:
            self._arrange()
        self._refresh()

    def set_sort(self, sort: Sort) -> None:
        """Order the rows of each section otherwise."""
        if sort != self._sort:
            self._sort, self._over = sort, None
            self._arrange()

    def set_filter(self, text: str) -> None:
        """Keep only the rows in which every word of `text` is found."""
        self._words = tuple(text.lower().split())
        self._arrange()

    def reveal(self, key: str) -> None:
        """Have a row among the rows, however old its session is, unless the filter hides it."""
        while key in self._sessions and key not in self._places and self._over_left > 0:
            self._room += 5 * PAGE
            self._arrange()

    def choosable_rows(self) -> list[Row]:
        """The rows that can be chosen, from top to bottom."""
        rows = map(self.row_at, range(len(self._rows)))
        return [row for row in rows if row.look is not None]

    def every_row(self) -> list[Row]:
        """The rows of all sessions, whatever the filter hides, live ones first."""
        ordered = sorted(self._sessions.values(), key=lambda each: (each.closed, -each.created_at))
        return [self._book.row(session, self._now) for session in ordered]

    def row_of(self, session_id: str) -> Row | None:
        """The row of a session, whatever the filter hides; None for an unknown one."""
        session = self._sessions.get(session_id)
        return None if session is None else self._book.row(session, self._now)

    def has_sessions(self) -> bool:
        """True when there is any session, in sight or not."""
        return bool(self._sessions)

    def _take(self, session: Session) -> None:
        before = self._sessions.get(session.id)
        self._sessions[session.id] = session
        if session.closed:
            self._close(session.id)
            if session.id in self._known:
                self._known[session.id] = self._book.row(session, self._now)
            if self._over is not None and before is not session:
                self._over = None
        else:
            self._open[session.id] = session
            row = self._known[session.id] = self._book.row(session, self._now)
            self._tally.take(session, row.look)
            self._turns.put(session.id, next_turn(session, self._now))
            if before is not None and before.closed:
                self._over = None

    def _close(self, session_id: str) -> None:
        """Nothing moves in it by time alone any more."""
        self._open.pop(session_id, None)
        self._tally.drop(session_id)
        self._turns.put(session_id, math.inf)

    def _on_warming(self) -> None:
        """Make the rows of old sessions before somebody looks for them, a few at a time."""
        for session in self._warm[-50:]:
            self._book.row(session, self._now)
        del self._warm[-50:]
        if not self._warm:
            self._warming.stop()

    def _look(self, session: Session) -> Look | None:
        return self._book.row(session, self._now).look

    def _over_in_order(self) -> list[Session]:
        if self._over is None:
            over = (session for session in self._sessions.values() if session.closed)
            self._over = in_order(over, self._sort, self._look, self._sessions)
        return self._over

    def _present(self, key: str) -> Row | None:
        """What a row should say now; None for a title."""
        if key == DRAFT_KEY:
            return self._draft
        return self._known.get(key) or self._plans.get(key)

    def row_at(self, number: int) -> Row:
        """What the row at that place says at this moment."""
        row = self._rows[number]
        session = self._open.get(row.key)
        return row if session is None else self._book.row(session, self._now)

    def _refresh(self, places: Iterable[int] | None = None) -> None:
        """Put the present values into these rows, or into all, and tell it once."""
        changed = []
        for number in range(len(self._rows)) if places is None else places:
            row = self._rows[number]
            present = self._present(row.key)
            if present is not None and present is not row and present != row:
                self._rows[number] = present
                changed.append(number)
        if changed:
            self.dataChanged.emit(self.index(min(changed)), self.index(max(changed)))

    def _arrange(self) -> None:
        self.rearrange(self._wanted())
        self._refresh()
        self.rearranged.emit()

    def _wanted(self) -> list[Row]:
        live = in_order(self._open.values(), self._sort, self._look, self._sessions)
        draft = () if self._draft is None else (self._draft,)
        today, older = self._page_of_over()
        wanted: list[Row] = []
        for section, rows in (
            (Section.DRAFTS, self._found(draft)),
            (Section.LIVE, self._found(self._known[session.id] for session in live)),
            (Section.PLANNED, self._found(self._plans.values())),
            (Section.TODAY, today),
            (Section.OLDER, older),
        ):
            if rows:
                wanted += [section_title(section, self._titles[section]), *rows]
        return wanted

    def _found(self, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if not self._words or row.matches(self._words)]

    def _page_of_over(self) -> tuple[list[Row], list[Row]]:
        """The rows of what is over as far as there is room, those of today and the older ones."""
        over, begin = self._over_in_order(), midnight(self._today)
        if self._words:
            rows = ((session, self._book.row(session, self._now)) for session in over)
            over = [session for session, row in rows if row.matches(self._words)]
        sections: tuple[list[Session], list[Session]] = ([], [])
        for session in over:
            sections[session.created_at < begin].append(session)
        shown = [*sections[0], *sections[1]][: self._room]
        self._over_left = len(over) - len(shown)
        self._known = {key: row for key, row in self._known.items() if key in self._open}
        for session in shown:
            self._known[session.id] = self._book.row(session, self._now)
        rows_shown = [self._known[session.id] for session in shown]
        today = min(len(sections[0]), len(shown))
        return rows_shown[:today], rows_shown[today:]
