"""The preview: painted by the geometry, for the people and the cameras that were chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.layout import Rect, regions
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.draft.preview_card import PreviewCard
from agora_console.ui.layout import words
from agora_console.ui.layout.sources import LANDSCAPE, PORTRAIT, Sources
from agora_console.ui.look.theme import Theme

CANVAS = (1280, 720)
FITTED = {
    "mixedVideoLayout": 3,
    "backgroundColor": "#ff0000",
    "layoutConfig": [
        {"x_axis": 0, "y_axis": 0, "width": 0.5, "height": 1, "render_mode": 1},
        {"uid": "7", "x_axis": 0.5, "y_axis": 0, "width": 0.5, "height": 0.5},
    ],
}


SPOTS = [(x / 40, y / 40) for x in range(2, 39, 3) for y in range(2, 39, 3)]
EDGE = 0.012


def inside(rect: Rect, x: float, y: float) -> bool:
    return rect.x < x < rect.x + rect.width and rect.y < y < rect.y + rect.height


def unsure(rect: Rect, x: float, y: float) -> bool:
    """On an edge, or where the words of a region stand."""
    across = min(abs(x - rect.x), abs(x - rect.x - rect.width)) < EDGE
    down = min(abs(y - rect.y), abs(y - rect.y - rect.height)) < EDGE
    return across or down or 0 < y - rect.y < 0.12


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> PreviewCard:
    card = PreviewCard(theme)
    qtbot.addWidget(card)
    card.resize(700, 700)
    card.show_layout(FITTED, CANVAS)
    with qtbot.waitExposed(card):
        card.show()
    return card


def picture(preview: LayoutPreview) -> QImage:
    return preview.grab().toImage()


def color_at(preview: LayoutPreview, x: float, y: float) -> QColor:
    canvas = preview.canvas_rect()
    spot = QPointF(canvas.left() + x * canvas.width(), canvas.top() + y * canvas.height())
    return picture(preview).pixelColor(spot.toPoint())


def test_the_slider_goes_from_one_person_to_seventeen(card: PreviewCard) -> None:
    card.show_layout({"mixedVideoLayout": 1}, CANVAS)
    slider = card.people.slider
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert (card.people.value(), len(card.preview.rects())) == (17, 17)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert (card.people.value(), len(card.preview.rects())) == (1, 1)


def test_slider_and_buttons_say_the_same(card: PreviewCard) -> None:
    card.people.more.click()
    assert card.people.slider.value() == card.people.value() == 6


@pytest.mark.parametrize("layout", range(4))
@pytest.mark.parametrize("people", [1, 5, 17])
def test_regions_are_painted_where_the_geometry_puts_them(
    card: PreviewCard, layout: int, people: int
) -> None:
    document = FITTED | {"mixedVideoLayout": layout, "maxResolutionUid": "7"}
    card.show_layout(document, CANVAS)
    card.people.set_value(people)
    assert card.preview.rects() == regions(document, people)
    image, ground = picture(card.preview), QColor("#ff0000")
    canvas = card.preview.canvas_rect()
    seen = [rect for rect in card.preview.rects() if rect.slot]
    for x, y in SPOTS:
        if any(unsure(rect, x, y) for rect in card.preview.rects()):
            continue
        spot = QPointF(canvas.left() + x * canvas.width(), canvas.top() + y * canvas.height())
        covered = any(inside(rect, x, y) for rect in seen)
        assert (image.pixelColor(spot.toPoint()) == ground) is not covered, (x, y)


def test_fit_leaves_bars_that_depend_on_the_camera(card: PreviewCard, theme: Theme) -> None:
    above, beside = (0.25, 0.1), (0.02, 0.5)
    bar, person = theme.color("tile1").darker(150), theme.color("tile1")
    assert color_at(card.preview, *above).name() == bar.name()
    assert color_at(card.preview, *beside) == person
    card.controls.sources.option(Sources.PORTRAIT).click()
    assert color_at(card.preview, 0.2, 0.2) == person
    assert color_at(card.preview, *beside).name() == bar.name()


def test_every_second_camera_is_upright_where_they_are_mixed() -> None:
    shapes = [Sources.MIXED.shape(slot) for slot in (1, 2, 3)]
    assert shapes == [LANDSCAPE, PORTRAIT, LANDSCAPE]


def test_a_region_without_anybody_is_empty_on_the_ground(card: PreviewCard) -> None:
    card.people.set_value(1)
    assert [rect.slot for rect in card.preview.rects()] == [1, 0]
    assert color_at(card.preview, 0.75, 0.4) == QColor("#ff0000")
    assert "empty · uid 7: 50 % from the left" in card.preview.accessibleDescription()


def test_a_free_region_is_for_the_next_to_join(card: PreviewCard) -> None:
    assert "1 · next to join: 0 %" in card.preview.accessibleDescription()


def test_numbers_are_written_on_demand(card: PreviewCard) -> None:
    before = picture(card.preview)
    card.controls.numbers.click()
    assert picture(card.preview) != before
    card.controls.numbers.click()
    assert picture(card.preview) == before


def test_figures_are_fractions_and_pixels() -> None:
    rect = Rect(0.71, 0.03, 0.28, 0.45, slot=2)
    assert words.figures(rect, CANVAS) == (
        "0.28 × 0.45",
        "at 0.71, 0.03",
        "358 × 324 px",
        "at 909, 22 px",
    )
    assert words.figures(Rect(0, 0, 1, 1), CANVAS)[:2] == ("1 × 1", "at 0, 0")


@pytest.mark.parametrize(
    ("rect", "sources", "end"),
    [
        (Rect(0, 0, 1, 1, slot=1), Sources.LANDSCAPE, "crop"),
        (Rect(0, 0, 1, 1, slot=1), Sources.PORTRAIT, "crop, 68 % of the picture cut off"),
        (Rect(0, 0, 1, 1, 1, slot=1), Sources.LANDSCAPE, "fit"),
        (Rect(0, 0, 1, 1, 1, slot=1), Sources.PORTRAIT, "fit, 68 % bars"),
        (Rect(0, 0, 1, 1), Sources.PORTRAIT, "crop"),
    ],
)
def test_a_sentence_says_what_crop_and_fit_cost(rect: Rect, sources: Sources, end: str) -> None:
    said = words.sentence(rect, CANVAS, sources)
    assert said.endswith(f"(1280 × 720 px at 0, 0), {end}")


def test_the_region_under_the_mouse_is_told(card: PreviewCard) -> None:
    canvas = card.preview.canvas_rect()
    spot = QPoint(round(canvas.left() + canvas.width() * 0.75), round(canvas.top() + 20))
    event = QHelpEvent(QEvent.Type.ToolTip, spot, card.preview.mapToGlobal(spot))
    QApplication.sendEvent(card.preview, event)
    assert QToolTip.text().startswith("2 · uid 7: left 0.500000, top 0.000000")
    QToolTip.hideText()


def test_every_control_has_a_name_and_is_reached_by_tab(card: PreviewCard) -> None:
    controls = card.controls.findChildren(QWidget)
    reached = [each for each in controls if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(reached) == 5  # less, slider, more, the chosen cameras, numbers
    assert all(each.accessibleName() or getattr(each, "text", str)() for each in reached)
