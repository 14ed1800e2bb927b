"""Entry point: read the arguments, hand over to the window or to a command without one.

A plain start of the window is painted before the arguments are read, and needs no parser.
"""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from agora_console.first_look import Look, first_look

if TYPE_CHECKING:
    from agora_console.arguments import Arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Run Agora Console; returns the exit code (0 done, 1 not reached, 2 unusable input)."""
    # Pydantic would look through everything that is installed for what wants to see our models.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    words = sys.argv[1:] if argv is None else argv
    look = first_look(words)
    if look is not None:
        return _open_window(look, partial(_plain, look))
    arguments = _parsed(words)
    if arguments.command == "":
        look = Look(
            arguments.data_dir,
            arguments.theme,
            arguments.demo,
            arguments.minimized,
            alone=arguments.tour,
        )
        return _open_window(look, lambda: arguments)
    from agora_console.cli import run_command

    return run_command(arguments)


def _open_window(look: Look, read: Callable[[], Arguments]) -> int:
    # What is made until the window is ready stays: the collector begins after it (`serving`).
    gc.disable()
    with _imports_as_before():
        from agora_console.app import run_window

    return run_window(look, read)


def _plain(look: Look) -> Arguments:
    from agora_console.arguments import plain

    return plain(look)


def _parsed(words: Sequence[str]) -> Arguments:
    from agora_console.arguments import parse

    return parse(words)


@contextmanager
def _imports_as_before() -> Iterator[None]:
    """Keep Python's own import, whatever is imported meanwhile puts in its place.

    PySide reads the source of each module that is imported after it, to see whether that wants
    its methods under other names; ours never do, and there are hundreds on the way to the window.
    """
    before = builtins.__import__
    try:
        yield
    finally:
        builtins.__import__ = before


if __name__ == "__main__":
    sys.exit(main())
