"""Children that end with the fixture that started them, each by its own id."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

GRACE_S = 5.0
"""How long a child may take to end by itself after it was asked to."""


def program(name: str, package: str) -> str:
    """The path of a program; the test fails, with the Debian package to install, without it.

    A proof that is skipped is not a proof, so this does not skip.
    """
    found = shutil.which(name)
    if found is None:
        pytest.fail(
            f"{name} is not installed: run `python3 packaging/dev.py setup`, "
            f"or install the Debian package {package}",
            pytrace=False,
        )
    return found


@contextmanager
def child(
    command: Sequence[str],
    env: Mapping[str, str],
    log: Path,
    *,
    pass_fds: Sequence[int] = (),
    stdin: bytes = b"",
) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``command`` with its output in ``log``; end it by its id on the way out."""
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env=dict(env),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=pass_fds,
        )
    assert process.stdin is not None
    try:
        process.stdin.write(stdin)
        process.stdin.close()
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask, wait, insist."""
    process.terminate()
    try:
        process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(GRACE_S)


def read_line(fd: int, limit_s: float) -> str:
    """One line from a pipe, without its end; empty where none came within ``limit_s`` seconds."""
    received = b""
    deadline = time.monotonic() + limit_s
    while not received.endswith(b"\n"):
        ready, _, _ = select.select([fd], [], [], max(0.0, deadline - time.monotonic()))
        chunk = os.read(fd, 256) if ready else b""
        if not chunk:
            return ""
        received += chunk
    return received.decode().strip()
