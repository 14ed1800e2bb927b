"""How a line of the table stands, in the words and shapes of all states; pure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from agora_console.domain.problems import Problem, Severity
from agora_console.domain.session import Session
from agora_console.domain.states import READY_LOOK, Look, look
from agora_console.services.batch import Progress

translate = QCoreApplication.translate


def line_look(
    progress: Progress | None,
    session: Session | None,
    problems: Sequence[Problem] | None,
    now: float,
) -> Look:
    """The look of a line; `problems` None means that it has not been judged yet."""
    if progress is not None and progress.waiting:
        return Look("WAITS", "outline", "blue", translate("Batch", "Nothing is sent for it yet."))
    if session is not None:
        shown = look(session, now)
        said = shown.sentence or session.cause
        return Look(shown.word, shown.shape, shown.tone, said, shown.attention)
    if progress is not None and progress.problem is not None:
        problem = progress.problem
        said = " ".join(part for part in (problem.sentence, problem.holds) if part)
        return Look("NOT STARTED", "cross", "red_outline", said, attention=True)
    return _draft_look(problems)


def _draft_look(problems: Sequence[Problem] | None) -> Look:
    if problems is None:
        return Look("NOT READY", "outline", "neutral", translate("Batch", "Being checked."))
    wrong = [each for each in problems if each.severity is Severity.ERROR]
    if wrong:
        more = translate("Batch", " And {0} more.").format(len(wrong) - 1)
        said = wrong[0].sentence + (more if len(wrong) > 1 else "")
        return Look("NOT READY", "outline", "neutral", said, attention=True)
    warned = [each.sentence for each in problems if each.severity is Severity.WARNING]
    return Look(READY_LOOK.word, READY_LOOK.shape, READY_LOOK.tone, " ".join(warned))
