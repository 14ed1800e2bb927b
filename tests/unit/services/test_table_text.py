"""A table of channels, as a spreadsheet, a CSV file or a person gives it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from agora_console.services.start.table_text import Line, read_table, write_table


def test_tabs_and_line_ends_of_a_spreadsheet() -> None:
    text = "hall-1\t101\tshows/hall\r\nhall-2\t102\t\tEvening\r\n"
    assert read_table(text) == (
        Line("hall-1", "101", "shows/hall"),
        Line("hall-2", "102", "", "Evening"),
    )


def test_a_header_says_the_order() -> None:
    text = "Recorder UID;Channel;Notes\n101;hall-1;early\n"
    assert read_table(text) == (Line("hall-1", "101"),)


def test_quoted_cells_keep_their_separators() -> None:
    assert read_table('"a,b",7\n') == (Line("a,b", "7"),)


def test_a_list_of_channels_alone() -> None:
    assert read_table("\ufeffone\n\n  two \n") == (Line("one"), Line("two"))


def test_nothing_is_no_line() -> None:
    assert read_table("\n \n\t\t\n") == ()
    assert read_table("channel\tuid\n") == ()


cells = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=8).filter(
    lambda text: text.lower() not in ("channel", "cname")
)
lines = st.builds(Line, cells.filter(bool), cells, cells, cells)


@given(st.lists(lines, min_size=1, max_size=5))
def test_what_is_written_is_read_again(table: list[Line]) -> None:
    assert read_table(write_table(table)) == tuple(table)


def test_a_quote_that_is_never_closed_loses_no_line_of_a_long_table() -> None:
    text = 'hall-1\t11\n"hall-2\t12\n' + "hall-3\t13\n" * 20_000
    lines = read_table(text)
    assert len(lines) == 20_002
    assert lines[-1] == Line("hall-3", "13")
