"""The short form of the benchmarks, for CI: a goal may be missed here, but not grossly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.__main__ import GROUPS
from tests.bench.kit import Kit
from tests.support.table import show, table

CROWDED = ("watching",)
"""Groups that say nothing while other tests run beside them; `dev.py bench` has them."""

HEAD = ("what", "measured", "against", "figure", "goal")


@pytest.mark.timeout(300)
@pytest.mark.parametrize("group", [each for each in GROUPS if each not in CROWDED])
def test_no_goal_is_missed_by_an_order_of_magnitude(
    group: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    rows = GROUPS[group](Kit(tmp_path, short=True))
    lines = [(row.what, row.measured, row.against, f"{row.figure:.3g}", row.goal) for row in rows]
    show(pytestconfig, table(f"Benchmarks, short form: {group}", HEAD, lines))
    assert [row.what for row in rows if row.grossly_missed] == []
