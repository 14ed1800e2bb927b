"""An environment in which nothing of the person who runs the tests can be read or changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The checkout."""

AS_INSTALLED = Path(__file__).with_name("as_installed")
"""What takes the place of packages that the program is installed without."""

_LEAKY_PREFIXES = ("AGORA_", "KEYRING_PROPERTY_", "QT_SCALE", "QT_SCREEN", "QT_STYLE")
_LEAKY_NAMES = frozenset(
    {
        "ALL_PROXY",
        "DISPLAY",
        "GNOME_KEYRING_CONTROL",
        "HTTPS_PROXY",
        "HTTP_PROXY",
        "NO_PROXY",
        "PYTHON_KEYRING_BACKEND",
        "SSLKEYLOGFILE",
        "SSL_CERT_DIR",
        "SSL_CERT_FILE",
        "WAYLAND_DISPLAY",
        "XAUTHORITY",
    }
)


def leaky(names: Iterable[str]) -> list[str]:
    """The variables that would let a test see this machine's proxies, screen, keyring or keys."""
    return [n for n in names if n.upper() in _LEAKY_NAMES or n.upper().startswith(_LEAKY_PREFIXES)]


def isolated(home: Path) -> dict[str, str]:
    """Variables that move everything personal below ``home``, which is made where it is missing.

    The session bus is an address nobody listens on: an unset one would let libraries start a bus
    of their own.
    """
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "appdata",
        "LOCALAPPDATA": home / "local-appdata",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "share",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {
        **{name: str(folder) for name, folder in folders.items()},
        "AGORA_CONSOLE_DATA_DIR": str(home / "data"),
        "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home / 'no-bus'}",
        "LC_ALL": "C.UTF-8",
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        **({} if sys.platform == "linux" else {"PYTHON_KEYRING_BACKEND": FAILING_KEYRING}),
    }


def child_env(**more: str) -> dict[str, str]:
    """The environment, as the test has it now, of a child that runs the program of this checkout.

    A keyring or a display that a fixture started later is not missed, as long as this is called
    when the child starts. It finds what it would find where it is installed: the tools of the
    checkout, which others look for and load, would make up a third of its start.
    """
    return {
        **os.environ,
        "PYTHONPATH": os.pathsep.join((str(AS_INSTALLED), str(ROOT))),
        "PYTHONUNBUFFERED": "1",
        "PYTHONFAULTHANDLER": "1",
        **more,
    }


def on_display(display: str) -> dict[str, str]:
    """What makes a child draw a real window on an X display."""
    return {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


FAILING_KEYRING = "keyring.backends.fail.Keyring"
"""Where the keyring is not found through a bus address, it has to be named away."""
