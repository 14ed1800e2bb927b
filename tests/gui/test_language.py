"""Another language at run time: every text changes, and nothing that was typed or recorded does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.problems import Problem
from agora_console.ui.dialogs.preferences_dialog import PreferencesDialog
from agora_console.ui.look.theme import Theme
from agora_console.ui.look.times import day_clock
from agora_console.ui.look.tokens import LIGHT
from agora_console.ui.session.files_words import bytes_text
from agora_console.ui.speech.language import Language, Tongue
from agora_console.ui.window import MainWindow
from tests.gui import session_stage as stage
from tests.gui.chrome_stage import NOW, WindowConsole, session
from tests.gui.whole_window import space


@pytest.fixture
def console() -> WindowConsole:
    on_air = stage.recording(token_expires_at=NOW + 2900.0)
    return WindowConsole(session("keynote", on_air), session("lost", stage.unknown()))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    made = MainWindow(Theme(qapp, "dark"), demo=False, language=Language("en", qapp))
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    with qtbot.waitActive(made):
        made.show()
    made.attach(console.as_console())
    yield made
    made.language.silence()
    if made.workspace is not None:
        made.detach()


def choose(window: MainWindow, qtbot: QtBot, tongue: Tongue) -> None:
    window.commands.language_chosen.emit(tongue)
    qtbot.waitUntil(lambda: window.language.spoken is tongue)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_everything_is_said_in_german_and_what_was_typed_stays(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    window.select_draft()
    draft = space(window).draft
    draft.form.mode.mode.widget.option("individual").click()
    draft.form.mode.mode.widget.option("mix").click()
    draft.model.set("cname", "town-hall")
    draft.form.channel.token.source.widget.set_value("paste")
    draft.form.channel.token.line.setText("pasted-token-of-the-recorder")
    draft.form.storage.details_button.setChecked(True)
    document, place = draft.model.document(), window.geometry()
    choose(window, qtbot, Tongue.GERMAN)
    new = space(window)
    assert new.draft is not draft
    assert window.commands.new.text() == "Neue Aufnahme"
    assert window.sidebar.new_button.text() == "Neue Aufnahme"
    assert window.pages.currentWidget() is new.draft
    assert new.draft.model.document() == document
    assert new.draft.form.channel.cname.widget.text() == "town-hall"
    assert new.draft.form.channel.token.line.text() == "pasted-token-of-the-recorder"
    assert new.draft.form.storage.details_button.isChecked()
    assert window.geometry() == place
    assert console.settings.preferences().language == "de"
    assert console.recordings.wishes == []
    choose(window, qtbot, Tongue.ENGLISH)
    assert window.commands.new.text() == "New recording"
    assert space(window).draft.form.channel.token.line.text() == "pasted-token-of-the-recorder"
    window.theme.choose("light")  # Qt still knows widgets of the last language, which are gone
    assert window.theme.tokens is LIGHT


def test_a_recording_goes_on_in_sight_with_the_layout_that_was_prepared(
    window: MainWindow, console: WindowConsole, qtbot: QtBot
) -> None:
    window.select_session("keynote")
    page = space(window).session
    page.show_tab(page.layout_tab)
    page.layout_tab.form.set_document({"mixedVideoLayout": 1, "backgroundColor": "#102030"})
    window.show_problem(Problem("The recording is over."))
    before = console.recordings.get("keynote")
    choose(window, qtbot, Tongue.GERMAN)
    new = space(window).session
    assert new.session_id == "keynote"
    assert window.pages.currentWidget() is new
    assert new.tabs.currentWidget() is new.changes.layout
    assert new.layout_tab.form.document()["backgroundColor"] == "#102030"
    assert "Die Aufnahme läuft" in new.header.sentence.text()
    assert new.header.chip.text() == "REC"
    assert window.notice.problem() == Problem("The recording is over.")
    assert console.recordings.get("keynote") is before
    assert console.recordings.wishes == []
    window.select_session("lost")
    assert new.header.chip.text() == "UNBEKANNT, NIMMT EVTL. NOCH AUF"


def test_the_settings_stay_open_and_another_dialog_is_waited_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.commands.new_project.trigger()
    project = space(window).project_dialog
    assert project is not None
    window.commands.preferences.trigger()
    settings = space(window).helping.open["preferences"]
    assert isinstance(settings, PreferencesDialog)
    settings.language.set_value(Tongue.GERMAN)
    qtbot.waitUntil(lambda: window.notice.problem() is not None)
    assert window.language.spoken is Tongue.ENGLISH
    assert project.isVisible()
    project.reject()
    qtbot.waitUntil(lambda: window.language.spoken is Tongue.GERMAN)
    again = space(window).helping.open["preferences"]
    assert isinstance(again, PreferencesDialog)
    assert again.language.value() is Tongue.GERMAN
    assert again.windowTitle() == "Einstellungen der Konsole"
    assert window.notice.problem() is None


def test_dates_and_numbers_have_the_form_of_the_language(qapp: QApplication) -> None:
    year, month = day_clock(NOW).split("-")[:2]
    assert bytes_text(1_234_000) == "1.2 MB"
    language = Language("de", qapp)
    try:
        assert day_clock(NOW)[2:10] == f".{month}.{year}"
        assert bytes_text(1_234_000) == "1,2 MB"
    finally:
        language.silence()
    assert day_clock(NOW).startswith(f"{year}-{month}-")
