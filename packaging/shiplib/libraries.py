"""Which libraries a Linux bundle expects of the system, and the Debian packages that have them."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from devlib.talk import CannotGoOn

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libexpat.so.1": "libexpat1",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""By soname. Newer releases renamed some packages; either name will do."""

_OF_LIBC = re.compile(r"(?:ld-linux.*|lib(?:c|m|dl|rt|pthread|util|resolv))\.so\.\d+")
_NEEDED = re.compile(r"^ +NEEDED +(\S+)$", re.MULTILINE)
_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_ELF = b"\x7fELF"


def expected(folder: Path) -> set[str]:
    """Sonames that the files below `folder` need and that are not among them."""
    programs = [path for path in folder.rglob("*") if _is_elf(path)]
    command = ["objdump", "-p", *map(str, programs)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CannotGoOn(f"objdump could not read the bundle:\n{done.stderr.strip()[-800:]}")
    there = {path.name for path in folder.rglob("*")}
    return set(_NEEDED.findall(done.stdout)) - there


def oldest_glibc(folder: Path) -> tuple[int, int]:
    """The version of the C library below which the bundle does not start."""
    minors = [
        int(minor)
        for path in folder.rglob("*")
        if _is_elf(path)
        for minor in _GLIBC.findall(path.read_bytes())
    ]
    return 2, max(minors, default=0)


def depends(sonames: Iterable[str], glibc: tuple[int, int]) -> str:
    """The Depends field. Raises CannotGoOn for a library nobody has thought about."""
    libraries = [name for name in sonames if not _OF_LIBC.fullmatch(name)]
    unknown = sorted(set(libraries) - set(PACKAGES))
    if unknown:
        raise CannotGoOn(
            f"The bundle needs {', '.join(unknown)} of the system. Leave out what needs it "
            "(packaging/shiplib/pruning.py), or name its package (packaging/shiplib/libraries.py)."
        )
    packages = sorted({PACKAGES[name] for name in libraries})
    return ", ".join([f"libc6 (>= {glibc[0]}.{glibc[1]})", *packages])


def _is_elf(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == _ELF
