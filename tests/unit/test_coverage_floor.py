"""A full run fails where the floor is not reached, on a small project of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import coverage_floor
from tests.support.coverage_floor import FLOOR, ROOT

CONFTEST = f"""
import importlib.util, pathlib
spec = importlib.util.spec_from_file_location("floor", {coverage_floor.__file__!r})
floor = importlib.util.module_from_spec(spec)
spec.loader.exec_module(floor)
HERE = pathlib.Path(__file__).parents[1]

def pytest_configure(config):
    if floor.is_full_run(config):
        it = floor.CoverageFloor(HERE, HERE / "tests" / "unit")
        config.pluginmanager.register(it)
"""
MODULE = "def sign(n):\n    if n < 0:\n        return -1\n    return 1\n"
TEST = (
    "from agora_console.domain.thing import sign\n\ndef test_{n}():\n    assert sign({n}) == {r}\n"
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "pytest.ini": "[pytest]\ntestpaths = tests\npythonpath = .\n",
        "tests/conftest.py": CONFTEST,
        "agora_console/__init__.py": "",
        "agora_console/domain/__init__.py": "",
        "agora_console/domain/thing.py": MODULE,
        "tests/unit/test_one.py": TEST.format(n="1", r="1"),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def run(project: Path, *arguments: str) -> tuple[int, str]:
    variables = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    variables["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command, cwd=project, env=variables, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def add(project: Path, name: str, text: str) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


NEGATIVE = TEST.format(n="-1", r="-1").replace("test_-1", "test_below")


def test_a_branch_that_no_test_takes_fails_the_run_and_is_named(project: Path) -> None:
    code, said = run(project)

    assert code == 1
    assert "1 passed" in said
    assert "not covered by a unit test" in said
    assert "thing.py" in said
    assert "2->3" in said or " 3" in said


def test_a_run_that_takes_every_branch_passes(project: Path) -> None:
    add(project, "tests/unit/test_below.py", NEGATIVE)

    code, said = run(project)

    assert code == 0
    assert "not covered" not in said


def test_workers_that_share_the_tests_cover_together(project: Path) -> None:
    shared = ("-p", "xdist.plugin", "-n2", "--dist=loadfile")
    assert run(project, *shared)[0] == 1
    add(project, "tests/unit/test_below.py", NEGATIVE)

    code, said = run(project, *shared)

    assert "bringing up nodes" in said
    assert "CoverageWarning" not in said
    assert code == 0, said


def test_a_branch_that_only_another_kind_of_test_takes_is_not_covered(project: Path) -> None:
    add(project, "tests/flow/test_below.py", NEGATIVE)

    code, said = run(project)

    assert code == 1
    assert "thing.py" in said


def test_a_module_that_nothing_imports_is_not_covered(project: Path) -> None:
    add(project, "tests/unit/test_below.py", NEGATIVE)
    add(project, "agora_console/domain/forgotten.py", "ONE = 1\n")

    code, said = run(project)

    assert code == 1
    assert "never imported" in said
    assert "forgotten.py" in said


def test_a_failure_is_told_without_the_floor(project: Path) -> None:
    add(project, "tests/unit/test_wrong.py", TEST.format(n="1", r="2"))

    code, said = run(project)

    assert code == 1
    assert "not covered" not in said


@pytest.mark.parametrize(
    "arguments", [["tests/unit"], ["-k", "test_1"], ["--collect-only"], ["-m", "not slow"]]
)
def test_a_run_of_some_tests_measures_nothing(project: Path, arguments: list[str]) -> None:
    code, said = run(project, *arguments)

    assert code == 0
    assert "not covered" not in said


def test_the_floor_names_modules_that_exist() -> None:
    for pattern in FLOOR:
        assert list(ROOT.glob(pattern)), pattern
