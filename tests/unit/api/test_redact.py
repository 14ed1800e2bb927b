"""No secret leaves: by value in every form, by key, in logs and tracebacks."""

from __future__ import annotations

import base64
import html
import io
import json
import logging
from collections.abc import Iterator
from urllib.parse import quote, quote_plus

import pytest
from pydantic import SecretStr

from agora_console.api.redact import (
    MASK,
    RedactingFilter,
    Redactor,
    basic,
    mask_push_url,
    push_key,
)
from agora_console.domain.secrets import Credentials, StartSecrets, given, is_secret_key
from tests.unit.api.doubles import CREDENTIALS, SECRETS

SECRET = 'pä/ss"w+ö\\rd 1'
PLAIN = "abcd1234efgh"


@pytest.fixture
def redactor() -> Redactor:
    made = Redactor()
    made.add(SECRET, SecretStr(PLAIN))
    return made


# --- by value ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        SECRET,
        json.dumps(SECRET),
        json.dumps(SECRET, ensure_ascii=False),
        json.dumps(SECRET).replace("/", "\\/"),
        json.dumps(json.dumps(SECRET)),
        json.dumps(SECRET).replace("\\u00e4", "\\u00E4").replace("\\u00f6", "\\u00F6"),
        repr(SECRET),
        repr({"x": SECRET, "y": "it's"}),
        ascii(SECRET),
        repr(SECRET.encode()),
        quote(SECRET),
        quote(SECRET, safe=""),
        quote(SECRET, safe="").lower(),
        quote_plus(SECRET),
        html.escape(SECRET),
    ],
)
def test_a_value_is_found_in_every_form(redactor: Redactor, text: str) -> None:
    masked = redactor.text(f"before {text} after")
    assert MASK in masked
    assert "ss" not in masked
    assert masked.startswith("before ")
    assert masked.endswith(" after")


@pytest.mark.parametrize("before", ["", "a", "ab", "abc", "user:", "customer-77:"])
@pytest.mark.parametrize("after", ["", "x", "xy", "xyz"])
@pytest.mark.parametrize("encode", [base64.b64encode, base64.urlsafe_b64encode])
def test_a_value_is_found_in_base64_wherever_it_begins(
    redactor: Redactor, before: str, after: str, encode: object
) -> None:
    assert callable(encode)
    text = encode((before + PLAIN + after).encode()).decode()
    masked = redactor.text(text)
    assert MASK in masked
    # What is left at the edges holds a few bits of the first and the last character.
    assert len(masked.replace(MASK, "")) <= len(text) - 4 * len(PLAIN) // 3 + 2


def test_the_basic_header_is_found() -> None:
    redactor = Redactor()
    redactor.add_credentials(CREDENTIALS)
    assert basic(CREDENTIALS) not in redactor.text(f"Authorization: Basic {basic(CREDENTIALS)}")
    assert redactor.text(f"x {basic(CREDENTIALS)} y") == f"x {MASK} y"


def test_a_short_customer_secret_is_found_in_its_header() -> None:
    short = Credentials("app", "me", SecretStr("abc"))
    redactor = Redactor()
    redactor.add_credentials(short)
    assert redactor.text(basic(short)) == MASK


def test_an_empty_customer_secret_hides_nothing() -> None:
    redactor = Redactor()
    redactor.add_credentials(Credentials("app", "me", SecretStr("")))
    assert redactor.text("bWU6") == "bWU6"


def test_all_secrets_of_a_start_are_known() -> None:
    redactor = Redactor()
    redactor.add_start_secrets(SECRETS)
    redactor.add_start_secrets(StartSecrets())
    values = [secret.get_secret_value() for _, secret in given(SECRETS)]
    assert len(values) == len(SECRETS.__slots__)
    assert redactor.text(" ".join(values)) == " ".join([MASK] * len(values))


def test_secrets_that_overlap_are_hidden_as_one() -> None:
    redactor = Redactor()
    redactor.add("abcdef", "defghi", "abcd")
    assert redactor.text("-abcdefghi-abcd-") == f"-{MASK}-{MASK}-"


@pytest.mark.parametrize("short", ["", "abc", None])
def test_very_short_values_do_not_hide_half_of_every_text(short: str | None) -> None:
    redactor = Redactor()
    redactor.add(short)
    assert redactor.text("abcabc") == "abcabc"


def test_what_holds_no_secret_stays_as_it_is(redactor: Redactor) -> None:
    text = '{"resourceId": "rid-1", "cname": "town-hall", "n": [1, 2.5, true, null]}'
    assert redactor.text(text) == text
    assert redactor.json(json.loads(text)) == json.loads(text)


# --- by key --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key",
    [
        "accessKey",
        "ACCESSKEY",
        "access_key",
        "access-key",
        "secretKey",
        "token",
        "stsToken",
        "secret",
        "salt",
        "Authorization",
        "Proxy-Authorization",
        "customerSecret",
        "customer_secret",
        "channel_secret",
        "appCertificate",
        "certificate",
        "password",
    ],
)
def test_values_of_secret_keys_are_hidden(key: str) -> None:
    redactor = Redactor()
    for value in ("abc", 12345, ["x"], {"y": 1}):
        assert redactor.json({"outer": [{key: value}]}) == {"outer": [{key: MASK}]}
    for text in (f'{{"{key}": "a\\"b"}}', f"{{'{key}':'ab'}}", f"{{'{key}': \"a'b\"}}"):
        assert "b" not in redactor.text(text).replace(key, "")


@pytest.mark.parametrize("key", ["region", "tokens", "keys", "secretary", "uid", "url"])
def test_other_keys_are_shown(key: str) -> None:
    assert not is_secret_key(key)
    assert Redactor().json({key: "abc"}) == {key: "abc"}


@pytest.mark.parametrize("value", ["", None, True, False])
def test_that_a_secret_is_missing_may_be_seen(value: object) -> None:
    assert Redactor().json({"token": value}) == {"token": value}
    assert Redactor().text('{"token": "", "x": 1}') == '{"token": "", "x": 1}'


def test_json_inside_a_text_is_looked_into() -> None:
    inner = json.dumps({"a": {"secretKey": "abc"}})
    masked = Redactor().json({"Body": json.dumps([inner])})
    assert "abc" not in json.dumps(masked)
    assert "secretKey" in json.dumps(masked)


def test_json_in_a_text_that_is_no_json_as_a_whole_is_looked_into() -> None:
    text = "sent " + json.dumps({"x": json.dumps({"token": 'a"bc', "cname": "hall"})})
    masked = Redactor().text(text)
    assert "bc" not in masked
    assert "hall" in masked


def test_a_text_that_breaks_off_in_a_secret_is_hidden_to_its_end() -> None:
    assert Redactor().text('{"secretKey": "abcde') == f'{{"secretKey": "{MASK}'


@pytest.mark.parametrize("text", ["[" * 50_000, '{"a":' * 50_000, "{broken", "[1,"])
def test_hostile_json_is_only_text(text: str) -> None:
    assert Redactor().json(text) == text


def test_what_is_too_deep_to_look_into_is_hidden() -> None:
    value: object = "abc"
    for _ in range(60):
        value = [value]
    assert "abc" not in str(Redactor().json(value))


def test_a_number_that_is_a_secret_is_hidden() -> None:
    redactor = Redactor()
    redactor.add("12345678")
    assert redactor.json({"n": 12345678, "m": 1234}) == {"n": MASK, "m": 1234}


def test_a_key_that_is_a_secret_is_hidden(redactor: Redactor) -> None:
    assert redactor.json({PLAIN: 1}) == {MASK: 1}


def test_what_json_cannot_say_is_shown_as_text() -> None:
    assert Redactor().dumps({"x": {1}}) == '{"x": "{1}"}'


def test_an_authorization_header_is_hidden_whoever_wrote_it() -> None:
    assert Redactor().text("Authorization: Basic Zm9vOmJhcg==") == f"Authorization: Basic {MASK}"
    assert "Zm9v" not in Redactor().text("[(b'authorization', b'Basic Zm9vOmJhcg==')]")


# --- push addresses --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("rtmp://live.example.com/app/key", f"rtmp://live.example.com/app/{MASK}"),
        ("rtmps://live.example.com:443/app/a/b?c=d", f"rtmps://live.example.com:443/app/{MASK}"),
        ("rtmp://me:pw@live.example.com/app/key", f"rtmp://live.example.com/app/{MASK}"),
        ("rtmp://live.example.com/app?k=1/key", f"rtmp://live.example.com/app/{MASK}"),
        ("rtmp://live.example.com/key", f"rtmp://live.example.com/{MASK}"),
        ("rtmp://live.example.com?key=1", "rtmp://live.example.com"),
        ("rtmp://live.example.com", "rtmp://live.example.com"),
        ("RTMP:\\/\\/live.example.com\\/app\\/key", f"RTMP:\\/\\/live.example.com\\/app\\/{MASK}"),
    ],
)
def test_a_push_address_keeps_host_and_application(url: str, shown: str) -> None:
    assert Redactor().text(f'to "{url}" now') == f'to "{shown}" now'
    assert Redactor().json({"rtmpUrl": url}) == {"rtmpUrl": shown}


@pytest.mark.parametrize("url", ["key", "rtmp:key", "rtmp:/x//key"])
def test_what_is_no_push_address_is_hidden_whole(url: str) -> None:
    assert mask_push_url(url) == MASK


def test_a_key_with_spaces_in_it_is_hidden_where_it_stands() -> None:
    assert Redactor().json({"rtmpUrl": "rtmp://h/app/my key"}) == {
        "rtmpUrl": f"rtmp://h/app/{MASK}"
    }


def test_stream_keys_are_learnt() -> None:
    redactor = Redactor()
    redactor.learn({"outputs": [{"rtmpUrl": "rtmp://h/app/stream-key-1"}]})
    assert redactor.text("stream-key-1 is bad") == f"{MASK} is bad"
    assert push_key("rtmp://h/app") == ""


def test_learning_stops_at_a_depth_that_no_request_has() -> None:
    value: object = {"token": "deep-inside"}
    for _ in range(60):
        value = [value]
    redactor = Redactor()
    redactor.learn(value)
    redactor.learn("only text")
    assert redactor.text("deep-inside") == "deep-inside"


# --- cutting -----------------------------------------------------------------------------


def test_a_long_text_is_masked_before_it_is_cut(redactor: Redactor) -> None:
    for padding in range(40):
        text = "x" * padding + PLAIN + "y" * 500
        shown = redactor.excerpt(text, 30)
        assert PLAIN[:4] not in shown
        assert shown.endswith(f"… ({len(text)} characters in all)")


def test_a_text_that_fits_is_not_cut(redactor: Redactor) -> None:
    assert redactor.excerpt(f"a {PLAIN} b", 100) == f"a {MASK} b"
    assert redactor.excerpt("x" * 30, 30) == "x" * 30


# --- logs ------------------------------------------------------------------------------


@pytest.fixture
def log(redactor: Redactor) -> Iterator[tuple[logging.Logger, io.StringIO]]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(RedactingFilter(redactor))
    handler.setFormatter(logging.Formatter("%(name)s %(message)s"))
    logger = logging.getLogger("tests.redact")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    logger.propagate = False
    yield logger, stream
    logger.removeHandler(handler)
    logger.propagate = True
    logger.setLevel(logging.NOTSET)


Log = tuple[logging.Logger, io.StringIO]


def test_a_log_record_holds_no_secret(log: Log) -> None:
    logger, stream = log
    logger.info("%s and %r and %s", PLAIN, {"token": SECRET}, 5)
    assert stream.getvalue() == f"tests.redact {MASK} and {{'token': '{MASK}'}} and 5\n"


def test_a_traceback_holds_no_secret(log: Log) -> None:
    logger, stream = log
    try:
        try:
            raise KeyError(PLAIN)
        except KeyError as error:
            raise ValueError(f"wrong: {SECRET}") from error
    except ValueError:
        logger.exception("failed with %s", PLAIN)
    text = stream.getvalue()
    assert PLAIN not in text
    assert "ss" not in text.replace("passed", "").split("ValueError")[-1]
    assert "Traceback" in text
    assert text.count(MASK) >= 3


def test_a_record_that_cannot_be_formatted_is_shown_all_the_same(log: Log) -> None:
    logger, stream = log
    logger.info("%d", PLAIN)
    assert PLAIN not in stream.getvalue()
    assert MASK in stream.getvalue()


def test_extras_and_stacks_hold_no_secret(redactor: Redactor) -> None:
    record = logging.LogRecord("n", logging.INFO, "p", 1, "m", None, None)
    record.customer = PLAIN
    record.stack_info = f"stack {PLAIN}"
    assert RedactingFilter(redactor).filter(record)
    assert PLAIN not in str(vars(record))


def test_a_record_passes_two_filters_unharmed(redactor: Redactor) -> None:
    record = logging.LogRecord("n", logging.INFO, "p", 1, "100 %s %%", (PLAIN,), None)
    for _ in range(2):
        RedactingFilter(redactor).filter(record)
    assert record.getMessage() == f"100 {MASK} %"
