"""At least ten thousand random steps, and not one lost, doubled or falsely claimed recording."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.fuzz.model.machine import ConsoleMachine
from tests.fuzz.model.tally import TALLY

STEPS = 10_000
STEPS_OF_A_RUN = 50


@pytest.mark.timeout(600)
def test_nothing_is_lost_doubled_or_claimed(request: pytest.FixtureRequest) -> None:
    long = request.config.getoption("--long")
    wanted = STEPS * (10 if long else 1)
    runs = settings(
        max_examples=wanted // STEPS_OF_A_RUN + wanted // 500,
        stateful_step_count=STEPS_OF_A_RUN,
        deadline=None,
        derandomize=not long,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(ConsoleMachine, settings=runs)
    assert TALLY.steps >= wanted
