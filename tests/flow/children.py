"""The program as its users run it: child processes with their own environment, ended by id."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from tests.support.isolation import child_env
from tests.support.processes import end, read_line

PROGRAM = [sys.executable, "-W", "error", "-m", "agora_console"]
"""Warnings are errors: what Python has to say of a task or a file that was left behind counts."""

LIMIT = 45.0
"""Seconds of real time that a child may take."""

GLANCE = 0.05
"""Seconds between two looks at what a child does not tell by itself."""

Json = dict[str, Any]


@dataclass
class SimulatorChild:
    """A simulator in a process of its own."""

    process: subprocess.Popen[bytes]
    url: str
    account: dict[str, str]

    def env(self) -> dict[str, str]:
        """What makes a console use it, with storage keys that are easy to look for."""
        return {
            "AGORA_API_URL": self.url,
            "AGORA_APP_ID": self.account["app_id"],
            "AGORA_CUSTOMER_ID": self.account["customer_id"],
            "AGORA_CUSTOMER_SECRET": self.account["customer_secret"],
            **STORAGE_KEYS,
        }

    def kill(self) -> None:
        """As a machine that loses its power."""
        self.process.kill()
        self.process.wait(LIMIT)

    def ledger(self) -> Json:
        """Requests, recordings, violations."""
        return self._call("ledger")

    def recordings(self) -> list[Json]:
        """What was started, with `live` and `cause`."""
        found: list[Json] = self._call("recordings")["recordings"]
        return found

    def calls(self, method: str) -> list[Json]:
        """The requests of one method, in order."""
        return [each for each in self.ledger()["requests"] if each["method"] == method]

    def change_faults(self, *add: str, remove: Sequence[str] = ()) -> None:
        """Switch faults on and off."""
        self._call("faults", {"add": list(add), "remove": list(remove)})

    def _call(self, what: str, body: Json | None = None) -> Json:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/_sim/{what}", data)
        with urllib.request.urlopen(request, timeout=LIMIT) as reply:
            answer: Json = json.load(reply)
        return answer


STORAGE_KEYS = {
    "AGORA_STORAGE_ACCESS_KEY": "AKIA-environment-access-3F7Q",
    "AGORA_STORAGE_SECRET_KEY": "environment+secret/key=with signs-8W2N",
}


@contextmanager
def simulator_child(
    *options: str, speed: float = 40.0, program: Sequence[str] = PROGRAM
) -> Iterator[SimulatorChild]:
    """`agora-console simulate` on a free port."""
    command = [*program, "simulate", "--json", f"--speed={speed:g}", *options]
    process = subprocess.Popen(command, env=child_env(), stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        facts = json.loads(read_line(process.stdout.fileno(), LIMIT))
        yield SimulatorChild(process, facts.pop("url"), facts)
    finally:
        end(process)
        process.stdout.close()


@dataclass
class Ended:
    """What is left of a child: its exit code and everything that it said."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[Json]:
        """stdout as JSON lines; a line that is none fails the test."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def result(self) -> Json:
        """The last event."""
        return self.events[-1]


class Child:
    """A running child whose stdout is read all the time; stderr goes into a file.

    A pipe would stay open for as long as a process that the child left behind.
    """

    def __init__(self, process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
        self.process = process
        self.lines: list[str] = []
        self._errors = errors
        self._heard = threading.Condition()
        self._reader = threading.Thread(target=self._read, args=(process.stdout,))
        self._reader.start()

    def says(self, *words: str, limit: float = LIMIT) -> str:
        """Wait for a line on stdout that has all these words."""

        def found() -> str:
            return next((each for each in self.lines if all(w in each for w in words)), "")

        with self._heard:
            self._heard.wait_for(lambda: found() or not self._reader.is_alive(), limit)
        assert found(), f"never said {words}: {self.lines} {self.errors()}"
        return found()

    def until(self, fact: Callable[[], object], limit: float = LIMIT) -> None:
        """Wait until `fact` holds; fails when the child ends before."""
        end_ = time.monotonic() + limit
        while not fact():
            assert time.monotonic() < end_, "it never happened"
            try:
                self.process.wait(GLANCE)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"it has ended: {self.errors()}")

    def send(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def errors(self) -> str:
        """stderr so far."""
        self._errors.seek(0)
        return self._errors.read().decode()

    def ended(self, limit: float = LIMIT) -> Ended:
        """Wait for the end."""
        code = self.process.wait(limit)
        self._reader.join(limit)
        return Ended(code, "".join(self.lines), self.errors())

    def _read(self, stream: IO[bytes]) -> None:
        for line in stream:
            with self._heard:
                self.lines.append(line.decode())
                self._heard.notify_all()
        with self._heard:
            self._heard.notify_all()


@contextmanager
def console_child(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    command: Sequence[str] = PROGRAM,
) -> Iterator[Child]:
    """`agora-console` with these arguments, killed by its id if it is still there at the end."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            [*command, *arguments],
            env=child_env(**(env or {})),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(stdin)
        process.stdin.close()
        child = Child(process, errors)
        try:
            yield child
        finally:
            if process.poll() is None:
                process.kill()
            child.ended()
            process.stdout.close()


def run_console(
    *arguments: str,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    command: Sequence[str] = PROGRAM,
) -> Ended:
    """Run `agora-console` to its end."""
    with console_child(*arguments, env=env, stdin=stdin, command=command) as child:
        return child.ended()


def command_line(pid: int) -> str:
    """What everybody on this machine can read of a process; empty for one that has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def alive(pid: int) -> bool:
    """Whether a process that is not our child is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_for_end(pid: int) -> None:
    """Wait for the end of a process that is not our child."""
    try:
        fd = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([fd], [], [], LIMIT)[0], f"process {pid} did not end"
    finally:
        os.close(fd)


def demo_simulators(folder: Path) -> list[int]:
    """The simulators that the demo of this data folder has started, by what they were told."""
    wanted = f"--files={folder / 'demo' / 'bucket'}"
    return [pid for pid in processes() if wanted in command_line(pid).split(" ")]


def processes() -> list[int]:
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal()]
