"""What lies in the repository speaks of the project alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.tree import project_files, text_of

AT_THE_TOP = {
    ".ci",
    ".gitattributes",
    ".github",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".python-version",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "agora_console",
    "packaging",
    "pyproject.toml",
    "resources",
    "tests",
}

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:wor" r"k|roo" r"t)/")
INDEX_ADDRESS = re.compile(
    r"(?:^|\s)--(?:extra-|default-)?ind"
    r"ex(?:-url)?[ =]|(?:^|\s)--find"
    r"-links"
    r"|pypi\.org/sim"
    r"ple|file:/"
    r"//",
    re.MULTILINE,
)


def test_only_the_agreed_names_are_at_the_top() -> None:
    assert {file.parts[0] for file in project_files()} <= AT_THE_TOP


@pytest.mark.parametrize("pattern", [MACHINE_PATH, INDEX_ADDRESS], ids=["path", "index"])
def test_no_file_names_a_machine_or_an_index(pattern: re.Pattern[str]) -> None:
    assert [str(file) for file in project_files() if pattern.search(text_of(file))] == []


def test_the_guards_see_what_they_look_for() -> None:
    assert MACHINE_PATH.search("made in /wor" + "k/here")
    assert not MACHINE_PATH.search("agora/framework/rootless")
    assert INDEX_ADDRESS.search("--ind" + "ex-url https://example.org")
    assert not INDEX_ADDRESS.search("uv pip compile --no-emit-index-url")


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt", "build.txt"])
def test_every_requirement_is_pinned_by_hash(name: str) -> None:
    text = text_of(Path("packaging/requirements") / name)
    pins = [block for block in re.split(r"\n(?=\S)", text) if not block.startswith("#")]
    assert pins
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
