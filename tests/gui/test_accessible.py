"""Every screen for those who do not see it, or use no mouse: names, tab order, roles, languages.

One walk through all screens of `tests.support.screens` in each language; what it finds is shown
as a list of screen, class and text.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import agora_console.ui
from agora_console.ui.look.theme import Theme
from agora_console.ui.palette.palette import Palette
from agora_console.ui.speech.language import Language
from agora_console.ui.window import MainWindow
from devlib.translating import Files, translations
from tests.gui.chrome_stage import every_kind
from tests.support.isolation import ROOT
from tests.support.screens import screens, settle

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QTextEdit,
)

SAME = frozenset({"Layout", "Status", "Code", "Text", "Name", "Mode", "Host", "Track", "Take"})
"""English words that are German words for something else."""


@pytest.fixture(params=["en", "de"])
def window(
    qtbot: QtBot, qapp: QApplication, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    language = Language(request.param, qapp)
    made = MainWindow(Theme(qapp, "dark"), demo=False, language=language)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.attach(every_kind().as_console())
    settle()
    yield made
    language.silence()
    made.detach()


class Walk:
    """What is wrong on the screens that were passed."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.models: dict[QAbstractItemModel, QAbstractItemModelTester] = {}
        self.classes: set[type] = set()
        self.dialogs: set[type] = set()
        self.found: dict[str, set[tuple[str, str]]] = {}
        self.english = _english() if window.language.spoken == "de" else frozenset()

    def through(self) -> None:
        for screen in screens(self.window):
            root = screen.show()
            settle()
            if isinstance(root, QDialog):
                self.dialogs.add(type(root))
            self._watch_models(root)
            for widget in (root, *root.findChildren(QWidget)):
                if widget.isVisible():
                    self._look_at(widget)
            screen.leave()
            settle()

    def say(self, what: str, widget: QWidget, text: str = "") -> None:
        place = f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        self.found.setdefault(what, set()).add((place, text))

    def _look_at(self, widget: QWidget) -> None:
        if isinstance(widget, INTERACTIVE) and not _is_part(widget):
            if not _spoken(widget):
                self.say("no name", widget, widget.objectName())
            if isinstance(widget, QComboBox) and not _labels(widget):
                self.say("no label", widget, widget.accessibleName())
            if not _has_place(widget):
                self.say("not in the tab order", widget, _spoken(widget))
        if _is_painted(widget):
            interface = QAccessible.queryAccessibleInterface(widget)
            role = interface.role()
            if _speaks(widget) and role in (QAccessible.Role.NoRole, QAccessible.Role.Client):
                self.say("no role", widget, _spoken(widget))
        for text in _texts(widget):
            if text in self.english:
                self.say("not in German", widget, text)

    def _watch_models(self, root: QWidget) -> None:
        seen = [view.model() for view in root.findChildren(QAbstractItemView)]
        seen += root.findChildren(QAbstractItemModel)
        seen += [model.sourceModel() for model in seen if isinstance(model, QAbstractProxyModel)]
        for model in seen:
            self.classes.add(type(model))
            if model not in self.models and type(model).__module__.startswith("agora_console"):
                self.models[model] = QAbstractItemModelTester(
                    model, QAbstractItemModelTester.FailureReportingMode.Warning
                )


def test_every_screen_can_be_used_without_eyes_or_mouse(window: MainWindow) -> None:
    walk = Walk(window)
    walk.through()
    assert walk.found == {}
    assert _model_classes() - walk.classes == set()
    assert _covers_all_dialogs(window, walk) == []
    assert _shortcuts_twice(window) == []


def _english() -> frozenset[str]:
    """English texts that are no German ones."""
    texts = translations(Files(ROOT / "resources" / "translations").source)
    return frozenset(text.source for text in texts) - frozenset(texts.values()) - SAME


def _spoken(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _labels(box: QComboBox) -> bool:
    """On Linux the name of a box is what is chosen in it; what it is for is said by its label."""
    interface = QAccessible.queryAccessibleInterface(box)
    return bool(interface.relations(QAccessible.RelationFlag.Label))


def _is_part(widget: QWidget) -> bool:
    """Parts that Qt puts into a widget which speaks for them."""
    parent = widget.parentWidget()
    inside = (QAbstractSpinBox, QComboBox, QTabBar, QLineEdit, QAbstractItemView)
    scrolls = isinstance(widget, (QHeaderView, QScrollBar))
    return scrolls or isinstance(parent, inside) or widget.objectName().startswith("qt_")


def _has_place(widget: QWidget) -> bool:
    """In the tab order itself, or by the one of its group that is."""
    parent = widget.parentWidget()
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return True
    if isinstance(parent, Palette):  # its field moves through the list by arrows
        return True
    if isinstance(widget, QAbstractButton) and widget.autoExclusive() and parent is not None:
        group = parent.findChildren(QAbstractButton)
        return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group)
    return widget.focusProxy() is not None


def _is_painted(widget: QWidget) -> bool:
    kind = type(widget)
    return kind.__module__.startswith("agora_console") and "paintEvent" in kind.__dict__


def _speaks(widget: QWidget) -> bool:
    return bool(widget.accessibleName()) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _texts(widget: QWidget) -> Iterator[str]:
    yield widget.toolTip()
    yield widget.windowTitle()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))


def _model_classes() -> set[type]:
    """Every model of the window, wherever it is defined; bases of others are met in those."""
    for module in pkgutil.walk_packages(agora_console.ui.__path__, "agora_console.ui."):
        importlib.import_module(module.name)
    found: set[type] = set()
    queue = list(QAbstractItemModel.__subclasses__())
    while queue:
        kind = queue.pop()
        queue += kind.__subclasses__()
        ours = kind.__module__.startswith("agora_console.ui")
        if ours and not kind.__subclasses__():
            found.add(kind)
    return found


def _covers_all_dialogs(window: MainWindow, walk: Walk) -> list[str]:
    """Commands that open a dialog which no screen shows."""
    missing = []
    for action in window.actions():
        if not action.isEnabled() or not action.text().endswith("…"):
            continue
        action.trigger()
        settle()
        for dialog in window.findChildren(QDialog):
            ours = type(dialog).__module__.startswith("agora_console")
            if dialog.isVisible() and ours and type(dialog) not in walk.dialogs:
                missing.append(action.text())
            dialog.reject()
    return missing


def _shortcuts_twice(window: MainWindow) -> list[str]:
    """Keys that two commands want at once; those of one widget alone do not count."""
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    keys = [
        action.shortcut().toString()
        for action in window.findChildren(QAction)
        if action.isEnabled() and action.shortcutContext() in wide and _is_in_sight(action)
    ]
    return sorted({key for key in keys if key and keys.count(key) > 1})


def _is_in_sight(action: QAction) -> bool:
    owners = action.associatedObjects()
    return any(isinstance(owner, QWidget) and owner.isVisible() for owner in owners)
