"""A table of channels as text: pasted from a spreadsheet, or read from a CSV file; pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import astuple, dataclass

COLUMNS = ("channel", "uid", "prefix", "preset")
"""The columns of a table without a header, in their order."""

_NAMES = {
    "channel": "channel",
    "channel name": "channel",
    "cname": "channel",
    "uid": "uid",
    "recorder uid": "uid",
    "prefix": "prefix",
    "file name prefix": "prefix",
    "filenameprefix": "prefix",
    "folder": "prefix",
    "preset": "preset",
    "config": "preset",
}
"""What a header may call them."""


@dataclass(frozen=True, slots=True)
class Line:
    """One recording as it is typed. `prefix` is folders with `/` between them.

    An empty `prefix` or `preset` means that of the common config.
    """

    cname: str = ""
    uid: str = ""
    prefix: str = ""
    preset: str = ""

    @property
    def empty(self) -> bool:
        """True when nothing was typed."""
        return not any(astuple(self))


def read_table(text: str) -> tuple[Line, ...]:
    """The lines of a table: tabs, semicolons or commas between cells, with a header or without.

    Empty lines are left out, cells beyond the fourth too; quoted cells keep their separators.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first = next((line for line in text.split("\n") if line.strip()), "")
    delimiter = next((each for each in "\t;," if each in first), "\t")
    table = [
        [cell.strip() for cell in row]
        for row in _rows(text, delimiter)
        if any(cell.strip() for cell in row)
    ]
    if not table:
        return ()
    header = [_NAMES.get(cell.lower(), "") for cell in table[0]]
    if "channel" in header:
        order, table = header, table[1:]
    else:
        order = list(COLUMNS)
    return tuple(line for row in table if not (line := _line(order, row)).empty)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    # A cell that is never closed ends with the text: strict would lose all of it.
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:  # such a cell became too long: the quotes mean nothing then
        return [line.split(delimiter) for line in text.split("\n")]


def write_table(lines: Iterable[Line]) -> str:
    """The lines with tabs, as a spreadsheet takes them; without a header."""
    rows = io.StringIO(newline="")
    csv.writer(rows, delimiter="\t", lineterminator="\n").writerows(map(astuple, lines))
    return rows.getvalue()


def _line(order: list[str], row: list[str]) -> Line:
    cells = {name: cell for name, cell in zip(order, row, strict=False) if name}
    return Line(
        cells.get("channel", ""),
        cells.get("uid", ""),
        cells.get("prefix", ""),
        cells.get("preset", ""),
    )
