"""Autostart: whether this program starts when somebody logs in. Off until somebody wants it.

What is shown is what the system has written down, read anew each time, not what was wished.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agora_console.domain import autostart as forms
from agora_console.domain.autostart import Command, Form
from agora_console.settings.atomic import write_text
from agora_console.settings.folders import data_dir

MINIMIZED = "--minimized"
"""It starts minimised, and not in the tray alone, which some desktops do not have."""

NOT_INSTALLED = (
    "Only an installed program can start with the system; this one runs from its sources."
)
DEMO = "The demo does not start with the system."


class Note(Protocol):
    """Where one system writes it down. All of it raises OSError."""

    place: str

    def read(self) -> str | None:
        """What is written there; None where nothing is."""

    def write(self, text: str) -> None:
        """Write it there, in the place of what was."""

    def remove(self) -> None:
        """Leave nothing there."""


@dataclass(frozen=True, slots=True)
class AutostartState:
    """`on`: something starts. `place`: where that is written down. `barred`: why it cannot be
    switched on, empty where it can. `other`: what starts, where it is not this very program.
    `trouble`: what is wrong with what is written there.
    """

    on: bool
    place: str
    barred: str = ""
    other: str = ""
    trouble: str = ""


class Autostart:
    """`command` is what is to start, None with the reason in `barred`."""

    def __init__(
        self, note: Note, form: Form, command: Command | None, barred: str = NOT_INSTALLED
    ) -> None:
        self._note = note
        self._form = form
        self._command = command
        self._barred = "" if command else barred

    def state(self) -> AutostartState:
        """What the system will do, as it is written down now."""
        place = self._note.place
        try:
            text = self._note.read()
            command = None if text is None else self._form.read(text)
        except OSError as error:
            said = f"{place} cannot be read ({error.strerror})."
            return AutostartState(False, place, self._barred, trouble=said)
        except ValueError as error:
            said = f"{place} is not understood. {error}"
            return AutostartState(True, place, self._barred, trouble=said)
        if command is None:
            return AutostartState(False, place, self._barred)
        other = "" if command == self._command else " ".join(command)
        return AutostartState(True, place, self._barred, other)

    def switch(self, on: bool) -> None:
        """Have it start, or not; raises OSError or ValueError with a sentence."""
        try:
            if not on:
                self._note.remove()
            elif self._command is None:
                raise ValueError(self._barred)
            else:
                self._note.write(self._form.write(self._command))
        except OSError as error:
            raise OSError(
                f"{self._note.place} could not be changed ({error.strerror}). It is as it was."
            ) from error


class FileNote:
    """A file, which is there or not."""

    def __init__(self, path: Path) -> None:
        self.place = str(path)
        self._path = path

    def read(self) -> str | None:
        try:
            return self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None

    def write(self, text: str) -> None:
        write_text(self._path, text)

    def remove(self) -> None:
        self._path.unlink(missing_ok=True)


def started(program: Path, folder: Path, platform: str) -> Command:
    """What starts `program` on the data folder; that is only named where it is not the usual one.

    On Windows it is the one of the two programs that has no console.
    """
    if platform == "win32" and program.stem == "agora-console":
        program = program.with_name("agora-console-window.exe")
    usual = folder == data_dir(None, {})
    return (str(program), MINIMIZED, *(() if usual else (f"--data-dir={folder}",)))


def this_program(argv0: str) -> Path | None:
    """The program as it was installed, None where it runs from its sources."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve()
    script = Path(argv0)
    return script if script.is_absolute() and script.stem == "agora-console" else None


def this_autostart(folder: Path, environ: Mapping[str, str], *, demo: bool) -> Autostart:
    """That of this system, for the program that runs now on the data folder `folder`."""
    note, form = _of_system(sys.platform, environ)
    if demo:
        return Autostart(note, form, None, DEMO)
    program = this_program(sys.argv[0])
    if program is None:
        return Autostart(note, form, None, NOT_INSTALLED)
    return Autostart(note, form, started(program, folder.absolute(), sys.platform))


def _of_system(platform: str, environ: Mapping[str, str]) -> tuple[Note, Form]:
    if platform == "win32":
        from agora_console.services.setup.run_key import RunKey  # noqa: PLC0415 - for Windows alone

        return RunKey(), forms.RUN_KEY
    if platform == "darwin":
        agents = Path.home() / "Library" / "LaunchAgents"
        return FileNote(agents / f"{forms.LABEL}.plist"), forms.AGENT
    config = Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return FileNote(config / "autostart" / "agora-console.desktop"), forms.DESKTOP
