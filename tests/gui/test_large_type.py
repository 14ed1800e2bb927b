"""Large type on a small screen: nothing that a person needs is cut off or out of reach."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from agora_console.domain.session import Session
from agora_console.ui.dialogs.project_dialog import ProjectDialog
from agora_console.ui.draft.folded import Advanced
from agora_console.ui.look.theme import Theme
from agora_console.ui.widgets.field import FieldRow
from agora_console.ui.window import MainWindow
from tests.gui import session_stage as stage
from tests.gui.chrome_stage import NOW, WindowConsole, session
from tests.gui.draft_stand_in import PROJECT
from tests.gui.whole_window import space

SCREENS = {
    "200 % font": (2.0, QSize(1280, 800)),
    "150 %": (1.5, QSize(1280, 800)),
    "small screen": (1.0, QSize(960, 600)),
}
STATES: dict[str, Session] = {
    "rec": stage.recording(token_expires_at=NOW + 2900.0),
    "unknown": stage.unknown(),
    "unconfirmed": stage.unconfirmed(),
    "stopping": stage.stopping(),
    "uploading": stage.uploading(),
    "ended": stage.ended(),
    "out-of-reach": stage.out_of_reach(),
}


pytestmark = pytest.mark.parametrize(
    ("type_factor", "screen"), SCREENS.values(), ids=SCREENS, indirect=["type_factor"]
)


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, type_factor: float, screen: QSize
) -> Iterator[MainWindow]:
    made = MainWindow(Theme(qapp, "dark"), demo=False)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.finish())
    made.resize(screen)
    with qtbot.waitExposed(made):
        made.show()
    made.attach(WindowConsole(*(session(key, each) for key, each in STATES.items())).as_console())
    settle()
    yield made
    made.detach()


def settle() -> None:
    """Let every layout that follows from the last one happen."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents()


def is_whole(part: QWidget, window: QWidget) -> bool:
    """True when all of a widget can be seen without scrolling."""
    place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
    seen = part.visibleRegion().boundingRect().translated(place.topLeft())
    large_enough = part.width() >= part.minimumSizeHint().width()
    return part.isVisible() and seen == place and large_enough


def sideways(area: QScrollArea) -> int:
    """How far one has to scroll sideways to see all of it, in pixels."""
    return area.horizontalScrollBar().maximum()


def area_of(window: MainWindow) -> QScrollArea:
    area = window.pages.parentWidget()
    while not isinstance(area, QScrollArea):
        assert area is not None
        area = area.parentWidget()
    return area


def test_state_timer_and_stop_are_in_sight_and_no_tab_is_too_wide(window: MainWindow) -> None:
    page = space(window).session
    cut: list[tuple[str, object]] = []
    for key, state in STATES.items():
        window.select_session(key)
        settle()
        header = page.header
        parts: list[QWidget] = [header.chip, header.channel, header.figure, header.caption]
        parts += [header.stop, header.ask] if state.live else []
        cut += [(key, part) for part in parts if not is_whole(part, window)]
        cut += [(key, "the page")] if sideways(area_of(window)) else []
    assert cut == []
    window.select_session("rec")
    for index in range(page.tabs.count()):
        page.tabs.setCurrentIndex(index)
        settle()
        areas = (area_of(window), *page.tabs.currentWidget().findChildren(QScrollArea))
        cut += [(page.tabs.tabText(index), area) for area in areas if sideways(area)]
    assert cut == []


def test_every_row_of_the_form_is_as_wide_as_its_place(window: MainWindow) -> None:
    window.select_draft()
    draft = space(window).draft
    for mode in ("mix", "individual", "web"):
        draft.form.mode.mode.widget.option(mode).click()
        for section in draft.form.findChildren(Advanced):
            section.open()
        draft.form.channel.token.source.widget.set_value("paste")
        draft.form.storage.details_button.setChecked(True)
        settle()
        assert (sideways(draft.form), sideways(area_of(window))) == (0, 0)
        rows = [row for row in draft.form.findChildren(FieldRow) if row.isVisible()]
        inside = draft.form.widget()
        assert inside is not None
        ends = [row.mapTo(inside, QPoint(row.width(), 0)).x() for row in rows]
        assert max(ends) <= draft.form.viewport().width()
        assert all(row.width() >= row.minimumSizeHint().width() for row in rows)
        assert is_whole(draft.bar.start, window)


def test_the_settings_of_a_project_fit_on_the_screen(window: MainWindow, screen: QSize) -> None:
    space(window).edit_project(PROJECT)
    dialog = space(window).project_dialog
    assert isinstance(dialog, ProjectDialog)
    dialog.account.fold.setChecked(True)
    dialog.resize(dialog.size().boundedTo(screen))
    settle()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    inside = area.widget()
    assert inside is not None
    assert inside.minimumSizeHint().width() <= area.viewport().width()
    assert is_whole(dialog.save, dialog)


def test_a_stop_on_its_way_moves_nothing(window: MainWindow) -> None:
    page = space(window).session
    places = []
    for key in ("rec", "stopping", "rec"):
        window.select_session(key)
        settle()
        stop = page.header.stop
        places.append((page.header.height(), stop.mapTo(window, QPoint(0, 0)), stop.size()))
    assert len(set(places)) == 1


def test_wall_palette_and_dialogs_fit_on_the_screen(window: MainWindow, screen: QSize) -> None:
    here = space(window)
    window.commands.palette.trigger()
    settle()
    palette = here.operate.palette
    assert is_whole(palette.field, window)
    assert is_whole(palette, window)
    window.commands.wall.trigger()
    settle()
    cards, shown = here.operate.wall.cards, here.operate.shown
    cards.doItemsLayout()
    places = [cards.visualRect(shown.index(row, 0)) for row in range(shown.rowCount())]
    assert max(place.right() for place in places) <= cards.viewport().width()
    assert is_whole(here.operate.wall.back, window)
    for command in ("presets", "compare", "preferences", "shortcuts"):
        getattr(window.commands, command).trigger()
    dialogs = (here.preparing.presets, here.preparing.compare, *here.helping.open.values())
    for dialog in dialogs:
        assert dialog is not None
        dialog.resize(dialog.size().boundedTo(screen))
        settle()
        assert dialog.minimumSizeHint().width() <= screen.width()
        assert dialog.minimumSizeHint().height() <= screen.height()
        for button in dialog.findChildren(QAbstractButton):
            if button.isVisible():
                for area in dialog.findChildren(QScrollArea):
                    if area.isAncestorOf(button):
                        area.ensureWidgetVisible(button)
                assert is_whole(button, dialog), button.text()
