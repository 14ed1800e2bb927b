"""What every group of rows is handed: where to work, how long, and with what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Kit:
    """`folder` is thrown away afterwards. `frozen` is a program of `packaging/build.py`, `peer` a
    Python that has the package agora-rest-client; without them their rows are left out.
    """

    folder: Path
    short: bool = False
    frozen: Path | None = None
    peer: Path | None = None

    @property
    def rounds(self) -> int:
        """How often candidates take turns: an odd number, at least seven in the whole run."""
        return 1 if self.short else 7

    def pick(self, short: int, whole: int) -> int:
        """One of two sizes."""
        return short if self.short else whole
