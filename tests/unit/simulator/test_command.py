"""`agora-console simulate` as a program of its own."""

from __future__ import annotations

import asyncio
import json
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest

from agora_console.simulator import command
from agora_console.simulator.command import main
from agora_console.simulator.faults import KINDS
from tests.support.isolation import child_env

LINE = re.compile(
    r"(?P<url>http://127\.0\.0\.1:\d+) app-id=(?P<app_id>\w+)"
    r" customer-id=(?P<customer_id>\w+) customer-secret=(?P<secret>\w+)\n"
)
PROGRAM = [sys.executable, "-m", "agora_console.simulator.command"]


def test_list_faults(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list-faults"]) == 0
    printed = capsys.readouterr().out
    assert all(kind.sentence in printed for kind in KINDS.values())
    assert "slow[:SECONDS][:TIMES]" in printed


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--fault", "nothing"], "there is no fault 'nothing'"),
        (["--speed", "0"], "speed must be above 0"),
        (["--people", "-1"], "there cannot be -1 people"),
        (["--port", "70000"], "port 70000"),
    ],
)
def test_what_it_cannot_begin_with(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert sentence in captured.err
    assert captured.out == ""


def test_it_ends_when_nobody_needs_it() -> None:
    done = subprocess.run(
        [*PROGRAM, "--json", "--end-when-idle", "0.5"],
        env=child_env(),
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    said = json.loads(done.stdout)
    assert set(said) == {"url", "app_id", "customer_id", "customer_secret"}
    assert done.stderr == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_interrupted(tmp_path: Path, end: signal.Signals) -> None:
    arguments = ["--fault", "drop:query", "--speed", "50", "--files", str(tmp_path / "f")]
    with subprocess.Popen(
        [*PROGRAM, *arguments],
        env=child_env(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        line = LINE.fullmatch(process.stdout.readline())
        assert line is not None
        with httpx.Client(base_url=line["url"], trust_env=False) as http:
            answer = http.post(
                f"/v1/apps/{line['app_id']}/cloud_recording/acquire",
                json={"cname": "town-hall", "uid": "1", "clientRequest": {}},
                auth=(line["customer_id"], line["secret"]),
            )
            assert answer.status_code == 200
            assert http.get("/_sim/faults").json()["on"] == ["drop:query"]
        process.send_signal(end)
        assert process.wait(timeout=10) == 0
        assert process.stdout.read() == ""
        assert process.stderr.read() == ""


async def test_whoever_looks_at_it_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Watched:
        requests: tuple[()] = ()
        reads = 0

        @property
        def looks(self) -> int:
            self.reads += 1
            return min(self.reads, 20)

    ledger = Watched()
    monkeypatch.setattr(command, "IDLE_STEP", 0.001)
    simulator = SimpleNamespace(ledger=ledger, recordings={})
    await command._idle(simulator, 0.003, asyncio.Event())  # type: ignore[arg-type]
    assert ledger.reads > 20
