"""Taking over a recording of another desk: into the journal first, then one question to Agora."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agora_console.domain.intake.ticket import Ticket
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.failures import problem_of
from agora_console.services.recordings import Recordings


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The session that a ticket became; `unasked` says what kept Agora from being asked."""

    session: Session
    unasked: Problem | None = None

    @property
    def answered(self) -> bool:
        """True when Agora has said something of it, or nothing is left to be said."""
        session = self.session
        return session.over or (session.last_status is not None and not session.trouble_count)


async def take_over(recordings: Recordings, ticket: Ticket, project_id: str) -> TakenOver:
    """Take a recording over and ask once; raises RefusedError, JournalError."""
    session_id = await recordings.adopt_ticket(ticket, project_id, at_once=False)
    try:
        return TakenOver(await recordings.ask(session_id))
    except Exception as error:  # noqa: BLE001 - it is in the journal, whatever keeps it unasked
        problem = problem_of(error)
    session = recordings.get(session_id)
    assert session is not None  # it was adopted a moment ago
    sentence = f"It is in the journal, and could not be asked. {problem.sentence}"
    return TakenOver(session, replace(problem, sentence=sentence))
