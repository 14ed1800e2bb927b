"""sessions: what the journal knows of every recording, without a question to Agora."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out
from agora_console.commands.teller import Teller
from agora_console.domain.durations import duration
from agora_console.services.errands.errand import ListSessions

HEADINGS = ("STATE", "CHANNEL", "UID", "MODE", "SID", "ANSWER", "NEXT")


def run_sessions(arguments: Arguments) -> int:
    """Print the sessions that are not over, or every one; returns the exit code."""
    teller = Teller(sys.stdout, as_json=arguments.json, aside=sys.stderr)
    errand = ListSessions(all=arguments.all)
    if arguments.json:
        return carry_out(arguments, errand, teller)
    rows: list[tuple[str, ...]] = []

    def say(event: str, facts: Mapping[str, Any]) -> None:
        if event == "session":
            rows.append(row(facts))
        else:
            teller.say(event, facts)

    code = carry_out(arguments, errand, teller, say)
    if rows:
        print(table((HEADINGS, *rows)))
    elif not code:
        which = "no session" if arguments.all else "no session that is not over"
        print(f"There is {which}.", file=sys.stderr)
    return code


def row(facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of one session."""
    age, planned = facts["age"], facts["next"]
    return (
        str(facts["word"]),
        str(facts["cname"]),
        str(facts["uid"]),
        str(facts["mode"]),
        str(facts["sid"] or f"— (id {facts['session']})"),
        "never" if age is None else f"{duration(age)} ago",
        "—" if planned is None else f"in {duration(planned)}",
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows with aligned columns."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(each, widths, strict=True)).rstrip()
        for each in rows
    )
