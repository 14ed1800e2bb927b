"""adopt: take over a recording that another desk started, by its ticket or its ids."""

from __future__ import annotations

import sys

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out, lent
from agora_console.commands.exits import UnusableError
from agora_console.commands.reading import read_text
from agora_console.commands.teller import Teller
from agora_console.domain.intake.ticket import Ticket, TicketError, make_ticket
from agora_console.domain.intake.ticket_text import read_ticket, ticket_json
from agora_console.services.errands.errand import Adopt

_OPTIONS = {"cname": "--channel", "uid": "--uid", "resourceId": "--resource-id", "sid": "--sid"}


def run_adopt(arguments: Arguments) -> int:
    """Adopt a recording and ask once; raises UnusableError with a sentence."""
    errand = Adopt(
        ticket=ticket_json(_ticket(arguments)), project=arguments.project, lent=lent(arguments)
    )
    return carry_out(arguments, errand, Teller(sys.stdout, as_json=arguments.json))


def _ticket(arguments: Arguments) -> Ticket:
    if bool(arguments.ticket) == bool(arguments.sid):
        raise UnusableError("Give either a ticket, or the ids with --sid and its companions.")
    try:
        return read_ticket(_text(arguments.ticket)) if arguments.ticket else _typed(arguments)
    except TicketError as error:
        raise UnusableError(str(error)) from None


def _text(given: str) -> str:
    """A ticket as it was pasted, or the text of a file (- for stdin)."""
    pasted = given.lstrip().startswith("{") or "agora-ticket" in given
    return given if pasted else read_text(given)


def _typed(arguments: Arguments) -> Ticket:
    values = {
        "sid": arguments.sid,
        "resourceId": arguments.resource_id,
        "cname": arguments.channel,
        "uid": arguments.uid,
        "mode": arguments.mode or "mix",
        "appId": arguments.app_id,
        "started": arguments.started,
    }
    for key, option in _OPTIONS.items():
        if not values[key]:
            raise UnusableError(f"{option} is missing: a recording is found by all of its ids.")
    return make_ticket(values)
