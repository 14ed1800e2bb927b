"""A Problem is what a person reads: a sentence, what still holds, and one thing to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters, in the order in which a person should read them."""

    ERROR = "error"  # Agora refuses it, or the console could not do what was asked
    WARNING = "warning"  # Agora ignores it in silence, or it will hurt later
    NOTE = "note"  # worth knowing


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that mends a problem: `label` is the button, `path` and `value` what it sets.

    `value` None removes the key at `path`; `rename_to` moves the value to another path.
    """

    label: str
    path: str
    value: object = None
    rename_to: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, in words.

    `sentence` says what, the limit and the value. `path` is the JSON path in the config (empty
    when the problem is not about a field). `holds` says what is still true ("the recording may
    still be running"), `action` the one thing to do. `detail` carries code and raw reply for the
    folded part; it never holds a secret.
    """

    sentence: str
    severity: Severity = Severity.ERROR
    path: str = ""
    rule: str = ""
    holds: str = ""
    action: str = ""
    detail: str = ""
    fix: Fix | None = field(default=None)

    @property
    def text(self) -> str:
        """Sentence, what still holds and what to do, as one text."""
        return " ".join(part for part in (self.sentence, self.holds, self.action) if part)


def has_errors(problems: tuple[Problem, ...] | list[Problem]) -> bool:
    """True when at least one problem keeps a request from being sent."""
    return any(problem.severity is Severity.ERROR for problem in problems)
