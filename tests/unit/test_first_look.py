"""What is taken from the command line before it is read."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path

import pytest

from agora_console.arguments import Arguments, parse, plain
from agora_console.first_look import THEMES, Look, first_look
from tests.support.isolation import ROOT

PIECES = (
    ["--demo"],
    ["--minimized"],
    ["--tour"],
    ["--theme", "dark"],
    ["--theme=light"],
    ["--theme", "purple"],
    ["--theme"],
    ["--data-dir", "here"],
    ["--data-dir=-there"],
    ["--data-dir="],
    ["--data-dir", "-x"],
    ["--data-dir"],
    ["--api", "http://127.0.0.1:1"],
    ["--speed", "2"],
    ["--dem"],
    ["--demo=yes"],
    ["--"],
    [""],
    ["record"],
    ["pyproject.toml"],
    ["--version"],
    ["-h"],
)


def read(words: list[str]) -> Arguments | None:
    """What the parser makes of them; None where it ends the program."""
    with contextlib.suppress(SystemExit):
        return parse(words)
    return None


def test_a_first_look_never_says_anything_else_than_the_parser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    for pieces in itertools.product(PIECES, repeat=2):
        words = list(itertools.chain(*pieces))
        look = first_look(words)
        if look is not None:
            assert read(words) == plain(look), words


def test_what_a_start_mostly_says_is_seen_without_the_parser() -> None:
    assert first_look([]) == Look()
    assert first_look(["--data-dir", "d", "--theme", "dark"]) == Look(Path("d"), "dark")
    assert first_look(["--demo", "--minimized"]) == Look(demo=True, minimized=True)
    assert all(first_look([f"--theme={theme}"]) for theme in THEMES)


@pytest.mark.parametrize(
    "words", [["record"], ["a.json"], ["--theme", "purple"], ["--tour"], ["--data-dir"], ["-h"]]
)
def test_everything_else_is_left_to_the_parser(words: list[str]) -> None:
    assert first_look(words) is None
