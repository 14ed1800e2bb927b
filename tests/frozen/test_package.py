"""What lies in DIST: its size, its sums, and the Debian package from installing to removing."""

from __future__ import annotations

import configparser
import hashlib
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from shiplib.archive import size_of
from shiplib.limits import DEB, UNPACKED
from tests.flow.children import console_child
from tests.support.isolation import on_display
from tests.support.secret_service import SecretService

SHARE = Path("/usr/share")
HOME = Path("/usr/lib/agora-console")


def test_the_program_is_within_its_size(bundle: Path) -> None:
    assert size_of(bundle) <= UNPACKED


def test_no_library_of_a_desktop_has_slipped_in(bundle: Path) -> None:
    names = {path.name for path in bundle.rglob("*")}
    assert not [name for name in names if name.startswith(("libgtk", "libgdk", "libQt6Qml"))]


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings ICU along on Linux only")
def test_words_and_times_are_the_same_with_the_data_that_were_left_to_icu(bundle: Path) -> None:
    (library,) = {path.resolve() for path in bundle.rglob("libicudata.so.*")}
    program = [sys.executable, str(Path(__file__).with_name("qt_of_the_bundle.py"))]
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = [
        subprocess.run(
            program, env={**offscreen, **more}, capture_output=True, text=True, check=True
        )
        for more in ({}, {"LD_PRELOAD": str(library)})
    ]
    assert [each.stderr for each in said] == ["", ""]
    whole, cut = (json.loads(each.stdout) for each in said)
    assert cut == whole
    assert "äpfel" in whole["typed"]["text"]


def test_every_file_has_its_sum(dist: Path) -> None:
    lines = (dist / "SHA256SUMS").read_text("utf-8").splitlines()
    handed_out = {path.name for path in dist.iterdir() if path.is_file()} - {"SHA256SUMS"}
    assert {line.split("  ")[1] for line in lines} == handed_out
    for line in lines:
        sum_, name = line.split("  ")
        with (dist / name).open("rb") as file:
            assert hashlib.file_digest(file, "sha256").hexdigest() == sum_


def test_the_bill_names_what_matters(dist: Path) -> None:
    (path,) = dist.glob("*.cdx.json")
    bill = json.loads(path.read_text("utf-8"))
    named = {component["name"] for component in bill["components"]}
    assert {"pyside6-essentials", "httpx", "keyring", "pydantic", "cpython"} <= named
    assert all(component.get("version") for component in bill["components"])


# --- the Debian package ------------------------------------------------------------------------


@pytest.fixture
def deb(dist: Path) -> Path:
    if sys.platform != "linux" or not shutil.which("apt-get"):
        pytest.skip("no system of Debian's kin")
    (found,) = dist.glob("*.deb")
    return found


@pytest.fixture
def installed(deb: Path) -> Iterator[None]:
    """The package on this system, removed again also where a test fails."""
    if os.geteuid() != 0:
        pytest.skip("only root may install packages")
    if HOME.exists():
        pytest.fail(f"{HOME} is there already; this would replace it.", pytrace=False)
    apt("install", "--no-install-recommends", str(deb))
    yield
    # apt no longer knows what a test has purged already; dpkg does not mind.
    subprocess.run(["dpkg", "--purge", "agora-console"], capture_output=True, check=True)


def apt(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-y", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def exec_of(entry: Path) -> list[str]:
    """The command of a desktop entry, where no file is opened."""
    parser = configparser.RawConfigParser(strict=True)
    parser.read(entry, encoding="utf-8")
    command = shlex.split(parser["Desktop Entry"]["Exec"])
    assert command.pop() == "%f"
    return command


def test_the_package_is_within_its_size(deb: Path) -> None:
    assert deb.stat().st_size <= DEB


@pytest.mark.xcb
@pytest.mark.keyring
@pytest.mark.timeout(300)
def test_it_installs_starts_by_its_desktop_entry_and_goes_without_the_data(
    installed: None,
    isolated_home: Path,
    x_display: str,
    secret_service: SecretService,
) -> None:
    for place in (
        "icons/hicolor/256x256/apps/agora-console.png",
        "icons/hicolor/scalable/mimetypes/agora-console-document.svg",
        "metainfo/io.github.agora_console.AgoraConsole.metainfo.xml",
        "mime/packages/agora-console.xml",
        "doc/agora-console/copyright",
    ):
        assert (SHARE / place).is_file(), place
    if shutil.which("update-mime-database"):
        assert (SHARE / "mime/application/vnd.agora-console.ticket+json.xml").is_file()

    command = exec_of(SHARE / "applications" / "agora-console.desktop")
    data = isolated_home / "data"
    with console_child(env=on_display(x_display), command=command) as window:
        window.until((data / "logs" / "stacks.txt").exists)
        window.send(signal.SIGTERM)
        ended = window.ended()
    assert (ended.code, ended.out, ended.err) == (0, "", "")

    apt("remove", "agora-console")
    assert not HOME.exists()
    assert not (SHARE / "applications" / "agora-console.desktop").exists()
    apt("purge", "agora-console")
    assert (data / "journal.sqlite3").is_file()
