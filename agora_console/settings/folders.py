"""Where journal and settings live."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "AGORA_CONSOLE_DATA_DIR"
"""Moves the data folder where no --data-dir is given."""


MARKER, BESIDE = "portable.txt", "data"
"""A file of this name beside a frozen program makes it portable: its data lie beside it too."""

ENDPOINT = "console.endpoint"
"""The file in which the owner of a data folder says where it listens."""

DEMO = "demo"
"""Name of the folder in the data folder that is the demo's own."""


def data_dir(explicit: Path | None, env: Mapping[str, str]) -> Path:
    """The data folder: `explicit`, else the variable, else beside a portable program, else the
    place that the system has for it.

    The folder is not made here.
    """
    if explicit is None and env.get(VARIABLE):
        explicit = Path(env[VARIABLE])
    if explicit is None and getattr(sys, "frozen", False):
        explicit = portable_dir(Path(sys.executable))
    if explicit is None:
        import platformdirs  # noqa: PLC0415 - before the first paint only where it is needed

        return platformdirs.user_data_path("agora-console", appauthor=False)
    return explicit.expanduser().absolute()


def portable_dir(program: Path) -> Path | None:
    """The data folder of a portable `program`, None where it is not portable.

    Beside an app of macOS, not inside it: what lies inside is sealed by its signature.
    """
    bundles = [parent for parent in program.parents if parent.suffix == ".app"]
    home = (bundles[-1] if bundles else program).parent
    return home / BESIDE if (home / MARKER).is_file() else None


def console_dir(explicit: Path | None, env: Mapping[str, str], *, demo: bool) -> Path:
    """The folder that a console owns: the data folder, or the demo's own inside it."""
    folder = data_dir(explicit, env)
    return folder / DEMO if demo else folder


def may_be_owned(folder: Path) -> bool:
    """Whether an owner has left word in a data folder; what it says is `handover.note`'s."""
    try:
        return (folder / ENDPOINT).exists()
    except OSError:
        return False
