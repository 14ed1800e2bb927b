"""Which of the files are shown, and in which order: filter and sorting, without any window.

`plan` compares what is shown with what is wanted and works out the least that has to be told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from agora_console.domain.files.file_names import FileKind
from agora_console.domain.files.rows import Files, FileState, Key
from agora_console.domain.slices import PIECE, Steps, common, in_order, pieces

FEW = 64
"""So many new files are put in their sorted places one by one: a view then keeps its selection
as it is. Sorting all anew costs it seconds when 100 000 rows are chosen."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filter:
    """Files of `kind` and `state` whose name, track or UID contains `needle`, which is folded."""

    needle: str = ""
    kind: FileKind | None = None
    state: FileState | None = None

    def __bool__(self) -> bool:
        return bool(self.needle or self.kind or self.state)


@dataclass(frozen=True, slots=True)
class Sorting:
    """By a column; equal files stand as they came, either way up."""

    key: Key
    descending: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """Files, and which of them are shown: positions from the top down."""

    files: Files
    order: list[int] = field(repr=False)
    filter: Filter = Filter()
    sorting: Sorting | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What leads to `view`. `anew`: nothing of what was shown counts.

    Else, in this order: `order` are the rows as they were, with the positions of `view.files`;
    `altered` the first and the last of the rows that say something else; `inserted` rows and what
    is put there; at the end, all rows may stand in another order.
    """

    view: View
    order: list[int] = field(repr=False)
    anew: bool = False
    altered: tuple[int, int] | None = None
    inserted: tuple[tuple[int, list[int]], ...] = field(default=(), repr=False)


def plan(
    shown: View, files: Files, wanted: Filter, sorting: Sorting | None, piece: int = PIECE
) -> Steps[Change]:
    """From what is shown to `files` as they are wanted."""
    head, grown = common(shown.files.names, files.names), len(files) - len(shown.files)
    same = shown.files.origin == files.origin and grown >= 0
    if wanted != shown.filter or not same or not _ends_alike(shown.files, files, head, grown):
        return (yield from _anew(files, wanted, sorting, piece))
    before, altered = shown.order, list[int]()
    if shown.files is not files:
        before = yield from _moved(before, head, grown, len(files), piece)
        altered = yield from _altered(shown.files, files, head, grown, piece)
    new = range(head, head + grown)
    if altered and wanted:  # a value that changed may fit the filter now, or fit no more
        old = (n for n in range(len(files)) if n not in new)
        fitting = yield from _fitting(files, old, wanted, piece)
        if fitting != (yield from in_order(before, int)):
            return (yield from _anew(files, wanted, sorting, piece))
    change = Change(
        View(files, before, wanted, sorting),
        before,
        altered=(yield from _rows_of(altered, before, piece)),
    )
    added = yield from _fitting(files, new, wanted, piece)
    if sorting != shown.sorting or (altered and sorting):
        return (yield from _resorted(change, added, piece))
    if sorting is None:
        return _with(change, [(bisect_left(before, head), added)] if added else [])
    if len(added) > FEW:
        return (yield from _resorted(change, added, piece))
    return _with(change, _places(change.view, sorting, added))


def _with(change: Change, inserted: Sequence[tuple[int, list[int]]]) -> Change:
    if not inserted:
        return change
    order = list(change.order)
    for row, numbers in inserted:
        order[row:row] = numbers
    return replace(change, view=replace(change.view, order=order), inserted=tuple(inserted))


def _resorted(change: Change, added: list[int], piece: int) -> Steps[Change]:
    inserted = ((len(change.order), added),) if added else ()
    came = yield from in_order([*change.order, *added], int)
    order = yield from _sorted(change.view.files, came, change.view.sorting, piece)
    return replace(change, view=replace(change.view, order=order), inserted=inserted)


def _anew(files: Files, wanted: Filter, sorting: Sorting | None, piece: int) -> Steps[Change]:
    order = yield from _fitting(files, range(len(files)), wanted, piece)
    order = yield from _sorted(files, order, sorting, piece)
    return Change(View(files, order, wanted, sorting), order, anew=True)


def _ends_alike(old: Files, new: Files, head: int, grown: int) -> bool:
    """Whether nothing is missing: what is new stands together."""
    return old.names[head:] == new.names[head + grown :]


def _moved(order: list[int], head: int, grown: int, whole: int, piece: int) -> Steps[list[int]]:
    """The positions of the same files after others came in at `head`."""
    if head + grown == whole or not grown:
        return order
    moved: list[int] = []
    for part in pieces(order, piece):
        moved += [n + grown if n >= head else n for n in part]
        yield len(part)
    return moved


def _altered(old: Files, new: Files, head: int, grown: int, piece: int) -> Steps[list[int]]:
    """Positions in `new` of files that were there before and say something else now."""
    found: list[int] = []
    for a, b in (
        (old.entries, new.entries),
        (old.sizes, new.sizes),
        (old.states, new.states),
    ):
        for first, last, by in ((0, head, 0), (head, len(old), grown)):
            for start in range(first, last, piece):
                end = min(start + piece, last)
                now = b[start + by : end + by]
                if a[start:end] != now:
                    found += [n + by for n in range(start, end) if a[n] != b[n + by]]
                yield end - start
    return found


def _rows_of(
    numbers: Iterable[int], order: Sequence[int], piece: int
) -> Steps[tuple[int, int] | None]:
    """The first and the last row at which one of them stands."""
    wanted, rows, row = set(numbers), list[int](), 0
    if not wanted:
        return None
    for part in pieces(order, piece):
        rows += [at for at, n in enumerate(part, row) if n in wanted]
        row += len(part)
        yield len(part)
    return (rows[0], rows[-1]) if rows else None


def _fitting(files: Files, numbers: Iterable[int], wanted: Filter, piece: int) -> Steps[list[int]]:
    """Those that the filter lets through, in the same order."""
    if not wanted:
        return list(numbers)
    kinds = (yield from files.column("kind", piece)) if wanted.kind else ()
    if wanted.needle:
        folded = yield from files.column("folded", piece)
        tracks = yield from files.column("track", piece)
        uids = yield from files.column("uid", piece)
        needle = wanted.needle
        by_track = {each for each in set(tracks) if needle in each.casefold()}
        by_uid = {each for each in set(uids) if needle in each.casefold()}
        by_name_alone = not (by_track or by_uid)
    found: list[int] = []
    for part in pieces(numbers, piece):
        fit = part
        if wanted.kind:
            fit = [n for n in fit if kinds[n] is wanted.kind]
        if wanted.state:
            fit = [n for n in fit if files.states[n] is wanted.state]
        if wanted.needle and by_name_alone:  # as mostly, and twice as fast
            fit = [n for n in fit if needle in folded[n]]
        elif wanted.needle:
            fit = [
                n for n in fit if needle in folded[n] or uids[n] in by_uid or tracks[n] in by_track
            ]
        found += fit
        yield len(part)
    return found


def _sorted(
    files: Files, numbers: list[int], sorting: Sorting | None, piece: int
) -> Steps[list[int]]:
    """`numbers`, which come in the order of the files, as they are wanted."""
    if sorting is None:
        return numbers
    values = yield from files.column(sorting.key, piece)
    return (yield from in_order(numbers, values.__getitem__, descending=sorting.descending))


def _places(view: View, sorting: Sorting, numbers: Iterable[int]) -> list[tuple[int, list[int]]]:
    """Where files belong by the sorting, each after those before it were put in."""
    files, order, places = view.files, list(view.order), list[tuple[int, list[int]]]()
    for number in numbers:
        wanted, low, high = files.value(sorting.key, number), 0, len(order)
        while low < high:
            middle = (low + high) // 2
            there = files.value(sorting.key, order[middle])
            before = there < wanted if sorting.descending else wanted < there
            if before or (there == wanted and number < order[middle]):
                high = middle
            else:
                low = middle + 1
        order.insert(low, number)
        places.append((low, [number]))
    return places
