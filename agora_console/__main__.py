"""Entry point: read the arguments, hand over to the window or to a command without one."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run Agora Console; returns the exit code (0 done, 1 not reached, 2 unusable input)."""
    from agora_console.arguments import parse

    arguments = parse(sys.argv[1:] if argv is None else argv)
    if arguments.command == "":
        from agora_console.app import run_window

        return run_window(arguments)
    from agora_console.cli import run_command

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
