"""What the first paint needs of the preferences, read without a model and without an error."""

from __future__ import annotations

from pathlib import Path

import pytest

from agora_console.settings.glance import glance
from agora_console.settings.preferences import Preferences
from agora_console.settings.store import Settings


def test_it_sees_what_was_saved(tmp_path: Path) -> None:
    Settings(tmp_path).save_preferences(Preferences(theme="light", window="AdnQ"))
    seen = glance(tmp_path)
    assert (seen["theme"], seen["window"]) == ("light", "AdnQ")


def test_without_a_file_there_is_nothing_to_see(tmp_path: Path) -> None:
    assert glance(tmp_path) == {}


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"theme": 7}', "[" * 100_000, "\ud7ff"])
def test_what_cannot_be_used_is_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "preferences.json").write_text(text, "utf-8")
    assert glance(tmp_path) == {}


def test_a_folder_in_its_place_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    assert glance(tmp_path) == {}
