"""Random secrets under random names, on their way into the journal: none gets into its file."""

from __future__ import annotations

import json
import re
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from agora_console.domain.secrets import SECRET_WORDS
from agora_console.journal.errors import SecretRefusedError
from agora_console.journal.guard import refuse_secrets
from agora_console.journal.store import Journal
from tests.unit.journal.samples import entry, session

QUICK = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)

SECRET = st.text(string.ascii_letters + string.digits + "+/=ä", min_size=8, max_size=24)
HARMLESS = st.sampled_from(["uid", "fileName", "tokens", "decryptionMode", "saltLake", "x"])


@st.composite
def _names(draw: st.DrawFn) -> str:
    """A name of a secret, in any case and with any separator."""
    separator = draw(st.sampled_from(["", "_", "-", " ", ".", "2"]))
    words = draw(st.sampled_from(SECRET_WORDS)).replace(" ", separator)
    return draw(st.sampled_from([words, words.upper(), words.title()]))


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9)
NAMES = HARMLESS | _names()
JSON = st.recursive(
    PLAIN | st.sampled_from(["***", "•••• 1234", '{"token": "***"}', '{"token": "hush-hush"}']),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(NAMES, inner, max_size=3)
        | st.dictionaries(NAMES, inner, max_size=2).map(json.dumps)
        | st.lists(inner, max_size=2).map(tuple)
    ),
    max_leaves=8,
)


def _is_secret(name: str) -> bool:
    letters = "".join(c for c in name.lower() if c in string.ascii_lowercase)
    return letters in {words.replace(" ", "") for words in SECRET_WORDS}


def _is_mask(text: str) -> bool:
    stars = r"(basic )?.{0,5}([*•●·]{3,}|…).{0,5}"
    brackets = r"(basic )?[<\[(][a-z ]{0,20}[>\])]|(basic )?"
    return bool(re.fullmatch(f"(?is)(?:{stars})|(?:{brackets})", text))


def _read(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _holds_one(value: Any) -> bool:
    """The rule in as few words as there are: a text under a secret name that is no mask."""
    if isinstance(value, dict):
        return any(
            (isinstance(inner, str) and _is_secret(name) and not _is_mask(inner))
            or _holds_one(inner)
            for name, inner in value.items()
        )
    if isinstance(value, str):
        pairs = re.findall(r'\\*"([^"\\]{4,24})\\*"\s*:\s*\\*"([^"\\]*)', value)
        stands_in = any(_is_secret(name) and not _is_mask(text) for name, text in pairs)
        return stands_in or _holds_one(_read(value))
    return isinstance(value, list | tuple) and any(map(_holds_one, value))


@QUICK
@given(JSON)
@example('{"token": "ä-is-an-escape-in-JSON"}')
@example('{"body": "{\\"token\\": \\"\\\\\\"quoted\\"}"}')
@example('{"body": "{\\"token\\": \\"\\"}"}')
def test_the_guard_refuses_what_the_rule_says_and_nothing_else(value: Any) -> None:
    if not _holds_one(value):
        refuse_secrets(value, "entry")
        return
    with pytest.raises(SecretRefusedError):
        refuse_secrets(value, "entry")


@pytest.fixture
def journal(tmp_path: Path) -> Any:
    made = Journal.open(tmp_path / "journal.sqlite3")
    yield made
    made.close()


@st.composite
def _hidden(draw: st.DrawFn, secret: str) -> dict[str, Any]:
    """JSON in which a secret stands under its name, at some depth, as a value or in a text."""
    value: Any = {draw(_names()): secret}
    if draw(st.booleans()):
        value = json.dumps({"accessKey": secret})
        for _ in range(draw(st.integers(0, 2))):  # a request that is quoted in a reply that is…
            value = json.dumps({"body": value})
    for _ in range(draw(st.integers(0, 3))):
        value = draw(st.sampled_from([[1, value], {"x": draw(JSON), "y": value}, (value,)]))
    return {"clientRequest": value}


@settings(QUICK, max_examples=30)
@given(st.data(), SECRET)
def test_no_way_into_the_journal_leads_past_the_guard(
    journal: Journal, data: st.DataObject, secret: str
) -> None:
    assume(not _is_mask(secret))
    hidden = data.draw(_hidden(secret))
    ways: tuple[Callable[[], None], ...] = (
        lambda: journal.save(session(config=hidden)),
        lambda: journal.save(session(layout=hidden)),
        lambda: journal.save(session(cause=f"Agora said {json.dumps({'token': secret})}")),
        lambda: journal.save(session(), entry(), entry(text=json.dumps({"token": secret}))),
        lambda: journal.append(entry(text=f'"secretKey": "{secret}"')),
    )
    for way in ways:
        with pytest.raises(SecretRefusedError):
            way()
    found = b"".join(each.read_bytes() for each in sorted(journal.path.parent.iterdir()))
    for form in (secret, json.dumps(secret)[1:-1], json.dumps(json.dumps(secret)[1:-1])[1:-1]):
        assert form.encode() not in found
