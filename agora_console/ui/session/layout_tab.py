"""The Layout tab: the next layout, what is on air, and what sending the former changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.layout import Layout
from agora_console.domain.on_air import layout_on_air
from agora_console.domain.problems import Fix, Problem, has_errors
from agora_console.domain.session import Session
from agora_console.services.values import Cue
from agora_console.ui.draft.document import mended
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.layout.cue_bar import CueBar
from agora_console.ui.layout.inspector import RegionInspector
from agora_console.ui.look.metrics import em
from agora_console.ui.look.theme import Theme
from agora_console.ui.look.times import clock_on_day
from agora_console.ui.session.changes_card import ChangesCard
from agora_console.ui.session.layout_check import (
    PREFIX,
    layout_in,
    layout_problems,
    why_no_change,
    with_layout,
)
from agora_console.ui.session.layout_diff import differs
from agora_console.ui.session.next_card import NextCard
from agora_console.ui.session.picture import canvas_of, people_of
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.take_bar import TakeBar
from agora_console.ui.speech.spoken import said_problem
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.field import TIGHT, stack

NARROW = 58.0
"""Below this width, in em, the form stands above what it changes."""

LOW = 11.0
"""The most that what is on air is high, and Next where all is in a column; in em."""

_UNLIMITED = 16_777_215  # Qt's own figure for a size without a limit


class LayoutTab(QWidget):
    """`send_requested` carries the whole clientRequest of an updateLayout.

    `cues_changed` carries all cues of the project after one was kept or removed. `keys_changed`
    says that `uses_key` has another answer.
    """

    send_requested = Signal(object)
    cues_changed = Signal(object)
    keys_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._aired: dict[str, Any] = {}
        self._aired_at: float | None = None
        self._pending = False
        self._wrong = False
        self._now = 0.0
        self._read_only = ""
        self._cut_off: dict[str, Any] | None = None
        self.next_card = NextCard(theme)
        self.form, self.next = self.next_card.form, self.next_card.canvas
        self.people = self.next_card.people
        self.air = LayoutPreview(theme)
        self.air.setAccessibleName(self.tr("Layout on air"))
        self.air.set_frame("rec")
        self.air.setMaximumHeight(em(self, LOW))  # room for the numbers and the changes below
        self.inspector = RegionInspector(self.form.regions.bench)
        self.changes = ChangesCard(theme)
        self.cues = CueBar()
        self.bar = TakeBar(self.cues)
        self.send, self.undo, self.undo_take = self.bar.send, self.bar.undo, self.bar.undo_take
        self.why_not, self.result = self.bar.why_not, self.bar.result
        self._air_card = Card(self.tr("On air"))
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: float, read_only: str = "") -> None:
        """Show the session; what was typed for it stays, another session begins afresh."""
        other = self._session is None or self._session.id != session.id
        self._session, self._now, self._read_only = session, now, read_only
        if other:
            self._begin(session)
        elif layout_on_air(session) != self._aired:
            self._follow(session)
        if session.layout_at is not None and session.layout_at != self._aired_at:
            self._accept(session.layout_at)
        since = session.layout_at or session.started_at
        self._air_card.set_hint(
            self.tr("since {0}").format(clock_on_day(since, now)) if since else ""
        )
        self._judge_send()

    def set_cues(self, cues: Sequence[Cue]) -> None:
        """Show the cues of the project of the session."""
        self.cues.set_cues(cues)
        self.keys_changed.emit()

    def uses_key(self, number: int) -> bool:
        """True while the function key of that number belongs to a cue in sight."""
        return self.offers_cues() and self.cues.has(number)

    def offers_cues(self) -> bool:
        """True while the cues are in sight."""
        return self.isVisible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keys_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keys_changed.emit()

    def take_refusal(self, problem: Problem) -> bool:
        """Show why the layout that is on its way was not accepted; False when none is."""
        if not self._pending:
            return False
        self._finish(said_problem(problem).text, "danger")
        self._judge_send()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        stack(self.form, self.width() < em(self, TIGHT))
        self.next.setMaximumHeight(em(self, LOW) if narrow else _UNLIMITED)

    # --- state -------------------------------------------------------------------

    def _begin(self, session: Session) -> None:
        self._aired, self._aired_at = layout_on_air(session), session.layout_at
        self._pending = False
        self._cut_off = None
        self.bar.say("", "")
        self.people.set_value(people_of(self._aired))
        self.form.set_document(self._aired)
        self._on_form_changed()

    def _follow(self, session: Session) -> None:
        """Something else is on air now; a form that showed the old layout goes with it."""
        untouched = not differs(self._aired, self.form.document())
        self._aired = layout_on_air(session)
        if untouched:
            self.form.set_document(self._aired)
        self._on_form_changed()

    def _accept(self, at: float) -> None:
        self._aired_at = at
        sentence = self.tr("Agora accepted the layout at {0}.")
        self._finish(sentence.format(clock_on_day(at, self._now)), "green")

    def _finish(self, sentence: str, role: str) -> None:
        self._pending = False
        self.bar.say(sentence, role)

    def _judge_send(self) -> None:
        self.bar.allow(self._why_not())
        self.undo.setEnabled(differs(self._aired, self.form.document()))
        self.undo_take.setEnabled(self._previous() is not None and not self._why_nothing())
        self.bar.bring_back.setVisible(self._cut_off is not None)
        cue = self.cues.cue_of(self.form.document())
        self.bar.show_cue_key(cue.number if cue else 0)

    def _previous(self) -> dict[str, Any] | None:
        """What was on air before the last take, of whichever run."""
        return self._session.layout_before if self._session else None

    def _why_nothing(self) -> str:
        """Why no layout at all can be sent now."""
        if self._session is None:
            return self.tr("No recording is chosen.")
        if why := why_no_change(self._session, self._read_only):
            return why
        return self.tr("Sent; waiting for Agora's answer.") if self._pending else ""

    def _why_not(self) -> str:
        if self._session is None:
            return ""
        if why := self._why_nothing():
            return why
        if self._wrong:
            return self.tr("Agora would refuse this layout; see the fields.")
        if not differs(self._aired, self.form.document()):
            return self.tr("This is what is on air.")
        return ""

    # --- slots -------------------------------------------------------------------

    def _on_form_changed(self) -> None:
        if self._session is None:
            return
        document, canvas = self.form.document(), canvas_of(self._session)
        self.next_card.show_layout(document, canvas)
        self.air.set_sources(self.next_card.controls.shape())
        self.air.show_layout(self._aired, self.people.value(), canvas)
        self.inspector.set_canvas(canvas)
        self.inspector.setVisible(self.next.editable)
        count = self.changes.show_changes(self._aired, document)
        self.next_card.set_hint(
            self.tr("differs from what is on air: {0}").format(count) if count else ""
        )
        self.cues.set_next(document)
        self._wrong = has_errors(layout_problems(self._session, document))
        self._judge_send()

    def _on_form_left(self) -> None:
        if self._session is not None:
            problems = layout_problems(self._session, self.form.document())
            self.form.show_problems(problems, PREFIX)
            self._judge_send()

    def _on_fix_requested(self, fix: Fix) -> None:
        if self._session is not None:
            document = with_layout(self._session, self.form.document())
            self.form.set_document(layout_in(mended(document, fix)))
            self._on_form_left()

    def _on_undo_clicked(self) -> None:
        self.form.set_document(self._aired)
        self._on_form_left()

    def _on_send_clicked(self) -> None:
        if self._session is not None and not self._why_not():
            self._send(self.form.document())

    def _on_undo_take_clicked(self) -> None:
        """Send what was on air before, whole as every layout."""
        previous = self._previous()
        if previous is not None and not self._why_nothing():
            whole = {"mixedVideoLayout": int(Layout.FLOATING), **previous}  # start may name none
            self._put_into_next(whole)
            self._send(whole)

    def _send(self, layout: dict[str, Any]) -> None:
        self._pending = True
        self.bar.say("", "")
        self._judge_send()
        self.send_requested.emit(layout)

    def _on_cue_prepared(self, cue: Cue) -> None:
        self._put_into_next(cue.layout)

    def _on_cue_taken(self, cue: Cue) -> None:
        self._put_into_next(cue.layout)
        self._on_send_clicked()

    def _put_into_next(self, layout: Mapping[str, Any]) -> None:
        """Show a layout in Next; what was made there by hand can be brought back."""
        here = self.form.document()
        known = not differs(self._aired, here) or self.cues.cue_of(here) is not None
        if not known:
            self._cut_off = here
        self.form.set_document(layout)
        self._on_form_left()

    def _on_bring_back_clicked(self) -> None:
        kept, self._cut_off = self._cut_off, None
        if kept is not None:
            self.form.set_document(kept)
            self._on_form_left()

    # --- parts -------------------------------------------------------------------

    def _connect(self) -> None:
        self.next_card.changed.connect(self._on_form_changed)
        self.form.left.connect(self._on_form_left)
        self.inspector.left.connect(self._on_form_left)
        self.form.fix_requested.connect(self._on_fix_requested)
        self.send.clicked.connect(self._on_send_clicked)
        self.bar.undo.clicked.connect(self._on_undo_clicked)
        self.undo_take.clicked.connect(self._on_undo_take_clicked)
        self.bar.bring_back.clicked.connect(self._on_bring_back_clicked)
        self.cues.prepared.connect(self._on_cue_prepared)
        self.cues.taken.connect(self._on_cue_taken)
        self.cues.changed.connect(self.cues_changed)
        self.cues.changed.connect(lambda _: self.keys_changed.emit())

    def _lay_out(self) -> None:
        scroll = Scrolled()
        # From the whole to its parts: Qt styles a widget again whenever what it lies in is moved.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.8))
        column.addWidget(scroll, 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, scroll.inner)
        self._columns.setContentsMargins(0, em(self, 1), 0, 0)
        self._columns.setSpacing(em(self, 1))
        self._columns.addWidget(self.next_card, 4)
        right = QVBoxLayout()
        self._columns.addLayout(right, 3)
        right.setSpacing(em(self, 1))
        right.addWidget(self._air_card)
        right.addWidget(self.inspector)
        right.addWidget(self.changes)
        right.addStretch(1)
        self._air_card.body.addWidget(self.air)
        column.addWidget(self.bar)
