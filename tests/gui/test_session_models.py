"""The tables of the session page: they say the least there is to say, and stay right doing it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import FileRow, FileState
from agora_console.domain.session import FileEntry
from agora_console.ui.look.theme import Theme
from agora_console.ui.session.files_model import FileColumn, FilesModel
from agora_console.ui.session.files_table import FilesTable
from agora_console.ui.session.rows_model import Column, RowsModel
from agora_console.ui.session.tables import STRETCH, Table
from tests.gui.session_stage import BEGIN
from tests.support.file_lists import files_of

WARN = QAbstractItemModelTester.FailureReportingMode.Warning  # and a warning fails a test
DOWN = Qt.SortOrder.DescendingOrder


@dataclass
class Told:
    """What a model tells while it is in use, by the Qt tester and by count."""

    resets: QSignalSpy
    inserts: QSignalSpy
    changes: QSignalSpy
    tester: QAbstractItemModelTester


def listen(model: QAbstractItemModel) -> Told:
    return Told(
        QSignalSpy(model.modelReset),
        QSignalSpy(model.rowsInserted),
        QSignalSpy(model.dataChanged),
        QAbstractItemModelTester(model, WARN),
    )


def column_of(model: QAbstractItemModel, column: int) -> list[Any]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def names(model: FilesModel) -> list[Any]:
    return column_of(model, FileColumn.NAME)


def row(name: str, at: float | None = BEGIN + 8.0, **changes: Any) -> FileRow:
    """A file as it stands in the table."""
    values: dict[str, Any] = {
        "path": f"shows/{name}",
        "state": FileState.LISTED,
        "kind": FileKind.SLICE,
        "track": "audio_and_video",
        "uid": "0",
        "at": at,
    }
    return FileRow(name, **(values | changes))


def listed(*starts: float) -> tuple[FileRow, ...]:
    return tuple(row(f"{start:.0f}.ts", BEGIN + start) for start in starts)


def ink(picture: QImage, top: int, bottom: int) -> int:
    """The leftmost column in which something is drawn between two lines."""
    ground = picture.pixelColor(picture.width() - 2, (top + bottom) // 2)
    columns = range(picture.width())
    return next(
        x for x in columns for y in range(top, bottom) if picture.pixelColor(x, y) != ground
    )


@pytest.mark.parametrize("type_factor", [1.0, 2.0], indirect=True)
def test_a_title_stands_above_the_text_of_its_column(
    qapp: QApplication, qtbot: QtBot, type_factor: float
) -> None:
    Theme(qapp, "dark")
    model: RowsModel[str] = RowsModel([Column("HHH", lambda row: row)])
    model.set_rows(["HHH"])
    table = Table(model, "letters", (STRETCH,))
    qtbot.addWidget(table)
    table.resize(400, 200)
    with qtbot.waitExposed(table):
        table.show()
    picture = table.grab().toImage()
    line = table.horizontalHeader().height()
    title = ink(picture, line // 4, line * 3 // 4)
    cell = ink(picture, line + line // 4, line + line * 3 // 4)
    assert abs(title - cell) <= 1


# --- rows, newest first ----------------------------------------------------------


def numbers() -> RowsModel[str]:
    return RowsModel([Column("Number", lambda row: row), Column("Twice", lambda row: row * 2)])


def test_new_rows_come_in_above_by_one_insertion(qtbot: QtBot) -> None:
    model = numbers()
    model.set_rows(["b", "a"])
    told = listen(model)
    model.set_rows(["d", "c", "b", "a"])
    assert column_of(model, 1) == ["dd", "cc", "bb", "aa"]
    assert (told.inserts.count(), told.changes.count(), told.resets.count()) == (1, 0, 0)


def test_a_row_that_changed_is_told_as_changed_and_what_stayed_is_not(qtbot: QtBot) -> None:
    model = numbers()
    model.set_rows(["b", "a"])
    told = listen(model)
    model.set_rows(["c", "B", "a"])
    assert told.inserts.count() == 1
    first, last = told.changes.at(0)[:2]
    assert (first.row(), last.row()) == (1, 1)


def test_the_same_rows_again_tell_nothing(qtbot: QtBot) -> None:
    model = numbers()
    model.set_rows(["b", "a"])
    told = listen(model)
    model.set_rows(["b", "a"])
    assert (told.inserts.count(), told.changes.count(), told.resets.count()) == (0, 0, 0)


@settings(max_examples=60)
@given(st.lists(st.lists(st.sampled_from("abc"), max_size=6), min_size=2, max_size=4))
def test_any_rows_follow_any_others(lists: list[list[str]]) -> None:
    model = numbers()
    told = listen(model)
    for rows in lists:
        model.set_rows(rows)
        assert column_of(model, 0) == rows
    assert told.resets.count() == 0


# --- files -------------------------------------------------------------------------


def test_a_list_that_grew_is_one_insertion(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(1, 2)))
    told = listen(model)
    model.set_files(files_of(listed(1, 2, 3, 4)))
    assert names(model) == ["1.ts", "2.ts", "3.ts", "4.ts"]
    assert (told.inserts.count(), told.changes.count(), told.resets.count()) == (1, 0, 0)


def test_a_sorted_list_grows_without_a_reset_and_stays_sorted(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(5, 1)))
    model.sort(FileColumn.STARTS, DOWN)
    told = listen(model)
    model.set_files(files_of(listed(5, 1, 9, 3)))
    assert names(model) == ["9.ts", "5.ts", "3.ts", "1.ts"]
    assert (told.inserts.count(), told.resets.count()) == (2, 0)


def test_many_new_files_in_a_sorted_list_are_one_insertion_and_one_sorting(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(5, 1)))
    model.sort(FileColumn.STARTS)
    told = listen(model)
    sorted_anew = QSignalSpy(model.layoutChanged)
    model.set_files(files_of(listed(5, 1, *range(200, 100, -1))))
    assert names(model) == [f"{n}.ts" for n in (1, 5, *range(101, 201))]
    assert (told.inserts.count(), sorted_anew.count(), told.resets.count()) == (1, 1, 0)


def test_a_filtered_list_takes_in_only_what_fits(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(1, 12)))
    model.set_filter(" 1 ")
    told = listen(model)
    model.set_files(files_of(listed(1, 12, 20)))
    assert told.inserts.count() == 0
    model.set_files(files_of(listed(1, 12, 20, 21)))
    assert names(model) == ["1.ts", "12.ts", "21.ts"]
    model.set_filter("")
    assert names(model) == ["1.ts", "12.ts", "20.ts", "21.ts"]


def test_values_that_changed_are_one_change(qtbot: QtBot) -> None:
    model = FilesModel()
    before = listed(1, 2, 3)
    model.set_files(files_of(before))
    told = listen(model)
    first = before[0]._replace(size=5, state=FileState.FOUND)
    model.set_files(files_of((first, before[1], before[2]._replace(at=None))))
    assert column_of(model, FileColumn.SIZE) == ["5 B", "—", "—"]
    assert column_of(model, FileColumn.STATE) == ["in bucket", "listed", "listed"]
    assert (told.changes.count(), told.resets.count()) == (1, 0)


def test_files_that_come_in_between_are_one_insertion_there(qtbot: QtBot) -> None:
    model = FilesModel()
    first, second, third = listed(1, 2, 3)
    model.set_files(files_of([first, third]))
    told = listen(model)
    model.set_files(files_of([first, second, third._replace(size=9)]))
    assert names(model) == ["1.ts", "2.ts", "3.ts"]
    assert column_of(model, FileColumn.SIZE) == ["—", "—", "9 B"]
    assert (told.inserts.count(), told.changes.count(), told.resets.count()) == (1, 1, 0)


def test_the_table_shows_one_kind_or_one_state(qtbot: QtBot) -> None:
    model = FilesModel()
    playlist = row("b.m3u8", kind=FileKind.PLAYLIST)
    missing = row("c.ts", state=FileState.MISSING)
    model.set_files(files_of([row("a.ts"), playlist, missing]))
    listen(model)
    model.set_filter("", FileKind.SLICE)
    assert names(model) == ["a.ts", "c.ts"]
    model.set_filter("", FileKind.SLICE, FileState.MISSING)
    assert names(model) == ["c.ts"]
    assert model.filtered


def test_a_file_whose_track_becomes_known_appears_under_the_filter_that_wants_it(
    qtbot: QtBot,
) -> None:
    model = FilesModel()
    model.set_files(files_of([row("a.ts", track="")]))
    model.set_filter("video")
    listen(model)
    model.set_files(files_of([row("a.ts")]))
    assert names(model) == ["a.ts"]


def test_the_same_files_from_another_reply_tell_nothing(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(1, 2)))
    told = listen(model)
    model.set_files(files_of(listed(1, 2)))
    assert (told.inserts.count(), told.changes.count(), told.resets.count()) == (0, 0, 0)


def test_another_list_takes_the_place_of_the_old_one(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(1, 2)))
    listen(model)
    model.set_files(files_of(listed(7)))
    assert names(model) == ["7.ts"]


def test_a_chosen_file_stays_chosen_while_the_list_is_sorted_and_grows(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(5, 1)))
    listen(model)
    chosen = QPersistentModelIndex(model.index(1, FileColumn.NAME))
    model.sort(FileColumn.STARTS)
    model.set_files(files_of(listed(5, 1, 0)))
    assert chosen.data() == "1.ts"


def test_sorting_by_no_column_returns_to_the_order_of_agora(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of(listed(5, 1, 3)))
    listen(model)
    model.sort(FileColumn.STARTS)
    assert names(model) == ["1.ts", "3.ts", "5.ts"]
    model.sort(-1)
    assert names(model) == ["5.ts", "1.ts", "3.ts"]


def test_uids_are_sorted_as_numbers(qtbot: QtBot) -> None:
    model = FilesModel()
    model.set_files(files_of([row("a", uid="1000"), row("b", uid="9"), row("c", uid="")]))
    model.sort(FileColumn.UID)
    assert column_of(model, FileColumn.UID) == ["—", "9", "1000"]


@pytest.mark.parametrize("text", ["KEYNOTE", "audio_and", "527"])
def test_the_filter_looks_at_name_track_and_uid_and_not_at_capitals(text: str) -> None:
    model = FilesModel()
    model.set_files(
        files_of([row("keynote.ts", uid="527841"), row("other", uid="1", track="video")])
    )
    model.set_filter(text)
    assert names(model) == ["keynote.ts"]


def test_cells_say_what_is_known_and_a_dash_where_nothing_is(qtbot: QtBot) -> None:
    model = FilesModel()
    bare = FileRow("bare", "bare", FileState.PREDICTED)
    playable = FileEntry(
        "full.ts", "audio_and_video", is_playable=False, slice_start_time=1562724971.626
    )
    full = row("full.ts", part=0, tick=1, entry=playable)
    model.set_files(files_of([bare, full]))
    cells = [model.index(0, column).data() for column in FileColumn]
    assert cells == ["bare", "file", "—", "—", "—", "—", "—", "predicted"]
    assert model.index(1, FileColumn.TRACK).data() == "audio + video"
    assert model.index(1, FileColumn.STARTS_UTC).data() == "2019-07-10 02:16:11.626"
    tip = model.index(1, FileColumn.STATE).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == (
        "Agora lists it. Nobody has looked in the bucket. A part recorded after a move to another "
        "server. It came through Agora's backup. Agora says it cannot be played yet."
    )


@pytest.mark.parametrize("state", list(FileState))
def test_every_state_has_a_word_and_a_sentence(state: FileState) -> None:
    model = FilesModel()
    model.set_files(files_of([row("a.ts", state=state, size=5)]))
    cell = model.index(0, FileColumn.STATE)
    assert cell.data()
    assert cell.data(Qt.ItemDataRole.ToolTipRole).endswith(".")


@settings(max_examples=60)
@given(
    st.lists(
        st.one_of(
            st.lists(st.integers(0, 30), max_size=8, unique=True).map(lambda n: ("files", n)),
            st.sampled_from(["", "1", "2", "zzz"]).map(lambda text: ("filter", text)),
            st.sampled_from([*range(-1, len(FileColumn))]).map(lambda column: ("sort", column)),
        ),
        max_size=8,
    )
)
def test_whatever_is_done_the_rows_are_the_wanted_files_in_the_wanted_order(
    steps: list[tuple[str, Any]],
) -> None:
    model = FilesModel()
    told = listen(model)
    files: list[int] = []
    needle, column = "", -1
    for kind, value in steps:
        if kind == "files":
            files = value
            model.set_files(files_of(listed(*files)))
        elif kind == "filter":
            needle = value
            model.set_filter(needle)
        else:
            column = value
            model.sort(column)
    wanted = [f"{n}.ts" for n in files if needle in f"{n}.ts"]
    shown = names(model)
    assert sorted(shown) == sorted(wanted)
    if column == -1:
        assert shown == wanted
    if column == FileColumn.STARTS:
        assert shown == sorted(wanted, key=lambda name: int(name[:-3]))
    if column == FileColumn.TRACK:  # all equal, so that Agora's order shows
        assert shown == wanted
    assert told.tester is not None


def test_of_a_long_list_the_last_wish_is_shown_when_it_is_worked_out(qtbot: QtBot) -> None:
    model = FilesModel(piece=64)
    told = listen(model)
    many = tuple(row(f"{n:05}.ts", BEGIN + n) for n in range(6000))
    model.sort(FileColumn.STARTS, DOWN)
    model.set_filter("9")
    model.set_files(files_of(many))
    assert (model.busy, names(model)) == (True, [])
    model.set_filter("77")
    qtbot.waitUntil(lambda: not model.busy)
    wanted = [each.name for each in reversed(many) if "77" in each.name]
    assert names(model) == wanted
    counts = (told.resets.count(), told.inserts.count(), told.changes.count())
    model.set_files(files_of(many))
    qtbot.waitUntil(lambda: not model.busy)
    assert (told.resets.count(), told.inserts.count(), told.changes.count()) == counts
    model.set_files(files_of((*many, row("77777.ts", BEGIN + 77_777))))
    qtbot.waitUntil(lambda: not model.busy)
    assert names(model) == ["77777.ts", *wanted]
    assert (told.resets.count(), told.inserts.count()) == (counts[0], counts[1] + 1)


def test_chosen_files_stay_chosen_and_the_current_one_in_sight(qtbot: QtBot) -> None:
    model = FilesModel()
    table = FilesTable(model, "files", (STRETCH,) * len(FileColumn))
    qtbot.addWidget(table)
    table.resize(400, 300)
    model.set_files(files_of(listed(*range(400))))
    with qtbot.waitExposed(table):
        table.show()
    first = model.index(3, 0)
    table.setCurrentIndex(first)
    last = model.index(397, len(FileColumn) - 1)
    table.selectionModel().select(
        QItemSelection(first, last), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )

    def chosen() -> list[str]:
        return table.copy_selection().split("\n")

    many = [f"{n}.ts" for n in range(3, 398)]
    assert chosen() == many
    model.sort(FileColumn.STARTS, DOWN)
    assert chosen() == many[::-1]
    assert table.currentIndex().data() == "3.ts"
    model.set_filter("3")
    assert chosen() == [name for name in many[::-1] if "3" in name]
    assert table.viewport().rect().intersects(table.visualRect(table.currentIndex()))
    model.set_filter("nothing")
    assert table.copy_selection() == ""
    model.set_filter("")
    assert not table.selectionModel().hasSelection()
    table.scrollTo(model.index(200, 0), FilesTable.ScrollHint.PositionAtTop)
    top = model.index(table.rowAt(0), 0).data()
    model.set_filter(".ts")
    assert model.index(table.rowAt(0), 0).data() == top
