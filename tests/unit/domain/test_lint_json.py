"""Broken JSON: what is wrong and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agora_console.domain.intake.json_text import JsonText, UnusableInput, read_json


def refused(text: str) -> UnusableInput:
    read = read_json(text)
    assert isinstance(read, UnusableInput)
    return read


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ('{"a": 1\n "b": 2}', 2, 2, "a comma or a closing bracket is missing"),
        ('{"a" 1}', 1, 6, "a colon is missing"),
        ('{"a": 1} x', 1, 10, "more text behind the end"),
        ('{"a": "b', 1, 7, "no closing quote"),
        ('{"a": "b\nc"}', 1, 9, "a line break or a tab"),
        ('{"a": "\\d"}', 1, 8, "a backslash"),
        ("{'a': 1}", 1, 2, "double quotes"),
        ('{\n  "a": [1,\n  ]\n}', 2, 10, "a comma too many before the bracket"),
        ('{"a": 1,}', 1, 8, "a comma too many before the bracket"),
        ('{"a": [,]}', 1, 8, "a comma too many before the bracket"),
        ('{"a": 1,, "b": 2}', 1, 9, "a comma too many"),
        ('{"a": }', 1, 7, "a value is missing before the bracket"),
        ('{"a": // 1\n}', 1, 7, "no comments"),
        ('{"a": True}', 1, 7, "spells it true"),
        ('{"a": False}', 1, 7, "spells it false"),
        ('{"a": None}', 1, 7, "spells it null"),
        ('{"a":', 1, 6, "ends too early"),
        ('{"a": yes}', 1, 7, "a key or a value in JSON form is expected"),
        ('{"a": NaN}', 1, 7, "NaN is not a number in JSON"),
        ('{\n"a": -Infinity}', 2, 6, "-Infinity is not a number in JSON"),
        ('{"a": ' + "9" * 31 + "}", 1, 7, "more than 30 digits"),
        ("[1, 2]", 1, 1, "with { and } around it"),
        ('"a"', 1, 1, "with { and } around it"),
    ],
)
def test_what_is_no_json_is_told_with_line_and_column(
    text: str, line: int, column: int, reason: str
) -> None:
    read = refused(text)

    assert reason in read.sentence
    assert (read.line, read.column) == (line, column)


@pytest.mark.parametrize("text", ["", "  \n ", "\ufeff"])
def test_an_empty_text_is_told(text: str) -> None:
    assert refused(text).sentence == "The text is empty."


def test_a_text_of_five_megabytes_is_told_at_once() -> None:
    assert "5.0 MB" in refused('{"a": "' + "x" * 5_000_000 + '"}').sentence


@pytest.mark.parametrize("bracket", ["[", '{"a":'])
def test_a_text_nested_without_end_is_told(bracket: str) -> None:
    assert "nested too deeply" in refused(bracket * 150_000).sentence


def test_the_mark_of_an_editor_in_front_is_passed_over() -> None:
    assert read_json('\ufeff{"a": 1}') == JsonText({"a": 1})


def test_keys_that_stand_twice_are_found_with_their_paths() -> None:
    text = '{"a": 1, "b": [{"c": 1}, {"c": 1, "c": 2, "d e": 0, "d e": 1}], "a": 2}'

    read = read_json(text)

    assert read == JsonText(
        {"a": 2, "b": [{"c": 1}, {"c": 2, "d e": 1}]}, ("a", "b[1].c", 'b[1]["d e"]')
    )


def test_only_some_of_the_repeated_keys_are_named() -> None:
    text = "{" + ", ".join(f'"k{n}": 1, "k{n}": 2' for n in range(50)) + "}"

    read = read_json(text)

    assert isinstance(read, JsonText)
    assert len(read.repeated) == 20


def test_repeated_keys_of_an_object_that_was_itself_repeated_are_gone_with_it() -> None:
    assert read_json('{"a": {"b": 1, "b": 2}, "a": 3}') == JsonText({"a": 3}, ("a",))


@given(st.text())
def test_no_text_raises(text: str) -> None:
    assert isinstance(read_json(text), JsonText | UnusableInput)


@pytest.mark.timeout(10)
def test_an_object_with_very_many_keys_and_a_repeated_one_is_read() -> None:
    keys = [*(f"k{n}" for n in range(60_000)), "k0"]

    read = read_json("{" + ",".join(f'"{key}":1' for key in keys) + "}")

    assert isinstance(read, JsonText)
    assert read.repeated == ("k0",)
