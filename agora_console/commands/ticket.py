"""ticket: the ids of a session, for another desk."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out
from agora_console.commands.reading import write_text
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import MakeTicket


def run_ticket(arguments: Arguments) -> int:
    """Print the one line, or write the file; raises UnusableError with a sentence."""
    teller = Teller(sys.stdout, as_json=False, aside=sys.stderr)

    made: list[Mapping[str, Any]] = []

    def say(event: str, facts: Mapping[str, Any]) -> None:
        if event == "ticket":
            made.append(facts)
        else:
            teller.say(event, facts)

    code = carry_out(arguments, MakeTicket(key=arguments.session), teller, say)
    for ticket in made:
        if arguments.file is None:
            print(ticket["line"])
        else:
            write_text(arguments.file, ticket["text"])
    return code
