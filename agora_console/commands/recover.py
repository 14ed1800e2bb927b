"""recover: find out what became of every session that is not over."""

from __future__ import annotations

import os
import sys

from agora_console.arguments import Arguments
from agora_console.commands.carry import carry_out, lent
from agora_console.commands.teller import Teller
from agora_console.services.errands.errand import Recover
from agora_console.services.errands.lending import START_SECRETS, secrets_of


def run_recover(arguments: Arguments) -> int:
    """Ask Agora once for each, one line each; returns the exit code."""
    teller = Teller(sys.stdout, as_json=arguments.json)
    secrets = secrets_of(os.environ, START_SECRETS)
    return carry_out(arguments, Recover(lent=lent(arguments), secrets=secrets), teller)
