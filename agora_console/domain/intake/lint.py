"""The findings about what a person has handed to the linter, and what mends itself of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from agora_console.domain.intake.fixes import apply_fixes
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.intake.lint_input import NAMES, LintInput, name_of, read_input
from agora_console.domain.paths import join
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.rules import (
    CheckContext,
    check,
    check_acquire_request,
    check_cname,
    check_stop,
    check_uid,
    check_update,
    check_update_layout,
)
from agora_console.domain.rules.findings import plain, say
from agora_console.domain.rules.names import uid_fault

_NOT_BY_ITSELF = ("secret-in-file", "X07")
"""Rules whose fix is a person's to choose: the only copy of a secret, snapshots alone."""

MOST_BESIDE = 20
"""Keys beside the `clientRequest` of a body that are named."""

MOST_ROUNDS = 8
"""Rounds of fixing; each round may uncover what the next one mends."""


def lint(found: LintInput, context: CheckContext | None = None) -> tuple[Problem, ...]:
    """The findings about what was read.

    A whole body is what Agora gets: channel, UID and secrets are checked as they stand in it.
    """
    context = context or CheckContext()
    around: list[Problem] = []
    if found.form == "body":
        given = {"cname": context.cname, "uid": context.uid}
        around += [problem for problem in _names(found) if given.get(problem.path) is None]
        around += _beside(found)
        context = _as_sent(context, found)
    findings = (_in_place(found, problem) for problem in _findings(found, context))
    problems = (*findings, *around, *found.notes)
    ranks = list(Severity)
    return tuple(sorted(problems, key=lambda problem: ranks.index(problem.severity)))


def mend(found: LintInput, context: CheckContext | None = None) -> LintInput:
    """What was read, with every fix applied that loses nothing; notes about the text are dropped.

    A secret stays where it is: it may be the only copy.
    """
    mended = replace(found, notes=())
    for _ in range(MOST_ROUNDS):
        problems = lint(mended, context)
        harmless = [problem for problem in problems if problem.rule not in _NOT_BY_ITSELF]
        around = [problem for problem in harmless if _is_around(mended, problem)]
        inside = [problem for problem in harmless if problem not in around]
        mended = replace(
            mended,
            value=apply_fixes(mended.value, around),
            document=apply_fixes(mended.document, inside),
        )
    return mended


def _is_around(found: LintInput, problem: Problem) -> bool:
    """Whether a finding is about what stands beside the `clientRequest` of a body."""
    named = found.form == "body" and name_of(problem.path)
    return bool(named) and problem.path not in found.document


def _in_place(found: LintInput, problem: Problem) -> Problem:
    """The finding, without a fix that would write into a request that is not there."""
    fix = problem.fix
    if not fix or found.form == "config" or not f"{fix.rename_to or fix.path}.".startswith("acq"):
        return problem
    return replace(problem, fix=None, action="Set it in the acquire request.")


def _as_sent(context: CheckContext, found: LintInput) -> CheckContext:
    known: dict[str, Any] = {
        "cname": found.cname,
        "uid": found.uid,
        "has_storage_keys": False,
        "has_sts_token": False,
        "has_channel_secret": False,
        "has_salt": False,
    }
    unknown = {key: value for key, value in known.items() if getattr(context, key) is None}
    return replace(context, secrets_inside=True, **unknown)


def _names(found: LintInput) -> Iterator[Problem]:
    """What keeps a body from naming its task."""
    for key, title in NAMES.items():
        value = found.value.get(key)
        twin = next((each for each in found.value if name_of(each) == key != each), "")
        if key not in found.value and twin:
            yield _misnamed(key, twin)
        elif key not in found.value:
            if "mode" not in found.value:
                yield Problem(f"{title} is missing ({key}).", path=key, rule=f"{key}-missing")
        elif type(value) is int and key == "uid" and uid_fault(str(value)):
            continue  # which is what counts
        elif not isinstance(value, str):
            fix = Fix("Put it in quotes", key, str(value)) if type(value) is int else None
            sentence = f"{title} is {say(value)}, where Agora wants a text in quotes."
            action = "Put it in quotes."
            yield Problem(sentence, path=key, rule=f"{key}-type", action=action, fix=fix)


def _misnamed(key: str, twin: str) -> Problem:
    fix = Fix(f"Rename it to {key}", twin, rename_to=key)
    sentence = f"Agora reads {key}, not {plain(twin)}; without it the request is refused."
    return Problem(sentence, path=twin, rule="X34", action=f"{fix.label}.", fix=fix)


def _of_the_task(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    """What is wrong with the names in the body of a call other than start."""
    cname, uid = context.cname, context.uid
    problems = (
        check_cname(cname, found.mode) if cname is not None else None,
        check_uid(uid) if uid is not None else None,
    )
    return tuple(problem for problem in problems if problem and found.form == "body")


def _findings(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    if found.call == "start":
        return check(found.document, context=context)
    return (*_of_the_request(found, context), *_of_the_task(found, context))


def _of_the_request(found: LintInput, context: CheckContext) -> tuple[Problem, ...]:
    match found.call:
        case "acquire":
            return check_acquire_request(found.document, found.mode, context=context)
        case "update":
            return check_update(found.document, found.mode, context=context)
        case "updateLayout":
            return check_update_layout(found.document, context=context)
        case _:
            return check_stop(found.document, found.mode)


def _beside(found: LintInput) -> Iterator[Problem]:
    """What is wrong around the `clientRequest` of a call other than start."""
    if found.call == "start":
        return
    request = found.value.get("clientRequest")
    if not isinstance(request, dict):
        missing = "is missing" if "clientRequest" not in found.value else f"is {say(request)}"
        sentence = f"clientRequest {missing}, where Agora wants an object."
        yield Problem(sentence, path="clientRequest", rule="clientRequest-type")
    others = [key for key in found.value if not name_of(key) and key != "clientRequest"]
    for key in others[:MOST_BESIDE]:
        sentence = f"Agora does not know {plain(key)} beside clientRequest and ignores it."
        yield Problem(sentence, Severity.WARNING, path=join("", key), rule="unknown-key")


__all__ = [
    "LintInput",
    "UnusableInput",
    "apply_fixes",
    "lint",
    "mend",
    "read_input",
]
