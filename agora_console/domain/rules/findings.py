"""What the rules share: what is known besides the config, the list of findings, and wording."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel

from agora_console.domain.paths import MAX_DEPTH, has_place, join
from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.session import Mode
from agora_console.domain.vendors import Zone

MAX_FINDINGS = 100
"""Findings of one check; a config with more of them is not read to its end."""

MAX_NODES = 20_000
"""Values in a document; a full config has about 300."""

MAX_KEY = 80
"""Characters of a key that may stand in a path."""

Spelling = Literal["unSubscribe", "unsubscribe"]

EMPTY: Mapping[str, Any] = MappingProxyType({})

_UNITS = {"kbps": " Kbps", "s": " s", "h": " h", "min": " min", "px": " px", "fps": " fps"}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What is known besides the config; None and empty mean unknown, and are not judged.

    `now` and `token_expires_at` are seconds since the epoch (UTC), `planned_seconds` is how long
    the recording is to last, `query_gap` the longest wait between two questions. `has_…` says
    whether a secret will be there at start. `zone` is where the recorder is expected to run.
    `unsubscribe_spelling` is how the project writes the black lists. `secrets_inside`: the
    document is a request as it is sent, so that its secrets are where they belong. `at_rest`: it is
    not about to be sent, so that what has ended since is no reason to refuse it.
    """

    cname: str | None = None
    uid: str | None = None
    now: float | None = None
    token_expires_at: float | None = None
    planned_seconds: float | None = None
    query_gap: float = 120.0
    has_storage_keys: bool | None = None
    has_token: bool | None = None
    has_sts_token: bool | None = None
    has_channel_secret: bool | None = None
    has_salt: bool | None = None
    zone: Zone = ""
    unsubscribe_spelling: Spelling = "unSubscribe"
    secrets_inside: bool = False
    at_rest: bool = False


@dataclass(slots=True)
class Findings:
    """The problems found so far in `document`, whose fields are those of the model `root`."""

    document: Mapping[str, Any]
    root: type[BaseModel]
    mode: Mode
    context: CheckContext
    problems: list[Problem] = field(default_factory=list)
    guesses: int = 0

    @property
    def full(self) -> bool:
        """True when nothing more is worth finding."""
        return len(self.problems) >= MAX_FINDINGS

    def error(self, rule: str, path: str, sentence: str, fix: Fix | None = None) -> None:
        """Agora refuses it, or the console could not do what was asked."""
        self._add(Severity.ERROR, rule, path, sentence, fix)

    def warn(self, rule: str, path: str, sentence: str, fix: Fix | None = None) -> None:
        """Agora ignores it in silence, or it will hurt."""
        self._add(Severity.WARNING, rule, path, sentence, fix)

    def note(self, rule: str, path: str, sentence: str, fix: Fix | None = None) -> None:
        """Worth knowing."""
        self._add(Severity.NOTE, rule, path, sentence, fix)

    def _add(
        self, severity: Severity, rule: str, path: str, sentence: str, fix: Fix | None
    ) -> None:
        if self.full:
            return
        if fix and not has_place(self.document, fix.path):
            fix = None
        action = f"{fix.label}." if fix else ""
        self.problems.append(
            Problem(sentence, severity, path=path, rule=rule, action=action, fix=fix)
        )

    def awaits(self, path: str) -> bool:
        """True when the fix of a finding would move something to `path` or below it."""
        moves = (problem.fix.rename_to for problem in self.problems if problem.fix)
        return any(f"{move}.".startswith(f"{path}.") for move in moves)

    def withdraw_fixes(self, *paths: str) -> None:
        """Take back the fixes at `paths`, where a better one mends them together."""
        self.problems = [
            replace(problem, fix=None, action="") if problem.path in paths else problem
            for problem in self.problems
        ]

    def sorted(self) -> tuple[Problem, ...]:
        """Errors first, then warnings, then notes; within them in the order of the document."""
        problems = by_severity(self.problems)
        if self.full:
            problems.insert(
                0,
                Problem(
                    f"There are {MAX_FINDINGS} findings or more; the rest was not looked at.",
                    rule="too-many",
                    action="Mend these first.",
                ),
            )
        return tuple(problems)


def by_severity(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first, then warnings, then notes; otherwise as they come."""
    return sorted(problems, key=lambda problem: _RANK[problem.severity])


def mapping(parent: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object at `key`, empty where there is none."""
    value = parent.get(key)
    return value if isinstance(value, Mapping) else EMPTY


def whole(parent: Mapping[str, Any], key: str, default: int | None = None) -> int | None:
    """The whole number at `key`; `default` where the key is missing, None for anything else."""
    value = parent.get(key, default)
    return value if type(value) is int else None


def text(parent: Mapping[str, Any], key: str) -> str:
    """The text at `key`, empty where there is none."""
    value = parent.get(key)
    return value if isinstance(value, str) else ""


def objects(
    parent: Mapping[str, Any], key: str, path: str, most: int
) -> list[tuple[str, Mapping[str, Any]]]:
    """The first objects of the list at `key`, each with its path."""
    value = parent.get(key)
    if not isinstance(value, list):
        return []
    base = join(path, key)
    return [
        (join(base, index), item)
        for index, item in enumerate(value[:most])
        if isinstance(item, Mapping)
    ]


def plain(key: str) -> str:
    """A key as it reads in a sentence: as it is, in quotes when it is no plain word."""
    return key if key.isidentifier() and key.isascii() else say(key)


def say(value: object, unit: str = "") -> str:
    """A value as it reads in a sentence; short whatever it is."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        short = value if len(value) <= 40 else value[:37] + "…"
        return json.dumps(short, ensure_ascii=not short.isprintable())
    if isinstance(value, int):
        return f"{value}{_UNITS.get(unit, '')}" if abs(value) < 10**15 else "an endless number"
    if isinstance(value, float):
        if math.isinf(value):
            return "an endless number"
        return "not a number" if math.isnan(value) else f"{value:.9g}{_UNITS.get(unit, '')}"
    return "an object" if isinstance(value, Mapping) else "a list"


def too_large(document: object) -> Problem | None:
    """A sentence for what is no object, too deep or too long to be a config; else None."""
    if not isinstance(document, Mapping):
        return Problem(
            f"A config is a JSON object, not {say(document)}.",
            rule="document-type",
            action="Put the config between { and }.",
        )
    count = 0
    level: list[Any] = [document]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            items = value.values() if isinstance(value, Mapping) else value
            count += len(items)
            if count > MAX_NODES:
                return Problem(
                    f"The config has more than {MAX_NODES} values; a full one has about 300.",
                    rule="document-size",
                    action="Check that this is the right file.",
                )
            below.extend(item for item in items if isinstance(item, (Mapping, list)))
        if not below:
            return None
        level = below
    return Problem(
        f"The config is nested more than {MAX_DEPTH} levels deep; a full one has 7.",
        rule="document-depth",
        action="Check that this is the right file.",
    )
