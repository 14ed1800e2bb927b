"""The files of the checkout."""

from __future__ import annotations

import ast
import subprocess
from functools import cache, lru_cache
from pathlib import Path

from tests.support.isolation import ROOT

_MADE_BY_TOOLS = {".git", ".venv", "__pycache__", "build", "dist"}


@cache
def project_files() -> tuple[Path, ...]:
    """Every file that is or could be committed, relative to the checkout."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0 and (ROOT / ".git").exists():
        names = [Path(name) for name in listed.stdout.split("\0") if name]
    else:  # a copy without its history
        names = [path.relative_to(ROOT) for path in ROOT.rglob("*") if not _made_by_tools(path)]
    return tuple(sorted(name for name in names if (ROOT / name).is_file()))


def _made_by_tools(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(p in _MADE_BY_TOOLS or p.endswith(("_cache", ".egg-info")) for p in parts) or any(
        p.startswith((".hypothesis", ".coverage")) for p in parts
    )


def python_files(*folders: str) -> list[Path]:
    """The Python files below folders of the checkout, relative to it."""
    inside = [f for f in project_files() if f.suffix == ".py"]
    return [f for f in inside if any(f.is_relative_to(folder) for folder in folders)]


def text_of(file: Path) -> str:
    """The text of a file of the checkout; empty where it is not text."""
    try:
        return (ROOT / file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@lru_cache(maxsize=1)  # a file is asked for one thing after the other; all trees would fill a core
def nodes(source: str) -> tuple[ast.AST, ...]:
    """Everything that a Python source is made of."""
    return tuple(ast.walk(ast.parse(source)))
