"""Colours: every pair that is read has contrast, and the theme follows what is chosen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from agora_console.assets import asset
from agora_console.ui.look.theme import Choice, Theme, style_sheet
from agora_console.ui.look.tokens import ALL, Tokens, contrast, palette_of, tokens_of
from agora_console.ui.window import GROUNDS as FIRST_GROUNDS

GROUNDS = ("window", "surface", "raised", "field", "selected")
TEXTS = ("text", "muted", "neutral", "link", "amber", "green", "blue", "danger")
FILLS = [("accent_text", "accent"), ("accent_text", "accent_hover"), ("rec_text", "rec")]
TILES = [("tile_text", f"tile{number}") for number in range(1, 7)] + [("tile_text", "canvas")]


def by_name(tokens: Tokens) -> str:
    return tokens.name


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, Choice.DARK)


def test_the_first_paint_has_the_ground_of_each_theme() -> None:
    assert {tokens.name: tokens.color("window").name() for tokens in ALL} == FIRST_GROUNDS


@pytest.mark.parametrize("tokens", ALL, ids=by_name)
def test_every_text_can_be_read_on_every_ground(tokens: Tokens) -> None:
    pairs = [(text, ground) for text in TEXTS for ground in GROUNDS] + FILLS + TILES
    weak = {
        f"{text} on {ground}": round(contrast(tokens.color(text), tokens.color(ground)), 2)
        for text, ground in pairs
        if contrast(tokens.color(text), tokens.color(ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("tokens", ALL, ids=by_name)
@pytest.mark.parametrize(("role", "amount"), [("danger", 0.12), ("amber", 0.09)])
def test_the_words_of_a_notice_can_be_read(tokens: Tokens, role: str, amount: float) -> None:
    ground = tokens.tint(role, amount)
    for text in ("text", "link", "muted"):
        assert contrast(tokens.color(text), ground) >= 4.5


@pytest.mark.parametrize("tokens", ALL, ids=by_name)
def test_what_has_the_focus_stands_out(tokens: Tokens) -> None:
    for ground in GROUNDS:
        assert contrast(tokens.color("focus"), tokens.color(ground)) >= 3.0


def test_every_theme_has_the_same_roles() -> None:
    assert len({frozenset(tokens.colors) for tokens in ALL}) == 1


@pytest.mark.parametrize("tokens", ALL, ids=by_name)
def test_a_theme_is_found_again_by_its_palette(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


def test_a_foreign_palette_is_taken_for_dark_or_light_by_its_text() -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Shadow, "#808080")
    palette.setColor(QPalette.ColorRole.WindowText, "#f0f0f0")
    assert tokens_of(palette).dark
    palette.setColor(QPalette.ColorRole.WindowText, "#101010")
    assert not tokens_of(palette).dark


def test_choosing_another_theme_changes_the_palette_of_widgets(theme: Theme, qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    label.ensurePolished()
    with qtbot.waitSignal(theme.changed):
        theme.choose("light")
    assert tokens_of(label.palette()).name == "light"
    assert theme.color("window") == tokens_of(label.palette()).color("window")


def test_the_same_theme_again_is_no_change(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("dark")


def test_an_unknown_choice_follows_the_system(qapp: QApplication) -> None:
    assert Theme(qapp, "purple").choice is Choice.SYSTEM


def test_the_style_sheet_comes_back_after_much_was_made(theme: Theme, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    with theme.bare():
        assert qapp.styleSheet() == ""
    assert qapp.styleSheet() == before
    with pytest.raises(LookupError), theme.bare():
        raise LookupError
    assert qapp.styleSheet() == before


def test_the_style_sheet_names_roles_and_sizes_only(theme: Theme, qapp: QApplication) -> None:
    source = asset("themes", "window.qss").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;\s])", source) == []
    assert set(re.findall(r"(\d+)px", source)) <= {"1", "2"}  # hairlines and underlines
    sheet = style_sheet(theme.tokens, qapp.font())
    assert not re.search(r"@|\dem\b|icon\(|tint\(", sheet)
