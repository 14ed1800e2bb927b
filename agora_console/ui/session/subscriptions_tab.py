"""The Subscriptions tab: whose sound and picture are recorded, changed while it runs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agora_console.domain.problems import Problem, has_errors
from agora_console.domain.rules import check_update
from agora_console.domain.session import Session
from agora_console.ui.look.metrics import em
from agora_console.ui.look.times import clock_on_day
from agora_console.ui.session.layout_check import why_no_change
from agora_console.ui.session.scrolled import Scrolled
from agora_console.ui.session.subscription import (
    MEDIA,
    Choice,
    Medium,
    before,
    in_words,
    recorded,
    request_of,
    subscribed,
)
from agora_console.ui.session.take_bar import TakeBar
from agora_console.ui.session.whom_row import WhomRow
from agora_console.ui.speech.spoken import said_problem
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.labels import label


class SubscriptionsTab(QWidget):
    """`send_requested` carries the whole `clientRequest` of an update."""

    send_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._read_only = ""
        self._now = 0.0
        self._pending = False
        self._current: dict[Medium, Choice] = {}
        self._current_at: float | None = None
        self.rows: dict[Medium, WhomRow] = {
            "Audio": WhomRow(self.tr("Sound of")),
            "Video": WhomRow(self.tr("Picture of")),
        }
        self.bar = TakeBar(QWidget())
        self.now = label("", wrap=True)
        self.since = label("", "muted", wrap=True)
        self.changes = label("", "amber", wrap=True)
        self._air = Card(self.tr("Subscribed"))
        self._lay_out()
        self._connect()

    def show_session(self, session: Session, now: float, read_only: str = "") -> None:
        """Show the session; what was chosen for it stays, another session begins afresh."""
        other = self._session is None or self._session.id != session.id
        self._session, self._now, self._read_only = session, now, read_only
        if other:
            self._begin(session)
        elif session.subscription_at != self._current_at:
            self._accept(session)
        self._show()

    def take_refusal(self, problem: Problem) -> bool:
        """Show why a change that is on its way was not accepted; False when none is."""
        if not self._pending:
            return False
        self._pending = False
        self.bar.say(said_problem(problem).text, "danger")
        self._show()
        return True

    def choices(self) -> dict[Medium, Choice]:
        """What is chosen, for each medium that is recorded."""
        media = recorded(self._session) if self._session else ()
        return {medium: self.rows[medium].choice() for medium in media}

    # --- what is shown ---------------------------------------------------------------

    def _begin(self, session: Session) -> None:
        self._pending = False
        self.bar.say("", "")
        self._current, self._current_at = subscribed(session), session.subscription_at
        media = recorded(session)
        for medium, row in self.rows.items():
            row.setVisible(medium in media)
        self._show_current()

    def _accept(self, session: Session) -> None:
        """Agora accepted a change; lists that showed the old ones, or ordered it, follow."""
        untouched = self._pending or self.choices() == self._current
        self._current, self._current_at = subscribed(session), session.subscription_at
        self._pending = False
        if untouched:
            self._show_current()
        at = clock_on_day(session.subscription_at or self._now, self._now)
        self.bar.say(self.tr("Agora accepted the subscriptions at {0}.").format(at), "green")

    def _show_current(self) -> None:
        for medium, choice in self._current.items():
            self.rows[medium].set_choice(choice)
            self.rows[medium].set_problem(None)

    def _show(self) -> None:
        session = self._session
        if session is None:
            return
        self.since.setText(self._since(session))
        self.now.setText("\n".join(self._line(each, self._current[each]) for each in self._current))
        chosen = self.choices()
        changed = [medium for medium in chosen if chosen[medium] != self._current.get(medium)]
        becomes = [self._line(medium, chosen[medium]) for medium in changed]
        self.changes.setText("\n".join(becomes) if becomes else self.tr("Nothing changes."))
        self.bar.allow(self._why_not(bool(changed)))
        self.bar.undo.setEnabled(bool(changed))
        self.bar.undo_take.setEnabled(before(session) is not None and not self._why_nothing())

    def _since(self, session: Session) -> str:
        if session.subscription_at is not None:
            at = clock_on_day(session.subscription_at, self._now)
            return self.tr("Agora accepted it at {0}.").format(at)
        if session.client_request:
            return self.tr("As ordered at start.")
        return self.tr("Agora's default. It was started elsewhere; how is not known here.")

    def _line(self, medium: Medium, choice: Choice) -> str:
        name = self.tr("Sound") if medium == "Audio" else self.tr("Picture")
        return f"{name}: {in_words(choice)}"

    def _why_nothing(self) -> str:
        if self._session is None:
            return self.tr("No recording is chosen.")
        if why := why_no_change(self._session, self._read_only):
            return why
        return self.tr("Sent; waiting for Agora's answer.") if self._pending else ""

    def _why_not(self, changed: bool) -> str:
        if why := self._why_nothing():
            return why
        if has_errors(self._problems()):
            return self.tr("Agora would refuse this; see the fields.")
        known = self._session is not None and bool(
            self._current_at is not None or self._session.client_request
        )
        return self.tr("This is what is subscribed.") if known and not changed else ""

    def _problems(self) -> tuple[Problem, ...]:
        if self._session is None:
            return ()
        request = request_of(self.choices())
        return check_update(request, self._session.mode, document=self._session.config)

    # --- slots -----------------------------------------------------------------------

    def _on_left(self) -> None:
        found: dict[Medium, Problem] = {}
        for problem in self._problems():
            for medium in MEDIA:
                if problem.path.startswith(f"streamSubscribe.{medium.lower()}UidList"):
                    found.setdefault(medium, problem)
        for medium, row in self.rows.items():
            row.set_problem(found.get(medium))
        self._show()

    def _on_take_clicked(self) -> None:
        if not self._why_not(changed=True):
            self._send(self.choices())

    def _on_undo_take_clicked(self) -> None:
        earlier = before(self._session) if self._session else None
        if earlier is not None and not self._why_nothing():
            for medium, choice in earlier.items():
                self.rows[medium].set_choice(choice)
            self._send(earlier)

    def _on_undo_clicked(self) -> None:
        self._show_current()
        self._show()

    def _send(self, choices: dict[Medium, Choice]) -> None:
        self._pending = True
        self.bar.say("", "")
        self._show()
        self.send_requested.emit(request_of(choices))

    # --- parts -----------------------------------------------------------------------

    def _connect(self) -> None:
        for row in self.rows.values():
            row.changed.connect(self._show)
            row.left.connect(self._on_left)
        self.bar.send.clicked.connect(self._on_take_clicked)
        self.bar.undo.clicked.connect(self._on_undo_clicked)
        self.bar.undo_take.clicked.connect(self._on_undo_take_clicked)

    def _lay_out(self) -> None:
        self.bar.bring_back.hide()
        self.bar.send.setToolTip(self.tr("Send all lists to Agora; they replace the earlier ones"))
        self.bar.undo_take.setToolTip(self.tr("Send the lists that were valid before again"))
        self.bar.undo.setToolTip(self.tr("Show what is subscribed again"))
        form = Card(self.tr("Next"))
        for row in self.rows.values():
            form.body.addWidget(row)
        self._air.body.addWidget(self.now)
        self._air.body.addWidget(self.since)
        becomes = Card(self.tr("What Take changes"))
        becomes.body.addWidget(
            label(
                self.tr("All lists are sent: an update replaces every list that was valid before."),
                "muted",
                wrap=True,
            )
        )
        becomes.body.addWidget(self.changes)
        scroll = Scrolled()
        inside = QVBoxLayout(scroll.inner)
        inside.setContentsMargins(0, em(self, 1), 0, 0)
        inside.setSpacing(em(self, 1))
        for card in (form, self._air, becomes):
            inside.addWidget(card)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.8))
        column.addWidget(scroll, 1)
        column.addWidget(self.bar)
