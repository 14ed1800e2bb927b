"""The Layout tab: the next layout, what is on air, and what sending the former changes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from agora_console.domain.problems import Fix, Problem, has_errors
from agora_console.domain.session import Session
from agora_console.ui.draft.document import mended
from agora_console.ui.draft.layout_form import LayoutForm
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.layout.canvas import LayoutCanvas
from agora_console.ui.layout.preview_controls import PreviewControls
from agora_console.ui.layout.toolbar import LayoutToolbar
from agora_console.ui.metrics import em
from agora_console.ui.session.changes_card import ChangesCard
from agora_console.ui.session.layout_check import (
    PREFIX,
    layout_in,
    layout_problems,
    why_unchangeable,
    with_layout,
)
from agora_console.ui.session.layout_diff import differs, on_air
from agora_console.ui.session.picture import SOME_PEOPLE, canvas_of, people_of
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.theme import Theme
from agora_console.ui.times import clock_on_day
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.field import TIGHT, stack
from agora_console.ui.widgets.labels import label, restyle

NARROW = 58.0
"""Below this width, in em, the form stands above what it changes."""

LOW = 11.0
"""The most a preview is high then, in em."""

_UNLIMITED = 16_777_215  # Qt's own figure for a size without a limit


class LayoutTab(QWidget):
    """`send_requested` carries the whole clientRequest of an updateLayout."""

    send_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._aired: dict[str, Any] = {}
        self._aired_at: float | None = None
        self._pending = False
        self._wrong = False
        self._now = 0.0
        self._read_only = ""
        self.form = LayoutForm()
        self.controls = PreviewControls(SOME_PEOPLE)
        self.people = self.controls.people
        self.people.setToolTip(
            self.tr("Agora does not say how many people there are; the preview assumes this many")
        )
        self.next = LayoutCanvas(theme)
        self.next.edit(self.form.regions.bench)
        self.tools = LayoutToolbar(self.next, self.form.regions.bench, self.people.value)
        self.next.setAccessibleName(self.tr("Next layout"))
        self.air = LayoutPreview(theme)
        self.air.setAccessibleName(self.tr("Layout on air"))
        self.changes = ChangesCard(theme)
        self.send = QPushButton(self.tr("Send layout"))
        self.undo = QPushButton(self.tr("Undo changes"))
        self.why_not = label("", "muted", wrap=True)
        self.result = label("", wrap=True)
        self._air_card = Card(self.tr("On air"))
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: float, read_only: str = "") -> None:
        """Show the session; what was typed for it stays, another session begins afresh."""
        other = self._session is None or self._session.id != session.id
        self._session, self._now, self._read_only = session, now, read_only
        self._stack.setCurrentIndex(0 if session.mode == "mix" else 1)
        if session.mode != "mix":
            return
        if other:
            self._begin(session)
        elif on_air(session) != self._aired:
            self._follow(session)
        if session.layout_at is not None and session.layout_at != self._aired_at:
            self._accept(session.layout_at)
        since = session.layout_at or session.started_at
        self._air_card.set_hint(
            self.tr("since {0}").format(clock_on_day(since, now)) if since else ""
        )
        self._judge_send()

    def take_refusal(self, problem: Problem) -> bool:
        """Show why the layout that is on its way was not accepted; False when none is."""
        if not self._pending:
            return False
        words = (problem.sentence, problem.holds, problem.action)
        self._finish(" ".join(part for part in words if part), "danger")
        self._judge_send()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < em(self, NARROW)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(direction)
        stack(self.form, self.width() < em(self, TIGHT))
        most = em(self, LOW) if narrow else _UNLIMITED
        for preview in (self.next, self.air):  # leave room for the form where all is in a column
            preview.setMaximumHeight(most)

    # --- state -------------------------------------------------------------------

    def _begin(self, session: Session) -> None:
        self._aired, self._aired_at = on_air(session), session.layout_at
        self._pending = False
        self._say("", "")
        self.people.set_value(people_of(self._aired))
        self.form.set_document(self._aired)
        self._on_form_changed()

    def _follow(self, session: Session) -> None:
        """Something else is on air now; a form that showed the old layout goes with it."""
        untouched = not differs(self._aired, self.form.document())
        self._aired = on_air(session)
        if untouched:
            self.form.set_document(self._aired)
        self._on_form_changed()

    def _accept(self, at: float) -> None:
        self._aired_at = at
        sentence = self.tr("Agora accepted the layout at {0}.")
        self._finish(sentence.format(clock_on_day(at, self._now)), "green")

    def _finish(self, sentence: str, role: str) -> None:
        self._pending = False
        self._say(sentence, role)

    def _say(self, sentence: str, role: str) -> None:
        self.result.setText(sentence)
        self.result.setVisible(bool(sentence))
        restyle(self.result, "role", role)

    def _judge_send(self) -> None:
        why = self._why_not()
        self.send.setEnabled(not why)
        self.why_not.setText(why)
        self.why_not.setVisible(bool(why))
        self.undo.setEnabled(differs(self._aired, self.form.document()))

    def _why_not(self) -> str:
        session = self._session
        if session is None:
            return ""
        if why := why_unchangeable(session, self._read_only):
            return why
        if self._pending:
            return self.tr("Sent; waiting for Agora's answer.")
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
        for preview in (self.next, self.air):
            preview.set_sources(self.controls.shape())
        self.next.set_numbers(self.controls.numbers.isChecked())
        self.next.show_layout(document, self.people.value(), canvas)
        self.air.show_layout(self._aired, self.people.value(), canvas)
        self.tools.setVisible(self.next.editable)
        self.changes.show_changes(self._aired, document)
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
        if self._session is None or self._why_not():
            return
        self._pending = True
        self._say("", "")
        self._judge_send()
        self.send_requested.emit(self.form.document())

    # --- parts -------------------------------------------------------------------

    def _connect(self) -> None:
        self.form.changed.connect(self._on_form_changed)
        self.form.left.connect(self._on_form_left)
        self.form.fix_requested.connect(self._on_fix_requested)
        self.controls.changed.connect(self._on_form_changed)
        self.send.clicked.connect(self._on_send_clicked)
        self.undo.clicked.connect(self._on_undo_clicked)

    def _lay_out(self) -> None:
        scroll = Scrolled()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, scroll.inner)
        self._columns.setContentsMargins(0, em(self, 1), 0, 0)
        self._columns.setSpacing(em(self, 1))
        self._columns.addWidget(self._make_next(), 4)
        self._columns.addLayout(self._make_right(), 3)
        mix = QWidget()
        column = QVBoxLayout(mix)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.8))
        column.addWidget(scroll, 1)
        column.addLayout(self._make_footer())
        self._stack = QStackedLayout(self)
        self._stack.addWidget(mix)
        self._stack.addWidget(
            EmptyState(
                self.tr("No layout in individual mode"),
                self.tr(
                    "Every person is recorded in files of their own, so there is no common "
                    "picture to lay out. Only mix mode composes one."
                ),
            )
        )

    def _make_next(self) -> Card:
        card = Card(self.tr("Next"))
        card.body.addWidget(self.next)
        card.body.addWidget(self.tools)
        card.body.addWidget(self.controls)
        card.body.addWidget(self.form)
        card.body.addStretch(1)
        return card

    def _make_right(self) -> QVBoxLayout:
        self._air_card.body.addWidget(self.air)
        right = QVBoxLayout()
        right.setSpacing(em(self, 1))
        right.addWidget(self._air_card)
        right.addWidget(self.changes)
        right.addStretch(1)
        return right

    def _make_footer(self) -> QHBoxLayout:
        """Always in sight: what can be done, why it cannot, what became of it."""
        self.send.setProperty("kind", "primary")
        self.send.setToolTip(self.tr("Send the whole layout to Agora"))
        self.undo.setToolTip(self.tr("Show what is on air again"))
        words = QVBoxLayout()
        words.addWidget(self.result)
        words.addWidget(self.why_not)
        footer = QHBoxLayout()
        footer.setSpacing(em(self, 0.6))
        footer.addLayout(words, 1)
        footer.addWidget(self.undo)
        footer.addWidget(self.send)
        return footer
