"""Rows of the table: a figure, what it is held against, and whether the goal is reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from tests.bench.measure import Sample

GROSS = 10.0
"""So many times beyond its goal, a row is wrong and not merely slow."""

UNITS = {"ms": 1e3, "µs": 1e6, "s": 1.0, "MB": 1e-6, "%": 100.0}
"""What seconds, bytes or shares are multiplied by for the eye."""


@dataclass(frozen=True)
class Row:
    """One line. `figure` is what the goal limits: a ratio, or a value in the row's own unit."""

    what: str
    measured: str
    against: str
    figure: float
    limit: float
    goal: str
    has_floor: bool = True

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.figure <= self.limit

    @property
    def grossly_missed(self) -> bool:
        """Whether it is missed by an order of magnitude.

        Only against a floor of the same run: a figure by itself also tells what else runs there.
        """
        return self.has_floor and self.figure > GROSS * self.limit

    def as_json(self) -> dict[str, Any]:
        """For machines."""
        return {**asdict(self), "reached": self.reached}


def ratio(
    what: str, ours: Sample, floor: Sample, *, limit: float, floor_name: str, unit: str = "ms"
) -> Row:
    """Our median against the median of the floor."""
    return Row(
        what,
        said(ours, unit),
        f"{floor_name}: {said(floor, unit)}",
        ours.median / floor.median,
        limit,
        f"≤ {limit:g} ×",
    )


def at_most(
    what: str, figure: float, *, limit: float, measured: str, unit: str = "ms", against: str = "—"
) -> Row:
    """A figure with a limit of its own, both in what `unit` multiplies."""
    scale = UNITS[unit]
    goal = f"≤ {limit * scale:g} {unit}"
    return Row(what, measured, against, figure * scale, limit * scale, goal, has_floor=False)


def said(sample: Sample, unit: str) -> str:
    """Median and spread."""
    low, high = sample.spread
    return f"{number(sample.median, unit)} ({number(low, unit)}–{number(high, unit)}) {unit}"


def number(value: float, unit: str) -> str:
    """Three figures that count."""
    scaled = value * UNITS[unit]
    return f"{scaled:.0f}" if scaled >= 100 else f"{scaled:.3g}"


def markdown(rows: Sequence[Row]) -> str:
    """The table as it stands in results.md."""
    lines = ["| what | measured | against | figure | goal | |", "|---|---|---|---|---|---|"]
    for row in rows:
        verdict = "reached" if row.reached else "**missed**"
        lines.append(
            f"| {row.what} | {row.measured} | {row.against} | {row.figure:.3g} | {row.goal} "
            f"| {verdict} |"
        )
    return "\n".join(lines) + "\n"
