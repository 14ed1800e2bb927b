"""What a console leaves behind when it is killed, the next one finds; credentials by keyring."""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console.arguments import Arguments
from agora_console.domain.problems import Problem
from agora_console.domain.session import Phase, Session
from agora_console.services.console import Console
from agora_console.services.opening import open_console
from agora_console.services.values import Keep, Project, StorageTarget
from tests.flow.children import (
    Child,
    SimulatorChild,
    console_child,
    run_console,
    simulator_child,
)
from tests.flow.stage import MIX
from tests.support.secret_service import SecretService

FAST = "--speed=40"
SPEED = 40.0
QUIETLY = [sys.executable, "-m", "agora_console"]


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorChild]:
    with simulator_child() as it:
        yield it


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def record(tmp_path: Path, data: Path, channel: str, *more: str) -> list[str]:
    config = tmp_path / "config.json"
    config.write_text(json.dumps(MIX), encoding="utf-8")
    where = ["--data-dir", str(data)]
    return [FAST, *where, "record", str(config), "--channel", channel, "--json", *more]


def loud(problem: Problem) -> None:
    pytest.fail(problem.sentence)


def killed(child: Child) -> None:
    child.send(signal.SIGKILL)
    assert child.ended().code == -signal.SIGKILL


async def until(console: Console, fact: Callable[[Session], object]) -> Session:
    """The only session as soon as a fact holds of it."""
    moved = asyncio.Event()
    unsubscribe = console.recordings.changed.subscribe(lambda _: moved.set())
    try:
        async with asyncio.timeout(30):
            while not fact(console.recordings.sessions()[0]):
                moved.clear()
                await moved.wait()
    finally:
        unsubscribe()
    return console.recordings.sessions()[0]


async def test_after_kill_9_the_next_console_lists_watches_and_stops_it(
    tmp_path: Path, data: Path, simulator: SimulatorChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in simulator.env().items():
        monkeypatch.setenv(name, value)
    with console_child(*record(tmp_path, data, "killed")) as child:
        await asyncio.to_thread(child.says, '"phase": "recording"')
        await asyncio.to_thread(killed, child)
    asked = len(simulator.calls("query"))
    async with open_console(Arguments(data_dir=data, speed=SPEED), loud) as console:
        (found,) = console.recordings.sessions()
        assert (found.cname, found.phase) == ("killed", Phase.RECORDING)
        console.recordings.ask_now(found.id)
        session = await until(console, lambda session: session.files)
        assert len(simulator.calls("query")) > asked
        console.recordings.stop(session.id)
        session = await until(console, lambda session: session.over)
        assert session.phase is Phase.FILES_LISTED
    assert not any(each["live"] for each in simulator.recordings() if each["sid"] == session.sid)
    assert simulator.ledger()["doubled"] == []


async def test_a_window_beside_an_owner_that_is_killed_takes_over(
    tmp_path: Path, data: Path, simulator: SimulatorChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in simulator.env().items():
        monkeypatch.setenv(name, value)
    told: list[Problem] = []
    with console_child(*record(tmp_path, data, "handed-on")) as child:
        await asyncio.to_thread(child.says, '"phase": "recording"')
        async with open_console(Arguments(data_dir=data, speed=SPEED), told.append) as console:
            console.recordings.told.subscribe(told.append)
            assert console.recordings.read_only
            session = console.recordings.sessions()[0]
            await asyncio.to_thread(killed, child)
            asked = len(simulator.calls("query"))
            await until(console, lambda each: each.next_ask_at)  # it asks, so it owns
            assert console.recordings.read_only == ""
            console.recordings.ask_now(session.id)
            await until(console, lambda each: len(simulator.calls("query")) > asked)
            assert "The other Agora Console has ended" in told[-1].sentence
            listed = await asyncio.to_thread(
                run_console, "sessions", "--json", "--data-dir", str(data)
            )
            assert listed.events[0]["sid"] == session.sid  # it takes orders now
            console.recordings.stop(session.id)
            ended = await until(console, lambda each: each.over)
            assert ended.phase is Phase.FILES_LISTED


@pytest.mark.keyring
async def test_a_start_that_was_killed_is_settled_with_the_keys_of_the_keyring(
    tmp_path: Path, data: Path, monkeypatch: pytest.MonkeyPatch, secret_service: SecretService
) -> None:
    """The start is sent again on the same resource, and never a second recording begun."""
    with simulator_child("--fault=slow:start:400:1") as simulator:
        for name, value in simulator.env().items():
            monkeypatch.setenv(name, value)
        with console_child(*record(tmp_path, data, "cut-off")) as child:
            await asyncio.to_thread(child.says, '"resourceId": "', '"phase": "starting"')
            await asyncio.to_thread(child.until, simulator.recordings)
            await asyncio.to_thread(killed, child)
        async with open_console(Arguments(data_dir=data, speed=SPEED), loud) as console:
            open_ = (Phase.STARTING, Phase.OUTCOME_UNKNOWN)
            session = await until(console, lambda session: session.phase not in open_)
            assert session.phase in (Phase.UNKNOWN, Phase.RECORDING, Phase.UNCONFIRMED)
            assert not session.over
        assert len(simulator.calls("acquire")) == 1
        assert len(simulator.recordings()) == 1
        assert {each["clientRequest"]["storageConfig"]["bucket"] for each in simulator.recordings()}


@pytest.mark.skipif(sys.platform == "win32", reason="ends the window by a signal")
def test_a_window_adopts_what_a_command_has_left(
    tmp_path: Path, data: Path, simulator: SimulatorChild
) -> None:
    with console_child(*record(tmp_path, data, "left"), env=simulator.env()) as child:
        child.says('"phase": "recording"')
        killed(child)
    asked = len(simulator.calls("query"))
    with console_child("--data-dir", str(data), env=simulator.env()) as window:
        window.until(lambda: len(simulator.calls("query")) > asked)
        window.send(signal.SIGTERM)
        ended = window.ended()
    assert (ended.code, ended.out, ended.err) == (0, "", "")


# --- credentials by keyring -------------------------------------------------------------------


async def save_project(data: Path, simulator: SimulatorChild) -> None:
    """A project as the dialog saves it, with every secret in the keyring."""
    account = simulator.account
    target = StorageTarget(id="t", name="Demo", vendor=1, region=0, bucket="demo-bucket")
    project = Project(
        id="stage",
        name="Stage",
        app_id=account["app_id"],
        customer_id=account["customer_id"],
        api_url=simulator.url,
        storage=(target,),
    )
    async with open_console(Arguments(data_dir=data, speed=SPEED), loud) as console:
        await console.projects.save(
            project,
            SecretStr(account["customer_secret"]),
            {"t": (SecretStr("keyring-access-5T6Y"), SecretStr("keyring-secret-7U8I"))},
            Keep.KEYRING,
        )


@pytest.mark.keyring
@pytest.mark.parametrize("name", ["Stage", "stage"])
async def test_a_project_of_the_keyring_needs_nothing_of_the_environment(
    name: str, tmp_path: Path, data: Path, simulator: SimulatorChild, secret_service: SecretService
) -> None:
    await save_project(data, simulator)
    arguments = record(tmp_path, data, f"by-{name}", "--project", name, "--for", "10s")
    ended = await asyncio.to_thread(run_console, *arguments)
    assert ended.err == ""
    assert ended.code == 0, ended.out
    assert ended.result["good"] is True


@pytest.mark.keyring
async def test_an_unknown_project_exits_with_2_and_names_the_known_ones(
    tmp_path: Path, data: Path, simulator: SimulatorChild, secret_service: SecretService
) -> None:
    await save_project(data, simulator)
    arguments = record(tmp_path, data, "nobody", "--project", "Theatre")
    ended = await asyncio.to_thread(run_console, *arguments)
    assert ended.code == 2
    assert "no project Theatre" in ended.out + ended.err
    assert "Stage" in ended.out + ended.err


@pytest.mark.keyring
async def test_a_locked_keyring_is_told_and_nothing_is_sent(
    tmp_path: Path, data: Path, simulator: SimulatorChild, secret_service: SecretService
) -> None:
    await save_project(data, simulator)
    secret_service.lock()
    arguments = record(tmp_path, data, "locked", "--project", "Stage")
    # keyring leaves a socket open where a collection is locked, of which Python would warn.
    ended = await asyncio.to_thread(run_console, *arguments, command=QUIETLY)
    assert ended.code in (1, 2)
    assert "GNOME Keyring is locked." in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert not [each for each in simulator.recordings() if each["cname"] == "locked"]


async def test_without_a_keyring_a_project_says_so_and_nothing_is_sent(
    tmp_path: Path, data: Path, simulator: SimulatorChild, no_secret_service: None
) -> None:
    project = Project(id="stage", name="Stage", app_id="a" * 32, customer_id="c" * 32)
    async with open_console(Arguments(data_dir=data), loud) as console:
        await console.projects.save(project, None, {}, Keep.RUN)
    env = {name: value for name, value in simulator.env().items() if "STORAGE" in name}
    arguments = record(tmp_path, data, "absent", "--project", "Stage")
    ended = await asyncio.to_thread(run_console, *arguments, env=env)
    assert ended.code in (1, 2)
    assert "No keyring was found on this machine." in ended.out + ended.err
    assert "Traceback" not in ended.err
