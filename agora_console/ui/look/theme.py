"""Theme: which colours the window has now. It follows the system or what the person chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QStyle

from agora_console.assets import asset
from agora_console.ui.look.metrics import font_em
from agora_console.ui.look.tokens import CONTRAST, DARK, LIGHT, Tokens, palette_of


class Choice(StrEnum):
    """What a person can choose; the value is what the preferences keep."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


_TOKENS = {Choice.LIGHT: LIGHT, Choice.DARK: DARK, Choice.CONTRAST: CONTRAST}
_SCHEMES = {
    Choice.LIGHT: Qt.ColorScheme.Light,
    Choice.DARK: Qt.ColorScheme.Dark,
    Choice.CONTRAST: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Colours and style sheet of the application; `changed` follows every change of the two."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = Choice.SYSTEM) -> None:
        super().__init__()
        self._app = app
        self._choice = _choice(choice)
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)
        app.fontChanged.connect(self._on_system_changed)
        self._sheet_key: tuple[str, int] = ("", 0)
        self._sheet = ""
        self.tokens = self._wanted()
        self._apply()

    @property
    def choice(self) -> Choice:
        """What was chosen; SYSTEM follows the system."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Change to another theme at once; an unknown name counts as SYSTEM."""
        self._choice = _choice(choice)
        hints = self._app.styleHints()
        if self._choice is Choice.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_SCHEMES[self._choice])
        self._on_system_changed()

    def color(self, role: str) -> QColor:
        """The colour of a role now; raises KeyError for a role that does not exist."""
        return self.tokens.color(role)

    @contextmanager
    def bare(self) -> Iterator[None]:
        """Do without the style sheet while many widgets are made, and style them all at the end.

        With it, Qt styles a widget again each time that something it lies in finds its place.
        """
        self._app.setStyleSheet("")
        try:
            yield
        finally:
            self._app.setStyleSheet(self._sheet)

    def _wanted(self) -> Tokens:
        if self._choice is not Choice.SYSTEM:
            return _TOKENS[self._choice]
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return LIGHT if hints.colorScheme() == Qt.ColorScheme.Light else DARK

    def _on_system_changed(self, *_: object) -> None:
        self.tokens = self._wanted()
        self._apply()

    def _apply(self) -> None:
        em = font_em(self._app.font())
        key = (self.tokens.name, em)
        if key == self._sheet_key:
            return
        self._sheet_key = key
        margin = self._app.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin)
        sheet = style_sheet(self.tokens, self._app.font(), cell_px=margin + 1)
        self._sheet = sheet
        if sheet != self._app.styleSheet():  # Qt would go through every widget all the same
            # A sheet that follows another goes through those that Qt still knows of the one
            # before, of which some may be gone: parts of a header that the last language had.
            with self.bare():
                self._app.setPalette(palette_of(self.tokens))
        self.changed.emit()


def style_sheet(tokens: Tokens, font: QFont, cell_px: int = 0) -> str:
    """The style sheet with `@role` as colours, `1.5em` as pixels, `icon(name)` as files.

    `cell_px` is what the style itself leaves free around the text in the cell of a table.
    """
    text = asset("themes", "window.qss").read_text(encoding="utf-8")
    rules: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
        (r"/\*.*?\*/", lambda _: ""),
        (
            r"tint\((\w+), ([\d.]+)\)",
            lambda found: tokens.tint(found[1], float(found[2])).name(),
        ),
        (r"@(\w+)", lambda found: tokens.color(found[1]).name()),
        (r"(\d*\.?\d+)em\b", lambda found: f"{font_em(font, float(found[1]))}px"),
        (r"cell\(([\d.]+)\)", lambda found: f"{font_em(font, float(found[1])) + cell_px}px"),
        (r"icon\((\w+)\)", lambda found: f'url("{_icon_file(found[1], tokens)}")'),
    )
    for pattern, replace in rules:
        text = re.sub(pattern, replace, text, flags=re.DOTALL)
    return text


def _icon_file(name: str, tokens: Tokens) -> str:
    shade = "black" if tokens is CONTRAST else "white"
    return asset("icons", f"{name}-{shade}.svg" if name == "tick" else f"{name}.svg").as_posix()


def _choice(name: str) -> Choice:
    try:
        return Choice(name)
    except ValueError:
        return Choice.SYSTEM
