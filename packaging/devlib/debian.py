"""System packages: looked up, installed where that is allowed, named where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence

from devlib.talk import CannotGoOn, say

# Newer releases renamed some libraries; either name will do.
WINDOW = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0|libglib2.0-0t64",
    "libxkbcommon0",
)
"""What Qt needs to load and to draw offscreen."""

X_WINDOW = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
"""What a window on an X display needs on top."""

REAL_PARTS = ("dbus-daemon", "gnome-keyring", "xvfb")
"""The X server and the Secret Service the tests start."""

FREEZING = ("appstream", "binutils", "desktop-file-utils", "dpkg")
"""What reads the libraries of a bundle, checks the files for the desktop and packs the package."""


def missing(wanted: Sequence[str], installed: set[str]) -> list[str]:
    """The packages of ``wanted`` of which no alternative is installed, by their first name."""
    return [names.split("|")[0] for names in wanted if installed.isdisjoint(names.split("|"))]


def installed_of(wanted: Sequence[str]) -> set[str]:
    """Which of the named packages dpkg knows as installed."""
    names = [name for names in wanted for name in names.split("|")]
    query = ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *names]
    answer = subprocess.run(query, capture_output=True, text=True, check=False)
    states = (line.split() for line in answer.stdout.splitlines())
    return {name for state, name in states if state == "installed"}


def require(wanted: Sequence[str]) -> None:
    """Install what is missing of ``wanted``. Elsewhere than on Debian and its kin, do nothing.

    Raises CannotGoOn, with the command to run, where installing is not allowed or fails.
    """
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return
    lacking = missing(wanted, installed_of(wanted))
    if not lacking:
        return
    by_hand = f"apt-get install -y --no-install-recommends {' '.join(lacking)}"
    prefix = _as_root()
    if prefix is None:
        raise CannotGoOn(
            f"These Debian packages are missing: {', '.join(lacking)}. "
            f"Install them with:\n    sudo {by_hand}"
        )
    say(f"Installing Debian packages: {', '.join(lacking)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *lacking]
    # The lists of a fresh machine are empty or stale: fetch them once it turns out to matter.
    done = _run(install)
    if done.returncode:
        _run([*apt, "update"])
        done = _run(install)
    if done.returncode:
        reason = (done.stderr.strip() or done.stdout.strip() or "apt-get gave no reason")[-800:]
        raise CannotGoOn(
            f"Debian packages could not be installed ({', '.join(lacking)}):\n{reason}\n"
            f"Install them with:\n    sudo {by_hand}"
        )


def _as_root() -> list[str] | None:
    """What to put before a command so that it runs as root, None where that would ask."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"]).returncode == 0:
        return ["sudo", "-n"]
    return None


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
