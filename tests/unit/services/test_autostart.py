"""Autostart shows what the system has written down, in real files."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from agora_console.domain.autostart import AGENT, DESKTOP, RUN_KEY, Command
from agora_console.services.setup import autostart as module
from agora_console.services.setup.autostart import (
    DEMO,
    NOT_INSTALLED,
    Autostart,
    FileNote,
    started,
    this_autostart,
    this_program,
)
from agora_console.services.setup.run_key import APPROVED, NAME, RUN, RunKey
from agora_console.settings.folders import data_dir

COMMAND: Command = ("/opt/agora console/agora-console", "--minimized")


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return tmp_path / "config" / "autostart" / "agora-console.desktop"


@pytest.fixture
def autostart(entry: Path) -> Autostart:
    return Autostart(FileNote(entry), DESKTOP, COMMAND)


def test_it_is_off_until_it_is_switched_on_and_leaves_nothing(
    autostart: Autostart, entry: Path
) -> None:
    assert not autostart.state().on
    assert not entry.parent.exists()
    autostart.switch(True)
    assert autostart.state() == module.AutostartState(True, str(entry))
    assert DESKTOP.read(entry.read_text("utf-8")) == COMMAND
    autostart.switch(False)
    assert not autostart.state().on
    assert list(entry.parent.iterdir()) == []
    autostart.switch(False)  # twice is once


def test_what_somebody_else_wrote_is_shown_as_it_is(autostart: Autostart, entry: Path) -> None:
    autostart.switch(True)
    text = entry.read_text("utf-8")
    entry.write_text(f"{text}Hidden=true\n", "utf-8")
    assert not autostart.state().on

    entry.write_text(DESKTOP.write(("/old/agora-console",)), "utf-8")
    assert autostart.state().on
    assert autostart.state().other == "/old/agora-console"
    autostart.switch(True)
    assert autostart.state().other == ""

    entry.write_text("[Desktop Entry]\n", "utf-8")
    assert autostart.state().trouble == f"{entry} is not understood. It has no Exec line."


def test_a_place_that_cannot_be_used_is_told(autostart: Autostart, entry: Path) -> None:
    entry.parent.parent.write_text("a file where a folder should be")
    with pytest.raises(OSError, match=r"could not be changed \(.+\)\. It is as it was\.$"):
        autostart.switch(True)
    state = autostart.state()
    assert not state.on
    assert "cannot be read" in state.trouble


def test_what_cannot_start_can_still_be_switched_off(entry: Path) -> None:
    barred = Autostart(FileNote(entry), DESKTOP, None, NOT_INSTALLED)
    assert barred.state().barred == NOT_INSTALLED
    with pytest.raises(ValueError, match="Only an installed program"):
        barred.switch(True)
    Autostart(FileNote(entry), DESKTOP, COMMAND).switch(True)
    assert barred.state().on
    barred.switch(False)
    assert not entry.exists()


def test_only_the_owner_may_write_what_starts(autostart: Autostart, entry: Path) -> None:
    autostart.switch(True)
    assert not entry.stat().st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def test_the_data_folder_is_named_where_it_is_not_the_usual_one(tmp_path: Path) -> None:
    program = Path("/opt/agora-console")
    assert started(program, data_dir(None, {}), "linux") == (str(program), "--minimized")
    assert started(program, tmp_path, "linux")[2:] == (f"--data-dir={tmp_path}",)
    console = tmp_path / "agora-console.exe"
    assert started(console, tmp_path, "win32")[0] == str(tmp_path / "agora-console-window.exe")


def test_sources_are_no_program_and_a_script_and_a_bundle_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert this_program("/checkout/agora_console/__main__.py") is None
    assert this_program("agora-console") is None
    assert this_program("/usr/local/bin/agora-console") == Path("/usr/local/bin/agora-console")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert this_program("x") == Path(sys.executable).resolve()


def test_each_system_has_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, isolated_home: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["/usr/bin/agora-console"])
    monkeypatch.setattr(sys, "platform", "linux")
    here = this_autostart(tmp_path, os.environ, demo=False)
    here.switch(True)
    entry = isolated_home / "config" / "autostart" / "agora-console.desktop"
    assert here.state() == module.AutostartState(True, str(entry))
    assert entry.is_file()
    assert this_autostart(tmp_path, os.environ, demo=True).state().barred == DEMO
    monkeypatch.setattr(sys, "argv", ["-c"])
    assert this_autostart(tmp_path, {}, demo=False).state().barred == NOT_INSTALLED
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "LaunchAgents" in this_autostart(tmp_path, {}, demo=False).state().place


def test_an_agent_of_macos_is_written_and_read(tmp_path: Path) -> None:
    agent = Autostart(FileNote(tmp_path / "LaunchAgents" / "x.plist"), AGENT, COMMAND)
    agent.switch(True)
    assert agent.state().on
    agent.switch(False)
    assert not agent.state().on


# --- Windows, whose registry is a table here -----------------------------------------------------


class Table(dict[tuple[str, str], str | bytes]):
    """What the registry holds."""

    def read(self, key: str, name: str) -> str | bytes | None:
        return self.get((key, name))

    def write(self, key: str, name: str, value: str) -> None:
        self[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self.pop((key, name), None)


def test_the_run_key_holds_one_value_and_then_none() -> None:
    table = Table()
    autostart = Autostart(RunKey(table), RUN_KEY, COMMAND)
    autostart.switch(True)
    assert table == {(RUN, NAME): '"/opt/agora console/agora-console" "--minimized"'}
    assert autostart.state().on
    autostart.switch(False)
    assert table == {}
    assert not autostart.state().on


def test_what_the_task_manager_switched_off_is_off_until_it_is_wanted_again() -> None:
    table = Table()
    autostart = Autostart(RunKey(table), RUN_KEY, COMMAND)
    autostart.switch(True)
    table[APPROVED, NAME] = b"\x03" + bytes(11)
    assert not autostart.state().on
    autostart.switch(True)
    assert autostart.state().on


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has one")
def test_elsewhere_there_is_no_registry() -> None:
    with pytest.raises(OSError, match="Only Windows"):
        RunKey()
