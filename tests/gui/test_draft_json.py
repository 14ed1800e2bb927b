"""Form and JSON are two views of one config, with one undo, and no secret in either."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.intake.recognise import Config, take_in
from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Severity
from agora_console.ui.draft.document import RECORDING, TRANSCODING
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.look.theme import Theme
from tests.gui.draft_stand_in import StandInConsole
from tests.gui.shown import shown_draft

IDLE = f"{RECORDING}.maxIdleTime"
BITRATE = f"{TRANSCODING}.bitrate"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SECRET = "SECRET9x9"
CONFIG: dict[str, Any] = {
    "mode": "mix",
    "clientRequest": {
        "recordingConfig": {"channelType": 1, "transcodingConfig": {"bitrate": 8000}},
        "recordingFileConfig": {"avFileType": ["hls"]},
    },
}
MakePage = Callable[..., DraftPage]


@pytest.fixture
def console() -> StandInConsole:
    return StandInConsole()


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, console: StandInConsole) -> MakePage:
    return partial(shown_draft, qtbot, theme, console)


@pytest.fixture
def page(make_page: MakePage) -> DraftPage:
    made = make_page()
    made.set_document(CONFIG)
    made.model.set("cname", "town-hall")
    made.model.begin()
    return made


def type_json(page: DraftPage, text: str) -> None:
    """Replace all of the JSON by typing, as somebody who selects all of it first."""
    page.sides.show_side("json")
    page.json.editor.setFocus()
    page.json.editor.selectAll()
    page.json.editor.insertPlainText(text)


def insert(page: DraftPage, before: str, text: str) -> None:
    page.sides.show_side("json")
    editor = page.json.editor
    editor.setFocus()
    editor.go_to(editor.text().index(before))
    QTest.keyClicks(editor, text)


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(widget, key, modifier)


def clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


# --- two views -----------------------------------------------------------------


def test_what_is_typed_in_one_view_is_in_the_other(page: DraftPage) -> None:
    page.toggle_json()
    assert page.json.editor.isVisible()
    assert not page.form.isVisible()
    assert json.loads(page.json.editor.text()) == CONFIG
    insert(page, "8000", "1")
    assert page.form.picture.bitrate.widget.text() == "18000"
    page.toggle_json()
    assert page.form.channel.cname.widget.hasFocus()
    idle = page.form.mode.rows.row_of(IDLE) or page.form.limits.rows.row_of(IDLE)
    assert idle is not None
    page.model.set(IDLE, 120)
    assert (
        json.loads(page.json.editor.text())["clientRequest"]["recordingConfig"]["maxIdleTime"]
        == 120
    )


def test_the_json_stays_as_it_is_typed_until_the_form_changes_it(page: DraftPage) -> None:
    compact = json.dumps(CONFIG)
    type_json(page, compact)
    assert page.json.editor.text() == compact
    page.model.set("cname", "another")
    assert page.json.editor.text() == compact
    page.model.set(BITRATE, 500)
    assert page.json.editor.text().count("\n") > 5
    type_json(page, compact)
    page.json.format.click()
    assert page.json.editor.text().count("\n") > 5


def test_channel_and_uid_in_the_json_are_those_of_the_draft(page: DraftPage) -> None:
    type_json(page, json.dumps({**CONFIG, "cname": "keynote", "uid": 4711, "tokenFrom": 5}))
    assert (page.model.text("cname"), page.model.text("uid")) == ("keynote", "4711")
    assert page.model.get("tokenFrom") is MISSING
    assert page.document() == CONFIG


def test_enter_keeps_the_indent(page: DraftPage) -> None:
    type_json(page, "{")
    QTest.keyClick(page.json.editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.json.editor, '"mode": "mix",')
    QTest.keyClick(page.json.editor, Qt.Key.Key_Return)
    QTest.keyClicks(page.json.editor, '"x": 1')
    assert page.json.editor.text() == '{\n  "mode": "mix",\n  "x": 1'


# --- what does not parse ---------------------------------------------------------


def test_json_that_does_not_parse_stays_and_start_says_why(
    page: DraftPage, console: StandInConsole, make_page: MakePage
) -> None:
    before = page.document()
    insert(page, '"transcodingConfig"', "oops ")
    typed = page.json.editor.text()
    page.judge.judge()
    assert page.document() == before
    assert page.bar.sentence.text().startswith("JSON, line 6: a key has to stand in double quotes")
    assert not page.bar.start.isEnabled()
    (mark,) = page.json.editor._marks
    assert mark.whole_line
    assert page.json.editor.line_of(mark) == 5
    notice = page.json.notice.problem()
    assert notice is not None
    assert "The text stays" in notice.holds
    page.start()
    assert console.recordings.orders == []
    page.sides.show_side("form")
    assert not page.form.channel.cname.widget.isEnabled()
    assert page.form.others.isVisible()
    page.save_now()
    page.bar.show_first.click()
    assert page.json.editor.hasFocus()
    assert page.json.editor.line() == 5
    fix = page.json.notice.problem()
    assert fix is not None
    assert fix.fix is not None
    page.json.notice.fix_requested.emit(fix.fix)
    assert json.loads(page.json.editor.text()) == before
    assert page.form.channel.cname.widget.isEnabled()
    page.model.undo()
    assert page.json.editor.text() == typed
    again = make_page()  # after a crash
    assert again.json.editor.text() == typed
    assert again.model.get(BITRATE) == 8000


def test_nothing_wipes_out_what_does_not_parse_but_a_wish(page: DraftPage) -> None:
    insert(page, '"transcodingConfig"', "oops ")
    typed = page.json.editor.text()
    page.model.set("uid", "12345")
    assert page.json.editor.text() == typed
    page.set_document({"mode": "individual", "clientRequest": {}})
    assert page.model.fault is None
    page.model.undo()
    assert page.json.editor.text() == typed


# --- findings --------------------------------------------------------------------


def test_findings_stand_at_their_lines_with_their_fixes(page: DraftPage, qtbot: QtBot) -> None:
    typed = {**CONFIG, "clientRequest": {**CONFIG["clientRequest"], "recordingfileconfig": {}}}
    type_json(page, json.dumps(typed, indent=2))
    page.judge.judge()
    editor = page.json.editor
    said = {
        editor.text().split("\n")[editor.line_of(mark)].strip(): mark.problem.severity
        for mark in editor._marks
    }
    assert said['"bitrate": 8000'] is Severity.ERROR
    assert said['"recordingfileconfig": {}'] in (Severity.WARNING, Severity.ERROR)
    page.bar.show_first.click()
    assert editor.hasFocus()
    editor.go_to(editor.text().index('"bitrate"'))
    problem = page.json.notice.problem()
    assert problem is not None
    assert problem.fix is not None
    page.json.notice.fix_requested.emit(problem.fix)
    assert page.model.get(BITRATE) == 6500


def test_a_problem_without_a_line_is_shown_in_the_form(page: DraftPage) -> None:
    page.model.set("cname", "")
    page.sides.show_side("json")
    page.judge.judge()
    page.bar.show_first.click()
    assert page.sides.side == "form"
    assert page.form.channel.cname.widget.hasFocus()


# --- undo ------------------------------------------------------------------------


def test_undo_goes_over_form_and_json_alike(page: DraftPage) -> None:
    cname = page.form.channel.cname.widget
    cname.setFocus()
    QTest.keyClicks(cname, "-two")
    insert(page, "8000", "1")
    assert page.model.get(BITRATE) == 18000
    press(page.json.editor, Qt.Key.Key_Z)
    assert page.model.get(BITRATE) == 8000
    assert page.json.editor.text() == page.model.json_text()
    page.sides.show_side("form")
    cname.setFocus()
    press(cname, Qt.Key.Key_Z)
    assert cname.text() == "town-hall"
    press(cname, Qt.Key.Key_Z, CTRL | SHIFT)
    assert cname.text() == "town-hall-two"
    page.bar.start.setFocus()
    page.form.mode.mode.widget.option("mix").setFocus()
    press(page.form.mode.mode.widget.option("mix"), Qt.Key.Key_Y)
    assert page.model.get(BITRATE) == 18000
    assert not page.model.can_redo


def test_a_line_that_is_no_part_of_the_draft_has_its_own_undo(page: DraftPage) -> None:
    page.form.channel.token.source.widget.set_value("paste")
    line = page.form.channel.token.line
    line.setFocus()
    QTest.keyClicks(line, "abc")
    before = page.model.document()
    press(line, Qt.Key.Key_Z)
    assert line.text() == ""
    assert page.model.document() == before


def test_undo_moves_the_cursor_to_what_changed_and_nothing_else(page: DraftPage) -> None:
    insert(page, "8000", "1")
    editor = page.json.editor
    press(editor, Qt.Key.Key_Home)
    editor.go_to(0)
    press(editor, Qt.Key.Key_Z)
    assert editor.line() == 0
    assert '"bitrate": 8000' in editor.text()


# --- secrets ---------------------------------------------------------------------


def test_a_secret_that_is_typed_or_pasted_into_the_json_is_not_taken(
    page: DraftPage, console: StandInConsole
) -> None:
    insert(page, '"transcodingConfig"', f'"secret": "{SECRET}", ')
    editor = page.json.editor
    assert '"secret": "", ' in editor.text()
    told = page.json.notice.problem()
    assert told is not None
    assert told.sentence == "Left out: secret. A config holds no secrets."
    data = QMimeData()
    data.setText(f'{{"mode": "mix", "clientRequest": {{"token": "{SECRET}"')
    editor.selectAll()
    editor.insertFromMimeData(data)
    page.save_now()
    seen = (editor.text(), page.model.document(), console.kept, console.kept_text, page.problems())
    assert SECRET not in repr(seen)
    while page.model.can_undo:
        page.model.undo()
        assert SECRET not in page.json.editor.text()


def test_a_curl_line_in_the_json_is_handed_on_and_too_long_a_text_refused(
    page: DraftPage, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setText("curl -d '{}' https://api.agora.io/v1/cloud_recording/start")
    with qtbot.waitSignal(page.brought) as brought:
        page.json.editor.insertFromMimeData(data)
    assert brought.args == [data.text()]
    before = page.json.editor.text()
    data.setText("x" * 200_000)
    page.json.editor.insertFromMimeData(data)
    assert page.json.editor.text() == before
    told = page.json.notice.problem()
    assert told is not None
    assert "200000 characters" in told.sentence


# --- taking over -----------------------------------------------------------------


def test_what_is_taken_over_is_told_and_undone_in_one_step(page: DraftPage) -> None:
    before = dict(page.model.document())
    body = {"cname": "keynote", "uid": "7", "clientRequest": {"token": SECRET, "maxIdleTime": 3}}
    found = take_in(json.dumps(body))
    assert isinstance(found, Config)
    page.take_over(found, "the clipboard")
    assert (page.title(), page.model.text("uid")) == ("keynote", "7")
    told = page.notice.problem()
    assert told is not None
    assert told.sentence == (
        "The draft has the settings of the clipboard now: mode mix, channel keynote, UID 7."
    )
    assert told.holds.startswith("Left out: token.")
    assert SECRET not in repr((page.model.document(), told))
    assert told.fix is not None
    page.notice.fix_requested.emit(told.fix)
    assert page.model.document() == before
    assert page.notice.problem() is None


def test_a_paste_where_nothing_can_be_typed_is_handed_on(page: DraftPage, qtbot: QtBot) -> None:
    clipboard('{"mode": "mix"}')
    option = page.form.mode.mode.widget.option("mix")
    option.setFocus()
    with qtbot.waitSignal(page.brought) as brought:
        press(option, Qt.Key.Key_V)
    assert brought.args == ['{"mode": "mix"}']
    cname = page.form.channel.cname.widget
    cname.setFocus()
    cname.selectAll()
    with qtbot.assertNotEmitted(page.brought):
        press(cname, Qt.Key.Key_V)
    assert cname.text() == '{"mode": "mix"}'


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"mode": 5}',
        '{"mode": null, "clientRequest": []}',
        '{"clientRequest": {"recordingConfig": "x", "storageConfig": 1, "snapshotConfig": [1]}}',
        '{"clientRequest": {"recordingConfig": {"transcodingConfig": [{}], "streamMode": {}}}}',
        '{"mode": "web", "acquire": "x", "guards": 3, "cname": {"a": 1}, "uid": [1]}',
        '{"mode": "mix\\u0000", "a\\u2028b": "\\u00a0\\ufdd0 😀"}',
        "\u2029{\u2028}\u00a0",
        '{"a": ' * 500,
        "[" * 3000,
    ],
)
def test_no_json_makes_the_page_fall(page: DraftPage, text: str) -> None:
    type_json(page, text)
    page.judge.judge()
    page.save_now()
    page.sides.show_side("form")
    page.model.undo()
    assert page.document() == CONFIG
    page.model.redo()
    if page.model.fault is None:
        assert json.loads(page.json.editor.text()) == json.loads(text)
