"""The colours of the window by role, for every theme, and how to find them from a palette.

A widget asks `tokens_of(self.palette())`: the palette that Qt hands down is the only thing that
has to reach it, and it changes with the theme by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme. `colors` maps each role to `#rrggbb`."""

    name: str
    dark: bool
    colors: Mapping[str, str]

    def color(self, role: str) -> QColor:
        """The colour of `role`; raises KeyError for a role that does not exist."""
        return QColor(self.colors[role])

    def tint(self, role: str, amount: float = 0.14, over: str = "surface") -> QColor:
        """`amount` (0..1) of `role` laid over another role: the ground of a notice or a chip."""
        pairs = zip(_parts(self.color(role)), _parts(self.color(over)), strict=True)
        red, green, blue = (top * amount + ground * (1 - amount) for top, ground in pairs)
        return QColor.fromRgbF(red, green, blue)


_TILES = {
    "canvas": "#0e1524",
    "tile_text": "#f2f5fa",
    "canvas_mark": "#7fb0ff",
    "tile1": "#33435e",
    "tile2": "#433f5d",
    "tile3": "#2d4b55",
    "tile4": "#4b4159",
    "tile5": "#314a43",
    "tile6": "#54453c",
}

DARK = Tokens(
    "dark",
    True,
    {
        "window": "#14161a",
        "surface": "#1b1e25",
        "raised": "#252932",
        "field": "#101217",
        "hover": "#2e333e",
        "selected": "#262b36",
        "border": "#333844",
        "text": "#eceef3",
        "muted": "#9aa1b0",
        "disabled": "#737a89",
        "neutral": "#d5d9e2",
        "accent": "#2f6fe0",
        "accent_hover": "#2360ce",
        "accent_text": "#ffffff",
        "link": "#7fb0ff",
        "focus": "#7fb0ff",
        "rec": "#dc2626",
        "rec_text": "#ffffff",
        "amber": "#e9ab3a",
        "green": "#4cc38a",
        "blue": "#6ea6ff",
        "danger": "#ff7a70",
        **_TILES,
    },
)

LIGHT = Tokens(
    "light",
    False,
    {
        "window": "#f3f4f6",
        "surface": "#ffffff",
        "raised": "#eceef2",
        "field": "#ffffff",
        "hover": "#e2e5eb",
        "selected": "#e6ebf5",
        "border": "#d3d7df",
        "text": "#171a21",
        "muted": "#575e6c",
        "disabled": "#8b92a0",
        "neutral": "#3a404c",
        "accent": "#1d5fe0",
        "accent_hover": "#174fbf",
        "accent_text": "#ffffff",
        "link": "#1a56cf",
        "focus": "#1d5fe0",
        "rec": "#d01f1f",
        "rec_text": "#ffffff",
        "amber": "#855600",
        "green": "#0c7340",
        "blue": "#1a5fd0",
        "danger": "#c21f1a",
        **_TILES,
    },
)

CONTRAST = Tokens(
    "contrast",
    True,
    {
        "window": "#000000",
        "surface": "#000000",
        "raised": "#000000",
        "field": "#000000",
        "hover": "#2b2b2b",
        "selected": "#003a66",
        "border": "#ffffff",
        "text": "#ffffff",
        "muted": "#e4e4e4",
        "disabled": "#b0b0b0",
        "neutral": "#ffffff",
        "accent": "#ffd800",
        "accent_hover": "#ffe65c",
        "accent_text": "#000000",
        "link": "#7fc8ff",
        "focus": "#ffd800",
        "rec": "#d40000",
        "rec_text": "#ffffff",
        "amber": "#ffc233",
        "green": "#4ee69a",
        "blue": "#7fc8ff",
        "danger": "#ff9a94",
        **_TILES,
    },
)

ALL = (DARK, LIGHT, CONTRAST)

_GROUPS = (
    QPalette.ColorGroup.Active,
    QPalette.ColorGroup.Inactive,
    QPalette.ColorGroup.Disabled,
)
_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "field",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "rec_text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Light: "hover",
    QPalette.ColorRole.Midlight: "raised",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border",
    QPalette.ColorRole.Accent: "accent",
}
_WHEN_DISABLED = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_MARK = QPalette.ColorRole.Shadow  # drawn by no style sheet, so it survives them all


def palette_of(tokens: Tokens) -> QPalette:
    """The QPalette of a theme."""
    palette = QPalette()
    for group in _GROUPS:
        for role, name in _ROLES.items():
            palette.setColor(group, role, tokens.color(name))
        palette.setColor(group, _MARK, _mark(tokens))
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.color("disabled"))
    return palette


def tokens_of(palette: QPalette) -> Tokens:
    """The theme a palette was made for; for a palette of the system, dark or light by its text."""
    mark = palette.color(_MARK)
    for tokens in ALL:
        if mark == _mark(tokens):
            return tokens
    return DARK if palette.color(QPalette.ColorRole.WindowText).lightnessF() > 0.5 else LIGHT


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two opaque colours, 1..21, as WCAG 2 defines it."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _parts(color: QColor) -> tuple[float, float, float]:
    return color.redF(), color.greenF(), color.blueF()


def _mark(tokens: Tokens) -> QColor:
    return QColor(1, 1, 1 + ALL.index(tokens))


def _luminance(color: QColor) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
