"""lint: what Agora would refuse, ignore in silence, or what will hurt - before anything is sent."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from agora_console.arguments import Arguments
from agora_console.commands.exits import DONE, NOT_REACHED, UNUSABLE, UnusableError
from agora_console.commands.printing import show
from agora_console.commands.reading import STDIN, is_text, read_text, write_text
from agora_console.domain.intake.curl import is_curl
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.lint import LintInput, lint, mend, read_input
from agora_console.domain.problems import Problem, Severity, has_errors
from agora_console.domain.rules import CheckContext


def run_lint(arguments: Arguments) -> int:
    """Print the findings; 0 without an error, 1 with one, 2 for input that cannot be used."""
    found = _read(arguments)
    if isinstance(found, UnusableInput):
        return _refuse(arguments, found)
    if arguments.fix:
        found = _fix(arguments, found)
    problems = lint(found, CheckContext(now=time.time(), at_rest=True))
    show(_as_json(found, problems) if arguments.json else _as_text(problems))
    return NOT_REACHED if has_errors(problems) else DONE


def _read(arguments: Arguments) -> LintInput | UnusableInput:
    try:
        text = _text(arguments)
    except UnusableError as error:
        return UnusableInput(str(error))
    return read_input(text, arguments.mode or None)


def _text(arguments: Arguments) -> str:
    """The text to check: a file, stdin, or the cURL line itself, as it was pasted."""
    name = arguments.config
    return name if is_curl(name) else read_text(name)


def _refuse(arguments: Arguments, found: UnusableInput) -> int:
    if arguments.json:
        place = {"line": found.line, "column": found.column} if found.line else {}
        show(json.dumps({"usable": False, "sentence": found.sentence, **place}))
    else:
        place_text = f"{found.line}:{found.column}: " if found.line else ""
        print(f"{place_text}{found.sentence}", file=sys.stderr)
    return UNUSABLE


def _fix(arguments: Arguments, found: LintInput) -> LintInput:
    """Mend what can be mended and write it back in the form in which it came."""
    mended = mend(found)
    if mended.in_its_form == found.value:
        return found
    if found.curl or arguments.config == STDIN:
        raise UnusableError("--fix writes into a file; save the input as one first.")
    write_text(Path(arguments.config), _for_a_file(mended.in_its_form))
    return mended


def _for_a_file(document: object) -> str:
    text = json.dumps(document, indent=2, ensure_ascii=False)
    if not is_text(text):  # half a character can stand in a file as an escape only
        text = json.dumps(document, indent=2)
    return text + "\n"


def _as_json(found: LintInput, problems: Sequence[Problem]) -> str:
    return json.dumps(
        {
            "usable": True,
            "call": found.call,
            "mode": found.mode,
            "findings": [_finding(problem) for problem in problems],
            **{severity.value + "s": count for severity, count in _count(problems)},
        },
        indent=2,
    )


def _finding(problem: Problem) -> dict[str, Any]:
    finding: dict[str, Any] = {
        "severity": problem.severity.value,
        "path": problem.path,
        "rule": problem.rule,
        "sentence": problem.sentence,
    }
    if problem.action:
        finding["action"] = problem.action
    if problem.fix is not None:
        fix = problem.fix
        finding["fix"] = {"path": fix.path, "value": fix.value}
        if fix.rename_to:
            finding["fix"] = {"path": fix.path, "renameTo": fix.rename_to}
    return finding


def _as_text(problems: Sequence[Problem]) -> str:
    lines = []
    for problem in problems:
        words = " ".join(part for part in (problem.sentence, problem.action) if part)
        lines.append(f"{problem.severity.value:8}{problem.path or '(whole)'}\n        {words}")
    counts = [f"{n} {kind.value}{'' if n == 1 else 's'}" for kind, n in _count(problems) if n]
    return "\n".join([*lines, ", ".join(counts) or "No problem found."])


def _count(problems: Sequence[Problem]) -> list[tuple[Severity, int]]:
    counter = Counter(problem.severity for problem in problems)
    return [(severity, counter[severity]) for severity in Severity]
