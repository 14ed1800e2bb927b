"""Taking secrets out of a JSON text that need not parse, as while somebody types it."""

from __future__ import annotations

import json
import re

from agora_console.domain.secrets import is_secret_key

_TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"?|\'(?:[^\'\\\n]|\\.)*\'?|[\w$][\w$-]*|[{}\[\],:]|[^\s{}\[\],:"\'\w]+'
)
_LITERAL = re.compile(r"-?\d[\w.+-]*|(?:true|false|null)\b")
_REST_OF_LINE = re.compile(r"[^\n]*?(?=[\s,}\]]*(?:\n|\Z))")
_BROKEN_OFF = re.compile(r"(?:\n[ \t]*[\w+/=.~-]+[\"']?(?=,?[ \t]*(?:\n|\Z)))*")
_OPEN, _CLOSE = "{[", "}]"


def scrub(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the value of any key that has the name of a secret, and those names.

    Quotes stay, so that the text parses as well as before. An empty value is none.
    """
    parts: list[str] = []
    names: list[str] = []
    done = 0
    tokens = _TOKEN.finditer(text)
    name = ""
    for token in tokens:
        if token.start() < done:
            continue
        said = token[0]
        if said != ":":
            name = _plain(said) if said not in "{}[]," else ""
            continue
        if not is_secret_key(name):
            continue
        start = _skip_blanks(text, token.end())
        end, kept = _value(text, start)
        if text[start:end] != kept:
            parts += [text[done:start], kept]
            names.append(name)
            done = end
    return "".join((*parts, text[done:])), tuple(dict.fromkeys(names))


def _value(text: str, start: int) -> tuple[int, str]:
    """Where the value of a secret ends, and what may stay of it."""
    first = text[start : start + 1]
    token = _TOKEN.match(text, start)
    if token is None or first in "}],":
        return start, ""
    if first in _OPEN:
        return _nested(text, start), "null"
    literal = _LITERAL.match(text, start)
    if literal is not None:
        return literal.end(), "null"
    if first not in "\"'":
        return _end_of(_REST_OF_LINE, text, start), ""
    closed = len(token[0]) > 1 and token[0].endswith(first)
    if closed:
        return token.end(), first * 2
    return _end_of(_BROKEN_OFF, text, token.end()), first


def _nested(text: str, start: int) -> int:
    """Where the object or list ends that begins at `start`; the end of the text where it stays
    open.
    """
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += (token[0] in _OPEN) - (token[0] in _CLOSE)
        if depth == 0:
            return token.end()
    return len(text)


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _skip_blanks(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _plain(token: str) -> str:
    """A key as it is meant: without quotes, its escapes read."""
    bare = token.strip("\"'")
    if "\\" not in bare:
        return bare
    try:
        return str(json.loads(f'"{bare}"'))
    except ValueError:
        return bare
