"""Opening: from what was typed on the command line to a console that is ready to work."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from pydantic import SecretStr

from agora_console.domain.problems import Problem
from agora_console.services.clock import Clock, FastClock, SystemClock
from agora_console.services.console import Console
from agora_console.services.errands.handover.client import can_be_reached
from agora_console.services.errands.handover.host import hosting
from agora_console.services.errands.lending import lend, lent_by
from agora_console.services.events import Say
from agora_console.services.papers.logs import keep_log, log_folder
from agora_console.settings.folders import console_dir
from agora_console.settings.projects import Project, StorageTarget

if TYPE_CHECKING:
    from agora_console.services.demo import DemoAgora

DEMO_PROJECT = "simulator"

PATIENCE = 3.0
"""Seconds for which an owner that cannot be reached is waited for."""

STEP = 0.05
"""Seconds between two looks at whether it can, or has gone."""


class Wishes(Protocol):
    """What opening needs to know of the command line."""

    data_dir: Path | None
    demo: bool
    speed: float
    api: str


def console_folder(wishes: Wishes) -> Path:
    """The folder that was asked for."""
    return console_dir(wishes.data_dir, os.environ, demo=wishes.demo)


def wanted_api(wishes: Wishes) -> str:
    """The address that was asked for; empty where the project, or the demo, says it."""
    return "" if wishes.demo else wishes.api or os.environ.get("AGORA_API_URL", "")


@asynccontextmanager
async def open_console(
    wishes: Wishes,
    tell: Callable[[Problem], None],
    *,
    adopt: bool = True,
    patience: float = PATIENCE,
) -> AsyncIterator[Console]:
    """The console for the data folder that was asked for, closed in order at the end.

    One that owns its folder takes orders from command lines and, with `adopt`, takes up every
    session that is not over. With `adopt`, one beside the owner does so as soon as that ends.
    Raises JournalError, or OSError when the demo's simulator does not start.
    """
    folder = console_folder(wishes)
    console = await _open_folder(wishes, patience)
    async with AsyncExitStack() as stack:
        owning = _Owning(folder, console, wishes, stack, adopt=adopt)
        stack.push_async_callback(console.close)
        if console.beside_owner:
            await owning.find_demo(may_start=False)
        else:
            await owning.begin()
        stack.push_async_callback(console.close)  # while the log is kept; closing twice is once
        for note in console.notes:
            tell(note)
        if not console.beside_owner:
            await owning.work()
        elif adopt:
            console.tasks.start("follow", console.follow(owning.take_over))
        # Last, so that a window is made before the threads of these two share the interpreter.
        console.tasks.start("keyring", console.look_at_keyring())
        console.tasks.start("warm", console.warm())
        yield console


class _Owning:
    """What only the owner of a data folder does, from the beginning or from a take-over on."""

    def __init__(
        self, folder: Path, console: Console, wishes: Wishes, stack: AsyncExitStack, *, adopt: bool
    ) -> None:
        self._folder = folder
        self._console = console
        self._wishes = wishes
        self._stack = stack
        self._adopt = adopt

    async def find_demo(self, *, may_start: bool) -> None:
        """Lend the console what it records with: the demo's simulator, or the environment."""
        demo: DemoAgora | None = None
        if self._wishes.demo:
            demo = await asyncio.to_thread(
                _demo, self._folder, self._wishes.speed, may_start=may_start
            )
        if demo is not None and may_start:
            from agora_console.services.demo import end, keep_awake  # noqa: PLC0415

            self._stack.push_async_callback(asyncio.to_thread, end, demo)
            self._console.tasks.start("demo", keep_awake(demo))
        await _lend(self._console, demo, self._wishes)

    async def begin(self) -> None:
        """Keep a log, and have a simulator where one is wanted."""
        self._stack.enter_context(keep_log(log_folder(self._folder), self._console.redactor))
        await self.find_demo(may_start=True)

    async def work(self) -> None:
        """Take up what is not over, remove what is over for long, take orders."""
        if self._adopt:
            await self._console.recordings.adopt()
            self._console.arrivals.follow()
            self._console.tasks.start("retention", self._console.clean_up())
        await self._stack.enter_async_context(hosting(self._folder, self._take))

    async def _take(self, message: dict[str, Any], say: Say, halted: asyncio.Event) -> int:
        """Few orders ever come; what carries them out is imported with the first."""
        from agora_console.services.errands.desk import Desk  # noqa: PLC0415

        return await Desk(self._console).take(message, say, halted)

    async def take_over(self) -> None:
        """The owner has ended: this console is the owner now."""
        self._console.take_over()
        if self._console.recordings.read_only:
            return
        await self.begin()
        self._stack.push_async_callback(self._console.close)
        await self.work()


@asynccontextmanager
async def open_to_read(
    wishes: Wishes, tell: Callable[[Problem], None], *, patience: float = PATIENCE
) -> AsyncIterator[Console]:
    """The console for commands that only read: nothing is asked, watched or sent.

    Raises JournalError.
    """
    console = await _open_folder(wishes, patience)
    try:
        for note in console.notes:
            tell(note)
        yield console
    finally:
        await console.close()


async def _open_folder(wishes: Wishes, patience: float) -> Console:
    """Own the data folder, or join its owner as one that only shows.

    An owner that cannot be reached is beginning or ending: it is waited for, `patience` seconds.
    """
    folder = console_folder(wishes)
    clock: Clock = FastClock(wishes.speed) if wishes.speed != 1.0 else SystemClock()
    deadline = time.monotonic() + patience
    while True:
        console = await Console.open(folder, clock, demo=wishes.demo)
        late = time.monotonic() >= deadline
        if not console.beside_owner or late or await can_be_reached(folder):
            return console
        await console.close()
        await asyncio.sleep(STEP)


def _demo(folder: Path, speed: float, *, may_start: bool) -> DemoAgora | None:
    from agora_console.services.demo import find, find_or_start  # noqa: PLC0415 - few want one

    return find_or_start(folder, speed) if may_start else find(folder)


async def _lend(console: Console, demo: DemoAgora | None, wishes: Wishes) -> None:
    if demo is not None:
        await lend_demo(console, demo)
    elif not wishes.demo:
        api_url = wanted_api(wishes)
        console.projects.point_at(api_url)
        lent = lent_by(os.environ, api_url)
        if lent is not None:
            await lend(console, lent, choose=True)


async def lend_demo(console: Console, demo: DemoAgora) -> None:
    """The demo's project: the simulator's account, and a bucket that is a folder of the demo."""
    target = StorageTarget(
        id="demo-bucket",
        name="Demo bucket",
        vendor=1,
        region=0,
        bucket="demo-bucket",
        prefix=("recordings",),
    )
    project = Project(
        id=DEMO_PROJECT,
        name="Simulator",
        app_id=demo.app_id,
        customer_id=demo.customer_id,
        api_url=demo.url,
        storage=(target,),
    )
    keys = (SecretStr("demo-access-key"), SecretStr("demo-secret-key"))
    await console.projects.lend(project, SecretStr(demo.customer_secret), {target.id: keys})
