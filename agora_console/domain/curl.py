"""Reading a pasted cURL line of bash, cmd or PowerShell. Nothing is ever run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast, get_args
from urllib.parse import urlsplit

from agora_console.domain.catalogue import CALLS
from agora_console.domain.json_text import UnusableInput
from agora_console.domain.session import Mode

MAX_LENGTH = 100_000
"""Characters of a line that is read."""

_START = re.compile(r"\s*(?:[$>%]\s*)?curl(?:\.exe)?\s", re.IGNORECASE)
_CMD = re.compile(r"\^\s*\n|\^\"")
_DATA = ("--data", "--data-raw", "--data-binary", "--data-ascii", "--json")
_SHORT_DATA = re.compile(r"-[sSkLvifgN#]*d(.*)", re.DOTALL)
_BASH_QUOTE = re.compile(r"\$'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)", re.DOTALL)
_NAMED = {"n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class CurlLine:
    """The body of a cURL line, and what its address says; both empty when it does not."""

    body: str
    method: str
    mode: Mode | None


def is_curl(text: str) -> bool:
    """True when the text begins like a cURL line."""
    return bool(_START.match(text))


def read_curl(text: str) -> CurlLine | UnusableInput:
    """Body, method and mode of a cURL line; its credentials are passed over."""
    if len(text) > MAX_LENGTH:
        return UnusableInput(f"The cURL line has more than {MAX_LENGTH} characters.")
    try:
        words = shlex.split(_one_line(text))[1:]
    except ValueError:
        return UnusableInput("A quote in the cURL line is not closed.", 1, 1)
    body = "&".join(_bodies(words))
    if not body:
        return UnusableInput("The cURL line has no body; expected is -d or --data with JSON.")
    if body.startswith("@"):
        return UnusableInput("The cURL line reads its body from a file; open that file instead.")
    method, mode = _address(words)
    return CurlLine(body, method, mode)


def _one_line(text: str) -> str:
    text = text.strip().removeprefix("$").replace("\r\n", "\n")
    if _CMD.search(text):
        return re.sub(r"\^[ \t]*(\n|.)", lambda match: match[1].strip("\n"), text)
    text = re.sub(r"[\\`][ \t]*\n", " ", text)
    return _BASH_QUOTE.sub(lambda match: shlex.quote(_ESCAPE.sub(_unescaped, match[1])), text)


def _unescaped(match: re.Match[str]) -> str:
    escape = match[1]
    if len(escape) > 1:
        return chr(int(escape[1:], 16))
    return _NAMED.get(escape, escape)


def _bodies(words: list[str]) -> Iterator[str]:
    rest = iter(words)
    for word in rest:
        name, equals, value = word.partition("=")
        short = _SHORT_DATA.fullmatch(word) if not word.startswith("--") else None
        if name in _DATA:
            yield value if equals else next(rest, "")
        elif short:
            yield short[1] or next(rest, "")


def _address(words: list[str]) -> tuple[str, Mode | None]:
    for word in words:
        address = word.removeprefix("--url=")
        if "cloud_recording" not in address or address.lstrip().startswith("{"):
            continue
        parts = _path(address).strip("/").split("/")
        following = dict(pairwise(parts))
        mode = following.get("mode")
        method = parts[-1] if parts[-1] in CALLS else ""
        return method, cast("Mode", mode) if mode in get_args(Mode) else None
    return "", None


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:
        return address
