"""The layout form and its preview, as the draft and the running session use them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QColorDialog, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.layout import regions
from agora_console.domain.problems import Problem
from agora_console.domain.rules import check_update_layout
from agora_console.ui.draft.layout_form import LayoutForm
from agora_console.ui.draft.preview import LayoutPreview
from agora_console.ui.draft.preview_card import PreviewCard
from agora_console.ui.draft.regions_model import KEYS
from agora_console.ui.look.theme import Theme
from tests.gui.draft_stand_in import dark_theme

FULL = {
    "mixedVideoLayout": 3,
    "backgroundColor": "#101828",
    "backgroundImage": "https://example.com/ground.jpg",
    "layoutConfig": [{"uid": "7", "x_axis": 0.0, "y_axis": 0.0, "width": 0.5, "height": 1.0}],
    "backgroundConfig": [{"uid": "7", "image_url": "https://example.com/seven.jpg"}],
}


@pytest.fixture
def form(qtbot: QtBot) -> LayoutForm:
    form = LayoutForm()
    qtbot.addWidget(form)
    return form


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return dark_theme(qapp)


def choose(form: LayoutForm, layout: int) -> None:
    form.layout_choice.widget.option(layout).click()


# --- the form ------------------------------------------------------------------


def test_a_layout_comes_back_whole(form: LayoutForm) -> None:
    form.set_document(FULL)
    assert form.document() == FULL


def test_an_empty_layout_sends_nothing(form: LayoutForm) -> None:
    assert form.document() == {}


def test_the_same_layout_again_changes_nothing(form: LayoutForm, qtbot: QtBot) -> None:
    form.set_document(FULL)
    with qtbot.assertNotEmitted(form.changed):
        form.set_document(dict(FULL))


@pytest.mark.parametrize("layout", [0, 1, 2])
def test_regions_go_with_the_custom_layout_and_come_back(form: LayoutForm, layout: int) -> None:
    form.set_document(FULL)
    choose(form, layout)
    assert "layoutConfig" not in form.document()
    choose(form, 3)
    assert form.document()["layoutConfig"] == FULL["layoutConfig"]


def test_the_large_uid_goes_with_the_vertical_layout_and_comes_back(form: LayoutForm) -> None:
    form.set_document({"mixedVideoLayout": 2, "maxResolutionUid": "7"})
    choose(form, 1)
    assert form.document() == {"mixedVideoLayout": 1}
    choose(form, 2)
    assert form.document() == {"mixedVideoLayout": 2, "maxResolutionUid": "7"}


@pytest.mark.parametrize("layout", [0, 1, 2])
@pytest.mark.parametrize("people", [1, 2, 7, 9, 17])
def test_a_custom_layout_begins_as_the_picture_was(
    form: LayoutForm, layout: int, people: int
) -> None:
    before = {"mixedVideoLayout": layout, "maxResolutionUid": "7"}
    form.set_document(before)
    form.set_people(people)
    choose(form, 3)
    drawn = [(r.x, r.y, r.width, r.height) for r in regions(form.document(), people)]
    was = [(r.x, r.y, r.width, r.height) for r in regions(before, people)]
    assert [pytest.approx(rect, abs=1e-6) for rect in was] == drawn
    assert not check_update_layout(form.document())


def test_only_the_vertical_layout_asks_for_a_large_uid(form: LayoutForm) -> None:
    shown = []
    for layout in range(4):
        choose(form, layout)
        shown.append(form.large_uid.widget.isVisibleTo(form))
    assert shown == [False, False, True, False]


def test_only_the_custom_layout_shows_regions(form: LayoutForm) -> None:
    shown = []
    for layout in range(4):
        choose(form, layout)
        shown.append(form.regions.isVisibleTo(form))
    assert shown == [False, False, False, True]


def test_a_region_is_added_and_removed_by_its_buttons(form: LayoutForm, qtbot: QtBot) -> None:
    choose(form, 3)
    count = len(form.document()["layoutConfig"])
    qtbot.mouseClick(form.regions.add, Qt.MouseButton.LeftButton)
    assert len(form.document()["layoutConfig"]) == count + 1
    qtbot.mouseClick(form.regions.remove, Qt.MouseButton.LeftButton)
    assert len(form.document()["layoutConfig"]) == count


def test_a_cell_is_typed_with_the_keyboard(form: LayoutForm, qtbot: QtBot) -> None:
    form.set_document(FULL)
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    table = form.regions.table
    table.setCurrentIndex(form.regions.model.index(0, KEYS.index("width")))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.selectAll()
    with qtbot.waitSignal(form.left):
        qtbot.keyClicks(editor, "0,25")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert form.document()["layoutConfig"][0]["width"] == 0.25


def test_fit_is_chosen_from_a_list(form: LayoutForm, qtbot: QtBot) -> None:
    form.set_document(FULL)
    form.show()
    table = form.regions.table
    index = form.regions.model.index(0, KEYS.index("render_mode"))
    table.setCurrentIndex(index)
    table.edit(index)
    combo = table.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert form.document()["layoutConfig"][0]["render_mode"] == 1


def test_the_colour_dialog_sets_the_colour(form: LayoutForm, qtbot: QtBot) -> None:
    form.show()
    form.color.swatch.click()
    dialog = form.findChild(QColorDialog)
    assert dialog is not None
    dialog.setCurrentColor(QColor("#336699"))
    dialog.accept()
    assert form.document() == {"backgroundColor": "#336699"}
    assert form.color.swatch.color() == QColor("#336699")


def test_what_is_no_colour_stays_as_it_was_typed(form: LayoutForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.color.widget, "#10")
    assert form.document() == {"backgroundColor": "#10"}


def test_problems_are_shown_below_the_prefix_of_the_document(form: LayoutForm) -> None:
    form.set_document(FULL)
    mine = Problem("Too wide.", path="a.b.layoutConfig[0].width")
    other = Problem("Not mine.", path="a.width")
    assert form.show_problems([mine, other], "a.b") == (other,)
    row = form.row_of("layoutConfig")
    assert row is not None
    assert row.problem() == mine
    cell = form.regions.model.index(0, KEYS.index("width"))
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Too wide."


# --- the preview ---------------------------------------------------------------


def painted(preview: LayoutPreview) -> QImage:
    return preview.grab().toImage()


def color_at(preview: LayoutPreview, x: float, y: float) -> QColor:
    canvas = preview.canvas_rect()
    point = QPoint(
        round(canvas.left() + x * canvas.width()), round(canvas.top() + y * canvas.height())
    )
    return painted(preview).pixelColor(point)


@pytest.fixture
def preview(theme: Theme, qtbot: QtBot) -> LayoutPreview:
    preview = LayoutPreview(theme)
    qtbot.addWidget(preview)
    preview.resize(800, 450)
    return preview


def test_people_have_colours_and_free_cells_the_ground(
    preview: LayoutPreview, theme: Theme
) -> None:
    preview.show_layout({"mixedVideoLayout": 1, "backgroundColor": "#ff0000"}, 3, (1280, 720))
    assert color_at(preview, 0.05, 0.45) == theme.color("tile1")
    assert color_at(preview, 0.05, 0.95) == theme.color("tile3")
    assert color_at(preview, 0.75, 0.75) == QColor("#ff0000")


def test_the_region_on_top_hides_the_one_below(preview: LayoutPreview, theme: Theme) -> None:
    preview.show_layout({}, 2, (1280, 720))
    assert color_at(preview, 0.02, 0.97) == theme.color("tile2")
    assert color_at(preview, 0.95, 0.5) == theme.color("tile1")


def test_a_tile_of_the_same_colour_has_an_edge(preview: LayoutPreview, theme: Theme) -> None:
    preview.show_layout({}, 7, (1280, 720))
    seventh = next(rect for rect in preview.rects() if rect.slot == 7)
    middle = seventh.x + seventh.width / 2
    bottom = seventh.y + seventh.height
    assert color_at(preview, seventh.x + 0.01, bottom - 0.01) == theme.color("tile1")
    picture, canvas = painted(preview), preview.canvas_rect()
    top = round(canvas.top() + seventh.y * canvas.height())
    x = round(canvas.left() + middle * canvas.width())
    near = [picture.pixelColor(x, y) for y in range(top - 2, top + 4)]
    assert theme.color("canvas") in near


def test_a_portrait_canvas_is_drawn_portrait(preview: LayoutPreview) -> None:
    preview.show_layout({}, 1, (360, 640))
    canvas = preview.canvas_rect()
    assert canvas.height() == 450
    assert canvas.width() == pytest.approx(450 * 360 / 640, abs=1)


@pytest.mark.parametrize("canvas", [(0, 0), (-5, 720)])
def test_what_is_no_size_is_drawn_as_16_to_9(
    preview: LayoutPreview, canvas: tuple[int, int]
) -> None:
    preview.show_layout({}, 1, canvas)
    assert preview.canvas_rect().width() == pytest.approx(800, abs=1)


def test_the_picture_is_told_in_words(preview: LayoutPreview) -> None:
    preview.show_layout({"mixedVideoLayout": 1}, 2, (1280, 720))
    assert preview.accessibleDescription() == (
        "Layout best fit, people: 2. "
        "1: 0 % from the left, 0 % from the top, 50 % wide, 100 % high. "
        "2: 50 % from the left, 0 % from the top, 50 % wide, 100 % high."
    )


@pytest.mark.parametrize("layout", [{}, FULL, {"mixedVideoLayout": 2, "maxResolutionUid": "7"}])
def test_every_number_of_people_can_be_painted(
    preview: LayoutPreview, layout: dict[str, Any]
) -> None:
    for people in range(1, 18):
        preview.show_layout(layout, people, (1280, 720))
        assert not painted(preview).isNull()


def test_the_card_counts_people_from_1_to_17(theme: Theme, qtbot: QtBot) -> None:
    card = PreviewCard(theme)
    qtbot.addWidget(card)
    card.show_layout({"mixedVideoLayout": 1}, (1280, 720))
    for _ in range(20):
        qtbot.mouseClick(card.people.more, Qt.MouseButton.LeftButton)
    assert len(card.preview.rects()) == 17
    for _ in range(20):
        qtbot.mouseClick(card.people.less, Qt.MouseButton.LeftButton)
    assert len(card.preview.rects()) == 1


def test_the_card_shows_a_large_uid_that_is_not_there(theme: Theme, qtbot: QtBot) -> None:
    card = PreviewCard(theme)
    qtbot.addWidget(card)
    card.show_layout({"mixedVideoLayout": 2, "maxResolutionUid": "7"}, (1280, 720))
    assert card.preview.rects()[0].slot == 1
    card.named_present.click()
    assert card.preview.rects()[0].slot == 0


def test_the_card_says_who_is_not_seen(theme: Theme, qtbot: QtBot) -> None:
    card = PreviewCard(theme)
    qtbot.addWidget(card)
    card.show_layout(FULL, (1280, 720))
    assert card.unseen.text() == "4 of 5 people have no region and are not seen"
    assert card.unseen.isVisibleTo(card)
