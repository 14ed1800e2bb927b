"""What the shared conftest promises: a test that passes over a warning does not pass."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.support.isolation import ROOT, child_env

PROBE = """
import asyncio, logging, threading, warnings

running = []

async def test_leaves_a_task():
    running.append(asyncio.create_task(asyncio.sleep(60)))

async def test_ends_its_task():
    task = asyncio.create_task(asyncio.sleep(60))
    task.cancel()

def test_logs_a_warning():
    logging.getLogger("agora_console.api").warning("slow answer")

def test_logs_what_it_announced(expected_logs):
    expected_logs.expect("slow .*wer", logger="agora_console")
    logging.getLogger("agora_console.api").warning("slow %s", "answer")

def test_announces_what_does_not_come(expected_logs):
    expected_logs.expect("slow answer")

def test_permits_what_does_not_come(expected_logs):
    expected_logs.allow("slow answer")

def test_announces_for_another_logger(expected_logs):
    expected_logs.allow("slow answer", logger="agora_console.apiary")
    logging.getLogger("agora_console.api").error("slow answer")

def test_warns():
    warnings.warn("soon gone", DeprecationWarning)

def test_has_a_thread_that_raises():
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()

def test_raises_where_nobody_can_catch_it():
    class Raises:
        def __del__(self):
            raise ValueError
    Raises()

def test_makes_qt_warn(qtbot):
    from PySide6.QtCore import qWarning
    qWarning("cannot paint")

def test_raises_in_a_slot(qtbot):
    from PySide6.QtCore import QTimer
    with qtbot.waitCallback() as called:
        QTimer.singleShot(0, called)
        QTimer.singleShot(0, lambda: 1 / 0)

def test_shows_a_window(qtbot):
    from PySide6.QtWidgets import QMainWindow
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
"""

GOOD = {
    "test_ends_its_task",
    "test_logs_what_it_announced",
    "test_permits_what_does_not_come",
    "test_shows_a_window",
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """How each probe ended; one that fails while it is taken down has two outcomes."""
    probe = tmp_path_factory.mktemp("probe") / "test_probe.py"
    probe.write_text(PROBE, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", "pyproject.toml", "--rootdir", str(ROOT)]
    command += ["-p", "tests.conftest", "-p", "no:cacheprovider", "-rA", str(probe)]
    done = subprocess.run(
        command, cwd=ROOT, env=child_env(), capture_output=True, text=True, check=False
    )
    found: dict[str, set[str]] = {}
    for outcome, name in re.findall(r"^(PASSED|FAILED|ERROR) \S*::(\w+)", done.stdout, re.M):
        found.setdefault(name, set()).add(outcome)
    assert found, done.stdout + done.stderr
    return found


@pytest.mark.parametrize("name", re.findall(r"def (test_\w+)", PROBE))
def test_the_guards_judge(outcomes: dict[str, set[str]], name: str) -> None:
    assert (outcomes[name] == {"PASSED"}) is (name in GOOD)
