"""What a build says of itself: version, commit, time, system."""

from __future__ import annotations

import base64
import json
import platform
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from devlib.talk import CannotGoOn

LONG_AGO = 1_577_836_800
"""2020-01-01: the time of a build from sources that do not know theirs."""

KEY_BYTES = 32
"""Of a public key of Ed25519."""

DEBIAN_NAMES = {"x86_64": "amd64", "amd64": "amd64", "aarch64": "arm64", "arm64": "arm64"}
SYSTEM_NAMES = {"linux": "linux", "darwin": "macos", "win32": "windows"}


@dataclass(frozen=True)
class BuildFacts:
    """`epoch` is in seconds since 1970 (UTC): that of the commit, so that a second build of it
    says the same. `commit` is 40 digits, with a `+` where files differed from it, or empty.
    `feed` is the address that the program may ask for newer releases, `key` the public key of its
    answers; see packaging/sign_release.py. Both are empty where there is none.
    """

    version: str
    commit: str
    epoch: int
    system: str
    machine: str
    feed: str = ""
    key: str = ""

    @property
    def date(self) -> str:
        """The day, as 2026-05-17."""
        return datetime.fromtimestamp(self.epoch, UTC).date().isoformat()

    @property
    def target(self) -> str:
        """Such as `linux-x86_64`."""
        return f"{self.system}-{self.machine}"

    @property
    def name(self) -> str:
        """The beginning of every file that is handed out."""
        return f"agora-console-{self.version}-{self.target}"

    @property
    def debian_machine(self) -> str:
        return DEBIAN_NAMES.get(self.machine, self.machine)

    def document(self) -> dict[str, str]:
        """What the program itself knows of its build."""
        return {
            "version": self.version,
            "commit": self.commit,
            "date": self.date,
            "target": self.target,
            "feed": self.feed,
            "key": self.key,
        }


def version_in(source: str) -> str:
    """The version in the text of agora_console/__init__.py."""
    found = re.search(r'^__version__ = "([^"]+)"$', source, re.MULTILINE)
    if found is None:
        raise CannotGoOn('agora_console/__init__.py has no line __version__ = "…".')
    return found[1]


def epoch_of(environ: Mapping[str, str], committed: str) -> int:
    """SOURCE_DATE_EPOCH where it is set, else the time of the commit, else a fixed one."""
    wanted = environ.get("SOURCE_DATE_EPOCH", "")
    if wanted and not wanted.isdigit():
        raise CannotGoOn(f"SOURCE_DATE_EPOCH is {wanted!r}; it has to be whole seconds since 1970.")
    return int(wanted or committed or LONG_AGO)


def feed_in(document: str) -> tuple[str, str]:
    """Address and public key in the text of packaging/release.json, both or neither."""
    try:
        release = json.loads(document)
        feed, key = str(release["feed"]), str(release["key"])
        length = len(base64.b64decode(key, validate=True))
    except (ValueError, LookupError, TypeError) as error:
        raise CannotGoOn('packaging/release.json is not {"feed": "…", "key": "…"}.') from error
    if (feed, key) == ("", ""):
        return "", ""
    if not re.fullmatch(r"https://[a-z0-9.-]+(:\d{1,5})?/[!-~]*", feed):
        raise CannotGoOn(f"The feed in packaging/release.json, “{feed}”, is no https:// address.")
    if length != KEY_BYTES:
        raise CannotGoOn(
            f"The key in packaging/release.json has {length} bytes; one of Ed25519 has {KEY_BYTES}."
        )
    return feed, key


def facts_of(root: Path, environ: Mapping[str, str]) -> BuildFacts:
    """The facts of a checkout, with or without its history, on this machine."""
    commit = _git(root, "rev-parse", "HEAD")
    if commit and _git(root, "status", "--porcelain"):
        commit += "+"
    machine = platform.machine().lower()
    release = root / "packaging" / "release.json"
    feed, key = feed_in(release.read_text("utf-8")) if release.is_file() else ("", "")
    return BuildFacts(
        version=version_in((root / "agora_console" / "__init__.py").read_text("utf-8")),
        commit=commit,
        epoch=epoch_of(environ, _git(root, "log", "-1", "--format=%ct")),
        system=SYSTEM_NAMES.get(sys.platform, sys.platform),
        machine={"amd64": "x86_64"}.get(machine, machine),
        feed=feed,
        key=key,
    )


def _git(root: Path, *arguments: str) -> str:
    if not (root / ".git").exists():
        return ""
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
        )
    except OSError:  # no git here
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
