"""Replace a file whole or not at all, through crashes and power cuts."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Put `text` into the file at `path`, on the disk when this returns.

    Raises OSError; the file is then what it was. Only its owner may read it.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _folder_to_disk(path.parent)


def _folder_to_disk(folder: Path) -> None:
    """The new name is in the folder, and that has to reach the disk as well."""
    if os.name != "posix":  # Windows writes it with the file
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
