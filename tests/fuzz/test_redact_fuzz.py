"""Random secrets hunted in everything that leaves the API: exchanges, errors, logs, tracebacks."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
from functools import cache
from typing import Any
from urllib.parse import quote, quote_plus

import httpx
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from agora_console.api.client import AgoraClient
from agora_console.api.curl import curl
from agora_console.api.errors import ApiError
from agora_console.api.exchange import Exchange
from agora_console.api.redact import MASK, MIN_LENGTH, RedactingFilter, Redactor
from agora_console.domain.secrets import Credentials, StartSecrets
from tests.unit.api.doubles import HANDLE

UNHURRIED = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
"""A busy machine is no finding."""

# The mask is made of asterisks; a secret of asterisks would be found in it.
LETTERS = st.characters(exclude_characters="*", exclude_categories=["Cs"])
SECRET = st.text(LETTERS, min_size=MIN_LENGTH, max_size=40)
KEY_LIKE = st.text(st.sampled_from("ABCDEFabcdef0123456789+/=_-"), min_size=8, max_size=44)
SECRETS = SECRET | KEY_LIKE
TEXT = st.text(st.characters(exclude_characters="*", exclude_categories=["Cs"]), max_size=30)


def _forms(secret: str) -> list[str]:
    """The ways out that a leak could take, written down apart from the code under test."""
    forms = [
        secret,
        json.dumps(secret)[1:-1],
        json.dumps(secret, ensure_ascii=False)[1:-1],
        repr(secret)[1:-1],
        quote(secret, safe=""),
        quote_plus(secret),
        base64.b64encode(secret.encode()).decode()[: 8 * len(secret.encode()) // 6],
    ]
    return [form for form in forms if len(form) >= MIN_LENGTH]


def _leaks(secret: str, *texts: str) -> list[str]:
    return [f"{form!r} in {text!r}" for text in texts for form in _forms(secret) if form in text]


@UNHURRIED
@given(SECRETS, TEXT, TEXT)
def test_no_text_keeps_a_secret(secret: str, before: str, after: str) -> None:
    assume(secret not in before + after)
    redactor = Redactor()
    redactor.add(secret)
    for form in _forms(secret):
        masked = redactor.text(before + form + after)
        assert MASK in masked
        assert not _leaks(secret, masked.replace(before, "").replace(after, ""))


@UNHURRIED
@given(SECRETS, st.binary(max_size=7), st.binary(max_size=7))
def test_no_alignment_of_base64_keeps_a_secret(secret: str, before: bytes, after: bytes) -> None:
    redactor = Redactor()
    redactor.add(secret)
    data = secret.encode()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        text = encode(before + data + after).decode()
        if 8 * len(data) >= 8 * MIN_LENGTH + 12:
            assert MASK in redactor.text(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(TEXT, inner, max_size=4)
        | st.dictionaries(TEXT, inner, max_size=3).map(json.dumps)
    ),
    max_leaves=10,
)


@st.composite
def _json_with(draw: st.DrawFn, secret: str) -> Any:
    """A JSON value with the secret somewhere in it: as a value, in a text, as a key."""
    value: Any = draw(st.sampled_from([secret, f"is {secret}!", {secret: 1}, {"token": secret}]))
    for _ in range(draw(st.integers(0, 3))):
        wrap = draw(st.sampled_from(["list", "dict", "text"]))
        if wrap == "list":
            value = [draw(JSON), value]
        elif wrap == "dict":
            value = {"x": value, "y": draw(JSON)}
        else:
            value = json.dumps(value)
    return value


@UNHURRIED
@given(st.data(), SECRETS)
def test_no_json_keeps_a_secret(data: st.DataObject, secret: str) -> None:
    value = data.draw(_json_with(secret))
    redactor = Redactor()
    redactor.add(secret)
    shown = redactor.dumps(value)
    assert secret not in shown
    assert MASK in shown


@UNHURRIED
@given(SECRET, st.sampled_from(["accessKey", "SECRETKEY", "sts_token", "Token", "channel-secret"]))
def test_an_unknown_value_of_a_secret_key_is_hidden_too(secret: str, key: str) -> None:
    assume(secret not in json.dumps({"x": json.dumps({"y": json.dumps({key: "***"})})}))
    redactor = Redactor()
    inner = json.dumps({key: secret})
    for value in ({key: secret}, {"x": inner}, {"x": json.dumps({"y": inner})}):
        assert not _leaks(secret, redactor.dumps(value).replace(key, ""))


def _everything_of(error: ApiError, exchanges: list[Exchange]) -> list[str]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.Logger("fuzz")
    logger.addHandler(handler)
    logger.error("call failed: %s", error, exc_info=error)
    plain = [str(error), repr(error), repr(error.args), repr(vars(error)), stream.getvalue()]
    return plain + [repr(exchange) for exchange in exchanges] + [curl(e) for e in exchanges]


DOCUMENT = {
    "mode": "mix",
    "clientRequest": {
        "storageConfig": {"vendor": 1, "region": 0, "bucket": "talks"},
        "recordingConfig": {"channelType": 0, "decryptionMode": 8},
    },
}


def _texts_of_a_start(secrets: list[str], http: int, form: int) -> list[str]:
    """Everything that a start with these secrets leaves behind; its reply echoes them."""
    customer, *rest, push = secrets
    start = StartSecrets(*(SecretStr(value) for value in rest))
    outputs = {"outputs": [{"rtmpUrl": f"rtmp://host/app/{push}"}]}
    document = {**DOCUMENT, "clientRequest": {**DOCUMENT["clientRequest"], **outputs}}  # type: ignore[dict-item]

    def echo(request: httpx.Request) -> httpx.Response:
        forms = [(_forms(secret) * 7)[form] for secret in secrets]
        reason = " ".join([*forms, request.headers["authorization"]])
        body: Any = {"code": 2, "reason": reason, "was": request.content.decode()}
        return httpx.Response(http, json=body)

    exchanges: list[Exchange] = []

    async def call() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(echo)) as client:
            credentials = Credentials("app-id", "customer", SecretStr(customer))
            agora = AgoraClient(
                client, "https://api.agora.io", credentials, exchanges.append, now=lambda: 1.0
            )
            await agora.start(HANDLE, document, start)

    try:
        asyncio.run(call())
    except ApiError as error:
        return _everything_of(error, exchanges)
    raise AssertionError("a reply with code 2 was taken for a success")


@cache
def _furniture() -> str:
    """What those texts hold anyway; a secret that is a piece of it would be found in them."""
    neutral = [f"<{n * 8}>" for n in "ABCDEFGH"]
    return "".join(text for http in ECHOED for text in _texts_of_a_start(neutral, http, 0))


ECHOED = [200, 201, 206, 400, 401, 404, 500, 502]


@UNHURRIED
@given(
    secrets=st.lists(SECRETS, min_size=8, max_size=8, unique=True),
    http=st.sampled_from(ECHOED),
    form=st.integers(0, 6),
)
def test_a_start_leaks_nothing_however_its_reply_echoes(
    secrets: list[str], http: int, form: int
) -> None:
    hunted = [each for secret in secrets for each in _forms(secret)]
    assume(not any(each in _furniture() or _is_number(each) for each in hunted))
    texts = _texts_of_a_start(secrets, http, form)
    for secret in secrets:
        assert not _leaks(secret, *texts)


def _is_number(text: str) -> bool:
    """Latencies and line numbers differ from run to run."""
    return not text.strip("0123456789.e+-")


@UNHURRIED
@given(SECRETS)
def test_no_log_record_keeps_a_secret(secret: str) -> None:
    assume(not any(form in _logged("<AAAAAAAA>") or _is_number(form) for form in _forms(secret)))
    assert not _leaks(secret, _logged(secret))


def _logged(secret: str) -> str:
    redactor = Redactor()
    redactor.add(secret)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(RedactingFilter(redactor))
    logger = logging.Logger("fuzz")
    logger.addHandler(handler)
    try:
        _raise(secret)
    except RuntimeError:
        logger.exception("%s", {"token": secret})
    logger.error("%d", secret)
    logger.error("got %r and %r", secret, secret.encode())
    return stream.getvalue()


def _raise(secret: str) -> None:
    try:
        raise ValueError(secret)
    except ValueError as error:
        raise RuntimeError({"header": secret}, secret) from error


@UNHURRIED
@given(SECRETS, st.integers(1, 80), st.integers(0, 80))
def test_no_cut_leaves_a_piece_of_a_secret(secret: str, limit: int, padding: int) -> None:
    assume(len(set(secret)) > 3)
    redactor = Redactor()
    redactor.add(secret)
    shown = redactor.excerpt("." * padding + secret + "." * 500, limit)
    piece = secret[: max(MIN_LENGTH, len(secret) // 2)]
    assume(piece not in " characters in all." and not set(piece) <= set("."))
    assert piece not in shown.partition("…")[0]
