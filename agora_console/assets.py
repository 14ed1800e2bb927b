"""The only finder of resources/: in a checkout, in an installed wheel, in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def asset(*parts: str) -> Path:
    """The path of a file or folder below resources/.

    Raises FileNotFoundError where it is missing: a broken installation, not a state to live with.
    """
    for place in places(_PACKAGE, getattr(sys, "_MEIPASS", None)):
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"This installation lacks the file {'/'.join(parts)}")


def places(package: Path, bundle: str | None) -> tuple[Path, ...]:
    """Where resources may lie: below the `bundle` of a frozen build, in the wheel, beside it all.

    Beside the package only in a checkout: in an installation that is a folder of somebody else.
    """
    if bundle is not None:
        return (Path(bundle, "resources"), Path(bundle, "agora_console", "_resources"))
    checkout = package.parent
    beside = (checkout / "resources",) if (checkout / "pyproject.toml").is_file() else ()
    return (package / "_resources", *beside)
