"""packaging/dev.py on real processes: an environment, pip without a network, stand-in system tools.

The stand-ins come first on PATH, so that no test installs anything on this machine.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

import dev
from devlib import debian
from devlib.environment import Environment, why_pip_failed
from devlib.talk import CannotGoOn
from tests.support.isolation import ROOT

needs_a_shell = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")

ECHO = """
import json, os, sys
print(json.dumps({"arguments": sys.argv[1:], "platform": os.environ.get("QT_QPA_PLATFORM")}))
sys.exit(7)
"""


def stand_in(folder: Path, name: str, script: str) -> None:
    """A program of that name which only does what ``script`` says."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@dataclass(frozen=True)
class Checkout:
    """A small checkout whose program says how it was called, and exits with 7."""

    root: Path
    tools: Path

    def dev(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(self.tools), os.environ["PATH"]])
        return subprocess.run(
            [sys.executable, str(self.root / "packaging" / "dev.py"), *arguments],
            env={**os.environ, "PATH": path, **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def require(self, lines: str) -> None:
        self.environment.requirements("runtime").write_text(lines)
        self.environment.requirements("dev").write_text(lines)

    @property
    def environment(self) -> Environment:
        return Environment(self.root)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Checkout:
    made = Checkout(tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("tools"))
    shutil.copytree(
        ROOT / "packaging",
        made.root / "packaging",
        ignore=shutil.ignore_patterns("__pycache__", "*.txt"),
    )
    (made.root / "packaging" / "requirements").mkdir(exist_ok=True)
    program = made.root / "agora_console"
    program.mkdir()
    (program / "__init__.py").touch()
    (program / "__main__.py").write_text(ECHO)
    every_package = "".join(f"echo installed {name}; " for name in everything())
    stand_in(made.tools, "dpkg-query", every_package)
    stand_in(made.tools, "apt-get", "echo unexpected >&2; exit 9")
    made.require("# nothing\n")
    made.dev("run")
    return made


def everything() -> list[str]:
    wanted = debian.WINDOW + debian.X_WINDOW + debian.REAL_PARTS
    return [names.split("|")[0] for names in wanted]


# --- the command line ------------------------------------------------------------


def test_without_a_verb_it_says_which_there_are(checkout: Checkout) -> None:
    done = checkout.dev()
    assert done.returncode == 2
    assert all(f"  {verb} " in done.stdout for verb in dev.VERBS)


def test_an_unknown_verb_is_a_usage_error(checkout: Checkout) -> None:
    done = checkout.dev("dmeo")
    assert done.returncode == 2
    assert "No verb is called dmeo." in done.stderr


def test_an_unknown_check_names_the_ones_there_are(checkout: Checkout) -> None:
    done = checkout.dev("check", "tpyes")
    assert done.returncode == 1
    assert "No check is called tpyes: there are lint, format, types" in done.stderr


def test_an_old_python_reads_a_sentence() -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); sys.version = '3.9.2 (old)';"
        f"runpy.run_path({str(ROOT / 'packaging' / 'dev.py')!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "Agora Console needs Python 3.11 or newer; this is Python 3.9.2\n"


# --- running the program -----------------------------------------------------------


def test_run_hands_over_arguments_output_and_exit_code(checkout: Checkout) -> None:
    done = checkout.dev("run", "record", "--json", "a b")
    assert json.loads(done.stdout)["arguments"] == ["record", "--json", "a b"]
    assert done.returncode == 7


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_demo_without_a_screen_says_so_and_runs_the_tour_offscreen(checkout: Checkout) -> None:
    done = checkout.dev("demo", "--shots", "here", QT_QPA_PLATFORM="")
    assert "No screen here" in done.stderr
    called = json.loads(done.stdout)
    assert called["arguments"] == ["--demo", "--tour", "--shots", "here"]
    assert called["platform"] == "offscreen"


def test_demo_with_a_screen_opens_the_panel(checkout: Checkout) -> None:
    done = checkout.dev("demo", DISPLAY=":7")
    assert json.loads(done.stdout)["arguments"] == ["--demo"]


@pytest.mark.parametrize(
    ("environ", "platform", "seen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_where_a_window_can_be_seen(environ: dict[str, str], platform: str, seen: bool) -> None:
    assert dev.has_screen(environ, platform) is seen


# --- the environment ---------------------------------------------------------------


def test_a_second_run_starts_no_installer(checkout: Checkout) -> None:
    assert checkout.environment.is_usable()
    assert checkout.dev("run").stderr == ""


def test_changed_requirements_are_installed_once(checkout: Checkout) -> None:
    checkout.require("# nothing, said differently\n")
    assert "Installing" in checkout.dev("run").stderr
    assert checkout.dev("run").stderr == ""


def test_what_was_installed_for_development_is_enough_to_run(checkout: Checkout) -> None:
    checkout.require("# for development\n")
    checkout.environment.ensure("dev")
    assert checkout.dev("run").stderr == ""


def test_an_environment_that_was_moved_is_not_trusted(checkout: Checkout, tmp_path: Path) -> None:
    shutil.copytree(checkout.environment.folder, tmp_path / ".venv", symlinks=True)
    assert not Environment(tmp_path).is_usable()


@pytest.mark.skipif(os.name == "nt", reason="a link needs a right there")
def test_a_link_into_another_checkout_is_replaced_and_the_other_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pyvenv.cfg").touch()
    here = Environment(tmp_path)
    here.folder.symlink_to(other)
    here.make()
    assert not here.folder.is_symlink()
    assert [path.name for path in other.iterdir()] == ["pyvenv.cfg"]


def test_a_half_made_environment_is_not_trusted(tmp_path: Path) -> None:
    half_made = Environment(tmp_path)
    half_made.python.parent.mkdir(parents=True)
    half_made.python.touch()
    (half_made.folder / "pyvenv.cfg").write_text("version = 3.11.7\n")
    assert not half_made.is_usable()


def test_without_a_network_it_says_so_and_tries_again_next_time(checkout: Checkout) -> None:
    checkout.require("httpx==0.28.1 --hash=sha256:" + "0" * 64 + "\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_NO_INDEX": "", "PIP_RETRIES": "0"}
    first = checkout.dev("run", **nowhere, PIP_CONFIG_FILE=os.devnull, PIP_FIND_LINKS="")
    assert first.returncode == 1
    assert "The package index could not be reached." in first.stderr

    checkout.require("# nothing\n")
    assert "Installing" in checkout.dev("run").stderr


def wheel(folder: Path) -> Path:
    """A package of one empty module."""
    made = folder / "tiny-1.0-py3-none-any.whl"
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("tiny.py", "")
        archive.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\n")
        archive.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        digest = base64.urlsafe_b64encode(hashlib.sha256(b"").digest()).rstrip(b"=").decode()
        archive.writestr("tiny-1.0.dist-info/RECORD", f"tiny.py,sha256={digest},0\n")
    return made


def test_a_file_other_than_the_pinned_one_is_refused(checkout: Checkout, tmp_path: Path) -> None:
    checkout.require(f"tiny @ {wheel(tmp_path).as_uri()} --hash=sha256:{'0' * 64}\n")
    done = checkout.dev("run")
    checkout.require("# nothing\n")
    assert done.returncode == 1
    assert "A downloaded file is not the one that was pinned." in done.stderr


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "no file for"),
        ("connection broken by 'SSLError(CERTIFICATE_VERIFY_FAILED)'", "in PIP_CERT"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("ERROR: Could not install: [Errno 13] Permission denied: 'x'", "not permitted"),
        ("Segmentation fault", "does not know"),
    ],
)
def test_what_pip_says_becomes_a_sentence(said: str, meant: str) -> None:
    assert meant in why_pip_failed(said)


# --- Debian packages -----------------------------------------------------------------


@dataclass(frozen=True)
class Machine:
    """A Debian machine of stand-ins; what apt-get was asked is in ``asked``."""

    tools: Path
    asked: Path

    def set(self, name: str, script: str) -> None:
        stand_in(self.tools, name, script)


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """libgl1 and the newer glib are installed; this process is root."""
    made = Machine(tmp_path / "bin", tmp_path / "asked")
    made.tools.mkdir()
    made.set("dpkg-query", "echo installed libgl1; echo installed libglib2.0-0t64; exit 1")
    made.set("apt-get", f'echo "$DEBIAN_FRONTEND $@" >> {made.asked}')
    monkeypatch.setenv("PATH", os.pathsep.join([str(made.tools), "/usr/bin", "/bin"]))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    return made


@needs_a_shell
def test_what_is_there_is_not_installed_again(machine: Machine) -> None:
    debian.require(["libgl1", "libglib2.0-0|libglib2.0-0t64"])
    assert not machine.asked.exists()


@needs_a_shell
def test_what_is_missing_is_installed_without_a_question(machine: Machine) -> None:
    debian.require(["libgl1", "libegl1", "xvfb"])
    assert machine.asked.read_text().startswith("noninteractive ")
    assert machine.asked.read_text().endswith("--no-install-recommends libegl1 xvfb\n")


@needs_a_shell
def test_stale_lists_are_fetched_and_the_install_tried_again(machine: Machine) -> None:
    fails_at_first = f'echo "$@" >> {machine.asked}; case "$@" in *update*) touch {{0}};; esac; '
    fresh = machine.asked.with_name("fresh")
    machine.set("apt-get", fails_at_first.replace("{0}", str(fresh)) + f"test -e {fresh}")
    debian.require(["xvfb"])
    verbs = [line.split("DPkg::Lock::Timeout=120 ")[1] for line in lines_of(machine.asked)]
    install = "install -y --no-install-recommends xvfb"
    assert verbs == [install, "update", install]


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines()


@needs_a_shell
def test_where_installing_fails_the_reason_and_the_command_are_given(machine: Machine) -> None:
    machine.set("apt-get", "echo 'E: Unable to locate package xvfb' >&2; exit 100")
    with pytest.raises(CannotGoOn, match="E: Unable to locate package xvfb") as raised:
        debian.require(["xvfb"])
    assert "sudo apt-get install -y --no-install-recommends xvfb" in str(raised.value)


@needs_a_shell
def test_an_ordinary_user_is_given_the_command(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    machine.set("sudo", "echo 'a password is required' >&2; exit 1")
    with pytest.raises(CannotGoOn, match="sudo apt-get install -y --no-install-recommends xvfb"):
        debian.require(["xvfb"])
    assert not machine.asked.exists()


@needs_a_shell
def test_a_user_who_may_become_root_without_a_password_does(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    machine.set("sudo", 'shift; exec "$@"')
    debian.require(["xvfb"])
    assert lines_of(machine.asked)[0].endswith("--no-install-recommends xvfb")


@needs_a_shell
def test_elsewhere_than_on_debian_nothing_is_asked(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(machine.asked.parent))
    debian.require(["xvfb"])
    assert not machine.asked.exists()


@pytest.mark.parametrize(("cores", "workers"), [(1, 2), (2, 3), (8, 12)])
def test_tests_that_wait_leave_a_core_to_others(cores: int, workers: int) -> None:
    assert dev.workers_for(cores) == workers
