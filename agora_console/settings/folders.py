"""Where journal and settings live."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs

VARIABLE = "AGORA_CONSOLE_DATA_DIR"
"""Moves the data folder where no --data-dir is given."""


DEMO = "demo"
"""Name of the folder in the data folder that is the demo's own."""


def data_dir(explicit: Path | None, env: Mapping[str, str]) -> Path:
    """The data folder: `explicit`, else the variable, else the place that the system has for it.

    The folder is not made here.
    """
    if explicit is None and env.get(VARIABLE):
        explicit = Path(env[VARIABLE])
    if explicit is None:
        return platformdirs.user_data_path("agora-console", appauthor=False)
    return explicit.expanduser().absolute()


def console_dir(explicit: Path | None, env: Mapping[str, str], *, demo: bool) -> Path:
    """The folder that a console owns: the data folder, or the demo's own inside it."""
    folder = data_dir(explicit, env)
    return folder / DEMO if demo else folder
