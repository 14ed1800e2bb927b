"""explain and schema: what the console knows of the API, for reading and for other tools."""

from __future__ import annotations

import json
import sys

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, NOT_REACHED
from agora_console.commands.printing import show
from agora_console.domain.codes import Found, lookup
from agora_console.domain.config.schema import json_schema


def run_explain(arguments: Arguments) -> int:
    """Print what a code means; 1 when nobody has described it."""
    found = lookup(arguments.code, arguments.method or None)
    if not found:
        where = f" for {arguments.method}" if arguments.method else ""
        print(f"Nothing is known of “{arguments.code}”{where}.", file=sys.stderr)
        return NOT_REACHED
    show("\n\n".join(_entry(each) for each in found))
    return DONE


def run_schema(arguments: Arguments) -> int:
    """Print the JSON Schema of CONFIG.json."""
    show(json.dumps(json_schema(arguments.mode or None), indent=2))
    return DONE


def _entry(found: Found) -> str:
    meant = found.entry.explanation
    rows = (
        ("means", meant.meaning),
        ("repeat", "safe" if meant.repeat_safe else "not safe, or of no use"),
        ("console", meant.console_does),
        ("you", meant.person_can),
    )
    lines = [f"{found.heading}: {meant.title}"]
    return "\n".join([*lines, *(f"  {name:9}{text}" for name, text in rows)])
