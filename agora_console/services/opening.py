"""Opening: from what was typed on the command line to a console that is ready to work."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from agora_console.domain.problems import Problem
from agora_console.services.clock import Clock, FastClock, SystemClock
from agora_console.services.console import Console
from agora_console.services.demo import DemoAgora, end, find_or_start
from agora_console.services.logs import keep_log
from agora_console.settings.folders import data_dir
from agora_console.settings.projects import Project, StorageTarget

DEMO_PROJECT = "simulator"


class Wishes(Protocol):
    """What opening needs to know of the command line."""

    data_dir: Path | None
    demo: bool
    speed: float
    api: str


@asynccontextmanager
async def open_console(wishes: Wishes, tell: Callable[[Problem], None]) -> AsyncIterator[Console]:
    """The console for the data folder that was asked for, closed in order at the end.

    Raises JournalError, or OSError when the demo's simulator does not start.
    """
    folder = data_dir(wishes.data_dir, os.environ)
    if wishes.demo:
        folder = folder / "demo"
    demo = await asyncio.to_thread(find_or_start, folder, wishes.speed) if wishes.demo else None
    clock: Clock = FastClock(wishes.speed) if wishes.speed != 1.0 else SystemClock()
    console = await Console.open(folder, clock, demo=wishes.demo)
    with keep_log(folder / "logs", console.redactor):
        try:
            if demo is not None:
                await lend_demo(console, demo)
            else:
                console.projects.point_at(wishes.api or os.environ.get("AGORA_API_URL", ""))
                await lend_environment(console, os.environ)
            for note in console.notes:
                tell(note)
            await console.recordings.adopt()
            console.tasks.start("keyring", console.look_at_keyring())
            console.tasks.start("warm", console.warm())
            yield console
        finally:
            await console.close()
            if demo is not None:
                await asyncio.to_thread(end, demo)


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


async def lend_environment(console: Console, env: Mapping[str, str]) -> Project | None:
    """The project that the environment describes, for this run; None when it is not complete.

    Its id is made of the App ID, so that a later run with the same environment finds its sessions.
    """
    app_id, customer_id = env.get("AGORA_APP_ID", ""), env.get("AGORA_CUSTOMER_ID", "")
    secret = env.get("AGORA_CUSTOMER_SECRET", "")
    if not (app_id and customer_id and secret):
        return None
    project = Project(
        id=f"environment-{app_id}", name="Environment", app_id=app_id, customer_id=customer_id
    )
    await console.projects.lend(project, SecretStr(secret), {})
    return project
