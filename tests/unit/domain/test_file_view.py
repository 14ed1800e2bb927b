"""Which files are shown, and in which order: worked out in steps, told by the least."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import Files, FileState, Key, Looked, Origin, collect
from agora_console.domain.files.view import FEW, Change, Filter, Sorting, View, plan
from agora_console.domain.session import FileEntry
from agora_console.domain.slices import Steps, finish
from tests.support.sessions import make_session

T = TypeVar("T")

SID = "ab" * 16
NOTHING = View(Files(Origin("", "", "mix", "")), [])
PIECE = 16


def entries(*numbers: int) -> tuple[FileEntry, ...]:
    return tuple(
        FileEntry(f"{SID}_hall__uid_s_{n % 3}__uid_e_av_{n}.ts", "", str(n % 12), None, None, n)
        for n in numbers
    )


def files(*numbers: int, looked: Looked | None = None) -> Files:
    session = make_session(sid=SID, cname="hall", mode="individual", files=entries(*numbers))
    return finish(collect(session, looked, PIECE))


def changed(shown: View, new: Files, wanted: Filter, sorting: Sorting | None) -> Change:
    """The change, each step of which was small."""
    steps: Steps[Change] = plan(shown, new, wanted, sorting, PIECE)
    while True:
        try:
            assert next(steps) <= PIECE or sorting or wanted
        except StopIteration as end:
            change: Change = end.value
            return change


def told(change: Change, before: View) -> list[int]:
    """The rows after what a change tells, before they may stand in another order."""
    rows = list(change.order)
    assert change.anew or len(rows) == len(before.order)
    for row, numbers in change.inserted:
        rows[row:row] = numbers
    return rows


WANTED = st.builds(
    Filter,
    st.sampled_from(["", "uid_s_1", "11", "nothing"]),
    st.sampled_from([None, FileKind.SLICE, FileKind.MP4]),
    st.sampled_from([None, FileState.LISTED, FileState.FOUND]),
)
KEYS: list[Key] = ["name", "kind", "track", "person", "at", "size", "state"]
SORTING = st.none() | st.builds(Sorting, st.sampled_from(KEYS), st.booleans())
LISTS = st.lists(st.integers(0, 200), max_size=40, unique=True)


@given(st.lists(st.tuples(LISTS, st.booleans(), WANTED, SORTING), min_size=1, max_size=5))
def test_whatever_follows_the_right_files_stand_in_the_right_order(
    steps: list[tuple[list[int], bool, Filter, Sorting | None]],
) -> None:
    view = NOTHING
    for numbers, look, wanted, sorting in steps:
        looked = Looked({each.file_name: 5 for each in entries(*numbers[::2])}) if look else None
        new = files(*numbers, looked=looked)
        change = changed(view, new, wanted, sorting)
        assert sorted(told(change, view)) == sorted(change.view.order)
        view = change.view
        fitting = [
            n
            for n, row in enumerate(new)
            if wanted.needle in f"{row.name}\n{row.track}\n{row.uid}".casefold()
            and wanted.kind in (None, row.kind)
            and wanted.state in (None, row.state)
        ]
        if sorting is not None:
            values = finish(new.column(sorting.key))
            fitting.sort(key=values.__getitem__, reverse=sorting.descending)
        assert view.order == fitting


def test_the_same_list_again_tells_nothing() -> None:
    view = changed(NOTHING, files(1, 2, 3), Filter(), None).view
    change = changed(view, files(1, 2, 3), Filter(), None)
    assert (change.anew, change.altered, change.inserted) == (False, None, ())


def test_what_a_look_finds_out_alters_the_rows_from_the_first_to_the_last() -> None:
    view = changed(NOTHING, files(*range(40)), Filter(), None).view
    found = {each.file_name: 5 for each in entries(*range(40))}
    change = changed(view, files(*range(40), looked=Looked(found)), Filter(), None)
    assert (change.altered, change.inserted) == ((0, 39), ())
    hidden = changed(view, view.files, Filter("nothing"), None).view
    change = changed(hidden, files(*range(40), looked=Looked(found)), Filter("nothing"), None)
    assert change.altered is None


@pytest.mark.parametrize("count", [FEW, FEW + 1])
def test_few_new_files_are_put_in_their_places_and_many_are_sorted(count: int) -> None:
    view = changed(NOTHING, files(*range(200)), Filter(), Sorting("at", True)).view
    change = changed(view, files(*range(200 + count)), Filter(), Sorting("at", True))
    assert len(change.inserted) == (count if count == FEW else 1)
    assert change.view.order == [*range(199 + count, -1, -1)]


def test_sorting_the_same_files_moves_them_and_nothing_else() -> None:
    view = changed(NOTHING, files(3, 1, 2), Filter(), None).view
    change = changed(view, view.files, Filter(), Sorting("at"))
    assert (change.altered, change.inserted, change.view.order) == (None, (), [1, 2, 0])


def test_what_comes_to_fit_the_filter_appears() -> None:
    wanted = Filter(state=FileState.FOUND)
    view = changed(NOTHING, files(1, 2), wanted, None).view
    assert view.order == []
    looked = Looked({entries(2)[0].file_name: 5})
    assert changed(view, files(1, 2, looked=looked), wanted, None).view.order == [1]


def test_what_is_listed_later_comes_before_what_was_found_and_moves_nothing() -> None:
    looked = Looked({each.file_name: 5 for each in entries(7, 8)})
    view = changed(NOTHING, files(1, looked=looked), Filter(), None).view
    change = changed(view, files(1, 2, looked=looked), Filter(), None)
    assert (change.order, change.inserted) == ([0, 2, 3], ((1, [1]),))
    assert change.view.order == [0, 1, 2, 3]


def test_a_new_file_stands_before_those_that_begin_later_and_after_its_equals() -> None:
    view = changed(NOTHING, files(10, 20, 30, 40), Filter(), Sorting("at")).view
    assert changed(view, files(10, 20, 30, 40, 15), Filter(), Sorting("at")).view.order == [
        *(0, 4, 1, 2, 3)
    ]
    view = changed(NOTHING, files(10, 20), Filter(), Sorting("track")).view
    assert changed(view, files(10, 20, 5), Filter(), Sorting("track")).inserted == ((2, [2]),)


@pytest.mark.parametrize("key", KEYS)
def test_one_value_of_a_column_is_that_of_the_whole(key: Key) -> None:
    whole = files(1, 2)
    assert [whole.value(key, n) for n in range(2)] == list(finish(whole.column(key)))


def test_files_of_another_recording_are_all_new() -> None:
    view = changed(NOTHING, files(1, 2), Filter(), None).view
    other = make_session(sid="cd" * 16, cname="hall", mode="individual", files=entries(1, 2))
    assert changed(view, finish(collect(other)), Filter(), None).anew
    assert changed(view, files(1), Filter(), None).anew


def test_a_row_is_made_once_and_a_part_keeps_what_is_known() -> None:
    whole = files(1, 2, 3)
    assert whole[1] is whole[1]
    assert whole[1:] == tuple(whole.part([1, 2]))
    assert [whole.path(n) for n in range(3)] == [each.path for each in whole]


def test_whose_file_it_is_stands_in_its_name_where_agora_does_not_say() -> None:
    found = files(looked=Looked({entries(4)[0].file_name.rpartition("/")[2]: 5}))
    assert [found.value("uid", len(found) - 1), found[-1:][0].uid] == ["1", "1"]


def test_only_so_many_rows_are_kept_made() -> None:
    whole = files(*range(1100))
    first = whole[0]
    assert [each.at for each in whole][-1] == 1099.0
    assert whole[0] == first
    assert whole[0] is not first
