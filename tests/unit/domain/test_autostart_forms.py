"""How the systems write down what starts at log-in."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.autostart import AGENT, DESKTOP, RUN_KEY, Command

PLAIN: Command = ("/usr/lib/agora-console/agora-console", "--minimized")
ODD: Command = ("/opt/ü 100% $HOME/a`b\\c\"d'/agora-console", "--data-dir=/home/me/a b")

words = st.text(st.characters(min_codepoint=32, exclude_categories=["C", "Z"]), min_size=1)
spaced = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(st.lists(spaced, min_size=1, max_size=4).map(tuple))
def test_a_command_is_read_as_it_was_written(command: Command) -> None:
    assert DESKTOP.read(DESKTOP.write(command)) == command
    assert AGENT.read(AGENT.write(command)) == command
    if not any('"' in word or word.endswith("\\") for word in command):
        assert RUN_KEY.read(RUN_KEY.write(command)) == command


@pytest.mark.parametrize("command", [PLAIN, ODD])
def test_the_entry_is_one_by_the_rules_of_desktops(command: Command, tmp_path: Path) -> None:
    text = DESKTOP.write(command)
    tried = command[0].replace("\\", "\\\\")
    assert f"\nTryExec={tried}\n" in text  # an entry whose program is gone fails nowhere
    if shutil.which("desktop-file-validate"):
        entry = tmp_path / "agora-console.desktop"
        entry.write_text(text, "utf-8")
        done = subprocess.run(
            ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_was_switched_off_starts_nothing(line: str) -> None:
    text = DESKTOP.write(PLAIN)
    assert DESKTOP.read(f"{text}{line}\n") is None
    assert DESKTOP.read(f"{text}#{line}\n[Desktop Action x]\n{line}\n") == PLAIN


def test_an_entry_by_hand_is_understood() -> None:
    text = "[Desktop Entry]\nExec = agora-console --data-dir=/d\n"
    assert DESKTOP.read(text) == ("agora-console", "--data-dir=/d")


def test_an_agent_looks_for_its_program_first(tmp_path: Path) -> None:
    program = tmp_path / "pro gram"
    said = tmp_path / "said"
    agent = plistlib.loads(AGENT.write((str(program), "--minimized", str(said))).encode())
    gone = subprocess.run(agent["ProgramArguments"], capture_output=True, check=False)
    assert (gone.returncode, gone.stderr) == (0, b"")

    program.write_text('#!/bin/sh\necho "$1" > "$2"\n', "utf-8")
    program.chmod(0o755)
    subprocess.run(agent["ProgramArguments"], check=True)
    assert said.read_text("utf-8") == "--minimized\n"


def test_an_agent_that_is_disabled_starts_nothing() -> None:
    for change in ({"Disabled": True}, {"RunAtLoad": False}):
        agent = {**plistlib.loads(AGENT.write(PLAIN).encode()), **change}
        assert AGENT.read(plistlib.dumps(agent).decode()) is None
    by_hand = {"ProgramArguments": ["/bin/x"], "RunAtLoad": True}
    assert AGENT.read(plistlib.dumps(by_hand).decode()) == ("/bin/x",)


def test_a_value_of_the_run_key_is_read_with_and_without_quotes() -> None:
    assert RUN_KEY.read(r'"C:\Program Files\a.exe" --minimized') == (
        r"C:\Program Files\a.exe",
        "--minimized",
    )
    assert RUN_KEY.read("") is None
    with pytest.raises(ValueError, match="cannot be noted"):
        RUN_KEY.write(("C:\\a.exe", "--data-dir=C:\\"))


@pytest.mark.parametrize(
    ("text", "why"),
    [("", "no Exec"), ("[Desktop Entry]\nName=x\n", "no Exec"), ("[Other]\nExec=x\n", "no Exec")],
)
def test_an_entry_without_a_program_makes_no_sense(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        DESKTOP.read(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no property list"),
        ("<plist><dict>", "no property list"),
        (plistlib.dumps([]).decode(), "names no program"),
        (plistlib.dumps({"ProgramArguments": []}).decode(), "names no program"),
        (plistlib.dumps({"ProgramArguments": [1]}).decode(), "names no program"),
    ],
)
def test_an_agent_without_a_program_makes_no_sense(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        AGENT.read(text)
