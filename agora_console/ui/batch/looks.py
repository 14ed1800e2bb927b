"""How a line of the table stands, in the words and shapes of all states; pure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.domain.states import READY_LOOK, Look
from agora_console.services.start.batch import Progress
from agora_console.ui.look.looks import look, said_look
from agora_console.ui.speech.spoken import said, said_problem

translate = QCoreApplication.translate


def line_look(
    progress: Progress | None,
    session: Session | None,
    problems: Sequence[Problem] | None,
    now: float,
) -> Look:
    """The look of a line; `problems` None means that it has not been judged yet."""
    if progress is not None and progress.waiting:
        word = translate("Batch", "WAITS")
        sentence = translate("Batch", "Nothing is sent for it yet.")
        return Look(word, "outline", "blue", sentence)
    if session is not None:
        shown = look(session, now)
        sentence = shown.sentence or said(session.cause)
        return Look(shown.word, shown.shape, shown.tone, sentence, shown.attention)
    if progress is not None and progress.problem is not None:
        problem = said_problem(progress.problem)
        sentence = " ".join(part for part in (problem.sentence, problem.holds) if part)
        word = translate("Batch", "NOT STARTED")
        return Look(word, "cross", "red_outline", sentence, attention=True)
    return _draft_look(problems)


def _draft_look(problems: Sequence[Problem] | None) -> Look:
    not_ready = translate("Batch", "NOT READY")
    if problems is None:
        return Look(not_ready, "outline", "neutral", translate("Batch", "Being checked."))
    wrong = [each for each in problems if each.severity is Severity.ERROR]
    if wrong:
        more = translate("Batch", " And {0} more.").format(len(wrong) - 1)
        sentence = said(wrong[0].sentence) + (more if len(wrong) > 1 else "")
        return Look(not_ready, "outline", "neutral", sentence, attention=True)
    warned = [said(each.sentence) for each in problems if each.severity is Severity.WARNING]
    return said_look(Look(READY_LOOK.word, READY_LOOK.shape, READY_LOOK.tone, " ".join(warned)))
