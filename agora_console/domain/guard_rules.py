"""What is wrong with the guards that a person ordered, and what they cost, before the start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from agora_console.domain.guards import (
    COOL_DOWN_LEAST,
    COOL_DOWN_MOST,
    GUARDS,
    HOURS_MOST,
    SECOND,
    TIMES_MOST,
    WATCHDOG,
    second_uid_of,
    wanted_guard,
)
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.rules.names import uid_fault

_RANGES = (
    ("times", "The watchdog starts again {0} to {1} times, not {2}.", 1, TIMES_MOST),
    (
        "coolDown",
        "The watchdog waits {0} to {1} seconds before it starts again, not {2}.",
        COOL_DOWN_LEAST,
        COOL_DOWN_MOST,
    ),
    ("hours", "The watchdog is on duty for {0} to {1} hours, not {2}.", 1, HOURS_MOST),
)


def check_guards(guards: Mapping[str, Any], uid: str) -> tuple[Problem, ...]:
    """What is wrong with the guards of a recorder `uid`, and what they cost."""
    return (*_check_watchdog(guards), *_check_second(guards, uid))


def _check_watchdog(guards: Mapping[str, Any]) -> Iterable[Problem]:
    wanted = wanted_guard(guards, WATCHDOG)
    if wanted is None:
        return
    for key, sentence, least, most in _RANGES:
        value = wanted.get(key, least)
        if type(value) is int and least <= value <= most:
            continue
        near = min(max(value, least), most) if type(value) is int else least
        path = f"{GUARDS}.{WATCHDOG}.{key}"
        yield Problem(
            sentence.format(least, most, value),
            path=path,
            rule="watchdog-range",
            fix=Fix(f"Use {near}", path, near),
        )


def _check_second(guards: Mapping[str, Any], uid: str) -> Iterable[Problem]:
    second = second_uid_of(guards)
    if second is None:
        return
    path = f"{GUARDS}.{SECOND}.uid"
    fault = uid_fault(second)
    if fault is not None:
        text = f"The UID of the second recorder {fault}."
        yield Problem(text, path=path, rule="second-uid", action="Take an unused UID.")
    elif second == uid:
        yield Problem(
            f"The second recorder has UID {uid} of the first one; they would throw each other out.",
            path=path,
            rule="second-uid",
            action="Take an unused UID.",
        )
    yield Problem(
        "A second recorder is billed like the first one: this recording costs twice as much.",
        Severity.NOTE,
        path=f"{GUARDS}.{SECOND}",
        rule="second-cost",
    )
