"""The frozen program does what the sources do, says nothing on stderr and ends cleanly."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from agora_console import __version__
from agora_console.arguments import Arguments
from agora_console.domain.problems import Problem
from agora_console.services.opening import open_console
from agora_console.settings.projects import Project, StorageTarget
from agora_console.vault.keyring_vault import Keep
from tests.flow.children import (
    SimulatorChild,
    console_child,
    demo_simulators,
    run_console,
    wait_for_end,
)
from tests.flow.stage import MIX
from tests.flow.test_tour import shows_something, tells_everything
from tests.support.configs import changed
from tests.support.isolation import on_display
from tests.support.secret_service import SecretService

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="needs an X server and a keyring")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "config.json"
    path.write_text(json.dumps(MIX), encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder; simulators that outlive their window are ended by their id."""
    folder = tmp_path / "data"
    yield folder
    if sys.platform == "linux":
        for pid in demo_simulators(folder):
            os.kill(pid, signal.SIGTERM)
            wait_for_end(pid)


def test_it_says_which_build_it_is(program: list[str]) -> None:
    ended = run_console("--version", command=program)

    assert (ended.code, ended.err) == (0, "")
    known = rf"agora-console {re.escape(__version__)} \(.*\d{{4}}-\d\d-\d\d, \w+-\w+\)\n"
    assert re.fullmatch(known, ended.out)


def test_it_finds_mistakes_in_a_config(program: list[str], config: Path) -> None:
    good = run_console("lint", str(config), command=program)
    assert (good.code, good.err) == (0, "")

    bad = changed(MIX, "clientRequest.recordingConfig.maxIdleTime", 1)
    config.write_text(json.dumps(bad), encoding="utf-8")
    found = run_console("lint", str(config), "--json", command=program)
    assert (found.code, found.err) == (1, "")
    assert "maxIdleTime" in found.out


def test_it_knows_codes_schema_and_tokens(program: list[str]) -> None:
    for arguments in (["explain", "206/435"], ["schema"], ["token", "read", "006abc"]):
        ended = run_console(*arguments, command=program)
        assert "Traceback" not in ended.err
        assert ended.out or ended.err


def test_it_records_with_credentials_of_the_environment(
    program: list[str], config: Path, data: Path, frozen_simulator: SimulatorChild
) -> None:
    arguments = [f"--data-dir={data}", "--speed=40", "record", str(config), "--channel=by-env"]
    ended = run_console(
        *arguments, "--for=20s", "--json", env=frozen_simulator.env(), command=program
    )

    assert (ended.code, ended.err) == (0, "")
    assert ended.result["good"] is True


def loud(problem: Problem) -> None:
    pytest.fail(problem.sentence)


@on_linux
@pytest.mark.keyring
async def test_it_records_with_secrets_of_a_real_keyring(
    program: list[str],
    config: Path,
    data: Path,
    frozen_simulator: SimulatorChild,
    secret_service: SecretService,
) -> None:
    account = frozen_simulator.account
    target = StorageTarget(id="t", name="Demo", vendor=1, region=0, bucket="demo-bucket")
    project = Project(
        id="stage",
        name="Stage",
        app_id=account["app_id"],
        customer_id=account["customer_id"],
        api_url=frozen_simulator.url,
        storage=(target,),
    )
    keys = {"t": (SecretStr("keyring-access-5T6Y"), SecretStr("keyring-secret-7U8I"))}
    async with open_console(Arguments(data_dir=data, speed=40.0), loud) as console:
        secret = SecretStr(account["customer_secret"])
        await console.projects.save(project, secret, keys, Keep.KEYRING)

    arguments = [f"--data-dir={data}", "--speed=40", "record", str(config), "--channel=by-keyring"]
    more = ["--project=Stage", "--for=20s", "--json"]
    ended = await asyncio.to_thread(run_console, *arguments, *more, command=program)
    assert (ended.code, ended.err) == (0, "")
    assert ended.result["good"] is True


@on_linux
@pytest.mark.xcb
@pytest.mark.keyring
@pytest.mark.timeout(180)
def test_the_tour_runs_on_a_real_window(
    program: list[str],
    data: Path,
    tmp_path: Path,
    x_display: str,
    secret_service: SecretService,
) -> None:
    shots = tmp_path / "shots"
    arguments = [f"--data-dir={data}", "--demo", "--tour", "--speed=8", f"--shots={shots}"]
    with console_child(*arguments, env=on_display(x_display), command=program) as child:
        ended = child.ended(150.0)

    assert (ended.code, ended.err) == (0, "")
    tells_everything(ended.out)
    shows_something(shots)


@on_linux
@pytest.mark.xcb
@pytest.mark.keyring
def test_a_window_on_no_project_opens_notes_its_stacks_and_ends(
    program: list[str], data: Path, x_display: str, secret_service: SecretService
) -> None:
    stacks = data / "logs" / "stacks.txt"
    with console_child(f"--data-dir={data}", env=on_display(x_display), command=program) as window:
        window.until(stacks.exists)
        window.send(signal.SIGUSR1)
        window.until(lambda: "run_window" in stacks.read_text())
        window.send(signal.SIGTERM)
        ended = window.ended()

    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert not (data / "logs" / "crash.txt").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links the files of the program")
def test_a_marked_copy_keeps_its_data_beside_itself(
    bundle: Path, program: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "stick"
    shutil.copytree(bundle, copy, symlinks=True, copy_function=_link_or_copy)
    (copy / "portable.txt").touch()
    command = [str(copy / Path(program[0]).name)]
    named = run_console("sessions", "--all", command=command)
    assert (named.code, named.err) == (0, "There is no session.\n")
    assert not (copy / "data").exists()  # a folder that is named goes before the marker

    monkeypatch.delenv("AGORA_CONSOLE_DATA_DIR")
    beside = run_console("sessions", "--all", command=command)
    assert (beside.code, beside.err) == (0, "There is no session.\n")
    assert (copy / "data" / "journal.sqlite3").exists()


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
