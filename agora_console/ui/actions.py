"""Actions: every command of the window with its shortcut, and the menu that shows them all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from agora_console.ui.look.theme import Choice
from agora_console.ui.speech.language import NAMES, Tongue

CUES = 8
"""Layout cues that F1 … F8 reach."""

PLACES = 9
"""Rows of the list that Ctrl+1 … Ctrl+9 reach."""


class Actions(QObject):
    """The commands as QActions of `window`.

    `place_chosen` carries 0…8, `theme_chosen` a Choice, `language_chosen` a Tongue, `sort_chosen` a
    Sort.
    """

    sort_chosen = Signal(str)
    place_chosen = Signal(int)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.titles: Callable[[], Sequence[str]] = lambda: ()
        self.new = self._add(_tr("New recording"), "Ctrl+N")
        self.start = self._add(_tr("Start recording"), "Ctrl+Enter")
        self.preflight = self._add(_tr("Preflight…"), "Ctrl+Shift+P")
        self.plan_start = self._add(_tr("Plan the start…"), "Ctrl+Shift+Enter")
        self.batch = self._add(_tr("Start several…"), "Ctrl+Shift+N")
        self.ask = self._add(_tr("Ask now"), "F5")
        self.stop = self._add(_tr("Stop the recording (hold the keys)"), "Ctrl+Shift+.")
        self.stop_by_name = self._add(_tr("Stop the recording by typing its name…"), "Ctrl+Shift+S")
        self.stop_all = self._add(_tr("Stop all recordings…"), "")
        self.lock = self._add(_tr("Lock (hold the keys to unlock)"), "Ctrl+L")
        self.alarms = self._add(_tr("Show the alarms"), "F9")
        self.acknowledge = self._add(_tr("Acknowledge the first alarm"), "Ctrl+Shift+A")
        self.sound = self._add(_tr("Sound with alarms"), "")
        self.sound.setCheckable(True)
        for action in (self.start, self.stop, self.lock, self.acknowledge):
            action.setAutoRepeat(False)
        self.copy_curl = self._add(_tr("Copy the request as cURL"), "Ctrl+Shift+C")
        self.rotate = self._add(_tr("Renew the storage credentials…"), "")
        self._add_ways()
        self._add_settings()
        self._wait_for_services()

    def _add_ways(self) -> None:
        """To a place, a page, or another form of what is in sight."""
        self.filter = self._add(_tr("Filter the list"), "Ctrl+F")
        self.list = self._add(_tr("Go to the list"), "Ctrl+J")
        self.palette = self._add(_tr("Command palette…"), "Ctrl+K")
        self.wall = self._toggle(_tr("Wall of cards"), "Ctrl+Shift+W")
        self.floating = self._toggle(_tr("Small strip above all windows"), "Ctrl+Shift+T")
        self.presets = self._add(_tr("Presets…"), "Ctrl+P")
        self.compare = self._add(_tr("Compare configs…"), "Ctrl+D")
        self.open_file = self._add(_tr("Open a config or ticket…"), "Ctrl+O")
        self.paste = self._add(_tr("Paste a config or cURL line"), "Ctrl+Shift+V")
        self.take_over = self._add(_tr("Take over a recording…"), "")
        self.recover = self._add(_tr("Recover what was cut off"), "")
        self.undo = self._add(_tr("Undo"), "Ctrl+Z")
        self.redo = self._add(_tr("Redo"), "Ctrl+Shift+Z")
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.edit_json = self._add(_tr("Form or JSON"), "Ctrl+Shift+J")
        self.goto: QMenu | None = None
        self._places = [self._place(number) for number in range(PLACES)]
        self.cues = [_cue(self, number) for number in range(1, CUES + 1)]

    def _add_settings(self) -> None:
        """What is chosen for longer, and what is asked of the console itself."""
        self.settings = self._add(_tr("Project settings…"), "Ctrl+,")
        self.new_project = self._add(_tr("New project…"), "")
        self.save_diagnostics = self._add(_tr("Save diagnostics"), "")
        self.preferences = self._add(_tr("Settings of the console…"), "")
        self.shortcuts = self._add(_tr("Keyboard shortcuts"), "Shift+F1")
        self.logs = self._add(_tr("Open the log folder"), "")
        self.about = self._add(_tr("About Agora Console"), "")
        self.quit = self._add(_tr("Quit"), "Ctrl+Q")
        self.open_menu = self._add(_tr("Open this menu"), "F10")
        self._themes = self._theme_group()
        self._languages = self._language_group()
        self._sorts = self._sort_group()
        self.sort_menu = QMenu(_tr("Sort the list"), self._window)
        self.sort_menu.addActions(self._sorts.actions())

    def _wait_for_services(self) -> None:
        """Offer nothing yet that needs something in sight."""
        for action in (
            self.start,
            self.plan_start,
            self.batch,
            self.ask,
            self.stop,
            self.stop_by_name,
            self.stop_all,
            self.copy_curl,
            self.lock,
            self.alarms,
            self.acknowledge,
            self.sound,
            self.undo,
            self.redo,
            self.edit_json,
            self.recover,
        ):
            action.setEnabled(False)

    def menu(self) -> QMenu:
        """The menu with everything in it."""
        menu = QMenu(self._window)
        menu.addActions([self.new, self.preflight, self.start, self.plan_start, self.batch])
        menu.addActions([self.presets, self.compare])
        menu.addSeparator()
        menu.addActions([self.undo, self.redo, self.edit_json])
        menu.addSeparator()
        menu.addActions([self.open_file, self.paste, self.take_over, self.recover])
        menu.addSeparator()
        menu.addActions([self.ask, self.copy_curl, self.rotate])
        menu.addSeparator()
        layout = menu.addMenu(_tr("Layout"))
        for prepare, take in self.cues:
            layout.addActions([prepare, take])
        menu.addActions([self.stop, self.stop_by_name, self.stop_all, self.lock])
        menu.addSeparator()
        menu.addActions([self.alarms, self.acknowledge, self.sound])
        menu.addSeparator()
        menu.addActions([self.palette, self.filter, self.list])
        menu.addActions([self.wall, self.floating])
        menu.addMenu(self.sort_menu)
        places = self.goto = menu.addMenu(_tr("Go to"))
        places.addActions(self._places)
        places.aboutToShow.connect(self._on_places_about_to_show)
        menu.addSeparator()
        menu.addActions([self.settings, self.new_project, self.preferences])
        themes = menu.addMenu(_tr("Theme"))
        themes.addActions(self._themes.actions())
        languages = menu.addMenu(_tr("Language"))
        languages.addActions(self._languages.actions())
        menu.addSeparator()
        menu.addActions([self.shortcuts, self.logs, self.save_diagnostics, self.about])
        menu.addSeparator()
        menu.addActions([self.open_menu, self.quit])
        return menu

    def show_cues(self, names: Mapping[int, str]) -> None:
        """Offer the layout cues of these numbers; where there is none, say so of the first."""
        for number, pair in enumerate(self.cues, start=1):
            _say_cue(pair, number, names.get(number, ""))
            for action in pair:
                action.setVisible(number in names or (not names and number == 1))

    def show_theme(self, choice: str) -> None:
        """Tick the theme that is in use."""
        for action in self._themes.actions():
            action.setChecked(action.data() == choice)

    def show_language(self, choice: str) -> None:
        """Tick the language that was chosen."""
        for action in self._languages.actions():
            action.setChecked(action.data() == choice)

    def show_sort(self, sort: str) -> None:
        """Tick the order that is in use."""
        for action in self._sorts.actions():
            action.setChecked(action.data() == sort)

    def sort_name(self) -> str:
        """The order that is in use, as the menu calls it."""
        chosen = self._sorts.checkedAction()
        return chosen.text() if chosen is not None else ""

    def _add(self, text: str, keys: str) -> QAction:
        action = QAction(text, self)
        if keys:
            # Of the two keys that Qt knows apart both are Enter to a person.
            action.setShortcuts(
                [QKeySequence(keys), QKeySequence(keys.replace("Enter", "Return"))]
                if "Enter" in keys
                else [QKeySequence(keys)]
            )
            action.setShortcutVisibleInContextMenu(True)
        self._window.addAction(action)
        return action

    def _toggle(self, text: str, keys: str) -> QAction:
        action = self._add(text, keys)
        action.setCheckable(True)
        action.setEnabled(False)
        return action

    def _place(self, number: int) -> QAction:
        action = self._add(_tr("Row {0}").format(number + 1), f"Ctrl+{number + 1}")
        action.triggered.connect(lambda: self.place_chosen.emit(number))
        return action

    def _theme_group(self) -> QActionGroup:
        names = {
            Choice.SYSTEM.value: _tr("Like the system"),
            Choice.LIGHT.value: _tr("Light"),
            Choice.DARK.value: _tr("Dark"),
            Choice.CONTRAST.value: _tr("High contrast"),
        }
        group = self._group(names)
        group.triggered.connect(lambda action: self.theme_chosen.emit(action.data()))
        return group

    def _language_group(self) -> QActionGroup:
        names = {Tongue.SYSTEM.value: _tr("Like the system")}
        names |= {tongue.value: name for tongue, name in NAMES.items()}
        group = self._group(names)
        group.triggered.connect(lambda action: self.language_chosen.emit(action.data()))
        return group

    def _group(self, names: Mapping[str, str]) -> QActionGroup:
        group = QActionGroup(self)
        for choice, name in names.items():
            action = QAction(name, group, checkable=True)
            action.setData(choice)
        return group

    def _sort_group(self) -> QActionGroup:
        group = QActionGroup(self)
        for sort, name in sort_names().items():
            action = QAction(name, group, checkable=True)
            action.setData(sort)
        group.triggered.connect(lambda action: self.sort_chosen.emit(action.data()))
        return group

    def _on_places_about_to_show(self) -> None:
        titles = self.titles()
        for number, action in enumerate(self._places):
            known = number < len(titles)
            name = titles[number].replace("&", "&&") if known else "—"
            action.setText(name)


def sort_names() -> dict[str, str]:
    """The orders of the list, and what they are called."""
    return {
        "started": _tr("Live ones in their place"),
        "attention": _tr("What needs attention first"),
        "newest": _tr("Newest first"),
        "channel": _tr("By channel"),
        "state": _tr("By state"),
    }


def _cue(parent: QObject, number: int) -> tuple[QAction, QAction]:
    """What prepares a cue and what takes it; the keys belong to the layout tab itself."""
    pair = (QAction(parent), QAction(parent))
    _say_cue(pair, number, "")
    for action in pair:
        action.setVisible(number == 1)
    return pair


def _say_cue(pair: tuple[QAction, QAction], number: int, name: str) -> None:
    if name:
        texts = (_tr("F{0} into preview: {1}"), _tr("Ctrl+F{0} on air: {1}"))
    else:
        texts = (_tr("Cue {0} into preview (empty)"), _tr("Cue {0} on air (empty)"))
    for action, text in zip(pair, texts, strict=True):
        action.setText(text.format(number, name.replace("&", "&&")))
        action.setEnabled(bool(name))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
