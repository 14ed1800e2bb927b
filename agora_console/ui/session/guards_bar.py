"""The guards of the recording in sight: its watchdog, and those that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from agora_console.domain.session import Session
from agora_console.domain.watchdog import Step
from agora_console.ui.look.metrics import em
from agora_console.ui.session.guard_words import pair_words, past_words
from agora_console.ui.speech.spoken import said
from agora_console.ui.widgets.hold import HoldButton
from agora_console.ui.widgets.labels import hint, label, restyle

if TYPE_CHECKING:
    from agora_console.services.console import Console

_LOUD = (Step.WAIT, Step.ASK, Step.START, Step.GIVE_UP)


class GuardsBar(QFrame):
    """A line for each guard; hidden where there is none.

    `chosen` carries the id of a session to show. The other two say what a person wants; nothing is
    stopped or switched off here.
    """

    chosen = Signal(str)
    stand_down_requested = Signal()
    stop_both_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(self.tr("Safety"))
        self.dog = _Line(self.tr("Watchdog"))
        self.past = _Line(self.tr("Before"))
        self.pair = _Line(self.tr("Pair"))
        self.stand_down = QPushButton(self.tr("Switch off"))
        self.stand_down.setToolTip(self.tr("Start nothing again in place of this recording"))
        self.stand_down.setAccessibleName(self.tr("Switch the watchdog off"))
        self.stop_both = HoldButton(self.tr("Hold to stop both"))
        self.dog.add(self.stand_down)
        self.pair.add(self.stop_both)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 0.9), em(self, 0.5), em(self, 0.6), em(self, 0.5))
        column.setSpacing(em(self, 0.3))
        for line in (self.dog, self.past, self.pair):
            column.addWidget(line)
            line.link.clicked.connect(line.emit_target)
            line.chosen.connect(self.chosen)
        self.stand_down.clicked.connect(self.stand_down_requested)
        self.stop_both.held.connect(self.stop_both_requested)
        self.hide()

    def show_session(self, session: Session, console: Console, now: float) -> None:
        """Show what guards the session at `now`."""
        self._show_dog(session, console)
        predecessor = console.recordings.get(session.predecessor_id)
        self.past.say(past_words(session, predecessor), predecessor)
        partner = console.guarded.partner(session) if session.pair is not None else None
        self.pair.say(pair_words(session, partner, now), partner)
        both = partner is not None and session.stoppable and partner.stoppable
        self.stop_both.setVisible(both and not console.recordings.read_only)
        self.stop_both.setEnabled(not console.gate.locked)
        hint(self.stop_both, console.gate.reason or self.tr("Hold for a second"))
        guarded = session.watchdog is not None or session.predecessor_id or session.pair is not None
        self.setVisible(bool(guarded))

    def _show_dog(self, session: Session, console: Console) -> None:
        if session.watchdog is None:
            self.dog.say("", None)
            return
        decision = console.watchdogs.decision(session)
        self.dog.say(said(decision.sentence), console.watchdogs.successor(session.id))
        self.dog.set_loud(decision.step in _LOUD or decision.sentence.startswith("Not started"))
        waits = decision.step in (Step.ARMED, Step.WAIT, Step.ASK)
        self.stand_down.setVisible(waits and not console.recordings.read_only)


class _Line(QWidget):
    """Caption, sentence, and the way to another session; hidden while there is nothing to say."""

    chosen = Signal(str)

    def __init__(self, caption: str) -> None:
        super().__init__()
        self._target = ""
        self._name = caption
        self.text = label("", wrap=True)
        self.link = QPushButton()
        self.link.setProperty("kind", "link")
        self.link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        shown = label(caption, "muted", size=0.92)
        shown.setMinimumWidth(em(self, 5.2))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(em(self, 0.6))
        self._row.addWidget(shown)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.link)

    def add(self, button: QPushButton) -> None:
        """Put a button at the end of the line."""
        self._row.addWidget(button)

    def say(self, sentence: str, other: Session | None) -> None:
        """Show a sentence, with the way to `other` where there is one."""
        self.setVisible(bool(sentence))
        if self.text.text() != sentence:
            self.text.setText(sentence)
            self.text.setAccessibleName(f"{self._name}: {sentence}")
        self._target = other.id if other is not None else ""
        self.link.setVisible(other is not None)
        if other is not None:
            self.link.setText(self.tr("Show UID {0}").format(other.uid))

    def set_loud(self, loud: bool) -> None:
        """Let a sentence stand out that a person must read."""
        restyle(self.text, "role", "amber" if loud else "")

    def emit_target(self) -> None:
        """Ask for the session that the link is about."""
        self.chosen.emit(self._target)
