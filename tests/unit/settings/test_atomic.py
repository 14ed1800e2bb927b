"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agora_console.settings import atomic
from agora_console.settings.atomic import write_text
from tests.support.isolation import child_env

WRITE_FOR_EVER = """
import sys
from pathlib import Path
from agora_console.settings.atomic import write_text
print("writing", flush=True)
while True:
    for letter in "ab":
        write_text(Path(sys.argv[1]), letter * 100_000)
"""


def test_the_folder_is_made_and_is_private(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file.json"

    write_text(path, "text")

    assert path.read_text() == "text"
    if os.name == "posix":
        assert (path.parent.stat().st_mode & 0o777, path.stat().st_mode & 0o777) == (0o700, 0o600)


def test_nothing_else_is_left_behind(tmp_path: Path) -> None:
    write_text(tmp_path / "file.json", "one")
    write_text(tmp_path / "file.json", "two")

    assert [path.name for path in tmp_path.iterdir()] == ["file.json"]


def test_a_file_that_cannot_be_replaced_stays_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    obstacle = tmp_path / "file.json"
    obstacle.mkdir()

    with pytest.raises((IsADirectoryError, PermissionError)):
        write_text(obstacle, "text")

    assert list(tmp_path.iterdir()) == [obstacle]


def test_the_text_is_on_the_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    existed: list[bool] = []
    monkeypatch.setattr(os, "fsync", lambda handle: existed.append(path.exists()))

    write_text(path, "text")

    assert existed == [False, True] if os.name == "posix" else [False]


def test_where_folders_cannot_be_flushed_none_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        windows.setattr(os, "open", None)

        atomic._folder_to_disk(tmp_path)


def test_a_kill_in_the_middle_leaves_one_whole_text(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    command = [sys.executable, "-c", WRITE_FOR_EVER, str(path)]
    for _ in range(5):
        with subprocess.Popen(command, env=child_env(), stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            child.stdout.readline()
            child.kill()

        assert not path.exists() or path.read_text() in {"a" * 100_000, "b" * 100_000}
