"""The draft page: verdict, start, storage, what survives, and how it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.paths import MISSING
from agora_console.domain.problems import Problem
from agora_console.services.values import Keep, Project
from agora_console.ui.draft.document import RECORDING, STORAGE, TRANSCODING
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.form_card import FormCard
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.look.theme import Theme
from tests.gui.draft_stand_in import KEYS, OTHER_TARGET, PROJECT, TARGET, StandInConsole
from tests.gui.shown import shown_draft

BITRATE = f"{TRANSCODING}.bitrate"
MakePage = Callable[..., DraftPage]


@pytest.fixture
def console() -> StandInConsole:
    return StandInConsole()


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, console: StandInConsole) -> MakePage:
    return partial(shown_draft, qtbot, theme, console)


@pytest.fixture
def page(make_page: MakePage) -> DraftPage:
    return make_page()


def type_name(qtbot: QtBot, page: DraftPage, text: str = "town-hall") -> None:
    edit = page.form.channel.cname.widget
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Return)


def paste_token(qtbot: QtBot, page: DraftPage) -> None:
    page.form.channel.token.source.widget.set_value("paste")
    qtbot.keyClicks(page.form.channel.token.line, "007token-value")
    qtbot.keyClick(page.form.channel.token.line, Qt.Key.Key_Return)


def unfold(page: DraftPage) -> None:
    for section in page.findChildren(Advanced):
        section.open()


def sentences(page: DraftPage) -> list[str]:
    return [problem.sentence for problem in page.problems()]


# --- verdict -------------------------------------------------------------------


def test_start_says_why_it_cannot(page: DraftPage, qtbot: QtBot) -> None:
    assert not page.bar.start.isEnabled()
    assert page.bar.sentence.text() == "The channel has no name."
    assert "The channel has no name." in page.bar.start.toolTip()


def test_a_named_channel_is_ready(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    assert page.bar.start.isEnabled()
    assert page.look().word == "READY"


def test_a_new_draft_has_an_unused_uid(page: DraftPage) -> None:
    assert page.form.channel.uid.widget.text() == "71305526"


def test_nothing_is_said_of_a_value_that_is_half_typed(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    bitrate = page.form.picture.bitrate.widget
    row = page.form.picture.row_of(BITRATE)
    assert row is not None
    with qtbot.waitSignal(page.judge.judged):
        qtbot.keyClicks(bitrate, "8000")
    assert row.problem() is None
    assert page.bar.start.isEnabled()
    qtbot.keyClick(bitrate, Qt.Key.Key_Return)
    assert row.problem() is not None
    assert not page.bar.start.isEnabled()
    assert bitrate.text() == "8000"


def test_start_comes_free_in_a_pause_of_typing(page: DraftPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.judge.judged):
        qtbot.keyClicks(page.form.channel.cname.widget, "town-hall")
    assert page.bar.start.isEnabled()


def test_a_fix_is_one_press(page: DraftPage, qtbot: QtBot) -> None:
    page.set_document({"mode": "mix", "clientRequest": {"recordingConfig": {"channelType": 1}}})
    page.model.set(BITRATE, 8000)
    page.judge.judge()
    row = page.form.picture.row_of(BITRATE)
    assert row is not None
    button = next(
        each for each in row.findChildren(QAbstractButton) if each.text().startswith("Use ")
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.model.get(BITRATE) == 6500
    assert row.problem() is None or row.problem().fix is None  # type: ignore[union-attr]


def test_show_goes_to_the_field(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    page.model.set("acquire.resourceExpiredHour", 1000)
    page.judge.judge()
    with qtbot.waitActive(page):
        page.activateWindow()
    qtbot.mouseClick(page.bar.show_first, Qt.MouseButton.LeftButton)
    edit = page.form.limits.window_hours.widget
    assert edit.hasFocus()
    assert not edit.visibleRegion().isEmpty()


def test_a_change_of_the_draft_is_told_for_the_list(page: DraftPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.changed):
        type_name(qtbot, page)
    assert (page.title(), page.summary()) == ("town-hall", "mix")


def test_without_a_project_the_draft_can_be_typed_but_not_started(
    console: StandInConsole, make_page: MakePage, qtbot: QtBot
) -> None:
    console.projects.project = None
    page = make_page()
    type_name(qtbot, page)
    assert page.order() is None
    assert "There is no project yet" in page.bar.sentence.text()
    assert not page.bar.start.isEnabled()


# --- start ---------------------------------------------------------------------


def test_start_orders_what_was_typed(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    type_name(qtbot, page)
    paste_token(qtbot, page)
    with qtbot.waitSignal(page.started) as told:
        qtbot.mouseClick(page.bar.start, Qt.MouseButton.LeftButton)
    assert told.args == ["session-1"]
    (order,) = console.recordings.orders
    assert (order.project, order.cname, order.uid) == (PROJECT, "town-hall", "71305526")
    assert order.config["clientRequest"]["storageConfig"] == {
        "vendor": 1,
        "region": 7,
        "bucket": "acme-recordings",
        "fileNamePrefix": ["demo"],
    }
    assert (order.secrets.access_key, order.secrets.secret_key) == KEYS
    assert order.secrets.token is not None


def test_start_cannot_run_twice(page: DraftPage, console: StandInConsole, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    with qtbot.waitSignal(page.started):
        page.start()
        page.start()
    assert len(console.recordings.orders) == 1
    assert not page.bar.start.isEnabled()
    qtbot.waitUntil(page.bar.start.isEnabled)


def test_after_a_start_the_draft_has_another_uid(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    with qtbot.waitSignal(page.started):
        page.start()
    assert page.form.channel.uid.widget.text() == "71305527"


def test_start_from_the_keyboard_judges_what_is_half_typed(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    type_name(qtbot, page)
    qtbot.keyClicks(page.form.mode.idle.widget, "soon")
    page.start()
    assert console.recordings.orders == []
    row = page.form.mode.row_of(f"{RECORDING}.maxIdleTime")
    assert row is not None
    assert row.problem() is not None
    assert page.form.mode.idle.widget.text() == "soon"


# --- request -------------------------------------------------------------------


def test_the_request_is_shown_without_a_secret(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    paste_token(qtbot, page)
    text = page.request.view.toPlainText()
    assert '"cname": "town-hall"' in text
    assert '"token": "••••••••"' in text
    for secret in (*KEYS, page.form.channel.token.token()):
        assert secret is not None
        assert secret.get_secret_value() not in text


def test_the_acquire_request_has_the_control_window(page: DraftPage) -> None:
    page.model.set("acquire.resourceExpiredHour", 48)
    page.request.call.set_value("acquire")
    assert '"resourceExpiredHour": 48' in page.request.view.toPlainText()


def test_the_preview_follows_the_form(page: DraftPage) -> None:
    page.form.picture.layout_form.layout_choice.widget.option(1).click()
    assert len(page.preview.preview.rects()) == 5
    assert page.preview.preview.accessibleDescription().startswith("Layout best fit, people: 5.")
    page.form.mode.mode.widget.option("individual").click()
    assert not page.preview.isVisibleTo(page)


# --- storage -------------------------------------------------------------------


def pick(combo: QComboBox, text: str) -> None:
    combo.setCurrentIndex(combo.findText(text))
    combo.activated.emit(combo.currentIndex())


def test_a_new_draft_uses_the_first_target_of_the_project(page: DraftPage) -> None:
    assert page.form.storage.target.currentText() == TARGET.name
    assert page.model.get(f"{STORAGE}.bucket") == TARGET.bucket
    row = page.form.storage.row_of(STORAGE)
    assert row is not None
    assert "Amazon S3 · eu-central-1 · acme-recordings" in row.editor.accessibleDescription()
    assert "…4F2A" in row.editor.accessibleDescription()


def test_keys_that_are_still_being_read_are_not_called_missing(
    console: StandInConsole, make_page: MakePage, qtbot: QtBot
) -> None:
    console.slow = True
    page = make_page()
    type_name(qtbot, page)
    assert sentences(page)[0] == "The keys of the storage are being read."
    assert not page.bar.start.isEnabled()
    console.release()
    assert page.bar.start.isEnabled()
    assert not page.form.storage.details_button.isChecked()


def test_a_locked_keyring_is_said_and_keys_can_be_typed(
    console: StandInConsole, make_page: MakePage, qtbot: QtBot
) -> None:
    console.failure = Problem("The keyring is locked.", action="Unlock it.")
    page = make_page()
    type_name(qtbot, page)
    assert page.form.storage.notice.problem() == console.failure
    for line in (page.form.storage.keys_typed.access, page.form.storage.keys_typed.secret):
        assert line.isVisibleTo(page)
        qtbot.keyClicks(line, "typed-key-0001")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.bar.start.isEnabled()


def test_another_project_brings_its_own_storage(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    console.projects.project = Project(
        id="p9", name="Other", app_id="b" * 32, customer_id="c", storage=(OTHER_TARGET,)
    )
    console.projects.changed.emit(None)
    assert page.model.get(f"{STORAGE}.bucket") == OTHER_TARGET.bucket
    assert page.form.storage.target.currentText() == OTHER_TARGET.name


def test_a_target_without_keys_keeps_start_from_working(page: DraftPage, qtbot: QtBot) -> None:
    type_name(qtbot, page)
    pick(page.form.storage.target, OTHER_TARGET.name)
    assert page.model.get(f"{STORAGE}.bucket") == OTHER_TARGET.bucket
    assert not page.bar.start.isEnabled()
    for line in (page.form.storage.keys_typed.access, page.form.storage.keys_typed.secret):
        qtbot.keyClicks(line, "typed-key-0001")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.bar.start.isEnabled()


def test_another_folder_is_the_same_target(page: DraftPage) -> None:
    page.model.set(f"{STORAGE}.fileNamePrefix", ["other"])
    assert page.form.storage.target.currentText() == TARGET.name
    assert page.form.target.stored.keys == KEYS


def test_another_bucket_is_a_new_target_whose_keys_are_not_known(page: DraftPage) -> None:
    page.model.set(f"{STORAGE}.bucket", "elsewhere")
    assert page.form.storage.target.currentText() == "New target"
    assert page.form.target.stored.keys is None
    assert page.form.storage.fields_of.vendor.widget.isVisibleTo(page)


def test_what_was_typed_of_a_new_target_comes_back(page: DraftPage) -> None:
    page.model.set(f"{STORAGE}.bucket", "elsewhere")
    pick(page.form.storage.target, OTHER_TARGET.name)
    pick(page.form.storage.target, "New target")
    assert page.model.get(f"{STORAGE}.bucket") == "elsewhere"


def test_vendor_and_region_are_chosen_by_name(page: DraftPage) -> None:
    pick(page.form.storage.target, "New target")
    fields = page.form.storage.fields_of
    pick(fields.vendor.widget, "Baidu AI Cloud BOS")
    assert page.model.get(f"{STORAGE}.vendor") == 8
    assert page.model.get(f"{STORAGE}.region") is MISSING
    assert fields.region.widget.itemText(1).startswith("Baoding")
    pick(fields.region.widget, fields.region.widget.itemText(1))
    assert page.model.get(f"{STORAGE}.region") == 1


def test_a_vendor_without_regions_needs_none(page: DraftPage) -> None:
    pick(page.form.storage.target, "New target")
    pick(page.form.storage.fields_of.vendor.widget, "Microsoft Azure Blob")
    assert page.model.get(f"{STORAGE}.region") == 0
    assert not page.form.storage.fields_of.region_row.isVisibleTo(page)
    assert page.form.storage.keys_typed.access.accessibleName() == "Account name"


def test_a_new_target_is_kept_in_the_project(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    storage = page.form.storage
    page.model.set(STORAGE, {"vendor": 5, "region": 0, "bucket": "films"})
    assert not storage.keep.button.isEnabled()
    qtbot.keyClicks(storage.keys_typed.access, "account-name-77")
    qtbot.keyClicks(storage.keys_typed.secret, "account-key-88")
    qtbot.keyClicks(storage.keep.name_line, "Films")
    storage.keep.for_run.click()
    qtbot.mouseClick(storage.keep.button, Qt.MouseButton.LeftButton)
    ((project, keys, keep),) = console.projects.saved
    kept = project.storage[-1]
    assert (kept.name, kept.vendor, kept.bucket, keep) == ("Films", 5, "films", Keep.RUN)
    assert [each.get_secret_value() for each in keys[kept.id]] == [
        "account-name-77",
        "account-key-88",
    ]
    assert storage.target.currentText() == "Films"
    assert storage.keys_typed.access.text() == ""
    assert page.form.target.stored.keys == keys[kept.id]


def test_a_keyring_that_refuses_is_said_and_the_keys_stay_typed(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    storage = page.form.storage
    page.model.set(STORAGE, {"vendor": 5, "region": 0, "bucket": "films"})
    qtbot.keyClicks(storage.keys_typed.access, "account-name-77")
    qtbot.keyClicks(storage.keys_typed.secret, "account-key-88")
    console.failure = Problem("The keyring is locked.", action="Unlock it.")
    qtbot.mouseClick(storage.keep.button, Qt.MouseButton.LeftButton)
    assert storage.notice.problem() == console.failure
    assert storage.keys_typed.typed() is not None
    assert storage.keep.button.isEnabled()


def test_secrets_are_shown_only_while_a_button_is_held(page: DraftPage, qtbot: QtBot) -> None:
    line = page.form.channel.token.line
    page.form.channel.token.source.widget.set_value("paste")
    qtbot.keyClicks(line, "007token-value")
    assert line.displayText() != line.text()
    qtbot.mousePress(line.eye, Qt.MouseButton.LeftButton)
    assert line.displayText() == line.text()
    qtbot.mouseRelease(line.eye, Qt.MouseButton.LeftButton)
    assert line.displayText() != line.text()


# --- what survives -------------------------------------------------------------


def test_the_draft_survives(console: StandInConsole, make_page: MakePage, qtbot: QtBot) -> None:
    page = make_page()
    type_name(qtbot, page)
    qtbot.keyClicks(page.form.mode.idle.widget, "5 min")
    paste_token(qtbot, page)
    qtbot.waitUntil(lambda: console.kept is not None)
    assert "007token-value" not in repr(console.kept)
    again = make_page()
    assert again.model.document() == page.model.document()
    assert again.form.mode.idle.widget.text() == "5 min"


def test_a_draft_that_is_hidden_is_kept_at_once(
    page: DraftPage, console: StandInConsole, qtbot: QtBot
) -> None:
    type_name(qtbot, page)
    page.hide()
    assert console.kept is not None
    assert console.kept["cname"] == "town-hall"


# --- how it fits ---------------------------------------------------------------


@pytest.fixture
def type_size(qapp: QApplication) -> Iterator[Callable[[float], None]]:
    """Enlarges the type of the whole application for one test."""
    usual = qapp.font()

    def enlarge(factor: float) -> None:
        larger = qapp.font()
        larger.setPointSizeF(usual.pointSizeF() * factor)
        qapp.setFont(larger)

    yield enlarge
    qapp.setFont(usual)


@pytest.mark.parametrize(("width", "larger"), [(975, 1.0), (655, 1.0), (975, 1.5), (900, 2.0)])
@pytest.mark.parametrize("mode", ["mix", "individual", "web"])
def test_no_field_is_cut_off(
    type_size: Callable[[float], None],
    make_page: MakePage,
    qtbot: QtBot,
    *,
    mode: str,
    width: int,
    larger: float,
) -> None:
    type_size(larger)
    page = make_page()
    page.form.picture.layout_form.layout_choice.widget.option(3).click()
    page.model.set_mode(mode)
    page.model.set_snapshots(mode == "individual")
    page.model.set(STORAGE, {"vendor": 11, "region": 0})
    if mode == "mix":
        page.model.set(f"{TRANSCODING}.backgroundConfig", [{"uid": "7", "image_url": "a"}])
        page.model.set(f"{RECORDING}.subscribeAudioUids", ["1001"])
    unfold(page)
    page.resize(width, 600)
    inside, sight = page.form.widget(), page.form.viewport()
    assert inside is not None
    qtbot.waitUntil(lambda: inside.minimumSizeHint().width() <= sight.width())


def test_a_narrow_page_shows_one_side_at_a_time(page: DraftPage) -> None:
    page.resize(655, 480)
    assert page.form.isVisibleTo(page)
    assert not page.preview.isVisibleTo(page)
    page.switch.set_value("preview")
    assert not page.form.isVisibleTo(page)
    assert page.preview.isVisibleTo(page)
    page.resize(1100, 720)
    assert page.form.isVisibleTo(page)
    assert page.preview.isVisibleTo(page)


def test_every_control_has_a_name_and_can_be_reached(page: DraftPage) -> None:
    page.model.set_mode("individual")
    page.model.set_snapshots(True)
    unfold(page)
    nameless = [
        each
        for kind in (QLineEdit, QComboBox, QAbstractButton)
        for each in page.findChildren(kind)
        if each.isVisibleTo(page) and not _name_of(each) and not _is_inner(each)
    ]
    assert nameless == []
    unreachable = [
        each
        for kind in (QLineEdit, QComboBox)
        for each in page.form.findChildren(kind)
        if not each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _is_inner(each)
    ]
    assert unreachable == []


@pytest.mark.parametrize("mode", ["mix", "individual", "web"])
def test_tab_goes_through_the_form_from_top_to_bottom(page: DraftPage, mode: str) -> None:
    page.resize(1100, 2000)
    page.model.set_mode(mode)
    unfold(page)
    page.form.storage.details_button.setChecked(True)
    inside = page.form.widget()
    assert inside is not None
    layout = inside.layout()
    assert layout is not None
    layout.activate()
    cards = [id(card) for card in page.form.cards()]
    passed = [id(_card_of(each)) for each in _tab_stops(page) if page.form.isAncestorOf(each)]
    assert list(dict.fromkeys(passed)) == [each for each in cards if each in passed]
    assert len(passed) > 15


def _tab_stops(page: DraftPage) -> list[QWidget]:
    first: QWidget = page.form.channel.cname.widget
    stops, here = [first], first.nextInFocusChain()
    while here is not None and here is not first:
        if here.isVisibleTo(page) and here.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops.append(here)
        here = here.nextInFocusChain()
    return stops


def _card_of(widget: QWidget) -> QWidget | None:
    above: QWidget | None = widget
    while above is not None and not isinstance(above, FormCard):
        above = above.parentWidget()
    return above


def _name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def _is_inner(widget: QWidget) -> bool:
    """Parts that Qt itself puts into its widgets."""
    return widget.objectName().startswith("qt_") or type(widget) is QAbstractButton


def test_no_part_of_the_page_is_ever_a_window_of_its_own(
    make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows: list[Any] = []
    shown = QWidget.showEvent

    def watch(widget: QWidget, event: QShowEvent) -> None:
        if widget.isWindow():
            windows.append(widget)
        shown(widget, event)

    monkeypatch.setattr(QWidget, "showEvent", watch)
    page = make_page()
    assert windows in ([], [page])
