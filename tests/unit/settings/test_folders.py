"""Where the data folder is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from agora_console.settings.folders import BESIDE, MARKER, VARIABLE, data_dir, portable_dir


def test_an_explicit_folder_comes_first(tmp_path: Path) -> None:
    assert data_dir(tmp_path / "a", {VARIABLE: str(tmp_path / "b")}) == tmp_path / "a"


def test_the_variable_comes_next(tmp_path: Path) -> None:
    assert data_dir(None, {VARIABLE: str(tmp_path / "b")}) == tmp_path / "b"


@pytest.mark.parametrize("env", [{}, {VARIABLE: ""}])
def test_else_it_is_where_the_system_keeps_data(env: dict[str, str], isolated_home: Path) -> None:
    folder = data_dir(None, env)

    assert folder.name == "agora-console"
    assert folder.is_relative_to(isolated_home)


def test_a_folder_is_absolute_and_may_begin_at_home(
    isolated_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert data_dir(Path("~/x"), {}) == isolated_home / "x"
    assert data_dir(Path("x"), {}) == tmp_path / "x"


def test_looking_for_the_folder_does_not_make_it(tmp_path: Path) -> None:
    assert not data_dir(tmp_path / "new", {}).exists()


# --- portable ----------------------------------------------------------------------------------


def test_a_program_without_a_marker_is_not_portable(tmp_path: Path) -> None:
    assert portable_dir(tmp_path / "agora-console") is None


def test_beside_a_marked_program_lie_its_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / MARKER).touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "agora-console"))

    assert data_dir(None, {}) == tmp_path / BESIDE
    assert data_dir(None, {VARIABLE: str(tmp_path / "named")}) == tmp_path / "named"


def test_a_checkout_is_never_portable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / MARKER).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))

    assert data_dir(None, {}).name == "agora-console"


def test_beside_an_app_not_inside_it(tmp_path: Path) -> None:
    (tmp_path / MARKER).touch()
    inside = tmp_path / "Agora Console.app" / "Contents" / "MacOS" / "agora-console"

    assert portable_dir(inside) == tmp_path / BESIDE
