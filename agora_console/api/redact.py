"""What may be shown or logged: every secret is known by its value, and by the key it stands under.

A value is found in each form in which it can leave: as it is, escaped for JSON or Python or HTML,
URL-encoded, and as base64 at any offset, which covers `Authorization: Basic`. Values shorter than
`MIN_LENGTH` would hide half of every text; they are found by their key alone.
"""

from __future__ import annotations

import base64
import html
import json
import logging
import re
import traceback
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote_from_bytes, quote_plus

from agora_console.domain.secrets import (
    SECRET_WORDS,
    Credentials,
    Secret,
    StartSecrets,
    given,
    is_secret_key,
)

MASK = "***"
MIN_LENGTH = 4
"""Characters from which on a secret is looked for by its value."""

NOISY_LIBRARIES = ("httpx", "httpcore", "h11", "h2", "hpack", "hyperframe")
"""Their DEBUG records hold headers."""

_DEPTH = 40  # what lies deeper in a JSON value than anything of Agora's is masked whole

_SLASH = re.compile(r"(\\{0,4}/)")
_PUSH_URL = re.compile(r"(?i)rtmps?:(?:\\{0,4}/){2}(?:[^\s\"'\\<>]|\\{1,4}/)*")
_SECRET_PAIR = re.compile(
    rf"(?is)((\\{{0,7}}[\"'])(?:{'|'.join(SECRET_WORDS).replace(' ', '[_-]?')})\2"
    r"\s{0,4}:\s{0,4}(\\{0,7}[\"']))(?!\3)(.*?)(?:(?<!\\)(?=\3)|\Z)"
)
_AUTHORIZATION = re.compile(r"(?i)(authorization.{1,12}?(?:basic|bearer)\s{1,4})[^\s\"',\\]+")


class Redactor:
    """Knows the secrets of this run and takes them out of whatever is about to be shown."""

    def __init__(self) -> None:
        self._forms: tuple[str, ...] = ()
        self._values: set[str] = set()

    def add(self, *secrets: Secret | str | None) -> None:
        """Register values; None, empty and very short ones are passed over."""
        for secret in secrets:
            value = secret.get_secret_value() if isinstance(secret, Secret) else secret or ""
            if len(value) >= MIN_LENGTH and value not in self._values:
                self._values.add(value)
                self._forms = tuple({*self._forms, *forms(value)})

    def add_credentials(self, credentials: Credentials) -> None:
        """Register the customer secret, also as part of the Basic header."""
        secret = credentials.customer_secret.get_secret_value()
        self.add(secret)
        if secret:
            self.add(basic(credentials))

    def add_start_secrets(self, secrets: StartSecrets) -> None:
        """Register everything that a start carries."""
        self.add(*(secret for _, secret in given(secrets)))

    def learn(self, value: object) -> None:
        """Register every text that stands under a secret key anywhere in a JSON value."""
        _visit(value, self.add, _DEPTH)

    def text(self, text: str) -> str:
        """`text` without any registered value, without values of secret keys and push keys."""
        return _mask_by_shape(self._mask_values(text))

    def json(self, value: Any) -> Any:
        """A copy of a JSON value, masked by value and by key, also in JSON inside a text."""
        return self._json(value, _DEPTH)

    def dumps(self, value: Any) -> str:
        """`value` as one line of JSON for a person to read, without a secret."""
        return self.text(json.dumps(self.json(value), ensure_ascii=False, default=str))

    def excerpt(self, text: str, limit: int) -> str:
        """The first `limit` characters of a text, masked before they are cut."""
        reach = max((len(form) for form in self._forms), default=0)
        head = text[: limit + reach]
        masked = self.text(head)
        if len(head) < len(text):
            # A secret cut in two at the end of the head is not found; it lies within `reach`.
            masked = masked[: max(0, len(masked) - reach)]
        if len(head) == len(text) and len(masked) <= limit:
            return masked
        return f"{masked[:limit]}… ({len(text)} characters in all)"

    def _mask_values(self, text: str) -> str:
        spans = sorted(span for form in self._forms if form in text for span in _find(form, text))
        if not spans:
            return text
        parts: list[str] = []
        done = 0
        for start, end in spans:
            if start > done or not parts:
                parts += [text[done:start], MASK]
            done = max(done, end)
        return "".join((*parts, text[done:]))

    def _json(self, value: Any, depth: int) -> Any:
        if depth == 0:
            return MASK
        match value:
            case Mapping():
                return {
                    self.text(str(key)): self._hide(key, item, depth) for key, item in value.items()
                }
            case str():
                return self._json_text(value, depth)
            case list() | tuple():
                return [self._json(item, depth - 1) for item in value]
            case int() | float() if not isinstance(value, bool):
                return value if self._mask_values(str(value)) == str(value) else MASK
            case _:
                return value

    def _hide(self, key: object, item: Any, depth: int) -> Any:
        if is_secret_key(key) and item not in (None, "") and not isinstance(item, bool):
            return MASK
        if _is_push_key(key) and isinstance(item, str):
            return self.text(mask_push_url(item))
        return self._json(item, depth - 1)

    def _json_text(self, text: str, depth: int) -> str:
        if text.lstrip()[:1] in ("{", "[", '"'):
            try:
                inner = json.loads(text)
            except (ValueError, RecursionError):
                return self.text(text)
            return self.text(json.dumps(self._json(inner, depth - 1), ensure_ascii=False))
        return self.text(text)


class RedactingFilter(logging.Filter):
    """For handlers: what leaves through one holds no secret, traceback and extras included.

    Filters of a logger are not asked for the records of its children; those of a handler are.
    """

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place; it is always let through."""
        text = self._redactor.text
        record.msg, record.args = text(_message(record)), None
        if record.exc_info:
            lines = traceback.format_exception(*record.exc_info)
            record.exc_text = record.exc_text or "".join(lines).rstrip("\n")
            record.exc_info = None
        for name, value in vars(record).items():
            if isinstance(value, str):
                setattr(record, name, text(value))
        return True


def quiet_libraries() -> None:
    """Keep the libraries below httpx from logging headers."""
    for name in NOISY_LIBRARIES:
        logger = logging.getLogger(name)
        logger.setLevel(max(logger.level, logging.WARNING))


def basic(credentials: Credentials) -> str:
    """The second half of the Basic header: base64 of `id:secret`."""
    pair = f"{credentials.customer_id}:{credentials.customer_secret.get_secret_value()}"
    return base64.b64encode(pair.encode("utf-8", "surrogatepass")).decode("ascii")


def _is_push_key(key: object) -> bool:
    return str(key).lower() == "rtmpurl"


def mask_push_urls(text: str) -> str:
    """RTMP addresses keep host and application; stream key, login and query are masked."""
    return _PUSH_URL.sub(lambda match: mask_push_url(match[0]), text)


def mask_push_url(url: str) -> str:
    """One RTMP address without what follows the application."""
    scheme, *rest = _SLASH.split(url)
    if len(rest) < 4 or rest[1]:
        return MASK
    host, *path = (part.partition("?")[0] for part in rest[3::2])
    shown = [scheme, "", host.rpartition("@")[2], *path[:1][: len(path) - 1]]
    if any(path):
        shown.append(MASK)
    return rest[0].join(shown)


def push_key(url: str) -> str:
    """What follows the application in an RTMP address; empty where nothing does."""
    parts = url.split("/", 4)
    return parts[4] if len(parts) == 5 else ""


def forms(secret: str) -> set[str]:
    """The ways in which a value can stand in a text."""
    data = secret.encode("utf-8", "surrogatepass")
    found = {secret, html.escape(secret), html.escape(secret, quote=False)}
    found |= _escaped(secret)
    for safe in ("", "/", "!'()*~", "/:@!$&'()*+,;=~"):
        found |= _hex_cases(quote_from_bytes(data, safe))
    found |= _hex_cases(quote_plus(data))
    found.add(repr(data)[2:-1])
    for offset in range(3):
        found |= _base64(data, offset)
    return {form for form in found if len(form) >= MIN_LENGTH}


def _escaped(secret: str) -> set[str]:
    plain, quoted = repr(secret)[1:-1], repr("'\"" + secret)[4:-1]
    found = {plain, quoted, ascii(secret)[1:-1]}
    for once in {json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1]}:
        for text in (once, once.replace("/", "\\/")):
            found |= {text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    return found | {re.sub(r"(?<=\\u)[0-9a-f]{4}", _upper, text) for text in found}


def _hex_cases(text: str) -> set[str]:
    return {text, re.sub(r"%[0-9A-F]{2}", lambda match: match[0].lower(), text)}


def _base64(data: bytes, offset: int) -> set[str]:
    """The characters that depend on `data` alone when `offset` bytes stand before it."""
    encoded = base64.b64encode(b"\0" * offset + data).decode("ascii")
    bits = 8 * (offset + len(data))
    core = encoded[-(-8 * offset // 6) : bits // 6]
    return {core, core.translate(str.maketrans("+/", "-_"))}


def _upper(match: re.Match[str]) -> str:
    return match[0].upper()


def _find(form: str, text: str) -> Iterable[tuple[int, int]]:
    start = text.find(form)
    while start >= 0:
        yield start, start + len(form)
        start = text.find(form, start + 1)


def _mask_by_shape(text: str) -> str:
    """Most texts are a key or a word of a reply, which can have none of these shapes."""
    if len(text) > len("authorization") + len("basic"):
        text = _AUTHORIZATION.sub(rf"\1{MASK}", text)
    if ":" not in text:
        return text
    return mask_push_urls(_SECRET_PAIR.sub(rf"\1{MASK}", text))


def _visit(value: object, add: Callable[[str], None], depth: int) -> None:
    if not depth:
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, str):
                add(item if is_secret_key(key) else push_key(item) if _is_push_key(key) else "")
            _visit(item, add, depth - 1)
    elif isinstance(value, list | tuple):
        for item in value:
            _visit(item, add, depth - 1)


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError, IndexError, AttributeError):
        return f"{record.msg!s} % {record.args!r}"
