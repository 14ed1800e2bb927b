"""The shared widgets: what they show, what they say to assistive technology, what they emit."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QDateTime, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Fix, Problem, Severity
from agora_console.domain.states import Look
from agora_console.ui.look.theme import Theme
from agora_console.ui.look.tokens import DARK
from agora_console.ui.plans.time_field import TimeField
from agora_console.ui.widgets.card import Card
from agora_console.ui.widgets.chip import StateChip, chip_size
from agora_console.ui.widgets.code_view import JsonView
from agora_console.ui.widgets.copy_label import CopyLabel
from agora_console.ui.widgets.empty import EmptyState
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.widgets.labels import ElidedLabel
from agora_console.ui.widgets.notice import Notice
from agora_console.ui.widgets.segmented import SegmentedControl
from agora_console.ui.widgets.shapes import SHAPES, draw_shape
from agora_console.ui.widgets.turning import TurningRow
from agora_console.ui.widgets.wrapping import WrappingRow

FIX = Fix("Use 6500", "bitrate", 6500)
TOO_MUCH = Problem("8000 Kbps is above Agora's 6500.", path="bitrate", fix=FIX)
LOST = Problem(
    "Start was not answered.",
    holds="It may be recording.",
    action="Wait.",
    detail="HTTP 504",
)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, "dark")


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    window = QWidget()
    QVBoxLayout(window).addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


class TestSegmentedControl:
    @pytest.fixture
    def control(self, qtbot: QtBot) -> SegmentedControl:
        made = SegmentedControl([(1, "None"), (2, "Paste"), (3, "Generate")], "Token")
        self.window = shown(qtbot, made)
        return made

    def test_the_first_option_is_chosen(self, control: SegmentedControl) -> None:
        assert control.value() == 1

    def test_a_click_chooses(self, control: SegmentedControl, qtbot: QtBot) -> None:
        with qtbot.waitSignal(control.value_changed) as emitted:
            qtbot.mouseClick(control.option(3), Qt.MouseButton.LeftButton)
        assert emitted.args == [3]

    def test_the_same_value_is_no_change(self, control: SegmentedControl, qtbot: QtBot) -> None:
        with qtbot.assertNotEmitted(control.value_changed):
            control.set_value(1)

    def test_arrow_keys_move_and_skip_what_is_forbidden(
        self, control: SegmentedControl, qtbot: QtBot
    ) -> None:
        control.set_enabled_option(2, False, "no token is set")
        qtbot.keyClick(control.option(1), Qt.Key.Key_Right)
        assert control.value() == 3
        qtbot.keyClick(control.option(3), Qt.Key.Key_Right)
        assert control.value() == 3
        qtbot.keyClick(control.option(3), Qt.Key.Key_Left)
        assert control.value() == 1
        assert control.option(2).toolTip() == "no token is set"

    def test_it_is_one_tab_stop(self, control: SegmentedControl, qtbot: QtBot) -> None:
        line = QLineEdit()
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(line)
        line.show()
        control.option(1).setFocus()
        qtbot.waitUntil(control.option(1).hasFocus)
        qtbot.keyClick(control.option(1), Qt.Key.Key_Tab)
        assert line.hasFocus()

    def test_an_option_says_what_it_belongs_to(self, control: SegmentedControl) -> None:
        assert control.option(2).accessibleName() == "Token: Paste"

    def test_an_unknown_value_is_an_error(self, control: SegmentedControl) -> None:
        with pytest.raises(ValueError, match="is not in list"):
            control.set_value(9)


class TestStateChip:
    def test_it_says_word_and_sentence(self, qtbot: QtBot) -> None:
        chip = StateChip()
        qtbot.addWidget(chip)
        chip.set_look(Look("REC", "dot", "red_fill", "In progress"))
        assert (chip.text(), chip.accessibleName()) == ("REC", "REC")
        assert chip.accessibleDescription() == "In progress"

    def test_only_rec_is_filled_red(self, qtbot: QtBot) -> None:
        red = DARK.color("rec")
        for tone, filled in [("red_fill", True), ("red_outline", False), ("amber", False)]:
            chip = StateChip()
            qtbot.addWidget(chip)
            chip.set_look(Look("WORD", "dot", tone))
            chip.resize(chip.sizeHint())
            image = chip.grab().toImage()
            corner = image.pixelColor(image.width() - 5, image.height() // 2)
            assert (corner == red) is filled

    def test_its_word_fits_in_its_size(self, qtbot: QtBot) -> None:
        chip = StateChip()
        qtbot.addWidget(chip)
        short, long = Look("REC", "dot", "red_fill"), Look("UNKNOWN", "question", "amber")
        assert chip_size(short, chip.font()).width() < chip_size(long, chip.font()).width()
        chip.set_look(long)
        assert chip.sizeHint() == chip_size(long, chip.font())

    def test_every_shape_is_another_drawing(self, qapp: QApplication) -> None:
        drawings = set()
        for shape in SHAPES:
            image = QImage(24, 24, QImage.Format.Format_ARGB32)
            image.fill(0)
            painter = QPainter(image)
            draw_shape(painter, shape, QRectF(2, 2, 20, 20), DARK.color("text"))
            painter.end()
            drawings.add(bytes(image.constBits()))
        assert len(drawings) == len(SHAPES) == 15


class TestFieldRow:
    @pytest.fixture
    def row(self, qtbot: QtBot) -> FieldRow:
        made = FieldRow("Bitrate", QLineEdit(), "Kbps", "default 500")
        self.window = shown(qtbot, made)
        return made

    def test_the_caption_belongs_to_the_editor(self, row: FieldRow) -> None:
        captions = [label for label in row.findChildren(QLabel) if label.buddy() is row.editor]
        assert [label.text() for label in captions] == ["Bitrate"]
        assert row.editor.accessibleName() == "Bitrate"
        assert row.editor.accessibleDescription() == "Kbps. default 500"

    def test_a_problem_is_shown_said_and_can_be_mended(self, row: FieldRow, qtbot: QtBot) -> None:
        row.set_problem(TOO_MUCH)
        button = row.findChild(QPushButton)
        assert button is not None
        assert button.isVisible()
        assert button.text() == "Use 6500"
        assert "above Agora's 6500" in row.editor.accessibleDescription()
        with qtbot.waitSignal(row.fix_requested) as emitted:
            button.click()
        assert emitted.args == [FIX]

    def test_a_solved_problem_leaves_nothing(self, row: FieldRow) -> None:
        row.set_problem(TOO_MUCH)
        row.set_problem(None)
        button = row.findChild(QPushButton)
        assert button is not None
        assert not button.isVisible()
        assert row.editor.property("problem") == ""

    def test_severities_look_different(self, row: FieldRow) -> None:
        row.set_problem(Problem("Odd", Severity.WARNING))
        assert row.editor.property("problem") == "warning"

    def test_a_caption_that_changes_renames_the_editor(self, row: FieldRow) -> None:
        row.set_caption("Rate")
        assert row.editor.accessibleName() == "Rate"

    def test_building_a_row_opens_no_window_of_its_own(self, qapp: QApplication) -> None:
        before = set(qapp.topLevelWindows())
        row = FieldRow("Bitrate", QLineEdit(), "Kbps", "default 500")
        row.set_problem(TOO_MUCH)
        Card("Title").set_hint("")
        assert set(qapp.topLevelWindows()) == before


class TestCopyLabel:
    def test_it_copies_the_whole_value(self, qtbot: QtBot) -> None:
        made = CopyLabel("sid")
        qtbot.addWidget(made)
        button = made.findChild(QToolButton)
        assert button is not None
        assert not button.isEnabled()
        made.set_value("38f8e3cfdc474cd56fc1ceba380d7e1a")
        button.click()
        assert QGuiApplication.clipboard().text() == "38f8e3cfdc474cd56fc1ceba380d7e1a"
        assert button.accessibleName() == "Copy sid"

    def test_what_is_cut_is_in_the_tooltip(self, qtbot: QtBot) -> None:
        made = ElidedLabel("a long text that has no room", Qt.TextElideMode.ElideMiddle)
        qtbot.addWidget(made)
        made.setFixedWidth(made.fontMetrics().horizontalAdvance("long"))
        made.grab()
        assert made.toolTip() == "a long text that has no room"


class TestNotice:
    @pytest.fixture
    def notice(self, qtbot: QtBot) -> Notice:
        made = Notice()
        self.window = shown(qtbot, made)
        return made

    def test_it_is_hidden_while_there_is_nothing(self, notice: Notice) -> None:
        assert not notice.isVisible()

    def test_it_says_what_happened_what_holds_and_what_to_do(self, notice: Notice) -> None:
        notice.show_problem(LOST)
        texts = [label.text() for label in notice.findChildren(QLabel) if label.isVisible()]
        assert "Start was not answered." in texts
        assert "It may be recording. Wait." in texts
        assert notice.accessibleName() == "Start was not answered."

    def test_the_raw_answer_is_folded_away(self, notice: Notice) -> None:
        notice.show_problem(LOST)
        fold = next(b for b in notice.findChildren(QToolButton) if b.text() == "Details")
        assert notice.findChild(QPlainTextEdit) is None  # made when somebody wants to see it
        fold.click()
        detail = notice.findChild(QPlainTextEdit)
        assert detail is not None
        assert detail.isVisible()
        assert detail.toPlainText() == "HTTP 504"

    def test_a_notice_is_dismissed(self, notice: Notice, qtbot: QtBot) -> None:
        notice.show_problem(LOST)
        close = next(b for b in notice.findChildren(QToolButton) if b.accessibleName() == "Dismiss")
        with qtbot.waitSignal(notice.dismissed):
            close.click()
        assert not notice.isVisible()


def test_an_empty_state_offers_what_can_be_done(qtbot: QtBot) -> None:
    done: list[str] = []
    made = EmptyState("Nothing", "Yet.", [("New", lambda: done.append("new"))])
    qtbot.addWidget(made)
    made.buttons[0].click()
    assert done == ["new"]
    assert made.accessibleName() == "Nothing"


def test_a_row_turns_where_it_is_too_narrow(qtbot: QtBot) -> None:
    first, second = QPushButton("The first of two"), QPushButton("The second of two")
    row = TurningRow(first, second)
    qtbot.addWidget(row)
    row.show()
    whole = first.minimumSizeHint().width() + second.minimumSizeHint().width()
    row.resize(whole * 2, 60)
    QApplication.sendPostedEvents()
    assert second.y() == first.y()
    row.resize(whole - 10, 60)
    QApplication.sendPostedEvents()
    assert second.y() >= first.geometry().bottom()
    assert row.minimumSizeHint().width() < whole


def test_the_caption_of_a_row_goes_above_where_there_is_no_room(qtbot: QtBot) -> None:
    row = FieldRow("Recorder UID", QLineEdit())
    qtbot.addWidget(row)
    row.show()
    for stacked in (True, False):
        row.set_stacked(stacked)
        QApplication.sendPostedEvents()
        caption = next(each for each in row.findChildren(QLabel) if each.text() == "Recorder UID")
        above = caption.geometry().bottom() <= row.editor.geometry().top()
        assert above is stacked
        assert caption.buddy() is row.editor


def test_json_is_shown_as_it_is_and_stays_where_it_was(qtbot: QtBot) -> None:
    view = JsonView()
    qtbot.addWidget(view)
    view.set_json({"cname": "Straße", "on": True})
    assert json.loads(view.toPlainText()) == {"cname": "Straße", "on": True}
    assert "Straße" in view.toPlainText()
    view.selectAll()
    view.set_json({"cname": "Straße", "on": True})
    assert view.textCursor().hasSelection()
    assert view.isReadOnly()


def test_a_word_stands_beside_the_middle_of_a_button(qtbot: QtBot) -> None:
    holder, word, button = QWidget(), QLabel("Start at"), QPushButton("Change the time")
    row = WrappingRow(holder, 6)
    row.addWidget(word)
    row.addWidget(button)
    qtbot.addWidget(holder)
    holder.resize(600, 60)
    holder.show()
    assert abs(word.geometry().center().y() - button.geometry().center().y()) <= 1
    assert row.heightForWidth(600) == button.height()
    assert row.heightForWidth(button.width()) == word.height() + 6 + button.height()


def test_a_time_is_typed_from_the_hour_on(qtbot: QtBot) -> None:
    field = TimeField()
    field.propose(QDateTime(2026, 11, 23, 3, 25, 0))
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.lineEdit().selectedText() == "03"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.dateTime() == QDateTime(2026, 11, 23, 4, 25, 0)
