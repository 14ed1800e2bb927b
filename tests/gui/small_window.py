"""The whole window on a small screen, on a stand-in console."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.ui.theme import Theme
from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace
from tests.gui.chrome_stage import WindowConsole


@contextmanager
def small_window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    """A window of 960 × 600 in front, with everything of `console` in it."""
    made = MainWindow(Theme(qapp, "dark"), demo=False)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    made.resize(960, 600)
    with qtbot.waitActive(made):
        made.show()
    made.attach(console.as_console())
    yield made
    made.detach()


def space(window: MainWindow) -> Workspace:
    """What fills a window that has a console."""
    assert window.workspace is not None
    return window.workspace
