"""Reading JSON that a person wrote: what is wrong and where, in words."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from agora_console.domain.paths import join

MAX_LENGTH = 1_000_000
"""Characters of a text that is read; a config has a few thousand."""

MAX_DIGITS = 30
"""Digits of a whole number; the longest of the API has ten."""

MAX_REPEATED = 20
"""Repeated keys that are named."""

NOT_JSON = "This is not JSON: "
"""How the sentence begins that says where JSON ends being JSON."""

_REASONS = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing before this place",
    "Expecting ':' delimiter": "a colon is missing between a key and its value",
    "Extra data": "there is more text behind the end of the object",
    "Unterminated string": "a text has no closing quote",
    "Invalid control character": "a line break or a tab stands inside a text",
    "Invalid \\": "a backslash stands in a text; it has to be written twice",
}

_CLOSING = ("}", "]")
_TRAILING_COMMA = "there is a comma too many before the bracket"

_AT = {
    "'": "JSON wants double quotes, not single ones",
    "}": "a value is missing before the bracket",
    "]": "a value is missing before the bracket",
    "/": "JSON has no comments",
    "#": "JSON has no comments",
    "": "the text ends too early; a bracket or a quote is not closed",
    ",": "there is a comma too many",
    "<": "this looks like HTML or XML",
    "\u201c": "JSON wants straight quotes, not typographic ones",
    "\u201d": "JSON wants straight quotes, not typographic ones",
    "\u00a0": "there is a blank that JSON does not know, a no-break space",
    "T": "JSON spells it true, in small letters",
    "F": "JSON spells it false, in small letters",
    "N": "JSON spells it null, in small letters",
}


@dataclass(frozen=True, slots=True)
class UnusableInput:
    """A text that cannot be read, in a sentence; line and column from 1, 0 where none fits."""

    sentence: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class JsonText:
    """A JSON object, and the paths of keys that stand in it more than once (the last counts)."""

    value: dict[str, Any]
    repeated: tuple[str, ...] = ()


class _RefusedError(ValueError):
    """A value that JSON readers disagree about; `token` is how it is written."""

    def __init__(self, reason: str, token: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.token = token


def read_json(text: str) -> JsonText | UnusableInput:
    """Read one JSON object; never raises, whatever the text."""
    if len(text) > MAX_LENGTH:
        size = len(text) / 1e6
        return UnusableInput(f"The text has {size:.1f} MB; a config has a few kilobytes.")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return UnusableInput("The text is empty.")
    doubles: dict[int, list[str]] = {}
    try:
        value = json.loads(
            text,
            object_pairs_hook=lambda pairs: _object(pairs, doubles),
            parse_int=_whole,
            parse_constant=_constant,
        )
    except json.JSONDecodeError as error:
        reason, index = _reason(error, text)
        return UnusableInput(f"{NOT_JSON}{reason}.", *_position(text, index))
    except _RefusedError as error:
        line, column = _position(text, text.find(error.token))
        return UnusableInput(f"{NOT_JSON}{error.reason}.", line, column)
    except RecursionError:
        return UnusableInput("The text is nested too deeply to be a config.")
    if not isinstance(value, dict):
        return UnusableInput("A config is a JSON object, with { and } around it.", 1, 1)
    return JsonText(value, _repeated(value, doubles) if doubles else ())


def _object(pairs: list[tuple[str, Any]], doubles: dict[int, list[str]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        doubles[id(made)] = [key for key, count in counts.items() if count > 1]
    return made


def _whole(digits: str) -> int:
    if len(digits) > MAX_DIGITS:
        raise _RefusedError(f"a number has more than {MAX_DIGITS} digits", digits)
    return int(digits)


def _constant(word: str) -> NoReturn:
    raise _RefusedError(f"{word} is not a number in JSON", word)


def _reason(error: json.JSONDecodeError, text: str) -> tuple[str, int]:
    """What is wrong, and at which index."""
    for message, reason in _REASONS.items():
        if error.msg.startswith(message):
            return reason, error.pos
    # Python 3.13 stops at a comma with nothing behind it, older ones at the bracket.
    ahead, behind = text[: error.pos].rstrip(), text[error.pos + 1 :].lstrip()
    found = text[error.pos : error.pos + 1]
    if found in _CLOSING and ahead.endswith(","):
        return _TRAILING_COMMA, len(ahead) - 1
    if found == "," and behind.startswith(_CLOSING):
        return _TRAILING_COMMA, error.pos
    if error.msg.startswith("Expecting property name") and (found.isalnum() or found == "_"):
        return "a key has to stand in double quotes", error.pos
    return _AT.get(found, "a key or a value in JSON form is expected here"), error.pos


def _position(text: str, index: int) -> tuple[int, int]:
    before = text[:index]
    return before.count("\n") + 1, index - before.rfind("\n")


def _repeated(value: dict[str, Any], doubles: Mapping[int, list[str]]) -> tuple[str, ...]:
    """Where the objects with repeated keys are; looked for level by level, not by recursion."""
    paths: list[str] = []
    level: list[tuple[str, Any]] = [("", value)]
    while level and len(paths) < MAX_REPEATED:
        below: list[tuple[str, Any]] = []
        for path, item in level:
            paths += [join(path, key) for key in doubles.get(id(item), ())]
            members = item.items() if isinstance(item, dict) else enumerate(item)
            below += [
                (join(path, step), inner)
                for step, inner in members
                if isinstance(inner, (dict, list))
            ]
        level = below
    return tuple(paths[:MAX_REPEATED])
