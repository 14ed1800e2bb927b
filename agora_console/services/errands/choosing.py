"""Which session and which project a command means."""

from __future__ import annotations

from agora_console.domain.intake.ticket import Ticket
from agora_console.domain.session import Session
from agora_console.services.console import Console
from agora_console.services.errands.errand import Lent
from agora_console.settings.projects import Project

_BY_ENVIRONMENT = "set AGORA_APP_ID, AGORA_CUSTOMER_ID and AGORA_CUSTOMER_SECRET."


class UnusableErrandError(Exception):
    """The errand cannot be carried out as it was given; the text is a whole sentence."""


def find_session(console: Console, key: str) -> Session:
    """The session with that sid or id; raises UnusableErrandError when there is none."""
    for session in console.recordings.sessions():
        if key and key in (session.id, session.sid):
            return session
    raise UnusableErrandError(
        f"There is no session {key} in {console.folder}. “agora-console sessions --all” lists them."
    )


def project_of_errand(console: Console, name: str, lent: Lent | None) -> Project:
    """The project of that name, else the one of the credentials that were lent.

    Raises UnusableErrandError.
    """
    if name:
        return _named(console, name)
    project = console.projects.get(lent.project_id) if lent is not None else None
    if project is None:
        raise UnusableErrandError(
            f"No credentials: name a project with --project, or {_BY_ENVIRONMENT}"
        )
    return project


def project_of_ticket(console: Console, ticket: Ticket, name: str) -> Project:
    """The project of that name, else the one with the App ID of the ticket.

    Where no App ID is known, the only project there is. Raises UnusableErrandError.
    """
    if name:
        return _named(console, name)
    projects = console.projects.all()
    for project in projects:
        if project.app_id.casefold() == ticket.app_id.casefold():
            return project
    if not ticket.app_id and len(projects) == 1:
        return projects[0]
    known = ", ".join(f"{each.name} ({each.app_id})" for each in projects) or "none"
    wanted = f"of App ID {ticket.app_id}" if ticket.app_id else "of these ids"
    raise UnusableErrandError(
        f"No project here can ask for the recording {wanted}. Known: {known}. Name one with "
        f"--project, or {_BY_ENVIRONMENT}"
    )


def _named(console: Console, name: str) -> Project:
    wanted = name.casefold()
    projects = console.projects.all()
    for project in projects:
        if wanted in (project.name.casefold(), project.id.casefold()):
            return project
    names = ", ".join(project.name for project in projects) or "none"
    raise UnusableErrandError(f"There is no project {name}. Known: {names}.")
