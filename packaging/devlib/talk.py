"""How the script speaks: one line a step, one sentence where it cannot go on."""

from __future__ import annotations

import sys


class CannotGoOn(Exception):
    """The sentence a person reads: what is wrong and what to do about it."""


def say(line: str) -> None:
    """Progress goes to stderr: stdout belongs to the program that is started."""
    print(line, file=sys.stderr, flush=True)
