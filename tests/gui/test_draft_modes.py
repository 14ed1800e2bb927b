"""One window for each mode: what is folded, what a page needs, whose stream, which secrets."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from agora_console.domain.paths import MISSING
from agora_console.ui.carrying import carry
from agora_console.ui.draft.document import PAGE, RECORDING, STORAGE, TRANSCODING
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.draft.list_fields import ImagesField
from agora_console.ui.draft.page import DraftPage
from agora_console.ui.tour.hands import Hands
from agora_console.ui.widgets.field import FieldRow
from tests.gui.draft_stand_in import StandInConsole, dark_theme

ADDRESS = "rtmp://push.example.net/live/stream-key-8842"
RECORDER = f"{PAGE}.extensionServices[0].serviceParam"
PUSHED = f"{PAGE}.extensionServices[1].serviceParam.outputs[0].rtmpUrl"


@pytest.fixture
def page(qapp: QApplication, qtbot: QtBot) -> DraftPage:
    made = DraftPage(StandInConsole().as_console(), dark_theme(qapp))
    qtbot.addWidget(made)
    made.resize(1100, 900)
    made.show()
    made.complete()
    made.model.set("cname", "town-hall")
    return made


@pytest.fixture
def hands(page: DraftPage) -> Hands:
    return Hands(page, 5.0)


def row(page: DraftPage, path: str) -> FieldRow:
    rows = (card.row_of(path) for card in page.form.cards() if card.isVisibleTo(page))
    return next(each for each in rows if each is not None)


def why_not(page: DraftPage) -> str:
    page.judge.judge()
    return "" if page.bar.start.isEnabled() else page.bar.start.accessibleDescription()


def test_a_page_is_chosen_filled_in_and_started(
    page: DraftPage, hands: Hands, qtbot: QtBot
) -> None:
    form, model = page.form, page.model
    model.set(f"{RECORDING}.maxIdleTime", 300)
    model.set("tokenFrom", "paste")
    hands.press("Recording mode: Web page")

    # Only what a page has can be seen, and Start says what it lacks.
    shown = [card.accessibleName() for card in form.cards() if card.isVisibleTo(page)]
    assert shown == ["Recording", "Mode", "Page", "Push", "Files", "Storage", "Limits", "Safety"]
    assert hands.seen(QLineEdit, "Pasted token") is None
    assert not page.preview.isVisibleTo(page)
    assert "url" in why_not(page)
    hands.type_into("Page address", "app.example.com")
    hands.press('Use "https://app.example.com"')
    assert model.get(f"{RECORDER}.url") == "https://app.example.com"
    assert "maxRecordingHour" in why_not(page)
    hands.type_into("Longest recording", "100")
    assert why_not(page) == ""
    hands.press("Control it for 100 h")
    assert model.get("acquire.resourceExpiredHour") == 100

    # Agora's default for the bitrate follows the size.
    assert form.page.bitrate.widget.placeholderText() == "2000"
    hands.type_into("Page width in pixels", "640")
    assert form.page.bitrate.widget.placeholderText() == "1500"
    assert not form.page.bitrate.is_set

    # What is folded away says how much of it is set, and opens for a finding and to be shown.
    fold = form.page.advanced
    assert (fold.button.text(), fold.built) == ("Advanced", False)
    fold.button.setFocus()
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    hands.press("Start paused: Yes")
    hands.type_into("Length of an MP4", "120")
    assert fold.button.accessibleName() == "Page: Advanced (1 set)"  # 120 is the default
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    assert not fold.inside.isVisible()
    model.set(f"{RECORDER}.readyTimeout", 99)
    assert "60" in why_not(page)
    assert row(page, f"{RECORDER}.readyTimeout").isVisible()
    qtbot.keyClick(fold.button, Qt.Key.Key_Space)
    page.judge.judge()
    assert not fold.inside.isVisible()  # a person has closed it, and nothing new is wrong
    qtbot.mouseClick(page.bar.show_first, Qt.MouseButton.LeftButton)
    assert fold.inside.isVisible()
    hands.type_into("Wait for the page", "30")
    assert why_not(page) == ""

    # Another mode keeps all of it, and brings its own back.
    hands.press("Recording mode: Composite (mix)")
    assert model.get(PAGE) is MISSING
    assert model.get(f"{RECORDING}.maxIdleTime") == 300
    hands.press("Recording mode: Web page")
    assert model.get(RECORDING) is MISSING
    assert form.page.url.widget.text() == "https://app.example.com"
    page.start()
    assert model.get("mode") == "web"


def test_the_stream_key_of_a_push_is_in_no_document(page: DraftPage, hands: Hands) -> None:
    model, push = page.model, page.form.push
    model.set_mode("web")
    hands.press("Push the page to a CDN as well")
    assert why_not(page)
    hands.type_into("RTMP address", ADDRESS)
    assert model.get(PUSHED) == "rtmp://push.example.net/live/***"
    assert "push.example.net/live/***" in push.line.accessibleDescription()
    assert "stream-key" not in repr(model.document()) + page.request.view.toPlainText()
    secret = page.form.secrets().rtmp_url
    assert secret is not None
    assert secret.get_secret_value() == ADDRESS

    # Off and on again, in another mode and back: the key is still there.
    hands.press("Push the page to a CDN as well")
    assert page.form.secrets().rtmp_url is None
    hands.press("Push the page to a CDN as well")
    model.set_mode("mix")
    assert page.form.secrets().rtmp_url is None
    model.set_mode("web")
    assert page.form.secrets().rtmp_url == secret

    # A pasted request brings its key along; a draft from disk has none.
    pasted = model.document()
    model.set(PUSHED, "rtmp://other.example.net/app/key-4711")
    assert model.get(PUSHED) == "rtmp://other.example.net/app/***"
    assert push.line.text() == "rtmp://other.example.net/app/key-4711"
    model.become(pasted)
    assert push.line.text() == ADDRESS
    model.set(PUSHED, "rtmp://third.example.net/app/***")
    assert push.line.text() == ""


def test_who_is_heard_and_seen_and_with_which_images(page: DraftPage, hands: Hands) -> None:
    model = page.model
    white, black = f"{RECORDING}.subscribeAudioUids", f"{RECORDING}.unSubscribeAudioUids"
    hands.press("Sound of: Only")
    assert model.get(white) == []
    hands.type_into("Sound of: only these UIDs", "1001, 1002")
    assert model.get(white) == ["1001", "1002"]
    page.judge.judge()
    hands.press("Record everybody's picture")  # with one list alone Agora records none
    assert model.get(f"{RECORDING}.subscribeVideoUids") == ["#allstream#"]
    hands.press("Sound of: All but")
    assert (model.get(white), model.get(black)) == (MISSING, ["1001", "1002"])
    hands.press("Picture of: Only")
    hands.press("Picture of: Everybody")
    assert model.get(f"{RECORDING}.subscribeVideoUids") == ["#allstream#"]
    hands.press("Sound of: Everybody")
    lists = (white, black, f"{RECORDING}.subscribeVideoUids")
    assert [model.get(path) for path in lists] == [MISSING] * 3
    hands.press("Record: Video")
    assert hands.seen(QLineEdit, "Sound of: only these UIDs") is None

    hands.press("Picture: Advanced")
    hands.type_into("Background image", "https://example.com/a.jpg")
    hands.press("Add an image for a person")
    hands.press("Add an image for a person")
    hands.type_into("UID of image 1", "7")
    hands.type_into("Address of image 1", "https://example.com/b.jpg")
    hands.pick("Rendering of image 1", "fit")
    hands.press("Remove image 2")
    path = f"{TRANSCODING}.backgroundConfig"
    entry = {"uid": "7", "image_url": "https://example.com/b.jpg", "render_mode": 1}
    assert model.get(path) == [entry]
    assert page.form.picture.advanced.button.text() == "Advanced (2 set)"
    images = next(each for each in page.form.fields() if isinstance(each, ImagesField))
    hands.press("Remove image 1")
    assert (model.get(path), list(images.lines)) == (MISSING, [])
    assert model.get(f"{TRANSCODING}.backgroundImage") == "https://example.com/a.jpg"


def test_keys_of_the_channel_and_of_the_storage_stay_in_memory(
    page: DraftPage, hands: Hands, qtbot: QtBot, qapp: QApplication
) -> None:
    model = page.model
    hands.press("Channel: Advanced")
    assert hands.seen(QLineEdit, "Channel secret") is None
    hands.pick("Encryption", "AES-128-GCM2")
    assert "secret" in row(page, f"{RECORDING}.secret").editor.accessibleName()
    hands.type_into("Channel secret", "channel-secret-0001")
    hands.type_into("Channel salt", "c2FsdC1vZi10aGUtY2hhbm5lbA==")
    hands.press("Storage: Advanced")
    hands.type_into("STS token", "sts-token-0002")
    hands.type_into("STS expiry", "1790000000")
    assert "2026-09-21" in row(page, f"{STORAGE}.stsExpiration").editor.accessibleDescription()
    found = page.form.secrets()
    typed = [found.channel_secret, found.salt, found.sts_token]
    assert [each is not None for each in typed] == [True, True, True]
    said = repr(model.document()) + page.request.view.toPlainText()
    assert all(each is None or each.get_secret_value() not in said for each in typed)
    assert '"secret": "••••••••"' in said

    # Another page, as in another language, has them as well, also those that are folded away.
    hands.press("Storage: Advanced (1 set)")
    other = DraftPage(StandInConsole().as_console(), dark_theme(qapp))
    qtbot.addWidget(other)
    other.complete()
    carry(page, other)
    assert other.form.secrets() == found

    hands.pick("Encryption", "Not encrypted")
    hands.type_into("Channel secret", "")
    assert hands.seen(QLineEdit, "Channel secret") is None


def test_what_belongs_to_another_mode_is_said_where_it_can_be_seen(
    page: DraftPage, hands: Hands
) -> None:
    page.set_document({"mode": "individual", "clientRequest": {RECORDING.split(".")[1]: {}}})
    page.model.set(f"{RECORDING}.audioProfile", 1)
    page.model.set(f"{TRANSCODING}.width", 640)
    page.judge.judge()
    assert page.form.others.isVisible()
    buttons = [each.text() for each in page.form.others.findChildren(QPushButton)]
    assert {"Remove audioProfile", "Remove transcodingConfig"} <= set(buttons)
    folded = page.form.mode.findChildren(Advanced)
    assert not any(each.inside.isVisible() for each in folded)

    hands.press("Streams: Advanced")
    hands.pick("Postponed work", "Transcode or mix")
    page.judge.judge()
    hands.press("Use 2")  # the scene of acquire, which stands in the same fold
    assert page.model.get("acquire.scene") == 2
    assert page.form.streams.advanced.button.text() == "Advanced (2 set)"
    hands.press("Recording mode: Composite (mix)")
    assert page.model.get("acquire.scene") is MISSING
