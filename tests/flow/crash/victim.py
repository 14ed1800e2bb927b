"""What a victim does: a whole recording by `record`, or by the window, as a person would."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import SecretStr

from agora_console import __main__ as program
from agora_console.arguments import Arguments
from agora_console.domain.session import Session
from agora_console.services.clock import SystemClock
from agora_console.services.console import Console
from agora_console.services.values import Keep, Project, StorageTarget
from agora_console.simulator.account import Account
from tests.flow.crash.traps import arm

if TYPE_CHECKING:
    from agora_console.ui.window import MainWindow

SPEED = 50.0
"""Seconds of the story in a real one, for victims, for the simulator and for who comes after."""

IDLE = 30
"""`maxIdleTime` of every recording here, in seconds."""

PROJECT = "Stage"
TARGET = StorageTarget(id="bucket", name="Bucket", vendor=1, region=0, bucket="demo-bucket")


@dataclass(frozen=True, slots=True)
class Order:
    """One victim: what it runs (prepare, record, window), where, and where it dies.

    `point` is a step, empty for none; `after` is in real seconds from its first step on, 0 for
    never.
    """

    run: str
    folder: str
    log: str
    url: str = ""
    channel: str = ""
    uid: str = ""
    point: str = ""
    nth: int = 1
    after: float = 0.0


def live(order: Order, begin: int) -> int:
    """Live until the end that was ordered; the exit code of one that came to its natural end.

    `begin` is a pipe that is written to at the first step.
    """
    arm(order.point, order.nth, begin)
    match order.run:
        case "prepare":
            return asyncio.run(_prepare(order))
        case "window":
            return _window(order)
        case _:
            return program.main(_command(order))


async def _prepare(order: Order) -> int:
    """Store the project that all victims of a simulator use, as the project dialog does."""
    account = Account()
    project = Project(
        id="stage",
        name=PROJECT,
        app_id=account.app_id,
        customer_id=account.customer_id,
        api_url=order.url,
        storage=(TARGET,),
    )
    keys = {TARGET.id: (SecretStr("storage-access-key"), SecretStr("storage-secret-key"))}
    console = await Console.open(Path(order.folder), SystemClock())
    try:
        secret = SecretStr(account.customer_secret)
        await console.projects.save(project, secret, keys, Keep.KEYRING)
    finally:
        await console.close()
    return 0


def _command(order: Order) -> list[str]:
    config = Path(order.folder, "config.json")
    config.write_text(json.dumps(CONFIG), "utf-8")
    named = ["--channel", order.channel, "--uid", order.uid, "--project", PROJECT]
    return [
        f"--data-dir={order.folder}",
        f"--speed={SPEED}",
        "record",
        str(config),
        *named,
        "--for=5s",
        "--json",
    ]


CONFIG = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": TARGET.bucket},
        "recordingConfig": {"channelType": 1, "maxIdleTime": IDLE},
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}


def _window(order: Order) -> int:
    import qasync
    from PySide6.QtWidgets import QApplication

    from agora_console.serving import Serving
    from agora_console.ui.look.theme import Theme

    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    theme = Theme(application, "dark")
    arguments = Arguments(data_dir=Path(order.folder), speed=SPEED)

    async def serve() -> int:
        serving = Serving(arguments, theme)

        async def person(window: MainWindow, console: Console) -> None:
            await _record_by_hand(window, console, order)
            serving.end(0)

        return await serving.run(person)

    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(application)) as runner:
        return runner.run(serve())


async def _record_by_hand(window: MainWindow, console: Console, order: Order) -> None:
    from PySide6.QtWidgets import QAbstractButton

    from agora_console.ui.tour.hands import Hands
    from agora_console.ui.widgets.hold import HoldButton

    def last() -> Session:
        return console.recordings.sessions()[-1]

    hands = Hands(window, 20.0)
    hands.type_into("Channel name", order.channel)
    hands.type_into("Recorder UID", order.uid)
    hands.press("Recording mode: Composite (mix)")
    hands.type_into("Leave when idle", str(IDLE))
    # The storage keys come from the keyring, which takes its time.
    start = hands.find(QAbstractButton, "Start recording")
    await hands.until(start.isEnabled, "Start stays disabled")
    hands.press("Start recording")
    await hands.until(lambda: bool(console.recordings.sessions()), "nothing was started")
    await hands.until(lambda: last().confirmed_at is not None, "never confirmed")
    hands.find(HoldButton, "Hold to stop").set_hold_ms(50)
    await hands.hold("Hold to stop", lambda: last().stop_sent_at is not None)
    await hands.until(lambda: last().over, "it did not end")
