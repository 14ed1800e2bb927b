"""A full run fails where a module that has to be covered to its last branch is not.

Only what the unit tests cover counts, and what is imported while tests are collected: a branch
that a window or a whole recording happens to take has no test of its own. A run of some tests
measures nothing. Where workers share the tests, what they measured is put together at the end.
"""

from __future__ import annotations

import io
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage, CoverageData

ROOT = Path(__file__).resolve().parents[2]
UNIT = ROOT / "tests" / "unit"

FLOOR = (
    "agora_console/domain/**/*.py",
    "agora_console/api/bodies.py",
    "agora_console/api/errors.py",
    "agora_console/api/file_lists.py",
    "agora_console/api/headers.py",
    "agora_console/api/policy.py",
    "agora_console/api/replies.py",
    "agora_console/api/values.py",
    "agora_console/api/wire.py",
)
"""What is covered in full: the domain with its rules, the wire format, errors, their policy."""

KEY = "coverage floor"
"""Under which a worker hands on what it has measured."""


def is_full_run(config: pytest.Config) -> bool:
    """Whether every test runs, so that what is not covered has no test."""
    chosen = ("keyword", "markexpr", "lf", "deselect", "collectonly", "stepwise", "cov_source")
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS and not any(
        config.getoption(name, None) for name in chosen
    )


class CoverageFloor:
    """Measures the modules of the floor, and judges them when all tests have passed."""

    def __init__(self, root: Path = ROOT, unit: Path = UNIT) -> None:
        self._unit = unit
        self._files = sorted({str(path) for glob in FLOOR for path in root.glob(glob)})
        self._coverage = Coverage(
            data_file=None, config_file=False, branch=True, include=self._files
        )
        # A worker may get no unit test, and the process that speaks for all runs none.
        self._coverage.set_option("run:disable_warnings", ["no-data-collected"])
        settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["coverage"]
        for pattern in settings["report"]["exclude_also"]:
            self._coverage.exclude(pattern)
        self._measures = False
        self._story = ""
        self._switch(on=True)

    def _switch(self, *, on: bool) -> None:
        if on is not self._measures:
            self._measures = on
            if on:
                self._forget()
            (self._coverage.start if on else self._coverage.stop)()

    def _forget(self) -> None:
        """What another test has had computed and kept is computed again, where that is measured."""
        for module in list(sys.modules.values()):
            if getattr(module, "__file__", None) in self._files:
                for value in list(vars(module).values()):
                    if hasattr(value, "cache_clear"):
                        value.cache_clear()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Measure while a unit test runs."""
        self._switch(on=item.path.is_relative_to(self._unit))
        return (yield)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Take what a worker has measured."""
        data = CoverageData(no_disk=True)
        if measured := getattr(node, "workeroutput", {}).get(KEY):
            data.loads(measured)
            self._coverage.get_data().update(data)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Let the run fail where the floor is not reached; what failed already is told first."""
        self._switch(on=False)
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[KEY] = self._coverage.get_data().dumps()
        elif exitstatus == pytest.ExitCode.OK and self.story():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say which lines and branches no unit test takes."""
        if self._story:
            terminalreporter.section("not covered by a unit test", red=True)
            terminalreporter.write_line(self._story)

    def story(self) -> str:
        """What is not covered, line by line; empty when everything is."""
        measured = self._coverage.get_data().measured_files()
        if unseen := [file for file in self._files if file not in measured]:
            self._story = "never imported: " + ", ".join(unseen)
            return self._story
        report = io.StringIO()
        total = self._coverage.report(
            self._files, file=report, show_missing=True, skip_covered=True
        )
        self._story = report.getvalue() if total < 100 else ""
        return self._story
