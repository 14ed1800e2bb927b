"""What may be typed on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from agora_console.arguments import TOUR_SPEED, duration, parse
from agora_console.settings.preferences import Theme


@pytest.mark.parametrize("theme", get_args(Theme))
def test_every_theme_that_can_be_kept_can_be_asked_for(theme: str) -> None:
    assert parse(["--theme", theme]).theme == theme


def test_a_window_is_minimised_where_that_is_asked_for() -> None:
    assert parse(["--minimized"]).minimized
    assert not parse([]).minimized


def test_another_theme_ends_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse(["--theme", "purple"])
    assert "purple" in capsys.readouterr().err


def test_a_stop_passes_neither_gate_nor_lock_by_itself() -> None:
    plain = parse(["stop", "SID"])
    assert (plain.yes, plain.despite_lock) == (False, False)
    assert parse(["stop", "SID", "--yes", "--despite-lock"]).despite_lock


def test_nothing_typed_is_the_window_in_real_time() -> None:
    arguments = parse([])
    assert (arguments.command, arguments.demo, arguments.speed) == ("", False, 1.0)


def test_the_tour_is_fast_unless_something_else_is_typed() -> None:
    assert parse(["--demo", "--tour"]).speed == TOUR_SPEED
    assert parse(["--demo", "--tour", "--speed", "2"]).speed == 2.0
    assert parse(["--demo"]).speed == 1.0


@pytest.mark.parametrize(
    ("text", "seconds"), [("30", 30), ("30s", 30), ("1.5h", 5400), ("5m", 300), ("0", 0)]
)
def test_a_duration_is_a_number_with_a_unit(text: str, seconds: float) -> None:
    assert duration(text) == seconds
    assert parse(["record", "c.json", "--channel", "c", "--for", text]).for_seconds == seconds


@pytest.mark.parametrize("text", ["", "soon", "-5", "5 m", "5d", "1e3", "30S", "nan"])
def test_what_is_no_duration_is_told_with_an_example(
    text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse(["record", "c.json", "--channel", "c", f"--for={text}"])
    assert "write 30s, 5m or 1.5h" in capsys.readouterr().err


@pytest.mark.parametrize(
    "argv",
    [
        ["--data-dir", "D", "record", "c.json", "--channel", "c"],
        ["record", "c.json", "--channel", "c", "--data-dir", "D"],
        ["--data-dir", "D", "simulate", "--port", "0"],
        ["--data-dir", "D"],
        ["--demo", "--tour", "--data-dir", "D"],
    ],
    ids=" ".join,
)
def test_the_data_folder_may_stand_before_a_command_and_behind_it(argv: list[str]) -> None:
    assert parse(argv).data_dir == Path("D")


def test_the_address_may_stand_before_a_command_and_behind_it() -> None:
    before = parse(["--api", "https://a.example", "record", "c.json", "--channel", "c"])
    behind = parse(["record", "c.json", "--channel", "c", "--api", "https://a.example"])
    assert before.api == behind.api == "https://a.example"


def test_everything_behind_simulate_is_the_simulators() -> None:
    line = ["--port", "0", "--fault", "lost-reply:start", "--speed", "4", "--help"]
    assert parse(["simulate", *line]).rest == line


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["record"], "CONFIG.json"),
        (["record", "c.json"], "--channel"),
        (["--tour"], "--demo"),
        (["--speed", "2"], "--demo"),
        (["--shots", "x"], "--tour"),
        (["--demo", "--shots", "x"], "--tour"),
        (["--demo", "--speed", "0"], "between 0.1 and 1000"),
        (["--demo", "--speed", "fast"], "between 0.1 and 1000"),
        (["--demo", "--speed", "nan"], "between 0.1 and 1000"),
        (["unheard-of"], "unheard-of"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_line_that_makes_no_sense_ends_with_2_and_a_sentence(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        parse(argv)
    assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["show.agora-config"], "show.agora-config"),
        (["--demo", "--theme", "dark", "gone.agora-ticket"], "gone.agora-ticket"),
        (["--data-dir", "D", "a folder/Show.JSON", "--demo"], "a folder/Show.JSON"),
        (["--theme=dark", "show.json"], "show.json"),
    ],
)
def test_a_file_is_opened_in_the_window(argv: list[str], name: str) -> None:
    parsed = parse(argv)
    assert (parsed.command, parsed.open) == ("", Path(name).absolute())


def test_a_file_that_is_there_needs_no_ending_and_may_be_an_address(tmp_path: Path) -> None:
    path = tmp_path / "a line"
    path.write_text("curl")
    assert parse([str(path)]).open == path
    assert parse([path.as_uri()]).open == path


def test_a_file_behind_a_command_is_the_commands() -> None:
    parsed = parse(["lint", "show.json"])
    assert (parsed.command, parsed.config, parsed.open) == ("lint", "show.json", None)
    assert parse(["--api", "https://x.json", "sessions"]).open is None


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        parse(["--version"])
    assert capsys.readouterr().out.startswith("agora-console ")
