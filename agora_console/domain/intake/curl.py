"""Reading a pasted cURL line of bash, cmd or PowerShell, or what PowerShell has in its place.

Nothing is ever run.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast, get_args
from urllib.parse import urlsplit

from agora_console.domain.catalogue import CALLS
from agora_console.domain.intake.json_text import UnusableInput
from agora_console.domain.session import Mode

MAX_LENGTH = 100_000
"""Characters of a line that is read."""

_START = re.compile(
    r"\s*(?:(?:PS [^>\n]{0,200})?[$>%#]\s*)?(?:[A-Za-z_]\w*=[\w.:/-]*\s+|sudo\s+|time\s+)*"
    r"(?:(?:[A-Za-z]:)?(?:[\w.~-]*[/\\])*curl(?:\.exe)?|(?P<powershell>Invoke-(?:RestMethod|WebRequest)|irm|iwr))"
    r"\s",
    re.IGNORECASE,
)
_HERE_DOCUMENT = re.compile(r"<<-?[ \t]*(['\"]?)(\w+)\1[^\n]*\n")
_HERE_STRING = re.compile(r"@(['\"])[ \t]*\n")
_CMD = re.compile(r"\^\s*\n|\^\"")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")
_DATA = ("-body", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json")
_SHORT_DATA = re.compile(r"-[sSkLvifgN#]*d(.*)", re.DOTALL)
_BASH_QUOTE = re.compile(r"\$'((?:[^'\\]|\\.)*)'", re.DOTALL)
_WINDOWS = re.compile(r"curl\.exe|`[ \t]*\n", re.IGNORECASE)
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
    text = text.replace("\r\n", "\n")
    line, document = _here_document(text)
    try:
        words = shlex.split(_one_line(line))[1:]
    except ValueError:
        return UnusableInput("A quote in the cURL line is not closed.", 1, 1)
    body = "&".join(_bodies(words))
    if document and body in ("@-", "@/dev/stdin"):
        body = document
    if not body:
        return UnusableInput("The cURL line has no body; expected is -d or --data with JSON.")
    if body.startswith("@"):
        return UnusableInput("The cURL line reads its body from a file; open that file instead.")
    if re.match(r"\s*\{\s*\\\"", body) and _WINDOWS.search(text):
        body = body.replace('\\"', '"')  # older PowerShell hands quotes on only behind a backslash
    method, mode = _address(words)
    return CurlLine(body, method, mode)


def _one_line(text: str) -> str:
    start = _START.match(text)
    if start and start["powershell"]:
        return _of_powershell(text)
    text = text.strip().lstrip("$>%# ")
    if _CMD.search(text):
        return re.sub(r"\^[ \t]*(\n|.)", lambda match: match[1].strip("\n"), text)
    text = re.sub(r"[\\`][ \t]*\n", " ", text)
    return _BASH_QUOTE.sub(lambda match: shlex.quote(_ESCAPE.sub(_unescaped, match[1])), text)


def _here_document(text: str) -> tuple[str, str]:
    """The line without the document below it, and the document; empty where there is none."""
    start = _HERE_DOCUMENT.search(text)
    if not start:
        return text, ""
    lines = text[start.end() :].split("\n")
    count = next((n for n, line in enumerate(lines) if line.strip() == start[2]), len(lines))
    return text[: start.start()], "\n".join(lines[:count])


def _of_powershell(text: str) -> str:
    """The line in the quotes of bash; of texts that span lines (@' … '@) the first one."""
    start = _HERE_STRING.search(text)
    end = text.find(f"\n{start[1]}@", start.end() - 1) if start else -1
    if not start or end < 0:
        return _in_bash_quotes(text)
    document = shlex.quote(text[start.end() : end])
    return _in_bash_quotes(text[: start.start()]) + document + _in_bash_quotes(text[end + 3 :])


def _in_bash_quotes(text: str) -> str:
    """'' stands for ' inside of quotes, and ` does what the backslash does."""
    text = re.sub(r"`[ \t]*\n", " ", text).replace('`"', '\\"')
    return _QUOTED.sub(lambda match: shlex.quote(match[1].replace("''", "'")), text)


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
        if name.lower() in _DATA:
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
