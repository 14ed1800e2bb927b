"""The Debian package: where everything lies, and what it says of itself."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from devlib.talk import CannotGoOn
from shiplib.archive import settle
from shiplib.facts import BuildFacts

MAINTAINER = "Agora Console contributors <contributors@agora-console.invalid>"
"""No address is published yet; `.invalid` never belongs to anybody."""

APP_ID = "io.github.agora_console.AgoraConsole"
HOME = Path("usr/lib/agora-console")


def control(facts: BuildFacts, depends: str, installed_kib: int) -> str:
    """The control file."""
    return f"""\
Package: agora-console
Version: {facts.version}
Section: video
Priority: optional
Architecture: {facts.debian_machine}
Maintainer: {MAINTAINER}
Installed-Size: {installed_kib}
Depends: {depends}
Recommends: gnome-keyring | kwalletmanager | keepassxc, fonts-dejavu-core | fonts-noto-core
Description: control panel for Agora Cloud Recording
 Agora Console starts, watches, changes and stops recordings of Agora Cloud
 Recording. Every id is on disk before the request that depends on it, and
 every state on the screen claims no more than the last answer proves.
 .
 Customer secret, storage keys and tokens live in the keyring of the system
 and in memory, nowhere else. A simulator to try it on is part of it.
"""


def changelog(facts: BuildFacts) -> str:
    """Debian's own form of it, which points at the real one."""
    date = format_datetime(datetime.fromtimestamp(facts.epoch, UTC))
    return (
        f"agora-console ({facts.version}) unstable; urgency=medium\n\n"
        f"  * See CHANGELOG.md.gz beside this file.\n\n -- {MAINTAINER}  {date}\n"
    )


def filled(text: str, words: Mapping[str, str]) -> str:
    """`text` with `@NAME@` replaced by the words of that name."""
    for name, word in words.items():
        text = text.replace(f"@{name}@", word)
    return text


def lay_out_share(share: Path, sources: Path, icons: Path, facts: BuildFacts) -> None:
    """Fill a `share` folder: desktop entry, metainfo, icons, file types, man page."""
    words = {"VERSION": facts.version, "DATE": facts.date}
    linux = sources / "linux"
    texts = {
        "applications/agora-console.desktop": "agora-console.desktop",
        f"metainfo/{APP_ID}.metainfo.xml": f"{APP_ID}.metainfo.xml",
        "mime/packages/agora-console.xml": "agora-console.mime.xml",
    }
    for target, source in texts.items():
        _write(share / target, filled((linux / source).read_text("utf-8"), words))
    manual = filled((linux / "agora-console.1").read_text("utf-8"), words)
    _write_gz(share / "man/man1/agora-console.1.gz", manual)
    _lay_out_icons(share / "icons/hicolor", sources / "icons", icons)


def _lay_out_icons(hicolor: Path, drawings: Path, pictures: Path) -> None:
    """The pictures that `packaging/icons/draw.py` has made, and the drawings they come from."""
    names = {"agora-console": "apps/agora-console", "document": "mimetypes/agora-console-document"}
    for stem, name in names.items():
        scalable = hicolor / f"scalable/{name}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(drawings / f"{stem}.svg", scalable)
        for picture in sorted(pictures.glob(f"{stem}-*.png")):
            size = picture.stem.rpartition("-")[2]
            target = hicolor / f"{size}x{size}/{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(picture, target)


def lay_out(tree: Path, bundle: Path, share: Path, root: Path, facts: BuildFacts) -> None:
    """The files of the package below `tree`, as they will lie on the system."""
    shutil.copytree(bundle, tree / HOME, symlinks=True)
    shutil.copytree(share, tree / "usr/share")
    link = tree / "usr/bin/agora-console"
    link.parent.mkdir(parents=True)
    link.symlink_to("../lib/agora-console/agora-console")
    doc = tree / "usr/share/doc/agora-console"
    license_ = "".join(f" {line or '.'}\n" for line in _license_lines(root))
    words = {"LICENSE": license_.rstrip("\n"), "VERSION": facts.version}
    notice = (root / "packaging/linux/copyright").read_text("utf-8")
    _write(doc / "copyright", filled(notice, words))
    _write_gz(doc / "changelog.gz", changelog(facts))
    _write_gz(doc / "CHANGELOG.md.gz", (root / "CHANGELOG.md").read_text("utf-8"))


def build_deb(tree: Path, scripts: Path, control_text: str, output: Path, epoch: int) -> None:
    """Pack `tree`. Raises CannotGoOn with the words of dpkg-deb."""
    meta = tree / "DEBIAN"
    sums = "".join(
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree).as_posix()}\n"
        for path in sorted(tree.rglob("*"))
        if path.is_file() and not path.is_symlink()
    )
    _write(meta / "control", control_text)
    _write(meta / "md5sums", sums)
    for name in ("postinst", "postrm"):
        shutil.copyfile(scripts / name, meta / name)
        (meta / name).chmod(0o755)
    settle(tree, epoch)
    # Threads split what xz packs, so their number would show in the file.
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z8", "--build"]
    done = subprocess.run(
        [*command, str(tree), str(output)],
        env={
            "DPKG_DEB_THREADS_MAX": "2",
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "SOURCE_DATE_EPOCH": str(epoch),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise CannotGoOn(f"dpkg-deb refused the package:\n{done.stderr.strip()}")


def _license_lines(root: Path) -> list[str]:
    return (root / "LICENSE").read_text("utf-8").strip().splitlines()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_gz(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
