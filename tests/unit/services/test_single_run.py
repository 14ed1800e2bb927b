"""One recording without a window: what counts as reached, and what is said on the way."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest

from agora_console.domain.session import Phase
from agora_console.services.errands.single_run import SingleRun
from agora_console.services.start.orders import RefusedError
from agora_console.simulator import answers
from agora_console.simulator.answers import Answer
from agora_console.simulator.routes import Route
from agora_console.simulator.service import Service
from tests.flow.stage import Stage, stage


class Said:
    """The events, in order."""

    def __init__(self) -> None:
        self.events: list[tuple[str, dict[str, Any]]] = []

    def say(self, event: str, facts: dict[str, Any]) -> None:
        self.events.append((event, facts))

    @property
    def phases(self) -> list[str]:
        return list(dict.fromkeys(f["phase"] for event, f in self.events if event == "state"))


def run_of(it: Stage, said: Said) -> SingleRun:
    return SingleRun(it.console.recordings, it.console.clock, said.say)


async def test_confirmed_and_stopped_is_good(tmp_path: Path) -> None:
    said = Said()
    async with stage(tmp_path) as it:
        outcome = await run_of(it, said).run(it.order(), 30.0)
        assert outcome.good
        assert outcome.session.phase is Phase.FILES_LISTED
        began, ended = outcome.session.confirmed_at, outcome.session.stop_sent_at
        assert began is not None
        assert ended is not None
        assert ended - began >= 30.0
    assert said.phases == [
        "intent",
        "starting",
        "unconfirmed",
        "recording",
        "stopping",
        "files_listed",
    ]


async def test_a_state_is_said_once(tmp_path: Path) -> None:
    said = Said()
    async with stage(tmp_path) as it:
        await run_of(it, said).run(it.order(), 60.0)
    keys = [
        (facts["phase"], facts["status"], facts["resourceId"], facts["sid"])
        for event, facts in said.events
        if event == "state"
    ]
    assert all(one != next_ for one, next_ in itertools.pairwise(keys))


async def test_a_halt_ends_the_waiting_and_stops(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        run = run_of(it, Said())
        running = asyncio.ensure_future(run.run(it.order(), None))
        await asyncio.sleep(0)
        session_id = it.console.recordings.sessions()[0].id
        await it.until(session_id, lambda session: session.confirmed_at is not None)
        run.halt()
        outcome = await running
        assert outcome.good
        assert it.ledger_calls("stop") == 1


async def test_a_halt_before_anything_was_started_stops_nothing(tmp_path: Path) -> None:
    async with stage(tmp_path, "slow:acquire:400") as it:
        run = run_of(it, Said())
        run.halt()
        outcome = await run.run(it.order(), None)
        assert not outcome.good
        assert it.ledger_calls("stop") == 0
        assert it.simulator.recordings == {}


async def test_an_order_that_is_refused_says_nothing(tmp_path: Path) -> None:
    said = Said()
    async with stage(tmp_path) as it:
        with pytest.raises(RefusedError):
            await run_of(it, said).run(it.order(uid="0"), 1.0)
    assert said.events == []


@pytest.mark.parametrize(
    "fault", ["conflict:start:always", "never-ready", "abnormal:1", "no-data:stop", "idle-exit:20"]
)
async def test_what_was_not_both_confirmed_and_stopped_is_not_good(
    fault: str, tmp_path: Path
) -> None:
    async with stage(tmp_path, fault, "long-four") as it:
        # Longer than the two minutes between two questions, so that an end is seen before the stop.
        outcome = await run_of(it, Said()).run(it.order(), 200.0)
        assert not outcome.good
        assert outcome.session.over
        assert outcome.sentence


async def test_what_is_told_of_the_session_is_said_as_a_problem(tmp_path: Path) -> None:
    said = Said()
    async with stage(tmp_path, "conflict:start:always") as it:
        await run_of(it, said).run(it.order(), 10.0)
    problems = [facts["sentence"] for event, facts in said.events if event == "problem"]
    assert any("53" in sentence for sentence in problems)


async def test_an_end_that_is_refused_says_that_it_may_still_record(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.simulator.add_fault("unauthorized")
        stop = it.console.recordings.stop
        outcome = await run_of(it, Said()).end(session.id, 30.0, stop)
        assert not outcome.good
        assert "may still record" in outcome.sentence


async def test_a_session_that_could_not_be_written_down_is_an_error(tmp_path: Path) -> None:
    async with stage(tmp_path) as it:
        run = run_of(it, Said())
        with pytest.raises(LookupError, match="journal"):
            await run.follow("unheard-of", 1.0)


@pytest.mark.parametrize("fault", ["drop:start", "html:start", "not-completed:start"])
async def test_a_start_without_an_answer_is_waited_for_until_the_next_one_brings_the_sid(
    fault: str, tmp_path: Path
) -> None:
    async with stage(tmp_path, fault) as it:
        outcome = await run_of(it, Said()).run(it.order(), 10.0)
        assert outcome.good
        assert it.ledger_calls("acquire") == 1
        assert it.ledger_calls("start") == 2


async def test_a_start_that_ran_and_lost_its_sid_is_not_good_and_says_so(tmp_path: Path) -> None:
    async with stage(tmp_path, "lost-reply:start") as it:
        outcome = await run_of(it, Said()).run(it.order(), 10.0)
        assert not outcome.good
        assert "its sid is not known" in outcome.sentence


async def test_a_start_that_is_never_answered_is_given_up_as_unknown(tmp_path: Path) -> None:
    async with stage(tmp_path, "not-completed:start:always") as it:
        outcome = await run_of(it, Said()).run(it.order(), 10.0)
        assert outcome.session.phase is Phase.OUTCOME_UNKNOWN
        assert "may still record" in outcome.sentence


async def test_a_halt_while_a_start_is_on_its_way_waits_for_the_sid_and_stops(
    tmp_path: Path,
) -> None:
    async with stage(tmp_path, "slow:start:20") as it:
        run = run_of(it, Said())
        session_id = it.console.recordings.start(it.order())
        running = asyncio.ensure_future(run.follow(session_id, None))
        await it.until(session_id, lambda each: each.start_sent_at is not None)
        run.halt()
        outcome = await running
        assert outcome.session.over
        assert it.ledger_calls("stop") == 1


async def test_a_halt_before_the_start_is_sent_calls_it_off(tmp_path: Path) -> None:
    async with stage(tmp_path, "slow:acquire:400") as it:
        run = run_of(it, Said())
        run.halt()
        outcome = await run.run(it.order(), None)
        assert outcome.session.over
        assert outcome.sentence.endswith("nothing was started.")


def odd_stops(monkeypatch: pytest.MonkeyPatch, *answers_first: Answer) -> None:
    """The service answers so to the first stops, and does nothing."""
    waiting, stop = list(answers_first), Service._stop

    async def odd(service: Service, call: Route, body: Any) -> Answer:
        return waiting.pop(0) if waiting else await stop(service, call, body)

    monkeypatch.setattr(Service, "_stop", odd)


@pytest.mark.parametrize(
    "answer",
    [Answer(200, {"resourceId": "r", "sid": "s"}), answers.INVALID_OPERATION],
    ids=["accepted", "ending already"],
)
async def test_what_outlives_its_stop_is_stopped_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: Answer
) -> None:
    odd_stops(monkeypatch, answer)
    async with stage(tmp_path) as it:
        outcome = await run_of(it, Said()).run(it.order(), 1.0)
        assert outcome.good
        assert it.ledger_calls("stop") == 2


async def test_a_stop_that_was_refused_is_sent_again_once_agora_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd_stops(monkeypatch, answers.WRONG_OWNER, answers.WRONG_OWNER)
    async with stage(tmp_path) as it:
        outcome = await run_of(it, Said()).run(it.order(), 1.0)
        assert outcome.good
        assert it.ledger_calls("stop") == 3


async def test_a_stop_by_hand_is_sent_again_as_well_and_recovering_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd_stops(monkeypatch, Answer(200, {"resourceId": "r", "sid": "s"}))
    async with stage(tmp_path) as it:
        session = await it.confirmed()
        it.console.recordings.stop(session.id)
        again = await it.until(session.id, lambda each: each.phase is Phase.UNKNOWN)

        recovered = await it.console.recordings.recover(session.id)

        assert "Agora accepted the stop and still reports status" in again.cause
        assert recovered.over
        assert it.ledger_calls("stop") == 2
