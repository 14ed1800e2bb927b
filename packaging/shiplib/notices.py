"""The licences of everything that a bundle brings along, as their authors wrote them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection
from pathlib import Path

NAMES = ("licen", "copying", "notice", "authors")

OF_QT = ("LGPL-3", "GPL-3")
"""Qt for Python comes without their texts; Debian has them."""


def is_license(path: Path) -> bool:
    """Whether a file of a distribution's metadata is a licence or belongs to one."""
    return path.is_file() and path.name.lower().startswith(NAMES)


def pinned_in(requirements: str) -> set[str]:
    """The packages of a file of pinned requirements, by normal name."""
    return {_normal(name) for name in re.findall(r"^([\w.-]+)==", requirements, re.MULTILINE)}


def collect(
    packages: Path,
    shipped: Collection[str],
    python_license: Path | None,
    common: Path,
    target: Path,
) -> None:
    """Copy the texts of the `shipped` packages into folders of `target`, one a package.

    `packages` is the site-packages of the build environment, `common` Debian's common licences.
    """
    for metadata in sorted(packages.glob("*.dist-info")):
        name = _normal(metadata.name.partition("-")[0])
        if name in shipped:
            for text in sorted(path for path in metadata.rglob("*") if is_license(path)):
                _copy(text, target / name / text.name)
    if python_license is not None:
        _copy(python_license, target / "Python" / "LICENSE.txt")
    for name in OF_QT:
        if (common / name).is_file():
            _copy(common / name, target / "Qt" / f"{name}.txt")


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
