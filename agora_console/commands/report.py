"""report: what became of a session, as a page that can be filed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out
from agora_console.commands.reading import write_text
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import MakeReport


def run_report(arguments: Arguments) -> int:
    """Print the page, or write the file; raises UnusableError with a sentence."""
    teller = Teller(sys.stdout, as_json=False, aside=sys.stderr)
    pieces: list[str] = []

    def say(event: str, facts: Mapping[str, Any]) -> None:
        if event == "report":
            pieces.append(facts["text"])
        else:
            teller.say(event, facts)

    code = carry_out(arguments, MakeReport(key=arguments.session), teller, say)
    if pieces and arguments.file is None:
        print("".join(pieces), end="")
    elif pieces and arguments.file is not None:
        write_text(arguments.file, "".join(pieces))
    return code
