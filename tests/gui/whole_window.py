"""The whole window, on a stand-in console."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.ui.window import MainWindow
from agora_console.ui.workspace import Workspace
from tests.gui.chrome_stage import WindowConsole
from tests.gui.draft_stand_in import dark_theme

SMALL = QSize(960, 600)


@contextmanager
def whole_window(
    qtbot: QtBot, qapp: QApplication, console: WindowConsole, size: QSize | None = None
) -> Iterator[MainWindow]:
    """A window in front, of `size` or as large as it opens, with everything of `console` in it."""
    made = MainWindow(dark_theme(qapp), demo=False)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    if size is not None:
        made.resize(size)
    with qtbot.waitActive(made):
        made.show()
    made.attach(console.as_console())
    yield made
    made.detach()


def space(window: MainWindow) -> Workspace:
    """What fills a window that has a console."""
    assert window.workspace is not None
    return window.workspace
