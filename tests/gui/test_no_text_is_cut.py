"""No text is cut at 100, 150 and 200 %, on any screen, in either language: by size hints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from agora_console.ui.look.theme import Theme
from agora_console.ui.speech.language import Language
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import every_kind
from tests.support.screens import screens, settle

SCREEN = QSize(1280, 800)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, type_factor: float, tongue: str
) -> Iterator[MainWindow]:
    language = Language(tongue, qapp)
    made = MainWindow(Theme(qapp, "dark"), demo=False, language=language)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    made.resize(SCREEN)
    with qtbot.waitExposed(made):
        made.show()
    made.attach(every_kind().as_console())
    settle()
    yield made
    language.silence()
    made.detach()


@pytest.mark.parametrize("tongue", ["en", "de"])
@pytest.mark.parametrize("type_factor", [1.0, 1.5, 2.0], indirect=True)
def test_no_text_is_cut_on_any_screen(window: MainWindow) -> None:
    cut: dict[str, set[str]] = {}
    for screen in screens(window):
        root = screen.show()
        settle()
        if root is not window:
            root.resize(root.size().boundedTo(SCREEN))
            settle()
        for widget in root.findChildren(QWidget):
            if widget.isVisible() and (why := why_cut(widget)):
                cut.setdefault(f"{type(widget).__name__}: {why}", set()).add(screen.name)
        screen.leave()
        settle()
    assert cut == {}


def why_cut(widget: QWidget) -> str:
    """The text that does not fit into its widget, with the sizes; empty when all does."""
    if isinstance(widget, QLabel):
        return _why_label(widget, widget.sizeHint())
    least, size = widget.minimumSizeHint(), widget.size()
    too_small = size.width() < least.width() or size.height() < widget.fontMetrics().height()
    if isinstance(widget, QAbstractButton) and widget.text() and too_small:
        return f"{widget.text()} ({size.toTuple()} of {least.toTuple()})"
    return "tabs" if isinstance(widget, QTabBar) and too_small else ""


def _why_label(label: QLabel, wanted: QSize) -> str:
    text = label.text()
    if not text or type(label).paintEvent is not QLabel.paintEvent:  # it draws what fits by itself
        return ""
    if label.wordWrap():
        high = label.heightForWidth(label.width())
        return f"{text} ({label.height()} of {high} high)" if label.height() < high else ""
    return f"{text} ({label.width()} of {wanted.width()})" if label.width() < wanted.width() else ""
