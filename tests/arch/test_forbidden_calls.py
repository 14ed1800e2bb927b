"""Calls that are never right here: nested event loops, unowned tasks, service locators, sleeps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.tree import nodes, python_files, text_of

# A nested event loop that is reached from inside a task kills other tasks for good.
# A task that a slot decorator starts is owned by nobody and may be collected while it waits.
IN_THE_PROGRAM = re.compile(
    r"""(?x)
    (.*\.)?(exec|exec_)                                       # of a dialog, a menu, a loop
    | (.*\.)?(processEvents|asyncSlot|asyncClose|qWait)
    | (?!qasync\.)(.*\.)?QEventLoop
    | (.*\.)?QMessageBox\.(question|warning|critical|information|about|aboutQt)
    | (.*\.)?Q(File|Input|Color|Font)Dialog\.get\w+
    | (.*\.)?Q(Core|Gui)?Application\.instance
    """
)
# A test that waits for time instead of for the fact is slow when it passes and wrong when it fails.
IN_TESTS = re.compile(r"time\.sleep|(.*\.)?qWait|(.*\.)?qSleep")


def names_used(source: str) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything that is called or decorates."""
    for node in nodes(source):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            for decorator in node.decorator_list:
                yield decorator.lineno, dotted(decorator)


def dotted(node: ast.expr) -> str:
    """``a.b.c`` for an attribute chain; what is not a name in it becomes ``?``."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def offences(source: str, forbidden: re.Pattern[str]) -> list[str]:
    return [f"{line}: {name}" for line, name in names_used(source) if forbidden.fullmatch(name)]


def long_sleeps(source: str) -> list[str]:
    """``asyncio.sleep`` of a second or more; shorter ones let others run.

    On the virtual loop an hour passes at once, so there they are no waste of time.
    """
    if "from tests.support.virtual_time import" in source:
        return []
    return [
        f"{node.lineno}: asyncio.sleep"
        for node in nodes(source)
        if isinstance(node, ast.Call)
        and dotted(node.func) == "asyncio.sleep"
        and any(isinstance(a, ast.Constant) and a.value >= 1 for a in node.args)  # type: ignore[operator]
    ]


PAINTS_FIRST = ("app.py", "application.exec")
"""The one loop of Qt's own: until the first paint, when there is no task that it could harm."""


@pytest.mark.parametrize("file", python_files("agora_console"), ids=str)
def test_the_program_has_none(file: Path) -> None:
    found = offences(text_of(file), IN_THE_PROGRAM)
    where, call = PAINTS_FIRST
    if file.parts[1:] == (where,):
        assert [each.partition(": ")[2] for each in found] == [call]
    else:
        assert found == []


def waiting_files() -> list[Path]:
    """Every test. Benchmarks let time pass on purpose: it is what they measure."""
    return [file for file in python_files("tests") if file.parts[:2] != ("tests", "bench")]


@pytest.mark.parametrize("file", waiting_files(), ids=str)
def test_tests_wait_for_facts(file: Path) -> None:
    assert offences(text_of(file), IN_TESTS) + long_sleeps(text_of(file)) == []


@pytest.mark.parametrize(
    "line",
    [
        "dialog.exec()",
        "QMenu(self).exec(position)",
        "QtWidgets.QMessageBox.question(self, 'Stop?', 'Really?')",
        "QFileDialog.getSaveFileName(self)",
        "QApplication.instance().quit()",
        "QtCore.QCoreApplication.processEvents()",
        "QtCore.QEventLoop()",
        "@asyncSlot()\nasync def go(self): ...",
        "@qasync.asyncClose\nasync def go(self): ...",
    ],
)
def test_the_guard_sees(line: str) -> None:
    assert offences(line, IN_THE_PROGRAM)


@pytest.mark.parametrize(
    "line",
    ["dialog.open()", "cursor.execute('…')", "menu.popup(position)", "qasync.QEventLoop(app)"],
)
def test_the_guard_lets_pass(line: str) -> None:
    assert offences(line, IN_THE_PROGRAM) == []


def test_the_guard_sees_a_long_sleep_and_lets_a_short_one_pass() -> None:
    assert long_sleeps("await asyncio.sleep(1)")
    assert long_sleeps("await asyncio.sleep(0)") == []
