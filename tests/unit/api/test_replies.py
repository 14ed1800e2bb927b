"""Every shape in which Agora, its gateway or a proxy has answered, and what it has to become."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from agora_console.api import bodies, headers, replies, values
from agora_console.api.client import AgoraClient
from agora_console.api.errors import ApiError, Unreadable, to_error
from agora_console.domain.session import FileEntry, Uploading
from tests.unit.api.doubles import CREDENTIALS, HANDLE, OneReply

SHAPES = sorted((Path(__file__).parents[2] / "data" / "replies").glob("*.json"))


def _shape(path: Path) -> dict[str, Any]:
    shape = json.loads(path.read_text("utf-8"))
    assert isinstance(shape, dict)
    return shape


def _content(shape: dict[str, Any]) -> bytes:
    text = shape["text"] if "text" in shape else json.dumps(shape["body"])
    return str(text).encode()


def _plain(value: Any) -> Any:
    """What a value holds beyond its defaults, as JSON would say it."""
    if isinstance(value, FileEntry):
        return value.known()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        pairs = ((f, getattr(value, f.name)) for f in dataclasses.fields(value))
        return {f.name: _plain(v) for f, v in pairs if v != f.default and f.name != "raw"}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


async def _outcome(shape: dict[str, Any]) -> Any:
    http = OneReply(shape["http"], _content(shape), shape.get("headers", {}))
    client = AgoraClient(http.client(), "https://api.agora.io", CREDENTIALS)
    async with http.client_used:
        match shape["operation"]:
            case "acquire":
                return await client.acquire("town-hall", "7", {"mode": shape["mode"]})
            case "start":
                return await client.start(HANDLE, {"mode": shape["mode"]}, http.no_secrets)
            case "query":
                return await client.query(HANDLE)
            case "update":
                return await client.update(HANDLE, {})
            case "updateLayout":
                return await client.update_layout(HANDLE, {})
            case "stop":
                return await client.stop(HANDLE)
            case _:
                return await client.ncs_ip()


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
async def test_a_reply_becomes_what_one_expects(path: Path) -> None:
    shape = _shape(path)
    expected = dict(shape["expect"])
    if "error" not in expected:
        value = await _outcome(shape)
        if shape["operation"].startswith("update"):
            assert value is None
        elif shape["operation"] == "ncsIp":
            assert list(value) == expected["addresses"]
        else:
            assert {key: _plain(getattr(value, key)) for key in expected} == expected
        return
    with pytest.raises(ApiError) as caught:
        await _outcome(shape)
    assert type(caught.value).__name__ == expected.pop("error")
    reply = caught.value.reply
    if (wanted := expected.pop("reply", None)) is not None:
        assert {key: _plain(getattr(reply, key)) for key in wanted} == wanted
    assert {key: getattr(caught.value, key) for key in expected} == expected


@pytest.mark.parametrize("path", SHAPES, ids=lambda path: path.stem)
def test_no_parser_raises_on_any_shape_whatever_it_was_meant_for(path: Path) -> None:
    content = _content(_shape(path))
    for parse in (
        replies.parse_acquire,
        replies.parse_start,
        replies.parse_query,
        replies.parse_update,
        replies.parse_stop,
        replies.parse_ncs_ip,
    ):
        parse(content)


def test_a_reply_is_kept_raw_where_it_was_not_understood() -> None:
    reply = replies.parse_query("<html>Blocked</html>")
    assert (reply.understood, reply.raw) == (False, "<html>Blocked</html>")


def test_a_long_reply_is_kept_raw_up_to_a_limit() -> None:
    assert len(replies.parse_stop("x" * 1_000_000).raw) == bodies.RAW_LIMIT


@pytest.mark.parametrize("body", [b"\xef\xbb\xbf" + b'{"sid":"a1"}', '"{\\"sid\\":\\"a1\\"}"'])
def test_a_byte_order_mark_and_json_inside_a_text_are_seen_through(body: bytes | str) -> None:
    assert replies.parse_start(body).sid == "a1"


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"5", b'"x"', b"[" * 100_000, b"\xff\xfe", None]
)
def test_what_is_no_object_is_no_reply(body: bytes | None) -> None:
    assert bodies.decode(body) is None
    assert not replies.parse_acquire(body).understood


def test_of_two_keys_that_differ_in_case_the_one_with_a_value_wins() -> None:
    assert bodies.lower({"fileName": "a", "filename": ""}) == {"filename": "a"}
    assert bodies.lower({"fileName": "", "filename": "a"}) == {"filename": "a"}


def test_json_in_text_in_text_is_followed_for_three_levels_only() -> None:
    body = '{"sid": "a1"}'
    for _ in range(2):
        body = json.dumps(body)
    assert replies.parse_start(body).sid == "a1"
    assert replies.parse_start(json.dumps(body)).sid == ""


def test_a_date_without_a_zone_is_utc() -> None:
    assert headers.retry_after("Thu, 01 Jan 1970 00:16:50 -0000", now=1000.0) == 10.0


def test_a_body_beside_ids_is_no_envelope() -> None:
    assert replies.parse_start({"sid": "a1", "Body": {"sid": "b2"}}).sid == "a1"


@pytest.mark.parametrize(
    ("value", "number"),
    [(5, 5), ("5", 5), (5.0, 5), (" 5 ", 5), (True, None), ("", None), ("five", None), (5.5, None)],
)
def test_whole_numbers(value: object, number: int | None) -> None:
    assert values.to_int(value) == number


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "nan", 10**400, [], {}, None])
def test_what_is_no_finite_number(value: object) -> None:
    assert values.to_float(value) is None


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        (True, True),
        ("TRUE", True),
        ("0", False),
        (1, True),
        (0, False),
        ("x", None),
        (2, None),
        (None, None),
    ],
)
def test_booleans(value: object, truth: bool | None) -> None:
    assert values.to_bool(value) is truth


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (1_781_526_000, 1_781_526_000.0),
        (1_781_526_000_123, 1_781_526_000.123),
        (1_781_526_000_123_456, 1_781_526_000.123456),
        ("1781526000123", 1_781_526_000.123),
        (100_000_000_000, 100_000_000_000.0),
        (100_000_000_001, 100_000_000.001),
        (0, None),
        (-1, None),
        ("soon", None),
    ],
)
def test_times_by_their_magnitude(value: object, seconds: float | None) -> None:
    assert values.to_seconds(value) == seconds


@pytest.mark.parametrize("value", [None, 7, True, [], [None, 7, {}], {}, "[", '"x', [[[["deep"]]]]])
def test_what_lists_no_file(value: object) -> None:
    assert replies.parse_query({"serverResponse": {"status": 5, "fileList": value}}).files == ()


def test_an_upload_state_that_is_no_text_says_nothing() -> None:
    assert replies.parse_stop({"serverResponse": {"uploadingStatus": 3}}).uploading is None


def test_the_upload_state_is_read_in_any_case() -> None:
    reply = replies.parse_stop({"serverResponse": {"uploadingStatus": "Uploaded"}})
    assert reply.uploading is Uploading.UPLOADED


def test_a_uid_that_is_an_absurd_number_is_left_out() -> None:
    entry = {"fileName": "a.ts", "uid": 10**30}
    reply = replies.parse_query({"serverResponse": {"status": 5, "fileList": [entry]}})
    assert reply.files == (FileEntry(file_name="a.ts"),)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("2", 2.0),
        ("-3", 0.0),
        ("Wed, 31 Dec 1969 23:59:59 GMT", 0.0),
        ("Thu, 01 Jan 1970 00:16:50 GMT", 10.0),
        ("tomorrow", None),
        ("Fri, 99 Foo 99999999999 99:99:99 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert headers.retry_after(header, now=1000.0) == seconds


def test_an_error_keeps_the_body_redacted_and_cut() -> None:
    error = to_error("start", 500, "hush " * 20_000, redact=lambda text: text.replace("hush", "*"))
    assert error is not None
    assert error.body.startswith("* * *")
    assert len(error.body) == bodies.RAW_LIMIT


def test_an_error_of_a_decoded_reply_keeps_the_shown_text() -> None:
    error = to_error("start", 500, {"code": 62}, shown="what is shown")
    assert error is not None
    assert error.body == "what is shown"
    bare = to_error("start", 500, {"code": 62})
    assert bare is not None
    assert bare.body == ""


def test_the_text_of_an_error_says_operation_numbers_and_reason() -> None:
    error = to_error("start", 400, {"code": 53, "reason": "task conflict"})
    assert str(error) == "start: 400/53: task conflict"
    assert str(to_error("stop", 504, "")) == "stop: 504"
    assert str(Unreadable("query")) == "query"


def test_the_code_of_an_envelope_is_that_of_the_reply_inside() -> None:
    assert bodies.decode('{"Code": 50, "Body": {"cname": "a"}}') == {"cname": "a", "code": 50}
    assert bodies.decode('{"Code": 50, "Body": {"code": 49}}') == {"code": 49}
    assert bodies.decode('{"Code": 200, "Body": {"cname": "a"}}') == {"cname": "a"}


@pytest.mark.parametrize(
    "odd",
    [
        {"fileName": "b.ts", "uid": "2"},  # other keys
        {"fileName": "b.ts", "trackType": "video", "uid": "2", "FILENAME": "c.ts"},
        {"name": "b.ts", "trackType": "video", "uid": "2"},
        {"fileName": "", "trackType": "video", "uid": "2"},
        {"fileName": 7, "trackType": None, "uid": 2},
        "b.ts",
        None,
    ],
)
def test_a_list_of_files_that_are_not_alike_is_read_one_by_one(odd: object) -> None:
    plain = {"fileName": "a.ts", "trackType": "audio", "uid": "1"}
    both = replies.parse_query({"serverResponse": {"fileList": [plain, odd]}}).files
    each = [
        file
        for item in (plain, odd)
        for file in replies.parse_query({"serverResponse": {"fileList": [item]}}).files
    ]
    assert list(both) == each


@pytest.mark.parametrize("moment", [1_700_000_000_000, 1_700_000_000, "1700000000", 0, None, True])
def test_files_that_are_alike_are_read_as_one_alone(moment: object) -> None:
    item = {
        "FileName": "a.ts",
        "uid": 7,
        "isPlayable": "true",
        "mixedAllUser": False,
        "sliceStartTime": moment,
    }
    (one,) = replies.parse_query({"serverResponse": {"fileList": item}}).files
    two = replies.parse_query({"serverResponse": {"fileList": [item, item]}}).files
    assert two == (one, one)
