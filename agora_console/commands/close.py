"""close: the operator's word that a recording is over, after the gate that every stop passes."""

from __future__ import annotations

import sys

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out, lent
from agora_console.commands.exits import DONE
from agora_console.commands.stop import confirmed
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import Close


def run_close(arguments: Arguments) -> int:
    """Close the case of a recording; 0 if it is closed. Raises UnusableError with a sentence."""
    teller = Teller(sys.stdout, as_json=arguments.json)
    wish = "say that you have made sure that it is over"
    code = confirmed(arguments, teller, wish, "the case stays open")
    if code != DONE:
        return code
    return carry_out(arguments, Close(key=arguments.session, lent=lent(arguments)), teller)
