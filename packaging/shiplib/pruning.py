"""What of Qt and of the building machine goes into a bundle: named, so that nothing slips in.

PyInstaller's own choice takes every plugin of each Qt module along, and through them the desktop
libraries of the machine that builds. Names here are those inside the bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""Name in the bundle, path on the building machine, kind: as PyInstaller lists them."""

EXCLUDED_MODULES = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtPrintSupport",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtXml",
    "_pydecimal",
    "curses",
    "distutils",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "pip",
    "pydantic.mypy",
    "pydantic.v1",
    "pydoc_data",
    "readline",
    "setuptools",
    "smtplib",
    "test",
    "tkinter",
    "turtledemo",
    "venv",
    "xmlrpc",
)
"""What nothing here imports, though some library would like to where it is there."""

READ_AT_EACH_START = ("agora_console", "asyncio", "pydantic", "pydantic_core")
"""Packages that a start of the window reads most of."""

PLUGINS = frozenset(
    {
        # how windows are shown
        "platforms/qcocoa",
        "platforms/qoffscreen",
        "platforms/qwayland",
        "platforms/qwindows",
        "platforms/qxcb",
        "styles/qmacstyle",
        "styles/qmodernwindowsstyle",
        # what a Wayland desktop needs around them
        "wayland-decoration-client/adwaita",
        "wayland-decoration-client/bradient",
        "wayland-shell-integration/xdg-shell",
        # file dialogs of the desktop; the one of GTK would bring GTK along
        "platformthemes/qxdgdesktopportal",
        # typing of compound and of Asian characters
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
    }
)
"""The plugins of Qt that are used, as folder and name without `lib` and ending.

The pictures are SVG, drawn by the QtSvg module itself, and PNG, which QtGui reads and writes alone.
"""

QT_LIBRARIES = frozenset(
    {"Core", "DBus", "Gui", "Svg", "Test", "WaylandClient", "Widgets", "XcbQpa"}
    # libqwayland is built against no other; an embedded screen would need more
)
"""The libraries of Qt that those modules and plugins are linked to."""

FROM_THE_SYSTEM = (
    # Python's own, which differ in version from one system to the next
    "libbz2",
    "libcrypto",
    "libffi",
    "liblzma",
    "libpython3",
    "libsqlite3",
    "libssl",
    # what Qt needs on an X display and many systems do not install
    "libxcb-cursor",
    "libxcb-icccm",
    "libxcb-image",
    "libxcb-keysyms",
    "libxcb-render-util",
    "libxcb-util",
    "libxkbcommon-x11",
    "libxkbcommon",
)
"""Shared libraries of the building Linux that are taken along; all others are dependencies."""

WITH_SYMBOLS = ("libpython3.", "libicui18n.", "libicuuc.", "_rust.abi3.")
"""Libraries that carry names of functions for a debugger, by how their files begin."""

_QT_LIBRARY = re.compile(r"(?:lib)?Qt6(?P<name>[A-Za-z0-9]+?)(?:\.(?:so|dll|framework|\d)|$)")


def kept_binaries(entries: Iterable[Entry], *, linux: bool) -> list[Entry]:
    """The binaries that are needed."""
    return [entry for entry in entries if is_needed(entry[0], entry[1], linux=linux)]


def kept_data(entries: Iterable[Entry], *, linux: bool) -> list[Entry]:
    """The data files that are needed: of Qt's translations the German one, no list of files, and
    no link to a library that is left out.
    """
    return [
        (name, source, kind)
        for name, source, kind in entries
        if not _is_ballast(name.replace("\\", "/"))
        and (kind != "SYMLINK" or is_needed(source, source, linux=linux))
    ]


def is_needed(name: str, source: str, *, linux: bool) -> bool:
    """Whether a binary goes along, by its name in the bundle and where it was found."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts:
        return plugin_of(path) in PLUGINS
    if (library := _QT_LIBRARY.match(path.name)) and "framework" not in name:
        return library["name"] in QT_LIBRARIES
    if ".framework/" in str(path):
        framework = str(path).partition(".framework/")[0].rpartition("/")[2]
        return not framework.startswith("Qt") or framework.removeprefix("Qt") in QT_LIBRARIES
    if path.name.startswith(("opengl32sw", "d3dcompiler")):
        return False
    if linux and len(path.parts) == 1 and ".so" in path.name and is_of_the_system(source):
        return path.name.startswith(FROM_THE_SYSTEM)
    return True


def carries_symbols(name: str) -> bool:
    """Whether a binary can be stripped of megabytes, by its name in the bundle.

    A Python that was built by hand can in all its modules; most wheels come without.
    """
    return PurePosixPath(name).name.startswith(WITH_SYMBOLS) or "lib-dynload" in name


def plugin_of(path: PurePosixPath) -> str:
    """Folder and bare name of a plugin: `platforms/qxcb` for `…/plugins/platforms/libqxcb.so`."""
    name = path.name.partition(".")[0].removeprefix("lib")
    return f"{path.parent.name}/{name}"


def is_of_the_system(source: str) -> bool:
    """Whether a file was found among the libraries of the building Linux."""
    return source.startswith(("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/"))


def _is_ballast(name: str) -> bool:
    if "/translations/" in name and not name.startswith("resources/"):
        return not name.endswith("/qtbase_de.qm")
    if "/qml/" in name:
        return True
    return ".dist-info/" in name and not name.endswith(("/METADATA", "/entry_points.txt"))
