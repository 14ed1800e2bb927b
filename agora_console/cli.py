"""Composition root without a window: from what was typed to the command that does it."""

from __future__ import annotations

import asyncio

from agora_console.arguments import Arguments


def run_command(arguments: Arguments) -> int:
    """Run the command that was typed; returns its exit code."""
    match arguments.command:
        case "simulate":
            from agora_console.simulator import command

            return command.main(arguments.rest)
        case _:
            from agora_console.commands.record import record

            return asyncio.run(record(arguments))
