"""Imports go down; what is below the window does not know Qt."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.isolation import ROOT, child_env
from tests.support.tree import python_files, text_of

CONTRACTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"

WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qasync"}:
            raise ImportError(name + " is absent", name=name)

sys.meta_path.insert(0, NoQt())
import agora_console

def needs_qt(name):
    roots = ("agora_console.app", "agora_console.serving")
    return name in roots or (name + ".").startswith("agora_console.ui.")

def walk(package):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if not needs_qt(module.name):
            imported = importlib.import_module(module.name)
            print(module.name)
            if module.ispkg:
                walk(imported)

walk(agora_console)
"""

DOMAIN_MAY_IMPORT = sys.stdlib_module_names | {"agora_console", "pydantic", "pydantic_core"}
DOES_INPUT_OR_OUTPUT = {
    "asyncio",
    "http",
    "io",
    "multiprocessing",
    "os",
    "shutil",
    "socket",
    "sqlite3",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
}


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=ROOT,
        env=child_env(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_import_contracts_hold() -> None:
    checked = subprocess.run(
        [sys.executable, "-c", CONTRACTS],
        cwd=ROOT,
        env=child_env(PYTHONPATH=str(ROOT)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_everything_below_the_window_imports_without_qt() -> None:
    walked = run_python(WITHOUT_QT)
    assert walked.returncode == 0, walked.stderr
    assert {
        "agora_console.domain.config",
        "agora_console.services.recordings",
        "agora_console.api.client",
        "agora_console.cli",
        "agora_console.__main__",
    } <= set(walked.stdout.split())


def imported_modules(source: str) -> set[str]:
    """The top-level names of what a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("file", python_files("agora_console/domain"), ids=str)
def test_domain_is_pydantic_and_stdlib_without_input_or_output(file: Path) -> None:
    imported = imported_modules(text_of(file))
    assert imported <= DOMAIN_MAY_IMPORT
    assert imported.isdisjoint(DOES_INPUT_OR_OUTPUT)


UNTIL_PAINTED = """
import os, sys
from PySide6 import QtCore, QtWidgets
empty = set(sys.modules)
from agora_console import app
from agora_console.__main__ import main

paint = app._paint

def look(application, window):
    paint(application, window)
    print(*sorted({name for name in sys.modules if name not in empty}))
    print(window.painted_at > 0, "Qt" in vars(QtCore), flush=True)
    os._exit(0)

app._paint = look
main(["--theme", "dark", "--data-dir", sys.argv[1]])
"""

BEFORE_PAINT = {
    "agora_console",
    "agora_console.__main__",
    "agora_console.app",
    "agora_console.first_look",
    "agora_console.settings",
    "agora_console.settings.folders",
    "agora_console.settings.glance",
    "agora_console.ui",
    "agora_console.ui.application",
    "agora_console.ui.window",
}
"""Of ours; an empty window of PySide brings argparse, inspect and logging anyway."""


def test_little_stands_between_the_start_and_the_first_paint(tmp_path: Path) -> None:
    found = run_python(UNTIL_PAINTED, str(tmp_path))
    names, facts = found.stdout.splitlines()
    ours = {name for name in names.split() if name.startswith("agora_console")}
    others = {name.partition(".")[0] for name in names.split()} - {"agora_console"}
    assert ours == BEFORE_PAINT, found.stderr
    assert others <= {"gc", "json", "_json"}  # the collector is told to wait; the preferences
    assert facts == "True False", "painted, and without the enumerations of Qt"


UNTIL_READY = """
import sys
import agora_console.serving, agora_console.services.opening
import agora_console.ui.workspace, agora_console.ui.speech.retelling
print(*sorted(sys.modules))
"""

AFTER_READY = (
    "cryptography",
    "http.client",
    "httpx",
    "keyring",
    "opendal",
    "urllib.request",
    "agora_console.api.client",
    "agora_console.bucket.download",
    "agora_console.commands",
    "agora_console.services.start.batch",
    "agora_console.services.errands.desk",
    "agora_console.services.files.downloads",
    "agora_console.services.files.merging",
    "agora_console.services.start.preflight",
    "agora_console.services.papers.report",
    "agora_console.services.files.snapshots",
    "agora_console.simulator",
    "agora_console.ui.batch",
    "agora_console.ui.compare",
    "agora_console.ui.dialogs.about_dialog",
    "agora_console.ui.dialogs.adopt_dialog",
    "agora_console.ui.dialogs.preferences_dialog",
    "agora_console.ui.dialogs.project_dialog",
    "agora_console.ui.dialogs.quit_dialog",
    "agora_console.ui.dialogs.shortcuts_dialog",
    "agora_console.ui.first_run",
    "agora_console.ui.palette",
    "agora_console.ui.plans.page",
    "agora_console.ui.plans.plan_dialog",
    "agora_console.ui.preflight.sheet",
    "agora_console.ui.session.page",
    "agora_console.ui.tour",
    "agora_console.ui.wall",
)
"""What nobody waits for at the start: connections, dialogs, and pages that are not in sight."""


def test_a_window_is_ready_without_what_few_starts_of_it_need() -> None:
    found = run_python(UNTIL_READY)
    assert found.returncode == 0, found.stderr
    names = found.stdout.split()
    assert [late for late in AFTER_READY if late in names] == []


ON_DEMAND = (
    "PySide6.QtMultimedia",
    "agora_console.services.papers.curl_lines",
    "agora_console.services.papers.support",
    "agora_console.ui.layout.cue_bar",
    "agora_console.ui.session.config_tab",
    "agora_console.ui.session.exporter",
    "agora_console.ui.session.files_desk",
    "agora_console.ui.session.files_tab",
    "agora_console.ui.session.layout_tab",
    "agora_console.ui.session.page_tab",
    "agora_console.ui.session.requests_tab",
    "agora_console.ui.session.subscriptions_tab",
)
"""What the page of a recording needs once somebody goes to another tab than that of the status."""


def test_the_page_of_a_recording_begins_without_what_its_other_tabs_need() -> None:
    found = run_python("import sys, agora_console.ui.session.page; print(*sorted(sys.modules))")
    assert found.returncode == 0, found.stderr
    assert [late for late in ON_DEMAND if late in found.stdout.split()] == []
