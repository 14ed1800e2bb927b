"""What the palette offers: commands of the menu, recordings, and the ways to their stop buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from agora_console.ui.listing.session_rows import Row
from agora_console.ui.palette.fuzzy import score
from agora_console.ui.session.rows_model import Column, Role, RowsModel

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Choice of an index."""

MOST = 200
"""Rows the palette shows at once; who seeks more types another letter."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: `run` is called when it is chosen, unless it is not `possible` now."""

    title: str
    detail: str = ""
    keys: str = ""
    possible: bool = True
    run: Callable[[], object] = field(default=lambda: None, compare=False)

    @property
    def spoken(self) -> str:
        """What assistive technology says of it."""
        parts = (self.title, self.detail, self.keys)
        return ", ".join(part for part in parts if part)


class ChoicesModel(RowsModel[Choice]):
    """The choices that were found; what is not possible now can be read and not be chosen."""

    def __init__(self) -> None:
        super().__init__([Column("", lambda choice: choice.title, roles=_role)])

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        choice = self.row(index)
        if choice is None:
            return Qt.ItemFlag.NoItemFlags
        if not choice.possible:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index) | Qt.ItemFlag.ItemNeverHasChildren


def of_menu(menu: QMenu, leave_out: Iterable[QAction], before: str = "") -> Iterator[Choice]:
    """A choice for every command of a menu and of the menus in it."""
    left_out = set(leave_out)
    for action in menu.actions():
        inner = action.menu()
        if action in left_out or action.isSeparator() or not action.isVisible():
            continue
        if isinstance(inner, QMenu):
            yield from of_menu(inner, left_out, f"{_plain(action)}: ")
            continue
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        detail = "" if action.isEnabled() else _tr("not possible now")
        yield Choice(before + _plain(action), detail, keys, action.isEnabled(), action.trigger)


def of_row(row: Row, show: Callable[[str], object]) -> Choice:
    """A choice that shows a recording (or the draft)."""
    word = row.look.word if row.look else ""
    detail = " · ".join(part for part in (word, row.line, row.elapsed) if part)
    return Choice(row.title, detail, run=lambda: show(row.key))


def of_stop(row: Row, lead: Callable[[str], object]) -> Choice:
    """A choice that leads to the stop button of a recording. It stops nothing."""
    said = _tr("goes to its stop button, which is then held · {0}").format(row.line)
    return Choice(_tr("Stop {0}…").format(row.title), said, run=lambda: lead(row.key))


def found(choices: Iterable[Choice], query: str) -> list[Choice]:
    """The choices in which every word of `query` is found, the best first, MOST of them.

    A title counts more than what stands beside it; what is not possible now comes last.
    """
    ranked: list[tuple[bool, int, int, Choice]] = []
    for number, choice in enumerate(choices):
        if (points := _points(choice, query)) is not None:
            ranked.append((not choice.possible, -points, number, choice))
    ranked.sort(key=lambda each: each[:3])
    return [choice for *_, choice in ranked[:MOST]]


def _points(choice: Choice, query: str) -> int | None:
    """Letters may be scattered over a title; what stands beside it has to hold the whole word."""
    detail, total = choice.detail.lower(), 0
    for word in query.lower().split():
        title = score(word, choice.title)
        if title is None and word not in detail:
            return None
        total += len(word) if title is None else 2 * title
    return total


def _role(choice: Choice, role: int) -> object:
    if role == Role.AccessibleTextRole:
        return choice.spoken
    return choice if role == CHOICE_ROLE else None


def _plain(action: QAction) -> str:
    return action.text().replace("&&", "&")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
