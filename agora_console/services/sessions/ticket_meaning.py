"""What a ticket means in this data folder: a session that is known, a new one, or a refusal."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from agora_console.domain.intake.ticket import Ticket, adopted_session
from agora_console.domain.problems import Problem
from agora_console.domain.session import Session
from agora_console.services.start.orders import RefusedError
from agora_console.settings.projects import Project


def taken_over(
    ticket: Ticket, project: Project | None, known: Sequence[Session], now: float
) -> Session:
    """The session that a ticket stands for; `known` are those of this folder with the same sid.

    A session whose typed ids were never answered to is corrected by a ticket with the same sid.
    Raises RefusedError when App ID, or the other ids of that sid, say otherwise.
    """
    if project is None:
        raise _refused("There is no project to adopt the recording for.", "Make one first.")
    if ticket.app_id and ticket.app_id.casefold() != project.app_id.casefold():
        raise _refused(
            f"The ticket is of App ID {ticket.app_id}; the project {project.name} has "
            f"{project.app_id}.",
            "Choose the project with the App ID of the ticket.",
        )
    session_id = uuid.uuid4().hex
    for session in known:
        if _ids(session) == _ids(ticket):
            return session
        if not session.ids_typed:
            raise _refused(
                f"The recording {ticket.sid} is known here with other ids: channel "
                f"{session.cname}, UID {session.uid}, mode {session.mode}.",
                "Compare what was typed with the session in the list.",
            )
        session_id = session.id
    return adopted_session(
        ticket,
        session_id=session_id,
        project_id=project.id,
        app_id=project.app_id,
        api_url=project.api_url,
        now=now,
    )


def _ids(of: Session | Ticket) -> tuple[str, ...]:
    return of.resource_id, of.cname, of.uid, of.mode


def _refused(sentence: str, action: str) -> RefusedError:
    return RefusedError((Problem(sentence, rule="ticket", action=action),))
