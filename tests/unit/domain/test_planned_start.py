"""A planned start as it shows: what is left, that its time has come, or why it did not come."""

from __future__ import annotations

import pytest

from agora_console.domain.planned_start import PlannedStart, plan_look

PLAN = PlannedStart(
    id="p1", at=1000.0, project_id="p", cname="gala", uid="1", config={"mode": "web"}
)


def test_a_plan_has_the_mode_of_its_config() -> None:
    assert PLAN.mode == "web"


@pytest.mark.parametrize(
    ("now", "sentence"), [(700.0, "Starts in 5:00."), (1000.0, "Its time has come.")]
)
def test_a_plan_counts_down(now: float, sentence: str) -> None:
    look = plan_look(PLAN, now)
    assert (look.word, look.sentence, look.attention) == ("PLANNED", sentence, False)


def test_a_plan_that_did_not_come_says_why_and_wants_a_look() -> None:
    look = plan_look(PLAN.model_copy(update={"trouble": "The machine slept."}), 2000.0)
    assert (look.word, look.sentence, look.attention) == (
        "START MISSED",
        "The machine slept.",
        True,
    )
