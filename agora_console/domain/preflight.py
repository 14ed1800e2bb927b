"""Preflight: a sheet of what speaks for and against a start, each line with its evidence.

A line says no more than was proved: what could not be looked at is not "go". Nothing here keeps a
recording from being started.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from agora_console.domain.durations import span
from agora_console.domain.problems import Fix
from agora_console.domain.session import Session
from agora_console.domain.states import Look

PROJECT = "project"
"""Where a line is mended in the settings of the project, and not in the draft."""


class State(StrEnum):
    """How a line stands; the value is the word for it."""

    GO = "go"
    NO_GO = "no go"
    UNSEEN = "could not look"
    NOT_NEEDED = "not needed"


class Line(StrEnum):
    """The lines of the sheet, in their order."""

    REQUEST = "request"
    CREDENTIALS = "credentials"
    SERVICE = "service"
    CLOCK = "clock"
    TOKEN = "token"
    UID = "uid"
    STORAGE = "storage"
    BUDGET = "budget"
    WINDOW = "window"


TITLES: Mapping[Line, str] = {
    Line.REQUEST: "Request",
    Line.CREDENTIALS: "Credentials",
    Line.SERVICE: "Cloud Recording enabled",
    Line.CLOCK: "Clock",
    Line.TOKEN: "Token",
    Line.UID: "Recorder UID (journal)",
    Line.STORAGE: "Storage",
    Line.BUDGET: "Request budget",
    Line.WINDOW: "Control window",
}

_LOOKS: Mapping[State, Look] = {
    State.GO: Look("GO", "check", "green"),
    State.NO_GO: Look("NO GO", "cross", "red_outline"),
    State.UNSEEN: Look("COULD NOT LOOK", "question", "amber"),
    State.NOT_NEEDED: Look("NOT NEEDED", "empty", "grey"),
}
ASKING_LOOK = Look("ASKING", "ring", "blue")
NOT_ASKED_LOOK = Look("NOT ASKED", "outline", "neutral")


def look_of(state: State) -> Look:
    """Word, shape and tone of a state."""
    return _LOOKS[state]


@dataclass(frozen=True, slots=True)
class Check:
    """One line with its answer. `evidence` says what was asked and what came back, `at` when
    (seconds since the epoch, UTC), `action` the one thing to do, `path` where: a JSON path of the
    draft, or PROJECT. `fix` mends the draft by itself.
    """

    line: Line
    state: State
    evidence: str
    at: float = 0.0
    action: str = ""
    path: str = ""
    fix: Fix | None = field(default=None)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sheet is about: `config` is the document without secrets, `planned` in seconds."""

    app_id: str
    cname: str
    uid: str
    config: Mapping[str, Any]
    planned: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished preflight. Times are seconds since the epoch (UTC)."""

    subject: Subject
    begun_at: float
    ended_at: float
    checks: tuple[Check, ...]

    @property
    def state(self) -> State:
        """The verdict: GO only where every line is go or not needed."""
        states = {check.state for check in self.checks}
        return next((each for each in (State.NO_GO, State.UNSEEN) if each in states), State.GO)

    @property
    def good(self) -> int:
        """How many lines are go or not needed."""
        return sum(each.state in (State.GO, State.NOT_NEEDED) for each in self.checks)

    @property
    def reasons(self) -> str:
        """The lines that are not go, and how many are."""
        parts: list[str] = []
        for state, lines in self.named():
            titles = ", ".join(TITLES[line] for line in lines)
            parts.append(f"{look_of(state).word.lower()}: {titles}" if parts else titles)
        if not parts:
            return f"all {len(self.checks)} lines."
        return f"{'; '.join(parts)}; {self.good} of {len(self.checks)} lines are go."

    @property
    def sentence(self) -> str:
        """The verdict in words."""
        return f"{look_of(self.state).word}: {self.reasons}"

    def named(self) -> list[tuple[State, tuple[Line, ...]]]:
        """The lines that are not go, by their state, the worst first."""
        found = []
        for state in (State.NO_GO, State.UNSEEN):
            lines = tuple(each.line for each in self.checks if each.state is state)
            if lines:
                found.append((state, lines))
        return found

    def record(self) -> dict[str, Any]:
        """The sheet as JSON for the journal; what it is about stands in the session."""
        return {
            "verdict": self.state.value,
            "begunAt": self.begun_at,
            "endedAt": self.ended_at,
            "planned": self.subject.planned,
            "lines": [
                {
                    "line": each.line.value,
                    "title": TITLES[each.line],
                    "state": each.state.value,
                    "evidence": each.evidence,
                    "at": each.at,
                    **({"action": each.action} if each.action else {}),
                }
                for each in self.checks
            ],
        }


def kept_sentence(sheet: Sheet, session: Session) -> str | None:
    """What a time line says of the sheet of its recording; None for a sheet of another one."""
    subject = sheet.subject
    if (subject.app_id, subject.cname) != (session.app_id, session.cname):
        return None
    changed = [
        word
        for word, same in (
            ("the recorder UID", subject.uid == session.uid),
            ("the config", dict(subject.config) == dict(session.config)),
        )
        if not same
    ]
    ago = span(max(0.0, session.created_at - sheet.ended_at))
    since = f" Since then {' and '.join(changed)} changed." if changed else ""
    return f"Preflight {ago} before: {sheet.sentence}{since}"
