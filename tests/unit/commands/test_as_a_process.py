"""The commands as processes: pipes that break, terminals that cannot show everything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.configs import changed, mix
from tests.support.isolation import ROOT


def run(
    *arguments: str, stdin: bytes = b"", stdout: int = subprocess.PIPE, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    environ.pop("PYTHONUNBUFFERED", None)  # buffered as for everybody
    return subprocess.run(
        [sys.executable, "-m", "agora_console", *arguments],
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environ,
        timeout=50,
        check=False,
    )


@pytest.fixture
def nobody_reads() -> int:
    """A pipe whose reader has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    return writer


@pytest.mark.skipif(os.name == "nt", reason="pipes break in another way there")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["lint", "-"], 0),
        (["lint", "--json", "-"], 0),
        (["lint", "-", "--mode", "individual"], 1),
        (["schema"], 0),
        (["explain", "404"], 0),
    ],
)
def test_a_reader_who_goes_away_is_no_fault(
    nobody_reads: int, arguments: list[str], code: int
) -> None:
    ended = run(*arguments, stdin=json.dumps(mix()).encode(), stdout=nobody_reads)
    os.close(nobody_reads)

    assert (ended.returncode, ended.stderr) == (code, b"")


@pytest.mark.skipif(os.name == "nt", reason="there is no head")
def test_the_first_lines_may_be_enough(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m agora_console schema | head -1'
    ended = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )

    assert (ended.stdout, ended.stderr) == (b"{\n", b"")


def test_what_a_terminal_cannot_show_is_escaped() -> None:
    document = changed(mix(), "clientRequest.storageConfig.bucket", "bücher/日本")

    ended = run("lint", "-", stdin=json.dumps(document).encode(), PYTHONIOENCODING="ascii")

    assert ended.returncode == 0
    assert rb"b\xfccher/\u65e5\u672c" in ended.stdout


def test_no_control_character_of_a_config_reaches_the_terminal() -> None:
    odd = "red \x1b[31m \u202e\x07"
    document = {**changed(mix(), "clientRequest.storageConfig.bucket", odd), odd: 1, "mode": odd}
    names = {"cname": odd, "uid": odd, "clientRequest": {"scene": odd}}

    for text in (json.dumps(document), json.dumps(names), '{"' + odd[:4]):
        ended = run("lint", "-", stdin=text.encode())
        said = (ended.stdout + ended.stderr).decode()
        assert ended.returncode in (1, 2)
        assert all(sign.isprintable() or sign == "\n" for sign in said)


def test_lint_waits_for_neither_window_nor_http_nor_keyring() -> None:
    script = (
        "import sys; from agora_console.__main__ import main; main(['lint', '-']);"
        "heavy = {'PySide6', 'httpx', 'keyring', 'sqlite3', 'asyncio'} & set(sys.modules);"
        "sys.exit(' '.join(heavy) or None)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(mix()).encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")
