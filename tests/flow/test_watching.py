"""Watching, proven in virtual time: hours and fleets, sleep and clocks, networks and disks.

The console is the real one down to the bytes of its requests; see `support/virtual_world`.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from agora_console.domain.session import Phase, Session
from agora_console.domain.states import look
from agora_console.services.console import Console
from agora_console.simulator.pace import Limits
from tests.support.fleet import set_sail
from tests.support.virtual_time import run
from tests.support.virtual_world import MIX, World

HOUR = 3600.0
SPREAD = 1.12
"""A wait is spread by a tenth, and the answer takes a moment."""

Story = Callable[[World], Awaitable[None]]


@pytest.fixture
def folder() -> Iterator[Path]:
    """In memory where there is such a place: a crash of a process is no power cut."""
    shared = Path("/dev/shm")
    made = Path(tempfile.mkdtemp(dir=shared if shared.is_dir() else None))
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.fixture
def _many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each recording is brought forward when it is asked, not all of them at each request."""
    monkeypatch.setattr("agora_console.simulator.world.World.settle", lambda world: None)


def play(folder: Path, story: Story, *faults: str, limits: Limits | None = None) -> None:
    """Tell a story of a world in virtual time, with whatever is left ended in order."""

    async def whole() -> None:
        world = World(folder, faults=faults, limits=limits or Limits())
        try:
            await story(world)
        finally:
            await world.end()

    run(whole())


async def recording(world: World, **changes: object) -> Session:
    """A session that records and has stored its first file."""
    session_id = world.start("town-hall", **changes)
    return await world.until(session_id, lambda session: session.last_status == 5)


def questions(world: World, since: float = 0.0) -> list[float]:
    """When Agora was asked for a status, in seconds of the world."""
    return [at for at, path in world.network.sent if path.endswith("/query") and at >= since]


def gaps(times: list[float]) -> list[float]:
    return [later - earlier for earlier, later in pairwise(times)]


def fits(found: list[float], wanted: list[float]) -> bool:
    """Whether each wait is what was wanted, give or take its spread."""
    return len(found) >= len(wanted) and all(
        want / SPREAD - 0.2 <= got <= want * SPREAD + 0.2
        for got, want in zip(found, wanted, strict=False)
    )


def busiest(times: list[float]) -> int:
    """The most requests that left within any second."""
    return max(
        sum(1 for other in times[index:] if other < at + 1.0) for index, at in enumerate(times)
    )


# --- the rhythm ----------------------------------------------------------------------------


def test_from_the_sid_to_the_confirmation_and_into_a_steady_rhythm(folder: Path) -> None:
    async def story(world: World) -> None:
        await world.boot()
        session = await recording(world)
        begun = (session.started_at or 0.0) - world.machine.now() + world.machine.elapsed()
        first = questions(world)[0] - begun
        assert 4.4 <= first <= 5.7
        await world.pass_time(20 * 60)
        steady = questions(world, world.machine.elapsed() - 15 * 60)
        assert all(120 / SPREAD <= gap <= 120 * SPREAD for gap in gaps(steady))

    play(folder, story)


def test_a_recorder_that_is_not_ready_is_asked_with_back_off_until_its_ninety_seconds(
    folder: Path,
) -> None:
    async def story(world: World) -> None:
        await world.boot()
        world.start("town-hall")
        await world.pass_time(95)
        asked = questions(world)
        begun = next(at for at, path in world.network.sent if path.endswith("/start"))
        assert fits(gaps([begun, *asked]), [5, 5, 10, 15, 15, 15])
        assert any(89 <= at - begun <= 92 for at in asked)  # the end of the 90 s is not missed

    play(folder, story, "never-ready:2")


@pytest.mark.parametrize("idle", [5, 30, 100])
def test_a_question_always_comes_before_the_idle_time_is_over(folder: Path, idle: int) -> None:
    async def story(world: World) -> None:
        await world.boot()
        request = dict(MIX["clientRequest"])
        request["recordingConfig"] = {**request["recordingConfig"], "maxIdleTime": idle}
        session = await recording(world, config={**MIX, "clientRequest": request})
        await world.pass_time(600)
        assert max(gaps(questions(world))) < idle
        assert world.process is not None
        assert look(world.process.session(session.id), world.process.console.clock.now()).word == (
            "REC"
        )

    play(folder, story)


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        ("gone:0", [5, 10, 15, 30]),
        ("error-503:query:always", [5, 10, 15, 30, 30, 30]),
    ],
)
def test_trouble_is_followed_closely_and_then_less_so(
    folder: Path, fault: str, waits: list[float]
) -> None:
    async def story(world: World) -> None:
        await world.boot()
        session = await recording(world)
        await world.pass_time(60)
        world.simulator.add_fault(fault)
        begin = world.machine.elapsed()
        await world.until(session.id, lambda each: each.trouble_count > 0)
        await world.pass_time(160)
        assert fits(gaps(questions(world, begin)), waits)

    play(folder, story)


def test_every_row_says_when_it_is_asked_next_and_keeps_its_word(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        said: list[float] = []

        def note(changed: Session) -> None:
            if changed.next_ask_at is not None:
                said.append(changed.next_ask_at)

        process.console.recordings.changed.subscribe(note)
        begin = world.machine.elapsed()
        await world.pass_time(30 * 60)
        offset = process.console.clock.now() - world.machine.elapsed()
        for asked in questions(world, begin)[1:]:
            assert min(abs(asked + offset - each) for each in said) < 0.2
        assert (
            "Asked again in" in look(process.session(session.id), process.console.clock.now()).next
        )

    play(folder, story)


def test_a_day_passes_and_the_state_is_true_all_along(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        for _ in range(24):
            await world.pass_time(HOUR)
            now = process.console.clock.now()
            current = process.session(session.id)
            assert look(current, now).word == "REC"
            assert now - (current.last_status_at or 0.0) < 120 * SPREAD + 1
        assert 600 < len(questions(world)) < 850
        process.console.recordings.stop(session.id)
        ended = await world.until(session.id, lambda each: each.over)
        assert ended.phase is Phase.FILES_LISTED
        assert (ended.stop_accepted_at or 0.0) - (ended.confirmed_at or 0.0) >= 24 * HOUR

    play(folder, story)


# --- fleets --------------------------------------------------------------------------------


@pytest.mark.usefixtures("_many")
@pytest.mark.timeout(180)  # much is computed in it, which takes long on a busy machine
def test_a_thousand_recordings_are_adopted_and_watched_within_ten_requests_a_second(
    folder: Path,
) -> None:
    async def story(world: World) -> None:
        await set_sail(world, 1000)
        await world.pass_time(2)
        process = await world.boot()
        begin = world.machine.elapsed()
        await world.pass_time(150)
        sessions = process.sessions
        late = [each for each in sessions if (each.last_answer_at or 0.0) <= each.started_at]  # type: ignore[operator]
        assert len(late) == 0  # everybody was asked once, as fast as is allowed
        await world.pass_time(150)
        now = process.console.clock.now()
        assert {look(each, now).word for each in process.sessions} == {"REC"}
        assert all(each.next_ask_at is not None for each in process.sessions)
        assert max(now - (each.last_status_at or 0.0) for each in process.sessions) < 300
        assert busiest(questions(world, begin)) <= 10
        assert not [v for v in world.simulator.ledger.violations if v.rule == "rate"]

    play(folder, story, limits=Limits(tasks=2000))


@pytest.mark.usefixtures("_many")
def test_of_five_hundred_that_are_adopted_a_stop_waits_for_none(folder: Path) -> None:
    async def story(world: World) -> None:
        fleet = await set_sail(world, 500)
        process = await world.boot()
        await world.pass_time(5)
        process.console.recordings.stop(fleet[450].id)
        stopped = await world.until(fleet[450].id, lambda each: each.over, 20)
        assert stopped.phase is Phase.FILES_LISTED
        await world.pass_time(80)
        asked = [each for each in process.sessions if (each.last_answer_at or 0) > each.since]
        assert len(asked) >= 499

    play(folder, story, limits=Limits(tasks=2000))


# --- sleep, clocks and networks ------------------------------------------------------------


@pytest.mark.usefixtures("_many")
def test_on_wake_all_are_asked_at_once_within_the_budget(folder: Path) -> None:
    async def story(world: World) -> None:
        fleet = await set_sail(world, 40)
        process = await world.boot()
        await world.pass_time(300)
        before = process.console.clock.now()
        world.machine.sleep(8 * HOUR)
        begin = asyncio.get_running_loop().time()
        assert process.console.clock.now() - before >= 8 * HOUR  # elapsed times include the sleep
        await world.pass_time(17)
        asked = questions(world, begin)
        assert len(asked) >= len(fleet)
        assert busiest(asked) <= 10
        now = process.console.clock.now()
        assert all(now - (each.last_answer_at or 0.0) < 20 for each in process.sessions)

    play(folder, story, limits=Limits(tasks=200))


def test_a_sleep_shows_as_an_old_answer_until_agora_has_answered(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        await world.pass_time(100)
        world.machine.sleep(2 * HOUR)
        shown = look(process.session(session.id), process.console.clock.now())
        assert shown.word == "UNKNOWN, MAY STILL RECORD"
        await world.pass_time(17)
        shown = look(process.session(session.id), process.console.clock.now())
        assert shown.word == "REC"

    play(folder, story)


@pytest.mark.usefixtures("_many")
def test_when_the_network_is_back_all_are_asked_at_once(folder: Path) -> None:
    async def story(world: World) -> None:
        await set_sail(world, 40)
        process = await world.boot()
        await world.pass_time(60)
        world.network.state = "refused"
        await world.pass_time(20 * 60)
        now = process.console.clock.now()
        assert not any(look(each, now).word == "REC" for each in process.sessions)
        assert not any(each.over for each in process.sessions)
        world.network.state = "up"
        back = world.machine.elapsed()
        await world.until(process.sessions[0].id, lambda each: each.last_answer == "200", 90)
        await world.pass_time(12)
        now = process.console.clock.now()
        assert {look(each, now).word for each in process.sessions} == {"REC"}
        assert busiest(questions(world, back)) <= 10

    play(folder, story, limits=Limits(tasks=200))


@pytest.mark.parametrize("jump", [-HOUR, HOUR], ids=["back", "ahead"])
def test_a_clock_that_is_set_changes_no_rhythm_and_no_duration(folder: Path, jump: float) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        await world.pass_time(600)
        begin, now = world.machine.elapsed(), process.console.clock.now()
        world.machine.wall_error = jump
        await world.pass_time(600)
        assert process.console.clock.now() - now == pytest.approx(600, abs=0.1)
        assert max(gaps(questions(world, begin))) <= 120 * SPREAD
        await world.crash()
        process = await world.boot()  # a new process reads the wrong clock
        await world.pass_time(10)
        current = process.session(session.id)
        assert look(current, process.console.clock.now()).word == "REC"
        assert (current.last_status_at or 0.0) >= (current.confirmed_at or 0.0)

    play(folder, story)


# --- disks ---------------------------------------------------------------------------------


def test_a_journal_on_a_slow_disk_delays_what_needs_it_and_nothing_else(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        world.disk_seconds = 2.0
        session = await recording(world)
        await world.pass_time(900)
        now = process.console.clock.now()
        assert look(process.session(session.id), now).word == "REC"
        process.console.recordings.stop(session.id)
        ended = await world.until(session.id, lambda each: each.over)
        assert ended.phase is Phase.FILES_LISTED
        assert not world.simulator.ledger.doubled

    play(folder, story)


# --- two consoles --------------------------------------------------------------------------


@dataclass
class Beside:
    """A second console on the same folder, that follows the first."""

    console: Console
    taken: asyncio.Event

    def session(self, session_id: str) -> Session:
        session = self.console.recordings.get(session_id)
        assert session is not None
        return session


async def beside(world: World) -> Beside:
    console = await world.open_beside()
    taken = asyncio.Event()

    async def own() -> None:
        console.take_over()
        await console.recordings.adopt()
        taken.set()

    console.tasks.start("follow", console.follow(own))
    return Beside(console, taken)


@pytest.mark.parametrize("crash", [False, True], ids=["closed", "crashed"])
def test_a_second_console_shows_what_the_first_does_and_takes_over_when_it_ends(
    folder: Path, crash: bool
) -> None:
    async def story(world: World) -> None:
        await world.boot()
        second = await beside(world)
        session = await recording(world)
        await world.pass_time(3)
        assert second.session(session.id).last_status == 5  # it follows, and asks nothing itself
        assert second.console.recordings.read_only
        sent = len(world.network.sent)
        await (world.crash() if crash else world.close())
        assert len(world.network.sent) - sent <= 1
        await asyncio.wait_for(second.taken.wait(), 30)
        assert second.console.recordings.read_only == ""
        begin = world.machine.elapsed()
        await world.pass_time(300)
        assert questions(world, begin)
        now = second.console.clock.now()
        assert look(second.session(session.id), now).word == "REC"
        second.console.recordings.stop(session.id)
        await world.pass_time(60)
        assert second.session(session.id).phase is Phase.FILES_LISTED
        await second.console.close()

    play(folder, story)


# --- planned stops -------------------------------------------------------------------------


async def planned(world: World, seconds: float) -> Session:
    session = await recording(world)
    assert world.process is not None
    console = world.process.console
    console.recordings.plan_stop(session.id, console.clock.now() + seconds)
    return await world.until(session.id, lambda each: each.stop_planned_at is not None)


def test_a_planned_stop_is_carried_out_at_its_time(folder: Path) -> None:
    async def story(world: World) -> None:
        await world.boot()
        session = await planned(world, HOUR)
        await world.pass_time(HOUR - 5)
        assert world.process is not None
        assert world.process.session(session.id).stop_sent_at is None
        ended = await world.until(session.id, lambda each: each.over, 60)
        assert 0 <= (ended.stop_sent_at or 0) - (ended.stop_planned_at or 0) < 1
        assert ended.phase is Phase.FILES_LISTED

    play(folder, story)


def test_a_planned_stop_survives_a_crash_and_a_sleep_and_says_that_it_is_late(
    folder: Path,
) -> None:
    async def story(world: World) -> None:
        await world.boot()
        session = await planned(world, 600)
        await world.crash()
        await world.pass_time(1200)
        process = await world.boot()
        await world.until(session.id, lambda each: each.over, 60)
        lines = [line.text for line in await process.console.recordings.entries(session.id)]
        assert any("The planned stop, 10:" in line and "late" in line for line in lines)

    play(folder, story)


def test_a_plan_that_was_taken_back_stops_nothing(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await planned(world, 60)
        process.console.recordings.plan_stop(session.id, None)
        await world.pass_time(600)
        assert process.session(session.id).phase is Phase.RECORDING

    play(folder, story)


# --- stops that are not heard --------------------------------------------------------------


@pytest.mark.parametrize("fault", ["rate-limit:stop:always", "error-503:stop:always"])
def test_a_stop_that_is_never_heard_is_repeated_less_often_and_never_given_up(
    folder: Path, fault: str
) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        world.simulator.add_fault(fault)
        begin = world.machine.elapsed()
        process.console.recordings.stop(session.id)
        waits: set[float] = set()
        process.console.recordings.changed.subscribe(
            lambda each: waits.add(each.next_stop_at) if each.next_stop_at else None
        )
        await world.pass_time(HOUR)
        stops = [at for at, path in world.network.sent if path.endswith("/stop") and at >= begin]
        assert 90 < len(stops) < 160
        assert gaps(stops)[-1] >= 29
        assert len(waits) >= len(stops) - 1  # each attempt was announced
        shown = look(process.session(session.id), process.console.clock.now())
        assert "The stop is sent again in" in shown.next
        world.simulator.remove_fault("*")
        ended = await world.until(session.id, lambda each: each.over, 60)
        assert ended.phase is Phase.FILES_LISTED
        assert ended.next_stop_at is None

    play(folder, story)


def test_a_stop_does_not_wait_for_a_change_that_is_repeated(folder: Path) -> None:
    async def story(world: World) -> None:
        process = await world.boot()
        session = await recording(world)
        world.simulator.add_fault("error-503:updateLayout:always")
        process.console.recordings.update_layout(session.id, {"mixedVideoLayout": 0})
        await world.pass_time(0.5)
        process.console.recordings.stop(session.id)
        ended = await world.until(session.id, lambda each: each.over, 10)
        assert ended.phase is Phase.FILES_LISTED
        lines = [line.text for line in await process.console.recordings.entries(session.id)]
        assert "Stop ordered. A change on its way was given up for it." in lines

    play(folder, story)
