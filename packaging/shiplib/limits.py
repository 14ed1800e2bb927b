"""How large a download and an installation may become."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from shiplib.archive import size_of

MB = 1_000_000
UNPACKED, DEB = 150 * MB, 45 * MB


@dataclass(frozen=True)
class Measured:
    """A thing that was made; sizes in bytes, a limit of 0 is none."""

    name: str
    size: int
    limit: int = 0

    @property
    def too_large(self) -> bool:
        return 0 < self.limit < self.size

    def line(self) -> str:
        limit = f" of at most {self.limit / MB:.0f} MB" if self.limit else ""
        verdict = "  TOO LARGE" if self.too_large else ""
        return f"{self.size / MB:8.1f} MB{limit:<20} {self.name}{verdict}"


def measure(bundle: Path, outputs: list[Path]) -> list[Measured]:
    """The bundle and every file that is handed out."""
    measured = [Measured(f"{bundle.name}/ (unpacked)", size_of(bundle), UNPACKED)]
    for path in outputs:
        measured.append(Measured(path.name, size_of(path), DEB if path.suffix == ".deb" else 0))
    return measured
