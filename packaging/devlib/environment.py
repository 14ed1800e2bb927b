"""The .venv of the checkout: made, filled with exactly the pinned files, and left alone after."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from devlib import debian
from devlib.talk import CannotGoOn, say

RequirementSet = Literal["runtime", "dev", "build", "bench"]
"""``dev`` and ``build`` contain all of ``runtime``; ``bench`` is a peer and has none of it."""

# What pip prints, and what it means to the person in front of it.
_PIP_SENTENCES = (
    (
        r"CERTIFICATE_VERIFY_FAILED|SSLError",
        "The certificate of the package index is not trusted here. Behind a proxy that opens TLS, "
        "name its certificate in PIP_CERT and run the command again.",
    ),
    (
        r"NewConnectionError|NameResolutionError|Temporary failure in name resolution"
        r"|Network is unreachable|ConnectTimeoutError|ReadTimeoutError|ProxyError"
        r"|Connection refused|Could not fetch URL",
        "The package index could not be reached. Check the network (or the proxy in HTTPS_PROXY) "
        "and run the command again.",
    ),
    (
        r"DO NOT MATCH THE HASHES",
        "A downloaded file is not the one that was pinned. Run the command again; if it stays so, "
        "the index in use serves other files than the public one.",
    ),
    (
        r"No matching distribution found|is not a supported wheel",
        "A pinned package has no file for this Python and this system. "
        "Try Python 3.11, 3.12 or 3.13 of python.org or of your distribution, 64 bit.",
    ),
    (r"No space left on device", "The disk is full: the environment needs about 400 MB."),
    (r"Permission denied", "Writing into .venv is not permitted for this user."),
)


def why_pip_failed(output: str) -> str:
    """The sentence for what pip printed."""
    for pattern, sentence in _PIP_SENTENCES:
        if re.search(pattern, output):
            return sentence
    return "pip failed for a reason this script does not know."


def pip_install(python: Path, arguments: list[str]) -> None:
    """Run pip quietly; raises CannotGoOn with the meaning of what it said and its last lines."""
    pip = [str(python), "-I", "-m", "pip", "install", "--quiet", "--no-input", "--retries", "2"]
    done = subprocess.run(
        [*pip, "--disable-pip-version-check", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        tail = "\n".join("    " + line for line in done.stdout.strip().splitlines()[-6:])
        raise CannotGoOn(f"{why_pip_failed(done.stdout)}\n{tail}")


@dataclass(frozen=True)
class Environment:
    """The ``.venv`` of one checkout, or another folder of it."""

    root: Path
    place: str = ".venv"

    @property
    def folder(self) -> Path:
        return self.root / self.place

    @property
    def python(self) -> Path:
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def program(self, name: str) -> Path:
        """A program that a requirement brought along."""
        return self.python.with_name(name + self.python.suffix)

    def requirements(self, wanted: RequirementSet) -> Path:
        return self.root / "packaging" / "requirements" / f"{wanted}.txt"

    def ensure(self, wanted: RequirementSet) -> None:
        """Make the environment hold ``wanted``; nothing is run where it is known to hold it."""
        if not self.is_usable():
            say(f"Making {self.place} with Python {sys.version.split()[0]}")
            self.make()
        if self._stamp() in self._sufficient_stamps(wanted):
            return
        lines = self.requirements(wanted).read_text(encoding="utf-8").splitlines()
        count = sum("==" in line for line in lines)
        say(
            f"Installing up to {count} pinned packages into {self.place} "
            "(the first time takes a minute)"
        )
        self._stamp_file.unlink(missing_ok=True)
        pip_install(
            self.python,
            ["--require-hashes", "--no-deps", "-r", str(self.requirements(wanted))],
        )
        self._stamp_file.write_text(self._stamp_for(wanted), encoding="utf-8")

    def is_usable(self) -> bool:
        """Whether there is an environment with a Python new enough, made for this very place."""
        if not (self.python.exists() and (self.folder / "pyvenv.cfg").is_file()):
            return False
        version = re.search(r"^version\S* *= *(\d+)\.(\d+)", self._configuration(), re.MULTILINE)
        if version is None or (int(version[1]), int(version[2])) < (3, 11):
            return False
        # Scripts carry the path they were made for; a copied or moved checkout has stale ones.
        made_for = re.search(r"^command *=.* -m venv (.*)$", self._configuration(), re.MULTILINE)
        if made_for is not None and not made_for[1].strip().endswith(str(self.folder)):
            return False
        return self._has_pip()

    def make(self) -> None:
        """An empty environment with pip; what was there goes.

        Debian's Python comes without the means; they are installed where that is allowed.
        """
        if sys.platform == "linux" and importlib.util.find_spec("ensurepip") is None:
            debian.require([f"python{sys.version_info.major}.{sys.version_info.minor}-venv"])
        if self.folder.is_symlink():  # into another checkout, whose environment stays as it is
            self.folder.unlink()
        command = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = (done.stdout.strip() + "\n" + done.stderr.strip()).strip()
            raise CannotGoOn(f"Python could not make an environment in {self.folder}:\n{said}")

    @property
    def _stamp_file(self) -> Path:
        return self.folder / "requirements.stamp"

    def _stamp(self) -> str:
        if not self._stamp_file.is_file():
            return ""
        return self._stamp_file.read_text(encoding="utf-8")

    def _stamp_for(self, wanted: RequirementSet) -> str:
        content = self.requirements(wanted).read_bytes() + self._configuration().encode()
        return f"{wanted} {hashlib.sha256(content).hexdigest()}"

    def _sufficient_stamps(self, wanted: RequirementSet) -> set[str]:
        return {self._stamp_for(wanted), self._stamp_for("dev")}

    def _configuration(self) -> str:
        """What the environment says of itself: its Python, its version and its place."""
        return (self.folder / "pyvenv.cfg").read_text(encoding="utf-8", errors="replace")

    def _has_pip(self) -> bool:
        """Without it an earlier run was interrupted in the middle of making the environment."""
        places = ("lib/python*/site-packages/pip", "Lib/site-packages/pip")
        return any(True for place in places for _ in self.folder.glob(place))
