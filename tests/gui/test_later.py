"""Parts of a page that are made later: in order, in the pauses of the loop, or when wanted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from agora_console.ui.later import Later, part


class House(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.built: list[str] = []
        self.later = Later(self)

    @part
    def walls(self) -> str:
        """They carry the rest."""
        return self._build("walls")

    @part
    def roof(self) -> str:
        return self._build(f"roof on {self.walls}")

    @part
    def garden(self) -> str:
        return self._build("garden")

    def _build(self, what: str) -> str:
        self.built.append(what)
        return what


@pytest.fixture
def house(qtbot: QtBot) -> House:
    return House()


def test_nothing_is_made_before_it_is_wanted(house: House) -> None:
    assert house.built == []
    assert House.walls.made_in(house) is None
    assert House.walls.__doc__ == "They carry the rest."


def test_what_is_wanted_is_made_with_what_comes_before_it(house: House) -> None:
    assert house.roof == "roof on walls"
    assert house.built == ["walls", "roof on walls"]
    assert House.roof.made_in(house) == "roof on walls"
    assert not house.later.over


def test_each_part_is_made_once(house: House, qtbot: QtBot) -> None:
    assert house.garden is house.garden
    house.later.complete()
    assert house.built == ["walls", "roof on walls", "garden"]


def test_the_end_is_told_once(house: House, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(house.later.done):
        house.later.make(House.roof)
    with qtbot.waitSignal(house.later.done):
        house.later.complete()
    with qtbot.assertNotEmitted(house.later.done):
        house.later.complete()
        house.later.begin()
    assert house.later.over


class Town(QObject):
    """Its first part calls for the whole as it is made."""

    def __init__(self) -> None:
        super().__init__()
        self.later = Later(self)

    @part
    def wall(self) -> str:
        self.later.complete()
        return "wall"

    @part
    def tower(self) -> str:
        return "tower"


def test_who_hears_of_the_end_finds_every_part(qtbot: QtBot) -> None:
    town, found = Town(), list[str]()
    town.later.done.connect(lambda: found.extend((town.wall, town.tower)))
    town.later.complete()
    assert found == ["wall", "tower"]


def test_the_pauses_of_the_loop_have_one_part_each(house: House, qtbot: QtBot) -> None:
    """What waited before goes first, and all else has its turn between two parts."""
    counts: list[int] = []
    turns = QTimer(interval=0)
    turns.timeout.connect(lambda: counts.append(len(house.built)))
    house.later.begin()
    assert house.built == []
    turns.start()
    qtbot.waitUntil(lambda: house.later.over)
    assert counts[0] == 0
    assert {1, 2} <= set(counts)


def test_what_was_stopped_is_made_when_it_is_wanted(house: House, qtbot: QtBot) -> None:
    house.later.begin()
    house.later.stop()
    later = QTimer(singleShot=True, interval=20)
    with qtbot.waitSignal(later.timeout):
        later.start()
    assert house.built == []
    assert house.walls == "walls"
