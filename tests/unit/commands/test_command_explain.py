"""`explain`: what an answer of Agora means, in the terminal."""

from __future__ import annotations

import pytest

from tests.unit.commands.conftest import Run


def test_an_entry_says_meaning_repeating_the_console_and_the_person(console: Run) -> None:
    ended = console("explain", "206/435", "--method", "stop")

    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "HTTP 206, code 435 (stop): Nothing recorded"
    assert [line.split()[0] for line in lines[1:]] == ["means", "repeat", "console", "you"]
    assert "not safe" in lines[2]


@pytest.mark.parametrize(
    ("code", "method", "headings"),
    [
        ("201/7", "", ["HTTP 201, code 7 (start): Already started"]),
        ("206/65", "start", ["HTTP 206, code 65 (start): Not completed in time"]),
        ("400/49", "stop", ["after stop): Already ending", "(stop): Already ending"]),
        ("53", "", ["HTTP 400, code 53 (start): Such a recording runs already"]),
        ("406", "", ["HTTP 400, code 406 (acquire): Too many recordings at once"]),
        ("50", "stop", ["code 50 (stop, event): Upload takes longer"]),
        ("501", "acquire", ["HTTP 500, code 501 (acquire): No capacity"]),
        ("501", "query", ["): Leaving"]),
        ("429", "query", ["(any call): Too many requests", "(any call): Too many requests"]),
        ("504/62", "stop", ["HTTP 504, code 62 (stop): Stop timed out at Agora"]),
        ("HTTP 404", "query", [": Not in the channel yet", ": Out of sight", ": Over",
                               ": Ending, or out of sight", ": Not found", ": No such address",
                               ": Not found"]),
        ("task conflict", "", ["HTTP 400, code 53 (start): Such a recording runs already"]),
        ("Invalid authentication credentials", "", ["(any call): Credentials refused"]),
        ("stop 400 code 49", "", ["after stop): Already ending", "(stop): Already ending"]),
    ],
)  # fmt: skip
def test_what_a_person_may_type_finds_its_entries(
    console: Run, code: str, method: str, headings: list[str]
) -> None:
    ended = console("explain", code, *(["--method", method] if method else []))
    found = [entry.splitlines()[0] for entry in ended.out.split("\n\n")]

    assert ended.code == 0
    assert len(found) == len(headings)
    assert all(heading in line for heading, line in zip(headings, found, strict=True))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["777"], "Nothing is known of “777”.\n"),
        (["435", "--method", "acquire"], "Nothing is known of “435” for acquire.\n"),
        ([""], "Nothing is known of “”.\n"),
        (["9" * 500], "Nothing is known of “" + "9" * 500 + "”.\n"),
    ],
)
def test_what_nobody_has_described_ends_with_1(
    console: Run, arguments: list[str], sentence: str
) -> None:
    ended = console("explain", *arguments)

    assert (ended.code, ended.out, ended.err) == (1, "", sentence)


@pytest.mark.parametrize("arguments", [["explain"], ["explain", "7", "--method", "join"]])
def test_a_command_line_that_makes_no_sense_ends_with_2(console: Run, arguments: list[str]) -> None:
    assert console(*arguments).code == 2
