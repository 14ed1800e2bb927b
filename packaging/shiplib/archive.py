"""Archives that are the same for the same files, whenever and by whomever they are made."""

from __future__ import annotations

import gzip
import hashlib
import os
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

EXECUTABLE, PLAIN = 0o755, 0o644


def settle(folder: Path, epoch: int) -> None:
    """Give everything below `folder` one time and the modes that packages have."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(EXECUTABLE if path.is_dir() or _runs(path) else PLAIN)
        os.utime(path, (epoch, epoch), follow_symlinks=False)
    folder.chmod(EXECUTABLE)
    os.utime(folder, (epoch, epoch))


def write_tar_gz(folder: Path, top: str, output: Path, epoch: int) -> None:
    """Pack `folder` under the name `top`: sorted, owned by root, all of one time."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = epoch
        return entry

    with (
        output.open("wb") as file,
        gzip.GzipFile("", "wb", 6, file, mtime=epoch) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = Path(top, path.relative_to(folder)).as_posix()
            archive.add(path, name, recursive=False, filter=plain)


def write_zip(folder: Path, top: str, output: Path, epoch: int) -> None:
    """The same as a zip, for Windows."""
    stamp = datetime.fromtimestamp(epoch, UTC).timetuple()[:6]
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = Path(top, path.relative_to(folder)).as_posix()
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | (EXECUTABLE if _runs(path) else PLAIN)) << 16
            archive.writestr(entry, path.read_bytes())


def sha256_line(path: Path) -> str:
    """A line of SHA256SUMS, as `sha256sum -c` reads it."""
    with path.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {path.name}\n"


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files below a folder; links count nothing."""
    if path.is_file():
        return path.stat().st_size
    files = (each for each in path.rglob("*") if each.is_file() and not each.is_symlink())
    return sum(each.stat().st_size for each in files)


def _runs(path: Path) -> bool:
    return path.is_file() and bool(path.stat().st_mode & 0o111) and not _is_library(path)


def _is_library(path: Path) -> bool:
    return ".so" in path.suffixes or path.suffix in (".so", ".dylib")
