"""Composition root without a window: from what was typed to the command that does it."""

from __future__ import annotations

import asyncio
import sys

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, UNUSABLE, UnusableError


def run_command(arguments: Arguments) -> int:
    """Run the command that was typed; returns its exit code."""
    try:
        return _run(arguments)
    except UnusableError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # whoever read has read enough
        sys.stdout = None
        return DONE


def _run(arguments: Arguments) -> int:
    # Each command imports its own: lint does not wait for the HTTP client.
    match arguments.command:
        case "simulate":
            from agora_console.simulator.command import main

            return main(arguments.rest)
        case "lint":
            from agora_console.commands.lint import run_lint

            return run_lint(arguments)
        case "explain" | "schema":
            from agora_console.commands import explain

            known = arguments.command == "schema"
            return explain.run_schema(arguments) if known else explain.run_explain(arguments)
        case "token":
            from agora_console.commands import token

            build = arguments.verb == "build"
            return token.run_token_build(arguments) if build else token.run_token_read(arguments)
        case _:
            from agora_console.commands.record import record

            return asyncio.run(record(arguments))
