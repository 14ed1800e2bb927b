"""Opening: from what was typed on the command line to a console that is ready to work."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from agora_console.domain.problems import Problem
from agora_console.services.clock import Clock, FastClock, SystemClock
from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora, end, find, find_or_start
from agora_console.services.desk import Desk
from agora_console.services.handover.client import can_be_reached
from agora_console.services.handover.host import hosting
from agora_console.services.lending import lend, lent_by
from agora_console.services.logs import keep_log
from agora_console.settings.folders import console_dir
from agora_console.settings.projects import Project, StorageTarget

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
    session that is not over. Raises JournalError, or OSError when the demo's simulator does not
    start.
    """
    folder = console_folder(wishes)
    console = await _open_folder(wishes, patience)
    alone = not console.beside_owner
    demo: DemoAgora | None = None
    with keep_log(folder / "logs", console.redactor) if alone else nullcontext():
        try:
            if wishes.demo:
                demo = await asyncio.to_thread(_demo, folder, wishes.speed, may_start=alone)
            await _lend(console, demo, wishes)
            for note in console.notes:
                tell(note)
            if adopt:
                await console.recordings.adopt()
            console.tasks.start("keyring", console.look_at_keyring())
            console.tasks.start("warm", console.warm())
            async with hosting(folder, Desk(console).take) if alone else nullcontext():
                yield console
        finally:
            await console.close()
            if demo is not None:
                await asyncio.to_thread(end, demo)


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
