"""How the systems write down that a program starts when somebody logs in, and what that means.

Each form is a pair: a text for a command, and the command in a text, None where the text starts
nothing. What was removed since fails nowhere: a desktop leaves out an entry whose TryExec is gone,
the agent of macOS looks before it starts, and Windows passes over a program that is not there.
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

Command = tuple[str, ...]
"""A program by its absolute path, and its arguments."""

LABEL = "io.github.agora_console.AgoraConsole"

_LOOK_FIRST = 'test -x "$0" || exit 0; exec "$0" "$@"'
_SPECIAL = re.compile(r'(["`$\\])')
_WORD = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)')
_WINDOWS_WORD = re.compile(r'((?:[^\s"]|"[^"]*")+)')


@dataclass(frozen=True, slots=True)
class Form:
    """`write` gives the text for a command; `read` the command of a text, None if it starts none.

    `read` raises ValueError for a text that makes no sense.
    """

    write: Callable[[Command], str]
    read: Callable[[str], Command | None]


# --- desktops by freedesktop.org: an entry below ~/.config/autostart ------------------------------


def desktop_entry(command: Command) -> str:
    """The desktop entry that starts `command`."""
    words = " ".join(_exec_word(word) for word in command)
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.0",
            "Name=Agora Console",
            "Comment=Watches recordings of Agora Cloud Recording",
            f"Exec={_escaped(words)}",
            f"TryExec={_escaped(command[0])}",
            "Icon=agora-console",
            "Terminal=false",
            "",
        )
    )


def desktop_command(text: str) -> Command | None:
    """The command of a desktop entry; None where it is hidden or switched off."""
    entry = _first_group(text)
    if entry.get("Hidden") == "true" or entry.get("X-GNOME-Autostart-enabled") == "false":
        return None
    if not entry.get("Exec"):
        raise ValueError("It has no Exec line.")
    words = _WORD.findall(re.sub(r"\\(.)", r"\1", entry["Exec"]))
    return tuple(
        (re.sub(r"\\(.)", r"\1", quoted) if quoted else bare).replace("%%", "%")
        for quoted, bare in words
    )


def _exec_word(word: str) -> str:
    return '"' + _SPECIAL.sub(r"\\\1", word.replace("%", "%%")) + '"'


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\")


def _first_group(text: str) -> dict[str, str]:
    group, entry = "", {}
    for line in text.splitlines():
        if line.startswith("["):
            group = line.strip()
        elif group == "[Desktop Entry]" and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            entry[key.strip()] = value.strip()
    return entry


# --- macOS: an agent of the user ------------------------------------------------------------------


def launch_agent(command: Command) -> str:
    """The property list that has launchd start `command` at log-in, once, if it is still there."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", _LOOK_FIRST, *command],
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(agent).decode("utf-8")


def agent_command(text: str) -> Command | None:
    """The command of an agent; None where it is disabled or not run at log-in."""
    try:
        agent = plistlib.loads(text.encode("utf-8"))
    except (ExpatError, ValueError) as error:
        raise ValueError("It is no property list.") from error
    words = agent.get("ProgramArguments") if isinstance(agent, dict) else None
    if not (isinstance(words, list) and words and all(isinstance(word, str) for word in words)):
        raise ValueError("It names no program.")
    if agent.get("Disabled") is True or agent.get("RunAtLoad") is not True:
        return None
    return tuple(words[3:] if words[1:3] == ["-c", _LOOK_FIRST] else words)


# --- Windows: a value of the Run key --------------------------------------------------------------


def run_value(command: Command) -> str:
    """The value of the Run key: every word in quotes. A path of Windows has none in it."""
    if any('"' in word or word.endswith("\\") for word in command):
        raise ValueError("A path with a quote in it, or a backslash at its end, cannot be noted.")
    return " ".join(f'"{word}"' for word in command)


def run_command(text: str) -> Command | None:
    """The command of a value of the Run key; None for an empty one."""
    words = tuple(word.replace('"', "") for word in _WINDOWS_WORD.findall(text))
    return words or None


DESKTOP = Form(desktop_entry, desktop_command)
AGENT = Form(launch_agent, agent_command)
RUN_KEY = Form(run_value, run_command)
