"""Whatever Agora, a gateway or a proxy answers: no parser raises, and garbage is no success."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agora_console.api import bodies, errors, values, wire
from agora_console.api.token import TokenError, read_token
from agora_console.domain.secrets import StartSecrets

UNHURRIED = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
"""A busy machine is no finding."""

KEYS = st.sampled_from(
    [
        "Body",
        "Code",
        "body",
        "code",
        "error",
        "extensionServiceState",
        "fileList",
        "fileListMode",
        "fileListStr",
        "fileName",
        "filename",
        "isPlayable",
        "message",
        "mixedAllUser",
        "msg",
        "onhold",
        "outputs",
        "payload",
        "playload",
        "reason",
        "resourceId",
        "rtmpUrl",
        "serverResponse",
        "serviceName",
        "sid",
        "sliceStartTime",
        "state",
        "status",
        "subServiceStatus",
        "trackType",
        "uid",
        "uploadingStatus",
    ]
)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-10, 600),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        ["", "0", "5", "true", "uploaded", "unknow", "a.m3u8", "[", "{}", "[{}]", "1e999"]
    ),
)


def _deeper(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    objects = st.dictionaries(KEYS | st.text(max_size=5), inner, max_size=6)
    return st.one_of(
        objects,
        st.lists(inner, max_size=5),
        objects.map(json.dumps),
        st.lists(inner, max_size=3).map(json.dumps),
    )


JSON = st.recursive(SCALARS, _deeper, max_leaves=25)
BODIES = st.one_of(
    st.dictionaries(KEYS, JSON, max_size=8).map(lambda value: json.dumps(value).encode()),
    JSON.map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")),
)
OPERATIONS = st.sampled_from(["acquire", "start", "query", "update", "updateLayout", "stop"])
PARSERS: dict[str, Any] = {
    "acquire": wire.parse_acquire,
    "start": wire.parse_start,
    "query": wire.parse_query,
    "update": wire.parse_update,
    "updateLayout": wire.parse_update,
    "stop": wire.parse_stop,
}


@UNHURRIED
@given(BODIES)
def test_no_parser_raises(body: bytes) -> None:
    for parse in (*PARSERS.values(), wire.parse_ncs_ip):
        parse(body)
        parse(body.decode("utf-8", "replace"))
        parse(bodies.decode(body))


@UNHURRIED
@given(BODIES)
def test_what_is_read_has_the_types_that_it_promises(body: bytes) -> None:
    query, stop = wire.parse_query(body), wire.parse_stop(body)
    assert query.status is None or type(query.status) is int
    for entry in (*query.files, *stop.files):
        assert entry.file_name
        assert entry.slice_start_time is None or entry.slice_start_time > 0
    for address in wire.parse_ncs_ip(body):
        assert address


@UNHURRIED
@given(OPERATIONS, st.integers(100, 599), BODIES)
def test_a_reply_is_an_error_or_a_200_that_does_not_contradict(
    operation: str, http: int, body: bytes
) -> None:
    error = errors.to_error(operation, http, body)
    if error is None:
        assert http == 200
        code = bodies.lower(bodies.decode(body) or {}).get("code")
        assert code in (None, "") or values.to_int(code) in (0, 200)
    else:
        assert isinstance(str(error), str)
        assert len(error.body) <= bodies.RAW_LIMIT
        assert len(error.reason) <= errors.REASON_LIMIT


@UNHURRIED
@given(OPERATIONS, BODIES)
def test_a_success_has_what_the_next_call_needs(operation: str, body: bytes) -> None:
    value = PARSERS[operation](body)
    if not value.understood or operation not in ("acquire", "start"):
        return
    ids = value.resource_id if operation == "acquire" else value.sid
    assert values.usable_id(ids) == ids != ""
    assert f"/{ids}/" in wire.path("query", "app", wire.Handle(ids, "c", "1", "mix", ids))


@UNHURRIED
@given(st.integers(200, 599), BODIES)
def test_nothing_that_may_have_started_is_called_certainly_not_started(
    http: int, body: bytes
) -> None:
    """A start counts as refused only by a refusal: the gateway, a 4xx, or a code that says so."""
    error = errors.to_error("start", http, body)
    if error is None or error.may_have_acted:
        return
    assert http >= 400
    assert http < 500 or error.code is not None or isinstance(error, errors.NotEnabled)


@pytest.mark.parametrize(
    "text",
    [
        "<html><body>502 Bad Gateway</body></html>",
        "",
        "null",
        "{}",
        "[]",
        '"sid"',
        '{"sid": ""}',
        '{"sid": null}',
        '{"sid": 5}',
        '{"resourceId": "r"}',
    ],
)
def test_no_garbage_is_a_start(text: str) -> None:
    assert not wire.parse_start(text).understood


@UNHURRIED
@given(
    st.dictionaries(
        st.sampled_from(["mode", "acquire", "clientRequest"]) | st.text(max_size=4),
        JSON,
        max_size=5,
    ),
)
def test_a_body_is_made_of_any_document_or_refused_in_a_sentence(document: dict[str, Any]) -> None:
    makers: list[Callable[[], dict[str, Any]]] = [
        lambda: wire.acquire_body("c", "1", document),
        lambda: wire.start_body("c", "1", document, StartSecrets()),
        lambda: wire.update_body("c", "1", document),
        lambda: wire.update_layout_body("c", "1", document),
    ]
    for make in makers:
        try:
            body = make()
        except ValueError as error:
            assert "has to be a JSON object" in str(error)  # noqa: PT017
        else:
            assert list(body) == ["cname", "uid", "clientRequest"]


@UNHURRIED
@given(st.dictionaries(KEYS | st.sampled_from(["mixedVideoLayout", "layoutConfig"]), JSON))
def test_a_layout_loses_nothing_but_what_was_not_set(layout: dict[str, Any]) -> None:
    sent = wire.update_layout_body("c", "1", layout)["clientRequest"]
    assert set(sent) == {key for key, value in layout.items() if value is not None}


@UNHURRIED
@given(st.text(max_size=60) | st.text(max_size=60).map(lambda text: "007" + text))
def test_no_text_makes_the_token_reader_fall(text: str) -> None:
    try:
        read_token(text)
    except TokenError as error:
        assert str(error).endswith(".")  # noqa: PT017


@UNHURRIED
@given(st.binary(max_size=300), st.sampled_from(["006" + "a" * 32, "007"]), st.booleans())
def test_no_bytes_make_the_token_reader_fall(data: bytes, prefix: str, packed: bool) -> None:
    import base64
    import zlib

    content = zlib.compress(data) if packed else data
    try:
        info = read_token(prefix + base64.b64encode(content).decode())
    except TokenError:
        return
    assert len(info.app_id) == 32
