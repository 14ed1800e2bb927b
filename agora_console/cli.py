"""Composition root without a window: from what was typed to the command that does it."""

from __future__ import annotations

import sys

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, NOT_REACHED, UNUSABLE, UnusableError


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
    except KeyboardInterrupt:
        print("Interrupted; what records goes on.", file=sys.stderr)
        return NOT_REACHED


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
        case "sessions":
            from agora_console.commands.sessions import run_sessions

            return run_sessions(arguments)
        case _:
            return _on_a_recording(arguments)


def _on_a_recording(arguments: Arguments) -> int:
    match arguments.command:
        case "preflight":
            from agora_console.commands.record import run_preflight

            return run_preflight(arguments)
        case "stop":
            from agora_console.commands.stop import run_stop

            return run_stop(arguments)
        case "close":
            from agora_console.commands.close import run_close

            return run_close(arguments)
        case "adopt":
            from agora_console.commands.adopt import run_adopt

            return run_adopt(arguments)
        case "recover":
            from agora_console.commands.recover import run_recover

            return run_recover(arguments)
        case "ticket":
            from agora_console.commands.ticket import run_ticket

            return run_ticket(arguments)
        case "report":
            from agora_console.commands.report import run_report

            return run_report(arguments)
        case _:
            from agora_console.commands.record import run_record

            return run_record(arguments)
