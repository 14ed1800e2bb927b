"""Resources are found wherever the program was put."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from agora_console.assets import asset, places


def test_a_resource_of_this_checkout_is_found() -> None:
    assert asset("icons").is_dir()


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/unicorn\.svg"):
        asset("icons", "unicorn.svg")


def test_in_a_checkout_they_lie_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").touch()

    assert tmp_path / "resources" in places(tmp_path / "agora_console", None)


def test_in_a_wheel_they_lie_in_the_package_and_nowhere_else(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "agora_console"

    assert places(package, None) == (package / "_resources",)


def test_in_a_frozen_build_they_lie_in_its_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    icon = tmp_path / "resources" / "icons" / "frozen.svg"
    icon.parent.mkdir(parents=True)
    icon.touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert asset("icons", "frozen.svg") == icon
