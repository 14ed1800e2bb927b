"""The machine: everything that people, networks, machines and Agora do to a console."""

from __future__ import annotations

import asyncio
import random
import shutil
import tempfile
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from agora_console.domain.open_case import is_open_case
from agora_console.domain.session import Session
from agora_console.services.recordings import Recordings
from agora_console.services.sessions.retention import Retention
from agora_console.services.start.orders import RefusedError
from tests.fuzz.model.faults import OF_START, OF_STOP, ONE_TIME, STANDING
from tests.fuzz.model.judge import Judge
from tests.fuzz.model.tally import TALLY
from tests.support.virtual_time import VirtualLoop
from tests.support.virtual_world import INDIVIDUAL, MIX, WEB, World

CHANNELS = ("green-room", "town-hall", "stage-3", "stage-4", "foyer", "studio")
LAYOUT = {"mixedVideoLayout": 0, "backgroundColor": "#101828"}
CONFIGS = (MIX, MIX, INDIVIDUAL, WEB)
IDLE = (30, 60, 300)
HOURS = (None, None, None, 1)


def with_limits(config: dict[str, Any], idle: int, hours: int | None) -> dict[str, Any]:
    """A config with another idle time, and with a control window of so many hours."""
    request = dict(config["clientRequest"])
    if "recordingConfig" in request:
        request["recordingConfig"] = {**request["recordingConfig"], "maxIdleTime": idle}
    changed = {**config, "clientRequest": request}
    if hours is not None:
        changed["acquire"] = {**config.get("acquire", {}), "resourceExpiredHour": hours}
    return changed


class Actions:
    """What can happen. Each takes a number out of which it makes its choices."""

    def __init__(self, world: World, judge: Judge) -> None:
        self.world = world
        self.judge = judge

    # --- people ----------------------------------------------------------------------------

    async def start(self, number: int) -> None:
        cname = self._one_of(CHANNELS, number)
        if any(not s.over and s.cname == cname for s in self.judge.sessions()):
            return  # a second one, with another UID, is a thing of its own
        config = with_limits(
            self._one_of(CONFIGS, number // 6),
            self._one_of(IDLE, number // 24),
            self._one_of(HOURS, number // 72),
        )
        # Ids decide the order of what is due at once: they must be the same in every run.
        session_id = f"{self.world.chance.getrandbits(128):032x}"
        await self._order(
            lambda recordings: recordings.start(self.world.order(cname, config=config), session_id)
        )

    async def start_in_trouble(self, number: int) -> None:
        """A start that meets one to three faults, one after the other, as it is sent again."""
        self.world.simulator.add_fault(self._one_of(OF_START, number // 7))
        await self.start(number // 3)
        for shift in range(number % 3):
            await self.world.pass_time(self._one_of((0.3, 1.0, 3.0), number // 11))
            self.world.simulator.add_fault(self._one_of(OF_START, number // (38 + 31 * shift)))
        await self.world.pass_time(self._one_of((0.05, 2.0, 12.0, 30.0, 330.0), number // 5))

    async def start_and_move(self, number: int) -> None:
        """A recorder that breaks and is moved while nobody watches, or while somebody does."""
        await self.move(number)
        await self.start(number // 3)
        await self.world.pass_time((number % 31) * 0.1)
        if number % 2:
            await self.crash(number // 5)

    async def start_and_crash(self, number: int) -> None:
        """A crash somewhere between the order and the confirmation."""
        await self.start(number)
        await self.world.pass_time((number % 97) * 0.003)
        await self.crash(number // 5)

    async def stop_in_trouble(self, number: int) -> None:
        self.world.simulator.add_fault(self._one_of(OF_STOP, number // 3))
        await self.stop(number)
        await self.world.pass_time(self._one_of((0.05, 2.0, 12.0, 50.0), number // 5))

    async def stop_and_crash(self, number: int) -> None:
        await self.stop(number)
        await self.world.pass_time((number % 89) * 0.03)
        await self.crash(number // 5)

    async def stop(self, number: int) -> None:
        if session := self._pick(number):
            self.judge.ordered_to_stop.add(session.id)
            await self._order(lambda recordings: recordings.stop(session.id))

    async def plan_stop(self, number: int) -> None:
        """Plan a stop, or take the plan back; it may come due in a crash, a sleep, a fault."""
        if session := self._pick(number):
            seconds = self._one_of((None, 2.0, 40.0, 300.0), number // 3)
            now = self.world.process.console.clock.now() if self.world.process else 0.0
            if seconds is not None:
                self.judge.ordered_to_stop.add(session.id)
            moment = None if seconds is None else now + seconds
            await self._order(lambda recordings: recordings.plan_stop(session.id, moment))

    async def close_case(self, number: int) -> None:
        """A person makes sure that it is over, of what no answer can settle: there it ends."""
        cases = [session for session in self.judge.sessions() if is_open_case(session)]
        if cases and self.world.process is not None:
            session = cases[number % len(cases)]
            await self._order(lambda recordings: recordings.close_case(session.id))

    async def clean_up(self, number: int) -> None:
        """Old sessions leave the journal, the time being right or wrong."""
        if (process := self.world.process) is not None:
            days = self._one_of((90, 0, 1), number)
            await Retention(
                process.console._book,
                process.console._journal,
                process.console.clock,
                lambda: days,
            ).look()

    async def change_layout(self, number: int) -> None:
        if session := self._pick(number):
            await self._order(lambda it: it.update_layout(session.id, dict(LAYOUT)))

    async def subscribe(self, number: int) -> None:
        if session := self._pick(number):
            change = {"streamSubscribe": {"videoUidList": {"subscribeVideoUids": ["101"]}}}
            await self._order(lambda recordings: recordings.update(session.id, change))

    async def ask_now(self, number: int) -> None:
        if session := self._pick(number):
            await self._order(lambda recordings: recordings.ask_now(session.id))

    async def come_and_go(self, number: int) -> None:
        cname = self._one_of(CHANNELS, number)
        self.world.simulator.channel(cname).people = self._one_of((0, 3, 0, 1), number // 3)

    # --- time and machines -----------------------------------------------------------------

    async def wait_a_moment(self, number: int) -> None:
        await self.world.pass_time(self._one_of((0.02, 0.05, 0.2, 1.0, 3.0), number))

    async def wait(self, number: int) -> None:
        await self.world.pass_time(self._one_of((5.0, 8.0, 15.0, 20.0, 45.0), number))

    async def wait_long(self, number: int) -> None:
        await self.world.pass_time(self._one_of((95.0, 200.0, 320.0, 95.0, 1200.0), number))

    async def wait_an_hour(self, _number: int) -> None:
        await self.world.pass_time(3700.0)

    async def crash(self, number: int) -> None:
        if self.world.process is None:
            return
        await self.world.crash()
        TALLY.crashes += 1
        # Less than a second is less than it takes to start a program.
        await self.world.pass_time(self._one_of((1.5, 3.0, 40.0, 1.5, 200.0, 400.0), number))
        if number % 7:
            await self._boot()

    async def close(self, number: int) -> None:
        if self.world.process is None:
            return
        await self.world.close()
        await self.world.pass_time(self._one_of((1.5, 40.0), number))
        if number % 3:
            await self._boot()

    async def open(self, _number: int) -> None:
        if self.world.process is None:
            await self._boot()

    async def close_the_lid(self, number: int) -> None:
        self.world.machine.sleep(self._one_of((25.0, 400.0, 100.0, 8 * 3600.0), number))
        self.judge.look(just_woken=True)
        await self.world.pass_time(17.0)  # so long may it take until it is noticed

    async def set_the_clock(self, number: int) -> None:
        self.world.machine.wall_error = self._one_of((-3600.0, -40.0, 0.0, 3600.0), number)

    async def slow_disk(self, number: int) -> None:
        self.world.disk_seconds = self._one_of((0.004, 0.3, 0.004, 2.0), number)

    # --- the network and Agora -------------------------------------------------------------

    async def network(self, number: int) -> None:
        states = ("refused", "up", "silent", "up", "lossy", "up")
        self.world.network.state = self._one_of(states, number)

    async def fault(self, number: int) -> None:
        self.world.simulator.add_fault(self._one_of(ONE_TIME, number))

    async def standing_fault(self, number: int) -> None:
        self.world.simulator.add_fault(self._one_of(STANDING, number))

    async def move(self, number: int) -> None:
        """Every recorder breaks at some age, and is moved within the 90 s that are promised.

        Two moves so close that nobody can tell them from an end are not of this world.
        """
        now = self.world.machine.now()
        recordings = self.world.simulator.recordings.values()
        if all(now - recording.back_at > 125.0 for recording in recordings):
            self.world.simulator.remove_fault("failover")
            seconds = self._one_of((40, 60, 85), number)
            self.world.simulator.add_fault(f"failover:{number % 120}:{seconds}")

    async def mend(self, _number: int) -> None:
        self.world.simulator.remove_fault("*")
        self.world.network.state = "up"

    # --- tools -----------------------------------------------------------------------------

    async def _boot(self) -> None:
        await self.world.boot()
        await asyncio.sleep(0.01)

    async def _order(self, order: Callable[[Recordings], object]) -> None:
        """Give an order; a refusal is an answer as well."""
        if self.world.process is None:
            return
        try:
            order(self.world.process.console.recordings)
        except RefusedError:
            pass
        await asyncio.sleep(0)

    def _pick(self, number: int) -> Session | None:
        """One of the sessions that can be stopped and changed, if there is one."""
        live = [session for session in self.judge.sessions() if session.stoppable]
        return live[number % len(live)] if live else None

    @staticmethod
    def _one_of(choices: tuple[Any, ...], number: int) -> Any:
        return choices[number % len(choices)]


WEIGHTS = {
    "wait": 18,
    "wait_a_moment": 8,
    "wait_long": 7,
    "wait_an_hour": 1,
    "start": 8,
    "start_in_trouble": 8,
    "start_and_crash": 3,
    "start_and_move": 3,
    "stop": 4,
    "stop_in_trouble": 5,
    "stop_and_crash": 2,
    "plan_stop": 2,
    "close_case": 1,
    "clean_up": 1,
    "change_layout": 2,
    "subscribe": 1,
    "ask_now": 2,
    "come_and_go": 3,
    "crash": 2,
    "close": 1,
    "open": 4,
    "close_the_lid": 1,
    "set_the_clock": 1,
    "slow_disk": 2,
    "network": 5,
    "fault": 6,
    "standing_fault": 4,
    "move": 2,
    "mend": 5,
}
"""How often what happens, against each other."""


class ConsoleMachine(RuleBasedStateMachine):
    """One console on one simulated Agora, whatever happens to both."""

    def __init__(self) -> None:
        super().__init__()
        self.loop = VirtualLoop()
        asyncio.set_event_loop(self.loop)
        shared = Path("/dev/shm")  # in memory where there is such a place; a crash is no power cut
        self.folder = Path(tempfile.mkdtemp(dir=shared if shared.is_dir() else None))
        self.world: World
        self.judge: Judge
        self.actions: Actions
        TALLY.runs += 1

    @initialize(seed=st.integers(0, 10_000))
    def begin(self, seed: int) -> None:
        random.seed(seed)  # the jitter of the watcher
        self.loop.run_until_complete(self._begin(seed))

    async def _begin(self, seed: int) -> None:
        self.world = World(self.folder, seed=seed)
        self.judge = Judge(self.world)
        self.actions = Actions(self.world, self.judge)
        await self.world.boot()

    @rule(
        name=st.sampled_from([name for name, weight in WEIGHTS.items() for _ in range(weight)]),
        number=st.integers(0, 1 << 20),
    )
    def happen(self, name: str, number: int) -> None:
        TALLY.steps += 1
        TALLY.rules[name] += 1
        action: Callable[[int], Coroutine[Any, Any, None]] = getattr(self.actions, name)
        self.loop.run_until_complete(action(number))

    @invariant()
    def holds(self) -> None:
        if hasattr(self, "judge"):
            self.judge.look()
            TALLY.note(self.world, self.judge.sessions())

    def teardown(self) -> None:
        try:
            if hasattr(self, "world"):
                self.loop.run_until_complete(self._rest_and_end())
        finally:
            self._drop()

    async def _rest_and_end(self) -> None:
        """All is well again, and there is time: then everything has to be known."""
        world = self.world
        await self.actions.mend(0)
        world.disk_seconds = 0.004
        for cname in CHANNELS:
            world.simulator.channel(cname).people = 3
        await self.actions.open(0)
        await world.pass_time(420.0)
        self.judge.look()
        self.judge.look_after_rest()
        TALLY.requests += len(world.network.sent)
        TALLY.sign(world.simulator.ledger.requests)
        TALLY.recordings += len(world.simulator.recordings)
        TALLY.hours += world.machine.elapsed() / 3600.0
        await world.end()

    def _drop(self) -> None:
        while tasks := asyncio.all_tasks(self.loop):
            for task in tasks:
                task.cancel()
            self.loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self.loop.close()
        asyncio.set_event_loop(None)
        shutil.rmtree(self.folder, ignore_errors=True)
