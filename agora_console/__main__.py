"""Entry point: read the arguments, hand over to the window or to a command without one."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def main(argv: Sequence[str] | None = None) -> int:
    """Run Agora Console; returns the exit code (0 done, 1 not reached, 2 unusable input)."""
    from agora_console.arguments import parse

    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.command == "":
        with _imports_as_before():
            from agora_console.app import run_window

        return run_window(arguments)
    from agora_console.cli import run_command

    return run_command(arguments)


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
