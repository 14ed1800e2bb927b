"""At least ten thousand random steps, and not one lost, doubled or falsely claimed recording.

The same program takes the same steps, whatever else runs on the machine and whatever other tests
were run before: time is virtual, and chance is drawn from fixed seeds. `--long` takes ten times as
many, `--seed N` others.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis.internal.conjecture import providers
from hypothesis.internal.constants_ast import Constants
from hypothesis.stateful import run_state_machine_as_test

from tests.fuzz.model.machine import ConsoleMachine
from tests.fuzz.model.tally import TALLY

STEPS = 10_000
STEPS_OF_A_RUN = 50


@pytest.fixture
def _nothing_from_other_modules(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hypothesis sprinkles in the constants of all modules that happen to be loaded.

    So a run of everything would take other steps than a run of this test alone.
    """
    monkeypatch.setattr(providers, "_get_local_constants", Constants)
    providers.CONSTANTS_CACHE.cache.clear()
    yield
    providers.CONSTANTS_CACHE.cache.clear()


@pytest.mark.timeout(600)
@pytest.mark.usefixtures("_nothing_from_other_modules")
def test_nothing_is_lost_doubled_or_claimed(request: pytest.FixtureRequest) -> None:
    wanted = STEPS * (10 if request.config.getoption("--long") else 1)
    runs = settings(
        max_examples=wanted // STEPS_OF_A_RUN + wanted // 500,
        stateful_step_count=STEPS_OF_A_RUN,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    machine = seed(request.config.getoption("--seed"))(ConsoleMachine)
    run_state_machine_as_test(machine, settings=runs)
    assert TALLY.steps >= wanted
