"""Layouts that are ready to be taken, kept for each project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from agora_console.settings.cues import CUES, Cue
from agora_console.settings.store import Settings

GRID = Cue(number=2, name="Grid", layout={"mixedVideoLayout": 1, "backgroundColor": "#101828"})
SPEAKER = Cue(number=1, name="Speaker", layout={"mixedVideoLayout": 0})


def test_cues_come_back_by_number_for_their_project(tmp_path: Path) -> None:
    Settings(tmp_path).cues.write("p1", [GRID, SPEAKER])
    kept = Settings(tmp_path).cues
    assert kept.read("p1") == (SPEAKER, GRID)
    assert kept.read("p2") == ()


def test_the_cues_of_another_project_stay(tmp_path: Path) -> None:
    cues = Settings(tmp_path).cues
    cues.write("p1", [SPEAKER])
    cues.write("p2", [GRID])
    cues.write("p2", [])
    assert (cues.read("p1"), cues.read("p2")) == ((SPEAKER,), ())


@pytest.mark.parametrize(
    "projects",
    [
        [],
        {"p1": "grid"},
        {"p1": [3, {"number": 9, "name": "x", "layout": {}}, {"number": 1, "name": "x"}]},
    ],
)
def test_what_cannot_be_read_is_not_there(tmp_path: Path, projects: object) -> None:
    (tmp_path / "cues.json").write_text(json.dumps({"version": 1, "projects": projects}), "utf-8")
    assert Settings(tmp_path).cues.read("p1") == ()


def test_a_secret_that_got_into_a_layout_does_not_get_into_the_file(tmp_path: Path) -> None:
    layout = {"mixedVideoLayout": 1, "token": "007secret"}
    Settings(tmp_path).cues.write("p1", [Cue(number=1, name="x", layout=layout)])
    assert "007secret" not in (tmp_path / "cues.json").read_text("utf-8")


@pytest.mark.parametrize("number", [0, CUES + 1])
def test_a_cue_has_one_of_eight_keys(number: int) -> None:
    with pytest.raises(ValidationError):
        Cue(number=number, name="x", layout={})
