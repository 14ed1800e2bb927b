"""The Run key of Windows: what starts when the user logs in."""

from __future__ import annotations

import sys
from typing import Protocol

RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
NAME = "Agora Console"


class Registry(Protocol):
    """The values of the user's own part of the registry; all of it raises OSError."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """A value; None where there is none."""

    def write(self, key: str, name: str, value: str) -> None:
        """Write a text."""

    def remove(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""


class RunKey:
    """One value of it. The task manager may have switched it off, in a place of its own."""

    place = rf"HKEY_CURRENT_USER\{RUN}"

    def __init__(self, registry: Registry | None = None) -> None:
        self._registry = _registry() if registry is None else registry

    def read(self) -> str | None:
        value = self._registry.read(RUN, NAME)
        verdict = self._registry.read(APPROVED, NAME)
        if isinstance(verdict, bytes) and verdict and verdict[0] & 1:
            return ""
        return value if isinstance(value, str) else None

    def write(self, text: str) -> None:
        self._registry.write(RUN, NAME, text)
        self._registry.remove(APPROVED, NAME)

    def remove(self) -> None:
        self._registry.remove(RUN, NAME)
        self._registry.remove(APPROVED, NAME)


def _registry() -> Registry:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - for Windows alone

        class UserRegistry:
            def read(self, key: str, name: str) -> str | bytes | None:
                try:
                    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                        value: str | bytes = winreg.QueryValueEx(opened, name)[0]
                except FileNotFoundError:
                    return None
                return value

            def write(self, key: str, name: str, value: str) -> None:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

            def remove(self, key: str, name: str) -> None:
                access = winreg.KEY_SET_VALUE
                try:
                    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened:
                        winreg.DeleteValue(opened, name)
                except FileNotFoundError:
                    pass

        return UserRegistry()

    raise OSError("Only Windows has a registry.")
