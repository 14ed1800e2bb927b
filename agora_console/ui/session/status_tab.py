"""The Status tab: what happened, what is on air, which files there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from agora_console.domain.on_air import layout_on_air
from agora_console.domain.session import FileEntry, Session
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.layout.names import suggested_name
from agora_console.ui.look import times
from agora_console.ui.look.metrics import em, mono
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.band import BandView
from agora_console.ui.session.case_bar import CaseBar
from agora_console.ui.session.files_words import no_files_sentence
from agora_console.ui.session.page_words import summary
from agora_console.ui.session.picture import canvas_of, people_of
from agora_console.ui.session.rows_model import Column, Role, RowsModel
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.spans import Move, stretches
from agora_console.ui.session.story import Story
from agora_console.ui.session.tables import FIT, STRETCH, Table
from agora_console.ui.session.timeline import Line
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label, say

NARROW = 58.0
"""Below this width, in em, the two cards stand one above the other."""

NEWEST_FILES = 20


class StatusTab(Scrolled):
    """Time line at the left, picture and files at the right; `files_requested` shows them all."""

    files_requested = Signal()
    layout_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._moves: Sequence[Move] = ()
        self._now = 0.0
        self.lines = RowsModel(self._line_columns(theme), self)
        self.newest = RowsModel(self._file_columns(), self)
        self.band = BandView()
        self.case = CaseBar()
        self.preview = LayoutPreview(theme)
        self._no_picture = label("", "muted", wrap=True)
        self._no_files = label("", "muted", wrap=True)
        self._all_files = QPushButton()
        self._all_files.setProperty("kind", "link")
        self._all_files.clicked.connect(self.files_requested)
        self._to_layout = QPushButton(self.tr("Change…"))
        self._to_layout.setProperty("kind", "link")
        self._to_layout.setAccessibleName(self.tr("Change the layout"))
        self._to_layout.setToolTip(self.tr("Prepare another layout on the tab Layout"))
        self._to_layout.clicked.connect(self.layout_requested)
        self._time_line = self._make_time_line()
        self._picture = self._make_picture()
        self._files = self._make_files()
        self._lay_out()

    def show_session(self, session: Session, now: float) -> None:
        """Show the session as it is now."""
        changed = self._session is not session
        self._session, self._now = session, now
        self._paint_band()
        if changed:
            self._show_picture(session)
            self._show_files(session)
        say(self._no_files, no_files_sentence(session, now))
        self._no_files.setVisible(bool(self._no_files.text()))

    def show_story(self, story: Story) -> None:
        """Show what the journal says."""
        self._moves = story.moves
        self.band.set_marks(story.marks)
        self.lines.set_rows(story.lines)
        self._paint_band()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)

    def _paint_band(self) -> None:
        if self._session is not None:
            parts = stretches(self._session, self._moves, self._now)
            self.band.set_stretches(parts, still_open=not self._session.over)

    def _show_picture(self, session: Session) -> None:
        mix = session.mode == "mix"
        self._picture.set_title(self._picture_title(session))
        self.preview.setVisible(mix)
        self._no_picture.setVisible(not mix)
        self._to_layout.setVisible(mix and not session.over)
        if not mix:
            self._picture.set_hint("")
            self._no_picture.setText(self._words_for_no_picture(session))
            return
        layout = layout_on_air(session)
        people = people_of(layout)
        self.preview.show_layout(layout, people, canvas_of(session))
        said = self.tr("{0} · for {1} people")
        self._picture.set_hint(said.format(suggested_name(layout), people))

    def _words_for_no_picture(self, session: Session) -> str:
        if session.mode == "web":
            return summary(session, self._now)
        return self.tr(
            "Individual mode keeps every person in files of their own; no picture is composed."
        )

    def _picture_title(self, session: Session) -> str:
        if session.mode != "mix":
            return self.tr("Page") if session.mode == "web" else self.tr("No common picture")
        if session.over:
            return self.tr("Last layout")
        if session.confirmed_at is None:
            return self.tr("Layout as ordered")
        return self.tr("On air layout")

    def _show_files(self, session: Session) -> None:
        self._files.set_title(self.tr("Files") if session.over else self.tr("Files so far"))
        self.newest.set_rows(tuple(reversed(session.files[-NEWEST_FILES:])))
        count = len(session.files)
        self._table_of_files.setVisible(count > 0)
        self._all_files.setVisible(count > 0)
        self._all_files.setText(self.tr("All files ({0})").format(count))

    # --- parts -----------------------------------------------------------------

    def _make_time_line(self) -> Card:
        card = Card(self.tr("Timeline"))
        table = Table(self.lines, self.tr("Time line, newest first"), (FIT, FIT, STRETCH, FIT))
        table.setMinimumHeight(em(self, 12))
        card.body.addWidget(self.case)
        card.body.addWidget(self.band)
        card.body.addWidget(table, 1)
        return card

    def _make_picture(self) -> Card:
        card = Card(self.tr("On air layout"))
        card.header.addWidget(self._to_layout)
        card.body.addWidget(self.preview)
        card.body.addWidget(self._no_picture)
        return card

    def _make_files(self) -> Card:
        card = Card(self.tr("Files so far"))
        self._table_of_files = Table(
            self.newest, self.tr("Newest files"), (STRETCH, FIT, FIT), copied=(0,)
        )
        self._table_of_files.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._table_of_files.setMinimumHeight(em(self, 7))
        card.header.addWidget(self._all_files)
        card.body.addWidget(self._no_files)
        card.body.addWidget(self._table_of_files, 1)
        card.body.addStretch(0)
        return card

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.inner)
        self._columns.setContentsMargins(0, em(self, 1), 0, 0)
        self._columns.setSpacing(em(self, 1))
        right = QVBoxLayout()
        right.setSpacing(em(self, 1))
        right.addWidget(self._picture)
        right.addWidget(self._files, 1)
        self._columns.addWidget(self._time_line, 4)
        self._columns.addLayout(right, 3)

    def _line_columns(self, theme: Theme) -> tuple[Column[Line], ...]:
        def ink(line: Line, role: int) -> Any:
            return theme.color(line.tone) if role == Role.ForegroundRole else None

        def quiet(_: Line, role: int) -> Any:
            return theme.color("muted") if role == Role.ForegroundRole else None

        return (
            Column(self.tr("Time"), self._time_of, lambda line: times.both(line.at)),
            Column(self.tr("Code"), lambda line: line.code or "—", roles=ink),
            Column(self.tr("Meaning"), lambda line: line.meaning, lambda line: line.meaning),
            Column(self.tr("Answer"), self._answer_of, self._answer_tip, quiet),
        )

    def _file_columns(self) -> tuple[Column[FileEntry], ...]:
        def letters(_: FileEntry, role: int) -> Any:
            return mono(self.font(), 0.95) if role == Role.FontRole else None

        return (
            Column(
                self.tr("Name"), lambda file: file.file_name, lambda file: file.file_name, letters
            ),
            Column(self.tr("Track"), lambda file: file.track_type.replace("_and_", " + ") or "—"),
            Column(self.tr("Starts"), self._start_of),
        )

    def _time_of(self, line: Line) -> str:
        return times.clock_on_day(line.at, self._now or line.at)

    def _start_of(self, file: FileEntry) -> str:
        start = file.slice_start_time
        return times.clock_on_day(start, self._now or start) if start else "—"

    def _answer_of(self, line: Line) -> str:
        if line.times == 1:
            return line.answer
        return self.tr("{0} · {1} times").format(line.answer.split(" · ")[0], line.times)

    def _answer_tip(self, line: Line) -> str:
        if line.times == 1:
            return line.answer
        return self.tr("{0} times, last at {1}: {2}").format(
            line.times, times.clock(line.last_at), line.answer
        )
