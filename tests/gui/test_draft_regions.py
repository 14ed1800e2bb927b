"""The table of custom regions: typed cells that keep what was typed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from agora_console.domain.layout import regions
from agora_console.domain.problems import Problem
from agora_console.ui.draft.regions_model import DEFAULT_ROLE, KEYS, PROBLEM_ROLE, RegionsModel


@pytest.fixture
def model(qtbot: QtBot) -> RegionsModel:
    model = RegionsModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    model.tester = QAbstractItemModelTester(model, mode)  # type: ignore[attr-defined]
    return model


def put(model: RegionsModel, row: int, key: str, text: object) -> None:
    assert model.setData(model.index(row, KEYS.index(key)), text)


def shown(model: RegionsModel, row: int, key: str) -> str:
    text = model.index(row, KEYS.index(key)).data()
    assert isinstance(text, str)
    return text


def test_seventeen_regions_can_be_added_and_not_one_more(model: RegionsModel) -> None:
    assert [model.add() for _ in range(18)] == [*range(17), -1]
    assert model.rowCount() == 17


def test_added_regions_are_legal_and_all_in_sight(model: RegionsModel) -> None:
    for _ in range(17):
        model.add()
    layout = {"mixedVideoLayout": 3, "layoutConfig": model.regions()}
    drawn = regions(layout, 17)
    assert len({(rect.x, rect.y) for rect in drawn}) == 17
    assert all(rect.x + rect.width <= 1 and rect.y + rect.height <= 1 for rect in drawn)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("x_axis", "0.25", 0.25),
        ("x_axis", " 0,25 ", 0.25),
        ("width", "1", 1),
        ("alpha", "0.5", 0.5),
        ("uid", "1002", "1002"),
        ("uid", "12a", "12a"),
        ("x_axis", "a half", "a half"),
        ("x_axis", "", ""),
        ("x_axis", "nan", "nan"),
        ("x_axis", "-0.1", -0.1),
        ("width", "1.5", 1.5),
    ],
)
def test_a_cell_keeps_what_was_typed(
    model: RegionsModel, key: str, text: str, value: object
) -> None:
    model.add()
    put(model, 0, key, text)
    kept = model.regions()[0][key]
    assert (kept, type(kept)) == (value, type(value))


@pytest.mark.parametrize(("key", "default"), [("uid", "next"), ("alpha", "1")])
def test_an_emptied_cell_is_not_sent_and_shows_the_default(
    model: RegionsModel, key: str, default: str
) -> None:
    model.add()
    put(model, 0, key, "0.5")
    put(model, 0, key, "")
    assert key not in model.regions()[0]
    assert shown(model, 0, key) == default
    assert model.index(0, KEYS.index(key)).data(DEFAULT_ROLE)


def test_the_picture_is_cropped_until_fit_is_chosen(model: RegionsModel) -> None:
    model.add()
    assert shown(model, 0, "render_mode") == "Crop"
    put(model, 0, "render_mode", 1)
    assert shown(model, 0, "render_mode") == "Fit"
    assert model.regions()[0]["render_mode"] == 1


def test_keys_the_table_does_not_know_are_kept(model: RegionsModel) -> None:
    model.set_regions([{"x_axis": 0, "zoom": 2}])
    put(model, 0, "x_axis", "0.5")
    assert model.regions() == [{"x_axis": 0.5, "zoom": 2}]


def test_six_decimals_are_shown_without_empty_ones(model: RegionsModel) -> None:
    model.set_regions([{"x_axis": 0.857143, "y_axis": 0.5, "width": 1.0}])
    assert [shown(model, 0, key) for key in ("x_axis", "y_axis", "width")] == [
        "0.857143",
        "0.5",
        "1",
    ]


def test_other_regions_keep_the_rows_that_stay(model: RegionsModel) -> None:
    for _ in range(3):
        model.add()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    for count in (1, 4, 0, 2):
        wanted: list[dict[str, Any]] = [{"x_axis": n / 10} for n in range(count)]
        model.set_regions(wanted)
        assert model.regions() == wanted
    assert resets == []


def test_only_a_person_edits(model: RegionsModel) -> None:
    edits: list[int] = []
    model.edited.connect(lambda: edits.append(1))
    model.set_regions([{"x_axis": 0}])
    assert edits == []
    put(model, 0, "x_axis", "0.1")
    model.add()
    model.remove(0)
    assert len(edits) == 3


def test_a_cell_tells_what_is_wrong_with_it(model: RegionsModel) -> None:
    model.add()
    problem = Problem("Left is 1.5, above 1.")
    model.set_problems({(0, "x_axis"): problem})
    index = model.index(0, KEYS.index("x_axis"))
    assert index.data(PROBLEM_ROLE) == problem
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == problem.sentence
    assert model.index(0, 0).data(PROBLEM_ROLE) is None


def test_a_problem_of_the_whole_region_stands_in_its_first_cell(model: RegionsModel) -> None:
    model.add()
    problem = Problem("Region 1 leaves the canvas.")
    model.set_problems({(0, ""): problem})
    assert model.index(0, 0).data(PROBLEM_ROLE) == problem
