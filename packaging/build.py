"""Makes everything that can be handed out from this system: see USAGE.

Needs Python 3.11 and nothing else; tools go into build/env, pinned by hash like all the rest.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from json import dumps
from pathlib import Path

from devlib import debian
from devlib.environment import Environment
from devlib.talk import CannotGoOn, say
from shiplib import deb, libraries, limits, notices
from shiplib.archive import settle, sha256_line, size_of, write_tar_gz, write_zip
from shiplib.facts import BuildFacts, facts_of

USAGE = """\
usage: python3 packaging/build.py

Makes in dist/, of the sources as they lie here:

  agora-console/       the program with everything it needs, ready to run
  on Linux             .tar.gz, and a .deb where dpkg-deb is
  on Windows           .zip, and an installer where Inno Setup's iscc is
  on macOS             .zip of the app; packaging/macos/sign.sh signs it and makes the .dmg
  everywhere           a CycloneDX list of what is inside, and SHA256SUMS

Fails where the folder is above 150 MB or the .deb above 45 MB. SOURCE_DATE_EPOCH is the time of
all files; without it, that of the commit."""

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
WORK, DIST = ROOT / "build", ROOT / "dist"
PREPARED = WORK / "prepared"


class Build:
    """One run: what is made goes to `made`."""

    def __init__(self, facts: BuildFacts) -> None:
        self.facts = facts
        self.environment = Environment(ROOT, "build/env")
        self.bundle = DIST / "agora-console"
        self.made: list[Path] = []

    def run(self) -> int:
        """All steps in order; the exit code."""
        if self.facts.system == "linux":
            debian.require(debian.WINDOW + debian.X_WINDOW + debian.FREEZING)
        self.environment.ensure("build")
        for folder in (PREPARED, DIST):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        with step("icons and licences"):
            self.prepare()
        with step("program"):
            self.freeze()
        pack = {"linux": self.for_linux, "windows": self.for_windows, "macos": self.for_macos}
        pack.get(self.facts.system, self.for_linux)()
        with step("bill of materials"):
            self.bill()
        return self.settle_accounts()

    def prepare(self) -> None:
        """Icons from their drawings, licences, and what the program knows of its build."""
        text = dumps(self.facts.document(), indent=2) + "\n"
        (PREPARED / "build.json").write_text(text, encoding="utf-8", newline="\n")
        self.tool("icons", str(PACKAGING / "icons" / "draw.py"), str(PREPARED))
        packages = next(self.environment.folder.rglob("site-packages"))
        python_license = next(Path(os.__file__).parent.glob("LICENSE*"), None)
        common = Path("/usr/share/common-licenses")
        pins = self.environment.requirements("runtime").read_text(encoding="utf-8")
        shipped = notices.pinned_in(pins) | {"pyinstaller"}
        notices.collect(packages, shipped, python_license, common, PREPARED / "licenses")

    def freeze(self) -> None:
        """Run PyInstaller on the spec."""
        self.tool(
            *("pyinstaller", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"),
            *(f"--distpath={DIST}", f"--workpath={WORK / 'pyinstaller'}"),
            str(PACKAGING / "agora-console.spec"),
        )
        settle(self.bundle, self.facts.epoch)

    def for_linux(self) -> None:
        """The archive for any Linux, and the package for Debian and its kin."""
        share = WORK / "share"
        shutil.rmtree(share, ignore_errors=True)
        deb.lay_out_share(share, PACKAGING, PREPARED, self.facts)
        check_desktop_files(share)
        with step(".tar.gz"):
            tree = WORK / "archive"
            shutil.rmtree(tree, ignore_errors=True)
            shutil.copytree(self.bundle, tree, symlinks=True)
            shutil.copytree(share, tree / "share")
            settle(tree, self.facts.epoch)
            output = DIST / f"{self.facts.name}.tar.gz"
            write_tar_gz(tree, self.facts.name, output, self.facts.epoch)
            self.made.append(output)
        if shutil.which("dpkg-deb"):
            with step(".deb"):
                self.debian_package(share)

    def debian_package(self, share: Path) -> None:
        """The .deb, which names the libraries it expects of the system."""
        tree = WORK / "deb"
        shutil.rmtree(tree, ignore_errors=True)
        deb.lay_out(tree, self.bundle, share, ROOT, self.facts)
        depends = libraries.depends(
            libraries.expected(self.bundle), libraries.oldest_glibc(self.bundle)
        )
        kib = -(-size_of(tree) // 1024)
        version, machine = self.facts.version, self.facts.debian_machine
        output = DIST / f"agora-console_{version}_{machine}.deb"
        text = deb.control(self.facts, depends, kib)
        deb.build_deb(tree, PACKAGING / "linux", text, output, self.facts.epoch)
        self.made.append(output)

    def for_windows(self) -> None:
        """The portable .zip, and the installer where its compiler is."""
        with step(".zip"):
            output = DIST / f"{self.facts.name}.zip"
            write_zip(self.bundle, self.facts.name, output, self.facts.epoch)
            self.made.append(output)
        compiler = shutil.which("iscc")
        if compiler is None:
            say("No installer: Inno Setup's iscc is not on the PATH.")
            return
        with step("installer"):
            script = str(PACKAGING / "windows" / "agora-console.iss")
            words = [f"/DVersion={self.facts.version}", f"/DName={self.facts.name}"]
            words += [f"/DBundle={self.bundle}", f"/DIcons={PREPARED}", f"/O{DIST}"]
            execute("iscc", [compiler, "/Qp", *words, script])
            self.made.append(DIST / f"{self.facts.name}-setup.exe")

    def for_macos(self) -> None:
        """The app, unsigned; a plain zip would lose its links."""
        with step(".zip"):
            output = DIST / f"{self.facts.name}-unsigned.zip"
            app = DIST / "Agora Console.app"
            execute("ditto", ["ditto", "-c", "-k", "--keepParent", str(app), str(output)])
            self.made.append(output)

    def bill(self) -> None:
        """The list of what is inside, checked against its schema."""
        output = DIST / f"{self.facts.name}.cdx.json"
        self.tool("sbom.py", str(PACKAGING / "sbom.py"), str(PREPARED), str(output))
        self.made.append(output)

    def settle_accounts(self) -> int:
        """Checksums, sizes, and whether they are within the limits."""
        sums = "".join(sha256_line(path) for path in sorted(self.made))
        (DIST / "SHA256SUMS").write_text(sums, encoding="utf-8", newline="\n")
        measured = limits.measure(self.bundle, self.made)
        for each in measured:
            say(each.line())
        return 1 if any(each.too_large for each in measured) else 0

    def tool(self, name: str, *arguments: str) -> None:
        """Run Python with the tools, so that two runs of it do the same."""
        execute(
            name,
            [str(self.environment.python), "-P", *arguments],
            AGORA_CONSOLE_PREPARED=str(PREPARED),
            PYTHONHASHSEED="0",
            QT_QPA_PLATFORM="offscreen",
            SOURCE_DATE_EPOCH=str(self.facts.epoch),
        )


def check_desktop_files(share: Path) -> None:
    """Let the desktop's own tools judge the desktop entry and the metainfo."""
    entry = share / "applications" / "agora-console.desktop"
    info = share / "metainfo" / f"{deb.APP_ID}.metainfo.xml"
    for command in (
        ["desktop-file-validate", str(entry)],
        ["appstreamcli", "validate", "--no-net", str(info)],
    ):
        if shutil.which(command[0]):
            execute(command[0], command)
        else:
            say(f"Not checked: {command[0]} is not installed.")


def execute(name: str, command: list[str], **variables: str) -> None:
    """Run a program; raises CannotGoOn with what it said where it fails."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        tail = "\n".join("    " + line for line in done.stdout.strip().splitlines()[-20:])
        raise CannotGoOn(f"{name} failed:\n{tail}")


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say how long it took."""
    begin = time.monotonic()
    yield
    say(f"{name:<22} {time.monotonic() - begin:6.1f} s")


def main(arguments: list[str]) -> int:
    """The exit code; 2 where the command line was wrong."""
    if arguments:
        print(USAGE)
        return 0 if arguments[0] in ("-h", "--help") else 2
    try:
        return Build(facts_of(ROOT, os.environ)).run()
    except CannotGoOn as problem:
        say(str(problem))
    except KeyboardInterrupt:
        say("Interrupted.")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
