"""A planned start: what is written down of it, how it shows, and when it can be carried out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from agora_console.domain.durations import duration
from agora_console.domain.problems import Problem
from agora_console.domain.states import Look

GRACE = 300.0
"""Seconds of delay within which a planned start is still carried out without a question."""

FARTHEST = 30 * 86_400.0
"""Seconds ahead for which a start can be planned."""


class PlannedStart(BaseModel):
    """A start to come. `at` and `made_at` are seconds since the epoch, UTC.

    `config` and `guards` are documents without secrets. `token_seconds` is the life of the token
    that is made when its time has come; 0 makes none. `held` names the secrets that were given with
    it; `run_only` says that they are lost with this run of the program. `trouble` says why it was
    not started; a person decides then.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    id: str
    at: float
    project_id: str
    cname: str
    uid: str
    config: dict[str, Any]
    guards: dict[str, Any] = {}
    token_seconds: int = 0
    made_at: float = 0.0
    held: tuple[str, ...] = ()
    run_only: bool = False
    trouble: str = ""

    @property
    def mode(self) -> str:
        """The mode of its config."""
        return str(self.config.get("mode", ""))


def plan_look(plan: PlannedStart, now: float) -> Look:
    """How a plan shows at `now`: PLANNED with what is left, or MISSED with the reason."""
    if plan.trouble:
        return Look("START MISSED", "cross", "amber", plan.trouble, attention=True)
    left = plan.at - now
    said = f"Starts in {duration(left)}." if left > 0 else "Its time has come."
    return Look("PLANNED", "outline", "blue", said)


def missed(late: float) -> str:
    """Why a plan that is `late` seconds late was not carried out."""
    return (
        f"Its time was {duration(late)} ago: the machine slept, or no console ran. After more than "
        f"{int(GRACE // 60)} minutes nothing is started without a person. Nothing was sent."
    )


def clock_was_set(by: float) -> str:
    """Why a plan was not carried out on a machine whose clock was set by so many seconds."""
    why = "Nothing is started without a person. Nothing was sent."
    if by > 0:
        return f"The clock of this computer was set forward by {duration(by)}. {why}"
    return f"The clock of this computer was set back by {duration(-by)}. {why}"


def moment_trouble(at: float, now: float) -> Problem | None:
    """Why a start at `at` cannot be planned at `now`, both in seconds since the epoch."""
    if at <= now:
        return Problem(
            f"That was {duration(now - at)} ago.", action="Choose a time that is to come."
        )
    if at - now > FARTHEST:
        return Problem(
            f"That is {int((at - now) // 86_400)} days ahead; {int(FARTHEST // 86_400)} are the "
            "limit.",
            action="Choose an earlier time.",
        )
    return None


def written(plans: Iterable[PlannedStart]) -> list[dict[str, Any]]:
    """The plans as JSON."""
    return [plan.model_dump(mode="json") for plan in plans]


def read_plans(kept: Iterable[Any]) -> tuple[dict[str, PlannedStart], tuple[Problem, ...]]:
    """The plans of an earlier run, and what of them cannot be used."""
    plans, notes = {}, []
    for item in kept:
        try:
            plan = PlannedStart.model_validate(item)
        except ValidationError:
            why = "A planned start cannot be read, and will not come."
            notes.append(Problem(why, rule="settings", action="Plan it again."))
        else:
            plans[plan.id] = plan
    return plans, tuple(notes)
