"""The form: what is typed becomes the document, what is in the document is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from agora_console.domain.paths import MISSING, read
from agora_console.domain.problems import Problem
from agora_console.ui.draft.canvas import canvas
from agora_console.ui.draft.document import FILES, RECORDING, SNAPSHOT, STORAGE, TRANSCODING, put
from agora_console.ui.draft.fields import ChoiceField, ComboField, Field, LineField
from agora_console.ui.draft.form import DraftForm
from agora_console.ui.draft.model import DraftModel, new_draft
from tests.gui.draft_stand_in import StandInConsole

MakeForm = Callable[[], DraftForm]


@pytest.fixture
def make_form(qtbot: QtBot) -> MakeForm:
    def make() -> DraftForm:
        form = DraftForm(DraftModel(), StandInConsole().as_console())
        qtbot.addWidget(form)
        form.later.complete()
        return form

    return make


@pytest.fixture
def form(make_form: MakeForm) -> DraftForm:
    return make_form()


def model_of(form: DraftForm) -> DraftModel:
    model = form.channel.cname.model
    assert isinstance(model, DraftModel)
    return model


# --- round trip ----------------------------------------------------------------

numbers = st.one_of(st.integers(-5, 10_000), st.sampled_from(["8000 kbps", "1.5", "-", "a"]))
uids = st.one_of(st.integers(1, 4_294_967_295).map(str), st.sampled_from(["0", "07", "me"]))
fractions = st.one_of(st.floats(0, 1).map(lambda x: round(x, 6)), st.sampled_from([0, 1, "half"]))
colors = st.sampled_from(["#101828", "#10182", "red"])
folders = st.lists(st.text("abc1_", min_size=1, max_size=4), min_size=1, max_size=3)
region_entries = st.fixed_dictionaries(
    {"x_axis": fractions, "y_axis": fractions, "width": fractions, "height": fractions},
    optional={"uid": uids, "alpha": fractions, "render_mode": st.sampled_from([0, 1])},
)

COMMON = {
    f"{RECORDING}.streamTypes": st.sampled_from([0, 1, 2]),
    f"{RECORDING}.maxIdleTime": numbers,
    f"{STORAGE}.vendor": st.sampled_from([1, 2, 3, 5, 6, 7, 8, 11]),
    f"{STORAGE}.region": st.integers(0, 30),
    f"{STORAGE}.bucket": st.text("abc-", min_size=1, max_size=5),
    f"{STORAGE}.fileNamePrefix": folders,
    f"{STORAGE}.extensionParams.endpoint": st.text("abc.", min_size=1, max_size=5),
    "acquire.resourceExpiredHour": numbers,
}
MIX = {
    f"{TRANSCODING}.width": numbers,
    f"{TRANSCODING}.height": numbers,
    f"{TRANSCODING}.fps": st.sampled_from([1, 15, 25, 60]),
    f"{TRANSCODING}.bitrate": numbers,
    f"{TRANSCODING}.mixedVideoLayout": st.sampled_from([0, 1, 2, 3]),
    f"{TRANSCODING}.maxResolutionUid": uids,
    f"{TRANSCODING}.backgroundColor": colors,
    f"{TRANSCODING}.layoutConfig": st.lists(region_entries, max_size=3),
    f"{FILES}.avFileType": st.sampled_from([["hls"], ["hls", "mp4"]]),
}
INDIVIDUAL = {
    f"{RECORDING}.streamMode": st.sampled_from(["default", "standard", "original"]),
    f"{RECORDING}.subscribeUidGroup": st.integers(0, 5),
    f"{SNAPSHOT}.captureInterval": numbers,
    f"{FILES}.avFileType": st.just(["hls"]),
}


def drafts(mode: str, own: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    required = {"cname": st.text("abc /", max_size=9), "uid": uids}
    chosen = st.fixed_dictionaries(
        {**required, f"{RECORDING}.channelType": st.sampled_from([0, 1])},
        optional={**COMMON, **own},
    )

    def build(values: dict[str, Any]) -> dict[str, Any]:
        draft: dict[str, Any] = {"cname": "", "uid": "", "mode": mode, "clientRequest": {}}
        for path, value in values.items():
            draft = put(draft, path, value)
        return draft

    return chosen.map(build)


any_draft = st.one_of(drafts("mix", MIX), drafts("individual", INDIVIDUAL))


def shown_by(field: Field) -> Any:
    """What a person sees in a field, as the value it means."""
    return field.read()


def test_every_document_of_the_form_is_shown_and_comes_back(form: DraftForm) -> None:
    model = model_of(form)

    @settings(max_examples=60, deadline=None)
    @given(any_draft)
    def check(draft: dict[str, Any]) -> None:
        model.replace(draft)
        assert model.document() == draft
        for card in (each for each in form.cards() if each is not form.picture):
            for field in card.fields():
                assert shown_by(field) == read(draft, field.path), field.path
        layout = read(draft, TRANSCODING)
        for field in form.picture.layout_form.fields():
            assert shown_by(field) == read({} if layout is MISSING else layout, field.path)

    check()


def test_what_a_person_types_is_the_document_that_another_form_shows(make_form: MakeForm) -> None:
    typed, other = make_form(), make_form()

    @settings(
        max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
    )
    @given(any_draft)
    def check(draft: dict[str, Any]) -> None:
        model_of(typed).replace({**new_draft(), "mode": draft["mode"]})
        for field in typed.fields():
            if field.path != "mode":
                type_into(field, read_anywhere(draft, field))
        document = model_of(typed).document()
        model_of(other).replace(document)
        assert model_of(other).document() == document
        for mine, theirs in zip(typed.fields(), other.fields(), strict=True):
            assert shown_by(mine) == shown_by(theirs), mine.path

    check()


def read_anywhere(draft: dict[str, Any], field: Field) -> Any:
    whole = read(draft, field.path)
    return whole if whole is not MISSING else read(draft, f"{TRANSCODING}.{field.path}")


def type_into(field: Field, value: Any) -> None:
    """Change a field as a person does, without the keyboard."""
    if value is MISSING:
        field.unset()
    elif isinstance(field, LineField):
        field.widget.setText(field.format(value))
        field.widget.textEdited.emit(field.widget.text())
    elif isinstance(field, ChoiceField):
        field.widget.option(value).click()
    elif isinstance(field, ComboField):
        field.show(value)
        field.widget.activated.emit(field.widget.currentIndex())


def test_nothing_is_sent_that_was_not_set(form: DraftForm) -> None:
    model = model_of(form)
    assert read(model.document(), TRANSCODING) is MISSING
    assert read(model.document(), RECORDING) == {"channelType": 1}


def test_keys_that_are_not_on_the_form_stay(form: DraftForm, qtbot: QtBot) -> None:
    extra = put(put(new_draft(), f"{RECORDING}.subscribeAudioUids", ["#allstream#"]), "x", 1)
    extra = put(extra, f"{TRANSCODING}.backgroundImage", "https://example.com/a.jpg")
    model_of(form).replace(extra)
    type_into(form.mode.idle, 300)
    form.picture.layout_form.layout_choice.widget.option(2).click()
    document = model_of(form).document()
    assert read(document, f"{RECORDING}.subscribeAudioUids") == ["#allstream#"]
    assert read(document, f"{TRANSCODING}.backgroundImage") == "https://example.com/a.jpg"
    assert document["x"] == 1


# --- fields --------------------------------------------------------------------


def type_keys(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.selectAll()
    qtbot.keyClicks(edit, text)


def test_a_number_is_a_number_and_a_bad_one_stays_as_typed(form: DraftForm, qtbot: QtBot) -> None:
    path = f"{RECORDING}.maxIdleTime"
    type_keys(qtbot, form.mode.idle.widget, "300")
    assert model_of(form).get(path) == 300
    type_keys(qtbot, form.mode.idle.widget, "5 min")
    assert model_of(form).get(path) == "5 min"
    assert form.mode.idle.widget.text() == "5 min"


def test_the_default_is_a_placeholder_and_not_sent(form: DraftForm) -> None:
    assert form.mode.idle.widget.placeholderText() == "30"
    assert not form.mode.idle.is_set


def test_choosing_the_default_sends_it(form: DraftForm) -> None:
    form.mode.streams.widget.option(2).click()
    assert model_of(form).get(f"{RECORDING}.streamTypes") == 2


def test_delete_leaves_a_choice_to_agora_again(form: DraftForm, qtbot: QtBot) -> None:
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.mode.streams.widget.option(0).setFocus()
    form.mode.streams.widget.option(0).click()
    qtbot.keyClick(form.mode.streams.widget.option(0), Qt.Key.Key_Delete)
    assert model_of(form).get(f"{RECORDING}.streamTypes") is MISSING
    assert form.mode.streams.widget.value() == 2


def test_a_rate_that_does_not_exist_is_shown_all_the_same(form: DraftForm) -> None:
    model_of(form).set(f"{TRANSCODING}.fps", 25)
    assert form.picture.fps.widget.currentText() == "25"
    model_of(form).set(f"{TRANSCODING}.fps", 30)
    assert form.picture.fps.widget.findText("25") == -1


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("recordings/20260601", ["recordings", "20260601"]),
        ("/recordings/", ["recordings"]),
        ("a//b", ["a", "", "b"]),
        ("  ", MISSING),
    ],
)
def test_the_folder_is_typed_as_a_path(form: DraftForm, text: str, levels: object) -> None:
    folder = form.storage.fields_of.folder
    folder.widget.setText(text)
    folder.widget.textEdited.emit(text)
    assert model_of(form).get(f"{STORAGE}.fileNamePrefix") == levels


def test_a_field_is_busy_until_it_is_left(form: DraftForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.mode.idle.widget, "3")
    assert form.busy_fields() == (form.mode.idle,)
    qtbot.keyClick(form.mode.idle.widget, Qt.Key.Key_Return)
    assert form.busy_fields() == ()


def test_blanks_around_a_pasted_uid_go_when_it_is_left(form: DraftForm, qtbot: QtBot) -> None:
    edit = form.channel.uid.widget
    type_keys(qtbot, edit, " 4711 ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert model_of(form).get("uid") == "4711"
    assert edit.text() == "4711"


# --- cards ---------------------------------------------------------------------


def test_the_bytes_of_the_channel_name_are_counted(form: DraftForm, qtbot: QtBot) -> None:
    model_of(form).set("cname", "büro")
    assert form.channel.cname.widget.accessibleDescription() == "5 of 64 bytes. sent"


def test_an_unused_uid_is_one_press_away(form: DraftForm, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.channel.unused, Qt.MouseButton.LeftButton)
    assert form.channel.uid.widget.text() == "71305526"


def test_the_token_is_in_no_document(form: DraftForm, qtbot: QtBot) -> None:
    form.channel.token.source.widget.set_value("paste")
    qtbot.keyClicks(form.channel.token.line, "007abcdefTAIL")
    token = form.secrets().token
    assert token is not None
    assert token.get_secret_value() == "007abcdefTAIL"
    assert "TAIL" not in repr(model_of(form).document())
    assert form.channel.token.line.displayText() != "007abcdefTAIL"


def test_each_mode_shows_its_own_cards(form: DraftForm) -> None:
    def shown() -> list[bool]:
        return [card.isVisibleTo(form) for card in (form.picture, form.snapshots, form.streams)]

    assert shown() == [True, False, False]
    form.mode.mode.widget.option("individual").click()
    assert shown() == [False, True, True]


def test_mp4_is_refused_in_individual_mode_with_a_reason(form: DraftForm) -> None:
    mp4 = form.files.kinds.widget.option(["hls", "mp4"])
    assert mp4.isEnabled()
    form.mode.mode.widget.option("individual").click()
    assert not mp4.isEnabled()
    assert mp4.toolTip() == "MP4 files do not exist in individual mode"


def test_snapshots_only_means_no_recording_files(form: DraftForm) -> None:
    form.mode.mode.widget.option("individual").click()
    form.snapshots.on.click()
    assert model_of(form).get(FILES) == {"avFileType": ["hls"]}
    form.snapshots.files_too.click()
    assert model_of(form).get(FILES) is MISSING
    assert not form.files.kinds.widget.isVisibleTo(form)


def test_common_sizes_set_size_rate_and_bitrate_for_the_channel_type(form: DraftForm) -> None:
    menu = form.picture.sizes.menu()
    menu.aboutToShow.emit()
    texts = {action.text(): action for action in menu.actions()}
    texts["1280 × 720, 30 fps, 3420 Kbps"].trigger()
    assert model_of(form).get(TRANSCODING) == {
        "width": 1280,
        "height": 720,
        "fps": 30,
        "bitrate": 3420,
    }
    texts["Swap width and height"].trigger()
    assert canvas(model_of(form)) == (720, 1280)
    menu.close()


# --- problems ------------------------------------------------------------------


def test_a_problem_stands_beside_its_field(form: DraftForm) -> None:
    model_of(form).set(f"{TRANSCODING}.bitrate", 8000)
    problem = Problem("8000 Kbps is above 6500.", path=f"{TRANSCODING}.bitrate")
    form.show_problems([problem])
    row = form.picture.row_of(problem.path)
    assert row is not None
    assert row.problem() == problem
    form.show_problems([])
    assert row.problem() is None


def test_a_problem_of_the_layout_finds_the_layout_form(form: DraftForm) -> None:
    model_of(form).set(f"{TRANSCODING}.backgroundColor", "red")
    problem = Problem("red is no colour.", path=f"{TRANSCODING}.backgroundColor")
    form.show_problems([problem])
    row = form.picture.layout_form.row_of("backgroundColor")
    assert row is not None
    assert row.problem() == problem


def test_a_problem_without_a_field_stands_above_the_form(form: DraftForm) -> None:
    form.show_problems([Problem("Unknown key.", path="clientRequest.recordingConfig2")])
    assert form.others.isVisibleTo(form)


def test_an_empty_field_is_not_called_wrong_before_somebody_was_in_it(
    form: DraftForm, qtbot: QtBot
) -> None:
    problem = Problem("The channel has no name.", path="cname")
    row = form.channel.row_of("cname")
    assert row is not None
    form.show_problems([problem])
    assert row.problem() is None
    qtbot.keyClick(form.channel.cname.widget, Qt.Key.Key_Return)
    form.show_problems([problem])
    assert row.problem() == problem


def test_the_gravest_problem_of_a_row_is_shown(form: DraftForm) -> None:
    from agora_console.domain.problems import Severity

    path = f"{TRANSCODING}.width"
    model_of(form).set(path, 5000)
    note = Problem("A note.", Severity.NOTE, path=path)
    error = Problem("An error.", path=path)
    form.show_problems([note, error])
    row = form.picture.row_of(path)
    assert row is not None
    assert row.problem() == error
