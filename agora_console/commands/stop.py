"""stop: end one recording, after the gate that every stop passes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out, lent
from agora_console.commands.exits import DONE, NOT_REACHED, UnusableError
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import Find, Stop


def run_stop(arguments: Arguments) -> int:
    """Stop a recording; 0 only if it is over. Raises UnusableError with a sentence."""
    teller = Teller(sys.stdout, as_json=arguments.json)
    code = confirmed(arguments, teller, "stop this recording", "nothing was stopped")
    if code != DONE:
        return code
    stop = Stop(key=arguments.session, despite_lock=arguments.despite_lock, lent=lent(arguments))
    return carry_out(arguments, stop, teller)


def confirmed(arguments: Arguments, teller: Teller, wish: str, otherwise: str) -> int:
    """Ask for the channel name; DONE when it was typed, or when there is nothing to confirm.

    Raises UnusableError where nobody can type it.
    """
    if arguments.yes:
        return DONE
    if not sys.stdin.isatty():
        raise UnusableError(f"Nobody can confirm here: add --yes to {wish}.")
    found: list[Mapping[str, Any]] = []

    def say(event: str, facts: Mapping[str, Any]) -> None:
        if event == "session":
            found.append(facts)
        else:
            teller.say(event, facts)

    code = carry_out(arguments, Find(key=arguments.session), teller, say)
    if code != DONE or found[0]["over"]:
        return code
    session = found[0]
    print(
        f"{session['word']}  {session['cname']}  UID {session['uid']}  {session['mode']}\n"
        f"Type the channel name to {wish}: ",
        end="",
        file=sys.stderr,
        flush=True,
    )
    if sys.stdin.readline().rstrip("\r\n") == session["cname"]:
        return DONE
    print(f"That is not its name: {otherwise}.", file=sys.stderr)
    return NOT_REACHED
