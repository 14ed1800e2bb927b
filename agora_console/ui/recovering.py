"""Recovering: what was cut off and is not settled, and what an adoption proved, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.services.sessions.recovering import Recovered, cut_off, recover
from agora_console.services.sessions.taking_over import TakenOver
from agora_console.ui.look.looks import look
from agora_console.ui.speech.spoken import said as spoken
from agora_console.ui.ticks import Tick

if TYPE_CHECKING:
    from agora_console.ui.workspace import Workspace


class Recovering(QObject):
    """Belongs to a workspace: the command "Recover (n)", and the button of the list."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._running = False

    def begin(self) -> None:
        """Connect command and button."""
        window = self._space.window
        window.commands.recover.triggered.connect(self.recover)
        window.sidebar.recover_requested.connect(self.recover)
        self._space.ticker.tick.connect(self._on_tick)
        self._show()

    def recover(self) -> None:
        """Ask Agora what became of everything that was cut off; the answers are told."""
        console, found = self._space.console, self._found()
        if self._running or not found:
            return
        self._running = True
        self._show()
        self._space.window.show_problem(
            Problem(_tr("Finding out what became of {0}.").format(_names(found)), Severity.NOTE)
        )
        work = recover(console.recordings, found)
        console.run("recover", work, self._on_recovered, self._on_failed)

    def _found(self) -> tuple[Session, ...]:
        return cut_off(self._space.console.recordings)

    def _show(self) -> None:
        window, count = self._space.window, len(self._found())
        command = window.commands.recover
        said = _tr("Recover ({0})").format(count) if count else _tr("Recover what was cut off")
        command.setText(said)
        command.setEnabled(bool(count) and not self._running)
        window.sidebar.show_recoverable(said if count else "")

    def _on_tick(self, tick: Tick) -> None:
        if tick.changed:
            self._show()

    def _on_recovered(self, recovered: Recovered) -> None:
        self._running = False
        now = self._space.console.clock.now()
        said = [f"{each.cname}: {look(each, now).word}." for each in recovered.sessions]
        said += [f"{cname}: {spoken(problem.sentence)}" for cname, problem in recovered.unasked]
        severity = Severity.WARNING if recovered.unasked else Severity.NOTE
        sentence = _tr("What was cut off was looked into.")
        self._space.window.show_problem(Problem(sentence, severity, holds=" ".join(said)))
        self._show()

    def _on_failed(self, problem: Problem) -> None:
        self._running = False
        self._space.window.show_problem(problem)
        self._show()


def taken_over_note(taken: TakenOver, now: float) -> Problem:
    """What is known of a recording right after it was taken over; no more than was answered."""
    session = taken.session
    sentence = _tr("{0} (UID {1}) is in the journal here.").format(session.cname, session.uid)
    if taken.unasked is not None:
        why = taken.unasked
        return Problem(why.sentence, Severity.WARNING, action=why.action, detail=why.detail)
    seen = look(session, now)
    said = _tr("Agora was asked once: {0}. {1}").format(seen.word, seen.sentence).strip()
    return Problem(sentence, Severity.NOTE if taken.answered else Severity.WARNING, holds=said)


def _names(sessions: tuple[Session, ...]) -> str:
    shown = ", ".join(each.cname for each in sessions[:3])
    return shown if len(sessions) <= 3 else f"{shown} …"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovering", text)
