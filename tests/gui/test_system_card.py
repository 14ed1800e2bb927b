"""What the console does unasked: switched on in its settings, and shown as it is written down."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from agora_console.domain.autostart import DESKTOP
from agora_console.release import Release
from agora_console.services.setup.autostart import NOT_INSTALLED, Autostart, FileNote
from agora_console.services.setup.updates import Updates
from agora_console.ui.dialogs.system_card import SystemCard
from agora_console.ui.look.theme import Theme
from agora_console.ui.window import MainWindow
from tests.gui.chrome_stage import WindowConsole

NOW = 1_790_000_000
PAGE = "https://releases.example.org/1.2.0"
RELEASE = Release("1.1.0", feed="https://releases.example.org/latest.json", key="a2V5")


class Feed:
    """Answers with what a test wants to hear."""

    version = "1.2.0"
    problem = ""

    async def __call__(self, url: str, key: str) -> str:
        if self.problem:
            raise LookupError(self.problem)
        answer = {"program": "agora-console", "version": self.version, "page": PAGE}
        return json.dumps({**answer, "issued": NOW, "expires": NOW + 60})


@pytest.fixture
def feed() -> Feed:
    return Feed()


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    return tmp_path / "autostart" / "agora-console.desktop"


@pytest.fixture
def console(entry: Path, feed: Feed) -> WindowConsole:
    made = WindowConsole()
    made.autostart = Autostart(FileNote(entry), DESKTOP, ("/opt/agora-console", "--minimized"))
    made.updates = Updates(RELEASE, made.settings, lambda: NOW, feed)  # type: ignore[arg-type]
    return made


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, console: WindowConsole) -> Iterator[MainWindow]:
    made = MainWindow(Theme(qapp, "dark"), demo=False)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    with qtbot.waitActive(made):
        made.show()
    yield made
    made.detach()


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a browser was asked for."""
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return opened


def card_of(window: MainWindow, console: WindowConsole) -> SystemCard:
    window.attach(console.as_console())
    window.commands.preferences.trigger()
    assert window.workspace is not None
    card = window.workspace.helping.open["preferences"].findChild(SystemCard)
    assert isinstance(card, SystemCard)
    return card


def press(box: QCheckBox) -> None:
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_the_start_with_the_system_is_shown_as_it_is_on_the_disk(
    window: MainWindow, console: WindowConsole, entry: Path
) -> None:
    card = card_of(window, console)
    assert not card.start.isChecked()
    press(card.start)
    assert entry.is_file()
    assert card.start.isChecked()
    assert card.started.text() == f"Noted in {entry}. The window opens minimised."
    press(card.start)
    assert not entry.exists()
    assert card.start.accessibleDescription() == f"Nothing is noted in {entry}."

    entry.parent.rmdir()
    entry.parent.write_text("no folder")
    press(card.start)
    assert not card.start.isChecked()
    assert "could not be changed" in card.started.text()
    entry.parent.unlink()
    entry.parent.mkdir()
    entry.write_text(DESKTOP.write(("/old/console",)), "utf-8")
    card.refresh()
    assert card.start.isChecked()
    assert "/old/console" in card.started.text()


def test_what_cannot_be_switched_on_says_why(qtbot: QtBot, entry: Path) -> None:
    console = WindowConsole()
    barred = Autostart(FileNote(entry), DESKTOP, None, NOT_INSTALLED)
    nobody = Updates(Release("1.1.0"), console.settings, lambda: NOW)  # type: ignore[arg-type]
    card = SystemCard(barred, nobody)
    qtbot.addWidget(card)
    assert not card.start.isEnabled()
    assert card.started.text() == NOT_INSTALLED
    assert not card.asks.isEnabled()
    assert "knows no address" in card.asked.text()


def test_a_newer_release_is_named_with_the_way_to_its_page(
    window: MainWindow, console: WindowConsole, feed: Feed, pages: list[str]
) -> None:
    card = card_of(window, console)
    assert not card.page.isVisible()
    press(card.asks)
    assert console.settings.preferences().updates
    assert card.asked.text() == "Version 1.2.0 is out; this is 1.1.0."
    card.page.click()
    assert pages == [PAGE]
    card.page.click()
    assert window.notice.problem().sentence.endswith(PAGE)  # type: ignore[union-attr]

    press(card.asks)
    assert not card.asks.isChecked()
    feed.version = "1.1.0"
    press(card.asks)
    assert card.asked.text().startswith("No release is newer than 1.1.0")
    press(card.asks)
    feed.problem = "The answer counts for nothing."
    press(card.asks)
    assert card.asks.isChecked()
    assert card.asked.text() == feed.problem


def test_a_start_asks_once_where_that_was_wanted(
    window: MainWindow, console: WindowConsole, pages: list[str]
) -> None:
    console.updates.switch(True)
    window.attach(console.as_console())
    problem = window.notice.problem()
    assert problem is not None
    assert problem.sentence == "Agora Console 1.2.0 is out; this is 1.1.0."
    window.notice.fix_requested.emit(problem.fix)
    assert pages == [PAGE]
    window.notice.clear()
    assert window.workspace is not None
    window.workspace.helping.news.begin()  # as another language does
    assert window.notice.problem() is None


@pytest.mark.parametrize("barred", ["off", "demo", "beside the owner"])
def test_nobody_else_asks_at_the_start(
    window: MainWindow, console: WindowConsole, barred: str
) -> None:
    console.updates.switch(barred != "off")
    console.demo = barred == "demo"
    console.recordings.read_only = "beside" * (barred == "beside the owner")
    window.attach(console.as_console())
    assert console.updates.found is None


def test_a_start_without_an_answer_says_nothing(
    window: MainWindow, console: WindowConsole, feed: Feed
) -> None:
    feed.problem = "No network."
    console.updates.switch(True)
    window.attach(console.as_console())
    assert window.notice.problem() is None
